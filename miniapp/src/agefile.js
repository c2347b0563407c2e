// Seals and opens age files: sheets to post-quantum keys alone, a reader's own key to words.
//
// The files are those of the age tool (https://c2sp.org/age), so they can be opened without us.

import {
  armor,
  Decrypter,
  Encrypter,
  generateHybridIdentity,
  identityToRecipient,
} from "age-encryption";
import { recipientBytes } from "./recipients.js";

/** 2^16 rounds take 64 MiB: an old phone has them, and the words must be long besides. */
const WORK = 16;
/** Letters of the words that lock a key. */
export const LONG_ENOUGH = 20;
export const LONGEST = 64 * 1024;

const STEP = 4096;
const SHORTEST = 2048;

/** A key that is not of the one kind that a sheet may be sealed to. */
export class WrongKindError extends Error {}

/** Returns an age file of `text` for these keys and nobody else. Throws WrongKindError. */
export async function sealSheet(text, recipients) {
  if (!recipients.length || !recipients.every(recipientBytes)) throw new WrongKindError();
  const sealing = new Encrypter();
  for (const one of new Set(recipients)) sealing.addRecipient(one);
  return sealing.encrypt(filled(text));
}

/** Returns what an age file says, to whoever holds `identity` (AGE-SECRET-KEY-PQ-1…). */
export async function openSheet(file, identity) {
  if (file.length > LONGEST) throw new RangeError("no sheet is so long");
  const opening = new Decrypter();
  opening.addIdentity(identity);
  return (await opening.decrypt(unarmored(file), "text")).trimEnd();
}

export async function makeKey() {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

export async function recipientOf(identity) {
  return identityToRecipient(identity);
}

/** Locks a key by words; returns text that can be kept anywhere. */
export async function lockKey(identity, words) {
  const locking = new Encrypter();
  locking.setPassphrase(words);
  locking.setScryptWorkFactor(WORK);
  return armor.encode(await locking.encrypt(identity));
}

/** Returns the key that was locked; throws where the words are not those. */
export async function unlockKey(locked, words) {
  const unlocking = new Decrypter();
  unlocking.addPassphrase(words);
  return unlocking.decrypt(armor.decode(locked), "text");
}

export function isLocked(text) {
  return text.trim().startsWith("-----BEGIN AGE");
}

/** Spaces up to 2 KiB, 4 KiB, or more in steps of 4 KiB: the length says little. */
export function filled(text) {
  const said = new TextEncoder().encode(text);
  const size = said.length <= SHORTEST ? SHORTEST : Math.ceil(said.length / STEP) * STEP;
  const whole = new Uint8Array(size).fill(0x20);
  whole.set(said);
  return whole;
}

function unarmored(file) {
  const start = new TextDecoder("latin1").decode(file.subarray(0, 64));
  return isLocked(start) ? armor.decode(new TextDecoder().decode(file)) : file;
}
