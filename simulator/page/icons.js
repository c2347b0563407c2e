/** Draws the phones' own icons; each is a path on a grid of 24 by 24. */

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  attach:
    "M20 11.5 12.2 19.3a4.6 4.6 0 0 1-6.5-6.5l8.2-8.2a3.1 3.1 0 0 1 4.4 4.4l-8.2 8.2a1.5 1.5 0 0 1-2.2-2.2l7.3-7.3",
  back: "M15 5l-7 7 7 7",
  badge: "M12 3l7 3v5c0 4.6-3 8.3-7 10-4-1.7-7-5.4-7-10V6zM9 12l2.2 2.2L15.2 10",
  bell: "M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4",
  bellOff: "M9 5.8A6 6 0 0 1 18 11v4M17 18.5H4.5L6 17v-6c0-.8.15-1.5.4-2.2M10 21.5h4M4 3l17 18",
  check: "M4.5 12.5l4.8 4.8L19.5 7",
  close: "M6 6l12 12M18 6L6 18",
  copy: "M9 9h10v11H9zM15 9V4H5v11h4",
  edit: "M4 20l1-4L16.5 4.5l3 3L8 19zM14 7l3 3",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  forward: "M13 6l7 6-7 6v-4c-5 0-7.5 1.5-9 4 .3-5 3-8 9-8z",
  keyboard: "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10M18 10h.01",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3A4 4 0 0 0 10.7 18.3L12 17",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  menu: "M4 7h16M4 12h16M4 17h16",
  more: "M12 5.5h.01M12 12h.01M12 18.5h.01",
  phone: "M7 2.5h10v19H7zM11 18.5h2",
  phoneDown: "M7 2.5h10v19H7zM10 5.5h4",
  pin: "M9 4h6l-1 6 3.5 3.5h-11L10 10zM12 13.5V21",
  place:
    "M12 21c-4-4.5-6.5-8-6.5-11a6.5 6.5 0 0 1 13 0c0 3-2.5 6.5-6.5 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  play: "M8 5l11 7-11 7z",
  plus: "M12 5v14M5 12h14",
  print: "M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z",
  reply: "M11 6l-7 6 7 6v-4c5 0 7.5 1.5 9 4-.3-5-3-8-9-8z",
  send: "M4 12L20 4.5 15 20l-3.5-6zM11.5 14L20 4.5",
  stop: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.7 5.7l12.6 12.6",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5",
  turn: "M4 12a8 8 0 0 1 14-5.3L20 9M20 4v5h-5M20 12a8 8 0 0 1-14 5.3L4 15M4 20v-5h5",
  web: "M4 5h16v14H4zM4 9h16M7 7h.01M9.5 7h.01",
};

/** An icon by its name; `label` is read aloud, and without one it is a mere picture. */
export function icon(name, label = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.classList.add("icon");
  if (label) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
  } else {
    svg.setAttribute("aria-hidden", "true");
  }
  svg.append(path(PATHS[name]));
  return svg;
}

/** The marks beside the time of one's own message: one tick is sent, two are read. */
export function ticks(read) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 12");
  svg.classList.add("ticks");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", read ? "Read" : "Sent");
  svg.append(
    path(read ? "M1.5 6.5l3.5 3.5L12 2.5M9.5 9.5l.6.6L17.5 2.5" : "M5 6.5l3.5 3.5L15.5 2.5"),
  );
  return svg;
}

function path(d) {
  const node = document.createElementNS(SVG, "path");
  node.setAttribute("d", d);
  return node;
}
