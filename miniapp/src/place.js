// Adds where the phone is to a note, where the address asks for it and its owner says so each time.

import { button, icon } from "./elements.js";

const DIGITS = 5;

/** Gives {element, value()}; `value` is [latitude, longitude] in degrees, or null. */
export function placeField(page) {
  const { say } = page;
  let wanted = false;
  let found = null;
  const want = (now) => {
    wanted = now;
    found = null;
    element.setAttribute("aria-pressed", String(now));
  };
  const none = () => {
    want(false);
    page.tell(say("place-none"));
  };
  const element = button(icon("place"), () => {
    want(!wanted);
    if (!wanted) return;
    if (!navigator.geolocation) return none();
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      if (!wanted) return;
      found = [coords.latitude, coords.longitude].map((one) => Number(one.toFixed(DIGITS)));
      page.tell(say("place-got"));
    }, none, { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 });
  }, { class: "round", "aria-label": say("place"), "aria-pressed": "false" });
  return { element, value: () => found };
}
