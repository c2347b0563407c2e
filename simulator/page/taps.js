/** Sends taps on inline buttons and waits for the bot's answer: a spinner, then a toast or alert. */

/** After so long in real time a client stops waiting, whatever the bot does. */
const PATIENCE_MS = 30_000;

export class Taps {
  constructor(phone) {
    this.phone = phone;
    this.waiting = new Map();
    this.checking = false;
  }

  isWaiting(messageId, one) {
    return this.waiting.has(name(messageId, one));
  }

  /** The names of the buttons that wait below a message: a part of how it looks. */
  under(messageId) {
    return [...this.waiting.keys()].filter((one) => one.startsWith(`${messageId} `));
  }

  async tap(messageId, one) {
    const key = name(messageId, one);
    if (this.waiting.has(key)) return;
    this.waiting.set(key, { until: performance.now() + PATIENCE_MS, id: null });
    this.phone.draw();
    const given = { message_id: messageId, button: one.text, data: one.callback_data };
    const answer = await this.phone.tell(`pressed “${one.text}”`, "tap", given);
    if (answer === null) {
      this.waiting.delete(key);
    } else {
      this.waiting.set(key, { ...this.waiting.get(key), id: answer.callback_query_id });
      await this.check();
    }
    this.phone.draw();
  }

  /** Look whether the bot has answered; called whenever something came from the stand-in. */
  async check() {
    if (this.checking || !this.waiting.size) return;
    this.checking = true;
    try {
      for (const [key, { id, until }] of [...this.waiting]) {
        if (id === null) continue;
        const given = { bot: this.phone.bot.id, callback_query_id: id };
        const answer = await this.phone.api.ask("tap", given).catch(() => null);
        if (!answer?.answered && performance.now() < until) continue;
        this.waiting.delete(key);
        this.phone.draw();
        if (answer?.answered) this.#showAnswer(answer);
      }
    } finally {
      this.checking = false;
    }
  }

  #showAnswer({ text, alert, url }) {
    if (url) this.phone.openAddress(url, url);
    else if (text && alert) this.phone.alert(text);
    else if (text) this.phone.toast(text);
  }
}

function name(messageId, one) {
  return `${messageId} ${one.text} ${one.callback_data ?? ""}`;
}
