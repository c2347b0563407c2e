/** Reads links: which address a press opens, and which of them start a chat with a bot. */

const TELEGRAM = new Set(["t.me", "telegram.me", "telegram.dog"]);
const PAYLOAD = /^[A-Za-z0-9_-]{0,64}$/;

/** The address as a browser may open it, or "" for anything that is no address of the web. */
export function webAddress(text) {
  const given = text.trim();
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(given) ? given : `https://${given}`);
    return ["http:", "https:", "tg:"].includes(url.protocol) ? url.href : "";
  } catch {
    return "";
  }
}

/** The bot's username and the payload of a start link, or null where it is none. */
export function startLink(text) {
  const address = webAddress(text);
  if (!address) return null;
  const url = new URL(address);
  if (url.protocol === "tg:") {
    const username = url.searchParams.get("domain");
    return username ? start(username, url.searchParams.get("start") ?? "") : null;
  }
  if (!TELEGRAM.has(url.hostname)) return null;
  const [username, ...more] = url.pathname.slice(1).split("/");
  if (!username || more.length || username.startsWith("+")) return null;
  return start(username, url.searchParams.get("start") ?? "");
}

/** What somebody pasted: a start link, or the bare payload of one. */
export function pasted(text) {
  const given = text.trim();
  return startLink(given.includes("/") ? given : "") ?? start("", given);
}

function start(username, payload) {
  return PAYLOAD.test(payload) ? { username, payload } : null;
}
