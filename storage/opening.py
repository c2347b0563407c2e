"""Opens the database and hands out its doors; refuses one that a later Vigil has written."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sealing.keyring import Keyring
from storage.alive import Alive, AliveHere, AliveThere
from storage.chance import Chance
from storage.dossiers import Dossiers
from storage.ear import Ear
from storage.engines import read_url, reading_engine, sqlite_file, writing_engine
from storage.forgetting import Forgetting
from storage.heads import Heads
from storage.inbox import Inbox
from storage.journal import Journal
from storage.keys import Keys
from storage.leases import Leases
from storage.outbox import Outbox
from storage.proofs import Proofs
from storage.reading import Reader
from storage.readings import Readings
from storage.rewrapping import Rewrapping
from storage.schema import bring_up_to_date
from storage.stamps import Stamps
from storage.woken import Woken
from storage.writing import OnCommit, Writer

_WRITERS_ON_POSTGRESQL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Storage:
    """Every door of the house's memory."""

    inbox: Inbox
    journal: Journal
    outbox: Outbox
    proofs: Proofs
    readings: Readings
    dossiers: Dossiers
    ear: Ear
    leases: Leases
    heads: Heads
    forgetting: Forgetting
    rewrapping: Rewrapping
    stamps: Stamps
    woken: Woken
    writer: Writer
    reader: Reader
    keys: Keys
    chance: Chance
    clock: Callable[[], datetime]
    alive: Alive

    async def close(self) -> None:
        """Commit what was handed in, then close every connection."""
        await asyncio.to_thread(self._close)

    def _close(self) -> None:
        self.writer.close()
        self.reader.close()
        self.alive.close()


def open_storage(
    url: str,
    keyring: Keyring,
    *,
    clock: Callable[[], datetime],
    at_telegram: Callable[[], datetime] | None = None,
    chance: Chance | None = None,
    on_commit: OnCommit | None = None,
) -> Storage:
    """Open the database at `url` (SQLite in a file, or PostgreSQL) and return its doors.

    `at_telegram`: tells what time Telegram has at least; None: the same as `clock`.
    An empty database is set up, an older one is brought up to date. Raises DatabaseUnknownError,
    SchemaUnknownError when a later Vigil wrote it, SchemaNotReadyError.
    """
    address = read_url(url)
    bring_up_to_date(address)
    keys, woken, drawn = Keys(keyring), Woken(), chance or Chance.real()
    writer = Writer(
        writing_engine(address),
        keys,
        drawn,
        woken,
        at_telegram or clock,
        threads=1 if sqlite_file(address) else _WRITERS_ON_POSTGRESQL,
        on_commit=on_commit,
    )
    reader = Reader(reading_engine(address), keys)
    file = sqlite_file(address)
    alive = AliveThere(writing_engine(address)) if file is None else AliveHere(file)
    return Storage(
        inbox=Inbox(writer, reader, woken, clock),
        journal=Journal(writer, reader, clock),
        outbox=Outbox(writer, reader, clock),
        proofs=Proofs(reader, keys),
        readings=Readings(reader, clock),
        dossiers=Dossiers(reader, clock),
        ear=Ear(writer, reader),
        leases=Leases(writer, reader, alive),
        heads=Heads(writer, reader, clock),
        forgetting=Forgetting(writer, reader, keys, clock),
        rewrapping=Rewrapping(writer, reader, keys, clock),
        stamps=Stamps(keys, drawn),
        woken=woken,
        writer=writer,
        reader=reader,
        keys=keys,
        chance=drawn,
        clock=clock,
        alive=alive,
    )
