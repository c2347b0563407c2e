"""A sheet goes from the page back to the house that served it, as a form, and to no other."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
from playwright.async_api import expect

from sealing.dossier import read_head
from tests.miniapp.phone import b64, unb64
from tests.miniapp.test_sheets import AMAL, HEALTH, PEOPLE, read, write

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.xdist_group("miniapp"),
    pytest.mark.slow,
]


@contextmanager
def taking(page):
    """Serves the page and takes what its form sends; gives (address, what was taken)."""
    taken = []

    class House(BaseHTTPRequestHandler):
        def do_GET(self):
            self._answer(page)

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            taken.append((self.path, parse_qs(body)))
            self._answer(b"<p>Thank you")

        def _answer(self, body):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), House)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/page", taken
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


async def test_a_sheet_goes_to_the_house_that_served_the_page(phone, filled):
    with taking(filled("/sheets", PEOPLE)) as (address, taken):
        hers = await phone("d", address=address)
        await write(hers)
        await hers.press("Lock the sheet")
        await hers.press("Send")
        await hers.page.get_by_text("Thank you").wait_for()

    ((path, fields),) = taken
    assert path == "/sheets"
    assert fields["c"] == [b64(hers.challenge)]
    assert fields.keys() == {"c", "sheet-3"}
    assert read(unb64(fields["sheet-3"][0]), AMAL) == HEALTH


async def test_where_it_goes_in_one_press_every_part_can_be_given_by_itself(phone, filled):
    with taking(filled("/sheets", PEOPLE)) as (address, taken):
        hers = await phone("d", address=address)
        await write(hers)
        apart = hers.page.get_by_label("Every part as a sheet of its own")
        await apart.uncheck()
        await hers.press("Lock the sheet")
        await hers.press("Send")
        await hers.page.get_by_text("Thank you").wait_for()

    ((_, fields),) = taken
    assert fields.keys() == {"c", "sheet"}
    assert read(unb64(fields["sheet"][0]), AMAL) == HEALTH


async def test_a_form_never_goes_to_another_house(phone, filled):
    with taking(filled("https://elsewhere.example/sheets", PEOPLE)) as (address, _):
        hers = await phone("d", address=address)
        await write(hers)
        await hers.press("Lock the sheet")
        await hers.page.get_by_role("button", name="Keep the file").wait_for()
        assert await hers.page.locator("form").count() == 0


async def test_what_nobody_would_keep_for_its_length_is_not_sent_but_said(phone, filled):
    with taking(filled("/sheets", PEOPLE)) as (address, taken):
        hers = await phone("d", address=address)
        await hers.open_all()
        for field in await hers.page.locator("textarea[maxlength]").all():
            await field.fill("話" * int(await field.get_attribute("maxlength")))
        apart = hers.page.get_by_label("Every part as a sheet of its own")
        await apart.uncheck()
        await hers.press("Lock the sheet")
        await expect(hers.page.get_by_role("alert")).to_contain_text("This is too long.")
        await apart.check()
        await hers.press("Lock the sheet")
        await hers.press("Send")
        await hers.page.get_by_text("Thank you").wait_for()

    ((_, fields),) = taken
    assert all(read_head(unb64(file)) for name, (file,) in fields.items() if name != "c")
