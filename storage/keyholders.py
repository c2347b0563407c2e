"""Who holds a key to which a dossier may be sealed: written and shown, never used by us."""

import hashlib
import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Select, bindparam, delete, insert, select, update

from rules.people import PersonId
from sealing.recipients import fingerprint, write_recipient
from storage.agekeys import ASKED_ENOUGH, AgeKey, HeldKey
from storage.house import house_of
from storage.people import UNREADABLE, Known, open_known, people_of
from storage.persons import Person, Standing
from storage.rows import read_noun, write_noun
from storage.subjects import Subject
from storage.tables import people, recipients
from storage.transactions import Look, Tx
from storage.versions import CompareAndSwapMissed, wrote

#: Bytes; every key is as long as any other, and so is its row.
_BUCKET = 2048
_NAME_SIZE = 16
_ASKED = frozenset({Standing.AGREED, Standing.PROVEN})

_log = logging.getLogger(__name__)

_OF = select(recipients.c.id, recipients.c.version).where(
    recipients.c.person_id == bindparam("person")
)
_ALL: Select[Any] = select(
    people.c.id,
    people.c.version,
    people.c.sealed_key,
    people.c.sealed_profile,
    recipients.c.id.label("key_id"),
    recipients.c.version.label("key_version"),
    recipients.c.sealed_recipient,
).join(people, people.c.id == recipients.c.person_id)
_THESE = _ALL.where(recipients.c.person_id.in_(bindparam("people", expanding=True)))
_HOLDERS = select(recipients.c.person_id).where(
    recipients.c.person_id.in_(bindparam("people", expanding=True))
)
_INSERT = insert(recipients)
_UPDATE = (
    update(recipients)
    .where(
        recipients.c.person_id == bindparam("b_person"),
        recipients.c.version == bindparam("b_version"),
    )
    .values(version=bindparam("version"), sealed_recipient=bindparam("sealed_recipient"))
)
_DROP = delete(recipients).where(recipients.c.person_id == bindparam("b_person"))


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a key."""

    person: Person
    key: AgeKey


def keep_key(tx: Tx, kept: AgeKey) -> None:
    """Write a key, new (version 0) or guarded by the version that was read.

    Raises CompareAndSwapMissed, also when the person is not kept any more.
    """
    subject = people_of(tx, [kept.person], locked=True).get(kept.person)
    if subject is None:
        raise CompareAndSwapMissed
    found = tx.connection.execute(_OF, {"person": kept.person}).one_or_none()
    if found is None:
        if kept.version:
            raise CompareAndSwapMissed
        _add(tx, subject.subject, kept)
        return
    row = {
        "b_person": kept.person,
        "b_version": kept.version,
        "version": kept.version + 1,
        "sealed_recipient": _sealed(subject.subject, found.id, kept),
    }
    wrote(tx.connection.execute(_UPDATE, row), 1)


def drop_key(tx: Tx, person: PersonId) -> None:
    """Erase somebody's key; nothing is sealed to it or sent to them from now on."""
    tx.connection.execute(_DROP, {"b_person": person})


def holds_key(look: Look, of: Collection[PersonId]) -> bool:
    """Say whether any of these people holds a key."""
    if not of:
        return False
    return look.connection.execute(_HOLDERS, {"people": list(of)}).first() is not None


def holders(look: Look, of: Iterable[PersonId] | None = None) -> dict[PersonId, Holder]:
    """Return those of these people who hold a key, or everybody who does.

    Whoever has left is not among them, nor whoever cannot be opened.
    """
    asked = None if of is None else {"people": list(of)}
    rows = look.connection.execute(_ALL if asked is None else _THESE, asked or {}).all()
    found = {}
    for row in rows:
        try:
            known = open_known(look, row.id, row.version, row.sealed_key, row.sealed_profile)
            key = _opened(known, row)
        except UNREADABLE as error:
            _log.error("key-unreadable id=%s why=%s", row.key_id.hex(), type(error).__name__)
            continue
        if known.person.standing is not Standing.LEFT:
            found[known.person.id] = Holder(known.person, key)
    return found


def office_keys(look: Look) -> tuple[HeldKey, ...]:
    """Return the keys of the coordinators, in the order of the roster."""
    members = house_of(look).members
    held = holders(look, [one.id for one in members])
    return tuple(_held(held[one.id].key, one.code) for one in members if one.id in held)


def keys_for(look: Look, owner: Person) -> tuple[HeldKey, ...]:
    """Return the keys to which this person may seal: of the office, then of her contacts."""
    office = office_keys(look)
    links = [one for one in owner.contacts if one.standing in _ASKED]
    held = holders(look, [one.id for one in links])
    known = {one.person for one in office}
    hers = [
        _held(held[one.id].key, one.nick) for one in links if one.id in held and one.id not in known
    ]
    return (*office, *hers)


def key_name(public: bytes) -> bytes:
    """Return the 16 bytes by which a key is known again."""
    return hashlib.sha256(public).digest()[:_NAME_SIZE]


def key_names(keys: Iterable[HeldKey]) -> frozenset[bytes]:
    """Return the names of these keys."""
    return frozenset(key_name(one.public) for one in keys)


def held_key(look: Look, person: PersonId) -> HeldKey | None:
    """Return somebody's own key."""
    found = holders(look, [person]).get(person)
    return None if found is None else _held(found.key, found.person.code or found.person.nick)


def asked_contacts(owner: Person) -> frozenset[PersonId]:
    """Return the contacts to whom a dossier may be sealed: those who have said yes."""
    return frozenset(one.id for one in owner.contacts if one.standing in _ASKED)


def _add(tx: Tx, subject: Subject, kept: AgeKey) -> None:
    new_id = tx.chance.new_id()
    sealed = _sealed(subject, new_id, kept)
    row = {"id": new_id, "person_id": kept.person, "version": 1, "sealed_recipient": sealed}
    # Nobody has come first: whoever writes a key holds the lock of its person.
    tx.connection.execute(_INSERT, row)


def _sealed(subject: Subject, row: bytes, kept: AgeKey) -> bytes:
    written = write_noun(replace(kept, version=0))
    return subject.seal("recipients", "sealed_recipient", row, written, bucket=_BUCKET)


def _opened(known: Known, row: Any) -> AgeKey:
    opened = known.subject.unseal(
        "recipients", "sealed_recipient", row.key_id, row.sealed_recipient
    )
    return replace(read_noun(AgeKey, opened), version=row.key_version)


def _held(key: AgeKey, name: str) -> HeldKey:
    return HeldKey(
        key.person,
        name,
        key.public,
        write_recipient(key.public),
        fingerprint(key.public),
        key.made_at,
        key.version,
        key.proven_at,
        unproven=key.asked > ASKED_ENOUGH,
    )
