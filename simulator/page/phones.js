/** The row of phones: which there are, who is added, and what reaches which of them. */

import { button, el, show } from "./nodes.js";
import { icon } from "./icons.js";
import { Phone } from "./phone.js";
import { Sheets } from "./sheets.js";
import { pasted } from "./links.js";
import { addedPhones, rememberAdded } from "./memory.js";

/** More phones than these are drawn only when asked for. */
const DRAWN_AT_ONCE = 12;
/** Telegram's ids of accounts are positive and have up to 52 bits; these are far from early ones. */
const FIRST_NEW_ID = 7_000_000_000;

/** Draw the row into `element` and keep it fresh. */
export function mount(element, { api }) {
  return new Row(element, api);
}

class Row {
  constructor(element, api) {
    this.api = api;
    this.phones = new Map();
    this.town = null;
    this.most = DRAWN_AT_ONCE;
    this.list = el("div", { class: "phones" });
    this.empty = el("p", { class: "no-phones", hidden: true }, "No one has a phone yet.");
    this.more = button({ class: "plain more-phones", hidden: true }, () => this.#showMore());
    this.add = button(
      { class: "add-person", data: { act: "add-person" } },
      () => this.addPerson(),
      icon("plus"),
      "Add a person",
    );
    this.stage = el("dialog", { class: "row-stage", "aria-label": "Phones" });
    const foot = el("div", { class: "row-foot" }, this.more, this.add);
    element.append(this.empty, this.list, foot, this.stage);
    this.sheets = new Sheets(this.stage, element);
    api.listen("hello", () => this.#begin());
    api.listen("town", () => this.#read());
    api.listen("slots", ({ name }) => (name === "phones" ? this.#read() : null));
    api.listen("chat", (event) => this.#phone(event)?.refresh() ?? this.#stranger(event));
    api.listen("notify", (event) => this.#phone(event)?.notified(event));
    api.listen("calls", () => this.#each((phone) => phone.taps.check()));
    api.onTick((now) => this.#each((phone) => phone.tick(now)));
  }

  /** The stream begins, or begins anew: everything may have changed. */
  async #begin() {
    await this.#read();
    this.#each((phone) => phone.refresh());
  }

  async #read() {
    this.town = await this.api.town();
    this.#arrange();
  }

  #phone({ bot, chat_id }) {
    return this.phones.get(`${bot} ${chat_id}`);
  }

  #each(act) {
    for (const phone of this.phones.values()) act(phone);
  }

  /** News of a chat without a phone: somebody's first. */
  #stranger({ bot, chat_id }) {
    const known = this.town?.chats.some((one) => one.bot === bot && one.chat_id === chat_id);
    return known || chat_id < 0 ? null : this.#read();
  }

  #arrange() {
    const people = byId(this.town.people);
    const bots = byId(this.town.bots);
    const known = this.#wanted().filter((one) => people.has(one.person) && bots.has(one.bot));
    const wanted = new Map(known.map((one) => [`${one.bot} ${one.person}`, one]));
    const shown = new Map([...wanted].slice(0, this.most));
    for (const [key, phone] of this.phones) {
      if (shown.has(key)) continue;
      phone.remove();
      this.phones.delete(key);
    }
    let before = null;
    for (const [key, caption] of shown) {
      const person = people.get(caption.person);
      const bot = inTheirLanguage(bots.get(caption.bot), person);
      let phone = this.phones.get(key);
      if (phone) phone.describe({ person, bot, caption });
      else phone = new Phone({ api: this.api, bot, person, caption, row: this });
      this.phones.set(key, phone);
      const next = before ? before.nextSibling : this.list.firstChild;
      if (next !== phone.element) this.list.insertBefore(phone.element, next);
      before = phone.element;
    }
    const left = wanted.size - shown.size;
    show(this.more, left > 0);
    this.more.textContent = `Show ${Math.min(left, DRAWN_AT_ONCE)} more of ${left} phones`;
    show(this.empty, !this.phones.size);
  }

  /** Who is to be seen: the slot's, or all in order of entering; then those added by hand. */
  #wanted() {
    const { slots, chats, bots, people } = this.town;
    if (!bots.length) return [];
    const first = bots[0].id;
    const given = slots?.phones?.map((one) => ({ ...one, bot: one.bot ?? first }));
    return [...(given ?? everybody(people, chats, first)), ...addedPhones()];
  }

  #showMore() {
    this.most += DRAWN_AT_ONCE;
    this.#arrange();
  }

  /** Give somebody a phone: a new person, with a chat they have not begun. */
  async addPerson(link = null) {
    const bots = this.town?.bots ?? [];
    if (!bots.length) return this.sheets.toast("There is no bot yet.");
    const known = bots.find((one) => one.username.toLowerCase() === link?.username.toLowerCase());
    const names = bots.map((one) => [String(one.id), `${one.name} (@${one.username})`]);
    const given = await this.sheets.form(
      "Add a person",
      [
        { name: "first_name", label: "First name", required: true, maxlength: 64 },
        {
          name: "language_code",
          label: "Language of the phone (en, fa, ar…)",
          value: "en",
          pattern: "[a-z]{2,3}(-[A-Za-z0-9]+)*",
        },
        ...(known || bots.length === 1
          ? []
          : [{ name: "bot", label: "Bot", options: names, value: names[0][0] }]),
        ...(link ? [] : [{ name: "link", label: "Start link (may be left empty)" }]),
      ],
      "Add",
    );
    if (!given) return null;
    const followed = link ?? (given.link ? pasted(given.link) : null);
    const named = bots.find(
      (one) => one.username.toLowerCase() === followed?.username.toLowerCase(),
    );
    const bot = (known ?? named)?.id ?? Number(given.bot ?? bots[0].id);
    const id = Math.max(FIRST_NEW_ID, ...this.town.people.map((one) => one.id)) + 1;
    try {
      await this.api.tell("people", {
        id,
        first_name: given.first_name,
        language_code: given.language_code,
      });
    } catch (problem) {
      return this.sheets.toast(problem.message);
    }
    return this.#bring(bot, id, followed);
  }

  /** Offer a start link to the other phones, and to one that is not there yet. */
  openElsewhere(link, from) {
    const bot = this.town.bots.find(
      (one) => one.username.toLowerCase() === link.username.toLowerCase(),
    );
    const others = [...this.phones.values()].filter((one) => one.person.id !== from.person.id);
    const people = [...new Map(others.map((one) => [one.person.id, one])).values()];
    return from.sheets.menu("Open on which phone?", [
      ...people.map((one) => ({
        label: one.name.textContent,
        icon: "phone",
        act: () => this.#bring(bot?.id ?? one.bot.id, one.person.id, link),
      })),
      { label: "A new phone…", icon: "plus", act: () => this.addPerson(link) },
    ]);
  }

  /** Open a start link of another bot on somebody's phone. */
  open(link, person) {
    const bot = this.town.bots.find(
      (one) => one.username.toLowerCase() === link.username.toLowerCase(),
    );
    if (!bot) return this.sheets.toast(`There is no bot @${link.username}.`);
    return this.#bring(bot.id, person.id, link);
  }

  async #bring(bot, person, link) {
    const key = `${bot} ${person}`;
    if (!this.phones.has(key)) {
      rememberAdded([...addedPhones(), { bot, person }]);
      this.most += 1;
      await this.#read();
    }
    const phone = this.phones.get(key);
    phone?.element.scrollIntoView({ block: "nearest", inline: "center" });
    if (link && phone) phone.openHere({ ...link, username: "" });
  }
}

function byId(list) {
  return new Map(list.map((one) => [one.id, one]));
}

/** All people with the bots they have met; who has met none yet stands before the first one. */
function everybody(people, chats, first) {
  const met = new Map();
  for (const { bot, chat_id } of chats) met.set(chat_id, [...(met.get(chat_id) ?? []), bot]);
  return people.flatMap(({ id }) => (met.get(id) ?? [first]).map((bot) => ({ bot, person: id })));
}

/** The bot as somebody with this language meets it. */
function inTheirLanguage(bot, person) {
  const language = (person.language_code ?? "").split("-")[0];
  return {
    ...bot,
    name: bot.names?.[language] || bot.name,
    description: bot.descriptions?.[language] || bot.description,
    short_description: bot.short_descriptions?.[language] || bot.short_description,
  };
}
