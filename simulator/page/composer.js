/** The foot of a chat: where one writes, attaches, starts, restarts, and finds the menu. */

import { button, el, fill, show } from "./nodes.js";
import { icon } from "./icons.js";
import { brief } from "./service.js";

/** The field grows up to this height in pixels, then it scrolls. */
const TALLEST = 120;

export class Composer {
  constructor(phone, keyboard) {
    this.phone = phone;
    this.keyboard = keyboard;
    this.about = null;
    this.field = el("textarea", {
      rows: "1",
      dir: "auto",
      "aria-label": "Message",
      maxlength: "4096",
      on: { input: () => this.#typed(), keydown: (event) => this.#key(event) },
    });
    this.menu = button({ class: "menu", hidden: true, data: { act: "menu" } }, () => this.#menu());
    this.attach = button(
      { class: "round", "aria-label": "Attach" },
      () => phone.attach(),
      icon("attach"),
    );
    this.send = button(
      { class: "round send", "aria-label": "Send", data: { act: "send" } },
      () => this.#send(),
      icon("send"),
    );
    this.context = el("div", { class: "context", hidden: true });
    this.commands = el("ul", { class: "commands", "aria-label": "Commands", hidden: true });
    const line = el(
      "div",
      { class: "writing" },
      this.menu,
      this.attach,
      this.field,
      keyboard.toggle,
      this.send,
    );
    this.writing = el(
      "div",
      { class: "composer" },
      this.commands,
      this.context,
      line,
      keyboard.element,
    );
    this.instead = el("div", { class: "instead", hidden: true });
    this.element = el("footer", { class: "foot" }, this.writing, this.instead);
  }

  draw(chat) {
    this.chat = chat;
    this.field.placeholder = chat.placeholder || "Message";
    this.keyboard.draw(chat);
    this.#drawMenu(chat.menu_button ?? { type: "default" });
    const acts = this.#insteadOfWriting(chat);
    show(this.writing, !acts);
    show(this.instead, Boolean(acts));
    const sign = JSON.stringify(acts?.map((one) => one.label) ?? []);
    if (sign !== this.sign) {
      this.sign = sign;
      fill(
        this.instead,
        (acts ?? []).map((one) => button({ data: { act: one.name } }, one.act, one.label)),
      );
    }
    if (
      this.about &&
      !chat.messages.some((one) => one.message_id === this.about.message.message_id)
    ) {
      this.#leave();
    }
  }

  /** Answer a message, or change one's own. */
  aboutMessage(kind, message) {
    this.about = { kind, message };
    const title = kind === "edit" ? "Edit message" : "Reply";
    fill(this.context, [
      icon(kind === "edit" ? "edit" : "reply"),
      el("div", {}, el("b", {}, title), el("span", { dir: "auto" }, brief(message))),
      button({ class: "round small", "aria-label": "Cancel" }, () => this.#leave(), icon("close")),
    ]);
    show(this.context, true);
    if (kind === "edit") this.field.value = message.text;
    this.#typed();
    this.field.focus();
  }

  /** What stands in the field, which is empty afterwards: the caption of a file. */
  takeText() {
    const text = this.field.value.trim();
    this.field.value = "";
    this.#leave();
    return text;
  }

  #insteadOfWriting(chat) {
    const { phone } = this;
    if (phone.person.deactivated) return [];
    if (chat.standing === "blocked") {
      return [
        { name: "unblock", label: "Unblock", act: () => phone.unblock() },
        { name: "start", label: "Restart", act: () => phone.start() },
      ];
    }
    const unbegun = chat.standing === "new" || (!chat.messages.length && !chat.keys.length);
    if (unbegun || phone.payload !== null) {
      return [{ name: "start", label: "Start", act: () => phone.start() }];
    }
    return null;
  }

  #drawMenu(given) {
    const app = given.type === "web_app";
    show(this.menu, app || given.type === "commands");
    this.menu.classList.toggle("app-menu", app);
    const words = app ? given.text : "Menu";
    if (this.menu.textContent !== words)
      fill(this.menu, icon(app ? "web" : "menu"), el("span", { dir: "auto" }, words));
  }

  #menu() {
    if (this.chat.menu_button?.type === "web_app") return this.phone.openApp({ menu: true });
    return this.#list(this.commands.hidden ? this.chat.commands : []);
  }

  #typed() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, TALLEST)}px`;
    const start = /^\/([a-z0-9_]*)$/.exec(this.field.value);
    const fitting = (this.chat?.commands ?? []).filter(
      (one) => start && one.command.startsWith(start[1]),
    );
    this.#list(fitting);
  }

  #list(commands = []) {
    fill(
      this.commands,
      commands.map((one) => {
        const words = [
          el("b", {}, `/${one.command}`),
          el("span", { dir: "auto" }, one.description),
        ];
        const press = () => {
          this.#list();
          this.field.value = "";
          this.phone.say(`/${one.command}`);
        };
        return el("li", {}, button({}, press, words));
      }),
    );
    show(this.commands, commands.length > 0);
  }

  #key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    } else if (event.key === "Escape" && (this.about || !this.commands.hidden)) {
      event.stopPropagation();
      this.#list();
      if (this.about) this.#leave();
    }
  }

  async #send() {
    const text = this.field.value.trim();
    if (!text) return;
    const { about } = this;
    this.field.value = "";
    this.#leave();
    const done =
      about?.kind === "edit"
        ? await this.phone.tell("changed a message", "edit", {
            message_id: about.message.message_id,
            text,
          })
        : await this.phone.say(text, about ? { reply_to: about.message.message_id } : {});
    // What could not be sent is given back, unless something else was written meanwhile.
    if (done === null && !this.field.value) this.field.value = text;
  }

  #leave() {
    if (this.about?.kind === "edit") this.field.value = "";
    this.about = null;
    show(this.context, false);
    this.#typed();
  }
}
