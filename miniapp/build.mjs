// Builds page.html: one file, nothing fetched, the same bytes wherever and whenever it is built.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const read = (...parts) => readFileSync(join(HERE, ...parts), "utf8");
const hash = (text) => createHash("sha256").update(text, "utf8").digest("base64");

/** Six languages with the same keys: the keys stand in the page once, the sentences as lists. */
const wordsOnce = {
  name: "words-once",
  setup({ onLoad, onResolve }) {
    const names = Object.keys(JSON.parse(read("src", "words", "en.json")));
    onLoad({ filter: /[\\/]words[\\/]\w+\.json$/ }, ({ path }) => {
      const said = JSON.parse(readFileSync(path, "utf8"));
      const list = JSON.stringify(names.map((name) => said[name]));
      return {
        contents: `import { named } from "named"; export default named(${list});`,
        resolveDir: join(HERE, "src", "words"),
        loader: "js",
      };
    });
    onResolve({ filter: /^named$/ }, () => ({ path: "named", namespace: "named" }));
    onLoad({ filter: /^/, namespace: "named" }, () => ({
      contents: `const NAMES = ${JSON.stringify(names.join(" "))}.split(" ");
        export const named = (list) => Object.fromEntries(list.map((said, at) => [NAMES[at], said]));`,
      loader: "js",
    }));
  },
};

/** The licences of what stands in the page, as their authors ask. */
function notices(inputs) {
  const packages = new Set(Object.keys(inputs).flatMap((path) =>
    path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.slice(1) ?? []));
  return [...packages].sort().map((name) => {
    const folder = join("node_modules", name);
    const { version, license } = JSON.parse(read(folder, "package.json"));
    const file = readdirSync(join(HERE, folder)).find((one) => /^licen[cs]e/i.test(one));
    const text = file ? read(folder, file).trim() : `${license}, as its package says.`;
    return `${name} ${version} (${license})\n\n${text}\n`;
  }).join(`\n${"-".repeat(80)}\n\n`);
}

const bundled = await build({
  entryPoints: [join(HERE, "src", "main.js")],
  absWorkingDir: HERE,
  bundle: true,
  charset: "utf8",
  format: "iife",
  legalComments: "none",
  logLevel: "error",
  metafile: true,
  minify: true,
  plugins: [wordsOnce],
  target: ["es2020"],
  treeShaking: true,
  write: false,
});
const [{ text }] = bundled.outputFiles;
// What ends a script in HTML must not stand in one.
const script = text.trim().replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
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
writeFileSync(join(HERE, "NOTICES"), notices(bundled.metafile.inputs));
process.stdout.write(`page.html: ${Buffer.byteLength(page)} bytes, SHA-256 ${
  createHash("sha256").update(page).digest("hex")}\n`);
