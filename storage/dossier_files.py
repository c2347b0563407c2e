"""The dossiers that are kept: age files under one more seal, and what is known of each.

One is kept of each section; a whole one takes the place of all. What was replaced or withdrawn is
released by no rung from that moment on and erased three days later: a captor may withdraw or
overwrite it, and she may have good reason to; so it stops at once, and is gone late.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, insert, or_, select, update

from rules.people import PersonId
from sealing.dossier import read_head
from storage.keyholders import key_names, keys_for
from storage.moments import to_micros
from storage.people import UNREADABLE, Known, people_of
from storage.rows import read_noun, write_noun
from storage.subjects import Subject
from storage.tables import dossiers
from storage.transactions import Look, Tx
from storage.versions import CompareAndSwapMissed

WHOLE = 0  #: the section that stands for all of them
SECTIONS = 7  #: so many sections a dossier has besides (miniapp/src/sheet.js)
KEPT_AFTER = timedelta(hours=72)  #: for so long what was replaced or withdrawn is still here
#: For so long what came from a phone in other hands can be shown there as if it were released.
SET_ASIDE = timedelta(days=30)
#: More than these are not kept of what was replaced: whoever overwrites again and again neither
#: fills the disk nor pushes out what was there first.
MOST_EARLIER = 32

#: Bytes; a file shows only how many of these it needs, and every head is as long as any other.
_FILE_BUCKET = 4096
_HEAD_BUCKET = 2048

_log = logging.getLogger(__name__)

_STANDS = or_(dossiers.c.expires_at.is_(None), dossiers.c.expires_at > bindparam("now"))
_OF = (
    select(dossiers.c.id, dossiers.c.sealed_head)
    .where(dossiers.c.person_id == bindparam("person"), _STANDS)
    .order_by(dossiers.c.row)
)
_ONE = select(dossiers).where(dossiers.c.id == bindparam("id"), _STANDS)
_INSERT = insert(dossiers)
_UPDATE = (
    update(dossiers)
    .where(dossiers.c.id == bindparam("b_id"))
    .values(expires_at=bindparam("expires_at"), sealed_head=bindparam("sealed_head"))
)
_DELETE = delete(dossiers).where(dossiers.c.id.in_(bindparam("ids", expanding=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierHead:
    """What is known of a file that nobody in this house can read."""

    section: int
    made_at: datetime  #: when it came here
    recipients: int  #: to how many keys it is sealed
    knew: frozenset[bytes]  #: names of the keys to which it could be sealed then
    seized: bool = False  #: it came from a phone in other hands, and is released by nobody
    replaced_at: datetime | None = None
    withdrawn_at: datetime | None = None
    missed: frozenset[bytes] = frozenset()  #: names of keys that are gone, as she was told
    asked_at: datetime | None = None  #: when she was told so last

    @property
    def stands(self) -> bool:
        """Whether it is the one that is released."""
        return self.replaced_at is None and self.withdrawn_at is None

    @property
    def expires_at(self) -> datetime | None:
        """Return when it is erased; None while it stands."""
        if self.seized:
            return self.made_at + SET_ASIDE
        ended = [one for one in (self.replaced_at, self.withdrawn_at) if one is not None]
        return min(ended) + KEPT_AFTER if ended else None


@dataclass(frozen=True, slots=True)
class KeptDossier:
    """A file that is kept, by its id."""

    id: bytes
    head: DossierHead


@dataclass(frozen=True, slots=True)
class DossierFile:
    """A file as it came: to be handed on, and opened by those alone to whom it is sealed."""

    owner: PersonId
    section: int
    file: bytes
    gone_at: datetime | None  #: since when another stands in its place


def kept_of(look: Look, subject: Subject, now: datetime) -> tuple[KeptDossier, ...]:
    """Return what is kept of somebody, the oldest first; also what was replaced or withdrawn.

    What does not open is left out: an alarm goes on without the one file that is damaged.
    """
    kept = []
    for row in look.connection.execute(_OF, {"person": subject.id, "now": to_micros(now)}):
        try:
            kept.append(KeptDossier(row.id, _opened(subject, row)))
        except UNREADABLE as error:
            _report(row.id, error)
    return tuple(kept)


def file_of(look: Look, dossier: bytes, now: datetime) -> DossierFile | None:
    """Return a file by its id; None where nothing may be handed on.

    Once it is erased or set aside, while it is withdrawn, and when it does not open.
    """
    row = look.connection.execute(_ONE, {"id": dossier, "now": to_micros(now)}).one_or_none()
    if row is None:
        return None
    owner = PersonId(row.person_id)
    known = people_of(look, [owner]).get(owner)
    if known is None:
        return None
    try:
        head = _opened(known.subject, row)
        file = known.subject.unseal("dossiers", "sealed_file", row.id, row.sealed_file)
    except UNREADABLE as error:
        _report(row.id, error)
        return None
    if head.withdrawn_at is not None or head.seized:
        return None
    return DossierFile(owner, head.section, file, head.replaced_at)


def keep_dossier(
    tx: Tx, person: PersonId, section: int, file: bytes, at: datetime, *, seized: bool = False
) -> None:
    """Keep a file from now on in the place of what stood there.

    `seized`: it came from a phone in other hands; it is set aside, and what stands there stays.
    Raises CompareAndSwapMissed when the person is not kept any more, NoDossierError and ValueError
    for what is none.
    """
    if not WHOLE <= section <= SECTIONS:
        raise ValueError(f"a dossier has no section {section}")
    recipients = read_head(file).recipients
    known = _locked(tx, person)
    kept = kept_of(tx, known.subject, at)
    over = [one for one in kept if section in (WHOLE, one.head.section)]
    if seized:
        # Of what was set aside the last is enough.
        _erase(tx, [one for one in over if one.head.seized])
    else:
        _replace(tx, known.subject, kept, over, at)
    head = DossierHead(
        section=section,
        made_at=at,
        recipients=recipients,
        knew=key_names(keys_for(tx, known.person)),
        seized=seized,
        replaced_at=at if seized else None,
    )
    new_id = tx.chance.new_id()
    row: dict[str, Any] = {
        "id": new_id,
        "person_id": person,
        "expires_at": _micros(head.expires_at),
        "sealed_head": _sealed_head(known.subject, new_id, head),
        "sealed_file": known.subject.seal(
            "dossiers", "sealed_file", new_id, file, bucket=_FILE_BUCKET
        ),
    }
    tx.connection.execute(_INSERT, row)


def withdraw_dossier(tx: Tx, person: PersonId, at: datetime) -> None:
    """Release nothing of somebody's any more, whatever came before; erase it three days later."""
    known = _locked(tx, person)
    withdrawn = [
        KeptDossier(one.id, replace(one.head, withdrawn_at=at))
        for one in kept_of(tx, known.subject, at)
        if one.head.withdrawn_at is None and not one.head.seized
    ]
    write_heads(tx, known.subject, withdrawn)


