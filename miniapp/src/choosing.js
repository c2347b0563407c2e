// Says what makes a code too easy to guess, or two too easy to mix up: `sealing/choosing.py` again.
//
// The house decides; the page keeps the same rules so that nobody learns only later. The two are
// compared over one table (tests/miniapp).

export const DIGITS = 6;
export const SHORTEST_PHRASE = 12;
export const LONGEST = 64;
export const APART = 3;

export const FAULTS = ["length", "row", "repeats", "date", "alike", "reversed"];

// What Python calls a space; \s of JavaScript is another set.
const LEFT_OUT = /^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\-_.\u200c]$/;
const DECIMAL = /^\p{Nd}$/u;

/** Returns a code as it is hashed: digits of any script as 0 to 9, no spaces, no capitals. */
export function plain(typed) {
  return [...folded(typed.normalize("NFKC"))]
    .filter((one) => !LEFT_OUT.test(one))
    .map(digit)
    .join("");
}

/** Returns what is wrong with a code and the second one (or null), both as `plain` gives them. */
export function faults(code, forced) {
  const found = new Set([...ofOne(code), ...(forced === null ? [] : ofOne(forced))]);
  if (forced !== null) {
    if (distance(code, forced) < APART) found.add("alike");
    if (code === [...forced].reverse().join("")) found.add("reversed");
  }
  return FAULTS.filter((one) => found.has(one));
}

/** Returns how many slips turn one into the other (optimal string alignment). */
export function distance(one, other) {
  const [mine, theirs] = [[...one], [...other]];
  let before = [];
  let last = theirs.map((_, at) => at).concat(theirs.length);
  for (let i = 1; i <= mine.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= theirs.length; j += 1) {
      const same = mine[i - 1] === theirs[j - 1] ? 0 : 1;
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      const turned = i > 1 && j > 1 && mine[i - 1] === theirs[j - 2] && mine[i - 2] === theirs[j - 1];
      if (turned) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last[theirs.length];
}

function ofOne(code) {
  const signs = [...code];
  const digits = signs.length > 0 && signs.every((one) => DECIMAL.test(one));
  if (!(digits && signs.length === DIGITS)) {
    if (digits || signs.length < SHORTEST_PHRASE || signs.length > LONGEST) return ["length"];
    return repeats(signs, digits) ? ["repeats"] : [];
  }
  const numbers = signs.map(Number);
  const steps = new Set(numbers.slice(1).map((one, at) => (one - numbers[at] + 10) % 10));
  const found = steps.size === 1 ? ["row"] : [];
  if (repeats(signs, digits)) found.push("repeats");
  if (isDate(code)) found.push("date");
  return found;
}

function repeats(signs, digits) {
  const counts = new Map();
  for (const one of signs) counts.set(one, (counts.get(one) ?? 0) + 1);
  if (digits && Math.max(...counts.values()) >= 4) return true;
  for (let size = 1; size <= signs.length / 2; size += 1) {
    const again = signs.every((one, at) => one === signs[at % size]);
    if (signs.length % size === 0 && again) return true;
  }
  return false;
}

function isDate(code) {
  const [first, second, third] = [code.slice(0, 2), code.slice(2, 4), code.slice(4)].map(Number);
  // Day and month in either order, the year before or behind; which century says nothing.
  const ways = [[third, second, first], [third, first, second], [first, second, third]];
  return ways.some(([year, month, day]) => isDay(2000 + year, month, day));
}

function isDay(year, month, day) {
  const found = new Date(Date.UTC(year, month - 1, day));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
}

/** Unicode's full case folding, which JavaScript lacks: upper case first, then lower. */
function folded(text) {
  return [...text].map((one) => {
    if (one === "\u1e9e") return "ss";
    // Cherokee is folded to its capitals; the dotless i of Turkish stays what it is.
    if (/^[\u13a0-\u13f5]$/.test(one) || one === "\u0131") return one;
    if (/^[\u13f8-\u13fd\uab70-\uabbf]$/.test(one)) return one.toUpperCase();
    return [...one.toUpperCase()].map((sign) => sign.toLowerCase()).join("");
  }).join("");
}

function digit(one) {
  if (!DECIMAL.test(one)) return one;
  // The digits of a script stand in one run of ten, from zero on.
  let zero = one.codePointAt(0);
  while (DECIMAL.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((one.codePointAt(0) - zero) % 10);
}
