// Takes a code: from a keypad of its own, so that no keyboard learns it, or as a phrase.

import { button, el, icon, quietField } from "./elements.js";
import { LONGEST, plain } from "./choosing.js";

/** Gives {element, value(), clear()}; `value` is the code as `plain` gives it. */
export function codeField(page, words) {
  const { say, number } = page;
  const digits = [];
  const dots = el("div", { class: "dots", "aria-hidden": "true" });
  const count = el("p", { class: "unseen", role: "status" });
  const keys = el("div", { class: "keys", dir: "ltr" });
  const phrase = phraseField(page);
  const label = el("h2", { id: page.id() }, words);
  let spoken = false;

  function show() {
    dots.textContent = "•".repeat(digits.length);
    count.textContent = digits.length ? say("entered", { n: digits.length }) : "";
  }
  function press(one) {
    if (digits.length < LONGEST) digits.push(one);
    show();
  }
  function erase() {
    digits.pop();
    show();
  }
  function layOut() {
    const order = page.mixed ? shuffled("1234567890") : [..."1234567890"];
    const made = order.map((one) => button(number(one), () => press(one)));
    const turn = button(say("abc"), () => speak(true), { "aria-label": say("words"), class: "quiet" });
    const back = button(icon("erase"), erase, { "aria-label": say("erase"), class: "quiet" });
    keys.replaceChildren(...made.slice(0, 9), turn, made[9], back);
  }
  function speak(wanted) {
    spoken = wanted;
    digits.length = 0;
    phrase.clear();
    show();
    keys.hidden = shown.hidden = wanted;
    phrase.element.hidden = !wanted;
    (wanted ? phrase.input : keys.firstChild).focus();
  }

  const mix = button(icon("mix"), () => {
    page.mixed = !page.mixed;
    page.keeping.write("mixed", page.mixed ? "1" : "0");
    mix.setAttribute("aria-pressed", String(page.mixed));
    layOut();
  }, { class: "round", "aria-label": say("mix"), "aria-pressed": String(page.mixed) });
  page.onMixed = () => {
    mix.setAttribute("aria-pressed", String(page.mixed));
    if (digits.length === 0) layOut();
  };
  const shown = el("div", { class: "shown" }, dots, mix);
  phrase.element.append(button(say("digits"), () => speak(false), { class: "plain" }));
  phrase.element.hidden = true;
  layOut();

  const element = el(
    "section",
    {
      class: "code",
      "aria-labelledby": label.id,
      onkeydown(event) {
        if (spoken || event.ctrlKey || event.metaKey || event.altKey) return;
        if (/^\p{Nd}$/u.test(event.key)) press(plain(event.key));
        else if (event.key === "Backspace") erase();
      },
    },
    label,
    shown,
    count,
    keys,
    phrase.element,
  );
  return {
    element,
    value: () => (spoken ? plain(phrase.input.value) : digits.join("")),
    clear() {
      digits.length = 0;
      phrase.clear();
      show();
      if (page.mixed) layOut();
    },
  };
}

/** A hidden line of words; a keyboard learns nothing from a password, and nothing is saved. */
export function phraseField(page, words = page.say("phrase")) {
  const { say } = page;
  const id = page.id();
  const input = quietField("input", {
    type: "password",
    id,
    autocomplete: "one-time-code",
    maxlength: String(LONGEST * 2),
  });
  const look = button(say("show"), () => {
    const hidden = input.type === "text";
    input.type = hidden ? "password" : "text";
    look.textContent = say(hidden ? "show" : "hide");
  }, { class: "plain" });
  const clear = () => {
    input.value = "";
    input.type = "password";
    look.textContent = say("show");
  };
  const line = el("div", { class: "line" }, input, look);
  return { element: el("div", { class: "field" }, el("label", { for: id }, words), line), input, clear };
}

/** Mixes without any order being likelier than another. */
export function shuffled(signs, random = (size) => crypto.getRandomValues(new Uint8Array(size))) {
  const order = [...signs];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const fair = 256 - (256 % (last + 1));
    let drawn = random(1)[0];
    while (drawn >= fair) drawn = random(1)[0];
    const at = drawn % (last + 1);
    [order[last], order[at]] = [order[at], order[last]];
  }
  return order;
}
