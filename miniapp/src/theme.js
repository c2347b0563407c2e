// Takes the host's colours where they can be read, and its own quiet ones where they cannot.

const LIGHT = { paper: "#ffffff", ink: "#1c1c1e", accent: "#1f5f8b", onAccent: "#ffffff" };
const DARK = { paper: "#17191c", ink: "#f2f2f4", accent: "#8ec5ee", onAccent: "#10202c" };

/** Contrast that text needs (WCAG 2, level AA), and that the edge of a control needs. */
export const READABLE = 4.5;
export const VISIBLE = 3;

/** Returns the colours of the page for a host's theme parameters. */
export function palette(params, prefersDark) {
  const colour = (name) => (/^#[0-9a-f]{6}$/i.test(params[name] ?? "") ? params[name] : null);
  const paper = colour("bg_color");
  const dark = paper ? luminance(paper) < 0.25 : prefersDark;
  const own = dark ? DARK : LIGHT;
  const ink = colour("text_color");
  const fits = paper && ink && contrast(paper, ink) >= 7;
  const base = fits ? { ...own, paper, ink } : own;
  const [accent, onAccent] = [colour("button_color"), colour("button_text_color")];
  if (accent && onAccent && accents(accent, onAccent, base.paper)) {
    Object.assign(base, { accent, onAccent });
  } else if (!accents(base.accent, base.onAccent, base.paper)) {
    Object.assign(base, { accent: base.ink, onAccent: base.paper });
  }
  return {
    ...base,
    dark,
    card: mixed(base.paper, base.ink, 0.06),
    key: mixed(base.paper, base.ink, 0.1),
    line: towards(base.paper, base.ink, VISIBLE),
    faint: towards(mixed(base.paper, base.ink, 0.1), base.ink, READABLE),
  };
}

export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Lets the page follow the host's colours, now and when they change. */
export function followTheme(host, window) {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  let params = host.theme;
  const paint = () => {
    const { style } = window.document.documentElement;
    const { dark: isDark, ...colours } = palette(params, dark.matches);
    style.setProperty("color-scheme", isDark ? "dark" : "light");
    for (const [name, value] of Object.entries(colours)) style.setProperty(`--${name}`, value);
  };
  host.on("theme_changed", ({ theme_params: given }) => {
    params = given ?? params;
    paint();
  });
  dark.addEventListener?.("change", paint);
  paint();
}

function accents(accent, onAccent, paper) {
  return contrast(accent, onAccent) >= READABLE && contrast(accent, paper) >= VISIBLE;
}

function towards(from, to, wanted) {
  for (let share = 0.2; share < 1; share += 0.05) {
    const found = mixed(from, to, share);
    if (contrast(found, from) >= wanted) return found;
  }
  return to;
}

function mixed(one, other, share) {
  const [a, b] = [channels(one), channels(other)];
  return `#${a
    .map((value, at) => Math.round(value + (b[at] - value) * share))
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")}`;
}

function luminance(colour) {
  const [red, green, blue] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour) {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
