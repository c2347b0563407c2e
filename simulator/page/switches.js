/** The switches: Telegram is down, other faults of the wire, its limits, and those of the house. */

import { button, flip, make, toggle } from "./making.js";

const DOWN = "bad_gateway";

/** Faults of the fold: kind, label, what it does, and the field that says how strongly. */
const FAULTS = [
  { kind: "latency", label: "Slow answers", hint: "Every answer comes later.", seconds: 3 },
  { kind: "black_hole", label: "Black hole", hint: "Requests are swallowed, never answered." },
  {
    kind: "drop",
    label: "Drop after accepting",
    hint: "Done, but the connection breaks before the answer.",
  },
  { kind: "duplicate", label: "Duplicate delivery", hint: "Updates are handed out once more." },
  {
    kind: "out_of_order",
    label: "Out of order",
    hint: "Updates of different chats overtake each other.",
  },
];

/** Draw the switches; `show(buttons)` takes the slot of the house, `refresh()` asks for the rest. */
export function mount(element, { api, complain, wish }) {
  const attempt = (fn) => async (on) => {
    try {
      await fn(on);
      await refresh();
    } catch (problem) {
      complain(problem);
    }
  };
  let armed = [];
  let wished = [];

  // One that struck only some requests, or for a while, belongs to whoever armed it.
  const whole = (kind) => armed.filter((one) => one.kind === kind && isWhole(one));
  const disarm = async (faults) => {
    for (const one of faults) await api.forget("faults", { id: one.id });
  };

  const down = toggle(
    "Telegram is down",
    "Every request of a bot is answered with 502 and nothing is processed.",
    attempt((on) => (on ? api.tell("faults", { kind: DOWN }) : disarm(whole(DOWN)))),
    { "data-act": "down" },
  );
  const house = make("div", { class: "switch-house", "data-slot": "buttons", hidden: true });
  const limits = toggle(
    "Telegram’s limits",
    "Who sends too fast is told to wait, as Telegram does.",
    attempt((on) => api.tell("limits", { on })),
    { "data-act": "limits" },
  );
  const restart = button("Restart Telegram", attempt(() => api.tell("restart")), {
    "data-act": "restart",
    title: "All connections break; what waits for the bots is kept.",
  });

  const rows = FAULTS.map((fault) => {
    const seconds =
      fault.seconds &&
      make("input", {
        type: "number",
        min: "0.1",
        max: "120",
        step: "0.1",
        value: fault.seconds,
        "aria-label": `${fault.label}: seconds`,
      });
    const arm = () =>
      api.tell("faults", seconds ? { kind: fault.kind, seconds: Number(seconds.value) } : fault1(fault));
    const knob = toggle(
      fault.label,
      fault.hint,
      attempt((on) => (on ? arm() : disarm(whole(fault.kind)))),
      { "data-act": `fault-${fault.kind}` },
    );
    const unit = seconds ? make("label", { class: "fault-seconds" }, seconds, " s") : null;
    const hint = make("p", { class: "hint" }, fault.hint);
    return { fault, knob, row: make("div", { class: "fault" }, make("div", { class: "fault-line" }, knob, unit), hint) };
  });
  const others = make("ul", { class: "armed" });
  const badge = make("span", { class: "count", hidden: true });
  const fold = make(
    "details",
    { class: "fold" },
    make("summary", {}, "More faults ", badge),
    ...rows.map((one) => one.row),
    others,
    make("div", { class: "fault-line" }, limits),
    restart,
  );
  element.append(down, house, fold);

  function draw() {
    flip(down, whole(DOWN).length > 0);
    document.documentElement.toggleAttribute("data-telegram-down", whole(DOWN).length > 0);
    for (const { fault, knob } of rows) flip(knob, whole(fault.kind).length > 0);
    const switched = new Set([DOWN, ...FAULTS.map((one) => one.kind)]);
    const left = armed.filter((one) => !switched.has(one.kind) || !isWhole(one));
    others.replaceChildren(...left.map(stray));
    const count = armed.filter((one) => one.kind !== DOWN || !isWhole(one)).length;
    badge.hidden = !count;
    badge.textContent = `${count} on`;
  }

  function stray(one) {
    const where = one.methods.length ? ` on ${one.methods.join(", ")}` : "";
    const text = `${one.kind.replaceAll("_", " ")}${where}, struck ${one.struck}`;
    const off = button("Switch off", attempt(() => disarm([one])), {
      "aria-label": `Switch off: ${text}`,
    });
    return make("li", {}, make("span", {}, text), off);
  }

  async function refresh() {
    const [faults, bounds] = await Promise.all([api.ask("faults"), api.ask("limits")]);
    armed = faults.filter((one) => !one.over);
    flip(limits, bounds.on);
    draw();
  }

  function show(content) {
    house.hidden = !content?.length;
    wished = content ?? [];
    house.replaceChildren(...wished.map(houseButton));
  }

  function houseButton(one) {
    const ask = () => wish("buttons", one.id);
    const known = { "data-act": "house", "data-id": one.id };
    if (one.pressed === null || one.pressed === undefined) {
      return button(one.label, ask, { ...known, title: one.hint, dir: "auto" });
    }
    const knob = toggle(one.label, one.hint, ask, known);
    flip(knob, one.pressed);
    return knob;
  }

  return { show, refresh };
}

function isWhole(fault) {
  return !fault.methods.length && !fault.bot && !fault.chat_id && !fault.times && !fault.until;
}

function fault1(fault) {
  return { kind: fault.kind };
}
