/** Turns a message's text and its entities into nodes; offsets count UTF-16 units, as strings do. */

import { el } from "./nodes.js";
import { entityTime, fullTime, moment } from "./times.js";
import { webAddress } from "./links.js";

/** What Telegram finds by itself in plain text: addresses and commands. */
const FOUND =
  /\bhttps?:\/\/[^\s<>"«»]+|\b(?:t\.me|telegram\.me)\/[^\s<>"«»]+|(?<![\w/])\/[a-z0-9_]{1,32}\b/giu;
const AFTER_A_LINK = /[.,;:!?)\]}'"…،؛؟]+$/u;

/**
 * Build the nodes of `text`. `manner` has the phone's `zone`, `now`, and what happens at a press:
 * `onLink(address, shownAs)`, `onCommand(command)`.
 */
export function written(text, entities, manner) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return part(text, 0, text.length, sorted, manner);
}

function part(text, from, to, entities, manner, plain = true) {
  const nodes = [];
  let here = from;
  let rest = entities;
  while (rest.length) {
    const [first, ...others] = rest;
    const start = Math.max(first.offset, here);
    const end = Math.min(first.offset + first.length, to);
    rest = others;
    if (start >= end) continue;
    nodes.push(...bare(text.slice(here, start), manner, plain));
    // An entity that reaches beyond the one around it is cut at its end, and goes on after it.
    const inside = rest.filter((one) => one.offset < end);
    rest = rest.filter((one) => one.offset + one.length > end);
    const open = plain && !["code", "pre", "text_link", "url"].includes(first.type);
    const within = () => part(text, start, end, inside, manner, open);
    nodes.push(entity(first, text.slice(start, end), within, manner));
    here = end;
  }
  nodes.push(...bare(text.slice(here, to), manner, plain));
  return nodes;
}

function bare(text, manner, plain) {
  if (!text) return [];
  if (!plain) return [text];
  const nodes = [];
  let here = 0;
  for (const match of text.matchAll(FOUND)) {
    const word = match[0].replace(AFTER_A_LINK, "");
    nodes.push(text.slice(here, match.index));
    nodes.push(word.startsWith("/") ? command(word, manner) : link(word, word, [word], manner));
    here = match.index + word.length;
  }
  nodes.push(text.slice(here));
  return nodes.filter((one) => one !== "");
}

const MARKS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };

function entity(one, text, within, manner) {
  switch (one.type) {
    case "bold":
    case "italic":
    case "underline":
    case "strikethrough":
    case "code":
      return el(MARKS[one.type], {}, within());
    case "pre":
      return el("pre", { "data-language": one.language || null, dir: "auto" }, within());
    case "spoiler":
      return spoiler(within());
    case "blockquote":
      return el("blockquote", { dir: "auto" }, within());
    case "expandable_blockquote":
      return quote(within());
    case "text_link":
      return link(one.url, text, within(), manner);
    case "url":
      return link(text, text, [text], manner);
    case "bot_command":
      return command(text, manner);
    case "date_time":
      return time(one, text, manner);
    case "mention":
    case "text_mention":
    case "hashtag":
    case "cashtag":
    case "email":
    case "phone_number":
      return el("span", { class: "reference" }, text);
    default:
      // custom_emoji has its plain emoji as text; what is not known yet is shown as it stands.
      return el("span", {}, within());
  }
}

function link(address, shownAs, children, manner) {
  const href = webAddress(address);
  if (!href) return el("span", { class: "reference" }, children);
  const press = (event) => {
    event.preventDefault();
    manner.onLink(href, shownAs);
  };
  const props = { href, rel: "noopener noreferrer", target: "_blank", on: { click: press } };
  return el("a", props, children);
}

function command(text, manner) {
  const props = { type: "button", class: "command", data: { act: "command" } };
  return el("button", { ...props, on: { click: () => manner.onCommand(text) } }, text);
}

function time(one, text, manner) {
  const at = moment(one.unix_time);
  const shown = entityTime(one.unix_time, one.date_time_format, text, manner.zone, manner.now);
  return el("time", { datetime: at.toISOString(), title: fullTime(at, manner.zone) }, shown);
}

function spoiler(children) {
  const inside = el("span", { class: "hidden-words", "aria-hidden": "true" }, children);
  const cover = el("button", { type: "button", class: "spoiler", "aria-label": "Hidden words" });
  cover.append(inside);
  cover.addEventListener("click", () => {
    inside.removeAttribute("aria-hidden");
    cover.replaceWith(el("span", { class: "shown-words" }, [...inside.childNodes]));
  });
  return cover;
}

function quote(children) {
  const node = el("blockquote", { class: "folded", dir: "auto" }, el("span", {}, children));
  const more = el("button", { type: "button", class: "plain", "aria-expanded": "false" }, "More");
  more.addEventListener("click", () => {
    const folded = node.classList.toggle("folded");
    more.setAttribute("aria-expanded", String(!folded));
    more.textContent = folded ? "More" : "Less";
  });
  node.append(more);
  return node;
}
