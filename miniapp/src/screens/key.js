// Makes a reader's own key: kept on the phone, written on paper, and only its open half is sent.

import { isLocked, lockKey, LONG_ENOUGH, makeKey, recipientOf, unlockKey } from "../agefile.js";
import { phraseField } from "../codefield.js";
import { plain } from "../choosing.js";
import { key } from "../contents.js";
import { button, el } from "../elements.js";
import { mainButton } from "../page.js";
import { letters, onPaper, ownKey, recipientBytes } from "../recipients.js";
import { saveButton } from "./locked.js";

export async function keyScreen(page) {
  page.show({ title: page.say("title-key"), body: [el("p", {}, page.say("working"))] });
  const turn = page.turn();
  const open = await page.keeping.readSecure("own");
  const locked = open ? null : await page.keeping.read("own");
  if (page.turn() !== turn) return;
  if (open || locked) there(page, open, locked);
  else begin(page);
}

function begin(page) {
  const { say } = page;
  const make = mainButton(say("key-make"), async () => {
    make.disabled = true;
    const { made, kept } = await page.slowly(async () => {
      const made = await makeKey();
      return { made, kept: await page.keeping.writeSecure("own", made.identity) };
    });
    return kept ? finished(page, made) : lockIt(page, made);
  });
  page.show({ title: say("title-key"), body: [el("p", {}, say("key-why"))], foot: [make] });
}

/** There is a key on this phone: the same one is sent again, or another is made. */
function there(page, open, locked) {
  const { say } = page;
  const phrase = phraseField(page, say("key-words"));
  const use = mainButton(say("key-use"), async () => {
    use.disabled = true;
    try {
      return finished(page, await page.slowly(async () => {
        const identity = ownKey(open ?? await unlockKey(locked, phrase.input.value));
        return { identity, recipient: await recipientOf(identity) };
      }));
    } catch {
      use.disabled = false;
      return page.tell(say("key-not"));
    }
  });
  page.show({
    title: say("title-key"),
    body: [el("p", {}, say("key-there")), isLocked(locked ?? "") ? phrase.element : null],
    foot: [button(say("key-another"), () => begin(page), { class: "plain" }), use],
  });
}

/** Without a secure store the key is locked by words before anything keeps it. */
function lockIt(page, made) {
  const { say } = page;
  const first = phraseField(page, say("key-words"));
  const second = phraseField(page, say("key-words-again"));
  const lock = mainButton(say("next"), async () => {
    const words = first.input.value;
    if ([...plain(words)].length < LONG_ENOUGH) return page.tell(say("key-short", { n: LONG_ENOUGH }));
    if (words !== second.input.value) return page.tell(say("choose-differ"));
    lock.disabled = true;
    page.tell(say("working"));
    return finished(page, await page.slowly(async () => {
      const locked = await lockKey(made.identity, words);
      const kept = await page.keeping.write("own", locked);
      return { ...made, locked: kept ? null : locked };
    }));
  });
  page.show({
    title: say("title-key"),
    body: [el("p", {}, say("key-lock-why")), first.element, second.element],
    foot: [lock],
    back: () => begin(page),
  });
}

function finished(page, { identity, recipient, locked = null }) {
  const { say } = page;
  const bytes = recipientBytes(recipient);
  const paper = el("ol", { class: "paper", dir: "ltr", hidden: true },
    onPaper(identity).map((group) => el("li", {}, group)));
  const print = button(say("print"), () => globalThis.print(), { class: "second", hidden: true });
  const showPaper = button(say("paper-show"), () => {
    paper.hidden = print.hidden = false;
    showPaper.hidden = true;
  }, { class: "second" });
  const send = page.sealing
    ? mainButton(say("send"), () => page.send(key({ bytes }), send))
    : null;
  page.show({
    title: say("title-key"),
    body: [
      el("section", { class: "way" },
        el("p", {}, say("key-letters")),
        el("code", { dir: "ltr", class: "letters" }, letters(bytes))),
      el("section", { class: "way" },
        el("p", {}, say("paper-why")), showPaper, paper, print),
      locked && el("section", { class: "way" },
        el("p", {}, say("key-not-kept")),
        saveButton(page, say("file"), "key.txt", new TextEncoder().encode(locked))),
      send ? null : el("section", { class: "way" },
        el("p", {}, say("key-by-hand")),
        el("textarea", { readonly: true, rows: "4", dir: "ltr", "aria-label": say("title-key") }, recipient)),
    ],
    foot: send ? [send] : [],
  });
}
