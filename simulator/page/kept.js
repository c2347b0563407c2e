/** Keeps the watcher's own choices (theme, zone, zoom) in this browser, where it allows that. */

const PREFIX = "stand-in.";

/** Read a choice; null where there is none or the browser keeps nothing. */
export function kept(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** Keep a choice; without a place to keep it, it holds until the page is left. */
export function keep(name, value) {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // A browser that keeps nothing asks anew next time.
  }
}
