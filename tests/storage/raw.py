"""Reads what a thief of the disk would read: every file of a database, raw, in every disguise."""

import base64
import binascii
import contextlib
import os
import sqlite3
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

import psycopg

from tests.conftest import sqlite_path

_EMPTY_WAL = "PRAGMA wal_checkpoint(TRUNCATE)"


def files_of(database: str) -> Iterator[Path]:
    """Return every file in which this database stands: tables, WAL, journal, log."""
    path = sqlite_path(database)
    if path is not None:
        yield from sorted(path.parent.glob(f"{path.name}*"))
        return
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        data = Path(connection.execute("SHOW data_directory").fetchone()[0])
        oid = connection.execute(
            "SELECT oid FROM pg_database WHERE datname = current_database()"
        ).fetchone()[0]
    for folder in (data / "base" / str(oid), data / "pg_wal", data / "log"):
        for root, _, names in os.walk(folder):
            yield from (Path(root, name) for name in sorted(names))
    yield from data.glob("*.log")


def give_back(database: str) -> None:
    """Have the database give back the pages in which erased rows stood."""
    path = sqlite_path(database)
    if path is None:
        with psycopg.connect(database, autocommit=True) as connection:
            connection.execute("VACUUM FULL")
        return
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # First and last: what was erased stands in the WAL too, and VACUUM writes it anew.
        for command in (_EMPTY_WAL, "VACUUM", _EMPTY_WAL):
            connection.execute(command)


def contents_of(database: str) -> Iterator[tuple[Path, bytes]]:
    """Return each file with what stands in it; one that has just gone is left out."""
    for path in files_of(database):
        try:
            yield path, path.read_bytes()
        except FileNotFoundError:
            continue


def disguises(secret: str | int | bytes) -> set[bytes]:
    """Return how a secret could stand in a file."""
    if isinstance(secret, int):
        packed = {struct.pack(">q", secret)[2:], struct.pack("<q", secret)[:6]}
        return packed | disguises(str(secret))
    plain = {secret} if isinstance(secret, bytes) else _encoded(secret)
    return plain | {other for one in plain for other in _wrapped(one)}


def _encoded(secret: str) -> set[bytes]:
    return {secret.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")}


def _wrapped(plain: bytes) -> Iterator[bytes]:
    yield binascii.hexlify(plain)
    yield binascii.hexlify(plain).upper()
    for shift in range(3):
        # What stands before and after is unknown, so only the letters that depend on the secret
        # alone are looked for.
        whole = base64.b64encode(bytes(shift) + plain)
        first, last = -(-shift * 8 // 6), (shift + len(plain)) * 8 // 6
        yield whole[first:last]
        yield whole[first:last].replace(b"+", b"-").replace(b"/", b"_")


def found_in(content: bytes, secrets: Iterable[str | int | bytes]) -> set[str | int | bytes]:
    """Return which of `secrets` stand in `content`, in any disguise."""
    return {secret for secret in secrets if any(one in content for one in disguises(secret))}
