/** Light, dark, or as the system has it: a three-way switch that this browser remembers. */

import { keep, kept } from "./kept.js";
import { make } from "./making.js";

const SVG = "http://www.w3.org/2000/svg";
/** Each choice with its name and its sign, drawn on a grid of 20 by 20. */
const CHOICES = {
  system: ["As the system has it", "M10 2.2a7.8 7.8 0 1 0 0 15.6 7.8 7.8 0 0 0 0-15.6zM10 4v12a6 6 0 0 1 0-12z"],
  light: ["Light", "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 1v2M10 17v2M1 10h2M17 10h2M4 4l1 1M15 15l1 1M4 16l1-1M15 5l1-1"],
  dark: ["Dark", "M16.5 12.5A7 7 0 0 1 7.5 3.5a7 7 0 1 0 9 9z"],
};

/** Draw the switch and put the remembered choice in force. */
export function mount(element) {
  const chosen = kept("theme") in CHOICES ? kept("theme") : "system";
  apply(chosen);
  const radios = Object.entries(CHOICES).map(([value, [label, path]]) => {
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
    const words = make("span", { class: "unseen" }, label);
    return make("label", { class: "choice", title: label }, input, make("span", {}, sign(value, path), words));
  });
  element.append(
    make("fieldset", { class: "joined theme" }, make("legend", { class: "unseen" }, "Theme"), ...radios),
  );
}

function apply(choice) {
  if (choice === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}

function sign(name, path) {
  const svg = document.createElementNS(SVG, "svg");
  const given = { viewBox: "0 0 20 20", width: 18, height: 18, class: `sign-${name}`, "aria-hidden": "true" };
  for (const [attribute, value] of Object.entries(given)) svg.setAttribute(attribute, value);
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}
