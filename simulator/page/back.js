/** The back of a phone: its settings, and the list of what was done on it. */

import { button, el, fill } from "./nodes.js";
import { icon } from "./icons.js";
import { clockTime, zones } from "./times.js";

const PLATFORMS = [
  ["android", "Android"],
  ["ios", "iPhone"],
  ["tdesktop", "Desktop"],
  ["weba", "Web"],
];
const VERSIONS = ["9.1", "9.0", "8.0", "7.10", "6.9"].map((one) => [one, one]);

export class Back {
  constructor(phone) {
    this.phone = phone;
    this.acts = el("ol", { class: "acts", "aria-label": "Done on this phone" });
    this.element = el("div", {
      class: "back",
      role: "region",
      "aria-label": "Back of the phone",
      hidden: true,
    });
    const names = zones().map((one) => [one, one.replaceAll("_", " ")]);
    this.zone = this.#choice("Time zone", "zone", names);
    this.element.append(
      el("h3", {}, "This phone"),
      this.zone,
      this.#choice("Telegram on", "platform", PLATFORMS),
      this.#choice("Mini App version", "version", VERSIONS),
      this.#switch("This phone has a secure store", "secureStore"),
      this.#switch("Show what was deleted", "showDeleted"),
      el("h3", {}, "Done on this phone"),
      this.acts,
      button(
        { class: "plain", data: { act: "turn" } },
        () => phone.turn(),
        icon("turn"),
        "Turn to the front",
      ),
    );
  }

  draw() {
    if (this.element.hidden) return;
    // Where its owner lives may have been said since.
    this.zone.querySelector("select").value = this.phone.zone;
    const acts = this.phone.memory.get("acts");
    if (!acts.length) {
      fill(this.acts, el("li", { class: "nothing" }, "Nothing yet."));
      return;
    }
    fill(
      this.acts,
      [...acts]
        .reverse()
        .map(({ at, what, officer }) =>
          el("li", { class: officer ? "officer" : "" }, [
            el("time", { datetime: at }, clockTime(new Date(at), this.phone.zone)),
            el("span", { dir: "auto" }, what),
            officer ? el("em", {}, "somebody else’s hands") : null,
          ]),
        ),
    );
  }

  #choice(words, name, options) {
    const { memory } = this.phone;
    const select = el("select", { data: { setting: name } });
    for (const [value, label] of options) {
      select.append(el("option", { value, selected: value === memory.get(name) }, label));
    }
    select.addEventListener("change", () => this.#set({ [name]: select.value }));
    return el("label", { class: "setting" }, el("span", {}, words), select);
  }

  #switch(words, name) {
    const input = el("input", { type: "checkbox", role: "switch", data: { setting: name } });
    input.checked = this.phone.memory.get(name);
    input.addEventListener("change", () => this.#set({ [name]: input.checked }));
    return el("label", { class: "setting" }, el("span", {}, words), input);
  }

  #set(changes) {
    this.phone.memory.set(changes);
    this.phone.draw();
  }
}
