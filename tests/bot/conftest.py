"""A house against a stand-in for Telegram: real HTTP, a real database, a played clock."""

import asyncio
import contextlib
import shutil
from contextlib import AsyncExitStack

import pytest

from bot.clock import Clock
from bot.hold import Hold
from bot.init import Answers, first_run
from bot.running import build
from bot.settings import load
from bot.wire import Wire
from simulator.running import running
from storage.chance import Chance
from storage.engines import read_url
from storage.opening import open_storage
from storage.schema import bring_up_to_date
from tests.bot.carrying import decide, due, heard, left, make  # noqa: F401 - fixtures
from tests.bot.circle import AMINA, BEN, CORA, DAVID, gather
from tests.bot.exporting import exported, passes, site  # noqa: F401 - fixtures
from tests.bot.listeners import Ears
from tests.bot.posting import challenged, kept, line, post, raw, served  # noqa: F401 - fixtures
from tests.bot.shell import TOKEN, own_logs, shell  # noqa: F401 - the last two are fixtures

#: After so many real seconds what was waited for will never happen, on any machine.
PATIENCE = 60.0


@pytest.fixture
async def stand():
    async with running(token=TOKEN, limits=False) as stand:
        yield stand


@pytest.fixture
async def clock(stand):
    """The clock of a process that has just heard from the stand-in."""
    clock = Clock(follows=True)
    clock.answered(None, (await stand.now()).isoformat(), clock.now())
    return clock


@pytest.fixture
async def wire(stand, clock):
    wire = Wire(stand.url, TOKEN, clock, direct=True)
    yield wire
    await wire.close()


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    """A database with its tables and nothing in them, made once and copied."""
    path = tmp_path_factory.mktemp("empty") / "vigil.db"
    bring_up_to_date(read_url(f"sqlite:///{path}"))
    return path


@pytest.fixture
def database(empty, tmp_path):
    path = tmp_path / "vigil.db"
    shutil.copy(empty, path)
    return f"sqlite:///{path}"


@pytest.fixture
def planted(empty, tmp_path):
    """Tables under the data directory, so that setting a house up need not make them."""
    home = tmp_path / "data" / "db"
    home.mkdir(mode=0o700, parents=True)
    shutil.copy(empty, home / "vigil.sqlite")


@pytest.fixture
async def storage(database, keyring, clock):
    storage = open_storage(database, keyring, clock=clock.now, chance=Chance.seeded(1))
    clock.on_jump.append(storage.woken.ring)
    yield storage
    await storage.close()


@pytest.fixture
async def elsewhere(database, keyring, clock):
    """The same house, opened by another process."""
    storage = open_storage(database, keyring, clock=clock.now, chance=Chance.seeded(2))
    yield storage
    await storage.close()


@pytest.fixture
async def turning():
    """Lets loops turn until the test is over; one that ends by itself fails the test."""
    tasks = []

    def turn(*loops):
        tasks.extend(asyncio.create_task(loop.run()) for loop in loops)

    yield turn
    for task in tasks:
        task.cancel()
    for ended in await asyncio.gather(*tasks, return_exceptions=True):
        assert ended is None or isinstance(ended, asyncio.CancelledError), ended


@pytest.fixture
def hold(storage, clock, turning):
    """Takes a lease and keeps it."""

    def hold(name):
        held = Hold(storage.leases, name, clock)
        turning(held)
        return held

    return hold


@pytest.fixture
def until():
    """Waits until something is so. A machine may be as slow as it likes; only a fault is not."""

    async def until(is_so, seconds=PATIENCE):
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(max(seconds, PATIENCE)):
                while True:
                    found = is_so()
                    found = await found if asyncio.iscoroutine(found) else found
                    if found:
                        return found
                    await asyncio.sleep(0.01)
        pytest.fail("it never came to that")

    return until


@pytest.fixture
async def standstill(stand, clock):
    """From now on time passes only when it is pushed, for the stand-in and for the house."""
    at = await stand.freeze()
    for _ in range(2):  # from the second answer on the house knows that time stands still
        clock.answered(None, at.isoformat(), clock.now())


@pytest.fixture
def pushed(stand, clock):
    """Lets time pass until a moment, for the stand-in and for the house."""

    async def pushed(at):
        await stand.push_to(at)
        clock.answered(None, at.isoformat(), clock.now())

    return pushed


@pytest.fixture(autouse=True)
def newer_manners(monkeypatch):
    """As `bot.running` sets it: python-telegram-bot gives times as timedelta, and warns if not."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def phones(stand):
    """Everybody's phone; each has pressed Start once, so that the bot may write to them."""
    names = {AMINA: "Amina", BEN: "Ben", CORA: "Cora", DAVID: "David"}
    people = {number: await stand.person(number, name) for number, name in names.items()}
    for person in people.values():
        await person.opens_link("x")
    return people


@pytest.fixture
async def circle(storage, phones, stand, clock):
    """Amina, Ben, Cora and David, and their phones. It is ten, the next note is due at eight."""
    ten = await stand.push_to((await stand.now()).replace(hour=10, minute=0))
    clock.answered(None, ten.isoformat(), clock.now())
    await gather(storage)
    return phones


@pytest.fixture
async def ears():
    ears = Ears()
    server = await asyncio.start_server(ears.serve, "127.0.0.1", 0)
    ears.address = f"json://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    yield ears
    server.close()
    await asyncio.sleep(0.01)


@pytest.fixture
async def environ(stand, tmp_path, ears):
    token = tmp_path / "token"
    token.write_text(TOKEN)
    token.chmod(0o600)
    return {
        "VIGIL_TELEGRAM_URL": stand.url,
        "VIGIL_TOKEN_FILE": str(token),
        "VIGIL_DATA_DIR": str(tmp_path / "data"),
        "VIGIL_HORN_URLS": ears.address,
    }


@pytest.fixture
async def settings(environ):
    return load(environ)


@pytest.fixture
async def house(planted, settings, phones):
    """A house that is put together, and whose loops stand still."""
    await first_run(settings, {}, Answers(awake="always", zone="UTC"))
    async with AsyncExitStack() as stack:
        house = await build(settings, stack, environ={})
        kept = await house.storage.readings.house()
        house.ear.fetched_until = house.clock.now()
        house.tick.turned_at = asyncio.get_running_loop().time()
        yield house
        assert kept.version
        await house.horn.close()


@pytest.fixture
async def stack():
    """Takes apart at the end what a test puts together itself."""
    async with AsyncExitStack() as stack:
        yield stack


@pytest.fixture
async def amina(stand):
    person = await stand.person(AMINA, "Amina")
    await person.opens_link("x")
    return person


@pytest.fixture
async def ben(stand):
    person = await stand.person(BEN, "Ben")
    await person.opens_link("x")
    return person
