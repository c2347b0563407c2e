/** One run of a Mini App: what it asked for so far, and what the phone answers. */

import { customMethod, keepKey } from "./appstores.js";

/** A popup's texts and buttons, in Telegram's measures. */
const MOST_POPUP_BUTTONS = 3;
const POPUP_WORDS = { ok: "OK", close: "Close", cancel: "Cancel" };
const NO_INSETS = { top: 0, bottom: 0, left: 0, right: 0 };

export class AppSession {
  constructor(host, launch, kind) {
    Object.assign(this, { host, launch, kind });
    this.phone = host.phone;
    this.asksBeforeClosing = false;
    /** The sending of data, once it has begun: a promise of whether it was taken. */
    this.sending = null;
    this.popup = false;
    this.painted = ["", "", ""];
    this.main = {};
    this.secondary = {};
  }

  /** Post to the app, unless it was closed meanwhile. */
  post(type, data) {
    if (this.host.session === this) this.host.post(type, data);
  }

  ready() {
    this.host.place.classList.remove("loading");
  }

  expand() {
    this.tellViewport();
  }

  leave() {
    this.host.close();
  }

  /** The first data count, then the app is closed; only an app of the keyboard may send. */
  async sendData({ data }) {
    if (this.sending || typeof data !== "string" || this.kind !== "keyboard") return;
    const given = { launch: this.launch, data };
    this.sending = this.phone.did("sent data from the app", "web_app_data", given);
    const taken = await this.sending;
    if (taken === null) this.sending = null;
    else if (this.host.session === this) this.host.close();
  }

  /** Tell the stand-in that the app is gone; data that were taken have told it already. */
  async end() {
    if ((await this.sending) !== null) return;
    await this.phone.api.tell("close_launch", { launch: this.launch });
  }

  setHeaderColour(data) {
    this.#paint(0, data);
  }

  setBackgroundColour(data) {
    this.#paint(1, data);
  }

  setBottomBarColour(data) {
    this.#paint(2, data);
  }

  tellTheme() {
    this.post("theme_changed", { theme_params: this.host.colours() });
  }

  tellViewport() {
    const { width, height } = this.host.place.getBoundingClientRect();
    this.post("viewport_changed", {
      width: Math.round(width),
      height: Math.round(height),
      is_expanded: true,
      is_state_stable: true,
    });
  }

  tellSafeArea() {
    this.post("safe_area_changed", NO_INSETS);
  }

  tellContentSafeArea() {
    this.post("content_safe_area_changed", NO_INSETS);
  }

  setMainButton(data) {
    this.main = { ...this.main, ...data };
    this.host.drawBottom(this.host.main, this.main);
  }

  setSecondaryButton(data) {
    this.secondary = { ...this.secondary, ...data };
    this.host.drawBottom(this.host.secondary, this.secondary);
  }

  setBackButton({ is_visible }) {
    this.host.back.hidden = !is_visible;
  }

  setSettingsButton({ is_visible }) {
    this.host.settings.hidden = !is_visible;
  }

  setClosing({ need_confirmation }) {
    this.asksBeforeClosing = Boolean(need_confirmation);
  }

  async openPopup({ title, message, buttons }) {
    // A client shows one popup at a time and takes no second.
    if (this.popup || typeof message !== "string" || !Array.isArray(buttons)) return;
    this.popup = true;
    const shown = buttons.slice(0, MOST_POPUP_BUTTONS).map((one) => ({
      id: one.id ?? "",
      label: one.text || POPUP_WORDS[one.type] || "OK",
      tone: one.type === "destructive" ? "danger" : "",
    }));
    const pressed = await this.phone.sheets.ask(title || this.phone.bot.name, message, shown);
    this.popup = false;
    this.post("popup_closed", pressed === null ? {} : { button_id: pressed });
  }

  openLink({ url }) {
    this.phone.openAddress(String(url ?? ""), "");
  }

  openTelegramLink({ path_full }) {
    this.host.close();
    this.phone.openAddress(`https://t.me${path_full ?? ""}`, "");
  }

  async customMethod(data) {
    this.post(...(await customMethod(this.phone.api, this.launch, data)));
  }

  async keep(data, type) {
    const { memory, api } = this.phone;
    this.post(...(await keepKey(api, this.launch, type, data, memory.get("secureStore"))));
  }

  #paint(place, data) {
    this.painted[place] = this.host.colour(data);
    this.host.paint(...this.painted);
  }
}
