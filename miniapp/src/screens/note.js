// A note: how the day is, a few words, and the code under it. A star asks for help.

import { codeField } from "../codefield.js";
import { cry, note, NOTE_LENGTH, STATES } from "../contents.js";
import { button, choice, el, icon, labelled, quietField } from "../elements.js";
import { mainButton } from "../page.js";
import { placeField } from "../place.js";

export function noteScreen(page) {
  const { say } = page;
  const code = codeField(page, say("number"));
  const text = quietField("textarea", { rows: "1", maxlength: String(NOTE_LENGTH) });
  const day = choice(say("day"), STATES.map((one) => [one, say(`day-${one || "usual"}`)]), "");
  const place = page.address.place ? placeField(page) : null;
  let starred = false;

  const star = button(icon("star"), () => {
    starred = !starred;
    star.setAttribute("aria-pressed", String(starred));
  }, { class: "round star", "aria-label": say("star"), "aria-pressed": "false" });

  const send = mainButton(say("send"), () => {
    const said = { code: code.value(), text: text.value.trim() };
    if (starred) return page.send(cry(said), send);
    if (!said.code) return page.tell(say("empty"));
    return page.send(note({ ...said, state: day.value(), place: place?.value() ?? null }), send);
  });

  page.show({
    title: say("title-note"),
    beside: [place?.element, star],
    body: [
      labelled(say("text"), text),
      day.element,
      code.element,
    ],
    foot: [send],
  });
}
