/** Shows what lies over a phone's screen: menus, questions, forms and toasts; Esc takes it away. */

import { button, el, fill } from "./nodes.js";
import { icon } from "./icons.js";

const TOAST_MS = 4000;
let count = 0;

/** The layer over one phone's screen; while a sheet is open, all below it is out of reach. */
export class Sheets {
  /** `screen` may be a <dialog>, which then stands over the whole page; toasts lie in `foot`. */
  constructor(screen, foot = screen) {
    this.screen = screen;
    this.layer = el("div", { class: "sheets", hidden: true });
    this.toasts = el("div", { class: "toasts", role: "status", "aria-live": "polite" });
    this.open = [];
    screen.append(this.layer);
    foot.append(this.toasts);
    screen.addEventListener("cancel", (event) => event.preventDefault());
    this.layer.addEventListener("click", (event) => {
      if (event.target === this.layer) this.open.at(-1)?.close(null);
    });
    this.layer.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      event.preventDefault();
      this.open.at(-1)?.close(null);
    });
  }

  /** Lay a sheet; `build(close)` gives its content. Resolves with what `close` was given. */
  lay(title, build, { role = "dialog", kind = "sheet" } = {}) {
    const before = document.activeElement;
    return new Promise((resolve) => {
      const name = `sheet-${(count += 1)}`;
      const heading = el("h3", { id: name, dir: "auto" }, title);
      const props = { class: kind, role, "aria-modal": "true", "aria-labelledby": name };
      const node = el("div", { ...props, tabindex: "-1" }, heading);
      const sheet = { node };
      sheet.close = (result) => {
        if (!this.open.includes(sheet)) return;
        this.open = this.open.filter((one) => one !== sheet);
        this.#arrange();
        if (before?.isConnected) before.focus({ preventScroll: true });
        resolve(result);
      };
      node.append(...[build(sheet.close)].flat());
      this.open.push(sheet);
      this.#arrange();
      const first = node.querySelector("[autofocus], input, select, textarea, button");
      (first ?? node).focus({ preventScroll: true });
    });
  }

  /** A menu of [{label, act, icon, danger}]; `act` runs once the sheet is gone. */
  async menu(title, items) {
    const chosen = await this.lay(title, (close) => {
      const rows = items.map((one) => {
        const props = { class: one.danger ? "danger" : "", data: one.data };
        return button(props, () => close(one), one.icon ? icon(one.icon) : null, one.label);
      });
      const cancel = button({ class: "plain" }, () => close(null), "Cancel");
      return [el("div", { class: "choices" }, rows), cancel];
    });
    await chosen?.act();
  }

  /** A question with buttons [{id, label, tone}]; resolves with an id, or null. */
  ask(title, text, buttons) {
    return this.lay(
      title,
      (close) => {
        const rows = buttons.map((one) => {
          const props = { class: one.tone ?? "", data: { answer: one.id } };
          return button(props, () => close(one.id), one.label);
        });
        return [el("p", { dir: "auto" }, text), el("div", { class: "answers" }, rows)];
      },
      { role: "alertdialog", kind: "question" },
    );
  }

  /** A form of [{name, label, value, type, options}]; resolves with the values, or null. */
  form(title, fields, done, words = "") {
    return this.lay(title, (close) => {
      const form = el("form", { class: "fields" });
      if (words) form.append(el("p", {}, words));
      for (const one of fields) form.append(field(one));
      form.append(
        el("div", { class: "answers" }, [
          button({ class: "plain" }, () => close(null), "Cancel"),
          el("button", { type: "submit", class: "primary" }, done),
        ]),
      );
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        close(Object.fromEntries(new FormData(form)));
      });
      return form;
    });
  }

  /** A short word at the foot of the screen. */
  toast(text, tone = "") {
    const node = el("p", { class: `toast ${tone}`, dir: "auto" }, text);
    this.toasts.append(node);
    setTimeout(() => node.remove(), TOAST_MS);
  }

  /** Close whatever is open. */
  clear() {
    for (const sheet of [...this.open].reverse()) sheet.close(null);
  }

  #arrange() {
    const top = this.open.at(-1);
    fill(
      this.layer,
      this.open.map((one) => one.node),
    );
    for (const one of this.open) one.node.inert = one !== top;
    this.layer.hidden = !top;
    if (this.screen.open === false && top) this.screen.showModal();
    else if (this.screen.open && !top) this.screen.close();
    for (const below of this.screen.children) {
      if (below !== this.layer && below !== this.toasts) below.inert = Boolean(top);
    }
  }
}

function field({ name, label, value = "", type = "text", options, ...more }) {
  const input = options
    ? el("select", { name, ...more })
    : el("input", { name, type, value, autocomplete: "off", dir: "auto", ...more });
  for (const [key, words] of options ?? []) {
    input.append(el("option", { value: key, selected: key === value }, words));
  }
  return el("label", {}, el("span", {}, label), input);
}
