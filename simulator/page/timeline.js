/** The timeline of the slot: bars against virtual time, or the same as a table. */

import * as bars from "./bars.js";
import { keep, kept } from "./kept.js";
import { button, given, make } from "./making.js";
import { moment, onZone } from "./zone.js";

const HOUR = 3_600_000;
const ZOOMS = { "6h": 6 * HOUR, "24h": 24 * HOUR, "3d": 72 * HOUR, fit: null };
const SAID = {
  "6h": ["6 h", "6 hours"],
  "24h": ["24 h", "24 hours"],
  "3d": ["3 d", "3 days"],
  fit: ["All", "Everything"],
};
/** This share of the window lies ahead of now, so that what comes next is seen. */
const AHEAD = 0.25;
const NARROWEST = HOUR;
const TONES = {
  calm: "calm",
  watch: "watched",
  late: "late",
  open: "open",
  held: "held",
  closed: "closed",
  drill: "drill",
};

/** Prepare the timeline, hidden until `show(content)` is given the slot. */
export function mount(element, { api }) {
  const title = make("h2", { id: "timeline-title" });
  const graphic = make("div", { class: "plot", "aria-hidden": "true", tabindex: "-1" });
  const table = make("div", { class: "timeline-table unseen" });
  const empty = make("p", { class: "hint", hidden: true }, "Nothing is watched yet.");
  const drawing = bars.mount(graphic);
  let rows = [];
  let zoom = kept("zoom") in ZOOMS ? kept("zoom") : "24h";

  const zooms = Object.keys(ZOOMS).map((name) =>
    button(SAID[name][0], () => zoomTo(name), {
      "data-act": `zoom-${name}`,
      title: SAID[name][1],
    }),
  );
  const asTable = button("Table", () => showTable(asTable.getAttribute("aria-pressed") !== "true"), {
    "data-act": "table",
    "aria-pressed": "false",
    title: "The same as a table",
  });
  element.append(
    make(
      "div",
      { class: "section-head" },
      title,
      make("div", { class: "joined", role: "group", "aria-label": "Window of the timeline" }, ...zooms),
      asTable,
    ),
    empty,
    graphic,
    table,
  );

  function zoomTo(name) {
    zoom = name;
    keep("zoom", name);
    Object.keys(ZOOMS).forEach((one, i) => zooms[i].setAttribute("aria-pressed", String(one === zoom)));
    place(api.now());
  }

  function showTable(on) {
    asTable.setAttribute("aria-pressed", String(on));
    graphic.hidden = on;
    // It is there for screen readers in either case.
    table.classList.toggle("unseen", !on);
  }

  function place(now) {
    if (element.hidden || graphic.hidden) return;
    drawing.place(now, ...frame(rows, now.getTime(), ZOOMS[zoom]));
  }

  function drawTable() {
    const now = api.now();
    const cells = (row) => [
      make("th", { scope: "row" }, given(row.label)),
      make("td", {}, TONES[row.tone] ?? row.tone),
      make("td", {}, row.text),
      make("td", {}, moment(new Date(row.from), now)),
      make("td", {}, row.to ? moment(new Date(row.to), now) : "goes on"),
      make("td", {}, ...(row.next ? [moment(new Date(row.next.at), now), " ", row.next.text] : ["–"])),
      make("td", {}, markList(row.marks ?? [], now)),
    ];
    const heads = ["Who and what", "State", "Now", "From", "To", "Next", "What happened"];
    table.replaceChildren(
      make(
        "table",
        { "aria-labelledby": "timeline-title" },
        make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))),
        make("tbody", {}, ...rows.map((row) => make("tr", { "data-tone": row.tone }, ...cells(row)))),
      ),
    );
  }

  function show(content) {
    element.hidden = !content;
    rows = content?.rows ?? [];
    title.textContent = content?.title || "Timeline";
    empty.hidden = rows.length > 0;
    element.classList.toggle("is-empty", !rows.length);
    drawing.show(rows);
    drawTable();
    place(api.now());
  }

  zoomTo(zoom);
  api.onTick(place);
  onZone(() => {
    drawing.show(rows);
    drawTable();
    place(api.now());
  });
  return { show };
}

function markList(marks, now) {
  if (!marks.length) return "–";
  const said = (one) => make("li", {}, moment(new Date(one.at), now), " ", one.text);
  return make("ul", { class: "plain" }, ...marks.map(said));
}

/** From when to when the window reaches, in milliseconds since 1970. */
function frame(rows, now, span) {
  if (span) return [now - span * (1 - AHEAD), now + span * AHEAD];
  const all = rows.flatMap((row) =>
    [row.from, row.to, row.next?.at, ...(row.marks ?? []).map((one) => one.at)]
      .filter(Boolean)
      .map((at) => Date.parse(at)),
  );
  const first = Math.min(now, ...all);
  const last = Math.max(now, ...all);
  const margin = Math.max((last - first) * 0.04, (NARROWEST - (last - first)) / 2, 0);
  return [first - margin, last + margin];
}
