/** The head of a chat: whose it is, what the bot is doing, what is pinned, and the chat's menu. */

import { button, el, fill, show } from "./nodes.js";
import { icon } from "./icons.js";
import { brief } from "./service.js";

/** A chat action is shown for so long, unless a message comes first. */
const ACTION_MS = 5000;
const COLOURS = 7;

const DOINGS = {
  typing: "typing…",
  upload_photo: "sending a photo…",
  record_video: "recording a video…",
  upload_video: "sending a video…",
  record_voice: "recording a voice message…",
  upload_voice: "sending a voice message…",
  upload_document: "sending a file…",
  choose_sticker: "choosing a sticker…",
  find_location: "looking for a place…",
  record_video_note: "recording a video…",
  upload_video_note: "sending a video…",
};

/** The round picture of somebody without a photo: their first letter on a colour of their own. */
export function avatar(name, id) {
  const letter = [...name.trim()][0]?.toUpperCase() ?? "?";
  const props = {
    class: "avatar",
    "aria-hidden": "true",
    data: { colour: Math.abs(id) % COLOURS },
  };
  return el("span", props, letter);
}

export class ChatHead {
  constructor(phone) {
    this.phone = phone;
    this.action = { sign: "", since: -Infinity, after: 0, name: "" };
    this.name = el("b", { dir: "auto" });
    this.status = el("small", { class: "status", role: "status" });
    this.picture = el("span", {});
    const about = button({ class: "about", "aria-label": "About this bot" }, () => this.#about());
    about.append(this.picture, el("span", { class: "names" }, this.name, this.status));
    const menu = button(
      { class: "round", "aria-label": "Chat menu", data: { act: "chat-menu" } },
      () => this.#menu(),
      icon("more"),
    );
    this.pinned = button({ class: "pinned", hidden: true }, () => phone.jumpTo(phone.chat.pinned));
    this.element = el(
      "header",
      { class: "chat-head" },
      el("div", { class: "bar" }, about, menu),
      this.pinned,
    );
  }

  draw(chat) {
    const { bot } = this.phone;
    this.name.textContent = bot.name;
    this.name.title = `@${bot.username}`;
    if (this.pictured !== bot.name) {
      fill(this.picture, avatar(bot.name, bot.id));
      this.pictured = bot.name;
    }
    this.#notice(chat);
    const pinned = chat.messages.find((one) => one.message_id === chat.pinned);
    show(this.pinned, Boolean(pinned));
    if (pinned) {
      const words = el(
        "span",
        {},
        el("b", {}, "Pinned message"),
        el("span", { dir: "auto" }, brief(pinned)),
      );
      fill(this.pinned, icon("pin"), words);
    }
    this.tick();
  }

  /** What the head says below the name. */
  words() {
    const { chat, person } = this.phone;
    if (person.deactivated) return "this account was deleted";
    if (chat?.standing === "blocked") return "bot was stopped";
    if (performance.now() - this.action.since < ACTION_MS)
      return DOINGS[this.action.name] ?? "busy…";
    return "bot";
  }

  tick() {
    const words = this.words();
    if (this.status.textContent === words) return;
    this.status.textContent = words;
    this.status.classList.toggle("busy", words.endsWith("…"));
  }

  #notice({ action, messages, deleted }) {
    const spoken = ({ direction }) => direction === "out";
    const lasts = [messages.findLast(spoken), deleted.findLast(spoken)].filter(Boolean);
    const last = lasts.sort((a, b) => a.message_id - b.message_id).at(-1);
    const sign = JSON.stringify(action);
    if (sign !== this.action.sign) {
      // An action of long ago, met when the page is opened, is over.
      const age = action ? this.phone.now() / 1000 - action[1] : Infinity;
      const answered = Boolean(last && action && last.date >= action[1]);
      const fresh = age < (ACTION_MS / 1000) * Math.max(1, this.phone.api.speed?.() ?? 1);
      const since = fresh && !answered ? performance.now() : -Infinity;
      this.action = { sign, since, after: last?.message_id ?? 0, name: action?.[0] ?? "" };
    } else if ((last?.message_id ?? 0) > this.action.after) {
      this.action.since = -Infinity;
    }
  }

  #about() {
    const { bot, sheets } = this.phone;
    return sheets.lay(bot.name, (close) =>
      [
        el("p", { class: "handle" }, `@${bot.username}`),
        el("p", { dir: "auto" }, bot.short_description || "This bot has no short description."),
        bot.description ? el("p", { dir: "auto" }, bot.description) : null,
        el(
          "div",
          { class: "answers" },
          button({ class: "primary", autofocus: true }, () => close(null), "Close"),
        ),
      ].filter(Boolean),
    );
  }

  #menu() {
    const { phone } = this;
    const blocked = phone.chat.standing === "blocked";
    return phone.sheets.menu(phone.bot.name, [
      {
        label: "Open a link…",
        icon: "link",
        act: () => phone.openPasted(),
        data: { act: "open-link" },
      },
      {
        label: "Delete history",
        icon: "trash",
        danger: true,
        act: () => phone.deleteHistory(),
        data: { act: "delete-history" },
      },
      blocked
        ? {
            label: "Unblock the bot",
            icon: "check",
            act: () => phone.unblock(),
            data: { act: "unblock" },
          }
        : {
            label: "Stop and block the bot",
            icon: "stop",
            danger: true,
            act: () => phone.block(),
            data: { act: "block" },
          },
    ]);
  }
}
