"""Makes the connections: one kind that writes, one that only reads, on SQLite and on PostgreSQL."""

import contextlib
import os
import sqlite3
from pathlib import Path

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

#: How long a writer waits for another process before it gives up, in milliseconds.
_PATIENCE = 10_000

_PRAGMAS = (
    "PRAGMA synchronous = FULL",  # a commit survives a power cut
    "PRAGMA secure_delete = ON",  # what is erased is overwritten in its page
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",  # nothing of ours in files we do not know of
)
_WAL = "PRAGMA journal_mode = WAL"
_TURNS = 20  #: so often a new file is tried to be turned to its log
_READ_ONLY = "PRAGMA query_only = ON"
# A connection is opened in one thread and, at the end, closed from another. The driver must not
# begin transactions by itself: it would begin them without the lock, and another process could
# write between our read and our write.
_BARE = {"isolation_level": None, "check_same_thread": False}

# Serialization failure, deadlock, and the server going down or coming up.
_PASSING = frozenset({"40001", "40P01", "57P01", "57P03"})
_HEALTHY = frozenset({TransactionStatus.INTRANS, TransactionStatus.IDLE})


class DatabaseUnknownError(Exception):
    """The database must be SQLite in a file, or PostgreSQL."""


def read_url(url: str) -> URL:
    """Return the address with the driver we use. Raises DatabaseUnknownError."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        # Not chained: what cannot be read may hold a password, and would be shown.
        raise DatabaseUnknownError from None
    match parsed.get_backend_name():
        case "sqlite" if parsed.database and parsed.database != ":memory:":
            return parsed.set(drivername="sqlite+pysqlite")
        case "postgresql" | "postgres":
            return parsed.set(drivername="postgresql+psycopg")
        case _:
            raise DatabaseUnknownError


def sqlite_file(url: URL) -> Path | None:
    """Return where the database lies; None when it is not a file."""
    on_file = url.get_backend_name() == "sqlite" and url.database
    return Path(url.database) if on_file and url.database else None


def writing_engine(url: URL) -> Engine:
    """Return an engine whose transactions may write; on SQLite, with the lock from BEGIN on."""
    file = sqlite_file(url)
    if file is None:
        return _engine(url)
    _create_for_us_alone(file)
    engine = _engine(url, connect_args=_BARE)
    event.listen(engine, "connect", _prepare_writer)
    event.listen(engine, "begin", _begin_writing)
    return engine


def reading_engine(url: URL) -> Engine:
    """Return an engine whose transactions only read, each as things stood at one moment."""
    if sqlite_file(url) is None:
        engine = _engine(url, isolation_level="REPEATABLE READ")
        return engine.execution_options(postgresql_readonly=True)
    engine = _engine(url, connect_args=_BARE)
    event.listen(engine, "connect", _prepare_reader)
    event.listen(engine, "begin", _begin_reading)
    return engine


def _engine(url: URL, **more: object) -> Engine:
    # Parameters hold sealed values and indexes; they never reach an error message or a log. Each
    # thread keeps its own connection, so a pool would only be in the way.
    return create_engine(url, hide_parameters=True, poolclass=NullPool, **more)


def _create_for_us_alone(file: Path) -> None:
    # SQLite gives its other files (-wal, -shm) the mode of the main one.
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))


def _prepare_writer(connection: sqlite3.Connection, _: object) -> None:
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
    _write_ahead(connection)
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Keep a log ahead of the file. A new file is turned to it once, whoever starts at once."""
    for _ in range(_TURNS):
        try:
            connection.execute(_WAL)
        except sqlite3.OperationalError as error:
            if not _is_busy(error):
                raise
        else:
            return
        # SQLite waits for nobody who turns the same file; so whoever does is waited for here.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    connection.execute(_WAL)


def _prepare_reader(connection: sqlite3.Connection, _: object) -> None:
    _prepare_writer(connection, _)
    connection.execute(_READ_ONLY)


def _begin_writing(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _is_busy(error: sqlite3.OperationalError) -> bool:
    """Say whether somebody else holds the lock that was asked for."""
    return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_passing(error: BaseException) -> bool:
    """Say whether the same work may succeed when it is simply done again."""
    if not isinstance(error, DBAPIError):
        return False
    if isinstance(error.orig, sqlite3.OperationalError):
        return _is_busy(error.orig)
    return getattr(error.orig, "sqlstate", None) in _PASSING


def is_whole(connection: Connection) -> bool:
    """Say whether a COMMIT would keep everything that was written in this transaction.

    SQLite drops a transaction by itself when the disk is full, and PostgreSQL answers the COMMIT
    of a failed one with a quiet ROLLBACK; in both cases the COMMIT itself raises nothing.
    """
    driver = connection.connection.driver_connection
    if isinstance(driver, psycopg.Connection):
        return driver.info.transaction_status in _HEALTHY
    return isinstance(driver, sqlite3.Connection) and driver.in_transaction


def discard(connection: Connection) -> None:
    """Throw a connection away, in whatever state it is."""
    with contextlib.suppress(SQLAlchemyError):
        connection.invalidate()
    with contextlib.suppress(SQLAlchemyError):
        connection.close()
