"""The one-time codes of printed cards: kept as keyed hashes, looked up alike, gone once used.

A code says nothing of itself; what it means is sealed under the key of whoever it was made for, in
rows of one size and in no order, so that a free and a forced one differ in nothing that is written
or read (law 7). Forgetting somebody destroys that key, and with it what their cards meant.
"""

import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from rules.events import Verdict
from rules.people import PersonId
from sealing.cards import code_in, index
from sealing.key import Key
from sealing.keyring import Purpose
from storage.people import UNREADABLE, people_of
from storage.rows import read_noun, write_noun
from storage.subjects import Subject, open_subject
from storage.tables import cards, people
from storage.transactions import Look, Tx
from storage.versions import CompareAndSwapMissed, taken, wrote

#: Bytes; what a code means is never longer, so every row has the same size.
_BUCKET = 128

_log = logging.getLogger(__name__)

_INSERT = insert(cards)
_FOUND = (
    select(cards.c.id, cards.c.person_id, cards.c.sealed_card, people.c.sealed_key)
    .join(people, people.c.id == cards.c.person_id)
    .where(cards.c.blind.in_(bindparam("blinds", expanding=True)))
)
_NAMED = select(cards.c.id, cards.c.blind).where(
    cards.c.blind.in_(bindparam("blinds", expanding=True))
)
_OF = select(cards.c.id, cards.c.sealed_card).where(cards.c.person_id == bindparam("person"))
_LEFT = select(func.count()).select_from(cards).where(cards.c.person_id == bindparam("person"))
_DELETE = delete(cards).where(cards.c.id.in_(bindparam("ids", expanding=True)))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is sealed in the row of one code."""

    verdict: Verdict
    batch: bytes  #: the same for all that were printed together
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Card:
    """A code that was not used yet: whose it is, and what it means."""

    id: bytes
    person: PersonId
    meaning: Meaning

    @property
    def verdict(self) -> Verdict:
        """Return what using it says."""
        return self.meaning.verdict


def is_card(text: str) -> bool:
    """Say whether a text is shaped like the code of a card, made by us or not."""
    return code_in(text) is not None


def card_with(look: Look, text: str) -> Card | None:
    """Return the card whose code this text is; None when it is used, unknown, or no code at all.

    One that does not open is unknown: whoever typed it hears so, and can use the next.
    """
    code = code_in(text)
    if code is None:
        return None
    row = look.connection.execute(_FOUND, {"blinds": _blinds(look, code)}).one_or_none()
    if row is None:
        return None
    try:
        subject = open_subject(look.keys, PersonId(row.person_id), row.sealed_key)
        return Card(row.id, subject.id, _meaning(subject, row))
    except UNREADABLE as error:
        _report(row.id, error)
        return None


def cards_named(look: Look, texts: Collection[str]) -> Mapping[str, bytes]:
    """Return the ids of the cards whose codes these texts are, by text. Opens none."""
    named = {
        blind: text
        for text in texts
        if (code := code_in(text)) is not None
        for blind in _blinds(look, code)
    }
    if not named:
        return {}
    rows = look.connection.execute(_NAMED, {"blinds": list(named)})
    return {named[row.blind]: row.id for row in rows}


def cards_left(look: Look, person: PersonId) -> int:
    """Return how many unused codes somebody has."""
    return look.connection.scalar(_LEFT, {"person": person}) or 0


def make_cards(
    tx: Tx,
    person: PersonId,
    batch: bytes,
    genuine: Sequence[str],
    forced: Sequence[str],
    at: datetime,
) -> None:
    """Keep new codes. Raises CompareAndSwapMissed: somebody is gone, or a code is taken already."""
    subject = _subject(tx, person)
    key = tx.keys.newest(Purpose.CARDS)
    meant = {
        index(key, code): Meaning(verdict, batch, at)
        for verdict, codes in ((Verdict.GENUINE, genuine), (Verdict.FORCED, forced))
        for code in codes
    }
    # In the order of hashes: rows are numbered as they are written, and that must tell nothing.
    rows = [_row(tx, subject, blind, meant[blind]) for blind in sorted(meant)]
    try:
        tx.connection.execute(_INSERT, rows)
    except IntegrityError as error:
        raise taken(error) from error


def use_card(tx: Tx, card: Card) -> None:
    """Erase a code that was used. Raises CompareAndSwapMissed for whoever comes second."""
    _subject(tx, card.person)
    wrote(tx.connection.execute(_DELETE, {"ids": [card.id]}), 1)


def drop_cards(tx: Tx, person: PersonId, but: bytes) -> None:
    """Erase somebody's codes, all but those of one batch. Raises CompareAndSwapMissed."""
    subject = _subject(tx, person)
    rows = tx.connection.execute(_OF, {"person": person}).all()
    gone = [row.id for row in rows if not _is_of(subject, row, but)]
    if gone:
        tx.connection.execute(_DELETE, {"ids": gone})


def _subject(tx: Tx, person: PersonId) -> Subject:
    """Return the key of a person, whose row is locked before their cards are."""
    known = people_of(tx, [person], locked=True).get(person)
    if known is None:
        raise CompareAndSwapMissed
    return known.subject


def _row(tx: Tx, subject: Subject, blind: bytes, meaning: Meaning) -> dict[str, Any]:
    new_id = tx.chance.new_id()
    return {
        "id": new_id,
        "person_id": subject.id,
        "blind": blind,
        "sealed_card": subject.seal(
            "cards", "sealed_card", new_id, write_noun(meaning), bucket=_BUCKET
        ),
    }


def _meaning(subject: Subject, row: Any) -> Meaning:
    opened = subject.unseal("cards", "sealed_card", row.id, row.sealed_card)
    return read_noun(Meaning, opened)


def _is_of(subject: Subject, row: Any, batch: bytes) -> bool:
    """Say whether a code is of this batch; one that does not open is of none."""
    try:
        return _meaning(subject, row).batch == batch
    except UNREADABLE as error:
        _report(row.id, error)
        return False


def _report(row: bytes, error: Exception) -> None:
    _log.error("card-unreadable id=%s why=%s", row.hex(), type(error).__name__)


def _blinds(look: Look, code: str) -> list[bytes]:
    held = look.keys.held(Purpose.CARDS)
    return [index(Key(version, held[version]), code) for version in sorted(held, reverse=True)]
