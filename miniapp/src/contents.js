// Says what goes into an envelope: one shape for each kind, as `sealing/contents.py` reads them.
//
// The size depends on the kind and on how long the note is, never on a code, a state or a place:
// those have their room kept free, whether it is used or not.

import { SIZES } from "./envelope.js";
import { toBase64url } from "./base64url.js";

export const NOTE_LENGTH = 200;
export const STATES = ["", "followed", "raid", "taken"];
export const PART_SIZE = 1200;
export const MOST_PARTS = 64;

/** Bytes that stay free for everything but the note: the longest code, state and place. */
const KEPT_FREE = 380;

export function note({ code, state = "", text = "", place = null }) {
  const words = cut(text);
  const said = { v: 1, t: "note", code: whole(code), state, text: words };
  return sized(place ? { ...said, place } : said, words);
}

/** Whatever was typed as a code stays out: help is asked for without one, and it must always fit. */
export function cry({ text = "" }) {
  const words = cut(text);
  return sized({ v: 1, t: "sos", text: words }, words);
}

export function codes({ code, forced = null, old = null }) {
  const said = { v: 1, t: "codes", code };
  if (forced !== null) said.forced = forced;
  if (old !== null) said.old = old;
  return { size: SIZES.long, json: JSON.stringify(said) };
}

export function pair({ forced, code = "" }) {
  const said = { v: 1, t: "pair", forced };
  return { size: SIZES.short, json: JSON.stringify(code ? { ...said, code } : said) };
}

/** Part `number` (the first is 1) of a sealed sheet. */
export function part({ id, number, file }) {
  const data = file.subarray((number - 1) * PART_SIZE, number * PART_SIZE);
  const said = { v: 1, t: "part", id: toBase64url(id), n: number, of: partsOf(file) };
  return { size: SIZES.long, json: JSON.stringify({ ...said, data: toBase64url(data) }) };
}

export function partsOf(file) {
  return Math.ceil(file.length / PART_SIZE);
}

/** A key to be sealed to. Its 1959 signs do not fit an envelope, so its 1216 bytes go instead. */
export function key({ bytes }) {
  const said = { v: 1, t: "key", recipient: toBase64url(bytes) };
  return { size: SIZES.long, json: JSON.stringify(said) };
}

/** Keyboards that compose words may write beyond the end of a field; the house takes no more. */
function cut(text) {
  return whole(text.slice(0, NOTE_LENGTH));
}

/** Half of a sign that a field cut in two cannot be written down, and would spoil the rest. */
function whole(text) {
  return text.replace(/[\ud800-\udfff]/gu, "");
}

function sized(said, text) {
  const length = new TextEncoder().encode(JSON.stringify(text)).length;
  const size = length + KEPT_FREE <= SIZES.short ? SIZES.short : SIZES.long;
  return { size, json: JSON.stringify(said) };
}
