/** One raw call of the Bot API: a line that unfolds to what was sent and how it was answered. */

import { given, make } from "./making.js";
import { toSecond } from "./zone.js";

/** What has the shape of a token is never shown, wherever it stands. */
const TOKEN = /\b\d{4,}:[\w-]{12,}/g;

/** Draw a call; its inside is drawn when it is unfolded first. */
export function callRow(call, names) {
  const chatId = call.params?.chat_id;
  const who = chatId === undefined ? "" : names(Number(chatId)) || String(chatId);
  const fold = make(
    "details",
    { class: "call", "data-call": call.n, "data-outcome": outcome(call.status) },
    make(
      "summary",
      {},
      make("time", { datetime: call.at }, toSecond(new Date(call.at))),
      make("code", { class: "call-method" }, call.method),
      make("span", { class: "call-who" }, who ? given(who) : null),
      make("span", { class: "call-status" }, call.status ? String(call.status) : "no answer"),
      make("span", { class: "call-note", dir: "auto" }, hidden(call.note)),
    ),
  );
  fold.addEventListener("toggle", () => fold.open && unfold(fold, call), { once: true });
  return fold;
}

function unfold(fold, call) {
  const facts = [
    ["Number", call.n],
    ["Bot", call.bot ?? "none"],
    ["Virtual moment", call.at],
    ["Status", call.status || "no answer"],
    ["Note", hidden(call.note) || "–"],
  ];
  const list = make("dl", { class: "call-facts" });
  for (const [name, value] of facts) {
    list.append(make("div", {}, make("dt", {}, name), make("dd", { dir: "auto" }, String(value))));
  }
  const params = hidden(JSON.stringify(call.params, null, 2));
  fold.append(list, make("pre", { class: "call-params", tabindex: "0", "aria-label": "Parameters" }, params));
}

function outcome(status) {
  if (!status) return "silent";
  if (status < 300) return "done";
  return status === 429 || status >= 500 ? "later" : "refused";
}

function hidden(text) {
  return (text ?? "").replace(TOKEN, "(token)");
}
