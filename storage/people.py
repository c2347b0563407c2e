"""Who takes part, as they are kept: sealed under their own key, found by chat, by code or by id.

Whether somebody can be reached stands with them and with everybody who counts on them: their
owners and the roster. It is written here, in the transaction in which it changes.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from rules.people import PersonId
from sealing.blind import version_of_blind
from sealing.fields import SealBrokenError
from storage.house import change_house, house_of, with_reachable
from storage.persons import Address, Chat, Person, Standing
from storage.rows import read_person, write_address, write_person
from storage.subjects import Subject, new_subject, open_subject
from storage.tables import chats, people
from storage.transactions import Look, Tx
from storage.versions import CompareAndSwapMissed, taken, wrote

_BUCKET = 512
_CHAT_BUCKET = 128

#: What a damaged row, or one of a later Vigil, raises when it is opened.
UNREADABLE = (SealBrokenError, ValueError, TypeError, KeyError)

_log = logging.getLogger(__name__)

_COLUMNS = (people.c.id, people.c.version, people.c.sealed_key, people.c.sealed_profile)
_BY_IDS = select(*_COLUMNS).where(people.c.id.in_(bindparam("ids", expanding=True)))
_BY_IDS_LOCKED = _BY_IDS.order_by(people.c.id).with_for_update(key_share=True)
_BY_CODES = select(people.c.id).where(people.c.blind_code.in_(bindparam("blinds", expanding=True)))
_BY_CHATS = select(chats.c.person_id).where(chats.c.blind.in_(bindparam("blinds", expanding=True)))
_INSERT = insert(people)
_UPDATE = (
    update(people)
    .where(people.c.id == bindparam("b_id"), people.c.version == bindparam("b_version"))
    .values(
        version=bindparam("version"),
        blind_code=bindparam("blind_code"),
        sealed_profile=bindparam("sealed_profile"),
    )
)
_INSERT_CHAT = insert(chats)
_DELETE_CHAT = delete(chats).where(
    chats.c.person_id == bindparam("b_person"),
    chats.c.blind.in_(bindparam("blinds", expanding=True)),
)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody, and the key under which what is kept about them opens."""

    person: Person
    subject: Subject


def open_known(look: Look, row: bytes, version: int, key: bytes, profile: bytes) -> Known:
    """Return the person of this row, with their key and profile. Raises SealBrokenError."""
    subject = open_subject(look.keys, PersonId(row), key)
    opened = subject.unseal("people", "sealed_profile", row, profile)
    return Known(read_person(opened, version), subject)


def people_of(
    look: Look, ids: Iterable[PersonId], *, locked: bool = False
) -> dict[PersonId, Known]:
    """Return those of `ids` who are kept. `locked`: nobody else writes them meanwhile.

    Who cannot be opened is left out, as if unknown: one damaged row must not silence the others.
    """
    wanted = list(ids)
    known: dict[PersonId, Known] = {}
    if wanted:
        for row in look.connection.execute(_BY_IDS_LOCKED if locked else _BY_IDS, {"ids": wanted}):
            try:
                known[PersonId(row.id)] = open_known(look, *row)
            except UNREADABLE as error:
                _log.error("person-unreadable id=%s why=%s", row.id.hex(), type(error).__name__)
    return known


def person_of(look: Look, person: PersonId) -> Person | None:
    """Return one person, or None when nobody of this id is kept."""
    known = people_of(look, [person]).get(person)
    return known.person if known else None


def person_behind(look: Look, address: Address) -> PersonId | None:
    """Return who writes in this chat."""
    blinds = look.keys.blinds("chat", address.bot, address.chat)
    found = look.connection.execute(_BY_CHATS, {"blinds": blinds}).scalar()
    return None if found is None else PersonId(found)


def person_coded(look: Look, code: str) -> PersonId | None:
    """Return who has this code name; capitals or not is the same."""
    blinds = look.keys.blinds("code", code.upper())
    found = look.connection.execute(_BY_CODES, {"blinds": blinds}).scalar()
    return None if found is None else PersonId(found)


def address_in_use(person: Person) -> Address | None:
    """Return where this person is spoken to: the newest chat that can be reached."""
    return next((chat.address for chat in person.chats if chat.reachable), None)


