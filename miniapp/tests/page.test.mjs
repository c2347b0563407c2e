// The small parts: address, house, words, colours, keys, sheets, shuffling, forgetting.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadParts } from "./bundled.mjs";

const page = await loadParts();
const { fromBase64url, nameOf, readAddress, readHouse, speak, toBase64url } = page;
const CHALLENGE = toBase64url(new Uint8Array(16).fill(7));
const PUBLIC = new Uint8Array(1216).fill(5);
const KEY = { kid: nameOf(PUBLIC), public: toBase64url(PUBLIC), until: "2026-12-31" };
const DEPLOYMENT = toBase64url(new Uint8Array(16));

test("bytes are written in one way and read in that way only", () => {
  for (let size = 0; size < 70; size += 1) {
    const bytes = crypto.getRandomValues(new Uint8Array(size));
    assert.equal(toBase64url(bytes), Buffer.from(bytes).toString("base64url"));
    assert.deepEqual(fromBase64url(toBase64url(bytes)), bytes);
  }
  for (const text of ["A", "AB", "AA==", "A+AA", "A/AA", "AA AA", null, 7]) {
    assert.equal(fromBase64url(text), null, String(text));
  }
});

test("an address is read whole, and what is not well formed is missing", () => {
  const read = readAddress(`?c=${CHALLENGE}&k=0a1b2c3d&m=n&l=fa&w=1`);
  assert.deepEqual(
    { ...read, challenge: toBase64url(read.challenge) },
    { challenge: CHALLENGE, kid: "0a1b2c3d", screen: "note", language: "fa", place: true },
  );
  const none = { challenge: null, kid: null, screen: null, language: null, place: false };
  for (const search of ["", "?c=AAAA&k=XYZ&m=z&w=2", "?m=toString", `?c=${CHALLENGE}A&k=0A1B2C3D`]) {
    assert.deepEqual(readAddress(search), none, search);
  }
});

test("the house is known by its block, and a key by its own bytes", () => {
  const house = readHouse(JSON.stringify({ deployment: DEPLOYMENT, keys: [KEY], post: null }));
  assert.deepEqual(house.key(KEY.kid), PUBLIC);
  assert.equal(house.key("00000000"), null);
  assert.deepEqual(house.recipients, []);
  const renamed = readHouse(JSON.stringify({ deployment: DEPLOYMENT, keys: [{ ...KEY, kid: "00000000" }] }));
  assert.equal(renamed.key("00000000"), null);
});

test("an empty or broken block is no house", () => {
  for (const text of ["{}", "", "null", "[]", '{"deployment":"AA","keys":[]}', `{"deployment":"${DEPLOYMENT}"}`]) {
    assert.equal(readHouse(text), null, text);
  }
});

test("a language is the address's, else the browser's, else English", () => {
  assert.equal(speak("fa").direction, "rtl");
  assert.equal(speak("es-MX", "fr").language, "es");
  assert.equal(speak(null, "de-DE", "fr-CH").language, "fr");
  assert.equal(speak("constructor").language, "en");
  assert.equal(speak("fa").say("part-next", { n: 2, of: 13 }).match(/[۰-۹]+/g).join(), "۲,۱۳");
});

test("whatever colours a host gives, text can be read and controls be seen", () => {
  const random = () => `#${Buffer.from(crypto.getRandomValues(new Uint8Array(3))).toString("hex")}`;
  const names = ["bg_color", "text_color", "button_color", "button_text_color"];
  for (let round = 0; round < 500; round += 1) {
    const params = round ? Object.fromEntries(names.map((name) => [name, random()])) : {};
    for (const dark of [false, true]) {
      const { paper, ink, accent, onAccent, faint, card, key, line } = page.palette(params, dark);
      for (const ground of [paper, card, key]) assert.ok(page.contrast(ink, ground) >= 4.5);
      for (const ground of [paper, card]) assert.ok(page.contrast(faint, ground) >= 4.5);
      assert.ok(page.contrast(accent, onAccent) >= 4.5);
      assert.ok(page.contrast(accent, paper) >= 3);
      assert.ok(page.contrast(line, paper) >= 3);
    }
  }
});

test("a host's own colours are taken where they can be read", () => {
  const params = { bg_color: "#212d3b", text_color: "#ffffff", button_color: "#ffffff", button_text_color: "#111111" };
  const found = page.palette(params, false);
  assert.deepEqual([found.paper, found.ink, found.accent], ["#212d3b", "#ffffff", "#ffffff"]);
});

