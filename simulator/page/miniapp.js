/** Hosts a Mini App inside a phone: a frame of another origin, spoken with by the real protocol. */

import { button, el, fill, show } from "./nodes.js";
import { icon } from "./icons.js";
import { asked, readableOn, theme } from "./colours.js";
import { readEvent, take } from "./protocol.js";
import { AppSession } from "./appsession.js";

/** As Telegram's own client for the web gives it. */
const SANDBOX =
  "allow-scripts allow-same-origin allow-popups allow-forms allow-modals allow-storage-access-by-user-activation";
const LINES_KEPT = 200;

export class MiniApp {
  constructor(phone) {
    this.phone = phone;
    this.session = null;
    this.close_ = button(
      { class: "round", "aria-label": "Close the app", data: { act: "close-app" } },
      () => this.#leave(),
      icon("close"),
    );
    this.back = button(
      { class: "round", "aria-label": "Back", data: { act: "app-back" }, hidden: true },
      () => this.session?.post("back_button_pressed", {}),
      icon("back"),
    );
    this.settings = button(
      { class: "plain", hidden: true },
      () => this.session?.post("settings_button_pressed", {}),
      "Settings",
    );
    this.title = el("b", { dir: "auto" });
    const log = button(
      {
        class: "round",
        "aria-label": "Protocol log",
        "aria-expanded": "false",
        data: { act: "app-log" },
      },
      () => this.#showLog(log),
      icon("menu"),
    );
    this.header = el(
      "div",
      { class: "app-head" },
      this.back,
      this.close_,
      this.title,
      this.settings,
      log,
    );
    this.place = el("div", { class: "app-frame" });
    this.secondary = this.#bottomButton("secondary_button_pressed", "app-secondary");
    this.main = this.#bottomButton("main_button_pressed", "app-main");
    this.bottom = el("div", { class: "app-bottom", hidden: true }, this.secondary, this.main);
    this.log = el("ol", {
      class: "app-log",
      "aria-label": "Events of the app and answers",
      tabindex: "0",
      hidden: true,
    });
    const props = { class: "app", role: "dialog", "aria-label": "Mini App", hidden: true };
    this.element = el("div", props, this.header, this.place, this.log, this.bottom);
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.#leave());
    this.hear = (event) => this.#heard(event);
    this.watch = new MutationObserver(() => this.session?.tellTheme());
    this.dark = matchMedia("(prefers-color-scheme: dark)");
    this.dimmed = () => this.session?.tellTheme();
  }

  get isOpen() {
    return this.session !== null;
  }

  /** Open an app: {button, message_id} of the button that was pressed, or {menu: true}. */
  async open(how) {
    this.close();
    const { memory } = this.phone;
    const about = { platform: memory.get("platform"), version: memory.get("version") };
    const given = { ...how, ...about, theme: theme(this.phone.element) };
    const launch = await this.phone.tell(
      `opened the app “${how.button ?? "menu"}”`,
      "launch",
      given,
    );
    if (launch) this.#show(launch);
  }

  /** Take the app away without a question. */
  close() {
    if (!this.session) return;
    const { session } = this;
    this.session = null;
    window.removeEventListener("message", this.hear);
    this.watch.disconnect();
    this.dark.removeEventListener("change", this.dimmed);
    fill(this.place);
    show(this.element, false);
    this.phone.cover();
    session.end().catch((problem) => this.phone.toast(problem.message));
    this.before?.focus?.({ preventScroll: true });
  }

  /** While the phone lies face down, its app is out of sight. */
  cover(down) {
    if (this.session && this.element.hidden !== down) {
      this.session.post("visibility_changed", { is_visible: !down });
    }
    show(this.element, Boolean(this.session) && !down);
  }

  colours() {
    return theme(this.phone.element);
  }

