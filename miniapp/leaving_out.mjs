// Leaves out of the bundle what no key of ours uses: NIST curves, and age's other kinds of keys.
//
// Every change is to an exact text that must stand there exactly once, or the build ends. Nothing
// that runs is rewritten: some calls are marked as free of effects, so that esbuild may drop their
// unused results, and kinds of keys that the page refuses are not to be had in it at all.

import { readFileSync } from "node:fs";

const PURE = "/* @__PURE__ */ ";
const FREE_OF_EFFECTS = [
  "QSF('QSF-KEM(ML-KEM-768,P-256)",
  "QSF('QSF-KEM(ML-KEM-1024,P-384)",
  "ecdhKem(p256, true)",
  "ecdhKem(p384, true)",
  "ecdhKem(x25519);",
  "createKitchenSink('KitchenSink-KEM(ML-KEM-768,X25519)",
].map((call) => [call, PURE + call]);

const NO_SUCH_KIND = `class NoSuchKind {
    constructor() { throw new Error("no key of this kind is used here"); }
}
const X25519Identity = NoSuchKind, X25519Recipient = NoSuchKind;
const TagRecipient = NoSuchKind, HybridTagRecipient = NoSuchKind;`;
const OTHER_KINDS = [
  ['import { X25519Identity, X25519Recipient } from "./recipients.js";', NO_SUCH_KIND],
  ['import { TagRecipient, HybridTagRecipient } from "./recipients.js";', ""],
];

const CHANGES = [
  [/@noble\/post-quantum\/hybrid\.js$/, FREE_OF_EFFECTS],
  [/age-encryption\/dist\/index\.js$/, OTHER_KINDS],
];

export const leavingOut = {
  name: "leaving-out",
  setup({ onLoad }) {
    for (const [filter, changes] of CHANGES) {
      onLoad({ filter }, ({ path }) => ({ contents: changed(path, changes), loader: "js" }));
    }
  },
};

function changed(path, changes) {
  return changes.reduce((text, [before, after]) => {
    if (text.split(before).length !== 2) {
      throw new Error(`${path} has changed: it should say once: ${before}`);
    }
    return text.replace(before, () => after);
  }, readFileSync(path, "utf8"));
}
