// Builds page.html: one file, nothing fetched, the same bytes wherever and whenever it is built.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";
import { bundle, HERE } from "./bundling.mjs";

const read = (...parts) => readFileSync(join(HERE, ...parts), "utf8");
const hash = (text) => createHash("sha256").update(text, "utf8").digest("base64");

/** The licences of what stands in the page, as their authors ask. */
function notices(inputs) {
  const packages = new Set(inputs.flatMap((path) =>
    path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.slice(1) ?? []));
  return [...packages].sort().map((name) => {
    const folder = join("node_modules", name);
    const { version, license } = JSON.parse(read(folder, "package.json"));
    const file = readdirSync(join(HERE, folder)).find((one) => /^licen[cs]e/i.test(one));
    const text = file ? read(folder, file).trim() : `${license}, as its package says.`;
    return `${name} ${version} (${license})\n\n${text}\n`;
  }).join(`\n${"-".repeat(80)}\n\n`);
}

const { text, inputs } = await bundle("src/main.js");
// What ends a script in HTML must not stand in one.
const script = text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const { code } = await transform(read("src", "style.css"), {
  charset: "utf8",
  loader: "css",
  minify: true,
});
const style = code.trim();

const policy = [
  "default-src 'none'",
  `script-src 'sha256-${hash(script)}'`,
  `style-src 'sha256-${hash(style)}'`,
  "img-src data:",
  "connect-src 'none'",
  "form-action 'self'",
  "base-uri 'none'",
].join("; ");
const filled = { policy, style, script };
const page = read("src", "template.html").replace(/\{\{(\w+)\}\}/g, (_, name) => filled[name]);

writeFileSync(join(HERE, "page.html"), page);
writeFileSync(join(HERE, "NOTICES"), notices(inputs));
process.stdout.write(`page.html: ${Buffer.byteLength(page)} bytes, SHA-256 ${
  createHash("sha256").update(page).digest("hex")}\n`);
