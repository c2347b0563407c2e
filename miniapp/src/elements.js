// Makes the elements of the page, never from text that could be read as markup.

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  star: "M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8L3.6 9.7l5.8-.8z",
  mix: "M3 7h4l9 10h5m-3-3l3 3-3 3M3 17h4l2.5-2.8M13.5 9.8L16 7h5m-3-3l3 3-3 3",
  place: "M12 21.2c-4-4-6.2-7.4-6.2-10.6a6.2 6.2 0 0112.4 0c0 3.2-2.2 6.6-6.2 10.6zM12 8.4a2.2 2.2 0 100 4.4 2.2 2.2 0 000-4.4z",
  erase: "M9 5h12v14H9l-6-7zM12 9.5l5 5m0-5l-5 5",
};

/** Makes an element; `on…` are listeners, the rest are attributes (null and false are left out). */
export function el(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((one) => one !== null && one !== undefined));
  return made;
}

export function button(words, onclick, given = {}) {
  return el("button", { type: "button", onclick, ...given }, words);
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

/** A field that no browser should remember, correct or fill. */
export function quietField(tag, given = {}) {
  return el(tag, {
    autocomplete: "off",
    autocorrect: "off",
    autocapitalize: "off",
    spellcheck: "false",
    translate: "no",
    dir: "auto",
    "data-lpignore": "true",
    "data-1p-ignore": "true",
    "data-form-type": "other",
    ...given,
  });
}

let named = 0;

/** A field under its label, with a hint where there is one. */
export function labelled(words, field, hint = null) {
  const id = `f${(named += 1)}`;
  field.setAttribute("id", id);
  if (hint) field.setAttribute("aria-describedby", `${id}h`);
  return el(
    "div",
    { class: "field" },
    el("label", { for: id }, words),
    hint ? el("p", { class: "hint", id: `${id}h` }, hint) : null,
    field,
  );
}

/** Radio buttons that look like keys; gives {element, value()}. `options` are [value, words]. */
export function choice(words, options, chosen) {
  const name = `c${(named += 1)}`;
  const inputs = options.map(([value]) =>
    el("input", { type: "radio", name, value, checked: value === chosen, autocomplete: "off" }));
  const element = el(
    "fieldset",
    { class: "choice" },
    el("legend", {}, words),
    el("div", {}, options.map(([, said], at) => el("label", {}, inputs[at], el("span", {}, said)))),
  );
  return { element, value: () => inputs.find((one) => one.checked)?.value ?? null };
}

/** Chooses a file of the phone; gives {element, file()}. The browser's own words stay hidden. */
export function fileField(words) {
  const shown = el("bdi", {}, "…");
  const input = el("input", { type: "file", "aria-label": words });
  input.addEventListener("change", () => {
    shown.textContent = input.files[0]?.name ?? "…";
  });
  return {
    element: el("label", { class: "file" }, input, el("span", {}, words), shown),
    file: () => input.files[0] ?? null,
  };
}
