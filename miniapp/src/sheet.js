// Says what stands in a sheet: its sections and their order, and how they are written as plain text.
//
// Whoever opens the file with the age tool reads it as it is; every section begins with a line that
// names it for people and, in brackets, for programs: "[health] Health".

export const SECTIONS = [
  { name: "call" },
  { name: "lawyer" },
  { name: "health" },
  { name: "family" },
  { name: "questions", pairs: 3 },
  { name: "told", options: ["nothing", "ask", "all"] },
  {
    name: "list",
    lines: ["home", "care", "medicine", "papers", "accounts", "devices", "work", "embassy"],
  },
];

/** The number of a section in file names and parts; 0 is the whole sheet. */
export function numberOf(name) {
  return SECTIONS.findIndex((one) => one.name === name) + 1;
}

/** Returns the text of one section, or "" where nothing was filled in. */
export function sectionText(section, filled, say) {
  const lines = linesOf(section, filled, say).filter(Boolean);
  return lines.length ? [`[${section.name}] ${say(`sheet-${section.name}`)}`, ...lines].join("\n") : "";
}

/** Returns [{number, text}]: one whole sheet, or one for each section that was filled in. */
export function sheetTexts(filled, say, { apart = false } = {}) {
  const sections = SECTIONS.map((section) => ({
    number: numberOf(section.name),
    text: sectionText(section, filled[section.name] ?? {}, say),
  })).filter(({ text }) => text);
  if (apart || !sections.length) return sections;
  return [{ number: 0, text: sections.map(({ text }) => text).join("\n\n") }];
}

function linesOf({ pairs, options, lines }, filled, say) {
  const text = (filled.text ?? "").trim();
  if (pairs) {
    return (filled.pairs ?? []).flatMap(([asked, answered]) =>
      asked.trim() ? [`? ${asked.trim()}`, `= ${answered.trim()}`] : []);
  }
  if (options) return [filled.option ? say(`told-${filled.option}`) : "", text];
  if (lines) {
    const given = filled.lines ?? {};
    return [...lines.map((one) =>
      given[one]?.trim() ? `${say(`list-${one}`)}: ${given[one].trim()}` : ""), text];
  }
  return [text];
}
