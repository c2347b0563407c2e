/** Ready-made stories: a button each, and the narrator that tells the step that is being played. */

import { button, given, make, unseen } from "./making.js";

/** A press of "Next step" is taken for lost when nothing came of it for so long. */
const HEARD_MS = 5_000;

/** Draw into the list and the narrator; `show(content)` takes the slot "stories". */
export function mount(list, narrator, { wish }) {
  const rows = make("ul", { class: "stories" });
  const fold = make("details", { class: "fold", open: true }, make("summary", {}, make("h2", {}, "Stories")), rows);
  list.append(fold);

  const title = make("h2", { class: "step-title" });
  const count = make("span", { class: "step-count" });
  const progress = make(
    "div",
    { class: "progress", role: "progressbar", "aria-label": "Story", "aria-valuemin": "0" },
    make("span", { class: "progress-done" }),
  );
  const sentence = make("p", { class: "step-sentence", role: "status" });
  const fault = make("p", { class: "step-fault", role: "alert" });
  const next = button("Next step", goOn, {
    class: "primary",
    "data-act": "next",
  });
  const automatic = button("Automatic", () => wish("stories", "automatic"), {
    "data-act": "automatic",
    "aria-pressed": "false",
    title: "Play on by itself, slowly enough to read along",
  });
  const stop = button("Stop", () => wish("stories", "stop"), { "data-act": "stop" });
  const close = button("Close", shut, { "data-act": "close" });
  narrator.append(
    make("div", { class: "step-head" }, title, count),
    progress,
    sentence,
    fault,
    make("div", { class: "step-controls" }, next, automatic, stop, close),
  );
  let content = null;
  let written = "";
  let lastTitle = "";
  let closed = false;
  let pressed = "";

  const stepKey = () => JSON.stringify([content?.playing, content?.step]);

  /** One press is one step: until something comes of it, a second one goes nowhere. */
  async function goOn() {
    if (next.getAttribute("aria-disabled") === "true") return;
    const key = (pressed = stepKey());
    narrate();
    await wish("stories", "next");
    setTimeout(() => {
      if (pressed !== key) return;
      pressed = "";
      narrate();
    }, HEARD_MS);
  }

  function show(filled) {
    content = filled;
    list.hidden = !content?.list?.length;
    // The list is built anew only when it changed, or the focus would be lost at every step.
    const key = JSON.stringify([content?.list, content?.playing]);
    if (key !== written) redraw();
    written = key;
    narrate();
  }

  function redraw() {
    const focused = document.activeElement?.dataset?.story;
    rows.replaceChildren(...(content?.list ?? []).map((one) => storyRow(one, content.playing)));
    if (focused) rows.querySelector(`[data-story="${CSS.escape(focused)}"]`)?.focus();
  }

  function storyRow(one, playing) {
    const told = `story-${one.id}`;
    const here = one.id === playing;
    const play = button("", () => wish("stories", one.id), {
      class: "story",
      "data-act": "story",
      "data-story": one.id,
      "aria-current": here ? "true" : null,
      "aria-describedby": told,
    });
    play.append(
      make("span", { class: "story-mark", "aria-hidden": "true" }, here ? "▸" : one.done ? "✓" : "▷"),
      make("span", { class: "story-title" }, given(one.title)),
      one.done ? unseen(" (played)") : "",
    );
    return make("li", {}, play, make("p", { class: "story-sentence", id: told }, one.sentence));
  }

  function shut() {
    closed = true;
    narrate();
  }

  function narrate() {
    const playing = content?.list?.find((one) => one.id === content.playing);
    const step = content?.step;
    if (playing) [lastTitle, closed] = [playing.title, false];
    const told = (playing || (step && lastTitle) || content?.fault) && !closed;
    // It stays in the document while stories can be played: what a live region says when it is
    // only just shown is often not read out.
    narrator.hidden = !content;
    narrator.classList.toggle("unseen", !told);
    title.replaceChildren(given(lastTitle || "Story"));
    const under = playing ? (step?.waits ? "" : " · being played") : " · over";
    count.textContent = step?.number ? `${step.number} of ${step.of}${under}` : "";
    progress.hidden = !step;
    if (step) {
      progress.setAttribute("aria-valuenow", step.number);
      progress.setAttribute("aria-valuemax", step.of);
      progress.setAttribute("aria-valuetext", `step ${step.number} of ${step.of}`);
      progress.style.setProperty("--share", (step.number / step.of).toFixed(4));
    }
    write(sentence, told ? (step?.sentence ?? "") : "");
    write(fault, told ? (content.fault ?? "") : "");
    next.hidden = stop.hidden = automatic.hidden = !playing;
    close.hidden = Boolean(playing) || !told;
    automatic.setAttribute("aria-pressed", String(Boolean(content?.automatic)));
    if (pressed !== stepKey()) pressed = "";
    // It is not disabled outright while a step is under way, or it would lose the focus.
    next.setAttribute("aria-disabled", String(!step?.waits || Boolean(pressed)));
  }

  return { show };
}

function write(element, text) {
  // What is the same is not written again: a live region would repeat itself.
  if (element.textContent !== text) element.textContent = text;
  element.classList.toggle("is-empty", !text);
}
