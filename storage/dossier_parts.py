"""The pieces of a dossier that is too long for one envelope: collected until the last has come.

They come in any order, some twice, some never. Each file has its own name, whose first byte is the
section it holds (miniapp/src/screens/locked.js); what is not whole after a week is erased.
"""

import contextlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, insert, select

from rules.people import PersonId
from sealing.contents import MOST_PARTS, Part
from storage.dossier_files import SECTIONS
from storage.moments import to_micros
from storage.people import UNREADABLE, people_of
from storage.rows import read_noun, write_noun
from storage.subjects import Subject
from storage.tables import dossier_parts
from storage.transactions import Look, Tx
from storage.versions import CompareAndSwapMissed

KEPT = timedelta(days=7)  #: for so long a piece waits for the others
MOST = (SECTIONS + 1) * MOST_PARTS  #: pieces of one person; whoever sends more loses the oldest

#: Bytes; no piece is longer, so every row has the same size.
_BUCKET = 2048

_OF = (
    select(dossier_parts.c.id, dossier_parts.c.sealed_part)
    .where(
        dossier_parts.c.person_id == bindparam("person"),
        dossier_parts.c.expires_at > bindparam("now"),
    )
    .order_by(dossier_parts.c.row)
)
_INSERT = insert(dossier_parts)
_DELETE = delete(dossier_parts).where(dossier_parts.c.id.in_(bindparam("ids", expanding=True)))


@dataclass(frozen=True, slots=True)
class Collected:
    """How much of a file is here."""

    have: int  #: pieces, the one just sent among them
    of: int
    file: bytes | None = None  #: the file itself, once it is whole


def collected(look: Look, owner: PersonId, part: Part, now: datetime) -> Collected:
    """Return how much is here of the file of which `part` is the piece just sent."""
    known = people_of(look, [owner]).get(owner)
    kept = {} if known is None else _pieces(look, known.subject, now)
    pieces = {one.number: one.data for one in kept.values() if _belongs(one, part)}
    pieces[part.number] = part.data
    file = None
    if len(pieces) == part.of:
        file = b"".join(pieces[number] for number in sorted(pieces))
    return Collected(len(pieces), part.of, file)


def keep_part(tx: Tx, person: PersonId, part: Part, at: datetime) -> None:
    """Keep a piece until the others have come; one that came before makes room for it.

    Raises CompareAndSwapMissed when the person is not kept any more.
    """
    known = people_of(tx, [person], locked=True).get(person)
    if known is None:
        raise CompareAndSwapMissed
    kept = _pieces(tx, known.subject, at)
    gone = [row for row, one in kept.items() if _name(one) == _name(part)]
    gone += [row for row in kept if row not in gone][: max(len(kept) - len(gone) - MOST + 1, 0)]
    _erase(tx, gone)
    new_id = tx.chance.new_id()
    sealed = known.subject.seal(
        "dossier_parts", "sealed_part", new_id, write_noun(part), bucket=_BUCKET
    )
    row: dict[str, Any] = {
        "id": new_id,
        "person_id": person,
        "expires_at": to_micros(at + KEPT),
        "sealed_part": sealed,
    }
    tx.connection.execute(_INSERT, row)


def drop_parts(tx: Tx, person: PersonId, dossier: bytes, at: datetime) -> None:
    """Erase the pieces of a file that is kept whole now."""
    known = people_of(tx, [person], locked=True).get(person)
    if known is not None:
        kept = _pieces(tx, known.subject, at)
        _erase(tx, [row for row, one in kept.items() if one.dossier == dossier])


def _pieces(look: Look, subject: Subject, now: datetime) -> dict[bytes, Part]:
    """Return the pieces that wait, by the id of their row, the oldest first."""
    pieces = {}
    for row in look.connection.execute(_OF, {"person": subject.id, "now": to_micros(now)}):
        # One that does not open is one that has not come: it is sent again.
        with contextlib.suppress(*UNREADABLE):
            pieces[row.id] = _opened(subject, row.id, row.sealed_part)
    return pieces


def _opened(subject: Subject, row: bytes, sealed: bytes) -> Part:
    return read_noun(Part, subject.unseal("dossier_parts", "sealed_part", row, sealed))


def _belongs(one: Part, other: Part) -> bool:
    return one.dossier == other.dossier and one.of == other.of


def _name(part: Part) -> tuple[bytes, int, int]:
    return part.dossier, part.of, part.number


def _erase(tx: Tx, rows: list[bytes]) -> None:
    if rows:
        tx.connection.execute(_DELETE, {"ids": rows})
