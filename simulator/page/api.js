/**
 * Speaks with the stand-in: its control road, its stream of events and its virtual clock.
 *
 * Every module of the page gets this one as `api`; nobody else calls fetch or EventSource.
 */

const ROAD = "/control/";
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 5_000;
/** Ticks come four times a second, and ten times while virtual time runs faster than real time. */
const TICK_MS = 250;
const FAST_TICK_MS = 100;

/** The stand-in answered no: `message` is its sentence, `status` its HTTP status, 0 for none. */
export class Refused extends Error {
  constructor(message, status) {
    super(message);
    this.name = "Refused";
    this.status = status;
  }
}

/** Everything at once: bots, people, chats, faults, slots; sets the clock by the way. */
export async function town() {
  const sent = performance.now();
  const snapshot = await ask("town");
  setClock(snapshot, sent);
  return snapshot;
}

/** A chat as its person sees it. */
export function chat(bot, person) {
  return ask("chat", { bot, person });
}

/** GET a door such as "record"; parameters that are null or undefined are left out. */
export function ask(path, params = {}) {
  const given = Object.entries(params).filter(([, value]) => value !== undefined && value !== null);
  const query = new URLSearchParams(given).toString();
  return request("GET", query ? `${path}?${query}` : path);
}

/** POST to a door such as "say", or to "/control/say". */
export function tell(path, body = {}) {
  return request("POST", path, body);
}

/** DELETE at a door such as "faults". */
export function forget(path, body = {}) {
  return request("DELETE", path, body);
}

async function request(method, path, body) {
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  const sending = { method, headers, cache: "no-store" };
  if (body !== undefined) sending.body = JSON.stringify(body);
  let answer;
  let content;
  try {
    answer = await fetch(path.startsWith("/") ? path : ROAD + path, sending);
    content = await answer.text();
  } catch {
    throw new Refused("The stand-in does not answer.", 0);
  }
  let read = null;
  try {
    read = content ? JSON.parse(content) : null;
  } catch {
    if (answer.ok) throw new Refused("The stand-in's answer is no JSON.", answer.status);
  }
  if (!answer.ok) throw new Refused(read?.error ?? `HTTP ${answer.status}`, answer.status);
  return read;
}

const listeners = new Map();
let source = null;
let retry = FIRST_RETRY_MS;
let lineIsUp = null;

/**
 * Call `fn(event)` for each event of a topic: those of the stream, "*" for all of them, and two of
 * the page's own: "line" {up} when the connection is lost or found. "hello" comes at every
 * connection, so whoever shows something reads it anew then. Returns a function that stops it.
 */
export function listen(topic, fn) {
  if (!listeners.has(topic)) listeners.set(topic, new Set());
  listeners.get(topic).add(fn);
  if (source === null) {
    connect();
    // A machine that slept has lost count of the time that passed.
    document.addEventListener("visibilitychange", () => document.hidden || readClock());
  }
  return () => listeners.get(topic).delete(fn);
}

function spread(event) {
  for (const topic of [event.topic, "*"]) {
    for (const fn of [...(listeners.get(topic) ?? [])]) {
      // One listener that fails must not keep the event from the others.
      Promise.resolve(event).then(fn).catch((problem) => {
        if (!(problem instanceof Refused && problem.status === 0)) console.error(problem);
      });
    }
  }
}

function connect() {
  const here = new EventSource(`${ROAD}stream`);
  source = here;
  here.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    if (event.topic === "clock") setClock(event);
    if (event.topic === "hello") {
      retry = FIRST_RETRY_MS;
      line(true);
      readClock();
    }
    spread(event);
  };
  here.onerror = () => {
    if (source === here) reconnect();
  };
}

function reconnect() {
  // The browser gives up for good after some errors, so it is never left to its own retries.
  const lost = source;
  lost.close();
  line(false);
  setTimeout(() => source === lost && connect(), retry);
  retry = Math.min(retry * 2, LAST_RETRY_MS);
}

function line(up) {
  if (lineIsUp === up) return;
  lineIsUp = up;
  spread({ topic: "line", up });
}

/** Tell whether the stand-in is heard at present. */
export function isUp() {
  return lineIsUp === true;
}

let anchor = { at: Date.now(), real: performance.now(), speed: 0 };
let known = false;

function setClock({ at, speed, frozen }, asked = performance.now()) {
  // The moment was true somewhere between asking and hearing: the middle is the best guess.
  const real = (asked + performance.now()) / 2;
  anchor = { at: Date.parse(at), real, speed: frozen ? 0 : speed };
  known = true;
  tick();
}

async function readClock() {
  const sent = performance.now();
  try {
    setClock(await ask("clock"), sent);
  } catch {
    // The next hello or tick of the stream sets it.
  }
}

/** The virtual moment as a Date, running on between two events of the server. */
export function now() {
  return new Date(anchor.at + (performance.now() - anchor.real) * anchor.speed);
}

/** Virtual seconds in a real one; 0 stands still. */
export function speed() {
  return anchor.speed;
}

const tickers = new Set();
let ticking = null;

/** Call `fn(now)` a few times a second and whenever the clock is set; returns a stopper. */
export function onTick(fn) {
  tickers.add(fn);
  if (ticking === null) tick();
  else if (known) fn(now());
  return () => tickers.delete(fn);
}

function tick() {
  clearTimeout(ticking);
  if (known) {
    const moment = now();
    for (const fn of [...tickers]) {
      try {
        fn(moment);
      } catch (problem) {
        console.error(problem);
      }
    }
  }
  ticking = setTimeout(tick, anchor.speed > 1 ? FAST_TICK_MS : TICK_MS);
}
