// Says everything that the page says, in the language of the button's address.

import ar from "./words/ar.json" with { type: "json" };
import en from "./words/en.json" with { type: "json" };
import es from "./words/es.json" with { type: "json" };
import fa from "./words/fa.json" with { type: "json" };
import fr from "./words/fr.json" with { type: "json" };
import ru from "./words/ru.json" with { type: "json" };

const LANGUAGES = { ar, en, es, fa, fr, ru };
const RIGHT_TO_LEFT = ["ar", "fa"];
const DIGITS = { ar: "٠١٢٣٤٥٦٧٨٩", fa: "۰۱۲۳۴۵۶۷۸۹" };

/** Returns {language, direction, say, number}; `wanted` are codes like "fa" or "es-MX". */
export function speak(...wanted) {
  const language = wanted
    .map((one) => (one ?? "").slice(0, 2).toLowerCase())
    .find((one) => Object.keys(LANGUAGES).includes(one)) ?? "en";
  const digits = DIGITS[language];
  const number = (value) =>
    digits ? String(value).replace(/[0-9]/g, (one) => digits[one]) : String(value);
  return {
    language,
    direction: RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr",
    number,
    say: (name, values = {}) =>
      LANGUAGES[language][name].replace(/\{(\w+)\}/g, (_, key) =>
        typeof values[key] === "number" ? number(values[key]) : values[key]),
  };
}
