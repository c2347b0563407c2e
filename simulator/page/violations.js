/** The badge that counts what broke the Bot API's schema; it should say 0. */

import { button, make } from "./making.js";

/** At most so often it asks, in milliseconds, however many calls there are. */
const BETWEEN_MS = 1500;

/** Draw the badge; `refresh()` asks how many there are. */
export function mount(element, { api }) {
  const badge = button("0 violations", () => sheet.showModal(), {
    class: "badge",
    "data-act": "violations",
    title: "What broke the Bot API’s schema",
  });
  const list = make("ul", { class: "violation-list" });
  const words = make("p", { class: "hint" });
  const sheet = make(
    "dialog",
    { class: "sheet", "aria-labelledby": "violations-title" },
    make("h2", { id: "violations-title" }, "What broke the Bot API’s schema"),
    words,
    list,
    button("Close", () => sheet.close(), { class: "primary", autofocus: true }),
  );
  element.append(badge, sheet);
  let waiting = null;

  async function ask() {
    const found = await api.ask("violations");
    const label = found.length === 1 ? "1 violation" : `${found.length} violations`;
    if (badge.textContent !== label) badge.textContent = label;
    badge.dataset.tone = found.length ? "bad" : "good";
    words.textContent = found.length
      ? "Telegram refuses these or ignores them without a word."
      : "Every request and every update fits the schema.";
    const row = (one) => make("li", {}, make("code", { dir: "auto" }, one.violation), ` ×${one.times}`);
    list.replaceChildren(...found.map(row));
  }

  return {
    /** Ask now, or soon where it was asked a moment ago. */
    async refresh() {
      if (waiting) return;
      waiting = setTimeout(() => (waiting = null), BETWEEN_MS);
      await ask();
    },
  };
}
