/** One phone in the row: a chat between one person and one bot, and all that lies around it. */

import { button, el, fill, show } from "./nodes.js";
import { icon } from "./icons.js";
import { Memory } from "./memory.js";
import { Sheets } from "./sheets.js";
import { Taps } from "./taps.js";
import { Back } from "./back.js";
import { ChatHead } from "./chathead.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { LockScreen } from "./lockscreen.js";
import { MiniApp } from "./miniapp.js";
import { ReplyKeyboard } from "./keyboard.js";
import { Doings } from "./doings.js";
import { showOfficer } from "./officer.js";
import { clockTime, day, zoneHere } from "./times.js";

export class Phone extends Doings {
  /** `row` knows the other phones; `caption` is what a slot says of this one. */
  constructor({ api, bot, person, caption, row }) {
    super();
    Object.assign(this, { api, bot, person, caption, row });
    this.memory = new Memory(bot.id, person.id);
    this.chat = null;
    /** The payload of a link that was opened and not started yet; null for none. */
    this.payload = null;
    this.screen = el("div", { class: "screen" });
    this.taps = new Taps(this);
    this.head = new ChatHead(this);
    this.conversation = new Conversation(this);
    this.composer = new Composer(this, new ReplyKeyboard(this));
    this.lock = new LockScreen(this);
    this.back = new Back(this);
    this.app = new MiniApp(this);
    this.#build();
    this.sheets = new Sheets(this.screen);
    this.refresh();
  }

  get zone() {
    return this.memory.get("zone") ?? this.caption?.zone ?? zoneHere();
  }

  now() {
    return this.api.now();
  }

