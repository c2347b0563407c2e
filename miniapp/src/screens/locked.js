// Where a locked sheet goes: to the chat part by part, over the house's own address, or into a file.

import { fromBase64url, toBase64url } from "../base64url.js";
import { MOST_PARTS, part, partsOf } from "../contents.js";
import { button, el } from "../elements.js";
import { mainButton } from "../page.js";

const ID_SIZE = 16;
const KIND = "application/octet-stream";

/** Shows the ways out of the page; `files` are [{number, file}], number 0 is a whole sheet. */
export async function lockedScreen(page, files, back) {
  const { say } = page;
  const size = Math.ceil(files.reduce((sum, { file }) => sum + file.length, 0) / 1024);
  const parts = files.reduce((sum, { file }) => sum + partsOf(file), 0);
  const fits = files.every(({ file }) => partsOf(file) <= MOST_PARTS);
  const byParts = Boolean(page.sealing) && fits && (await page.keeping.works());
  const address = page.sealing ? sameHouse(page.house.post) : null;

  const ways = [];
  if (address) ways.push([el("p", { class: "hint" }, say("post-why")), form(page, address, files)]);
  if (byParts) {
    const begin = async (event) => {
      event.target.disabled = true;
      const left = files.map(({ number, file }) => ({ id: newId(number), file, next: 1 }));
      await sendNext(page, left, event.target);
    };
    ways.push([
      el("p", { class: "hint" }, say("parts-why")),
      button(say("parts", { n: parts }), begin, { class: address ? "second" : "main" }),
    ]);
  }
  ways.push([
    el("p", { class: "hint" }, say("file-why")),
    ...files.map(({ number, file }) => saving(page, number, file)),
  ]);
  page.show({
    title: say("title-sheet"),
    body: [
      el("p", {}, say("locked", { n: size })),
      ...ways.map((one) => el("section", { class: "way" }, one)),
    ],
    back,
  });
}

/** Shows what is still to be sent, from an earlier opening. */
export function waitingScreen(page, kept, startAnew) {
  const { say } = page;
  const left = readLeft(kept);
  if (!left) return;
  const all = left.reduce((sum, { file }) => sum + partsOf(file), 0);
  const gone = left.reduce((sum, { next }) => sum + next - 1, 0);
  const send = mainButton(say("send"), () => {
    send.disabled = true;
    return sendNext(page, left, send);
  });
  page.show({
    title: say("title-sheet"),
    body: [el("p", {}, say("part-next", { n: gone + 1, of: all }))],
    foot: [
      button(say("part-drop"), async () => {
        await page.keeping.drop("left");
        startAnew();
      }, { class: "plain" }),
      send,
    ],
  });
}

/** Sends one part; what comes next is kept first, for the host closes the page at once. */
async function sendNext(page, left, wait) {
  const at = left.findIndex(({ file, next }) => next <= partsOf(file));
  const { id, file, next } = left[at];
  const after = left.map((one, place) => (place === at ? { ...one, next: next + 1 } : one));
  const over = after.every((one) => one.next > partsOf(one.file));
  const kept = after.map((one) => [toBase64url(one.id), one.next, toBase64url(one.file)]);
  const done = await (over
    ? page.keeping.drop("left")
    : page.keeping.write("left", JSON.stringify(kept)));
  wait.disabled = false;
  if (!done) return page.tell(page.say("failed"));
  return page.send(part({ id, number: next, file }), wait);
}

function readLeft(kept) {
  try {
    const read = JSON.parse(kept).map(([id, next, file]) => (
      { id: fromBase64url(id), next, file: fromBase64url(file) }));
    const whole = read.every(({ id, next, file }) =>
      id?.length === ID_SIZE && file?.length && Number.isInteger(next) && next >= 1);
    return whole && read.some(({ next, file }) => next <= partsOf(file)) ? read : null;
  } catch {
    return null;
  }
}

/** Names a file that goes in parts: its first byte is the section's number, 0 for a whole sheet. */
function newId(number) {
  const id = crypto.getRandomValues(new Uint8Array(ID_SIZE));
  id[0] = number;
  return id;
}

function nameOf(number) {
  return number ? `sheet-${number}` : "sheet";
}

function form(page, address, files) {
  const hidden = (name, value) => el("input", { type: "hidden", name, value });
  return el(
    "form",
    { method: "post", action: address },
    hidden("c", toBase64url(page.sealing.challenge)),
    files.map(({ number, file }) => hidden(nameOf(number), toBase64url(file))),
    el("button", { class: "main" }, page.say("send")),
  );
}

/** The policy of the page lets a form go to the house that served it, and nowhere else. */
export function sameHouse(post) {
  if (!post) return null;
  const address = new URL(post, location.href);
  return address.origin === location.origin && location.protocol !== "file:" ? address.href : null;
}

function saving(page, number, file) {
  const words = number ? page.say("file-one", { n: number }) : page.say("file");
  return saveButton(page, words, `${nameOf(number)}.age`, file);
}

/** A button that hands a file to the phone: shared where a phone shares files, else saved. */
export function saveButton(page, words, name, bytes) {
  return button(words, async () => {
    const made = new File([bytes], name, { type: KIND });
    if (navigator.canShare?.({ files: [made] })) {
      try {
        await navigator.share({ files: [made] });
        return;
      } catch (problem) {
        if (problem.name === "AbortError") return;
      }
    }
    const link = el("a", { href: URL.createObjectURL(made), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }, { class: "second" });
}
