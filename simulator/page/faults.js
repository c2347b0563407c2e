/** The fold of rarer faults: what else goes wrong on the wire, Telegram's limits, its restart. */

import { button, flip, make, toggle } from "./making.js";

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

/** Tell whether a fault strikes everything of its kind, as a switch arms it. */
export function isWhole(fault, kind) {
  const narrowed = [fault.bot, fault.chat_id, fault.times, fault.until, fault.skip].some(Boolean);
  return fault.kind === kind && !fault.methods?.length && !narrowed;
}

/** Fill the fold; `show(armed, limited)` takes the faults that are switched on, and the limits. */
export function mount(fold, { api, attempt, strike, disarm }) {
  const rows = FAULTS.map((fault) => faultRow(fault, (one, on) => attempt(() => strike(one, on))()));
  const strays = make("ul", { class: "armed", "aria-label": "Other faults" });
  const badge = make("span", { class: "count", hidden: true });
  const limits = toggle(
    "Telegram’s limits",
    "Who sends too fast is told to wait, as Telegram does.",
    attempt((on) => api.tell("limits", { on })),
    { "data-act": "limits", "data-tone": "calm" },
  );
  const restart = button("Restart Telegram", attempt(() => api.tell("restart")), {
    "data-act": "restart",
    "aria-describedby": "restart-hint",
  });
  fold.append(
    make("summary", {}, "More faults ", badge),
    ...rows.map((one) => one.element),
    strays,
    limits,
    restart,
    make("p", { class: "hint", id: "restart-hint" }, "All connections break; what waits is kept."),
  );
  forgetUnknown(api, rows);

  function stray(one) {
    const where = one.methods?.length ? ` on ${one.methods.join(", ")}` : "";
    const text = `${one.kind.replaceAll("_", " ")}${where}, struck ${one.struck}`;
    const off = button("Off", attempt(() => disarm([one])), { "aria-label": `Switch off ${text}` });
    return make("li", {}, make("span", {}, text), off);
  }

  return {
    show(armed, limited) {
      for (const { fault, knob } of rows) flip(knob, armed.some((one) => isWhole(one, fault.kind)));
      // What struck some requests only, or for a while, belongs to whoever armed it, and is told.
      const known = (one) => rows.some(({ fault }) => isWhole(one, fault.kind));
      strays.replaceChildren(...armed.filter((one) => !known(one)).map(stray));
      badge.hidden = !armed.length;
      badge.textContent = `${armed.length} on`;
      flip(limits, limited);
    },
  };
}

function faultRow(fault, flipped) {
  const { kind, label, hint } = fault;
  const seconds = fault.seconds ? secondsField(label, fault.seconds) : null;
  const asked = () => (seconds ? { kind, seconds: seconds.valueAsNumber || fault.seconds } : { kind });
  const knob = toggle(label, hint, (on) => flipped(asked(), on), { "data-act": `fault-${kind}` });
  const line = make(
    "div",
    { class: "fault-line" },
    knob,
    seconds && make("label", { class: "fault-seconds" }, seconds, " s"),
  );
  return { fault, knob, element: make("div", { class: "fault" }, line, make("p", { class: "hint" }, hint)) };
}

function secondsField(label, value) {
  const bounds = { min: "0.1", max: "120", step: "0.1", value };
  return make("input", { type: "number", ...bounds, "aria-label": `${label}, in seconds` });
}

/** A stand-in that does not know a fault says so in its own description; its row is taken out. */
async function forgetUnknown(api, rows) {
  try {
    const described = await api.ask("openapi.json");
    const body = described.paths["/control/faults"].post.requestBody;
    const kinds = JSON.stringify(body.content["application/json"].schema);
    for (const { fault, element } of rows) element.hidden = !new RegExp(`\\b${fault.kind}\\b`).test(kinds);
  } catch {
    // Without a description all of them are offered, and an unknown one is refused in words.
  }
}
