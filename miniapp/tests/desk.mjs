// Does what it is asked in JSON lines with the page's own parts, for tests in another language.

import { createInterface } from "node:readline";
import { loadParts } from "./bundled.mjs";

const page = await loadParts();
const bytes = (text) => page.fromBase64url(text);
const text = (raw) => page.toBase64url(raw);

const DEEDS = {
  plain: ({ typed }) => typed.map(page.plain),
  faults: ({ pairs }) => pairs.map(([code, forced]) => page.faults(code, forced)),
  distance: ({ pairs }) => pairs.map(([one, other]) => page.distance(one, other)),
  seal: ({ key, deployment, challenge, kind, given }) =>
    page.sealEnvelope(
      { key: bytes(key), deployment: bytes(deployment), challenge: bytes(challenge) },
      page.contents[kind](withBytes(given)),
    ),
  hpke: ({ seed, enc, info, aad, ct }) => openFirst(seed, enc, info, aad, ct),
  sheet: async ({ said, recipients }) => text(await page.sealSheet(said, recipients)),
  refused: async ({ said, recipients }) => {
    try {
      await page.sealSheet(said, recipients);
      return false;
    } catch (problem) {
      return problem instanceof page.WrongKindError;
    }
  },
  read: ({ file, identity }) => page.openSheet(bytes(file), identity),
  letters: ({ recipient }) => page.letters(page.recipientBytes(recipient)),
  makeKey: () => page.makeKey(),
  ownKey: ({ typed }) => page.ownKey(typed),
  onPaper: ({ identity }) => page.onPaper(identity),
};

async function openFirst(...given) {
  const [seed, enc, info, aad, ct] = given.map(bytes);
  const hpke = page.suite();
  const own = await hpke.DeserializePrivateKey(seed, true);
  const context = await hpke.SetupRecipient(own, enc, { info });
  return text(await context.Open(ct, aad));
}

function withBytes(given) {
  const named = Object.entries(given);
  return Object.fromEntries(named.map(([name, value]) =>
    ["id", "file", "bytes"].includes(name) ? [name, bytes(value)] : [name, value]));
}

for await (const line of createInterface({ input: process.stdin })) {
  const { deed, ...given } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(await DEEDS[deed](given))}\n`);
}
