/** The protocol between a Mini App and its host: which event asks for what. */

// Names and shapes as on https://core.telegram.org/api/bots/webapps. What a host may refuse is
// refused here as clients do it; what is not known is told to the log and otherwise ignored.

const REFUSED = "UNSUPPORTED";

/** What needs nothing but an answer: event -> [answer, its data]. */
const ANSWERS = {
  web_app_request_fullscreen: () => ["fullscreen_failed", { error: REFUSED }],
  web_app_request_write_access: () => ["write_access_requested", { status: "cancelled" }],
  web_app_request_phone: () => ["phone_requested", { status: "cancelled" }],
  web_app_read_text_from_clipboard: ({ req_id }) => [
    "clipboard_text_received",
    { req_id, data: null },
  ],
  web_app_biometry_get_info: () => ["biometry_info_received", { available: false }],
  web_app_check_home_screen: () => ["home_screen_checked", { status: "unsupported" }],
  web_app_add_to_home_screen: () => ["home_screen_failed", { error: REFUSED }],
  web_app_open_scan_qr_popup: () => ["scan_qr_popup_closed", {}],
  web_app_open_invoice: ({ slug }) => ["invoice_closed", { slug, status: "cancelled" }],
  web_app_set_emoji_status: () => ["emoji_status_failed", { error: REFUSED }],
  web_app_request_emoji_status_access: () => [
    "emoji_status_access_requested",
    { status: "cancelled" },
  ],
  web_app_check_location: () => ["location_checked", { available: false }],
  web_app_request_location: () => ["location_requested", { available: false }],
  web_app_request_file_download: () => ["file_download_requested", { status: "cancelled" }],
  web_app_send_prepared_message: () => ["prepared_message_failed", { error: REFUSED }],
  web_app_start_accelerometer: () => ["accelerometer_failed", { error: REFUSED }],
  web_app_start_device_orientation: () => ["device_orientation_failed", { error: REFUSED }],
  web_app_start_gyroscope: () => ["gyroscope_failed", { error: REFUSED }],
};

/** What a client takes without a word. */
const SILENT = new Set([
  "iframe_ready",
  "iframe_will_reload",
  "web_app_trigger_haptic_feedback",
  "web_app_setup_swipe_behavior",
  "web_app_toggle_orientation_lock",
  "web_app_exit_fullscreen",
  "web_app_close_scan_qr_popup",
  "web_app_stop_accelerometer",
  "web_app_stop_device_orientation",
  "web_app_stop_gyroscope",
  "web_app_hide_keyboard",
  "web_app_open_location_settings",
  "web_app_share_to_story",
  "web_app_switch_inline_query",
]);

/** Which of the host's acts an event calls; the host takes the event's data. */
const ACTS = {
  web_app_ready: "ready",
  web_app_expand: "expand",
  web_app_close: "leave",
  web_app_data_send: "sendData",
  web_app_set_header_color: "setHeaderColour",
  web_app_set_background_color: "setBackgroundColour",
  web_app_set_bottom_bar_color: "setBottomBarColour",
  web_app_request_theme: "tellTheme",
  web_app_request_viewport: "tellViewport",
  web_app_request_safe_area: "tellSafeArea",
  web_app_request_content_safe_area: "tellContentSafeArea",
  web_app_setup_main_button: "setMainButton",
  web_app_setup_secondary_button: "setSecondaryButton",
  web_app_setup_back_button: "setBackButton",
  web_app_setup_settings_button: "setSettingsButton",
  web_app_setup_closing_behavior: "setClosing",
  web_app_open_popup: "openPopup",
  web_app_open_link: "openLink",
  web_app_open_tg_link: "openTelegramLink",
  web_app_invoke_custom_method: "customMethod",
  web_app_device_storage_save_key: "keep",
  web_app_device_storage_get_key: "keep",
  web_app_device_storage_clear: "keep",
  web_app_secure_storage_save_key: "keep",
  web_app_secure_storage_get_key: "keep",
  web_app_secure_storage_restore_key: "keep",
  web_app_secure_storage_clear: "keep",
};

/** Read what a frame posted; null for anything that is no event of the protocol. */
export function readEvent(posted) {
  let read = posted;
  if (typeof posted === "string") {
    try {
      read = JSON.parse(posted);
    } catch {
      return null;
    }
  }
  if (typeof read?.eventType !== "string") return null;
  return { type: read.eventType, data: asObject(read.eventData) };
}

function asObject(data) {
  if (data && typeof data === "object") return data;
  try {
    const read = JSON.parse(data);
    return read && typeof read === "object" ? read : {};
  } catch {
    return {};
  }
}

/** Do what an event asks of `host`; tells how it was taken, for the log. */
export function take({ type, data }, host) {
  if (type in ACTS) {
    host[ACTS[type]](data, type);
    return "taken";
  }
  if (type in ANSWERS) {
    host.post(...ANSWERS[type](data));
    return "refused";
  }
  return SILENT.has(type) ? "ignored" : "unknown";
}
