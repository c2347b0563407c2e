"""What the house may see of itself: nouns that are put together for a reader and never kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from rules.alarm import Alarm
from rules.people import PersonId
from rules.watch import Stage, Watch
from storage.claims import Name
from storage.persons import Address, Dialogue, House, Person


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever writes in a chat, and what must be known to answer them."""

    address: Address
    person: Person | None  #: None: a stranger
    dialogue: Dialogue | None
    house: House
    alarms_told: tuple[Alarm, ...]  #: open ones in which this person was asked, the newest first


@dataclass(frozen=True, slots=True)
class AlarmSeen:
    """An alarm, open or closed, and what is needed to speak of it."""

    alarm: Alarm
    subject: Person
    watches: tuple[Watch, ...]
    names: Mapping[PersonId, Name]  #: of everybody who has to do with it


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is of what, for the operator."""

    people: int
    chats: int
    watches: Mapping[Stage, int]
    open_alarms: int
    stuck: int  #: rows that could not be decided the last time
    invitations: int
    dialogues: int
