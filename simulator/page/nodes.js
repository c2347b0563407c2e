/** Builds the phones' elements on top of making.js: lists of children, data-*, shown and hidden. */

import { make } from "./making.js";

/** Make an element; `data` gives its data-* attributes, children may come in lists. */
export function el(name, { data = {}, ...given } = {}, ...children) {
  const node = make(name, given, ...children.flat());
  Object.assign(node.dataset, data);
  return node;
}

/** A button that calls `act` at each press; an icon alone needs an aria-label. */
export function button(props, act, ...children) {
  return el("button", { type: "button", ...props, on: { click: act } }, ...children);
}

/** Show or hide without drawing anew. */
export function show(node, shown) {
  if (node.hidden === shown) node.hidden = !shown;
}

/** Replace what stands in a node. */
export function fill(node, ...children) {
  node.replaceChildren(...children.flat().filter((one) => one !== null && one !== undefined));
}
