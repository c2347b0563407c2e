/** Light, dark, or as the system has it: a three-way switch that this browser remembers. */

import { keep, kept } from "./kept.js";
import { make } from "./making.js";

const CHOICES = { system: "System", light: "Light", dark: "Dark" };

/** Draw the switch and put the remembered choice in force. */
export function mount(element) {
  const chosen = kept("theme") in CHOICES ? kept("theme") : "system";
  apply(chosen);
  const radios = Object.entries(CHOICES).map(([value, label]) => {
    const input = make("input", {
      type: "radio",
      name: "theme",
      value,
      checked: value === chosen,
      "data-act": `theme-${value}`,
    });
    input.addEventListener("change", () => {
      apply(value);
      keep("theme", value);
    });
    return make("label", { class: "choice" }, input, make("span", {}, label));
  });
  element.append(
    make("fieldset", { class: "joined theme" }, make("legend", { class: "unseen" }, "Theme"), ...radios),
  );
}

function apply(choice) {
  if (choice === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}