def keep_person(tx: Tx, person: Person) -> Person | None:
    """Write a person, new (version 0) or guarded by the version that was read.

    Returns who they were before. Raises CompareAndSwapMissed, also when the code or a chat is
    somebody else's.
    """
    try:
        if person.version:
            return _change(tx, person)
        _add(tx, person)
    except IntegrityError as error:
        raise taken(error) from error
    return None


def tell_owners_and_roster(tx: Tx, person: PersonId) -> None:
    """Write down, with everybody who counts on `person`, whether they are here and in reach."""
    found = person_of(tx, person)
    if found is None:
        return
    reachable = address_in_use(found) is not None
    has_left = found.standing is Standing.LEFT
    for owner in people_of(tx, [link.id for link in found.owners], locked=True).values():
        contacts = tuple(
            replace(
                link,
                reachable=reachable,
                standing=Standing.LEFT if has_left else link.standing,
            )
            if link.id == person
            else link
            for link in owner.person.contacts
        )
        if contacts != owner.person.contacts:
            keep_person(tx, replace(owner.person, contacts=contacts))
    reachable = reachable and not has_left
    members = house_of(tx).members
    if any(one.id == person and one.reachable != reachable for one in members):
        change_house(tx, partial(with_reachable, person=person, reachable=reachable))


def with_chat(person: Person, address: Address, *, reachable: bool) -> Person:
    """Return the person with this chat of theirs marked as reachable or not."""
    marked = tuple(
        replace(chat, reachable=reachable) if chat.address == address else chat
        for chat in person.chats
    )
    return replace(person, chats=marked)


def _add(tx: Tx, person: Person) -> None:
    if person.code and person_coded(tx, person.code) is not None:
        raise CompareAndSwapMissed
    subject, wrapped, key_version = new_subject(tx.keys, person.id)
    row = {
        "id": person.id,
        "version": 1,
        "blind_code": _code_index(tx, person.code),
        "key_version": key_version,
        "sealed_key": wrapped,
        "sealed_profile": _sealed_profile(subject, person),
    }
    tx.connection.execute(_INSERT, row)
    _add_chats(tx, subject, person.chats)


def _change(tx: Tx, person: Person) -> Person:
    known = people_of(tx, [person.id], locked=True).get(person.id)
    if known is None or known.person.version != person.version:
        raise CompareAndSwapMissed
    row = {
        "b_id": person.id,
        "b_version": person.version,
        "version": person.version + 1,
        "blind_code": _code_index(tx, person.code),
        "sealed_profile": _sealed_profile(known.subject, person),
    }
    wrote(tx.connection.execute(_UPDATE, row), 1)
    before = {chat.address for chat in known.person.chats}
    after = {chat.address for chat in person.chats}
    gone = [blind for chat in before - after for blind in tx.keys.blinds("chat", *_named(chat))]
    if gone:
        tx.connection.execute(_DELETE_CHAT, {"b_person": person.id, "blinds": gone})
    added = tuple(chat for chat in person.chats if chat.address not in before)
    _add_chats(tx, known.subject, added)
    return known.person


def _add_chats(tx: Tx, subject: Subject, added: tuple[Chat, ...]) -> None:
    rows = []
    for chat in added:
        # A chat may also stand under an older index key, where the database sees no conflict.
        if person_behind(tx, chat.address) is not None:
            raise CompareAndSwapMissed
        new_id = tx.chance.new_id()
        blind = tx.keys.blind("chat", *_named(chat.address))
        opened = write_address(chat.address)
        row = {
            "id": new_id,
            "blind": blind,
            "index_version": version_of_blind(blind),
            "person_id": subject.id,
            "sealed_chat": subject.seal(
                "chats", "sealed_chat", new_id, opened, bucket=_CHAT_BUCKET
            ),
        }
        rows.append(row)
    if rows:
        tx.connection.execute(_INSERT_CHAT, rows)


def _sealed_profile(subject: Subject, person: Person) -> bytes:
    opened = write_person(person)
    return subject.seal("people", "sealed_profile", person.id, opened, bucket=_BUCKET)


def _code_index(tx: Tx, code: str) -> bytes | None:
    return tx.keys.blind("code", code.upper()) if code else None


def _named(address: Address) -> tuple[int, int]:
    return address.bot, address.chat
