"""What somebody proves with that a sign is theirs: codes, the pair, challenges on their phone.

One row for each person, always of one size, read and written alike whatever a sign meant (law 7).
A challenge is good for one envelope; using it kills those before it, and the newer ones stay
(DECISIONS.md, 21), for a keyboard that was sent and not yet seen must not go dead.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from rules.people import PersonId
from sealing.checkin import CHALLENGE_SIZE
from sealing.codes import Code, wait_after
from storage.people import UNREADABLE, people_of
from storage.rows import read_noun, write_noun
from storage.subjects import Subject
from storage.tables import credentials as table
from storage.transactions import Look, Tx
from storage.versions import CompareAndSwapMissed, taken, wrote

CHALLENGES = 8  #: so many may be out at once
SPENT = 6  #: so many that are over still carry a call for help, or a piece of a sheet
SEEN = 16  #: so many envelopes are known again
_DIGEST_SIZE = 16

#: Bytes; nothing that a person may have here is longer, so every row has the same size.
_BUCKET = 2048

_log = logging.getLogger(__name__)

_OF = select(table.c.id, table.c.version, table.c.sealed_credentials).where(
    table.c.person_id == bindparam("person")
)
_OF_LOCKED = _OF.with_for_update()
_INSERT = insert(table)
_UPDATE = (
    update(table)
    .where(table.c.person_id == bindparam("b_person"), table.c.version == bindparam("b_version"))
    .values(version=bindparam("version"), sealed_credentials=bindparam("sealed_credentials"))
)


class CredentialsDamagedError(Exception):
    """What somebody proves with does not open any more: what they mean cannot be told."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """What one envelope must be bound to."""

    value: bytes
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """Everything by which one person proves a sign. The version stands in the row alone."""

    person: PersonId
    version: int = 0
    code: Code | None = None
    #: Until then codes may be chosen without those of before; these count until that is done.
    anew_until: datetime | None = None
    pair: int | None = None  #: which of the two equal buttons is the forced one, 1 or 2
    wrong: int = 0  #: wrong codes in a row
    wrong_at: datetime | None = None
    challenges: tuple[Challenge, ...] = ()  #: the newest first
    seen: tuple[bytes, ...] = ()  #: of envelopes that were opened, the newest first
    #: Challenges that are over, the newest first: without a line one key under her chat is all she
    #: has, and a call for help may come behind a note.
    spent: tuple[bytes, ...] = ()

    def challenged(self, value: bytes, at: datetime) -> "Credentials":
        """Return them with a new challenge; the oldest goes when there are too many."""
        every = (Challenge(value, at), *self.challenges)
        over = self._spent_with(every[CHALLENGES:])
        return replace(self, challenges=every[:CHALLENGES], spent=over)

    def used(self, challenge: bytes, digest: bytes) -> "Credentials":
        """Return them after an envelope bound to `challenge` was opened."""
        place = next(n for n, one in enumerate(self.challenges) if one.value == challenge)
        over = self._spent_with(self.challenges[place:])
        return replace(self.heard(digest), challenges=self.challenges[:place], spent=over)

    def _spent_with(self, over: Iterable[Challenge]) -> tuple[bytes, ...]:
        return (*(one.value for one in over), *self.spent)[:SPENT]

    def heard(self, digest: bytes) -> "Credentials":
        """Return them knowing an envelope again whose challenge stays good."""
        return replace(self, seen=(digest[:_DIGEST_SIZE], *self.seen)[:SEEN])

    def knows(self, digest: bytes) -> bool:
        """Say whether this very envelope was opened before."""
        return digest[:_DIGEST_SIZE] in self.seen

    def has_none(self, *, seized: bool) -> bool:
        """Say whether there is no code that could be right, before one is chosen.

        What was chosen in other hands is not theirs, once their phone is in their own again
        (`seized` no more).
        """
        return self.code is None or (not self.code.hers and not seized)

    def may_choose_first(self, at: datetime, *, seized: bool) -> bool:
        """Say whether codes may be chosen at `at` without one of before.

        Whoever has none may, and whom a coordinator has let, for a while.
        """
        if self.has_none(seized=seized):
            return True
        return self.anew_until is not None and at < self.anew_until

    def waits_until(self) -> datetime | None:
        """Return until when no code is looked at; None when it may be looked at now."""
        wait = wait_after(self.wrong)
        return self.wrong_at + wait if self.wrong_at is not None and wait else None

    def was_wrong(self, at: datetime) -> "Credentials":
        """Return them after one more wrong code."""
        return replace(self, wrong=self.wrong + 1, wrong_at=at)

    def was_right(self, *, free: bool = False) -> "Credentials":
        """Return them after a code that was theirs; `free`: and said that they are."""
        code = self.code
        if free and code is not None:
            code = replace(code, own_given_up=False)
        return replace(self, wrong=0, wrong_at=None, code=code)


def credentials_of(look: Look, person: PersonId) -> Credentials | None:
    """Return what somebody proves with; None when nothing was ever made for them.

    Raises CredentialsDamagedError.
    """
    known = people_of(look, [person]).get(person)
    try:
        return None if known is None else _read(look, known.subject, locked=False)
    except UNREADABLE as error:
        _log.error("credentials-unreadable id=%s why=%s", person.hex(), type(error).__name__)
        raise CredentialsDamagedError from error


def in_place_of(look: Look, person: PersonId) -> Credentials:
    """Return what somebody proves with; where that is damaged, or nothing is, new ones.

    What is damaged proves nothing any more: kept, these take its place.
    """
    try:
        found = credentials_of(look, person)
    except CredentialsDamagedError:
        row = look.connection.execute(_OF, {"person": person}).one()
        return Credentials(person=person, version=row.version)
    return found or Credentials(person=person)


def keep_credentials(tx: Tx, kept: Credentials) -> None:
    """Write what somebody proves with, new (version 0) or guarded by the version that was read.

    Raises CompareAndSwapMissed, also when the person is not kept any more.
    """
    # Behind the lock of the person, as everything that is written about them: a sweep that has it
    # may be about to make a challenge in the same row.
    known = people_of(tx, [kept.person], locked=True).get(kept.person)
    if known is None:
        raise CompareAndSwapMissed
    _write(tx, known.subject, kept)


def issue(tx: Tx, people: Iterable[PersonId], at: datetime) -> dict[PersonId, bytes]:
    """Make a challenge for each of these people and return it.

    None for who is not kept, and where what they prove with is damaged.
    Whoever had nothing to prove with has a row from now on.
    """
    made: dict[PersonId, bytes] = {}
    for person, known in people_of(tx, sorted(set(people))).items():
        try:
            found = _read(tx, known.subject, locked=True) or Credentials(person=person)
        except UNREADABLE as error:
            # Without a key that opens the page; but what was decided must be written and said.
            _log.error("credentials-unreadable id=%s why=%s", person.hex(), type(error).__name__)
            continue
        made[person] = tx.chance.new_id()[:CHALLENGE_SIZE]
        _write(tx, known.subject, found.challenged(made[person], at))
    return made


def _read(look: Look, subject: Subject, *, locked: bool) -> Credentials | None:
    query = _OF_LOCKED if locked else _OF
    row = look.connection.execute(query, {"person": subject.id}).one_or_none()
    if row is None:
        return None
    opened = subject.unseal("credentials", "sealed_credentials", row.id, row.sealed_credentials)
    return replace(read_noun(Credentials, opened), version=row.version)


def _write(tx: Tx, subject: Subject, kept: Credentials) -> None:
    written = write_noun(replace(kept, version=0))
    if not kept.version:
        new_id = tx.chance.new_id()
        row: dict[str, Any] = {
            "id": new_id,
            "person_id": subject.id,
            "version": 1,
            "sealed_credentials": _sealed(subject, new_id, written),
        }
        try:
            tx.connection.execute(_INSERT, row)
        except IntegrityError as error:
            raise taken(error) from error
        return
    found = tx.connection.execute(_OF_LOCKED, {"person": subject.id}).one_or_none()
    if found is None or found.version != kept.version:
        raise CompareAndSwapMissed
    row = {
        "b_person": subject.id,
        "b_version": kept.version,
        "version": kept.version + 1,
        "sealed_credentials": _sealed(subject, found.id, written),
    }
    wrote(tx.connection.execute(_UPDATE, row), 1)


def _sealed(subject: Subject, row: bytes, written: bytes) -> bytes:
    return subject.seal("credentials", "sealed_credentials", row, written, bucket=_BUCKET)
