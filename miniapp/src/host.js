// Speaks with the app that shows this page, without any script of that app's makers.
//
// Three transports: a proxy object on phones and desktops, `external.notify` on old ones, and
// messages to the parent where the page stands in a frame. Without a host everything still works
// but sending. Names and shapes: https://core.telegram.org/api/web-events

const PATIENCE = 2000;
const KEEPS_SINCE = 9;

/** Returns the host of this window; `window` is given so that another one can be. */
export function openHost(window) {
  const told = new URLSearchParams(window.location.hash.replace(/^#\??/, ""));
  const framed = window.parent && window.parent !== window;
  const proxy = window.TelegramWebviewProxy;
  const notify = window.external && "notify" in window.external;
  const listeners = new Map();
  const waiting = new Map();
  let asked = 0;

  function post(eventType, eventData = {}) {
    if (proxy) proxy.postEvent(eventType, JSON.stringify(eventData));
    else if (notify) window.external.notify(JSON.stringify({ eventType, eventData }));
    // Whoever frames us may read what we post: it is sealed, or says nothing.
    else if (framed) window.parent.postMessage(JSON.stringify({ eventType, eventData }), "*");
  }

  function receive(type, given) {
    const data = typeof given === "string" ? parsed(given) : given;
    const waits = waiting.get(data?.req_id);
    if (waits && /^(device|secure)_storage_/.test(type)) waits(type, data);
    listeners.get(type)?.(data ?? {});
  }

  function ask(type, data) {
    return new Promise((answered) => {
      const id = String((asked += 1));
      const done = (answer) => {
        waiting.delete(id);
        answered(answer);
      };
      const patience = setTimeout(() => done(null), PATIENCE);
      waiting.set(id, (answer, given) => {
        clearTimeout(patience);
        done(answer.endsWith("_failed") ? null : { value: given.value ?? null });
      });
      post(type, { req_id: id, ...data });
    });
  }

  window.Telegram = { WebView: { receiveEvent: receive } };
  window.TelegramGameProxy = { receiveEvent: receive };
  window.TelegramGameProxy_receiveEvent = receive;
  if (framed) {
    window.addEventListener("message", (event) => {
      if (event.source !== window.parent) return;
      const heard = typeof event.data === "string" ? parsed(event.data) : null;
      if (typeof heard?.eventType === "string") receive(heard.eventType, heard.eventData);
    });
    post("iframe_ready", { reload_supported: false });
  }

  return {
    present: Boolean(proxy || notify || framed),
    theme: parsed(told.get("tgWebAppThemeParams")) ?? {},
    keeps: Number.parseFloat(told.get("tgWebAppVersion") ?? "0") >= KEEPS_SINCE,
    on: (type, listener) => listeners.set(type, listener),
    ready() {
      post("web_app_ready");
      post("web_app_expand");
      post("web_app_setup_swipe_behavior", { allow_vertical_swipe: false });
    },
    showBack: (shown) => post("web_app_setup_back_button", { is_visible: shown }),
    /** Sends what is sealed; the host takes the first one and closes the page. */
    send(data) {
      post("web_app_data_send", { data });
      post("web_app_close");
    },
    close: () => post("web_app_close"),
    /** Returns {value}, or null where the host does not answer or has no such store. */
    read: (store, key) => ask(`web_app_${store}_storage_get_key`, { key }),
    write: (store, key, value) => ask(`web_app_${store}_storage_save_key`, { key, value }),
  };
}

function parsed(text) {
  try {
    const read = JSON.parse(text);
    return read && typeof read === "object" ? read : null;
  } catch {
    return null;
  }
}
