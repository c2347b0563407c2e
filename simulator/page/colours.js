/** Gives Mini Apps the page's colours in Telegram's names, as #rrggbb. */

/** Telegram's name of a colour -> the page's own. */
const NAMES = {
  bg_color: "--card",
  secondary_bg_color: "--bg",
  text_color: "--fg",
  hint_color: "--muted",
  link_color: "--accent",
  button_color: "--accent",
  button_text_color: "--accent-fg",
  header_bg_color: "--card",
  bottom_bar_bg_color: "--card",
  section_bg_color: "--card",
  section_header_text_color: "--accent",
  section_separator_color: "--line",
  accent_text_color: "--accent",
  subtitle_text_color: "--muted",
  destructive_text_color: "--danger",
};

/** The theme as it is now on an element of the page. */
export function theme(element) {
  const style = getComputedStyle(element);
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const found = {};
  for (const [name, own] of Object.entries(NAMES)) {
    const colour = style.getPropertyValue(own).trim();
    if (colour) found[name] = hex(pen, colour);
  }
  return found;
}

/** A colour an app asked for: #rrggbb, or one of the theme's by name; "" for anything else. */
export function asked({ color, color_key }, colours) {
  if (/^#[0-9a-f]{6}$/i.test(color ?? "")) return color;
  return colours[color_key] ?? "";
}

/** Black or white, whichever is read better on a colour. */
export function readableOn(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#000000" : "#ffffff";
}

function linear(part) {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function hex(pen, colour) {
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [r, g, b] = pen.getImageData(0, 0, 1, 1).data;
  return `#${[r, g, b].map((one) => one.toString(16).padStart(2, "0")).join("")}`;
}
