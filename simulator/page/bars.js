/** Draws rows of bars against virtual time: a ruler, a line for now, bars, marks and what comes. */

import { given, make } from "./making.js";
import { ahead as aheadOfUtc, day, moment, onZone, toMinute } from "./zone.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [5, 15, 30, 60, 120, 180, 360, 720].map((n) => n * MINUTE).concat([DAY, 2 * DAY, 7 * DAY]);
/** Between two lines of the ruler lie at least so many pixels, so that their labels fit. */
const ROOM = 62;
/** Nearer than so many pixels to the line for now, a label would lie under its word. */
const WORD = 42;

/** Prepare the drawing; `show(rows)` takes the rows, `place(now, from, to)` sets the window. */
export function mount(element) {
  const ruler = make("div", { class: "ruler" });
  const nowLine = make("div", { class: "now-line" }, make("span", { class: "now-word" }, "now"));
  const lines = make("div", { class: "plane-lines" }, ruler, nowLine);
  const list = make("div", { class: "rows" });
  const plane = make("div", { class: "plane" }, lines, list);
  element.append(plane);
  let drawn = [];
  let ticks = new Map();
  onZone(() => {
    ticks = new Map();
    ruler.replaceChildren();
  });

  function show(rows) {
    drawn = rows.map(drawRow);
    list.replaceChildren(...drawn.map((one) => one.element));
  }

  function place(now, from, to) {
    const span = to - from;
    const share = (at) => ((at - from) / span) * 100;
    const at = now.getTime();
    put(nowLine, "--x", share(at));
    for (const one of drawn) {
      const lasts = one.to === null || one.to > at;
      stretch(one.bar, share(one.from), share(lasts ? at : one.to));
      // What is only planned is an outline; what has no end yet is a dotted line to what comes.
      stretch(one.ahead, share(Math.max(one.from, at)), share(one.to ?? at));
      stretch(one.wait, share(at), share(one.to === null ? (one.next ?? at) : at));
      one.bar.classList.toggle("runs-on", lasts);
      for (const point of one.points) {
        const x = share(point.at);
        point.node.hidden = x < 0 || x > 100;
        point.node.classList.toggle("is-ahead", point.at > at);
        put(point.node, "--x", x);
      }
      if (one.nextNode) one.nextNode.textContent = `next ${moment(new Date(one.next), now)}`;
    }
    rule(now, from, to, share);
  }

  function rule(now, from, to, share) {
    const room = Math.max(lines.clientWidth / ROOM, 2);
    const step = STEPS.find((one) => (to - from) / one <= room) ?? STEPS.at(-1);
    // Lines stand on whole hours of the watcher's zone, not of UTC.
    const shift = aheadOfUtc(now);
    const wanted = new Map();
    for (let at = Math.ceil((from + shift) / step) * step - shift; at <= to; at += step) {
      const key = `${step} ${at}`;
      const tick = ticks.get(key) ?? tickAt(new Date(at));
      if (!ticks.has(key)) ruler.append(tick);
      put(tick, "--x", share(at));
      tick.classList.toggle("at-edge", share(at) > 94);
      const apart = (Math.abs(at - now.getTime()) / (to - from)) * lines.clientWidth;
      tick.classList.toggle("at-now", apart < WORD);
      wanted.set(key, tick);
    }
    for (const [key, tick] of ticks) if (!wanted.has(key)) tick.remove();
    ticks = wanted;
  }

  return { show, place };
}

function tickAt(at) {
  const time = toMinute(at);
  const midnight = time === "00:00";
  return make(
    "div",
    { class: midnight ? "tick midnight" : "tick" },
    make("span", { class: "tick-word" }, midnight ? day(at) : time),
  );
}

function drawRow(row) {
  const bar = make("span", { class: "bar" });
  const points = (row.marks ?? []).map((mark) => ({
    at: Date.parse(mark.at),
    node: make("span", {
      class: "mark",
      "data-tone": mark.tone,
      title: `${toMinute(new Date(mark.at))} ${mark.text}`,
    }),
  }));
  const next = row.next ? Date.parse(row.next.at) : null;
  const coming = make("span", { class: "coming", title: row.next?.text });
  if (next !== null) points.push({ at: next, node: coming });
  const wait = make("span", { class: "wait" });
  const ahead = make("span", { class: "bar ahead" });
  const nextNode = next === null ? null : make("span", { class: "row-when" });
  const element = make(
    "div",
    { class: "row", "data-row": row.id, "data-tone": row.tone },
    make(
      "div",
      { class: "row-words" },
      make("div", { class: "row-label" }, make("span", { class: "tone" }), given(row.label)),
      make("div", { class: "row-text" }, row.text, nextNode && make("span", { class: "row-next" }, nextNode, `: ${row.next.text}`)),
    ),
    make("div", { class: "row-track" }, wait, ahead, bar, ...points.map((one) => one.node)),
  );
  const to = row.to ? Date.parse(row.to) : null;
  return { element, bar, ahead, points, wait, next, nextNode, from: Date.parse(row.from), to };
}

function stretch(element, from, to) {
  const start = clamp(from);
  element.hidden = to <= from || to < 0 || from > 100;
  put(element, "--x", start);
  put(element, "--w", Math.max(clamp(to) - start, 0));
}

function clamp(share) {
  return Math.min(Math.max(share, 0), 100);
}

function put(element, name, value) {
  element.style.setProperty(name, value.toFixed(3));
}
