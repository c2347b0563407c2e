/** What a person does with a phone: writes, changes, deletes, blocks, attaches, opens links. */

import { brief } from "./service.js";
import { pasted, startLink } from "./links.js";

/** A file goes to the stand-in inside JSON; Telegram's own limit for bots to read is 20 MB. */
const LARGEST_FILE = 20 * 1024 * 1024;

export class Doings {
  /** Do something in this chat as this person. */
  tell(what, path, given = {}) {
    return this.did(what, path, { bot: this.bot.id, from: this.person.id, ...given });
  }

  /** Do something at a door; a refusal is told on the screen and gives null. */
  async did(what, path, given) {
    try {
      const answer = await this.api.tell(path, given);
      this.note(what);
      return answer;
    } catch (problem) {
      this.toast(problem.message);
      return null;
    } finally {
      this.refresh();
    }
  }

  say(text, more = {}) {
    return this.send(`wrote “${text}”`, { text, ...more });
  }

  send(what, given) {
    this.conversation.toEnd();
    return this.tell(what, "say", given);
  }

  start() {
    const { payload } = this;
    this.payload = null;
    const what = payload ? "opened a link and pressed Start" : "pressed Start";
    return this.tell(what, "start", payload ? { payload } : {});
  }

  async block() {
    const yes = await this.sheets.ask(
      `Stop ${this.bot.name}?`,
      "It cannot write to you until you unblock it.",
      [
        { id: "no", label: "Cancel" },
        { id: "yes", label: "Stop and block", tone: "danger" },
      ],
    );
    return yes === "yes" ? this.tell("blocked the bot", "block") : null;
  }

  unblock() {
    return this.tell("unblocked the bot", "unblock");
  }

  async deleteHistory() {
    const words = "All messages of this chat are deleted, for you and for the bot.";
    const yes = await this.sheets.ask("Delete the history?", words, [
      { id: "no", label: "Cancel" },
      { id: "yes", label: "Delete", tone: "danger" },
    ]);
    return yes === "yes" ? this.tell("deleted the history", "delete") : null;
  }

  messageMenu(message) {
    const mine = message.direction === "in";
    const items = [
      { label: "Reply", icon: "reply", act: () => this.composer.aboutMessage("reply", message) },
    ];
    if (message.text && !message.protected) {
      items.push({ label: "Copy text", icon: "copy", act: () => this.copy(message.text) });
    }
    if (mine && message.text) {
      const act = () => this.composer.aboutMessage("edit", message);
      items.push({ label: "Edit", icon: "edit", act, data: { act: "edit" } });
    }
    const remove = () =>
      this.tell(`deleted “${brief(message)}”`, "delete", { message_id: message.message_id });
    items.push({
      label: "Delete",
      icon: "trash",
      danger: true,
      act: remove,
      data: { act: "delete" },
    });
    return this.sheets.menu("Message", items);
  }

  async copy(text) {
    this.note("copied a text");
    try {
      await navigator.clipboard.writeText(text);
      this.toast("Copied.");
    } catch {
      this.toast("This browser does not let the page copy.");
    }
  }

  /** A press on a link: one that starts a chat is offered to the phones, others are opened. */
  async openAddress(address, shownAs) {
    const link = startLink(address);
    if (link) {
      await this.sheets.menu(shownAs || address, [
        { label: "Copy the link", icon: "copy", act: () => this.copy(address) },
        {
          label: "Open on another phone…",
          icon: "phone",
          act: () => this.row.openElsewhere(link, this),
        },
        { label: "Open here", icon: "link", act: () => this.openHere(link) },
      ]);
      return;
    }
    const yes = await this.sheets.ask("Open this link?", address, [
      { id: "no", label: "Cancel" },
      { id: "yes", label: "Open", tone: "primary" },
    ]);
    if (yes !== "yes") return;
    this.note(`opened ${address}`);
    window.open(address, "_blank", "noopener,noreferrer");
  }

  /** A start link on this phone: the chat shows Start, and pressing it sends the payload. */
  openHere(link) {
    if (link.username && link.username.toLowerCase() !== this.bot.username.toLowerCase()) {
      return this.row.open(link, this.person);
    }
    this.payload = link.payload;
    this.note("opened a start link");
    this.draw();
    this.element.scrollIntoView({ block: "nearest", inline: "nearest" });
    return this.composer.instead.querySelector("button")?.focus({ preventScroll: true });
  }

  async openPasted() {
    const fields = [{ name: "link", label: "Link, or the code in it", required: true }];
    const given = await this.sheets.form("Open a link", fields, "Open");
    if (!given) return;
    const link = pasted(given.link);
    if (link) this.openHere(link);
    else this.toast("That is no start link.");
  }

  attach() {
    return this.sheets.menu("Attach", [
      {
        label: "Photo",
        icon: "web",
        act: () => this.#pick("photo", "image/jpeg,image/png,image/webp"),
      },
      { label: "File", icon: "file", act: () => this.#pick("document", "") },
      { label: "Location", icon: "place", act: () => this.sendPlace() },
    ]);
  }

  async sendPlace() {
    const place = { type: "number", step: "any", required: true };
    const given = await this.sheets.form(
      "Send a location",
      [
        { name: "latitude", label: "Latitude", value: "41.31100", min: -90, max: 90, ...place },
        { name: "longitude", label: "Longitude", value: "69.27900", min: -180, max: 180, ...place },
      ],
      "Send",
    );
    if (!given) return null;
    const location = { latitude: Number(given.latitude), longitude: Number(given.longitude) };
    return this.send("sent a location", { more: { location } });
  }

  #pick(kind, accept) {
    const input = document.createElement("input");
    Object.assign(input, { type: "file", accept });
    input.addEventListener("change", () => input.files[0] && this.#sendFile(kind, input.files[0]));
    input.click();
  }

  async #sendFile(kind, file) {
    if (file.size > LARGEST_FILE) {
      this.toast("A bot can read files of up to 20 MB.");
      return null;
    }
    const enclosed = { kind, name: file.name, base64: await base64(file) };
    if (file.type) enclosed.content_type = file.type;
    const text = this.composer.takeText();
    return this.send(`sent the ${kind === "photo" ? "photo" : "file"} “${file.name}”`, {
      text,
      file: enclosed,
    });
  }
}

/** The bytes of a file in base64. */
function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
