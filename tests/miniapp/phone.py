"""A phone that shows the page as clients do, and keeps what it is told to keep."""

import base64
import itertools
import json
from dataclasses import dataclass
from urllib.parse import urlencode

from playwright.async_api import Page

from sealing import recipients
from sealing.checkin import open_envelope
from sealing.contents import read
from sealing.epochs import kid, public_bytes

SEED, DEPLOYMENT = b"s" * 32, b"h" * 16
PUBLIC = public_bytes(SEED)
KID = kid(PUBLIC).hex()

#: What a client puts into the page: a way to post events, and stores that answer.
CLIENT = """
(({ secure, kept, securely }) => {
  globalThis.SAID = [];
  const stores = { device: { ...kept }, secure: { ...securely } };
  globalThis.STORES = stores;
  const tell = (type, data) => setTimeout(() => Telegram.WebView.receiveEvent(type, data));
  globalThis.TelegramWebviewProxy = {
    postEvent(type, text) {
      const data = JSON.parse(text);
      SAID.push([type, data]);
      const found = type.match(/^web_app_(device|secure)_storage_(get|save)_key$/);
      if (!found) return;
      const [, store, act] = found;
      const { req_id, key, value } = data;
      if (store === "secure" && !secure) {
        tell("secure_storage_failed", { req_id, error: "UNSUPPORTED" });
      } else if (act === "save") {
        stores[store][key] = value;
        tell(`${store}_storage_key_saved`, { req_id });
      } else {
        tell(`${store}_storage_key_received`, { req_id, value: stores[store][key] ?? null });
      }
    },
  };
})(GIVEN);
"""
_numbers = itertools.count(1)


def b64(raw):
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def age_identity(seed):
    """A seed as the age tool writes it."""
    return recipients._write(recipients._IDENTITY, seed).upper()


@dataclass
class Phone:
    page: Page
    address: str
    challenge: bytes

    @classmethod
    async def open(
        cls,
        browser,
        address,
        screen,
        *,
        language="en",
        secure=False,
        kept=None,
        kept_securely=None,
        client=True,
        query=None,
        theme=None,
        **how,
    ):
        wanted = {"viewport": {"width": 320, "height": 640}, "reduced_motion": "reduce"} | how
        context = await browser.new_context(**wanted)
        page = await context.new_page()
        if client:
            given = json.dumps(
                {"secure": secure, "kept": kept or {}, "securely": kept_securely or {}}
            )
            await page.add_init_script(CLIENT.replace("GIVEN", given))
        challenge = next(_numbers).to_bytes(16, "big")
        asked = {"c": b64(challenge), "k": KID, "m": screen, "l": language} | (query or {})
        asked = {name: value for name, value in asked.items() if value is not None}
        told = {"tgWebAppVersion": "9.1", "tgWebAppThemeParams": json.dumps(theme or {})}
        whole = f"{address}?{urlencode(asked)}" + (f"#{urlencode(told)}" if client else "")
        return cls(page, whole, challenge)

    async def enter(self):
        await self.page.goto(self.address)
        await self.page.locator("h1").wait_for()

    async def type(self, code):
        for digit in code:
            await self.press(digit)

    async def open_all(self):
        await self.page.evaluate(
            "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
        )

    async def press(self, words):
        await self.page.get_by_role("button", name=words, exact=True).click()

    async def said(self, kind):
        return [data for name, data in await self.page.evaluate("SAID") if name == kind]

    async def sent(self):
        """The one envelope that the page sent, opened: what it means."""
        await self.page.wait_for_function(
            "SAID.some(([type]) => type === 'web_app_data_send')",
        )
        (data,) = await self.said("web_app_data_send")
        opened = open_envelope([SEED], DEPLOYMENT, [self.challenge], data["data"])
        return read(opened.content)

    async def alert(self):
        place = self.page.get_by_role("alert")
        await place.wait_for()
        return await place.text_content()
