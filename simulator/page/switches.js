/** The switches: Telegram is down, and those of the house; the fold holds the rarer faults. */

import * as faults from "./faults.js";
import { button, flip, make, toggle } from "./making.js";

const DOWN = { kind: "bad_gateway" };

/** Draw the switches; `show(buttons)` takes the slot of the house, `refresh()` asks for the rest. */
export function mount(element, { api, complain, wish, sign }) {
  const attempt = (fn) => async (on) => {
    try {
      await fn(on);
      await refresh();
    } catch (problem) {
      complain(problem);
    }
  };
  let armed = [];
  const disarm = async (some) => {
    for (const one of some) await api.forget("faults", { id: one.id });
  };
  const strike = (fault, on) =>
    on ? api.tell("faults", fault) : disarm(armed.filter((one) => faults.isWhole(one, fault.kind)));

  const down = toggle(
    "Telegram is down",
    "Every request of a bot is answered with 502 and nothing is processed.",
    attempt((on) => strike(DOWN, on)),
    { "data-act": "down" },
  );
  const house = make("div", { class: "switch-house", "data-slot": "buttons", hidden: true });
  const fold = make("details", { class: "fold" });
  element.append(down, house, fold);
  const rare = faults.mount(fold, { api, attempt, strike, disarm });

  async function refresh() {
    const [found, limits] = await Promise.all([api.ask("faults"), api.ask("limits")]);
    armed = found;
    const isDown = armed.some((one) => faults.isWhole(one, DOWN.kind));
    flip(down, isDown);
    sign.hidden = !isDown;
    rare.show(
      armed.filter((one) => !faults.isWhole(one, DOWN.kind)),
      limits.on,
    );
  }

  function show(content) {
    house.hidden = !content?.length;
    const focused = document.activeElement?.dataset?.house;
    house.replaceChildren(...(content ?? []).map(houseButton));
    if (focused) house.querySelector(`[data-house="${CSS.escape(focused)}"]`)?.focus();
  }

  function houseButton(one) {
    const ask = () => wish("buttons", one.id);
    const known = { "data-act": "house", "data-house": one.id };
    if (typeof one.pressed !== "boolean") {
      return button(one.label, ask, { ...known, title: one.hint });
    }
    const knob = toggle(one.label, one.hint, ask, known);
    flip(knob, one.pressed);
    return knob;
  }

  return { show, refresh };
}
