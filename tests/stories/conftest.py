"""A stage for every story: keys and empty tables are made once, and copied."""

import contextlib
import functools
import shutil
import ssl
from datetime import timedelta

import pytest

from bot.wire import Request
from sealing.keyring import Keyring
from sealing.unlocking import create_unlock_key
from simulator.running import running
from storage.engines import read_url
from storage.schema import bring_up_to_date
from tests.stories.circle import DAWN, TOKEN
from tests.stories.fuse import Fuse
from tests.stories.stage import Stage, token_file


@pytest.fixture(autouse=True)
def newer_manners(monkeypatch):
    """As `bot.running` sets it: python-telegram-bot gives times as timedelta, and warns if not."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture(autouse=True)
def one_list_of_authorities(monkeypatch):
    """Every start would read a file of certificates, which nobody needs on loopback."""
    monkeypatch.setattr("httpx._transports.default.create_ssl_context", _authorities)


@functools.cache
def _authorities(*_, **__):
    return ssl.create_default_context()


@pytest.fixture(autouse=True)
def no_housekeeping(monkeypatch):
    """What the house does each hour of real time falls into no story by chance."""
    monkeypatch.setattr("bot.house._FIRST_AFTER", 3600)


@pytest.fixture(scope="session")
def ground(tmp_path_factory):
    """A data directory as `vigil init` makes it, with nothing in its tables."""
    home = tmp_path_factory.mktemp("ground") / "data"
    (home / "db").mkdir(mode=0o700, parents=True)
    (home / "keys").mkdir(mode=0o700)
    Keyring.create(home / "keys" / "keyring", create_unlock_key(home / "keys" / "unlock-key"))
    bring_up_to_date(read_url(f"sqlite:///{home}/db/vigil.sqlite"))
    token_file(home)
    return home


@pytest.fixture
def staged(ground, tmp_path, monkeypatch):
    """Opens a stage with a stand-in and a house of its own: `async with staged() as stage`."""
    fuses = []
    original = Request.do_request

    async def do_request(request, url, method, *args, **how):
        called = url.partition("?")[0].rpartition("/")[2]
        fuses[-1].touch("before", called)
        answer = await original(request, url, method, *args, **how)
        fuses[-1].touch("after", called)
        return answer

    monkeypatch.setattr(Request, "do_request", do_request)

    @contextlib.asynccontextmanager
    async def staged(fuse=None, senders=8, **how):
        fuses.append(fuse or Fuse())
        home = tmp_path / f"house-{len(fuses)}"
        shutil.copytree(ground, home)
        async with running(at=DAWN - timedelta(seconds=5), token=TOKEN, limits=False) as stand:
            stage = Stage(stand, home, fuses[-1], seed=len(fuses), senders=senders)
            try:
                await stage.open(**how)
                yield stage
            finally:
                await stage.crash()
        shutil.rmtree(home)

    return staged


@pytest.fixture
async def stage(staged):
    async with staged() as stage:
        yield stage
        assert await stage.stand.violations() == []
