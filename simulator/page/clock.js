/** The virtual clock: what time it is there, how fast it runs, and the buttons that push it. */

import { button, make } from "./making.js";
import { choose, moment, onZone, toSecond, wholeDay, zone, zones } from "./zone.js";

const SPEEDS = [1, 60, 600];
const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Draw the clock; `show(moments)` takes the slot of deadlines that may be jumped to. */
export function mount(element, { api, complain }) {
  const digits = make("span", { class: "clock-digits" });
  const date = make("span", { class: "clock-date" });
  const face = make("time", { class: "clock-face", "data-part": "time" }, digits, date);
  const pace = make("span", { class: "clock-pace", "aria-live": "polite" });
  const next = make("p", { class: "clock-next", id: "clock-next" });
  let moments = [];
  let resume = 1;

  const set = async (change) => {
    try {
      await api.tell("clock", change);
    } catch (problem) {
      complain(problem);
    }
  };
  const push = (seconds) => () => set({ push_seconds: seconds });
  const ahead = () => moments.find((one) => Date.parse(one.at) > api.now().getTime());

  const quarter = button("+15 min", push(15 * MINUTE), { "data-act": "quarter" });
  const hour = button("+1 h", push(HOUR), { "data-act": "hour" });
  const deadline = button("Next deadline", () => set({ set: ahead()?.at }), {
    "data-act": "deadline",
    "data-slot": "moments",
    "aria-describedby": "clock-next",
    hidden: true,
  });
  const pause = button(
    "Pause",
    () => set(api.speed() ? { frozen: true } : { speed: resume, frozen: false }),
    { "data-act": "pause", "aria-pressed": "false" },
  );
  const paces = SPEEDS.map((speed) =>
    button(`×${speed}`, () => set({ speed, frozen: false }), {
      "data-act": `speed-${speed}`,
      title: `Run at ${speed} times real speed`,
      "aria-pressed": "false",
    }),
  );

  element.append(
    make("div", { class: "clock-reading" }, face, zoneSelect(), pace),
    make(
      "div",
      { class: "clock-controls" },
      make("div", { class: "joined", role: "group", "aria-label": "Push the clock" }, quarter, hour, deadline),
      make("div", { class: "joined", role: "group", "aria-label": "Pace of the clock" }, pause, ...paces),
      next,
    ),
  );

  function draw(at) {
    // A fast clock would only flicker in its seconds.
    write(digits, api.speed() > 60 ? toSecond(at).replace(/\d\d$/, "––") : toSecond(at));
    write(date, wholeDay(at));
    face.setAttribute("datetime", at.toISOString());
    const speed = api.speed();
    if (speed) resume = speed;
    write(pace, speed ? `running ×${speed}` : "paused");
    pause.setAttribute("aria-pressed", String(!speed));
    paces.forEach((one, i) => one.setAttribute("aria-pressed", String(speed === SPEEDS[i])));
    const coming = ahead();
    deadline.disabled = !coming;
    if (!moments.length) write(next, "");
    else if (coming) write(next, `${moment(new Date(coming.at), at)} · ${coming.text}`);
    else write(next, "No deadline lies ahead.");
  }

  api.onTick(draw);
  onZone(() => draw(api.now()));
  return {
    show(content) {
      deadline.hidden = !content;
      moments = [...(content ?? [])].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
      draw(api.now());
    },
  };
}

function write(element, text) {
  // Only what changed is written: a live region would repeat itself otherwise.
  if (element.textContent !== text) element.textContent = text;
}

function zoneSelect() {
  const select = make("select", {
    class: "clock-zone",
    "aria-label": "Zone of this clock",
    "data-act": "zone",
    "data-slot": "zone",
  });
  const option = (value) => make("option", { value }, value.replaceAll("_", " "));
  const fill = () => {
    if (select.value === zone()) return;
    select.replaceChildren(...zones().map(option));
    select.value = zone();
  };
  select.addEventListener("change", () => choose(select.value));
  onZone(fill);
  fill();
  return select;
}
