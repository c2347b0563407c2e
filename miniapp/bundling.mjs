// Bundles the page's modules: the same way for the page itself and for the tests of its parts.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { leavingOut } from "./leaving_out.mjs";

export const HERE = dirname(fileURLToPath(import.meta.url));

/** Six languages with the same keys: the keys stand in the page once, the sentences as lists. */
const wordsOnce = {
  name: "words-once",
  setup({ onLoad, onResolve }) {
    const names = Object.keys(JSON.parse(readFileSync(join(HERE, "src", "words", "en.json"), "utf8")));
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

/** Returns {text, inputs} of one minified script that begins at `entry`. */
export async function bundle(entry, format = "iife") {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(HERE, entry)],
    absWorkingDir: HERE,
    bundle: true,
    charset: "utf8",
    format,
    legalComments: "none",
    logLevel: "error",
    metafile: true,
    minify: true,
    plugins: [wordsOnce, leavingOut],
    target: ["es2020"],
    treeShaking: true,
    write: false,
  });
  return { text: outputFiles[0].text.trim(), inputs: Object.keys(metafile.inputs) };
}
