// Reads what the button's address says: the challenge, the key's name, the screen, the language.

import { fromBase64url } from "./base64url.js";

const SCREENS = new Map([
  ["n", "note"],
  ["e", "choose"],
  ["c", "change"],
  ["p", "pair"],
  ["d", "sheet"],
  ["r", "read"],
  ["y", "key"],
]);

const CHALLENGE_SIZE = 16;

/**
 * Returns {challenge, kid, screen, language, place}; what is missing or malformed is null.
 *
 * `place` is true only where the address asks for it.
 */
export function readAddress(search) {
  const given = new URLSearchParams(search);
  const challenge = fromBase64url(given.get("c"));
  const kid = given.get("k") ?? "";
  return {
    challenge: challenge?.length === CHALLENGE_SIZE ? challenge : null,
    kid: /^[0-9a-f]{8}$/.test(kid) ? kid : null,
    screen: SCREENS.get(given.get("m")) ?? null,
    language: given.get("l"),
    place: given.get("w") === "1",
  };
}
