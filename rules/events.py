"""What can happen: to a promise, to an alarm, to a person. An event says when it happened.

`at` is always aware UTC and always the moment of the happening, never of our handling it
(law 10). What only chance can give (`hush_until`, `words_at`) is drawn in storage and carried here.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from rules.people import PersonId
from rules.terms import Change, Way


class Verdict(StrEnum):
    """What a check-in meant. Only responders ever learn which it was (law 7)."""

    GENUINE = "genuine"  #: given freely
    FORCED = "forced"  #: given under force


class State(IntEnum):
    """What somebody could say of their situation with a sealed sign, the worst last.

    It changes who is looked after first and what responders read, never the ladder.
    """

    CALM = 0  #: nothing was said
    FOLLOWED = 1  #: somebody is following them
    RAID = 2  #: somebody is at the door, or searching a place close by
    TAKEN = 3  #: they are being held, or led away


class Cause(StrEnum):
    """Why an alarm was opened or joined."""

    MISSED = "missed"  #: a routine note did not come
    JOURNEY = "journey"  #: nobody arrived from a journey
    UNHEARD = "unheard"  #: we could not hear, and the terms say to alarm all the same
    STILL_SILENT = "still-silent"  #: the next deadline has passed as well
    SOS = "sos"  #: help was asked for
    FORCED = "forced"  #: the forced sign was given
    SEIZED = "seized"  #: their phone is in other hands
    WARNED = "warned"  #: a sign given freely said that something is wrong
    CONCERN = "concern"  #: a contact or a coordinator is worried
    OTHER_HANDS = "other-hands"  #: a contact says that their phone is in other hands
    LOCKED = "locked"  #: too many wrong codes
    DRILL = "drill"  #: practice


class Outcome(StrEnum):
    """How an alarm ended."""

    SAFE = "safe"  #: the person is well
    FALSE_ALARM = "false-alarm"  #: nothing had happened
    DETAINED = "detained"  #: held by somebody
    HARMED = "harmed"  #: hurt, or worse
    UNKNOWN = "unknown"  #: the search goes on elsewhere


class Finding(StrEnum):
    """What a contact found out."""

    SAFE = "safe"  #: seen or heard, and well
    CANNOT_REACH = "cannot-reach"  #: tried, no answer
    IN_DANGER = "in-danger"  #: something is wrong


class Proof(StrEnum):
    """How a coordinator made sure that it is the person and that they are free."""

    VOICE = "voice"  #: spoken with, the voice was known
    QUESTION = "question"  #: answered a question only they can answer
    SEEN = "seen"  #: met in person
    CODE = "code"  #: a sealed or card sign, where terms let it confirm itself


# --- To a watch, or to every watch of a person ------------------------------------------------


@dataclass(frozen=True, slots=True)
class Started:
    """The first promise begins."""

    at: datetime


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """A sign of life, counted for the moment Telegram received it (law 10)."""

    at: datetime
    way: Way = Way.TAP
    verdict: Verdict = Verdict.GENUINE
    hush_until: datetime | None = None  #: until then nothing differs by verdict (law 7)
    words_at: datetime | None = None  #: when those who were told hear the neutral words (law 16)
    state: State = State.CALM
    elsewhere: bool = False  #: not given in their own chat; nothing is answered there (law 15)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A journey has ended; this is also a check-in."""

    at: datetime
    way: Way = Way.TAP
    verdict: Verdict = Verdict.GENUINE
    hush_until: datetime | None = None
    words_at: datetime | None = None
    state: State = State.CALM
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class ChangeAsked:
    """Somebody asks to change what was agreed (laws 9 and 19)."""

    at: datetime
    change: Change
    way: Way = Way.TAP
    by: PersonId | None = None  #: the coordinator who asked; None: the person themselves
    verdict: Verdict = Verdict.GENUINE  #: forced: it was asked on a phone in other hands


@dataclass(frozen=True, slots=True)
class ChangeTakenBack:
    """The person does not want the change that is still pending."""

    at: datetime


@dataclass(frozen=True, slots=True)
class TimePassed:
    """Everything said to us up to `at` has been heard and recorded (law 3)."""

    at: datetime
    covered_until: datetime | None = None  #: routine deadlines up to here wait for a journey
    deaf_from: datetime | None = None  #: from then until `at` we could not hear
    now: datetime | None = None  #: when it is decided, where that is later: alarms are told so


@dataclass(frozen=True, slots=True)
class Deaf:
    """It is `at`, and we cannot hear up to it."""

    at: datetime
    covered_until: datetime | None = None  #: as for `TimePassed`


@dataclass(frozen=True, slots=True)
class OwnerTold:
    """The owner was told the reminder: from then on they had a fair chance."""

    at: datetime


@dataclass(frozen=True, slots=True)
class OwnerUnreachable:
    """Telegram refuses for good to reach the owner."""

    at: datetime


@dataclass(frozen=True, slots=True)
class AlarmClosed:
    """The alarm about this person's silence has ended."""

    at: datetime
    outcome: Outcome


WatchEvent = (
    Started
    | CheckedIn
    | Arrived
    | ChangeAsked
    | ChangeTakenBack
    | TimePassed
    | Deaf
    | OwnerTold
    | OwnerUnreachable
    | AlarmClosed
)


# --- To an alarm ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """A notice of this alarm reached `who`."""

    at: datetime
    who: PersonId


@dataclass(frozen=True, slots=True)
class Unreachable:
    """`who` cannot be told, or says that they cannot help now."""

    at: datetime
    who: PersonId
    declined: bool = False  #: True: they could be told, and said "I cannot now"


@dataclass(frozen=True, slots=True)
class Answered:
    """`by` takes it in hand."""

    at: datetime
    by: PersonId


@dataclass(frozen=True, slots=True)
class HandedBack:
    """`by` gives it back."""

    at: datetime
    by: PersonId


@dataclass(frozen=True, slots=True)
class Reported:
    """`by` says what they found."""

    at: datetime
    by: PersonId
    finding: Finding


@dataclass(frozen=True, slots=True)
class Escalated:
    """A coordinator wants the next people asked now."""

    at: datetime
    by: PersonId


@dataclass(frozen=True, slots=True)
class OwnerBack:
    """A sign of life came while the alarm is open."""

    at: datetime
    verdict: Verdict
    words_at: datetime
    way: Way = Way.TAP
    state: State = State.CALM


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A coordinator is sure that the person is well."""

    at: datetime
    by: PersonId
    proof: Proof


@dataclass(frozen=True, slots=True)
class Repeated:
    """The same thing happened again."""

    at: datetime
    cause: Cause
    state: State = State.CALM


@dataclass(frozen=True, slots=True)
class ClosingAsked:
    """A coordinator wants to close it; the reason goes to the diary."""

    at: datetime
    by: PersonId
    outcome: Outcome
    causes: int | None = None  #: how many it had when they were asked; None: as many as it has


AlarmEvent = (
    TimePassed
    | Told
    | Unreachable
    | Answered
    | HandedBack
    | Reported
    | Escalated
    | OwnerBack
    | Confirmed
    | Repeated
    | ClosingAsked
)
