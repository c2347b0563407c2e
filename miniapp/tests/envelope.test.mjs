// An envelope has one of two lengths, and nothing but its kind and the note's length decides which.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadParts } from "./bundled.mjs";

const { contents, padded, SIZES, TooLongError } = await loadParts();
const LONGEST_CODES = ["482915", "w".repeat(64), "ж".repeat(64), "\u{1F600}".repeat(64), '"'.repeat(64)];

test("the length of a note decides, never code, state or place", () => {
  for (const text of ["", "a", "ж".repeat(64), "x".repeat(200), "😀".repeat(100), '"'.repeat(200)]) {
    const sizes = new Set();
    for (const code of LONGEST_CODES) {
      for (const state of contents.STATES) {
        for (const place of [null, [-12.34567, -123.45678]]) {
          const said = contents.note({ code, state, text, place });
          assert.equal(padded(said.json, said.size).length, said.size);
          sizes.add(said.size);
        }
      }
    }
    assert.equal(sizes.size, 1, text);
  }
});

test("a note and a call of the same length are alike", () => {
  for (const text of ["", "x".repeat(60), "x".repeat(200)]) {
    const [one, other] = [contents.note({ code: "482915", text }), contents.cry({ text })];
    assert.equal(one.size, other.size);
  }
});

test("no code is so long that help could not be asked for", () => {
  for (const text of ["", "x".repeat(120), "話".repeat(200)]) {
    const said = contents.cry({ code: "話".repeat(600), text });
    assert.equal(padded(said.json, said.size).length, said.size);
  }
});

test("what was written beyond the end keeps neither a note nor a call for help from being sent", () => {
  for (const text of ["x".repeat(201), "話".repeat(900), "x".repeat(199) + "😀😀"]) {
    for (const said of [contents.cry({ text }), contents.note({ code: "482915", text })]) {
      assert.equal(padded(said.json, said.size).length, said.size);
      assert.ok(JSON.parse(said.json).text.length <= contents.NOTE_LENGTH);
      assert.ok(JSON.parse(said.json).text.isWellFormed());
    }
  }
});

test("half a sign at the end of a note does not spoil it", () => {
  const cut = "ab😀".slice(0, 3);
  assert.equal(JSON.parse(contents.note({ code: "482915", text: cut }).json).text, "ab");
  assert.equal(JSON.parse(contents.note({ code: "482915", text: "ab😀" }).json).text, "ab😀");
});

test("codes have one size, whether there is a second one, an old one, or neither", () => {
  for (const code of LONGEST_CODES) {
    for (const forced of [null, code]) {
      for (const old of [null, code]) {
        const said = contents.codes({ code, forced, old });
        assert.equal(said.size, SIZES.long);
        assert.equal(padded(said.json, said.size).length, SIZES.long);
      }
    }
  }
});

test("a pair has one size, with a code or without", () => {
  for (const code of ["", ...LONGEST_CODES]) {
    const said = contents.pair({ forced: 1, code });
    assert.equal(said.size, SIZES.short);
    assert.equal(padded(said.json, said.size).length, SIZES.short);
  }
});

test("the longest part and a key fit", () => {
  const file = new Uint8Array(contents.PART_SIZE * contents.MOST_PARTS).fill(255);
  const id = new Uint8Array(16).fill(255);
  const last = contents.part({ id, number: contents.MOST_PARTS, file });
  assert.equal(padded(last.json, last.size).length, SIZES.long);
  const key = contents.key({ bytes: new Uint8Array(1216).fill(255) });
  assert.equal(padded(key.json, key.size).length, SIZES.long);
});

test("parts put together again are the file", () => {
  const file = crypto.getRandomValues(new Uint8Array(5000));
  const id = crypto.getRandomValues(new Uint8Array(16));
  const said = Array.from({ length: contents.partsOf(file) }, (_, at) =>
    JSON.parse(contents.part({ id, number: at + 1, file }).json));
  assert.deepEqual(said.map(({ n }) => n), [1, 2, 3, 4, 5]);
  assert.ok(said.every(({ of }) => of === 5));
  const whole = Buffer.concat(said.map(({ data }) => Buffer.from(data, "base64url")));
  assert.deepEqual(new Uint8Array(whole), file);
});

test("what is too long is never sealed, nor moved to the other size", () => {
  assert.throws(() => padded("x".repeat(511), SIZES.short), TooLongError);
  assert.throws(() => padded("x".repeat(1791), SIZES.long), TooLongError);
  assert.equal(padded("x".repeat(510), SIZES.short).length, 512);
});
