// A sheet to be filled in, locked on this phone to the people who are named at its end.

import { LONGEST, sealSheet } from "../agefile.js";
import { button, choice, el, labelled, quietField } from "../elements.js";
import { mainButton } from "../page.js";
import { whoCanOpen } from "../people.js";
import { SECTIONS, sheetTexts } from "../sheet.js";
import { lockedScreen, sameHouse, waitingScreen } from "./locked.js";

const LONGEST_TEXT = "4000";
const LONGEST_LINE = "1000";

export async function sheetScreen(page) {
  // First what needs no waiting, so that the page is there at once.
  write(page);
  const turn = page.turn();
  const left = page.sealing ? await page.keeping.read("left") : null;
  if (left && page.turn() === turn) waitingScreen(page, left, () => write(page));
}

function write(page) {
  const { say } = page;
  const parts = SECTIONS.map((section) => ({ section, ...fieldsOf(page, section) }));
  const people = whoCanOpen(page);
  // Parts can be given to different people; they cost nothing where all of them go in one press.
  const apart = el("input", { type: "checkbox", autocomplete: "off" });
  apart.checked = Boolean(page.sealing && sameHouse(page.house.post));
  const lock = mainButton(say("lock"), async () => {
    const filled = Object.fromEntries(parts.map(({ section, read }) => [section.name, read()]));
    const texts = sheetTexts(filled, say, { apart: apart.checked });
    if (!texts.length) return page.tell(say("sheet-empty"));
    const recipients = people.chosen();
    if (!recipients.length) return page.tell(say("who-none"));
    lock.disabled = true;
    page.tell(say("working"));
    try {
      const files = await page.slowly(() => Promise.all(texts.map(async ({ number, text }) => (
        { number, file: await sealSheet(text, recipients) }))));
      if (files.some(({ file }) => file.length > LONGEST)) {
        lock.disabled = false;
        return page.tell(say("sheet-long"));
      }
      people.remember();
      return lockedScreen(page, files, () => write(page));
    } catch {
      lock.disabled = false;
      return page.tell(say("failed"));
    }
  });
  page.show({
    title: say("title-sheet"),
    body: [
      el("p", {}, say("sheet-why")),
      ...parts.map(({ element }) => element),
      people.element,
      el("label", { class: "tick" }, apart, el("span", {}, say("apart"))),
    ],
    foot: [lock],
  });
}

/** The fields of one section under a heading that opens it; gives {element, read()}. */
function fieldsOf(page, section) {
  const { say } = page;
  const hint = section.hint === false ? null : say(`hint-${section.name}`);
  const inside = { pairs, options, lines }[Object.keys(section)[1] ?? ""] ?? plainText;
  const { elements, read } = inside(page, section, hint);
  const element = el(
    "details",
    { class: "section" },
    el("summary", {}, say(`sheet-${section.name}`)),
    el("div", {}, elements),
  );
  return { element, read };
}

function area(rows = "3") {
  return quietField("textarea", { rows, maxlength: LONGEST_TEXT, autocapitalize: "sentences" });
}

function line() {
  return quietField("input", { maxlength: LONGEST_LINE });
}

function plainText(page, section, hint) {
  const text = area();
  text.setAttribute("aria-label", page.say(`sheet-${section.name}`));
  return { elements: [el("p", { class: "hint" }, hint), text], read: () => ({ text: text.value }) };
}

function pairs(page, section, hint) {
  const { say } = page;
  const fields = Array.from({ length: section.pairs }, () => [line(), line()]);
  const elements = fields.flatMap(([asked, answered], at) => [
    labelled(say("question", { n: at + 1 }), asked),
    labelled(say("answer", { n: at + 1 }), answered),
  ]);
  const read = () => ({ pairs: fields.map((pair) => pair.map((one) => one.value)) });
  return { elements: [el("p", { class: "hint" }, hint), ...elements], read };
}

function options(page, section, hint) {
  const { say } = page;
  const chosen = choice(hint, section.options.map((one) => [one, say(`told-${one}`)]), null);
  chosen.element.classList.add("tall");
  const text = area("2");
  const read = () => ({ option: chosen.value(), text: text.value });
  return { elements: [chosen.element, labelled(say("more"), text)], read };
}

function lines(page, section, hint) {
  const { say } = page;
  const fields = section.lines.map((one) => [one, line()]);
  const text = area("2");
  const read = () => ({
    lines: Object.fromEntries(fields.map(([one, field]) => [one, field.value])),
    text: text.value,
  });
  return {
    elements: [
      el("p", { class: "hint" }, hint),
      ...fields.map(([one, field]) => labelled(say(`list-${one}`), field)),
      labelled(say("more"), text),
    ],
    read,
  };
}
