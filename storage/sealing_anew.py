"""Asks for a dossier to be sealed anew once somebody who could open it is gone, or has a new key.

She is asked in the transaction in which a key goes, and again each week until she has done it. As
long as nothing may come to her chat unasked (law 15) she is asked later, by the housekeeping.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import select

from rules.notices import Kind, Notice
from rules.people import PersonId
from rules.quieting import hears_unasked
from storage.dossier_files import KeptDossier, kept_of, write_heads
from storage.house import house_of
from storage.keyholders import asked_contacts, holders, key_name
from storage.lives import read_lives
from storage.people import Known, people_of
from storage.persons import Standing
from storage.tables import dossiers
from storage.transactions import Look, Tx

AGAIN_AFTER = timedelta(days=7)

_OWNERS = select(dossiers.c.person_id).where(dossiers.c.expires_at.is_(None)).distinct()


@dataclass(frozen=True, slots=True)
class _Keys:
    """The names of all keys that are held, by whose they are."""

    names: Mapping[PersonId, bytes]
    office: frozenset[bytes]

    def fit_for(self, owner: Known) -> frozenset[bytes]:
        """Return the keys to which this person may seal."""
        hers = asked_contacts(owner.person) & self.names.keys()
        return self.office | {self.names[one] for one in hers}


def ask_anew(tx: Tx, now: datetime, gone: Collection[PersonId] | None = None) -> tuple[Notice, ...]:
    """Return what is to be said to those whose dossier is to be sealed anew, and note it.

    `gone`: whose key it is that went; None: anybody's. Nobody can have all sheets looked through,
    while everybody else waits, by changing a key that few may seal to.
    """
    owners = _owners(tx, gone)
    if not owners:
        return ()
    keys = _keys(tx)
    due = [who for who, known in people_of(tx, owners).items() if _due(tx, known, keys, now)]
    quiet = _quiet(tx, due)
    asked = []
    # Read anew under the lock: what another has just replaced or withdrawn stays so.
    for who, known in people_of(tx, [one for one in due if one not in quiet], locked=True).items():
        if missed := _due(tx, known, keys, now):
            write_heads(tx, known.subject, missed)
            asked.append(Notice(who, Kind.SHEET_ANEW))
    return tuple(asked)


def missed_by(kept: KeptDossier, fit: Collection[bytes]) -> frozenset[bytes]:
    """Return the keys to which a file could be sealed when it was, and which are gone since."""
    return kept.head.knew - set(fit)


def _owners(look: Look, gone: Collection[PersonId] | None) -> list[PersonId]:
    """Return whose dossiers may be sealed to a key of these people."""
    owners = [PersonId(one) for one in look.connection.scalars(_OWNERS)]
    if gone is None or any(one.id in gone for one in house_of(look).members):
        return owners
    known = people_of(look, gone).values()
    theirs = {link.id for one in known for link in one.person.owners}
    return [one for one in owners if one in theirs]


def _keys(look: Look) -> _Keys:
    names = {who: key_name(one.key.public) for who, one in holders(look).items()}
    members = {one.id for one in house_of(look).members}
    return _Keys(names, frozenset(name for who, name in names.items() if who in members))


def _due(look: Look, owner: Known, keys: _Keys, now: datetime) -> list[KeptDossier]:
    """Return what is to be noted of this person's files; nothing when she need not be asked."""
    if owner.person.standing is Standing.LEFT:
        return []
    fit = keys.fit_for(owner)
    missing = [
        (one, missed)
        for one in kept_of(look, owner.subject, now)
        if one.head.stands and (missed := missed_by(one, fit))
    ]
    if not any(
        missed - one.head.missed
        or one.head.asked_at is None
        or one.head.asked_at <= now - AGAIN_AFTER
        for one, missed in missing
    ):
        return []
    return [
        replace(one, head=replace(one.head, missed=missed, asked_at=now)) for one, missed in missing
    ]


def _quiet(look: Look, people: Collection[PersonId]) -> frozenset[PersonId]:
    """Return to whose chat nothing may come that they did not ask for, as far as we can tell."""
    found = read_lives(look, people).found if people else {}
    heard = {who for who, one in found.items() if hears_unasked(one.life.watches, one.life.alarms)}
    return frozenset(people) - heard
