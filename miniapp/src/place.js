// Adds where the phone is to a note, where the address asks for it and its owner says so each time.

import { el } from "./elements.js";

const DIGITS = 5;

export function placeField(page) {
  const { say } = page;
  let found = null;
  const box = el("input", { type: "checkbox", autocomplete: "off" });
  const said = el("span", {}, say("place"));
  box.addEventListener("change", () => {
    found = null;
    said.textContent = say("place");
    if (!box.checked) return;
    const none = () => {
      box.checked = false;
      page.tell(say("place-none"));
    };
    if (!navigator.geolocation) return none();
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      if (!box.checked) return;
      found = [coords.latitude, coords.longitude].map((one) => Number(one.toFixed(DIGITS)));
      said.textContent = say("place-got");
    }, none, { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 });
  });
  return { element: el("label", { class: "tick" }, box, said), value: () => found };
}
