/** The desk around the phones: it gives every part what the stand-in says, and says what fails. */

import * as admission from "./admission.js";
import * as calls from "./calls.js";
import * as clock from "./clock.js";
import { make } from "./making.js";
import * as stories from "./stories.js";
import * as switches from "./switches.js";
import * as theme from "./theme.js";
import * as timeline from "./timeline.js";
import * as violations from "./violations.js";
import { suggest } from "./zone.js";

/** A complaint stays for so long, in milliseconds; pointing at it keeps it. */
const COMPLAINT_MS = 8_000;

/** Draw the desk into the page's places and keep it fresh. */
export function mount(element, { api }) {
  const place = (name) => element.querySelector(`[data-part="${name}"]`);
  const complain = complaints(place("complaints"));
  const names = nameBook();
  const wish = async (slot, id) => {
    try {
      await api.tell("wishes", { slot, id });
    } catch (problem) {
      complain(problem);
    }
  };
  const tools = { api, complain, wish, names: names.of, sign: place("down") };

  watchCover(element.querySelector("header"), place("narrator"));
  theme.mount(place("theme"));
  const hands = clock.mount(place("clock"), tools);
  const knobs = switches.mount(place("switches"), tools);
  const bars = timeline.mount(place("timeline"), tools);
  const tales = stories.mount(place("stories"), place("narrator"), tools);
  const door = admission.mount(place("admission"), tools);
  const log = calls.mount(place("calls"), tools);
  const badge = violations.mount(place("violations"), tools);

  function showSlots(slots) {
    suggest(slots.zone);
    bars.show(slots.timeline);
    hands.show(slots.moments);
    knobs.show(slots.buttons);
    tales.show(slots.stories);
    showStatus(place("status"), slots.status);
  }

  const meet = onlyLatest(api.town, (town) => {
    names.read(town);
    showSlots(town.slots ?? {});
    door.show(town);
  });
  const readSlots = onlyLatest(() => api.ask("slots"), showSlots);

  api.listen("line", ({ up }) => {
    place("line").hidden = up;
    document.documentElement.toggleAttribute("data-lost", !up);
  });
  api.listen("hello", () =>
    Promise.all([meet(), knobs.refresh(), log.reset(), badge.refresh()]).catch((problem) => {
      if (problem.status) complain(problem);
    }),
  );
  api.listen("town", meet);
  api.listen("slots", readSlots);
  api.listen("faults", knobs.refresh);
  api.listen("calls", ({ n }) => Promise.all([log.hear(n), badge.refresh()]));
  foldWhereNarrow(element.querySelectorAll(".console > .card > details"));
}

/** What sticks below the header, or is scrolled to, has to know how much they cover. */
function watchCover(header, narrator) {
  const { style } = document.documentElement;
  const tell = () => {
    const sticks = getComputedStyle(header).position === "sticky";
    const under = (sticks ? header.offsetHeight : 0) + 8;
    style.setProperty("--under-header", `${under}px`);
    style.setProperty("--covered", `${under + narrator.offsetHeight + 8}px`);
  };
  const watching = new ResizeObserver(tell);
  watching.observe(header);
  watching.observe(narrator);
}

/** Where the columns stand below each other, the phones come first and the controls unfold. */
function foldWhereNarrow(folds) {
  const narrow = matchMedia("(max-width: 1000px)");
  if (narrow.matches) for (const fold of folds) fold.open = false;
}

/** Never ask twice at the same time; what comes meanwhile is asked once more afterwards. */
function onlyLatest(ask, show) {
  let asking = null;
  let again = false;
  return () => {
    again = true;
    asking ??= (async () => {
      try {
        while (again) {
          again = false;
          show(await ask());
        }
      } finally {
        asking = null;
      }
    })();
    return asking;
  };
}

function nameBook() {
  let known = new Map();
  return {
    of: (id) => known.get(id) ?? "",
    read({ people, groups }) {
      const named = people.map((one) => [one.id, one.first_name]);
      known = new Map([...named, ...(groups ?? []).map((one) => [one.id, one.title])]);
    },
  };
}

function showStatus(element, status) {
  element.hidden = !status;
  element.dataset.tone = status?.tone ?? "good";
  const text = status?.text ?? "";
  if (element.textContent !== text) element.textContent = text;
}

function complaints(element) {
  return (problem) => {
    const words = problem?.message ?? String(problem);
    const line = make("p", { class: "complaint", dir: "auto" }, words);
    const close = make("button", { type: "button", "aria-label": "Dismiss" }, "×");
    close.addEventListener("click", () => line.remove());
    line.append(close);
    element.replaceChildren(line);
    const leave = () => (line.matches(":hover, :focus-within") ? setTimeout(leave, 1000) : line.remove());
    setTimeout(leave, COMPLAINT_MS);
  };
}
