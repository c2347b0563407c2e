/** Ready-made stories: a button each, and the narrator that tells the step that is being played. */

import { button, given, make, unseen } from "./making.js";

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
  const fault = make("p", { class: "step-fault", role: "alert", hidden: true });
  const next = button("Next step", () => wish("stories", "next"), {
    class: "primary",
    "data-act": "next",
  });
  const automatic = button("Automatic", () => wish("stories", "automatic"), {
    "data-act": "automatic",
    "aria-pressed": "false",
    title: "Play on by itself, slowly enough to read along",
  });
  const stop = button("Stop", () => wish("stories", "stop"), { "data-act": "stop" });
  narrator.append(
    make("div", { class: "step-head" }, title, count),
    progress,
    sentence,
    fault,
    make("div", { class: "step-controls" }, next, automatic, stop),
  );
  let written = "";

  function show(content) {
    list.hidden = !content?.list?.length;
    // The list is built anew only when it changed, or the focus would be lost at every step.
    const key = JSON.stringify([content?.list, content?.playing]);
    if (key !== written) redraw(content);
    written = key;
    narrate(content);
  }

  function redraw(content) {
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

  function narrate(content) {
    const playing = content?.list?.find((one) => one.id === content.playing);
    const step = content?.step;
    // It stays in the document while stories can be played: what a live region says when it is
    // only just shown is often not read out.
    narrator.hidden = !content;
    narrator.classList.toggle("unseen", !(playing || step || content?.fault));
    title.replaceChildren(given(playing?.title ?? "Story"));
    count.textContent = step ? `${step.number} of ${step.of}` : "";
    progress.hidden = !step;
    if (step) {
      progress.setAttribute("aria-valuenow", step.number);
      progress.setAttribute("aria-valuemax", step.of);
      progress.setAttribute("aria-valuetext", `step ${step.number} of ${step.of}`);
      progress.style.setProperty("--share", (step.number / step.of).toFixed(4));
    }
    const words = step?.sentence ?? "";
    if (sentence.textContent !== words) sentence.textContent = words;
    const wrong = content?.fault ?? "";
    if (fault.textContent !== wrong) fault.textContent = wrong;
    fault.hidden = !wrong;
    next.hidden = stop.hidden = automatic.hidden = !playing;
    automatic.setAttribute("aria-pressed", String(Boolean(content?.automatic)));
    next.classList.toggle("primary", !content?.automatic);
    narrator.toggleAttribute("data-waits", Boolean(step?.waits));
  }

  return { show };
}
