"""A chat is closed to us, or open again. That is never an alarm; the watch goes on (law 27).

Who counts on somebody whose last chat is closed hears of it where the change is written down: the
journal lets ladders, owners and the roster go on without them, as after a refusal.
"""

from dataclasses import replace

from telegram import ChatMember, ChatMemberUpdated

from storage.deed import NOTHING, Deed, KeepPerson
from storage.persons import Address, Person
from storage.readings import Visitor

_CLOSED = frozenset({ChatMember.BANNED, ChatMember.LEFT})  #: how Telegram says "blocked"


def turned(change: ChatMemberUpdated, visitor: Visitor) -> Deed:
    """Return what follows when somebody blocks the bot, deletes the chat, or comes back."""
    person = visitor.person
    if person is None:
        return NOTHING
    reachable = change.new_chat_member.status not in _CLOSED
    after = with_chat(person, visitor.address, reachable=reachable)
    return NOTHING if after == person else Deed(changes=(KeepPerson(after),))


def with_chat(person: Person, address: Address, *, reachable: bool) -> Person:
    """Return the person with this chat of theirs marked as reachable or not."""
    chats = tuple(
        replace(chat, reachable=reachable) if chat.address == address else chat
        for chat in person.chats
    )
    return replace(person, chats=chats)


def let_go(left: Person, visitor: Visitor, deed: Deed) -> Deed:
    """Return the deed with the chat taken from who has left, where somebody new joins in it."""
    joins = any(
        chat.address == visitor.address
        for change in deed.changes
        if isinstance(change, KeepPerson) and change.person.id != left.id
        for chat in change.person.chats
    )
    if not joins:
        return deed
    chats = tuple(one for one in left.chats if one.address != visitor.address)
    gone = KeepPerson(replace(left, chats=chats))
    return replace(deed, changes=(gone, *deed.changes))
