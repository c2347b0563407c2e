/** Lets bots and people in, for a room where the stand-in runs alone. */

import { button, make } from "./making.js";

const FIRST_PERSON = 1001;
const LANGUAGES = [
  ["en", "English"],
  ["ar", "العربية"],
  ["es", "Español"],
  ["fa", "فارسی"],
  ["fr", "Français"],
  ["my", "မြန်မာ"],
  ["ps", "پښتو"],
  ["ru", "Русский"],
  ["tr", "Türkçe"],
  ["uk", "Українська"],
];

/** Draw the fold; `show(town)` takes the snapshot of the town. */
export function mount(element, { api, complain }) {
  const summary = make("summary", {}, make("h2", {}, "Bots and people"));
  const invitation = make("p", { class: "hint", hidden: true });
  const here = make("p", { class: "hint", "data-part": "here" });
  const fold = make("details", { class: "fold admission" }, summary, invitation, here, botForm(), personForm());
  element.append(fold);
  let town = { bots: [], people: [] };
  let opened = false;

  function botForm() {
    const token = field("Token", { name: "token", required: true, pattern: "\\d+:[\\w\\-]+", type: "password" });
    const name = field("Name", { name: "name" });
    const username = field("Username", { name: "username", pattern: "@?\\w+" });
    return form("Add a bot", "add-bot", [token, name, username], async (read) => {
      const bot = { token: read("token"), first_name: read("name"), username: read("username") };
      await api.tell("bots", { ...bot, username: bot.username.replace("@", "") });
    });
  }

  function personForm() {
    const name = field("Name", { name: "name", required: true, maxlength: 64, dir: "auto" });
    const language = make("select", { name: "language" });
    language.append(...LANGUAGES.map(([code, label]) => make("option", { value: code }, label)));
    const tongue = make("label", { class: "field" }, make("span", {}, "Language"), language);
    return form("Add a person", "add-person", [name, tongue], async (read) => {
      const id = Math.max(FIRST_PERSON - 1, ...town.people.map((one) => one.id)) + 1;
      await api.tell("people", { id, first_name: read("name"), language_code: read("language") });
      // Looking at a chat opens it, so that the person's phone shows the bot before its first word.
      for (const bot of town.bots) await api.chat(bot.id, id);
    });
  }

  function form(label, act, fields, send) {
    const element = make("form", { class: "admit", "aria-label": label, autocomplete: "off" }, ...fields);
    element.append(make("button", { type: "submit", "data-act": act }, label));
    element.addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        await send((name) => element.elements[name].value.trim());
        element.reset();
      } catch (problem) {
        complain(problem);
      }
    });
    return element;
  }

  function show(snapshot) {
    town = snapshot;
    const { bots, people } = town;
    const alone = !bots.length || !people.length;
    invitation.hidden = !alone;
    invitation.textContent = bots.length
      ? "Nobody is here yet. Add a person, and a phone appears."
      : "No bot is here yet. Give its token, any that has the shape 4242:letters, and let it ask " +
        `this address instead of api.telegram.org: ${location.origin}`;
    const said = [...bots.map((one) => `@${one.username}`), ...people.map((one) => one.first_name)];
    here.replaceChildren(...said.map((one) => make("bdi", { class: "chip", dir: "auto" }, one)));
    here.hidden = !said.length;
    // It opens by itself once, and is left as the watcher leaves it.
    if (alone && !opened) fold.open = opened = true;
  }

  return { show };
}

function field(label, attributes) {
  return make("label", { class: "field" }, make("span", {}, label), make("input", { type: "text", autocomplete: "off", ...attributes }));
}
