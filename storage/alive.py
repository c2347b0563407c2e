"""Knows at once that the holder of a lease has died: the system frees the lock a process held.

Without it a new start would wait until the lease of its killed predecessor runs out.
"""

import fcntl
import hashlib
import os
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine, text

from storage.engines import discard

_TRY = text("SELECT pg_try_advisory_lock(:number)")


class Alive(Protocol):
    """A lock by name that nobody can hold who does not live."""

    def hold(self, name: str) -> bool:
        """Say whether we hold it from now on and did not before."""

    def is_dead(self, name: str) -> bool:
        """Say whether nobody holds it."""

    def let_go(self, name: str) -> None:
        """Free it, if we hold it."""

    def close(self) -> None:
        """Free all."""


class AliveHere:
    """For SQLite: everybody who shares the database runs on this machine; locks on files."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._held: dict[str, int] = {}

    def hold(self, name: str) -> bool:
        """Say whether we hold it from now on and did not before."""
        if name in self._held:
            return False
        handle = os.open(self._path(name), os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return False
        self._held[name] = handle
        return True

    def is_dead(self, name: str) -> bool:
        """Say whether nobody holds it."""
        free = self.hold(name)
        if free:
            self.let_go(name)
        return free

    def let_go(self, name: str) -> None:
        """Free it, if we hold it."""
        handle = self._held.pop(name, None)
        if handle is not None:
            # Whoever opens it again makes a new one; the numbers of holders never come again.
            self._path(name).unlink(missing_ok=True)
            os.close(handle)

    def close(self) -> None:
        """Free all."""
        for name in list(self._held):
            self.let_go(name)

    def _path(self, name: str) -> Path:
        return self._database.with_name(f"{self._database.name}-{name.replace(':', '-')}")


class AliveThere:
    """For PostgreSQL: the server frees the lock when the connection that holds it is gone."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._held: dict[str, Connection] = {}

    def hold(self, name: str) -> bool:
        """Say whether we hold it from now on and did not before."""
        if name in self._held:
            return False
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        if connection.scalar(_TRY, {"number": _number(name)}):
            self._held[name] = connection
            return True
        connection.close()
        return False

    def is_dead(self, name: str) -> bool:
        """Say whether nobody holds it."""
        free = self.hold(name)
        if free:
            self.let_go(name)
        return free

    def let_go(self, name: str) -> None:
        """Free it, if we hold it."""
        connection = self._held.pop(name, None)
        if connection is None:
            return
        # Closing frees the lock as well, and also where the server has closed it already.
        discard(connection)

    def close(self) -> None:
        """Free all."""
        for name in list(self._held):
            self.let_go(name)
        self._engine.dispose()


def _number(name: str) -> int:
    digest = hashlib.blake2b(name.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
