/** Draws one message as its reader sees it: bubble, marks, time, buttons below. */

import { button, el } from "./nodes.js";
import { icon, ticks } from "./icons.js";
import { written } from "./entities.js";
import { attachments } from "./media.js";
import { inlineButtons } from "./inline.js";
import { brief, serviceWords } from "./service.js";
import { clockTime, fullTime, moment } from "./times.js";

/** A finger rests so long before the menu comes. */
const LONG_PRESS_MS = 550;

/**
 * The list item of a message. `phone` gives bot, zone, what is waiting, and what a press does.
 * Messages of the stand-in's "in" came from this person, so they stand on the right.
 */
export function bubble(message, phone) {
  const mine = message.direction === "in";
  const service = serviceWords(message.more, phone.bot.name);
  const gone = Boolean(message.deleted_at);
  const props = { data: { message: message.message_id }, dir: "ltr" };
  if (service) {
    return el(
      "li",
      { ...props, class: `service${gone ? " gone" : ""}` },
      service,
      gone ? leave(message, phone) : null,
    );
  }
  const kind = `message ${mine ? "mine" : "theirs"}${gone ? " gone" : ""}`;
  const body = el("div", { class: "bubble" }, [
    el("span", { class: "unseen" }, mine ? "You: " : `${phone.bot.name}: `),
    ...origin(message),
    quote(message.more.reply_to_message, message.more.quote, phone),
    ...attachments(message.more, phone.bot.id),
    words(message, phone),
    message.reaction.length ? reactions(message.reaction) : null,
    meta(message, mine, phone.zone),
  ]);
  if (gone) return el("li", { ...props, class: kind }, body, leave(message, phone));
  const row = el(
    "div",
    { class: "line" },
    mine ? more(message, phone) : null,
    body,
    mine ? null : more(message, phone),
  );
  onLongPress(body, () => phone.messageMenu(message));
  const below = message.inline?.length ? inlineButtons(message, phone) : null;
  return el("li", { ...props, class: kind }, row, below);
}

/** Call `act` at the menu key, a right click, and a finger that rests where browsers know neither. */
function onLongPress(node, act) {
  let timer;
  const release = () => clearTimeout(timer);
  node.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    release();
    act();
  });
  node.addEventListener("pointerdown", ({ pointerType }) => {
    if (pointerType === "touch") timer = setTimeout(act, LONG_PRESS_MS);
  });
  for (const end of ["pointerup", "pointercancel"]) node.addEventListener(end, release);
}

function words(message, phone) {
  if (!message.text) return null;
  const manner = {
    zone: phone.zone,
    now: phone.now(),
    onLink: (address, shownAs) => phone.openAddress(address, shownAs),
    onCommand: (command) => phone.say(command),
  };
  return el("div", { class: "text", dir: "auto" }, written(message.text, message.entities, manner));
}

function origin({ more }) {
  const nodes = [];
  if (more.forward_origin) {
    const one = more.forward_origin;
    const from = one.sender_user?.first_name ?? one.sender_user_name;
    const name = from ?? one.sender_chat?.title ?? one.chat?.title ?? "somebody";
    nodes.push(
      el("div", { class: "origin" }, icon("forward"), "Forwarded from ", el("bdi", {}, name)),
    );
  }
  if (more.via_bot) nodes.push(el("div", { class: "origin" }, `via @${more.via_bot.username}`));
  return nodes;
}

function quote(replied, part, phone) {
  if (!replied) return null;
  const from = replied.from?.is_bot ? phone.bot.name : "You";
  const press = () => phone.jumpTo(replied.message_id);
  return button({ class: "quote", "aria-label": `In reply to ${from}: ${brief(replied)}` }, press, [
    el("b", { dir: "auto" }, from),
    el("span", { dir: "auto" }, part?.text ?? brief(replied)),
  ]);
}

function reactions(given) {
  const shown = given.map((one) =>
    el("span", { role: "img", "aria-label": `Reaction ${one}` }, one),
  );
  return el("div", { class: "reactions" }, shown);
}

function meta(message, mine, zone) {
  const at = moment(message.date);
  const full = message.edit_date
    ? `${fullTime(at, zone)}, edited ${fullTime(moment(message.edit_date), zone)}`
    : fullTime(at, zone);
  return el("span", { class: "meta" }, [
    message.silent ? icon("bellOff", "Sent without sound") : null,
    message.protected ? icon("lock", "Protected: cannot be forwarded or saved") : null,
    message.edited ? el("span", {}, "edited") : null,
    el("time", { datetime: at.toISOString(), title: full }, clockTime(at, zone)),
    mine ? ticks(message.read !== false) : null,
  ]);
}

function more(message, phone) {
  const props = {
    class: "round small",
    "aria-label": "Message menu",
    data: { act: "message-menu" },
  };
  return button(props, () => phone.messageMenu(message), icon("more"));
}

function leave(message, phone) {
  const by = message.deleted_by === "bot" ? phone.bot.name : "this person";
  const at = clockTime(moment(message.deleted_at), phone.zone);
  return el("small", { class: "why" }, "deleted by ", el("bdi", {}, by), ` at ${at}`);
}
