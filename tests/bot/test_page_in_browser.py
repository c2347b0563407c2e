"""In a real browser the page that a house serves sends a sheet back over its own address."""

import json
import os
import shutil
from urllib.parse import urlencode

import pytest
from playwright.async_api import async_playwright, expect

from sealing.epochs import epoch_at, kid, public_bytes
from sealing.keyring import Purpose
from tests.bot.circle import HE, OFFICE
from tests.bot.posting import PATH, SEEDS, SERVES, b64, gives_key
from tests.conftest import NO_BROWSER
from tests.miniapp.conftest import FLAGS, PATIENCE
from tests.miniapp.phone import CLIENT
from tests.sealing import age_witness

pytestmark = pytest.mark.slow


@pytest.fixture
async def environ(environ):
    return environ | SERVES


@pytest.fixture
async def browser():
    found = shutil.which("chromium")
    if found is None and os.environ.get("VIGIL_NEEDS_BROWSER"):
        pytest.fail(NO_BROWSER, pytrace=False)
    if found is None:
        pytest.skip(NO_BROWSER)
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture
async def page(browser):
    """A phone's page; whatever its policy forbids it, it complains of."""
    complaints = []
    context = await browser.new_context(viewport={"width": 320, "height": 640})
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    given = json.dumps({"secure": False, "kept": {}, "securely": {}})
    await page.add_init_script(CLIENT.replace("GIVEN", given))
    page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    await context.close()
    assert complaints == []


def address_of(house, challenge, host="127.0.0.1"):
    seed = house.storage.keys.held(Purpose.EPOCHS)[epoch_at(house.clock.now())]
    asked = {"c": b64(challenge), "k": kid(public_bytes(seed)).hex(), "m": "d", "l": "en"}
    return f"http://{host}:{house.web.port}{PATH}?{urlencode(asked)}#tgWebAppVersion=9.1"


async def test_she_writes_a_sheet_for_her_people_and_sends_it_at_once(
    served, challenged, page, kept
):
    await gives_key(served, HE)
    await page.goto(address_of(served, await challenged()))
    await expect(page.locator(".people .name")).to_have_text(["B1", "B2", "A."])
    await page.locator("summary", has_text="Health").click()
    await page.get_by_role("textbox", name="Health").fill("No penicillin")
    await page.get_by_role("button", name="Lock the sheet").click()
    await page.get_by_role("button", name="Send", exact=True).click()

    await expect(page.get_by_text("Received.", exact=True)).to_be_visible()
    assert await page.locator("p[dir=rtl]").count() == 2
    assert page.url.endswith(PATH)
    (file,) = (await kept()).values()
    for reader in (OFFICE, HE):
        opened = age_witness.open_file(file, SEEDS[reader]).rstrip()
        assert opened == b"[health] Health\nNo penicillin"


async def test_a_page_from_another_host_offers_no_such_way(served, challenged, page):
    """Its policy lets a form go to the host that served it and to nobody else."""
    body = await page.context.request.get(address_of(served, await challenged()).partition("#")[0])
    text = (await body.text()).replace(f'"post":"{PATH}"', '"post":"https://other.example/x"')
    await page.route(
        "**/elsewhere*", lambda route: route.fulfill(body=text, content_type="text/html")
    )
    address = address_of(served, await challenged()).replace(PATH, "/elsewhere")
    await page.goto(address)
    await page.locator("summary", has_text="Health").click()
    await page.get_by_role("textbox", name="Health").fill("No penicillin")
    await page.get_by_role("button", name="Lock the sheet").click()
    await expect(page.get_by_text("The sheet is locked")).to_be_visible()
    await expect(page.locator("form")).to_have_count(0)
