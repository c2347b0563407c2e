"""The promise as it stands: a watch, its stages, and what may follow from a change of it.

How it changes is `rules/watching.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import NewType

from rules.events import Cause, State, Verdict
from rules.notices import Fact, Kind, Notice
from rules.people import PersonId
from rules.terms import Change, Terms, Way

WatchId = NewType("WatchId", bytes)  #: 16 random bytes


class Stage(IntEnum):
    """Where a watch stands."""

    RESTING = 0  #: no promise is running: new, paused, ended, or after a bad end
    WAITING = 1  #: a check-in is expected by `due_at`
    LATE = 2  #: `due_at` has passed, the owner is reminded through the grace
    MISSED = 3  #: the grace has passed; an alarm is open


class Sort(IntEnum):
    """What kind of promise it is."""

    ROUTINE = 0  #: again and again; every defender has one
    JOURNEY = 1  #: once, by an ETA


@dataclass(frozen=True, slots=True)
class Hush:
    """Until `until`, nothing anywhere differs by what the check-in meant (law 7)."""

    until: datetime
    verdict: Verdict
    state: State = State.CALM


@dataclass(frozen=True, slots=True)
class Pending:
    """A change that weakens, waiting for its moment."""

    change: Change
    from_at: datetime
    by: PersonId | None = None
    verdict: Verdict = Verdict.GENUINE  #: forced: it seems to wait, and leaving never begins


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """One promise of one person."""

    id: WatchId
    owner: PersonId
    sort: Sort
    terms: Terms
    stage: Stage = Stage.RESTING
    due_at: datetime | None = None  #: the promise that is running, was missed, or the ETA
    wake_at: datetime | None = None  #: the next moment at which heard time changes something
    deaf_at: datetime | None = None  #: the next moment at which time alone would, unheard
    last_sign_at: datetime | None = None
    begun_at: datetime | None = None  #: when the first promise, or the journey, began
    nudged: bool = False
    reminders: int = 0  #: how many have been said for this promise
    late_at: datetime | None = None  #: when the first of them was decided
    reminded_at: datetime | None = None  #: when one of them was told
    silent_at: datetime | None = None  #: MISSED: the next following deadline
    extensions: int = 0  #: how often a journey was extended
    paused_until: datetime | None = None
    left_at: datetime | None = None  #: the person has left; nothing begins any more
    unwatched_at: datetime | None = None  #: an alarm ended badly: next word that nobody watches
    practice_until: datetime | None = None
    pending: tuple[Pending, ...] = ()
    hush: Hush | None = None
    owner_unreachable: bool = False


# --- What the rest of a life must do because of it ---------------------------------------------


@dataclass(frozen=True, slots=True)
class RaiseAlarm:
    """An alarm must be open for this cause; one that is open already is joined."""

    cause: Cause
    since: datetime  #: since when there has been no sign, or when it happened
    practice: bool = False  #: told to coordinators only
    state: State = State.CALM


@dataclass(frozen=True, slots=True)
class ComeBack:
    """A sign of life came after the promise was missed."""

    verdict: Verdict
    at: datetime
    words_at: datetime
    way: Way
    state: State = State.CALM


@dataclass(frozen=True, slots=True)
class GoAway:
    """The person has left: what is kept about them must be forgotten."""


@dataclass(frozen=True, slots=True)
class TellOffice:
    """The coordinators must hear this about the owner."""

    kind: Kind
    facts: Mapping[str, Fact] = field(default_factory=dict)


Order = RaiseAlarm | ComeBack | GoAway | TellOffice


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a watch, what must be said, and what else must happen."""

    watch: Watch
    notices: tuple[Notice, ...] = ()
    orders: tuple[Order, ...] = ()
