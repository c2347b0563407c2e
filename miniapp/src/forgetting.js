// Forgets what was typed when the page has been out of sight for a minute, or goes away.

export const OUT_OF_SIGHT = 60_000;

/** Calls `forget` then; `now` gives milliseconds, for a hidden page's timers may be late. */
export function forgetWhenHidden(document, window, forget, now = () => Date.now()) {
  let since = null;
  let timer = null;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (document.visibilityState === "hidden") {
      since = now();
      timer = setTimeout(forget, OUT_OF_SIGHT);
    } else if (since !== null) {
      const gone = now() - since;
      since = null;
      // A clock that was set back says nothing about how long it was.
      if (gone >= OUT_OF_SIGHT || gone < 0) forget();
    }
  });
  window.addEventListener("pagehide", forget);
}
