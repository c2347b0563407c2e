/** Tells the virtual time as a phone shows it, in the zone of that phone. */

const formats = new Map();

function format(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }));
  }
  return formats.get(key);
}

/** The zone of the browser. */
export function zoneHere() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

/** All zones, with UTC first. */
export function zones() {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((one) => one !== "UTC")];
}

/** Hours and minutes of a moment (a Date). */
export function clockTime(at, zone) {
  return format(zone, { hour: "2-digit", minute: "2-digit" }).format(at);
}

/** The day as a date, such as "Monday 2 March"; two moments of one day give the same. */
export function day(at, zone) {
  return format(zone, { weekday: "long", day: "numeric", month: "long" }).format(at);
}

/** The day as a chat names it: "Today", "Yesterday" or its date. */
export function dayName(at, zone, now) {
  const named = day(at, zone);
  if (named === day(now, zone)) return "Today";
  if (named === day(new Date(now.getTime() - 86_400_000), zone)) return "Yesterday";
  return named;
}

/** Date and time in full, such as "2 March 2026, 20:00". */
export function fullTime(at, zone) {
  return format(zone, { dateStyle: "long", timeStyle: "short" }).format(at);
}

/** Date and time in short, such as "2 Mar 2026, 20:00". */
export function shortTime(at, zone) {
  return format(zone, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** Seconds since 1970 as a Date. */
export function moment(seconds) {
  return new Date(seconds * 1000);
}

/** A date_time entity in this zone; `manner` is Telegram's `r|w?[dD]?[tT]?`, "" for the text. */
export function entityTime(seconds, manner, text, zone, now) {
  if (!manner) return text;
  const at = moment(seconds);
  if (manner === "r") return relative((at - now) / 1000);
  const parts = [];
  if (manner.includes("w")) parts.push(format(zone, { weekday: "long" }).format(at));
  if (manner.includes("d")) parts.push(format(zone, { dateStyle: "short" }).format(at));
  if (manner.includes("D")) parts.push(format(zone, { dateStyle: "long" }).format(at));
  if (manner.includes("t")) parts.push(clockTime(at, zone));
  if (manner.includes("T")) parts.push(format(zone, { timeStyle: "medium" }).format(at));
  return parts.join(", ");
}

const STEPS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

function relative(seconds) {
  const [unit, size] = STEPS.find(([, one]) => Math.abs(seconds) >= one) ?? STEPS.at(-1);
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  return words.format(Math.trunc(seconds / size), unit);
}
