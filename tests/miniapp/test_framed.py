"""The page in a frame, as clients for the web show it: the same sandbox, the same messages."""

import json
from urllib.parse import urlencode

import pytest
from playwright.async_api import expect

from sealing.checkin import open_envelope
from sealing.contents import Note, read
from tests.browser.serving import serving
from tests.miniapp.phone import DEPLOYMENT, KID, SEED, b64

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("miniapp")]

CHALLENGE = b"f" * 16
SANDBOX = (
    "allow-scripts allow-same-origin allow-popups allow-forms allow-modals"
    " allow-storage-access-by-user-activation"
)
HOST = """<!doctype html><title>A chat</title>
<iframe sandbox="SANDBOX" src="ADDRESS" width="320" height="600" title="app"></iframe>
<script>
const SAID = [];
const frame = document.querySelector("iframe");
const tell = (eventType, eventData) =>
  frame.contentWindow.postMessage(JSON.stringify({ eventType, eventData }), "*");
addEventListener("message", ({ source, data }) => {
  if (source !== frame.contentWindow) return;
  const { eventType, eventData } = JSON.parse(data);
  SAID.push([eventType, eventData]);
  const { req_id } = eventData;
  if (eventType === "web_app_device_storage_get_key") {
    tell("device_storage_key_received", { req_id, value: "1" });
  }
});
</script>"""


async def test_a_note_goes_out_of_a_frame(page_browser, site, tmp_path):
    asked = urlencode({"c": b64(CHALLENGE), "k": KID, "m": "n", "l": "en"})
    theme = json.dumps({"bg_color": "#17212b", "text_color": "#f5f5f5"})
    told = urlencode({"tgWebAppVersion": "9.1", "tgWebAppThemeParams": theme})
    address = f"{site()}?{asked}#{told}"
    shown = HOST.replace("SANDBOX", SANDBOX).replace("ADDRESS", address.replace("&", "&amp;"))
    (tmp_path / "index.html").write_text(shown, "utf-8")
    with serving(tmp_path) as chat:
        page = await page_browser.new_page()
        await page.goto(f"{chat}/index.html")
        frame = page.frame_locator("iframe")
        mix = frame.get_by_role("button", name="Mix the digits")
        await expect(mix).to_have_attribute("aria-pressed", "true")
        for digit in "482915":
            await frame.get_by_role("button", name=digit, exact=True).click()
        await frame.get_by_role("button", name="Send").click()
        await page.wait_for_function("SAID.some(([type]) => type === 'web_app_close')")
        said = await page.evaluate("SAID")
        await page.close()

    types = [type_ for type_, _ in said]
    assert types[0] == "iframe_ready"
    assert {"web_app_ready", "web_app_expand", "web_app_setup_swipe_behavior"} <= set(types)
    (sent,) = [data["data"] for type_, data in said if type_ == "web_app_data_send"]
    opened = open_envelope([SEED], DEPLOYMENT, [CHALLENGE], sent)
    assert read(opened.content) == Note("482915")
