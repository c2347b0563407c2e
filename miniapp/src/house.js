// Reads the data block that stands in the page: whose page it is and the keys it seals to.

import { sha256 } from "@noble/hashes/sha2.js";
import { fromBase64url } from "./base64url.js";

const DEPLOYMENT_SIZE = 16;
const PUBLIC_SIZE = 1216;
const NAMED = 4;

/**
 * Returns {deployment, key(name), held, post, recipients}, or null where the block is empty or broken.
 *
 * A key whose name is not that of its bytes is none: the page must never seal to anything else.
 */
export function readHouse(text) {
  const given = parsed(text);
  const deployment = fromBase64url(given?.deployment);
  if (deployment?.length !== DEPLOYMENT_SIZE || !Array.isArray(given.keys)) return null;
  const keys = new Map();
  for (const one of given.keys) {
    const bytes = fromBase64url(one?.public);
    if (bytes?.length === PUBLIC_SIZE && one.kid === nameOf(bytes)) keys.set(one.kid, bytes);
  }
  return {
    deployment,
    key: (name) => keys.get(name) ?? null,
    held: [...keys.values()],
    post: typeof given.post === "string" ? given.post : null,
    recipients: (given.recipients ?? []).filter(isRecipient),
  };
}

/** The eight signs by which an envelope names the key it is sealed to. */
export function nameOf(bytes) {
  return [...sha256(bytes).subarray(0, NAMED)]
    .map((one) => one.toString(16).padStart(2, "0"))
    .join("");
}

function isRecipient(one) {
  return typeof one?.name === "string" && typeof one?.recipient === "string";
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
