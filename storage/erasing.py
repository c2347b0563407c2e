"""Takes one person out of everything that stands in the database."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sqlalchemy import BindParameter, bindparam, delete, func, select

from rules.notices import Notice
from rules.people import PersonId
from storage.bearers import let_go
from storage.deed import Reply, Unsay
from storage.heads import drop_ends
from storage.house import change_house
from storage.inlets import close_inlets
from storage.keyholders import holds_key
from storage.letters import Letter
from storage.outgoing import open_letter, write_letters
from storage.people import UNREADABLE, keep_person, people_of
from storage.persons import Address, House, Person
from storage.sealing_anew import ask_anew
from storage.tables import (
    alarms,
    cards,
    chats,
    credentials,
    diary,
    dossier_parts,
    dossiers,
    inbox,
    invitations,
    notices,
    people,
    recipients,
    watches,
)
from storage.talks import end_talk, open_invitation
from storage.transactions import Tx

_PEOPLE: BindParameter[bytes] = bindparam("people", expanding=True)
#: In this order: what points at somebody goes before them.
_ABOUT = (
    delete(chats).where(chats.c.person_id.in_(_PEOPLE)),
    delete(credentials).where(credentials.c.person_id.in_(_PEOPLE)),
    delete(cards).where(cards.c.person_id.in_(_PEOPLE)),
    delete(recipients).where(recipients.c.person_id.in_(_PEOPLE)),
    delete(dossiers).where(dossiers.c.person_id.in_(_PEOPLE)),
    delete(dossier_parts).where(dossier_parts.c.person_id.in_(_PEOPLE)),
    delete(watches).where(watches.c.person_id.in_(_PEOPLE)),
    delete(alarms).where(alarms.c.person_id.in_(_PEOPLE)),
    delete(diary).where(diary.c.subject_id.in_(_PEOPLE)),
    delete(people).where(people.c.id.in_(_PEOPLE)),
)
#: What was sent by a number of their card, from whosever phone, and could not be handled.
_BY_THEIR_CARDS = delete(inbox).where(
    inbox.c.card.in_(select(cards.c.id).where(cards.c.person_id.in_(_PEOPLE)))
)
_FROM_THEIR_CHATS = delete(inbox).where(inbox.c.lane.in_(bindparam("lanes", expanding=True)))
_HIGHEST_NUMBER = select(func.max(alarms.c.number))
_LETTERS = select(notices.c.id, notices.c.sealed_notice)
_DROP_LETTERS = delete(notices).where(notices.c.id == bindparam("b_id"))
_INVITATIONS = select(invitations.c.digest, invitations.c.sealed_invitation)
_DROP_INVITATION = delete(invitations).where(invitations.c.digest == bindparam("b_digest"))


def erase(tx: Tx, gone: Collection[Person], now: datetime) -> None:
    """Erase these people: their rows, their chats, their place with everybody else."""
    ids = {person.id for person in gone}
    for person in gone:
        for chat in person.chats:
            end_talk(tx, chat.address)
    lanes = [
        blind
        for person in gone
        for chat in person.chats
        for blind in tx.keys.blinds("chat", chat.address.bot, chat.address.chat)
    ]
    tx.connection.execute(_FROM_THEIR_CHATS, {"lanes": lanes})
    tx.connection.execute(_BY_THEIR_CARDS, {"people": sorted(ids)})
    _unsay_their_keys(tx, gone, now)
    _erase_links(tx, gone, ids)
    highest = tx.connection.scalar(_HIGHEST_NUMBER) or 0
    change_house(tx, lambda house: _without(house, ids, highest))
    _erase_invitations(tx, ids)
    close_inlets(tx, frozenset(ids))
    held = holds_key(tx, ids)
    for statement in _ABOUT:
        tx.connection.execute(statement, {"people": sorted(ids)})
    drop_ends(tx, ids, now)
    if held:
        write_letters(tx, [Letter(one) for one in ask_anew(tx, now)], now)


def erase_letters(tx: Tx, ids: Collection[PersonId], addresses: Collection[Address]) -> int:
    """Erase what was still to be said to these people; what is to be unsaid stays (law 14)."""
    theirs = []
    for row in tx.connection.execute(_LETTERS).all():
        try:
            act = open_letter(tx, row.id, row.sealed_notice).act
        except UNREADABLE:
            continue
        if isinstance(act, Notice | Reply) and (act.to in ids or act.to in addresses):
            theirs.append({"b_id": row.id})
    if theirs:
        tx.connection.execute(_DROP_LETTERS, theirs)
    return len(theirs)


def _unsay_their_keys(tx: Tx, gone: Collection[Person], now: datetime) -> None:
    """What brings the keys stays until something takes its place; here nothing will."""
    chats_of = [chat.address for person in gone for chat in person.chats]
    bearers = ((chat, let_go(tx, chat)) for chat in chats_of)
    letters = [Letter(Unsay(chat, (one,), now)) for chat, one in bearers if one is not None]
    write_letters(tx, letters, now)


def _erase_links(tx: Tx, gone: Collection[Person], ids: Collection[PersonId]) -> None:
    linked = {link.id for person in gone for link in person.contacts}
    linked |= {link.id for person in gone for link in person.owners}
    for known in people_of(tx, linked - set(ids), locked=True).values():
        person = known.person
        left = replace(
            person,
            contacts=tuple(link for link in person.contacts if link.id not in ids),
            owners=tuple(link for link in person.owners if link.id not in ids),
        )
        if left != person:
            keep_person(tx, left)


def _without(house: House, ids: Collection[PersonId], highest: int) -> House:
    """Return the house without these members; numbers of erased alarms are not given twice."""
    members = tuple(one for one in house.members if one.id not in ids)
    return replace(house, members=members, next_alarm=max(house.next_alarm, highest + 1))


def _erase_invitations(tx: Tx, ids: Collection[PersonId]) -> None:
    for row in tx.connection.execute(_INVITATIONS).all():
        try:
            invitation = open_invitation(tx, row.digest, row.sealed_invitation)
        except UNREADABLE:
            continue
        if invitation.inviter in ids or invitation.person in ids:
            tx.connection.execute(_DROP_INVITATION, {"b_digest": row.digest})
