"""The page's own parts at a desk (node), and the page itself in a real browser."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import async_playwright, expect

from tests.browser.serving import serving
from tests.conftest import NO_BROWSER
from tests.miniapp.phone import DEPLOYMENT, KID, PUBLIC, Phone, b64

HOME = Path(__file__).parents[2] / "miniapp"
#: Why tests of the page's parts are skipped; they fail where VIGIL_NEEDS_NODE is set.
NO_NODE = (
    "the page is built and its parts are tested with node and npm, and they or what they install"
    " are not here (on Debian: apt-get install nodejs npm; then make miniapp-parts)"
)
#: Real milliseconds; no test measures time, this only ends one whose condition never comes.
PATIENCE = 90_000
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
)


def missing(why, variable):
    """Skip, or fail where the gate needs it."""
    if os.environ.get(variable):
        pytest.fail(why, pytrace=False)
    pytest.skip(why)


@pytest.fixture(scope="session")
def node():
    """Where node lies, with what the page is built from beside it."""
    found = shutil.which("node")
    parts = HOME / "node_modules" / ".package-lock.json"
    if found is None or shutil.which("npm") is None or not parts.exists():
        missing(NO_NODE, "VIGIL_NEEDS_NODE")
    return found


@pytest.fixture(scope="session")
def desk(node):
    """Asks the page's own parts to do something: `desk("plain", typed=["1 2"])`."""
    with subprocess.Popen(
        [node, "tests/desk.mjs"],
        cwd=HOME,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:

        def ask(deed, **given):
            process.stdin.write(json.dumps({"deed": deed} | given) + "\n")
            process.stdin.flush()
            answer = process.stdout.readline()
            assert answer, f"the desk could not do {deed}"
            return json.loads(answer)

        yield ask
        process.stdin.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def page_browser():
    found = shutil.which("chromium")
    if found is None:
        missing(NO_BROWSER, "VIGIL_NEEDS_BROWSER")
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture(scope="session")
def filled():
    """The committed page with a house in it: `filled(post, ((name, recipient), ...))`, bytes."""
    page = (HOME / "page.html").read_text("utf-8")

    def fill(post=None, recipients=()):
        block = {
            "deployment": b64(DEPLOYMENT),
            "keys": [{"kid": KID, "public": b64(PUBLIC), "until": "2026-12-31"}],
            "post": post,
            "recipients": [{"name": who, "recipient": key} for who, key in recipients],
        }
        return page.replace('id="house">{}<', f'id="house">{json.dumps(block)}<').encode()

    return fill


@pytest.fixture(scope="session")
def site(tmp_path_factory, filled):
    """The page, served: `site(name, post, recipients)` is its address; "nobody" has no house."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "nobody.html").write_bytes((HOME / "page.html").read_bytes())
    with serving(folder) as address:

        def put(name="page", post=None, recipients=()):
            if name != "nobody":
                (folder / f"{name}.html").write_bytes(filled(post, recipients))
            return f"{address}/{name}.html"

        yield put


@pytest_asyncio.fixture(loop_scope="session")
async def phone(page_browser, site):
    """Opens the page on a phone: `await phone("n", language="fa")`; holds its errors against it."""
    contexts, complaints = [], []

    async def open_one(screen, *, address=None, **how):
        one = await Phone.open(page_browser, address or site(), screen, **how)
        contexts.append(one.page.context)
        one.page.set_default_timeout(PATIENCE)
        one.page.on("pageerror", lambda error: complaints.append(str(error)))
        one.page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
        await one.enter()
        return one

    yield open_one
    for context in contexts:
        await context.close()
    assert complaints == []
