// Opens the screen that the button's address asks for, or says one neutral sentence.

import { readAddress } from "./address.js";
import { forgetWhenHidden } from "./forgetting.js";
import { openHost } from "./host.js";
import { readHouse } from "./house.js";
import { openKeeping } from "./keeping.js";
import { openPage } from "./page.js";
import { followTheme } from "./theme.js";
import { speak } from "./words.js";
import { chooseScreen, changeScreen } from "./screens/codes.js";
import { keyScreen } from "./screens/key.js";
import { noteScreen } from "./screens/note.js";
import { pairScreen } from "./screens/pair.js";
import { readScreen } from "./screens/read.js";
import { sheetScreen } from "./screens/sheet.js";

const SCREENS = {
  note: noteScreen,
  choose: chooseScreen,
  change: changeScreen,
  pair: pairScreen,
  sheet: sheetScreen,
  read: readScreen,
  key: keyScreen,
};
/** What can be done without the chat: a sheet is kept as a file, and a file is read. */
const ALONE = ["sheet", "read", "key"];

function open() {
  const address = readAddress(location.search);
  const host = openHost(window);
  const words = speak(address.language, ...(navigator.languages ?? []));
  const house = readHouse(document.getElementById("house").textContent);
  const key = address.kid && house ? house.key(address.kid) : null;
  const sealing = key && address.challenge && host.present
    ? { key, deployment: house.deployment, challenge: address.challenge }
    : null;
  const unasked = address.challenge === null && !new URLSearchParams(location.search).has("k");

  Object.assign(document.documentElement, { lang: words.language, dir: words.direction });
  followTheme(host, window);
  // Neither the challenge nor the screen stays in a history or behind a reload.
  try {
    history.replaceState(null, "", location.pathname);
  } catch {
    // A page that was opened from a file may not; it has no challenge either.
  }

  const page = openPage({ address, host, house, sealing, words, keeping: openKeeping(host) });
  const known = house && address.screen && (sealing || (unasked && ALONE.includes(address.screen)));
  const shown = unasked && !address.screen && house ? house.held : [];
  const begin = () => (known ? SCREENS[address.screen](page) : page.refuse(shown));
  page.begin(begin);
  forgetWhenHidden(document, window, host, page.restart);
  host.ready();
}

open();
