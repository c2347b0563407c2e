/** Says moments in the zone the watcher chose; the stand-in itself knows UTC only. */

import { keep, kept } from "./kept.js";

const DEVICE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const watchers = new Set();
let suggested = null;
let chosen = fitting(kept("zone")) ?? DEVICE;
let forms = new Map();

function fitting(name) {
  try {
    return typeof name === "string" && Intl.DateTimeFormat("en", { timeZone: name }) ? name : null;
  } catch {
    return null;
  }
}

/** The zone in which moments are shown, by its IANA name. */
export function zone() {
  return chosen;
}

/** All zones one can choose from, those that are likeliest first. */
export function zones() {
  const all = Intl.supportedValuesOf ? Intl.supportedValuesOf("timeZone") : [];
  return [...new Set([suggested, DEVICE, "UTC", ...all].filter(Boolean))];
}

/** Show moments in another zone from now on. */
export function choose(name) {
  keep("zone", name);
  change(name);
}

/** Show moments in the zone of those the page is about, unless the watcher chose another. */
export function suggest(name) {
  if (fitting(name) === suggested) return;
  suggested = fitting(name);
  change(fitting(kept("zone")) ?? suggested);
}

function change(name) {
  chosen = fitting(name) ?? DEVICE;
  forms = new Map();
  for (const fn of watchers) fn();
}

/** Call `fn` when the zone changes. */
export function onZone(fn) {
  watchers.add(fn);
}

function written(at, options) {
  const key = JSON.stringify(options);
  if (!forms.has(key)) {
    forms.set(key, new Intl.DateTimeFormat("en-GB", { timeZone: chosen, ...options }));
  }
  return forms.get(key).format(at);
}

/** 20:14:07 */
export function toSecond(at) {
  return written(at, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
}

/** 20:14 */
export function toMinute(at) {
  return written(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** Tue 3 Mar */
export function day(at) {
  return written(at, { weekday: "short", day: "numeric", month: "short" }).replace(",", "");
}

/** Tuesday 3 March 2026 */
export function wholeDay(at) {
  const options = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  return written(at, options).replace(",", "");
}

/** 20:14, and the day too unless it is the day of `beside`. */
export function moment(at, beside) {
  return day(at) === day(beside) ? toMinute(at) : `${day(at)}, ${toMinute(at)}`;
}

/** Milliseconds by which the chosen zone is ahead of UTC at a moment. */
export function ahead(at) {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit" };
  const date = written(at, parts).split("/").reverse().join("-");
  return Date.parse(`${date}T${toSecond(at)}Z`) - Math.floor(at.getTime() / 1000) * 1000;
}
