"""How the rows of each table move to the newest keys: what opens them, and what they become."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, select, update

from rules.people import PersonId
from sealing.blind import version_of_blind
from sealing.fields import Place, seal
from sealing.keyring import Purpose
from storage.inlets import place_of, read_inlet
from storage.lives import open_alarm
from storage.people import UNREADABLE, open_known
from storage.rows import read_address, read_dialogue
from storage.subjects import open_subject, rewrap_subject
from storage.tables import (
    ONE_SCOPE,
    alarms,
    chats,
    dialogues,
    house,
    inbox,
    inlets,
    invitations,
    notices,
    people,
)
from storage.transactions import Tx

_SEALED, _BLIND = 2, 1  #: where the version stands: behind the format byte, or first of all
_OVERHEAD = 35  #: what a seal adds to its buckets (sealing.fields.seal)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a row says which key of which purpose it stands under."""

    column: ColumnElement[Any]
    offset: int  #: of the two bytes, counted from 1
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class Task:
    """How the rows of one table are found and moved."""

    table: Table
    standings: tuple[Standing, ...]
    rows: Select[Any]
    move: Callable[[Tx, Row[Any]], dict[str, Any]]


def _resealed(
    tx: Tx, purpose: Purpose, old: Place, sealed: bytes, new: Place | None = None
) -> bytes:
    value = tx.keys.unseal(purpose, old, sealed)
    # One bucket of the size it had, so that moving shows nothing either.
    return seal(tx.keys.newest(purpose), new or old, value, bucket=len(sealed) - _OVERHEAD)


def _person(tx: Tx, row: Row[Any]) -> dict[str, Any]:
    moved = {
        "sealed_key": rewrap_subject(tx.keys, PersonId(row.id), row.sealed_key),
        "key_version": tx.keys.newest(Purpose.SUBJECTS).version,
    }
    try:
        known = open_known(tx, row.id, row.version, row.sealed_key, row.sealed_profile)
    except UNREADABLE:
        # Their own key moves all the same: else one damaged profile would keep alive the key under
        # which those stood who are forgotten.
        return {**moved, "blind_code": row.blind_code}
    code = known.person.code
    return {**moved, "blind_code": tx.keys.blind("code", code.upper()) if code else None}


def _chat(tx: Tx, row: Row[Any]) -> dict[str, Any]:
    subject = open_subject(tx.keys, PersonId(row.person_id), row.sealed_key)
    address = read_address(subject.unseal("chats", "sealed_chat", row.id, row.sealed_chat))
    blind = tx.keys.blind("chat", address.bot, address.chat)
    # What still waits in this chat must go on holding back its sender's silence.
    lane = update(inbox).where(inbox.c.lane == row.blind, inbox.c.state == 0)
    tx.connection.execute(lane.values(lane=blind))
    return {"blind": blind, "index_version": version_of_blind(blind)}


def _alarm(tx: Tx, row: Row[Any]) -> dict[str, Any]:
    subject = open_subject(tx.keys, PersonId(row.person_id), row.sealed_key)
    alarm = open_alarm(subject, row.id, row.sealed_alarm)
    return {"blind_open": tx.keys.blind("open", alarm.subject, alarm.kind)}


def _dialogue(tx: Tx, row: Row[Any]) -> dict[str, Any]:
    old = Place("dialogues", "sealed_step", row.blind)
    address = read_dialogue(tx.keys.unseal(Purpose.DIALOGUES, old, row.sealed_step), 0).address
    blind = tx.keys.blind("dialogue", address.bot, address.chat)
    new = Place("dialogues", "sealed_step", blind)
    sealed = _resealed(tx, Purpose.DIALOGUES, old, row.sealed_step, new)
    return {"blind": blind, "sealed_step": sealed}


def _inlet(tx: Tx, row: Row[Any]) -> dict[str, Any]:
    challenge = read_inlet(tx, row.blind, row.sealed_inlet).challenge
    blind = tx.keys.blind("inlet", challenge)
    old, new = place_of(row.blind), place_of(blind)
    sealed = _resealed(tx, Purpose.DIALOGUES, old, row.sealed_inlet, new)
    return {"blind": blind, "sealed_inlet": sealed}


def _house(tx: Tx, row: Row[Any]) -> dict[str, Any]:
    place = Place("house", "sealed_house", ONE_SCOPE.to_bytes(16, "big"))
    return {"sealed_house": _resealed(tx, Purpose.HOUSE, place, row.sealed_house)}


def _invitation(tx: Tx, row: Row[Any]) -> dict[str, Any]:
    place = Place("invitations", "sealed_invitation", row.digest)
    return {"sealed_invitation": _resealed(tx, Purpose.HOUSE, place, row.sealed_invitation)}


def _notice(tx: Tx, row: Row[Any]) -> dict[str, Any]:
    place = Place("notices", "sealed_notice", row.id)
    return {"sealed_notice": _resealed(tx, Purpose.OUTBOX, place, row.sealed_notice)}


def _update(tx: Tx, row: Row[Any]) -> dict[str, Any]:
    number = row.bot.to_bytes(8, "big") + row.update_id.to_bytes(8, "big")
    place = Place("inbox", "sealed_raw", number)
    return {"sealed_raw": _resealed(tx, Purpose.INBOX, place, row.sealed_raw)}


def _of_people(table: Table) -> Select[Any]:
    return select(table, people.c.sealed_key).join(people, people.c.id == table.c.person_id)


TASKS = (
    Task(
        people,
        (
            Standing(people.c.sealed_key, _SEALED, Purpose.SUBJECTS),
            Standing(people.c.blind_code, _BLIND, Purpose.INDEX),
        ),
        select(people),
        _person,
    ),
    Task(chats, (Standing(chats.c.blind, _BLIND, Purpose.INDEX),), _of_people(chats), _chat),
    Task(
        alarms, (Standing(alarms.c.blind_open, _BLIND, Purpose.INDEX),), _of_people(alarms), _alarm
    ),
    Task(
        dialogues,
        (
            Standing(dialogues.c.blind, _BLIND, Purpose.INDEX),
            Standing(dialogues.c.sealed_step, _SEALED, Purpose.DIALOGUES),
        ),
        select(dialogues),
        _dialogue,
    ),
    Task(
        inlets,
        (
            Standing(inlets.c.blind, _BLIND, Purpose.INDEX),
            Standing(inlets.c.sealed_inlet, _SEALED, Purpose.DIALOGUES),
        ),
        select(inlets),
        _inlet,
    ),
    Task(house, (Standing(house.c.sealed_house, _SEALED, Purpose.HOUSE),), select(house), _house),
    Task(
        invitations,
        (Standing(invitations.c.sealed_invitation, _SEALED, Purpose.HOUSE),),
        select(invitations),
        _invitation,
    ),
    Task(
        notices,
        (Standing(notices.c.sealed_notice, _SEALED, Purpose.OUTBOX),),
        select(notices),
        _notice,
    ),
    Task(inbox, (Standing(inbox.c.sealed_raw, _SEALED, Purpose.INBOX),), select(inbox), _update),
)
