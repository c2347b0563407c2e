"""Turns the word that a dossier is released into the files that are kept at that moment.

The rules and coordinators say whom, and which sections; what is kept, and whether the reader holds
a key, is known here alone. Each release is a line in the diary, in the transaction that decides it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, select

from rules.notices import Fact, Kind, Notice
from rules.people import PersonId, Role
from storage.diary import Line, Pages, Released, Tip
from storage.dossier_files import WHOLE, KeptDossier, file_of, kept_of
from storage.keyholders import holds_key
from storage.people import Known, people_of
from storage.persons import Person, seized_until
from storage.tables import diary
from storage.transactions import Look, Tx

_TIP = (
    select(diary.c.seq, diary.c.hash)
    .where(diary.c.subject_id == bindparam("subject"))
    .order_by(diary.c.seq.desc())
    .limit(1)
)


def with_files(tx: Tx, notices: Iterable[Notice], at: datetime) -> Iterator[Notice]:
    """Return the notices; each that releases a dossier as one for every file of it."""
    for notice in notices:
        if notice.kind is Kind.SHEET and "file" not in notice.facts:
            yield from _files(tx, notice, at)
        else:
            yield notice


def still_released(look: Look, notice: Notice, reader: Person, now: datetime) -> bool:
    """Say whether a file that was released may still be handed on.

    Not once it was withdrawn or is erased, nor to whoever has no key or no part in it any more, nor
    to a phone in other hands.
    """
    if seized_until(reader, now) is not None:
        return False
    file = file_of(look, bytes.fromhex(str(notice.facts["file"])), now)
    if file is None or not holds_key(look, [reader.id]):
        return False
    return Role.COORDINATOR in reader.roles or any(one.id == file.owner for one in reader.owners)


def _files(tx: Tx, notice: Notice, at: datetime) -> list[Notice]:
    subject = notice.facts["subject"]
    assert isinstance(subject, bytes)
    found = people_of(tx, {PersonId(subject), notice.to})
    known, reader = found.get(PersonId(subject)), found.get(notice.to)
    # Nobody is handed what they sealed themselves: of an alarm about them they hear nothing.
    if known is None or notice.to == known.person.id or not holds_key(tx, [notice.to]):
        return []
    if reader is None or seized_until(reader.person, at) is not None:
        # Whoever holds that phone may hold the key that opens it as well.
        return []
    kept = kept_of(tx, known.subject, at)
    released = _asked_for(notice, kept) or _whole_for_the_office(reader, notice, kept)
    if released:
        sections = tuple(one.head.section for one in released)
        _write_down(tx, known, Released(known.person.id, notice.to, sections), at)
    carried = {name: fact for name, fact in notice.facts.items() if name in {"subject", "number"}}
    return [replace(notice, facts={**carried, **_named(one)}) for one in released]


def _asked_for(notice: Notice, kept: Iterable[KeptDossier]) -> list[KeptDossier]:
    """Return the files of these sections, in their order, of each the newest first."""
    sections = {int(one) for one in str(notice.facts["sections"]).split()}
    earlier = bool(notice.facts.get("earlier"))
    found = [
        one
        for one in kept
        if one.head.withdrawn_at is None
        and not one.head.seized
        and (earlier or one.head.replaced_at is None)
        and (WHOLE in sections or one.head.section in sections)
    ]
    found.reverse()
    return sorted(found, key=lambda one: one.head.section)


def _whole_for_the_office(
    reader: Known, notice: Notice, kept: Iterable[KeptDossier]
) -> list[KeptDossier]:
    """Return the whole one where a step of the ladder asks for sections that she never parted.

    The office alone gets it: a sheet that nobody could open in time would have been for nothing,
    and nobody else was to read more than those sections.
    """
    if notice.alarm is None or Role.COORDINATOR not in reader.person.roles:
        return []
    whole = replace(notice, facts={**notice.facts, "sections": str(WHOLE)})
    return [one for one in _asked_for(whole, kept) if one.head.section == WHOLE]


def _named(kept: KeptDossier) -> dict[str, Fact]:
    return {"section": kept.head.section, "file": kept.id.hex()}


def _write_down(tx: Tx, known: Known, released: Released, at: datetime) -> None:
    """Add a line to the diary of the subject, behind whatever this transaction has written."""
    row = tx.connection.execute(_TIP, {"subject": known.subject.id}).one_or_none()
    pages = Pages(tx)
    tip = Tip() if row is None else Tip(row.seq, row.hash)
    pages.add(known.subject, tip, Line(at, released))
    pages.write()
