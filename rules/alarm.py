"""The help as it stands: an alarm, its stages and kinds, and what may follow from a change of it.

How it changes is `rules/alarming.py`; whom a rung names is `rules/naming.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from rules.events import Cause, Outcome, State
from rules.notices import AlarmId, Notice
from rules.people import PersonId
from rules.terms import Level, Rung


class Stage(IntEnum):
    """Where an alarm stands."""

    RAISED = 0  #: people are being told, rung by rung
    HELD = 1  #: somebody has it, until the hold is over
    CLOSED = 2  #: it has ended and everybody who was told hears so


class Kind(StrEnum):
    """What an alarm is about."""

    MISSED = "missed"  #: a note or an arrival did not come
    SOS = "sos"  #: help was asked for
    DURESS = "duress"  #: the forced sign was given
    CONCERN = "concern"  #: a contact or a coordinator is worried
    LOCKED = "locked"  #: too many wrong codes
    DRILL = "drill"  #: practice


#: Alarms that no contact's answer delays, and that terms may let two coordinators close (law 29).
URGENT = frozenset({Kind.SOS, Kind.DURESS, Kind.LOCKED})

_OF_SILENCE = (Cause.MISSED, Cause.JOURNEY, Cause.UNHEARD)
_OF_WORRY = (Cause.WARNED, Cause.OTHER_HANDS)  #: what weighs more than a worry, the most first


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """One alarm about one person. The ladder and what matters of the terms are frozen in it."""

    id: AlarmId
    number: int  #: what coordinators call it
    subject: PersonId
    kind: Kind
    level: Level
    causes: tuple[Cause, ...]
    state: State = State.CALM  #: the worst that any sign has said
    since: datetime  #: since when there has been no sign, or when it happened
    opened_at: datetime
    ladder: tuple[Rung, ...]
    hold: timedelta
    confirmers: int = 1
    closers: int = 1
    never_tell: frozenset[PersonId] = frozenset()
    stage: Stage = Stage.RAISED
    wake_at: datetime | None = None  #: the earlier of `turn_at` and the words still to be said
    turn_at: datetime | None = None  #: when the rung's wait, the patience or the hold is over
    rung: int = 0
    rung_at: datetime | None = None  #: when the present rung was decided
    rung_told_at: datetime | None = None  #: when its first notice was told (law 4)
    asked_now: frozenset[PersonId] = frozenset()  #: whom the present rung asks
    repeats: int = 0  #: how often the last rung has been repeated
    asked: frozenset[PersonId] = frozenset()  #: for whom a notice was ever written
    told: Mapping[PersonId, datetime] = field(default_factory=dict)  #: whom one reached, and when
    #: Which sections of her sheet each reader has had in it; 0: everything.
    disclosed: Mapping[PersonId, frozenset[int]] = field(default_factory=dict)
    unreachable: frozenset[PersonId] = frozenset()
    answered: frozenset[int] = frozenset()  #: rungs a contact's answer has held once (law 29)
    holder: PersonId | None = None
    back_at: datetime | None = None  #: when a sign of life came
    words_at: datetime | None = None  #: when the neutral words are said
    worded: bool = False  #: they have been said
    hold_renewed: bool = False  #: a sign of life renews a hold once
    self_confirms: timedelta | None = None  #: from the terms: how soon a strong sign confirms
    confirms_at: datetime | None = None  #: when the sign that came confirms itself
    cried_untold: bool = False  #: coordinators know that nobody could be told
    confirmed_by: frozenset[PersonId] = frozenset()
    voice_known: bool = False  #: one of them knew the voice, or saw the person
    closing: tuple[PersonId, Outcome] | None = None  #: the first of two who want to close it
    outcome: Outcome | None = None
    closed_at: datetime | None = None


def matter(alarm: Alarm) -> Cause | Kind:
    """Return what it is about, as coordinators read it: the cause that says more than the kind."""
    match alarm.kind:
        case Kind.MISSED:
            return next((one for one in alarm.causes if one in _OF_SILENCE), Cause.MISSED)
        case Kind.DURESS if Cause.FORCED not in alarm.causes:
            return Cause.SEIZED
        case Kind.CONCERN:
            return next((one for one in _OF_WORRY if one in alarm.causes), Kind.CONCERN)
        case _:
            return alarm.kind


def advice(alarm: Alarm) -> Cause | Kind:
    """Return for what it is advised: whoever warned us may have somebody beside them."""
    about = matter(alarm)
    return Kind.DURESS if about in {Cause.SEIZED, Cause.WARNED} else about


def wants_a_word(alarm: Alarm) -> bool:
    """Say whether a sign has come, is known to all who were told, and waits for a person's word.

    Never where it was forced, or said that something is wrong: to speak with her then is what must
    not be done (laws 8 and 16).
    """
    calm = alarm.kind is Kind.MISSED and alarm.state is State.CALM
    return calm and alarm.back_at is not None and alarm.worded


def unsettled(alarm: Alarm) -> Alarm:
    """Return an alarm of which nobody was sure, and that nobody wanted to close."""
    return replace(alarm, confirmed_by=frozenset(), voice_known=False, closing=None)


@dataclass(frozen=True, slots=True)
class Closed:
    """The alarm has ended; the watch must hear of it."""

    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Concern:
    """Somebody reports danger after the end: a new alarm is needed."""

    at: datetime


Order = Closed | Concern


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of an alarm, what must be said, and what else must happen."""

    alarm: Alarm
    notices: tuple[Notice, ...] = ()
    orders: tuple[Order, ...] = ()
