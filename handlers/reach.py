"""A chat is closed to us, or open again. That is never an alarm; the watch goes on (law 27)."""

from dataclasses import replace
from datetime import datetime

from telegram import ChatMember, ChatMemberUpdated

from handlers.context import Rooms
from rules.events import OwnerUnreachable, Unreachable
from rules.notices import Kind, Notice
from rules.people import PersonId, Role
from storage.deed import NOTHING, Deed, Happening, Helped, KeepPerson, Lived
from storage.persons import Address, Person
from storage.readings import Visitor

_CLOSED = frozenset({ChatMember.BANNED, ChatMember.LEFT})  #: how Telegram says "blocked"


async def turned(change: ChatMemberUpdated, visitor: Visitor, rooms: Rooms, at: datetime) -> Deed:
    """Return what follows when somebody blocks the bot, deletes the chat, or comes back."""
    person = visitor.person
    if person is None:
        return NOTHING
    open_now = change.new_chat_member.status not in _CLOSED
    after = with_chat(person, visitor.address, reachable=open_now)
    if after == person:
        return NOTHING
    kept = (KeepPerson(after),)
    if open_now or any(chat.reachable for chat in after.chats):
        return Deed(changes=kept)
    happenings: list[Happening] = [
        Helped(alarm.id, Unreachable(at, person.id)) for alarm in visitor.alarms_told
    ]
    if Role.DEFENDER in person.roles:
        happenings.append(Lived(person.id, OwnerUnreachable(at)))
    notices: list[Notice] = []
    for owner in person.owners:
        notices += await _about_a_contact(owner.id, person.id, visitor, rooms)
    return Deed(happenings=tuple(happenings), changes=kept, notices=tuple(notices))


def with_chat(person: Person, address: Address, *, reachable: bool) -> Person:
    """Return the person with this chat of theirs marked as reachable or not."""
    chats = tuple(
        replace(chat, reachable=reachable) if chat.address == address else chat
        for chat in person.chats
    )
    return replace(person, chats=chats)


async def _about_a_contact(
    owner: PersonId, contact: PersonId, visitor: Visitor, rooms: Rooms
) -> list[Notice]:
    """Return message 18; while an alarm is open the owner's chat gets nothing (law 15)."""
    facts = {"subject": owner, "contact": contact}
    on_duty = [one.id for one in visitor.house.members if one.on_duty and one.reachable]
    notices = [Notice(one, Kind.CONTACT_UNREACHABLE, facts) for one in on_duty if one != owner]
    life = await rooms.readings.life(owner)
    if life is not None and not life.alarms:
        notices.append(Notice(owner, Kind.CONTACT_UNREACHABLE, facts))
    return notices
