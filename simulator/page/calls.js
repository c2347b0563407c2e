/** The log of raw Bot API calls, and what broke the Bot API's schema; no token is ever shown. */

import { callRow } from "./call.js";
import { button, make } from "./making.js";

/** So many calls at most stand in the document. */
const SHOWN = 500;
const PAGE = 1000;
const NOT_POLLS = "-polls";
const EVERYTHING = "";

/** Draw the fold; it asks for calls only while it is open. */
export function mount(element, { api, names }) {
  const total = make("span", { class: "count" }, "0");
  const method = make("select", { "aria-label": "Method", "data-act": "calls-method" });
  const chat = make("select", { "aria-label": "Chat", "data-act": "calls-chat" });
  const log = make("div", {
    class: "call-list",
    role: "log",
    "aria-live": "off",
    "aria-label": "Bot API calls, oldest first",
    tabindex: "0",
  });
  const none = make("p", { class: "hint" }, "No call fits.");
  const newest = button("To the newest", follow, { class: "to-newest", hidden: true });
  const fold = make(
    "details",
    { class: "calls-fold", "data-act": "calls" },
    make("summary", {}, make("h2", {}, "Raw Bot API calls"), total),
    make(
      "div",
      { class: "call-filters" },
      make("label", {}, "Method ", method),
      make("label", {}, "Chat ", chat),
      newest,
    ),
    none,
    log,
  );
  element.append(fold);

  let calls = [];
  let last = 0;
  let announced = 0;
  let reading = null;
  let following = true;

  fold.addEventListener("toggle", () => fold.open && read().then(redraw).then(follow));
  log.addEventListener("scroll", () => {
    following = log.scrollHeight - log.scrollTop - log.clientHeight < 24;
    if (following) newest.hidden = true;
  });
  method.addEventListener("change", () => (redraw(), follow()));
  chat.addEventListener("change", () => (redraw(), follow()));

  function follow() {
    following = true;
    newest.hidden = true;
    log.scrollTop = log.scrollHeight;
  }

  const fits = (call) =>
    (method.value === EVERYTHING ||
      (method.value === NOT_POLLS ? !/^getupdates$/i.test(call.method) : call.method === method.value)) &&
    (chat.value === EVERYTHING || String(call.params?.chat_id) === chat.value);

  /** Ask for what is new; two of these never run at the same time. */
  function read() {
    reading ??= (async () => {
      try {
        while (last < announced || !calls.length) {
          const since = Math.max(last, announced - 4 * SHOWN);
          const fresh = await api.ask("calls", { since, limit: PAGE });
          if (!fresh.length) break;
          last = fresh.at(-1).n;
          announced = Math.max(announced, last);
          take(fresh);
        }
      } finally {
        reading = null;
      }
    })();
    return reading;
  }

  function take(fresh) {
    calls = calls.concat(fresh).slice(-4 * SHOWN);
    options();
    const rows = fresh.filter(fits).map((call) => callRow(call, names));
    if (!rows.length) return;
    log.append(...rows);
    while (log.childElementCount > SHOWN) log.firstElementChild.remove();
    none.hidden = true;
    if (following) follow();
    else newest.hidden = false;
  }

  function redraw() {
    const rows = calls.filter(fits).slice(-SHOWN);
    log.replaceChildren(...rows.map((call) => callRow(call, names)));
    none.hidden = rows.length > 0;
  }

  function options() {
    const methods = [...new Set(calls.map((call) => call.method))].sort();
    const polls = [NOT_POLLS, "All but getUpdates"];
    fillSelect(method, [polls, [EVERYTHING, "All"], ...methods.map((one) => [one, one])]);
    const chats = [...new Set(calls.map((call) => call.params?.chat_id).filter(Boolean).map(String))];
    fillSelect(chat, [[EVERYTHING, "All"], ...chats.map((id) => [id, names(Number(id)) || id])]);
  }

  options();
  return {
    /** Take the number of the newest call. */
    async hear(n) {
      announced = Math.max(announced, n);
      total.textContent = announced.toLocaleString("en");
      if (fold.open) await read();
    },
    /** Begin anew: it may be another stand-in than before. */
    async reset() {
      [calls, last, announced] = [[], 0, 0];
      const counts = await api.ask("counts");
      const made = Object.values(counts).reduce((sum, one) => sum + one, 0);
      total.textContent = made.toLocaleString("en");
      announced = made;
      log.replaceChildren();
      if (fold.open) await read().then(redraw).then(follow);
    },
  };
}

function fillSelect(select, wanted) {
  const known = [...select.options].map((one) => one.value).join("\n");
  if (known === wanted.map(([value]) => value).join("\n")) return;
  const chosen = select.options.length ? select.value : wanted[0][0];
  select.replaceChildren(...wanted.map(([value, label]) => make("option", { value }, label)));
  if (wanted.some(([value]) => value === chosen)) select.value = chosen;
}
