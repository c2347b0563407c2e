"""One real browser for all tests of the page, and the stages that it looks at."""

import os
import shutil
import tempfile
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import async_playwright, expect

from simulator.running import running
from tests.browser.serving import serving
from tests.browser.sitting import TOKEN, Room
from tests.conftest import NO_BROWSER

#: Real milliseconds; no test measures time, this only ends one whose condition never comes.
PATIENCE = 90_000
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
)
SIZE = {"width": 1440, "height": 1000}
APP = Path(__file__).with_name("app")

for_the_run = pytest_asyncio.fixture(scope="session", loop_scope="session")
for_each = pytest_asyncio.fixture(loop_scope="session")


@pytest.fixture(scope="session")
def chromium():
    """Where the system's browser lies."""
    found = shutil.which("chromium")
    if found is None and os.environ.get("VIGIL_NEEDS_BROWSER"):
        pytest.fail(NO_BROWSER, pytrace=False)
    if found is None:
        pytest.skip(NO_BROWSER)
    return found


@for_the_run
async def browser(chromium):
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        await browser.close()


async def new_page(browser, complaints, **how):
    """A page of its own; what its code complains of is noted."""
    wanted = {"viewport": SIZE, "reduced_motion": "reduce"} | how
    context = await browser.new_context(**wanted)
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: _is_fault(said) and complaints.append(said.text))
    page.on("response", lambda one: _is_missing(one) and complaints.append(one.url))
    return page


@for_each
async def open_page(browser):
    """Opens an address in a window of its own, and holds every error of the page against it."""
    pages, complaints = [], []

    async def open_one(url, **how):
        page = await new_page(browser, complaints, **how)
        pages.append(page)
        await page.goto(url)
        return page

    yield open_one
    for page in pages:
        await page.context.close()
    assert complaints == []


@for_the_run
async def window(browser):
    """One window for all tests that need nothing else: each stand-in has an origin of its own."""
    complaints = []
    page = await new_page(browser, complaints)
    yield page, complaints
    await page.context.close()


def _is_fault(said):
    # A refusal by the stand-in is shown on the page; the browser notes it besides.
    return said.type == "error" and not said.text.startswith("Failed to load resource")


def _is_missing(response):
    return response.status >= 400 and "/page/" in response.url


@for_each
async def stand(chromium):
    """The stand-in alone, its clock standing still."""
    async with running(token=TOKEN, speed=0, limits=False) as stand:
        yield stand
        assert await stand.violations() == []


@for_each
async def room(stand, window):
    """The stand-in alone with its page."""
    page, complaints = window
    complaints.clear()
    await page.set_viewport_size(SIZE)
    await page.goto(stand.url)
    async with httpx.AsyncClient(base_url=stand.bot_url + TOKEN, timeout=60) as http:
        yield Room(stand, page, http)
    await page.goto("about:blank")
    assert complaints == []


@pytest.fixture
def app():
    """The address of a small Mini App, on another origin than the page's."""
    with serving(APP) as address:
        yield address


@for_each
async def keep_picture(record_property):
    """Keeps a picture of the page outside the repository; the end of the run says where."""
    given = os.environ.get("VIGIL_ARTEFACTS")
    folder = Path(given) if given else Path(tempfile.gettempdir(), "vigil-artefacts")
    folder.mkdir(parents=True, exist_ok=True)

    async def keep(page, name, **how):
        path = folder / f"{name}.png"
        await page.screenshot(path=path, **how)
        record_property("picture", str(path))
        return path

    return keep
