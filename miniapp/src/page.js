// What every screen stands on: its frame, its words, what it may send, and how it starts anew.

import { button, el } from "./elements.js";
import { sealEnvelope } from "./envelope.js";
import { fromBase64url, toBase64url } from "./base64url.js";
import { letters } from "./recipients.js";

export function openPage({ address, host, house, sealing, words, keeping }) {
  const { say, number } = words;
  const root = document.getElementById("page");
  let live = null;
  let ids = 0;
  let turns = 0;
  let goBack = null;
  let begin = () => {};
  let sent = false;

  host.on("back_button_pressed", () => goBack?.());

  const page = {
    address,
    house,
    host,
    keeping,
    say,
    number,
    sealing,
    /** Whether the digits of a keypad are shuffled; kept where the host can. */
    mixed: false,
    onMixed: null,
    /** Which screen is shown, counted: whoever waited may find another one. */
    turn: () => turns,
    id: () => `i${(ids += 1)}`,
    begin(act) {
      begin = act;
      act();
      keeping.read("mixed").then((kept) => {
        if (kept !== "1" || page.mixed) return;
        page.mixed = true;
        page.onMixed?.();
      });
    },
    /** Forgets all that was typed and chosen. */
    restart() {
      if (!sent) begin();
    },
    /** Shows a screen; `back` is what the host's own back button does. */
    show({ title, beside = null, body, foot = [], back = null }) {
      const head = el("h1", { tabindex: "-1" }, title);
      document.title = title;
      turns += 1;
      live = el("p", { role: "alert" });
      root.replaceChildren(
        el("header", {}, head, beside),
        el("main", {}, body),
        el("footer", {}, live, foot),
      );
      goBack = back;
      host.showBack(back !== null);
      scrollTo(0, 0);
      head.focus({ preventScroll: true });
    },
    /** Says something at once, above the button that was pressed; screen readers say it too. */
    tell(text) {
      const place = live;
      place.textContent = "";
      // A sentence that is said a second time must be read a second time.
      requestAnimationFrame(() => (place.textContent = text));
    },
    /** Seals and sends; the host closes the page. `wait` is disabled meanwhile. */
    async send(content, wait) {
      if (sent || !sealing) return;
      wait.disabled = true;
      try {
        host.send(await sealEnvelope(sealing, content));
        sent = true;
        page.show({ title: say("done"), body: [] });
      } catch {
        wait.disabled = false;
        page.tell(say("failed"));
      }
    },
    /**
     * Does something slow after the browser has drawn what was said about it.
     *
     * Whoever's screen has gone meanwhile never hears of its end: what was forgotten stays so.
     */
    async slowly(act) {
      const turn = turns;
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      return new Promise((done, failed) => {
        const unlessGone = (tell) => (found) => turn === turns && tell(found);
        if (turn === turns) act().then(unlessGone(done), unlessGone(failed));
      });
    },
    /** Says to go back to the chat. `keys`: whoever came without an address compares their letters. */
    refuse(keys) {
      const compared = keys.map((one) => el("code", { dir: "ltr", class: "letters" }, letters(one)));
      page.show({ title: "…", body: [el("p", {}, say("refused")), ...compared] });
    },
    toBase64url,
    fromBase64url,
  };
  return page;
}

export function mainButton(words, onclick) {
  return button(words, onclick, { class: "main" });
}
