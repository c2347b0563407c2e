"""The one way to write: what waits together is committed together, and heard of only afterwards.

A job is a plain function of a transaction. On SQLite one thread writes; on PostgreSQL a few do,
each with a connection of its own. The jobs of a group stand in savepoints: one that fails takes
nothing with it but itself, and a group whose COMMIT fails leaves nothing at all.
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from queue import Empty, SimpleQueue
from typing import Any, Literal, TypeVar

from sqlalchemy import Connection, Engine, RootTransaction
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from storage.chance import Chance
from storage.engines import discard, is_passing, is_whole
from storage.keys import Keys
from storage.transactions import Tx
from storage.woken import Woken

T = TypeVar("T")
Edge = Literal["before", "after"]
#: Called around every COMMIT with the kinds of the jobs in it; raising is as if the power failed.
OnCommit = Callable[[Edge, tuple[str, ...]], None]

GROUP_LIMIT = 64  #: so that the first of a group does not wait long for the last
_ATTEMPTS = 5


class NotWrittenError(Exception):
    """The database did not take what was to be written."""


class WriterClosedError(Exception):
    """The house is being closed; nothing is written any more."""


@dataclass(slots=True, eq=False)
class _Job:
    work: Callable[[Tx], Any]
    kind: str
    future: asyncio.Future[Any]
    at_telegram: datetime
    attempts: int = 0
    result: Any = None
    error: BaseException | None = None


class Writer:
    """Takes jobs from the event loop and commits them in threads of its own."""

    def __init__(
        self,
        engine: Engine,
        keys: Keys,
        chance: Chance,
        woken: Woken,
        at_telegram: Callable[[], datetime],
        *,
        threads: int = 1,
        on_commit: OnCommit | None = None,
    ) -> None:
        self.on_commit = on_commit
        self._engine = engine
        self._keys = keys
        self._chance = chance
        self._woken = woken
        self._at_telegram = at_telegram
        self._queue: SimpleQueue[_Job | None] = SimpleQueue()
        self._closed = False
        self._threads = [
            threading.Thread(target=self._serve, name=f"writer-{number}", daemon=True)
            for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    async def do(self, work: Callable[[Tx], T], *, kind: str = "effect") -> T:
        """Run `work` in a transaction and return its result once that is committed.

        Raises what `work` raised, NotWrittenError when the database failed, WriterClosedError.
        `work` may run more than once and must not do anything outside its transaction.
        """
        if self._closed:
            raise WriterClosedError
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        # Asked here, for a clock belongs to the loop and not to our threads.
        self._queue.put(_Job(work, kind, future, self._at_telegram()))
        return await future

    def close(self) -> None:
        """Commit what was handed in, then stop. Blocks until that is done."""
        self._closed = True
        for _ in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join()
        self._engine.dispose()

    def _serve(self) -> None:
        connection: Connection | None = None
        again: list[_Job] = []
        while jobs := again or self._next_group():
            try:
                connection = connection or self._engine.connect()
                again = self._commit_together(connection, jobs)
            except BaseException as error:
                # If this thread ended, everybody would wait for ever and no alarm be raised.
                if connection is not None:
                    discard(connection)
                connection = None
                again = self._not_begun(jobs, error)
        if connection is not None:
            connection.close()

    def _next_group(self) -> list[_Job]:
        """Return what waits together; nothing at all when the house is being closed."""
        jobs: list[_Job] = []
        while len(jobs) < GROUP_LIMIT:
            try:
                job = self._queue.get(block=not jobs)
            except Empty:
                break
            if job is None:
                if jobs:
                    self._queue.put(None)
                break
            jobs.append(job)
        return jobs

    def _commit_together(self, connection: Connection, jobs: list[_Job]) -> list[_Job]:
        """Do `jobs` in one transaction; return those that must be done again."""
        transaction = connection.begin()
        txs = [Tx(connection, self._keys, self._chance, job.at_telegram) for job in jobs]
        try:
            for job, tx in zip(jobs, txs, strict=True):
                _attempt(job, tx, alone=len(jobs) == 1)
            self._commit(connection, transaction, [job for job in jobs if job.error is None])
        except BaseException as error:
            # Whatever it was, it is handed to those who wait; this thread goes on for the others.
            _fail(jobs, error)
            if transaction.is_active:
                try:
                    transaction.rollback()
                except SQLAlchemyError:
                    discard(connection)
        again = [job for job in jobs if _may_try_again(job)]
        for job in jobs:
            if job not in again and job.error is not None and is_passing(job.error):
                _fail([job], job.error)  # it was overruled too often
        rings = any(tx.rings for job, tx in zip(jobs, txs, strict=True) if job.error is None)
        self._tell([job for job in jobs if job not in again], rings=rings)
        return _for_another_try(again)

    def _commit(
        self, connection: Connection, transaction: RootTransaction, written: list[_Job]
    ) -> None:
        if not written:
            transaction.rollback()
            return
        if not is_whole(connection):
            raise NotWrittenError
        kinds = tuple(job.kind for job in written)
        if self.on_commit:
            self.on_commit("before", kinds)
        transaction.commit()
        if self.on_commit:
            self.on_commit("after", kinds)

    def _not_begun(self, jobs: list[_Job], error: BaseException) -> list[_Job]:
        """Return the jobs that are tried again; none of them has been touched."""
        again = [job for job in jobs if job.attempts < _ATTEMPTS]
        failed = [job for job in jobs if job not in again]
        _fail(failed, error)
        self._tell(failed, rings=False)
        return _for_another_try(again)

    def _tell(self, jobs: list[_Job], *, rings: bool) -> None:
        for loop in {job.future.get_loop() for job in jobs}:
            ended = [job for job in jobs if job.future.get_loop() is loop]
            # A loop that is closed has nobody left who waits.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(self._tell_here, ended, rings)

    def _tell_here(self, jobs: list[_Job], rings: bool) -> None:  # noqa: FBT001 - a callback
        for job in jobs:
            if job.future.done():  # whoever asked was cancelled; it is written all the same
                continue
            if job.error is None:
                job.future.set_result(job.result)
            else:
                job.future.set_exception(job.error)
        if rings:
            self._woken.ring()


def _attempt(job: _Job, tx: Tx, *, alone: bool) -> None:
    """Do one job; what fails leaves nothing, and the rest of its group goes on."""
    statement = tx.connection.exec_driver_sql
    try:
        if not alone:
            statement("SAVEPOINT job")
        job.result = job.work(tx)
        if not alone:
            statement("RELEASE SAVEPOINT job")
    except BaseException as error:
        job.error = error
        # Raises when the whole transaction is gone, and then the whole group has failed.
        if not alone:
            statement("ROLLBACK TO SAVEPOINT job")


def _may_try_again(job: _Job) -> bool:
    return job.attempts < _ATTEMPTS and job.error is not None and is_passing(job.error)


def _for_another_try(jobs: list[_Job]) -> list[_Job]:
    for job in jobs:
        job.attempts += 1
        job.error = None
    return jobs


def _fail(jobs: list[_Job], error: BaseException) -> None:
    """Say to every job of a group that it was not written; its own error, if it has one, stays."""
    for job in jobs:
        if job.error is not None and not isinstance(job.error, DBAPIError):
            continue
        if isinstance(error, SQLAlchemyError):
            job.error = NotWrittenError()
            job.error.__cause__ = error
        else:
            job.error = error
