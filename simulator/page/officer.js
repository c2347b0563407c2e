/** The officer's three minutes: all that an unlocked phone holds of this chat at this moment. */

import { button, el } from "./nodes.js";
import { icon } from "./icons.js";
import { inWords, size } from "./media.js";
import { brief, serviceWords } from "./service.js";
import { clockTime, fullTime, moment, shortTime } from "./times.js";

/** Open the view; it shows one moment and does not change while it is read. */
export async function showOfficer(phone) {
  if (!phone.chat) return;
  phone.note("everything on it was looked through");
  const stores = await storages(phone);
  const name = "officer-title";
  const view = el("dialog", {
    class: "officer-view",
    "aria-labelledby": name,
    data: { person: phone.person.id },
  });
  const close = button(
    { class: "plain", autofocus: true },
    () => view.close(),
    icon("close"),
    "Close",
  );
  const print = button({ class: "plain" }, () => window.print(), icon("print"), "Print");
  const head = el(
    "div",
    { class: "officer-head" },
    el("h2", { id: name }, "Officer’s three minutes"),
    print,
    close,
  );
  const at = fullTime(phone.now(), phone.zone);
  const words = [
    "All that the unlocked phone of ",
    el("bdi", {}, phone.name.textContent),
    ` holds of this chat, ${at} (${phone.zone.replaceAll("_", " ")}).`,
  ];
  view.append(head, el("p", { class: "lead" }, words), ...sections(phone, stores));
  view.addEventListener("close", () => {
    document.body.classList.remove("officer-open");
    view.remove();
  });
  document.body.append(view);
  document.body.classList.add("officer-open");
  view.showModal();
}

function sections(phone, stores) {
  const { chat } = phone;
  const pinned = chat.messages.find((one) => one.message_id === chat.pinned);
  return [
    section("Lock screen", lockScreen(phone)),
    section("Chat", facts(chatFacts(phone))),
    section(
      "Pinned",
      pinned ? [el("p", { dir: "auto" }, brief(pinned))] : nothing("Nothing is pinned."),
    ),
    section(
      `Messages (${chat.messages.length})`,
      chat.messages.length ? table(chat.messages, phone) : nothing("No message is left."),
    ),
    section("Keyboard", chat.keys.length ? keys(chat.keys) : nothing("No keyboard.")),
    section("Mini App storage", stores),
    el(
      "p",
      { class: "end" },
      "The chat holds nothing else. The phone’s own notification history and modified clients may keep what was deleted.",
    ),
  ];
}

function section(title, content) {
  return el("section", {}, el("h3", {}, title), content);
}

function nothing(words) {
  return [el("p", { class: "nothing" }, words)];
}

function lockScreen({ memory, zone }) {
  const notes = memory.get("notes");
  const gone = memory.get("withdrawn");
  const shown = notes.map(({ words, at, silent }) =>
    el(
      "li",
      {},
      el("time", {}, clockTime(moment(at), zone)),
      " ",
      el("span", { dir: "auto" }, words),
      silent ? " (silent)" : "",
    ),
  );
  const residue = gone
    ? [
        el(
          "p",
          {},
          `${gone} withdrawn; the notification history may keep what ${gone === 1 ? "it" : "they"} said.`,
        ),
      ]
    : [];
  return [...(shown.length ? [el("ul", {}, shown)] : nothing("No notification.")), ...residue];
}

function chatFacts({ bot, chat, person, head }) {
  const account = [person.first_name, person.last_name].filter(Boolean).join(" ");
  const menu = chat.menu_button?.type === "web_app" ? chat.menu_button.text : "";
  const commands = (chat.commands ?? [])
    .map((one) => `/${one.command} – ${one.description}`)
    .join("\n");
  return [
    ["Account", person.username ? `${account} (@${person.username})` : account],
    ["Chat with", `${bot.name} (@${bot.username})`],
    ["State", head.words()],
    ["About", bot.short_description],
    ["Description", bot.description],
    ["Commands", commands],
    ["Menu button", menu],
    ["Field says", chat.placeholder],
  ];
}

function facts(pairs) {
  return [
    el(
      "dl",
      {},
      pairs
        .map(([name, value]) => [
          el("dt", {}, name),
          el("dd", { dir: "auto", class: value ? "" : "nothing" }, value || "none"),
        ])
        .flat(),
    ),
  ];
}

function table(messages, phone) {
  const rows = messages.map((one) => {
    const who = one.direction === "in" ? "the owner" : phone.bot.name;
    const words = serviceWords(one.more, phone.bot.name) || one.text;
    const carried = inWords(one.more);
    const bytes = size(one.more.document?.file_size);
    return el("tr", { data: { message: one.message_id } }, [
      el("td", {}, shortTime(moment(one.date), phone.zone)),
      el("td", {}, el("bdi", {}, who)),
      el("td", { dir: "auto" }, [
        words,
        carried ? el("em", {}, ` [${[carried, bytes].filter(Boolean).join(", ")}]`) : null,
        one.inline?.length ? keys(one.inline)[0] : null,
      ]),
      el("td", {}, marks(one)),
    ]);
  });
  const titles = ["When", "Who", "What", "Marks"].map((one) => el("th", { scope: "col" }, one));
  return [
    el(
      "div",
      { class: "wide", tabindex: "0", role: "group", "aria-label": "Messages" },
      el("table", {}, el("thead", {}, el("tr", {}, titles)), el("tbody", {}, rows)),
    ),
  ];
}

function marks(one) {
  const given = [
    one.edited ? "edited" : "",
    one.silent ? "silent" : "",
    one.protected ? "protected" : "",
    one.more.forward_origin ? "forwarded" : "",
    one.direction === "in" && one.read === false ? "unread" : "",
    ...one.reaction,
  ];
  return given.filter(Boolean).join(", ");
}

/** Rows of buttons with all that a look at them tells: a link's address and a copied text too. */
function keys(rows) {
  const shown = rows.map((row) =>
    el(
      "li",
      {},
      row.map((one) => {
        const more = one.url ?? one.web_app?.url ?? one.copy_text?.text ?? "";
        return el(
          "span",
          { class: "key-name" },
          el("bdi", {}, one.text),
          more ? el("small", { dir: "ltr" }, ` ${more}`) : null,
        );
      }),
    ),
  );
  return [el("ul", { class: "key-rows" }, shown)];
}

async function storages(phone) {
  try {
    const found = await phone.api.ask("storage", { bot: phone.bot.id, person: phone.person.id });
    const pairs = Object.entries(found ?? {}).flatMap(([store, held]) =>
      Object.entries(held ?? {}).map(([key, value]) => [
        `${store}: ${key}`,
        typeof value === "string" ? value : JSON.stringify(value),
      ]),
    );
    return pairs.length ? facts(pairs) : nothing("Nothing is stored.");
  } catch (problem) {
    return nothing(`The storage could not be read: ${problem.message}`);
  }
}
