// Choosing a code and a second one, each twice; changing them asks for the one in use first.

import { codeField } from "../codefield.js";
import { faults } from "../choosing.js";
import { codes } from "../contents.js";
import { button, el } from "../elements.js";
import { mainButton } from "../page.js";

export function chooseScreen(page) {
  first(page, { old: null });
}

export function changeScreen(page) {
  ask(page, {
    why: ["change-old"],
    label: "number",
    back: null,
    take: (old) => first(page, { old }),
  });
}

function first(page, chosen) {
  ask(page, {
    why: ["choose-why", "choose-not"],
    label: chosen.old === null ? "number" : "number-new",
    back: chosen.old === null ? null : () => changeScreen(page),
    check: (code) => faults(code, null),
    take: (code) => again(page, code, () => first(page, chosen), () =>
      second(page, { ...chosen, code })),
  });
}

function second(page, chosen) {
  const { say } = page;
  ask(page, {
    why: ["spare-why", "spare-when"],
    label: "number-spare",
    back: () => first(page, chosen),
    check: (code) => faults(chosen.code, code),
    take: (code) => again(page, code, () => second(page, chosen), () =>
      ready(page, { ...chosen, forced: code })),
    beside: button(say("spare-skip"), () => ready(page, { ...chosen, forced: null }), {
      class: "plain",
    }),
  });
}

/** Asks for the same once more; whoever slips begins that step again. */
function again(page, code, back, next) {
  ask(page, {
    why: ["choose-again"],
    label: "number-again",
    back,
    take(typed) {
      if (typed === code) return next();
      back();
      return page.tell(page.say("choose-differ"));
    },
  });
}

function ready(page, { code, forced, old }) {
  const { say } = page;
  const send = mainButton(say("save"), () => page.send(codes({ code, forced, old }), send));
  page.show({
    title: say("title-choose"),
    body: [el("p", {}, say(forced === null ? "choose-ready-one" : "choose-ready"))],
    foot: [send],
    back: () => second(page, { code, old }),
  });
}

function ask(page, { why, label, back, check = () => [], take, beside = null }) {
  const { say } = page;
  const field = codeField(page, say(label));
  const next = mainButton(say("next"), () => {
    const code = field.value();
    if (!code) return page.tell(say("empty"));
    const [fault] = check(code);
    if (!fault) return take(code);
    field.clear();
    return page.tell(say(`fault-${fault}`));
  });
  page.show({
    title: say("title-choose"),
    body: [...why.map((one) => el("p", {}, say(one))), field.element],
    foot: beside ? [beside, next] : [next],
    back,
  });
}
