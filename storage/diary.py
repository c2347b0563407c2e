"""What happened, in order: one chain of sealed lines for each person, its ends signed every hour.

Each line's hash covers the sealed line and the hash before it, so a line that is missing, changed
or put elsewhere shows without opening anything. A line says the same for a forced and a free
check-in, in as many bytes (law 7).
"""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from rules.notices import Kind
from rules.people import PersonId
from sealing.framing import frame
from storage.deed import Happening
from storage.rows import read_noun, write_noun
from storage.subjects import Subject
from storage.tables import diary
from storage.transactions import Tx
from storage.versions import taken

_INSERT = insert(diary)
BUCKET = 256
START = bytes(32)  #: what the first line of a chain follows


@dataclass(frozen=True, slots=True)
class Released:
    """A dossier was released; of what stands in it the diary knows as little as we do."""

    person: PersonId
    to: PersonId
    sections: tuple[int, ...]  #: one for each file; 0: all of them


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened to a person, and what was to be said because of it."""

    at: datetime  #: when it was written down; the happening says when it happened
    happening: Happening | Released
    said: tuple[tuple[PersonId, Kind], ...] = ()
    words: str = ""  #: a reason or a note, in a person's own words


@dataclass(frozen=True, slots=True)
class Tip:
    """The end of somebody's chain."""

    seq: int = 0
    hash: bytes = START


@dataclass(slots=True)
class Pages:
    """The lines that a transaction adds; written all at once."""

    tx: Tx
    rows: list[dict[str, object]] = field(default_factory=list)

    def add(self, subject: Subject, tip: Tip, line: Line) -> Tip:
        """Add a line to the chain that ends at `tip`; return its new end."""
        new_id = self.tx.chance.new_id()
        sealed = subject.seal("diary", "sealed_line", new_id, write_noun(line), bucket=BUCKET)
        grown = Tip(tip.seq + 1, linked(tip.hash, new_id, subject.id, tip.seq + 1, sealed))
        row = {
            "id": new_id,
            "subject_id": subject.id,
            "seq": grown.seq,
            "hash": grown.hash,
            "sealed_line": sealed,
        }
        self.rows.append(row)
        return grown

    def write(self) -> None:
        """Write all lines. Raises CompareAndSwapMissed when somebody else has added one."""
        if not self.rows:
            return
        try:
            self.tx.connection.execute(_INSERT, self.rows)
        except IntegrityError as error:
            raise taken(error) from error


def open_line(subject: Subject, row: bytes, sealed: bytes) -> Line:
    """Return the line that this row holds. Raises SealBrokenError."""
    return read_noun(Line, subject.unseal("diary", "sealed_line", row, sealed))


def linked(before: bytes, row: bytes, subject: bytes, seq: int, sealed: bytes) -> bytes:
    """Return the hash of a line that follows the one whose hash is `before`."""
    return hashlib.sha256(frame("vigil/diary/1", before, row, subject, seq, sealed)).digest()
