// Forgets what was typed when the page has been out of sight for a minute, or goes away.

export const OUT_OF_SIGHT = 60_000;

/**
 * Calls `forget` then; `now` gives milliseconds, for a hidden page's timers may be late.
 *
 * A client that puts the page aside, small or behind others, says so; the document may not know.
 */
export function forgetWhenHidden(document, window, host, forget, now = () => Date.now()) {
  let aside = false;
  let since = null;
  let timer = null;
  function look() {
    const hidden = aside || document.visibilityState === "hidden";
    if (hidden === (since !== null)) return;
    if (hidden) {
      since = now();
      timer = setTimeout(forget, OUT_OF_SIGHT);
      return;
    }
    clearTimeout(timer);
    const gone = now() - since;
    since = null;
    // A clock that was set back says nothing about how long it was.
    if (gone >= OUT_OF_SIGHT || gone < 0) forget();
  }
  document.addEventListener("visibilitychange", look);
  host.on("visibility_changed", ({ is_visible: shown }) => {
    aside = shown === false;
    look();
  });
  window.addEventListener("pagehide", forget);
}
