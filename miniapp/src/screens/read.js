// Opens a sheet that is meant for its reader; its words stay in this page and go when it closes.

import { isLocked, LONGEST, openSheet, unlockKey } from "../agefile.js";
import { phraseField } from "../codefield.js";
import { button, el, fileField, labelled, quietField } from "../elements.js";
import { mainButton } from "../page.js";
import { ownKey } from "../recipients.js";

export async function readScreen(page) {
  const { say, keeping } = page;
  const chosen = fileField(say("read-file"));
  const typed = quietField("textarea", { rows: "2" });
  const lock = phraseField(page, say("key-words"));
  const key = labelled(say("read-key"), typed, say("read-key-hint"));
  let kept = null;

  const given = () => typed.value.trim() || kept || "";
  const showLock = () => {
    lock.element.hidden = !isLocked(given());
  };
  typed.addEventListener("input", showLock);
  const open = mainButton(say("read-open"), async () => {
    const file = chosen.file();
    if (!file) return page.tell(say("read-none"));
    open.disabled = true;
    page.tell(say("working"));
    try {
      const text = await page.slowly(async () => {
        if (file.size > 2 * LONGEST) throw new RangeError("no sheet is so long");
        const bytes = new Uint8Array(await file.arrayBuffer());
        return openSheet(bytes, await identity(given(), lock.input.value));
      });
      return shown(page, text);
    } catch {
      open.disabled = false;
      // It may have been sealed to a key of before, which now stands on paper only.
      key.hidden = false;
      return page.tell(say("read-not"));
    }
  });
  showLock();
  page.show({
    title: say("title-read"),
    body: [el("p", {}, say("read-why")), chosen.element, key, lock.element],
    foot: [open],
  });
  kept = (await keeping.readSecure("own")) ?? (await keeping.read("own"));
  if (kept) {
    key.hidden = true;
    showLock();
  }
}

async function identity(text, words) {
  const found = ownKey(isLocked(text) ? await unlockKey(text, words) : text);
  if (!found) throw new TypeError("no key");
  return found;
}

function shown(page, text) {
  const { say } = page;
  const lines = text.split("\n").map((line) => {
    const heading = line.match(/^\[\w+\] (.*)$/);
    return heading ? el("h2", { dir: "auto" }, heading[1]) : el("p", { dir: "auto" }, line);
  });
  page.show({
    title: say("title-read"),
    body: [el("article", {}, lines)],
    foot: [button(say("read-close"), page.restart, { class: "second" })],
    back: page.restart,
  });
}
