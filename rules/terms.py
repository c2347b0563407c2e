"""What a person may agree to, and how they may ask to change it.

The three templates stand in `rules/templates.py`, what weakens in `rules/weakening.py`.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from rules.people import PersonId
from rules.schedule import Schedule, Season

REPEAT_GAP_LIMIT = timedelta(hours=6)  #: the last rung is told again at least this often (law 29)
RUNG_GAP = timedelta(minutes=5)  #: no rung is told twice within this (law 29)
UNTOLD_PATIENCE = timedelta(minutes=5)  #: how long a rung on which nobody was told may last
LEAVING_LIMIT = timedelta(hours=72)  #: nobody is kept longer than this (law 19)


class Level(StrEnum):
    """How much danger somebody lives in."""

    LOW = "low"  #: works openly
    MEDIUM = "medium"  #: followed or threatened
    HIGH = "high"  #: arrest or attack likely this month


class Way(IntEnum):
    """A way to give a sign of life, weakest first."""

    TAP = 1  #: a plain message
    PAIR = 2  #: one of two equal-looking buttons
    CARD = 3  #: a one-time code from a printed card
    SEALED = 4  #: sealed on the phone
    HEARD = 5  #: a coordinator heard or saw the person (law 24)


class Group(StrEnum):
    """People of a rung who become names only when the rung is told."""

    DUTY = "duty"  #: the coordinator on duty; all coordinators where nobody is
    SECOND = "second"  #: another coordinator
    TWO = "two"  #: two coordinators
    ALL = "all"  #: every coordinator
    NEAR = "near"  #: the near person
    FIRST_CONTACT = "first-contact"
    SECOND_CONTACT = "second-contact"
    OTHER_CONTACTS = "other-contacts"  #: contacts who are neither family nor lawyer
    LAWYER = "lawyer"
    FAMILY = "family"  #: only if agreed


Whom = Group | PersonId


class Section(IntEnum):
    """What stands in a sheet; the numbers are those of its files."""

    WHOLE = 0  #: everything
    CALL = 1  #: whom to call
    LAWYER = 2
    HEALTH = 3
    FAMILY = 4
    QUESTIONS = 5  #: only she can answer them
    TOLD = 6  #: what others may be told
    LIST = 7  #: what is to be done while she is away


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder: whom to tell together, and how long to wait for an answer."""

    whom: tuple[Whom, ...]
    wait: timedelta
    #: What is disclosed to those told on it who hold a key; numbers of `Section`.
    sections: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reminder:
    """Said to the owner `after` the deadline."""

    after: timedelta
    sound: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What one person has agreed to."""

    level: Level
    schedule: Schedule
    early: timedelta  #: how long before a deadline a note keeps it
    nudge: timedelta | None  #: how long before a deadline a silent word comes; None: never
    grace: timedelta
    reminders: tuple[Reminder, ...]
    ladder: tuple[Rung, ...]
    hold: timedelta  #: how long a coordinator's take holds
    ways: frozenset[Way]
    self_confirms: timedelta | None  #: after this a sealed or card sign confirms itself
    confirmers: int  #: how many coordinators must confirm
    closers: int  #: how many coordinators close an sos, duress or locked alarm
    cooling: timedelta  #: how long a weakening change waits
    pause_alone: timedelta
    pause_with_yes: timedelta
    journey_longest: timedelta
    journey_grace: timedelta
    halfway: timedelta | None  #: a journey longer than this asks for a note halfway
    extensions: int  #: how often a journey is extended alone
    extension: timedelta  #: by how much at most, each time
    sos_contacts_after: timedelta
    sos_family: bool
    chat_kept: timedelta  #: how long a chat keeps what was said
    practice: timedelta  #: at first, silence is told to coordinators only
    drill_every: timedelta
    seasons: tuple[Season, ...] = ()
    alarm_when_deaf: timedelta | None = None  #: this long after the grace, alarm even unheard
    never_tell: frozenset[PersonId] = field(default_factory=frozenset)
    #: A coordinator who confirms is shown a question of hers first. Terms that were agreed before
    #: there were questions ask for none until somebody agrees to it with her.
    question: bool = False
    place: bool = False  #: the page of the phone asks where she is; never by default (law 21)

    @property
    def takes_cards(self) -> bool:
        """Whether the number of a card counts: where cards were agreed on, or something weaker."""
        return min(self.ways) <= Way.CARD


# --- Changes -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NewTerms:
    """Other terms."""

    terms: Terms


@dataclass(frozen=True, slots=True)
class Pause:
    """A break that ends by itself."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Resume:
    """The break ends now."""


@dataclass(frozen=True, slots=True)
class Leave:
    """The person wants to go."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A coordinator has spoken alone with somebody who wants to leave."""


@dataclass(frozen=True, slots=True)
class Extend:
    """A journey takes longer."""

    by: timedelta


Change = NewTerms | Pause | Resume | Leave | Spoken | Extend
