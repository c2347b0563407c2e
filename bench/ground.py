"""Where a bench stands: a directory of its own, a keyring, and databases planted once and copied.

Whatever is measured gets a fresh copy of a planted database, so that no measurement changes what
the next one finds.
"""

import asyncio
import os
import shutil
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from pathlib import Path

from bench.crowd import DEADLINE, Crowd
from bench.planting import plant
from sealing.keyring import Keyring
from sealing.unlocking import UnlockKey, create_unlock_key
from storage.engines import read_url, writing_engine
from storage.opening import open_storage


class Backend(StrEnum):
    """Which database."""

    SQLITE = "SQLite"
    POSTGRESQL = "PostgreSQL"


class NoServerError(Exception):
    """There is no PostgreSQL to measure: install requirements-dev.lock, which brings one."""


@dataclass(slots=True)
class Ground:
    """What the measurements of one run share."""

    place: Path
    keys_dir: Path
    keyring: Keyring
    unlock: UnlockKey
    stack: AsyncExitStack  #: stops the server at the end
    seconds: dict[Crowd, float] = field(default_factory=dict)  #: that planting has taken
    _server: str | None = None
    _planted: dict[tuple[Backend, Crowd], str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=count)

    async def planted(self, backend: Backend, crowd: Crowd) -> str:
        """Return the address of a database with this crowd in it, only to be read.

        Raises NoServerError.
        """
        known = self._planted.get((backend, crowd))
        if known is not None:
            return known
        name = f"planted{next(self._numbers)}"
        url = await self._address(backend, name)
        if backend is Backend.POSTGRESQL:
            await self._tell_server(f"CREATE DATABASE {name}")
        began = time.monotonic()
        storage = open_storage(url, self.keyring, clock=lambda: DEADLINE)
        try:
            await plant(storage, crowd)
            # As in any house that has run for an hour, the diaries are signed up to here.
            await storage.heads.sign()
        finally:
            await storage.close()
        self.seconds[crowd] = time.monotonic() - began
        self._planted[backend, crowd] = url
        return url

    @asynccontextmanager
    async def copy(self, backend: Backend, crowd: Crowd) -> AsyncIterator[str]:
        """Give the address of a copy that may be changed, and throw it away afterwards.

        Raises NoServerError.
        """
        planted = await self.planted(backend, crowd)
        name = f"copy{next(self._numbers)}"
        url = await self._address(backend, name)
        if backend is Backend.POSTGRESQL:
            origin = read_url(planted).database
            await self._tell_server(f"CREATE DATABASE {name} TEMPLATE {origin} STRATEGY FILE_COPY")
        else:
            await asyncio.to_thread(shutil.copyfile, _file(planted), _file(url))
        try:
            yield url
        finally:
            if backend is Backend.POSTGRESQL:
                await self._tell_server(f"DROP DATABASE {name} WITH (FORCE)")
            else:
                for left in _file(url).parent.iterdir():
                    left.unlink()

    def directory(self, name: str) -> Path:
        """Make a directory that nobody has used yet."""
        made = self.place / f"{name}{next(self._numbers)}"
        made.mkdir(mode=0o700)
        return made

    async def _address(self, backend: Backend, name: str) -> str:
        if backend is Backend.SQLITE:
            return f"sqlite:///{self.directory(name)}/vigil.sqlite"
        if self._server is None:
            self._server = await self.stack.enter_async_context(_server())
        return self._server.replace("/postgres?", f"/{name}?")

    async def _tell_server(self, statement: str) -> None:
        assert self._server is not None

        def tell(address: str) -> None:
            engine = writing_engine(read_url(address))
            with engine.connect() as connection:
                at_once = connection.execution_options(isolation_level="AUTOCOMMIT")
                at_once.exec_driver_sql(statement)
            engine.dispose()

        await asyncio.to_thread(tell, self._server)


@asynccontextmanager
async def ground(below: Path | None = None) -> AsyncIterator[Ground]:
    """Give a place to measure on, and clear it afterwards. `below`: where; None: the usual one."""
    with tempfile.TemporaryDirectory(prefix="vigil-bench-", dir=below) as made:
        place = Path(made)
        keys_dir = place / "keys"
        unlock = create_unlock_key(keys_dir / "unlock-key")
        keyring = Keyring.create(keys_dir / "keyring", unlock)
        async with AsyncExitStack() as stack:
            yield Ground(place, keys_dir, keyring, unlock, stack)


@asynccontextmanager
async def _server() -> AsyncIterator[str]:
    # It changes the mode of the directories above its own, so it gets one that nothing else is in.
    with tempfile.TemporaryDirectory(prefix="vigil-bench-server-") as made:
        place = Path(made)
        runtime = place / "runtime"
        runtime.mkdir(mode=0o700)
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bench.server", str(place / "data")),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={**os.environ, "XDG_RUNTIME_DIR": str(runtime)},
        )
        try:
            line = await process.stdout.readline() if process.stdout else b""
            if not line:
                raise NoServerError
            # Named without a password, which Vigil refuses to read from an address.
            yield line.decode().strip().replace("postgres:@", "postgres@")
        finally:
            if process.stdin is not None:
                process.stdin.close()
            await process.wait()


def _file(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))
