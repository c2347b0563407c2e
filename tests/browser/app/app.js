// Speaks the protocol of Telegram's web clients with whoever has framed it, and shows what it hears.
const heard = document.querySelector("#heard");
const show = (id, text) => { document.querySelector(id).textContent = text; };

globalThis.say = (eventType, eventData) =>
  globalThis.parent.postMessage(JSON.stringify({ eventType, eventData }), "*");

/** Lets a frame inside this one speak to the host, as an advertisement in an app could. */
globalThis.letForeignFrameSay = (eventType, eventData) => new Promise((said) => {
  const frame = document.createElement("iframe");
  globalThis.addEventListener("message", (event) => {
    if (event.source === frame.contentWindow) said();
  });
  const said_ = encodeURIComponent(JSON.stringify({ eventType, eventData }));
  frame.src = `foreign.html#${said_}`;
  document.body.append(frame);
});

const answers = {
  theme_changed: ({ theme_params: theme }) => show("#background", theme.bg_color),
  viewport_changed: ({ height }) => show("#viewport", `${height} high`),
  device_storage_key_saved: () => globalThis.say("web_app_device_storage_get_key", { req_id: "2", key: "word" }),
  device_storage_key_received: ({ value }) => show("#stored", value),
  main_button_pressed: () => globalThis.say("web_app_data_send", { data: "the note" }),
};

globalThis.addEventListener("message", (event) => {
  if (event.source !== globalThis.parent) return;
  const { eventType, eventData } = JSON.parse(event.data);
  const line = document.createElement("li");
  line.textContent = `${eventType} ${JSON.stringify(eventData ?? null)}`;
  heard.append(line);
  answers[eventType]?.(eventData);
});

globalThis.say("iframe_ready", { reload_supported: false });
globalThis.say("web_app_request_theme");
globalThis.say("web_app_request_viewport");
globalThis.say("web_app_ready");
globalThis.say("web_app_device_storage_save_key", { req_id: "1", key: "word", value: "kept" });
globalThis.say("web_app_setup_main_button", { is_visible: true, is_active: true, text: "Send the note" });
