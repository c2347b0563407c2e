// Says to the topmost window what the address asks for, though it is no Mini App, then tells its parent.
globalThis.top.postMessage(decodeURIComponent(globalThis.location.hash.slice(1)), "*");
globalThis.parent.postMessage("said", "*");
