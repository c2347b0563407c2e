"""Prints the page's size and how long sealing takes in a browser: `python -m miniapp.measure`."""

import argparse
import base64
import gzip
import hashlib
import json
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PAGE = Path(__file__).with_name("page.html")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
)
#: Milliseconds from the press of "Send" to the envelope, as the page's own clock counts them.
CLIENT = """
globalThis.TelegramWebviewProxy = {
  postEvent(type) {
    if (type === "web_app_data_send") globalThis.TOOK = performance.now() - BEGAN;
  },
};
addEventListener("click", () => { globalThis.BEGAN = performance.now(); }, true);
"""


def main() -> None:
    """Measure the committed page in Debian's chromium, or one of that name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="how often the page is opened anew")
    parser.add_argument("--json", action="store_true", help="for machines: bytes, milliseconds")
    given = parser.parse_args()
    page = PAGE.read_bytes()
    small = len(gzip.compress(page, mtime=0))
    if not given.json:
        _say(f"page     {len(page) / 1000:7.1f} kB, {small / 1000:.1f} kB gzipped")
        _say(f"SHA-256  {hashlib.sha256(page).hexdigest()}")
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("Sealing is measured in a real browser, and there is no chromium here.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        address = _filled(page, Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        loads, firsts = zip(*(_once(browser, address) for _ in range(given.rounds)), strict=True)
        browser.close()
    if given.json:
        found = {"bytes": len(page), "small": small, "loads": loads, "seals": firsts}
        _say(json.dumps(found))
        return
    _say(f"load     {_times(loads)}")
    _say(f"seal     {_times(firsts)}, the first of each page")


def _filled(page: bytes, folder: Path) -> str:
    # Any 1216 bytes whose first part reads as ML-KEM's are as slow as a real key.
    public = bytes(1184) + os.urandom(32)
    kid = hashlib.sha256(public).hexdigest()[:8]
    block = {
        "deployment": _b64(os.urandom(16)),
        "keys": [{"kid": kid, "public": _b64(public), "until": "2026-12-31"}],
        "post": None,
        "recipients": [],
    }
    file = folder / "page.html"
    file.write_bytes(
        page.replace(b'id="house">{}<', b'id="house">%b<' % json.dumps(block).encode())
    )
    return f"{file.as_uri()}?c={_b64(os.urandom(16))}&k={kid}&m=n&l=en#tgWebAppVersion=8.0"


def _once(browser: Browser, address: str) -> tuple[float, float]:
    """Open the page in a fresh window; return how long it took to load and to seal, in ms."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.add_init_script(CLIENT)
    page.goto(address)
    page.locator("h1").wait_for()
    loaded = page.evaluate("performance.getEntriesByType('navigation')[0].domComplete")
    for digit in "482915":
        page.get_by_role("button", name=digit, exact=True).click()
    page.get_by_role("button", name="Send").click()
    page.wait_for_function("globalThis.TOOK !== undefined")
    took = page.evaluate("TOOK")
    context.close()
    return float(loaded), float(took)


def _times(took: Sequence[float]) -> str:
    return f"{statistics.median(took):7.0f} ms, median of {len(took)}, at most {max(took):.0f}"


def _b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
