"""Asks the database itself how it was opened and how much was written. It was opened as always."""

from storage.opening import Storage
from storage.transactions import Tx

_PRAGMAS = (
    "journal_mode",
    "synchronous",
    "secure_delete",
    "foreign_keys",
    "page_size",
    "cache_size",
    "wal_autocheckpoint",
)
_SETTINGS = ("fsync", "synchronous_commit", "wal_sync_method", "shared_buffers", "full_page_writes")
_WRITTEN_HERE = "SELECT total_changes()"
_FLUSH = "SELECT pg_stat_force_next_flush()"
_WRITTEN_THERE = """
    SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) FROM pg_stat_user_tables
"""


async def how_it_is_opened(storage: Storage) -> str:
    """Return the version and what decides whether a commit survives a power cut."""
    return await storage.writer.do(_how, kind="bench")


async def rows_written(storage: Storage) -> int:
    """Return how many rows were written so far. The difference of two answers counts.

    SQLite counts those of this process; PostgreSQL counts all, of each process with a delay.
    """
    return await storage.writer.do(_written, kind="bench")


def _how(tx: Tx) -> str:
    ask = tx.connection.exec_driver_sql
    if tx.connection.dialect.name == "sqlite":
        said = [f"{name}={ask(f'PRAGMA {name}').scalar()}" for name in _PRAGMAS]
        return f"SQLite {ask('SELECT sqlite_version()').scalar()}: {' '.join(said)}"
    said = [f"{name}={ask(f'SHOW {name}').scalar()}" for name in _SETTINGS]
    return f"PostgreSQL {ask('SHOW server_version').scalar()}: {' '.join(said)}"


def _written(tx: Tx) -> int:
    ask = tx.connection.exec_driver_sql
    if tx.connection.dialect.name == "sqlite":
        return int(ask(_WRITTEN_HERE).scalar() or 0)
    ask(_FLUSH)
    return int(ask(_WRITTEN_THERE).scalar() or 0)
