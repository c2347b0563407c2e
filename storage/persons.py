"""The nouns of who takes part, as they are kept: a person, their chats, an invitation, the house.

Everything in here is sealed at rest. A version is that of the row it was read from; a write with an
old version is refused and its deed is decided again (STYLE.md, 12).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import NewType

from rules.people import Part, PersonId, Role
from rules.terms import Level

BotId = NewType("BotId", int)
ChatId = NewType("ChatId", int)


@dataclass(frozen=True, slots=True)
class Address:
    """A chat with one of our bots (PRACTICE.md, law 22)."""

    bot: BotId
    chat: ChatId


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat of somebody who takes part."""

    address: Address
    reachable: bool = True
    #: The phone is in other hands until then, as coordinators say; what it sends counts as forced.
    seized_until: datetime | None = None

    def in_other_hands(self, at: datetime) -> bool:
        """Say whether what is sent from here at `at` counts as forced."""
        return self.seized_until is not None and at < self.seized_until


def with_newest(chats: tuple[Chat, ...], address: Address) -> tuple[Chat, ...]:
    """Return the chats with this one as the newest; in whose hands it is stays as it was."""
    here = next((one for one in chats if one.address == address), Chat(address))
    return (replace(here, reachable=True), *(one for one in chats if one.address != address))


class Standing(StrEnum):
    """How far somebody has come."""

    INVITED = "invited"  #: a link was given, nobody has opened it
    READING = "reading"  #: reads what is kept and what Telegram sees
    AGREED = "agreed"  #: has said yes
    PROVEN = "proven"  #: a contact who has passed the sounding test
    DOUBTED = "doubted"  #: a contact named from a phone in other hands: nobody asks them
    LEAVING = "leaving"  #: has asked to go
    LEFT = "left"  #: has gone; kept only until forgotten


@dataclass(frozen=True, slots=True)
class ContactLink:
    """A contact as their owner sees them; sealed under the owner's key."""

    id: PersonId
    nick: str
    part: Part
    standing: Standing
    reachable: bool = True  #: False once Telegram has refused for good

    @property
    def is_asked(self) -> bool:
        """Whether they have said yes, and their owner named them freely."""
        return self.standing in {Standing.AGREED, Standing.PROVEN}


@dataclass(frozen=True, slots=True)
class OwnerLink:
    """Whose contact somebody is; sealed under the contact's key."""

    id: PersonId
    nick: str  #: the name by which the contact knows the owner


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who takes part."""

    id: PersonId
    version: int = 0
    roles: frozenset[Role] = frozenset()
    code: str = ""  #: what coordinators call a defender ("A7") or a coordinator ("B2")
    nick: str = ""  #: what contacts call a defender
    language: str = "en"
    zone: str = "UTC"
    standing: Standing = Standing.INVITED
    level: Level = Level.LOW
    agreed_at: datetime | None = None
    contacts: tuple[ContactLink, ...] = ()  #: in the order of the ladder
    owners: tuple[OwnerLink, ...] = ()
    chats: tuple[Chat, ...] = ()  #: newest first; the newest reachable one is used
    worst_hour: int | None = None  #: local hour at which a contact accepts to be woken
    concerns: tuple[datetime, ...] = ()  #: a contact's own concerns, two in 30 days (law 21)
    facts: Mapping[str, str] = field(default_factory=dict)  #: publicity, near person's words, ...


def seized_until(person: Person, at: datetime) -> datetime | None:
    """Return until when somebody's phone counts as in other hands; None where it does not."""
    ends = (one.seized_until for one in person.chats if one.in_other_hands(at))
    return max((one for one in ends if one is not None), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A one-time link. Its token is known only by a keyed digest."""

    digest: bytes  #: 16 bytes; see storage.stamps
    role: Role
    inviter: PersonId | None  #: None: the operator
    number: str  #: four digits, said aloud (law 28)
    expires_at: datetime
    person: PersonId | None = None  #: set: a new chat for somebody already here (law 27)
    code: str = ""
    nick: str = ""
    part: Part = Part.FRIEND
    level: Level = Level.LOW
    language: str = "en"
    doubted: bool = False  #: a contact's, handed out from a phone in other hands


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One coordinator in the roster of the house."""

    id: PersonId
    code: str
    on_duty: bool = False
    reachable: bool = True
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What the operator decided, and the roster. One row, sealed under the deployment's key."""

    version: int = 0
    awake_from: time = time(0, 0)  #: somebody answers from ... (law 23)
    awake_to: time = time(0, 0)  #: ... to; equal: day and night
    zone: str = "UTC"
    language: str = "en"
    stranger: str = "not-in-use"  #: which dull answer a bare /start gets (law 13)
    members: tuple[Member, ...] = ()
    next_alarm: int = 1
    next_defender: int = 1
    next_coordinator: int = 1
    opened_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """Where a conversation stands. Sealed, and gone when it expires."""

    address: Address
    step: str  #: for example "break-until"; the conversation's file knows its steps
    data: Mapping[str, str] = field(default_factory=dict)
    expires_at: datetime
    version: int = 0
