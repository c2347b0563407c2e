// The page speaks with every kind of host, and takes nothing from anybody else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadParts } from "./bundled.mjs";

const { openHost, openKeeping } = await loadParts();

/** A window as a client makes one; `said` is what the page told it. */
function windowOf({ hash = "#tgWebAppVersion=9.1", proxy = false, framed = false } = {}) {
  const said = [];
  const listeners = [];
  const parent = { postMessage: (text) => said.push(JSON.parse(text)) };
  const made = {
    said,
    location: { hash },
    addEventListener: (_, listener) => listeners.push(listener),
    hear: (event) => listeners.forEach((listener) => listener(event)),
  };
  made.parent = framed ? parent : made;
  if (proxy) {
    const postEvent = (eventType, data) => said.push({ eventType, eventData: JSON.parse(data) });
    made.TelegramWebviewProxy = { postEvent };
  }
  return made;
}

/** A phone that keeps what it is told to, as clients do since 9.0. */
function keepingWindow({ secure }) {
  const made = windowOf({ proxy: true });
  const stores = { device: new Map(), secure: new Map() };
  const { postEvent } = made.TelegramWebviewProxy;
  made.TelegramWebviewProxy.postEvent = (type, text) => {
    postEvent(type, text);
    const data = JSON.parse(text);
    const [, store, act] = type.match(/^web_app_(device|secure)_storage_(get|save)_key$/) ?? [];
    if (!store) return;
    const answer = (name, more) => queueMicrotask(() =>
      made.Telegram.WebView.receiveEvent(`${store}_storage_${name}`, { req_id: data.req_id, ...more }));
    if (store === "secure" && !secure) return answer("failed", { error: "UNSUPPORTED" });
    if (act === "save") {
      stores[store].set(data.key, data.value);
      return answer("key_saved");
    }
    return answer("key_received", { value: stores[store].get(data.key) ?? null });
  };
  return made;
}

test("phones and desktops are spoken to through their proxy", () => {
  const window = windowOf({ proxy: true });
  const host = openHost(window);
  assert.ok(host.present);
  host.send("sealed");
  assert.deepEqual(window.said, [
    { eventType: "web_app_data_send", eventData: { data: "sealed" } },
    { eventType: "web_app_close", eventData: {} },
  ]);
});

test("a frame is spoken to through messages, and only its parent is heard", () => {
  const window = windowOf({ framed: true });
  const host = openHost(window);
  assert.equal(window.said[0].eventType, "iframe_ready");
  let pressed = 0;
  host.on("back_button_pressed", () => (pressed += 1));
  const data = JSON.stringify({ eventType: "back_button_pressed", eventData: {} });
  window.hear({ source: {}, data });
  window.hear({ source: window.parent, data: "no JSON" });
  window.hear({ source: window.parent, data: { eventType: "back_button_pressed" } });
  assert.equal(pressed, 0);
  window.hear({ source: window.parent, data });
  assert.equal(pressed, 1);
});

test("without a host nothing is sent and nothing breaks", async () => {
  const window = windowOf({ hash: "" });
  const host = openHost(window);
  assert.equal(host.present, false);
  host.ready();
  host.send("sealed");
  const keeping = openKeeping(host);
  assert.equal(await keeping.works(), false);
  assert.equal(await keeping.write("mixed", "1"), false);
  assert.equal(await keeping.read("mixed"), null);
  assert.deepEqual(window.said, []);
});

test("an older client is not asked to keep anything", async () => {
  const window = windowOf({ proxy: true, hash: "#tgWebAppVersion=8.0" });
  const keeping = openKeeping(openHost(window));
  assert.equal(await keeping.works(), false);
  assert.deepEqual(window.said, []);
});

test("the device keeps what it is told, under names that say nothing", async () => {
  const window = keepingWindow({ secure: false });
  const keeping = openKeeping(openHost(window));
  assert.equal(await keeping.works(), true);
  assert.ok(await keeping.write("mixed", "1"));
  assert.equal(await keeping.read("mixed"), "1");
  assert.equal(await keeping.writeSecure("own", "key"), false);
  assert.equal(await keeping.readSecure("own"), null);
  const keys = window.said.map(({ eventData }) => eventData.key).filter(Boolean);
  assert.ok(keys.length && keys.every((key) => key.length === 1));
});

test("a secure store is trusted only when it gives back what it took", async () => {
  const keeping = openKeeping(openHost(keepingWindow({ secure: true })));
  assert.ok(await keeping.writeSecure("own", "key"));
  assert.equal(await keeping.readSecure("own"), "key");
});

test("the colours of the host are read, and broken ones are none", () => {
  const theme = encodeURIComponent(JSON.stringify({ bg_color: "#101010" }));
  const good = openHost(windowOf({ hash: `#tgWebAppVersion=9.1&tgWebAppThemeParams=${theme}` }));
  assert.deepEqual(good.theme, { bg_color: "#101010" });
  assert.deepEqual(openHost(windowOf({ hash: "#tgWebAppThemeParams=%7Bbroken" })).theme, {});
});
