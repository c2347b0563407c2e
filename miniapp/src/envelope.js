// Seals one message to this house, bound to one challenge: version 1 of the envelope.
//
//   envelope = base64url( 0x01 || kid (4) || encapsulated key (1120) || ciphertext and tag )
//   sealed   = length (2) || JSON || zeros, together 512 or 1792 bytes
//   bound    = "vigil/checkin/1" || deployment (16) || kid (4) || challenge (16)   (HPKE's info)
//
// RFC 9180, base mode: X-Wing, HKDF-SHA256, ChaCha20-Poly1305. `sealing/checkin.py` opens it.

import { AEAD_ChaCha20Poly1305, KDF_HKDF_SHA256, KEM_MLKEM768_X25519 } from "@panva/hpke-noble";
import { CipherSuite } from "hpke";
import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64url } from "./base64url.js";

export const SIZES = { short: 512, long: 1792 };

const FORMAT = 1;
const LENGTH_SIZE = 2;
const KID_SIZE = 4;
const CONTEXT = "vigil/checkin/1";

/** What does not fit its size; it is never moved to the other one for being too long. */
export class TooLongError extends Error {}

export function suite() {
  return new CipherSuite(KEM_MLKEM768_X25519, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305);
}

/** Returns the envelope of `content` ({size, json}) as text of 2204 or 3911 characters. */
export async function sealEnvelope({ key, deployment, challenge }, { size, json }) {
  const named = sha256(key).subarray(0, KID_SIZE);
  const hpke = suite();
  const { encapsulatedSecret, ciphertext } = await hpke.Seal(
    await hpke.DeserializePublicKey(key),
    padded(json, size),
    { info: joined(new TextEncoder().encode(CONTEXT), deployment, named, challenge) },
  );
  return toBase64url(joined(Uint8Array.of(FORMAT), named, encapsulatedSecret, ciphertext));
}

export function padded(json, size) {
  const content = new TextEncoder().encode(json);
  if (content.length + LENGTH_SIZE > size) throw new TooLongError();
  const filled = new Uint8Array(size);
  filled.set([content.length >> 8, content.length & 255]);
  filled.set(content, LENGTH_SIZE);
  return filled;
}

export function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((size, one) => size + one.length, 0));
  let at = 0;
  for (const one of parts) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}
