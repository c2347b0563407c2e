"""By which way a dossier comes over HTTPS: the challenge in the page's address says who sends it.

It stands for the person it was made for as long as it stands among her credentials, and a day at
most; whoever was answered since has another one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, insert, select

from rules.people import PersonId
from sealing.fields import Place
from sealing.keyring import Purpose
from storage.credentials import credentials_of
from storage.moments import to_micros
from storage.people import UNREADABLE
from storage.rows import read_noun, write_noun
from storage.tables import inlets
from storage.transactions import Look, Tx

GOOD_FOR = timedelta(hours=24)

#: Bytes; no inlet is longer, so every row has the same size.
_BUCKET = 128

_FOUND = select(inlets.c.blind, inlets.c.sealed_inlet).where(
    inlets.c.blind.in_(bindparam("blinds", expanding=True)),
    inlets.c.expires_at > bindparam("now"),
)
_EVERY = select(inlets.c.blind, inlets.c.sealed_inlet)
_INSERT = insert(inlets)
_DELETE = delete(inlets).where(inlets.c.blind.in_(bindparam("blinds", expanding=True)))


@dataclass(frozen=True, slots=True)
class Inlet:
    """Whose challenge it is."""

    person: PersonId
    challenge: bytes  #: by which the row is found again under another index key


def open_inlets(tx: Tx, made: Mapping[bytes, PersonId], at: datetime) -> None:
    """Let these challenges, just drawn, say for a day whose they are."""
    rows = [_row(tx, Inlet(person, challenge), at) for challenge, person in made.items()]
    if rows:
        tx.connection.execute(_INSERT, rows)


def behind(look: Look, challenge: bytes, now: datetime) -> PersonId | None:
    """Return whose challenge this is; None once it was used, has gone or is too old."""
    asked = {"blinds": look.keys.blinds("inlet", challenge), "now": to_micros(now)}
    row = look.connection.execute(_FOUND, asked).one_or_none()
    if row is None:
        return None
    try:
        person = read_inlet(look, row.blind, row.sealed_inlet).person
        kept = credentials_of(look, person)
    except UNREADABLE:
        return None
    stands = kept is not None and any(one.value == challenge for one in kept.challenges)
    return person if stands else None


def close_inlets(tx: Tx, people: frozenset[PersonId]) -> None:
    """Erase every inlet of these people."""
    gone = []
    for row in tx.connection.execute(_EVERY).all():
        try:
            whose = read_inlet(tx, row.blind, row.sealed_inlet).person
        except UNREADABLE:
            continue
        if whose in people:
            gone.append(row.blind)
    if gone:
        tx.connection.execute(_DELETE, {"blinds": gone})


def read_inlet(look: Look, blind: bytes, sealed: bytes) -> Inlet:
    """Return what this row holds. Raises SealBrokenError."""
    return read_noun(Inlet, look.keys.unseal(Purpose.DIALOGUES, place_of(blind), sealed))


def place_of(blind: bytes) -> Place:
    """Return the place to which the seal of an inlet is bound."""
    return Place("inlets", "sealed_inlet", blind)


def _row(tx: Tx, inlet: Inlet, at: datetime) -> dict[str, Any]:
    blind = tx.keys.blind("inlet", inlet.challenge)
    sealed = tx.keys.seal(Purpose.DIALOGUES, place_of(blind), write_noun(inlet), bucket=_BUCKET)
    return {"blind": blind, "expires_at": to_micros(at + GOOD_FOR), "sealed_inlet": sealed}