  #build() {
    this.time = el("time", {});
    const cell = el("span", { class: "cell", "aria-hidden": "true" });
    const bar = el("div", { class: "statusbar" }, this.time, cell);
    const parts = [this.head.element, this.conversation.element, this.composer.element];
    this.face = el("div", { class: "face" }, parts);
    this.screen.append(bar, this.face, this.app.element, this.lock.element);
    this.band = el("p", { class: "band", hidden: true }, icon("stop"), "In somebody else’s hands");
    this.case = el("div", { class: "case" }, this.band, this.screen, this.back.element);
    this.name = el("bdi", {});
    this.role = el("p", { class: "role" });
    this.tools = {
      "face-down": this.#tool("face-down", "phoneDown", "Face down", "Lay face down", () =>
        this.layDown(),
      ),
      officer: this.#tool("officer", "badge", "Officer", "Officer’s three minutes", () =>
        showOfficer(this),
      ),
      seize: this.#tool("seize", "lock", "Seized", "This phone is seized", () => this.seize()),
      turn: this.#tool("turn", "turn", "Turn", "Turn the phone over", () => this.turn()),
    };
    const tools = el(
      "div",
      { class: "phone-tools", role: "group", "aria-label": "The phone itself" },
      Object.values(this.tools),
    );
    const caption = el("header", { class: "caption" }, el("h2", {}, this.name), this.role);
    const data = { person: this.person.id, bot: this.bot.id };
    const props = { class: "phone", data, "aria-label": `Phone of ${this.person.first_name}` };
    this.element = el("section", props, caption, this.case, tools);
    this.describe();
  }

  #tool(act, picture, words, label, press) {
    const pressed = act === "officer" ? null : "false";
    const props = {
      class: "tool",
      title: label,
      "aria-label": label,
      "aria-pressed": pressed,
      data: { act },
    };
    return button(props, press, icon(picture), words);
  }

  /** Take what the town now says of the person, the bot and the slot. */
  describe(changes = {}) {
    Object.assign(this, changes);
    const { caption, person } = this;
    const name = caption?.name || [person.first_name, person.last_name].filter(Boolean).join(" ");
    this.name.textContent = name;
    const said = [caption?.role, caption?.note].filter(Boolean).map((one) => el("bdi", {}, one));
    fill(
      this.role,
      said.length
        ? said.flatMap((one, at) => (at ? [" · ", one] : [one]))
        : `@${this.bot.username}`,
    );
    this.element.setAttribute("aria-label", `Phone of ${name}`);
    if (this.chat) this.draw();
  }

  /** Read the chat anew; calls that come while one is under way are joined into one more. */
  async refresh() {
    this.stale = true;
    if (this.reading) return;
    this.reading = true;
    try {
      while (this.stale) {
        this.stale = false;
        const chat = await this.api.chat(this.bot.id, this.person.id);
        if (this.chat === null) this.memory.forgetTheFuture(this.now());
        this.chat = chat;
        this.draw();
      }
    } catch (problem) {
      // The line is down: "hello" brings the next reading.
      if (problem.status !== 0) this.toast(problem.message);
    } finally {
      this.reading = false;
    }
    await this.taps.check();
  }

  /** Draw what is known now. */
  draw() {
    if (!this.chat) return;
    const { memory, chat } = this;
    const down = memory.get("faceDown");
    const seized = memory.get("seized");
    this.head.draw(chat);
    this.composer.draw(chat);
    this.conversation.draw(chat);
    this.lock.draw(chat);
    this.back.draw();
    this.app.cover(down);
    this.cover();
    show(this.band, seized);
    this.element.classList.toggle("seized", seized);
    this.tools["face-down"].setAttribute("aria-pressed", String(down));
    this.tools.seize.setAttribute("aria-pressed", String(seized));
    this.tick(this.now());
  }

  /** Let the time pass on the screen. */
  tick(now) {
    const words = clockTime(now, this.zone);
    if (this.time.textContent === words && !this.head.status.classList.contains("busy")) return;
    this.time.textContent = words;
    this.head.tick();
    if (this.memory.get("faceDown")) this.lock.tick(now);
    const today = day(now, this.zone);
    if (this.today && this.today !== today && this.chat) this.conversation.draw(this.chat);
    this.today = today;
  }

  /** A message came, as the stand-in tells at once. */
  notified(event) {
    this.lock.arrive(event);
    this.refresh();
  }

  /** What lies over the chat takes it out of sight and reach. */
  cover() {
    this.face.classList.toggle("covered", this.memory.get("faceDown") || this.app.isOpen);
  }

  layDown() {
    if (!this.chat) return;
    if (this.memory.get("faceDown")) {
      this.pickUp();
      return;
    }
    this.sheets.clear();
    this.lock.layDown(this.chat);
    this.note("laid face down");
    this.draw();
  }

  pickUp() {
    this.lock.pickUp();
    this.note("picked up and unlocked");
    this.draw();
    this.conversation.toEnd();
  }

  /** Give the phone into somebody else's hands, or back. */
  seize() {
    const seized = !this.memory.get("seized");
    if (seized) this.memory.set({ seized });
    this.note(seized ? "taken from its owner" : "back with its owner");
    this.memory.set({ seized });
    this.draw();
    if (seized) showOfficer(this);
  }

  turn() {
    const turned = this.back.element.hidden;
    show(this.back.element, turned);
    show(this.screen, !turned);
    this.tools.turn.setAttribute("aria-pressed", String(turned));
    this.draw();
    if (turned) this.back.element.querySelector("select").focus({ preventScroll: true });
    else this.tools.turn.focus({ preventScroll: true });
  }

  note(what) {
    this.memory.note(what, this.now());
    this.back.draw();
  }

  jumpTo(id) {
    this.conversation.jumpTo(id);
  }

  toast(text) {
    this.sheets.toast(text);
  }

  alert(text) {
    return this.sheets.ask(this.bot.name, text, [{ id: "ok", label: "OK", tone: "primary" }]);
  }

  openApp(how) {
    return this.app.open(how);
  }

  remove() {
    this.app.close();
    fill(this.screen);
    this.element.remove();
  }
}