test("digits are mixed so that each may stand anywhere", () => {
  const first = new Set();
  for (let round = 0; round < 400; round += 1) {
    const order = page.shuffled("1234567890");
    assert.equal([...order].sort().join(""), "0123456789");
    first.add(order[0]);
  }
  assert.equal(first.size, 10);
});

test("a sheet says what was filled in, under names for people and for programs", () => {
  const { say } = speak("en");
  const filled = {
    call: { text: " Ana, 555 " },
    questions: { pairs: [["Which tree?", "the old one"], ["", ""]] },
    told: { option: "ask", text: "" },
    list: { lines: { home: "Keys with Ana" }, text: "" },
  };
  const [{ number, text }] = page.sheetTexts(filled, say);
  assert.equal(number, 0);
  assert.equal(text, [
    "[call] Whom to call\nAna, 555",
    "[questions] Questions only you can answer\n? Which tree?\n= the old one",
    "[told] What others may be told\nAsk my people first",
    "[list] When you are away\nHome, keys, rent: Keys with Ana",
  ].join("\n\n"));
  const apart = page.sheetTexts(filled, say, { apart: true });
  assert.deepEqual(apart.map((one) => one.number), [1, 5, 6, 7]);
  assert.deepEqual(page.sheetTexts({ call: { text: "  " } }, say), []);
});

test("the length of a sheet says little", () => {
  const sizes = [0, 1, 2048, 2049, 4096, 4097, 9000].map((size) => page.filled("x".repeat(size)).length);
  assert.deepEqual(sizes, [2048, 2048, 2048, 4096, 4096, 8192, 12288]);
});

test("a key locked by words opens with them alone, and never lies open in the text", async () => {
  const { identity, recipient } = await page.makeKey();
  assert.ok(page.recipientBytes(recipient));
  const locked = await page.lockKey(identity, "four quiet words here");
  assert.ok(page.isLocked(locked) && !locked.includes(identity));
  assert.equal(await page.unlockKey(locked, "four quiet words here"), identity);
  await assert.rejects(page.unlockKey(locked, "four quiet words her"));
});

test("a key is read from paper however it was copied", async () => {
  const { identity } = await page.makeKey();
  const paper = page.onPaper(identity);
  assert.ok(paper.every((group) => group.length <= 4));
  for (const typed of [identity, identity.toLowerCase(), paper.join(" "), paper.join("\n").toLowerCase(), paper.join("-")]) {
    assert.equal(page.ownKey(typed), identity, typed);
  }
  const wrong = paper.join("").replace(/.$/, (one) => (one === "Q" ? "P" : "Q"));
  for (const typed of ["", "1", wrong, "AGE-SECRET-KEY-1ABC"]) assert.equal(page.ownKey(typed), null);
});

/** A document and a window whose clock and sight the test moves. */
function stage() {
  const listeners = {};
  const on = (type, listener) => (listeners[type] = listener);
  const document = { visibilityState: "visible", addEventListener: on };
  const clock = { now: 0, forgot: 0 };
  const forget = () => (clock.forgot += 1);
  page.forgetWhenHidden(document, { addEventListener: on }, { on }, forget, () => clock.now);
  const turn = (state, after) => {
    clock.now += after;
    document.visibilityState = state;
    listeners.visibilitychange();
  };
  const put = (shown, after) => {
    clock.now += after;
    listeners.visibility_changed({ is_visible: shown });
  };
  return { clock, turn, put, leave: () => listeners.pagehide() };
}

test("what was typed is kept for a look away and forgotten after a minute", () => {
  const { clock, turn, leave } = stage();
  turn("hidden", 0);
  turn("visible", 59_000);
  assert.equal(clock.forgot, 0);
  turn("hidden", 0);
  turn("visible", 60_000);
  assert.equal(clock.forgot, 1);
  turn("hidden", 0);
  turn("visible", -5);
  assert.equal(clock.forgot, 2, "a clock that was set back");
  leave();
  assert.equal(clock.forgot, 3);
});

test("what a client has put aside is out of sight, whatever the document says", () => {
  const { clock, turn, put } = stage();
  put(false, 0);
  put(true, 59_000);
  assert.equal(clock.forgot, 0);
  put(false, 0);
  put(true, 60_000);
  assert.equal(clock.forgot, 1);
  put(false, 0);
  turn("hidden", 30_000);
  turn("visible", 1_000);
  put(true, 29_000);
  assert.equal(clock.forgot, 2, "the minute began when it was put aside");
});
