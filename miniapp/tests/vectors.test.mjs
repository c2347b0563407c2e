// age's own test vectors: all of them with the library as it comes, ours with it as we bundle it.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import * as age from "age-encryption";
import * as vectors from "cctv-age";
import { loadParts } from "./bundled.mjs";

const page = await loadParts();
const OURS = "AGE-SECRET-KEY-PQ-1";

/** Returns {expect, payload, identity, passphrase, …, file} of one vector. */
function readVector(raw) {
  const end = Buffer.from(raw).indexOf("\n\n");
  const head = Buffer.from(raw.subarray(0, end)).toString();
  const found = { identity: [], passphrase: [] };
  for (const line of head.split("\n")) {
    const [, name, value] = line.match(/^([^:]+): (.*)$/);
    if (Array.isArray(found[name])) found[name].push(value);
    else found[name] = value;
  }
  const file = raw.subarray(end + 2);
  return { ...found, file: found.compressed === "zlib" ? new Uint8Array(inflateSync(file)) : file };
}

async function opened({ Decrypter, armor }, vector) {
  const opening = new Decrypter();
  vector.identity.forEach((one) => opening.addIdentity(one));
  vector.passphrase.forEach((one) => opening.addPassphrase(one));
  const file = vector.armored === "yes" ? armor.decode(Buffer.from(vector.file).toString()) : vector.file;
  return opening.decrypt(file);
}

async function holds(open, vector) {
  if (vector.expect !== "success") return assert.rejects(open);
  const payload = createHash("sha256").update(await open()).digest("hex");
  return assert.equal(payload, vector.payload);
}

for (const [name, raw] of Object.entries(vectors)) {
  if (!(raw instanceof Uint8Array)) continue;
  const vector = readVector(raw);
  test(`the library: ${name}`, () => holds(() => opened(age, vector), vector));
  const ours = vector.identity.length > 0 && vector.identity.every((one) => one.startsWith(OURS));
  if (!ours || vector.passphrase.length) continue;
  test(`the page: ${name}`, () => holds(async () => {
    const [identity] = vector.identity;
    const text = await page.openSheet(vector.file, identity);
    return Buffer.from(text);
  }, vector));
}

test("the page knows vectors of its own kind, good and bad", () => {
  const read = Object.values(vectors).filter((one) => one instanceof Uint8Array).map(readVector);
  const ours = read.filter(({ identity }) => identity.length && identity.every((one) => one.startsWith(OURS)));
  assert.ok(read.length > 140);
  assert.ok(ours.some(({ expect }) => expect === "success") && ours.length >= 15);
});
