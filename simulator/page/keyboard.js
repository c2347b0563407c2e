/** Draws the reply keyboard a bot sent, and does what its keys do. */

import { button, el, fill, show } from "./nodes.js";
import { icon } from "./icons.js";

export class ReplyKeyboard {
  constructor(phone) {
    this.phone = phone;
    this.sign = "";
    this.folded = false;
    this.element = el("div", {
      class: "keyboard",
      role: "group",
      "aria-label": "Keyboard",
      hidden: true,
    });
    this.toggle = button(
      {
        class: "round",
        "aria-label": "Keyboard of the bot",
        data: { act: "keyboard" },
        hidden: true,
      },
      () => this.#fold(!this.folded),
      icon("keyboard"),
    );
  }

  draw(chat) {
    const sign = JSON.stringify([chat.keys, chat.keyboard_id ?? null]);
    if (sign !== this.sign) {
      this.sign = sign;
      this.folded = false;
      fill(
        this.element,
        chat.keys.map((row) =>
          el(
            "div",
            { class: "row" },
            row.map((one) => this.#key(one)),
          ),
        ),
      );
    }
    // Without resize_keyboard a client gives the keys the height of an ordinary keyboard.
    this.element.classList.toggle("tall", chat.keyboard_resize === false);
    this.once = Boolean(chat.keyboard_once);
    show(this.toggle, chat.keys.length > 0);
    this.#fold(this.folded);
  }

  #fold(folded) {
    this.folded = folded;
    show(this.element, !folded && this.element.childElementCount > 0);
    this.toggle.setAttribute("aria-expanded", String(!folded));
  }

  #key(one) {
    const app = Boolean(one.web_app);
    const corner = app ? el("span", { class: "corner" }, icon("web")) : null;
    const props = {
      class: `key ${one.style ?? ""}`,
      dir: "auto",
      data: { act: app ? "open-app" : "key" },
    };
    return button(props, () => this.#press(one), el("span", {}, one.text), corner);
  }

  async #press(one) {
    if (this.once) this.#fold(true);
    if (one.web_app) return this.phone.openApp({ button: one.text });
    if (one.request_contact) return this.#shareContact();
    if (one.request_location) return this.phone.sendPlace();
    const other = ["request_users", "request_chat", "request_poll", "request_managed_bot"];
    if (other.some((name) => one[name])) {
      return this.phone.toast("This phone cannot do what this key asks for.");
    }
    return this.phone.say(one.text);
  }

  async #shareContact() {
    const { person, bot } = this.phone;
    const yes = await this.phone.sheets.ask(
      "Share your phone number?",
      `${bot.name} will know your phone number.`,
      [
        { id: "no", label: "Cancel" },
        { id: "yes", label: "Share", tone: "primary" },
      ],
    );
    if (yes !== "yes") return;
    const contact = {
      phone_number: `+999${String(person.id).padStart(9, "0")}`,
      first_name: person.first_name,
      user_id: person.id,
    };
    await this.phone.send("shared the phone number", { more: { contact } });
  }
}
