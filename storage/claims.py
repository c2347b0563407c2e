"""The nouns of telling: what is handed to the courier, and what came of it.

An outcome is a value: telegram's errors are translated into one, once, where they are met.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from rules.notices import AlarmId, Notice, Rank
from rules.people import PersonId, Role
from storage.deed import Reply, Unsay, Words
from storage.persons import Address, ChatId


class Why(StrEnum):
    """Why Telegram refuses for good."""

    BLOCKED = "blocked"  #: the person has blocked the bot
    DEACTIVATED = "deactivated"  #: the account is gone
    NEVER_STARTED = "never-started"  #: the person has never written to this bot
    NOT_FOUND = "not-found"  #: there is no such chat, or we know of none
    BAD_REQUEST = "bad-request"  #: what we asked for cannot be done; says nothing of the person


@dataclass(frozen=True, slots=True)
class Told:
    """It was said."""

    at: datetime
    message_id: int | None = None  #: of the message that now stands in the chat


@dataclass(frozen=True, slots=True)
class TryAgain:
    """It was not said, and may be later."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Refused:
    """It will never be said there."""

    why: Why


@dataclass(frozen=True, slots=True)
class MovedTo:
    """The chat has another id now; it is said there instead."""

    chat: ChatId


Outcome = Told | TryAgain | Refused | MovedTo


@dataclass(frozen=True, slots=True)
class Fold:
    """Put outer words back over inner ones that were opened (law 13)."""

    to: Address
    message: int
    words: tuple[Words, ...]
    language: str | None = None  #: None: the reader's own
    alarm: AlarmId | None = None


Act = Notice | Reply | Unsay | Fold


@dataclass(frozen=True, slots=True)
class Name:
    """What to call somebody: to coordinators by code, to the one who reads by nickname."""

    code: str
    nick: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """One thing to be said now, by whoever claimed it, until its lease ends."""

    id: bytes
    rank: Rank
    tries: int  #: this one included
    act: Act
    to: Address | None  #: None: there is no chat; settle it as Refused(Why.NOT_FOUND)
    born_at: datetime
    reader: PersonId | None = None  #: None: a stranger, or a chat nobody has any more
    reader_roles: frozenset[Role] = frozenset()
    language: str = "en"
    zone: str = "UTC"  #: in which the reader's times are written
    names: Mapping[PersonId, Name] = field(default_factory=dict)  #: of everybody in the facts
    chat_kept: timedelta = timedelta(hours=1)  #: how long the reader's terms let a chat keep

    @property
    def message_id(self) -> int | None:
        """The message that is changed, where one is."""
        match self.act:
            case Fold(message=message):
                return message
            case Reply(edits=message):
                return message
            case _:
                return None
