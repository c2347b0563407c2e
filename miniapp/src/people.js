// Who can open a sheet: those whom the page names, and keys that its writer adds by hand.

import { button, el, labelled, quietField } from "./elements.js";
import { letters, recipientBytes } from "./recipients.js";

const REMEMBERED = 20;

/** What is remembered of a key: whose it is belongs to it, for one may be put in another's place. */
function markOf({ name, recipient }) {
  return letters(new TextEncoder().encode(`${name}\n${recipient}`));
}

/** Gives {element, chosen(), remember()}; `chosen` are recipients as age writes them. */
export function whoCanOpen(page) {
  const { say, keeping } = page;
  const people = [];
  const list = el("ul", { class: "people" });
  let seen = null;

  const name = quietField("input", { maxlength: "40" });
  const text = quietField("textarea", { rows: "2" });
  const adding = el(
    "details",
    { class: "section" },
    el("summary", {}, say("who-add")),
    el(
      "div",
      {},
      labelled(say("who-name"), name),
      labelled(say("who-key"), text),
      button(say("who-take"), () => {
        const added = { name: name.value.trim() || "…", recipient: text.value.trim(), own: true };
        if (!add(added)) return page.tell(say("who-bad"));
        name.value = text.value = "";
        adding.open = false;
        return show();
      }, { class: "second" }),
    ),
  );

  function add(one) {
    const bytes = recipientBytes(one.recipient);
    if (!bytes || people.some(({ recipient }) => recipient === one.recipient)) return false;
    people.push({ ...one, letters: letters(bytes), mark: markOf(one) });
    return true;
  }
  function show() {
    list.replaceChildren(...people.map((one) => el(
      "li",
      {},
      el("bdi", { class: "name" }, one.name),
      one.own
        ? button(say("who-remove"), () => {
          people.splice(people.indexOf(one), 1);
          show();
        }, { class: "plain", "aria-label": say("who-remove-one", { name: one.name }) })
        : null,
      el("code", { dir: "ltr" }, one.letters),
      seen ? el("span", { class: "hint" }, say(seen.includes(one.mark) ? "who-same" : "who-new")) : null,
    )));
  }

  for (const one of page.house.recipients) add({ ...one, own: false });
  show();
  // Whose keys were sealed to before stays on the phone: another one shows at once.
  keeping.read("seen").then((kept) => {
    if (!kept) return;
    seen = kept.split(",");
    show();
  });
  return {
    element: el(
      "section",
      {},
      el("h2", {}, say("who")),
      el("p", { class: "hint" }, say("who-compare")),
      list,
      adding,
    ),
    chosen: () => people.map(({ recipient }) => recipient),
    remember() {
      const all = [...people.map(({ mark }) => mark), ...(seen ?? [])];
      keeping.write("seen", [...new Set(all)].slice(0, REMEMBERED).join(","));
    },
  };
}
