// Which of two equal keys is the everyday one; the other is the forced one.

import { codeField } from "../codefield.js";
import { pair } from "../contents.js";
import { choice, el } from "../elements.js";
import { mainButton } from "../page.js";

export function pairScreen(page) {
  const { say } = page;
  const options = [["1", say("pair-first")], ["2", say("pair-second")]];
  const everyday = choice(say("pair-which"), options, null);
  const code = codeField(page, say("pair-number"));
  const send = mainButton(say("save"), () => {
    const chosen = everyday.value();
    if (!chosen) return page.tell(say("pair-empty"));
    return page.send(pair({ forced: chosen === "1" ? 2 : 1, code: code.value() }), send);
  });
  page.show({
    title: say("title-pair"),
    body: [el("p", {}, say("pair-why")), everyday.element, code.element],
    foot: [send],
  });
}
