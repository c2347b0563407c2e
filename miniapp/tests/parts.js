// Everything of the page that can be tried without a browser, in one bundle.

export * from "../src/address.js";
export * from "../src/agefile.js";
export * from "../src/base64url.js";
export * from "../src/choosing.js";
export * as contents from "../src/contents.js";
export * from "../src/envelope.js";
export * from "../src/forgetting.js";
export * from "../src/host.js";
export * from "../src/house.js";
export * from "../src/keeping.js";
export * from "../src/recipients.js";
export * from "../src/sheet.js";
export * from "../src/theme.js";
export { shuffled } from "../src/codefield.js";
export { speak } from "../src/words.js";
