/** Builds elements from plain values, so that no text is ever read as markup. */

/**
 * Make an element: `make("button", {class: "key", "aria-pressed": "true", on: {click: fn}}, "Go")`.
 * Attributes that are null, undefined or false are left out; true gives an empty one. Children are
 * nodes or text; null and undefined are skipped.
 */
export function make(tag, given = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name === "on") {
      for (const [event, fn] of Object.entries(value)) element.addEventListener(event, fn);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...inside.filter((one) => one !== null && one !== undefined));
  return element;
}

/** A name as it was given, kept from turning the text around it right to left. */
export function given(text) {
  return make("bdi", { dir: "auto" }, text ?? "");
}

/** Words for screen readers only. */
export function unseen(text) {
  return make("span", { class: "unseen" }, text);
}

/** A button; `fn` may return a promise, and until it is settled a second click does nothing. */
export function button(label, fn, attributes = {}) {
  const element = make("button", { type: "button", ...attributes }, label);
  element.addEventListener("click", async () => {
    if (element.getAttribute("aria-busy") === "true") return;
    element.setAttribute("aria-busy", "true");
    try {
      await fn(element);
    } finally {
      element.removeAttribute("aria-busy");
    }
  });
  return element;
}

/** A switch: a button that is on or off, its explanation beside it. */
export function toggle(label, hint, fn, attributes = {}) {
  const knob = button(
    make("span", { class: "switch-label", dir: "auto" }, label),
    () => fn(knob.getAttribute("aria-checked") !== "true"),
    { role: "switch", "aria-checked": "false", class: "switch", title: hint, ...attributes },
  );
  knob.prepend(make("span", { class: "switch-knob", "aria-hidden": "true" }));
  return knob;
}

/** Flip a switch's look. */
export function flip(knob, on) {
  knob.setAttribute("aria-checked", on ? "true" : "false");
}
