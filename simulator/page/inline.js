/** Draws the buttons below a bubble and does what each of them does. */

import { button, el } from "./nodes.js";
import { icon } from "./icons.js";

/** What a button does, told by its corner picture. */
const PICTURES = { url: "link", web_app: "web", copy_text: "copy" };

/** The rows of buttons below a message, in the order in which they were sent. */
export function inlineButtons(message, phone) {
  const rows = message.inline.map((row) =>
    el(
      "div",
      { class: "row" },
      row.map((one) => key(one, message, phone)),
    ),
  );
  return el("div", { class: "inline", role: "group", "aria-label": "Buttons" }, rows);
}

function key(one, message, phone) {
  const waiting = phone.taps.isWaiting(message.message_id, one);
  const picture = PICTURES[Object.keys(PICTURES).find((name) => name in one)];
  const props = {
    class: `key ${one.style ?? ""}${waiting ? " waiting" : ""}`,
    dir: "auto",
    "aria-busy": waiting ? "true" : null,
    data: { act: "web_app" in one ? "open-app" : "tap" },
  };
  const press = () => act(one, message, phone);
  const corner = picture ? el("span", { class: "corner" }, icon(picture)) : null;
  const spinner = waiting ? el("span", { class: "corner spinner", "aria-hidden": "true" }) : null;
  return button(props, press, el("span", {}, one.text), spinner ?? corner);
}

function act(one, message, phone) {
  if (one.callback_data !== undefined) return phone.taps.tap(message.message_id, one);
  if (one.web_app) {
    return phone.openApp({ button: one.text, message_id: message.message_id });
  }
  if (one.url) return phone.openAddress(one.url, one.text);
  if (one.copy_text) return copy(one.copy_text.text, phone);
  return phone.toast("This phone cannot do what this button asks for.");
}

async function copy(text, phone) {
  phone.note(`copied “${text}”`);
  try {
    await navigator.clipboard.writeText(text);
    phone.toast("Copied.");
  } catch {
    phone.toast(`To copy: ${text}`);
  }
}
