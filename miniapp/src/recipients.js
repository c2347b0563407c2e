// Reads keys to which a sheet may be sealed: only the kind that begins age1pq1, and no other.
//
// The age tool refuses to mix kinds, its library for browsers does not; so it is refused here.

import { base32, bech32 } from "@scure/base";
import { sha256 } from "@noble/hashes/sha2.js";

const KIND = "age1pq";
const PUBLIC_SIZE = 1216;
const COMPARED = 10;
const SECRET = "AGE-SECRET-KEY-PQ-";
const SEED_SIZE = 32;

/** Returns the 1216 bytes of a key, or null for anything else. */
export function recipientBytes(text) {
  return bytesOf(text.trim().toLowerCase() === text.trim() ? text.trim() : "", KIND, PUBLIC_SIZE);
}

/** Returns what people compare by voice: 80 bits in four groups, "k7q2 ab3d ef5g hj6m". */
export function letters(bytes) {
  const text = base32.encode(sha256(bytes).subarray(0, COMPARED)).toLowerCase();
  return text.match(/.{4}/g).join(" ");
}

/** Returns a reader's own key as age writes it, from any way people copy it from paper; or null. */
export function ownKey(text) {
  const signs = text.toUpperCase().replace(/[\s-]/g, "").replace(/^AGESECRETKEYPQ/, "");
  const whole = `${SECRET}${signs.startsWith("1") ? "" : "1"}${signs}`;
  return bytesOf(whole, SECRET.toLowerCase(), SEED_SIZE) ? whole : null;
}

/** Returns a reader's own key in groups of four, without the words that say what it is. */
export function onPaper(identity) {
  return identity.slice(SECRET.length + 1).match(/.{1,4}/g);
}

function bytesOf(text, kind, size) {
  const read = bech32.decodeUnsafe(text, false);
  if (read?.prefix.toLowerCase() !== kind) return null;
  const bytes = bech32.fromWordsUnsafe(read.words);
  return bytes?.length === size ? Uint8Array.from(bytes) : null;
}
