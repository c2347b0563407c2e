/** The lock screen of a phone that lies face down: what arrives there, whether it sounds. */

import { button, el, fill, show } from "./nodes.js";
import { icon } from "./icons.js";
import { inWords } from "./media.js";
import { serviceWords } from "./service.js";
import { clockTime, day, moment } from "./times.js";

/** A lock screen shows about three lines of a message. */
const LONGEST_NOTE = 110;

export class LockScreen {
  constructor(phone) {
    this.phone = phone;
    /** Texts as they arrived, by message: an edit does not change a notification. */
    this.arrived = new Map();
    this.time = el("time", { class: "lock-time" });
    this.date = el("p", { class: "lock-date" });
    this.list = el("ul", { class: "notes", "aria-label": "Notifications" });
    this.residue = el("p", { class: "residue", hidden: true });
    this.empty = el("p", { class: "nothing" }, "No notifications");
    this.live = el("div", { class: "unseen", role: "log", "aria-live": "polite" });
    const up = button(
      { class: "pick-up", data: { act: "pick-up" } },
      () => phone.pickUp(),
      icon("phone"),
      "Pick the phone up",
    );
    const head = el("div", { class: "lock-head" }, icon("lock", "Locked"), this.time, this.date);
    const props = { class: "lock", role: "region", "aria-label": "Lock screen", hidden: true };
    this.element = el("div", props, head, this.empty, this.list, this.residue, this.live, up);
  }

  /** A new message of the bot, as the stand-in tells it: {message_id, text, silent}. */
  arrive(event) {
    this.arrived.set(event.message_id, event);
  }

  /** Lay the phone down: from here on messages arrive unread. */
  layDown(chat) {
    const newest = Math.max(
      chat.messages.at(-1)?.message_id ?? 0,
      chat.deleted.at(-1)?.message_id ?? 0,
    );
    this.arrived.clear();
    this.phone.memory.set({ faceDown: true, seenUpTo: newest, notes: [], withdrawn: 0 });
  }

  pickUp() {
    this.arrived.clear();
    this.phone.memory.set({ faceDown: false, notes: [], withdrawn: 0 });
  }

  draw(chat) {
    const { memory } = this.phone;
    show(this.element, memory.get("faceDown"));
    if (!memory.get("faceDown")) return;
    this.#collect(chat);
    this.#withdraw(chat);
    const notes = memory.get("notes");
    show(this.empty, !notes.length);
    fill(
      this.list,
      [...notes].reverse().map((one) => this.#note(one)),
    );
    const gone = memory.get("withdrawn");
    show(this.residue, gone > 0);
    this.residue.textContent =
      `${gone === 1 ? "A notification was" : `${gone} notifications were`} withdrawn because the ` +
      "message was deleted. The phone’s own notification history may keep it.";
    this.tick(this.phone.now());
  }

  tick(now) {
    this.time.textContent = clockTime(now, this.phone.zone);
    this.date.textContent = day(now, this.phone.zone);
  }

  #collect(chat) {
    const { memory } = this.phone;
    const notes = [...memory.get("notes")];
    const told = [];
    let seenUpTo = memory.get("seenUpTo");
    for (const one of [...chat.messages, ...chat.deleted].sort(
      (a, b) => a.message_id - b.message_id,
    )) {
      if (one.message_id <= seenUpTo) continue;
      seenUpTo = one.message_id;
      // A service message of the bot's own doing, such as a pin, arrives like any other.
      if (one.direction !== "out") continue;
      const first = this.arrived.get(one.message_id);
      notes.push({
        id: one.message_id,
        words: firstWords(one, first, this.phone.bot.name),
        silent: one.silent,
        at: one.date,
      });
      told.push(notes.at(-1));
    }
    if (told.length) this.#say(told);
    if (seenUpTo !== memory.get("seenUpTo")) memory.set({ notes, seenUpTo });
  }

  #withdraw(chat) {
    const { memory } = this.phone;
    const here = new Set(chat.messages.map((one) => one.message_id));
    const notes = memory.get("notes");
    const left = notes.filter((one) => here.has(one.id));
    if (left.length === notes.length) return;
    memory.set({ notes: left, withdrawn: memory.get("withdrawn") + notes.length - left.length });
  }

  #note({ id, words, silent, at }) {
    const { bot, zone } = this.phone;
    const sound = silent
      ? el("span", { class: "badge" }, icon("bellOff"), "silent")
      : el("span", { class: "badge loud" }, icon("bell"), "sounds");
    return el("li", { class: "note", data: { note: id } }, [
      el(
        "div",
        { class: "note-head" },
        "Telegram",
        sound,
        el("time", {}, clockTime(moment(at), zone)),
      ),
      el("b", { dir: "auto" }, bot.name),
      el("p", { dir: "auto" }, words),
    ]);
  }

  #say(notes) {
    const whose = this.phone.person.first_name;
    fill(
      this.live,
      notes.map(({ words, silent }) => {
        const how = silent ? "silent notification" : "notification that sounds";
        return el("p", { dir: "auto" }, `${whose}’s phone, ${how}: ${words}`);
      }),
    );
  }
}

/** What a notification says: the text as it first came, spoilers covered, cut where phones cut. */
function firstWords(message, arrived, botName) {
  const carried = serviceWords(message.more, botName) || inWords(message.more);
  const text = arrived?.text ?? message.text;
  const said = text === message.text ? covered(text, message.entities) : text;
  const words = [carried, said].filter(Boolean).join(": ").replace(/\s+/g, " ");
  const letters = [...words];
  if (letters.length <= LONGEST_NOTE) return words;
  const cut = letters.slice(0, LONGEST_NOTE).join("");
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST_NOTE / 2)).trimEnd()}…`;
}

function covered(text, entities) {
  let shown = text;
  for (const one of entities.filter((each) => each.type === "spoiler")) {
    const hidden = "▒".repeat(one.length);
    shown = shown.slice(0, one.offset) + hidden + shown.slice(one.offset + one.length);
  }
  return shown;
}