  #show({ launch, url, kind, button: label }) {
    const origin = new URL(url).origin;
    if (origin === location.origin) {
      // A frame of the page's own origin could reach out of its sandbox.
      this.phone.toast("This app has the address of the page itself and is not opened.");
      return;
    }
    this.before = document.activeElement;
    this.frame = el("iframe", {
      src: url,
      sandbox: SANDBOX,
      title: label || "Mini App",
      allow: "",
      referrerpolicy: "no-referrer",
    });
    this.origin = origin;
    this.session = new AppSession(this, launch, kind);
    this.title.textContent = this.phone.bot.name;
    fill(this.log);
    for (const one of [this.back, this.settings, this.bottom, this.main, this.secondary])
      show(one, false);
    this.paint("", "", "");
    window.addEventListener("message", this.hear);
    this.watch.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ["data-theme", "class"],
    });
    this.dark.addEventListener("change", this.dimmed);
    this.place.classList.add("loading");
    this.frame.addEventListener("load", () => this.place.classList.remove("loading"));
    fill(this.place, this.frame);
    show(this.element, true);
    this.phone.cover();
    this.close_.focus({ preventScroll: true });
  }

  #heard(event) {
    if (!this.session || event.source !== this.frame.contentWindow || event.origin !== this.origin)
      return;
    const read = readEvent(event.data);
    if (!read) return;
    this.note("from", read.type, read.data, take(read, this.session));
  }

  /** Post an event into the frame, and only to the app's own origin. */
  post(type, data) {
    this.frame.contentWindow?.postMessage(
      JSON.stringify({ eventType: type, eventData: data }),
      this.origin,
    );
    this.note("to", type, data, "");
  }

  /** A line of the log; what was sent is shown by its length only, for it may be secret. */
  note(way, type, data, taken) {
    const shown =
      type === "web_app_data_send" ? { bytes: new Blob([String(data.data)]).size } : data;
    const line = el("li", { class: `${way} ${taken}` }, [
      el(
        "span",
        { class: "way", "aria-label": way === "from" ? "from the app" : "to the app" },
        way === "from" ? "←" : "→",
      ),
      el("b", {}, type),
      taken && taken !== "taken" ? el("em", {}, taken) : null,
      el("code", {}, JSON.stringify(shown)),
    ]);
    this.log.append(line);
    while (this.log.childElementCount > LINES_KEPT) this.log.firstChild.remove();
  }

  /** Colour the bars as the app asked; "" is the theme's own. */
  paint(header, background, bottom) {
    for (const [node, colour] of [
      [this.header, header],
      [this.place, background],
      [this.bottom, bottom],
    ]) {
      node.style.backgroundColor = colour;
      node.style.color = colour ? readableOn(colour) : "";
    }
  }

  colour(data) {
    return asked(data, this.colours());
  }

  /** The page's button below the app, drawn as the app says. */
  drawBottom(node, state) {
    show(node, Boolean(state.is_visible && state.text));
    fill(
      node,
      el("span", { dir: "auto" }, state.text ?? ""),
      state.is_progress_visible ? el("span", { class: "spinner" }) : null,
    );
    node.disabled = state.is_active === false || Boolean(state.is_progress_visible);
    const colour = /^#[0-9a-f]{6}$/i.test(state.color ?? "") ? state.color : "";
    node.style.backgroundColor = colour;
    node.style.color = /^#[0-9a-f]{6}$/i.test(state.text_color ?? "")
      ? state.text_color
      : colour && readableOn(colour);
    show(this.bottom, !this.main.hidden || !this.secondary.hidden);
    this.session?.tellViewport();
  }

  async #leave() {
    if (this.session?.asksBeforeClosing) {
      const words = "Changes that you made may not be saved.";
      const sure = await this.phone.sheets.ask("Close the app?", words, [
        { id: "no", label: "Cancel" },
        { id: "yes", label: "Close anyway", tone: "danger" },
      ]);
      if (sure !== "yes") return;
    }
    this.close();
  }

  #bottomButton(event, act) {
    return button({ class: "app-button", data: { act }, hidden: true }, () =>
      this.session?.post(event, {}),
    );
  }

  #showLog(toggle) {
    show(this.log, this.log.hidden);
    toggle.setAttribute("aria-expanded", String(!this.log.hidden));
    this.session?.tellViewport();
  }
}
