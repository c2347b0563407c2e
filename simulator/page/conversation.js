/** Keeps a phone's messages on its screen: changes only what changed, and tells what is new. */

import { button, el, fill, show } from "./nodes.js";
import { icon } from "./icons.js";
import { bubble } from "./bubble.js";
import { brief, serviceWords } from "./service.js";
import { dayName, moment } from "./times.js";

/** So many messages are drawn at first, and so many more at each press. */
const DRAWN_AT_ONCE = 100;
/** So near to the end, in pixels, the newest message stays in view. */
const NEAR_THE_END = 80;
const HIGHLIGHT_MS = 1500;

export class Conversation {
  constructor(phone) {
    this.phone = phone;
    this.drawn = new Map();
    this.most = DRAWN_AT_ONCE;
    this.newest = null;
    this.missed = 0;
    /** The newest message is kept in view, however high the screen is. */
    this.atEnd = true;
    this.list = el("ol", { class: "messages", "aria-label": "Messages" });
    this.earlier = button(
      { class: "plain earlier", hidden: true },
      () => this.#showEarlier(),
      "Earlier messages",
    );
    this.welcome = el("div", { class: "welcome", hidden: true });
    this.scroller = el("div", {
      class: "scroller",
      tabindex: "0",
      role: "region",
      "aria-label": "Chat",
    });
    this.scroller.append(this.earlier, this.welcome, this.list);
    this.down = button(
      { class: "round down", hidden: true, "aria-label": "To the newest message" },
      () => this.toEnd(),
      icon("back"),
    );
    this.live = el("div", { class: "unseen", "aria-live": "polite", role: "log" });
    this.element = el("div", { class: "conversation" }, this.scroller, this.down, this.live);
    this.scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.scroller);
  }

  draw(chat) {
    const { atEnd } = this;
    const all = this.phone.memory.get("showDeleted")
      ? [...chat.messages, ...chat.deleted].sort((a, b) => a.message_id - b.message_id)
      : chat.messages;
    const shown = all.slice(-this.most);
    show(this.earlier, all.length > shown.length);
    this.#tell(chat.messages);
    this.#place(shown);
    this.#greet(chat);
    if (atEnd) this.toEnd();
    else this.#scrolled();
  }

  /** Bring a message into view and mark it for a moment. */
  jumpTo(id) {
    const node = this.drawn.get(`m${id}`)?.node;
    if (!node) return;
    node.scrollIntoView({ block: "center" });
    node.classList.add("pointed-at");
    setTimeout(() => node.classList.remove("pointed-at"), HIGHLIGHT_MS);
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.missed = 0;
    this.#scrolled();
  }

  #place(shown) {
    const wanted = new Map();
    let lastDay = "";
    for (const one of shown) {
      const day = dayName(moment(one.date), this.phone.zone, this.phone.now());
      if (day !== lastDay) {
        const make = () => el("li", { class: "day" }, el("span", {}, day));
        wanted.set(`d${one.message_id}`, { sign: day, make });
      }
      lastDay = day;
      const make = () => bubble(one, this.phone);
      wanted.set(`m${one.message_id}`, { sign: this.#sign(one), make });
    }
    for (const [key, { node }] of this.drawn) {
      if (wanted.has(key)) continue;
      node.remove();
      this.drawn.delete(key);
    }
    let before = null;
    for (const [key, { sign, make }] of wanted) {
      let known = this.drawn.get(key);
      if (known?.sign !== sign) {
        const node = make();
        if (known) replace(known.node, node);
        known = { sign, node };
        this.drawn.set(key, known);
      }
      const next = before ? before.nextSibling : this.list.firstChild;
      if (next !== known.node) this.list.insertBefore(known.node, next);
      before = known.node;
    }
  }

  /** All that decides how a message looks; the same sign means that nothing is to be drawn. */
  #sign(one) {
    const relative = one.entities.some((each) => each.date_time_format === "r");
    const minute = relative ? Math.floor(this.phone.now() / 60_000) : 0;
    const waiting = this.phone.taps.under(one.message_id);
    return JSON.stringify([one, this.phone.zone, this.phone.bot.name, waiting, minute]);
  }

  #tell(messages) {
    const before = this.newest;
    this.newest = new Map(messages.map((one) => [one.message_id, one.text]));
    if (before === null) return;
    const name = this.phone.bot.name;
    const most = [...before.keys()].at(-1) ?? 0;
    const words = [];
    for (const one of messages) {
      const fresh = one.message_id > most;
      const changed = before.has(one.message_id) && before.get(one.message_id) !== one.text;
      if (one.direction !== "out" || !(fresh || changed)) continue;
      const said = serviceWords(one.more, name) || brief(one);
      words.push(changed ? `${name} changed a message: ${said}` : `${name}: ${said}`);
      if (fresh && !this.atEnd) this.missed += 1;
    }
    if (words.length)
      fill(
        this.live,
        words.map((one) => el("p", { dir: "auto" }, one)),
      );
  }

  #greet(chat) {
    const { bot } = this.phone;
    const empty = !chat.messages.length;
    show(this.welcome, empty);
    if (!empty) return;
    const words = bot.description || bot.short_description;
    fill(
      this.welcome,
      words
        ? [el("b", {}, "What can this bot do?"), el("p", { dir: "auto" }, words)]
        : el("p", {}, "No messages here yet."),
    );
  }

  #showEarlier() {
    this.most += DRAWN_AT_ONCE;
    const height = this.scroller.scrollHeight;
    this.phone.draw();
    this.scroller.scrollTop += this.scroller.scrollHeight - height;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.atEnd = scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
    if (this.atEnd) this.missed = 0;
    show(this.down, !this.atEnd);
    this.down.dataset.count = this.missed || "";
  }
}

/** Put a new node in the old one's place; the focus stays on what has the same words. */
function replace(old, node) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceWith(node);
  if (!focused) return;
  const same = [...node.querySelectorAll("button, a")].find(
    (one) => one.textContent === focused.textContent && one.tagName === focused.tagName,
  );
  (same ?? node.querySelector("button, a"))?.focus({ preventScroll: true });
}
