// Imports the page's parts bundled as the page is: what is tested is what is shipped.

import { webcrypto } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "../bundling.mjs";

globalThis.crypto ??= webcrypto;

export async function loadParts() {
  const { text } = await bundle("tests/parts.js", "esm");
  const folder = mkdtempSync(join(tmpdir(), "page-parts-"));
  try {
    const file = join(folder, "parts.mjs");
    writeFileSync(file, text);
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
