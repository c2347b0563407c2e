"""The one way to read: a few threads, each with a connection that cannot write."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from storage.engines import discard
from storage.keys import Keys
from storage.transactions import Look

T = TypeVar("T")
_THREADS = 2


class Reader:
    """Asks the database, outside the event loop."""

    def __init__(self, engine: Engine, keys: Keys, *, threads: int = _THREADS) -> None:
        self._engine = engine
        self._keys = keys
        self._own = threading.local()
        self._opened: list[Connection] = []
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="reader")

    async def ask(self, query: Callable[[Look], T]) -> T:
        """Return what `query` finds; all it sees is of one moment."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._ask, query)

    def close(self) -> None:
        """Wait for those who are still asking, then close."""
        self._threads.shutdown(wait=True)
        for connection in self._opened:
            connection.close()
        self._engine.dispose()

    def _ask(self, query: Callable[[Look], T]) -> T:
        connection = self._connection()
        try:
            # Always ended at once: a read that stays open keeps SQLite from shortening its WAL.
            with connection.begin():
                return query(Look(connection, self._keys))
        except SQLAlchemyError:
            # Whatever state it is in, the next who asks gets another one.
            self._own.connection = None
            self._opened.remove(connection)
            discard(connection)
            raise

    def _connection(self) -> Connection:
        mine: Connection | None = getattr(self._own, "connection", None)
        if mine is None:
            mine = self._own.connection = self._engine.connect()
            self._opened.append(mine)
        return mine