def restore_dossier(tx: Tx, person: PersonId, at: datetime) -> None:
    """Take a withdrawal back, as far as nothing is erased: everything is again what it was."""
    known = _locked(tx, person)
    restored = [
        KeptDossier(one.id, replace(one.head, withdrawn_at=None))
        for one in kept_of(tx, known.subject, at)
        if one.head.withdrawn_at is not None
    ]
    write_heads(tx, known.subject, restored)


def write_heads(tx: Tx, subject: Subject, changed: list[KeptDossier]) -> None:
    """Write what is now known of these files. Their owner's row is locked, and was when read."""
    rows = [
        {
            "b_id": one.id,
            "expires_at": _micros(one.head.expires_at),
            "sealed_head": _sealed_head(subject, one.id, one.head),
        }
        for one in changed
    ]
    if rows:
        tx.connection.execute(_UPDATE, rows)


def _replace(
    tx: Tx,
    subject: Subject,
    kept: Sequence[KeptDossier],
    over: Sequence[KeptDossier],
    at: datetime,
) -> None:
    """Let another stand in the place of these; they are kept for a while, as far as there is room.

    What was set aside is not needed once she has written herself.
    """
    earlier = [one for one in kept if one.head.replaced_at is not None and not one.head.seized]
    room = max(MOST_EARLIER - len(earlier), 0)
    stood = [one for one in over if one.head.replaced_at is None]
    now_over = [KeptDossier(one.id, replace(one.head, replaced_at=at)) for one in stood[:room]]
    write_heads(tx, subject, now_over)
    _erase(tx, [*stood[room:], *(one for one in over if one.head.seized)])


def _erase(tx: Tx, gone: Sequence[KeptDossier]) -> None:
    if gone:
        tx.connection.execute(_DELETE, {"ids": [one.id for one in gone]})


def _micros(moment: datetime | None) -> int | None:
    return None if moment is None else to_micros(moment)


def _locked(tx: Tx, person: PersonId) -> Known:
    """Return somebody of whom nobody else keeps or withdraws anything meanwhile."""
    known = people_of(tx, [person], locked=True).get(person)
    if known is None:
        raise CompareAndSwapMissed
    return known


def _report(row: bytes, error: Exception) -> None:
    _log.error("dossier-unreadable id=%s why=%s", row.hex(), type(error).__name__)


def _opened(subject: Subject, row: Any) -> DossierHead:
    opened = subject.unseal("dossiers", "sealed_head", row.id, row.sealed_head)
    return read_noun(DossierHead, opened)


def _sealed_head(subject: Subject, row: bytes, head: DossierHead) -> bytes:
    return subject.seal("dossiers", "sealed_head", row, write_noun(head), bucket=_HEAD_BUCKET)
