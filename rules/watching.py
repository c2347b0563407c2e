"""What becomes of a promise: every change of a watch, and the table Stage x Event at the foot.

`decide` is a function of a watch and an event; it reads no clock and does nothing. It keeps law 2:
a watch is without `wake_at` only while it rests with nothing pending, and after `TimePassed` its
`wake_at` lies ahead. The rules that the table names stand here, in `rules/signs.py` (signs of
life), `rules/waking.py` (time) and `rules/changing.py` (what was agreed).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from rules.changing import ask, take_back
from rules.events import (
    AlarmClosed,
    Arrived,
    ChangeAsked,
    ChangeTakenBack,
    CheckedIn,
    Deaf,
    Outcome,
    OwnerTold,
    OwnerUnreachable,
    Started,
    TimePassed,
    WatchEvent,
)
from rules.notices import Kind
from rules.promising import begin_promise, with_wakes
from rules.signs import arrive, come_back, ended, keep_promise, note_at_rest, to_owner
from rules.waking import hear_nothing, pass_time
from rules.watch import Decision, Sort, Stage, TellOffice, Watch

Rule = Callable[[Watch, Any], Decision]

_DAY = timedelta(days=1)


def decide(watch: Watch, event: WatchEvent) -> Decision:
    """Return what becomes of `watch` now that `event` has happened.

    Raises NeverAtRestError where the rules contradict law 2.
    """
    return RULES[watch.stage, type(event)](watch, event)


def stay(watch: Watch, event: WatchEvent) -> Decision:
    return Decision(watch)


def begin(watch: Watch, event: Started) -> Decision:
    if watch.begun_at is not None:
        return Decision(watch)
    practice = event.at + watch.terms.practice if watch.sort is Sort.ROUTINE else None
    begun = begin_promise(
        replace(watch, begun_at=event.at, practice_until=practice), after=event.at
    )
    if begun.due_at is None:
        return Decision(watch)
    if watch.sort is Sort.JOURNEY:
        return Decision(begun, (to_owner(begun, Kind.JOURNEY_BEGUN, until=begun.due_at),))
    return Decision(begun, (to_owner(begun, Kind.STARTED, due=begun.due_at),))


def start_fair_chance(watch: Watch, event: OwnerTold) -> Decision:
    # A telling that comes in late may be of a reminder for an earlier deadline.
    earlier = watch.late_at is not None and event.at < watch.late_at
    if watch.reminded_at is not None or earlier:
        return Decision(watch)
    return Decision(with_wakes(replace(watch, reminded_at=event.at)))


def miss_owner(watch: Watch, event: OwnerUnreachable) -> Decision:
    if watch.owner_unreachable:
        return Decision(watch)
    lost = replace(watch, owner_unreachable=True)
    return Decision(lost, (), (TellOffice(Kind.SUBJECT_UNREACHABLE),))


def note_closed_chat(watch: Watch, event: OwnerUnreachable) -> Decision:
    return Decision(replace(watch, owner_unreachable=True))


def watch_on(watch: Watch, event: AlarmClosed) -> Decision:
    if event.outcome in {Outcome.SAFE, Outcome.FALSE_ALARM}:
        if watch.sort is Sort.JOURNEY:
            return Decision(ended(watch))
        return Decision(begin_promise(replace(watch, silent_at=None), after=event.at))
    if watch.sort is Sort.JOURNEY:
        return Decision(ended(watch))
    rest = replace(
        watch, stage=Stage.RESTING, due_at=None, silent_at=None, unwatched_at=event.at + _DAY
    )
    return Decision(with_wakes(rest))


RULES: dict[tuple[Stage, type[WatchEvent]], Rule] = {
    (Stage.RESTING, Started): begin,
    (Stage.RESTING, CheckedIn): note_at_rest,
    (Stage.RESTING, Arrived): note_at_rest,
    (Stage.RESTING, ChangeAsked): ask,
    (Stage.RESTING, ChangeTakenBack): take_back,
    (Stage.RESTING, TimePassed): pass_time,
    (Stage.RESTING, Deaf): hear_nothing,
    (Stage.RESTING, OwnerTold): stay,
    (Stage.RESTING, OwnerUnreachable): note_closed_chat,
    (Stage.RESTING, AlarmClosed): stay,
    (Stage.WAITING, Started): stay,
    (Stage.WAITING, CheckedIn): keep_promise,
    (Stage.WAITING, Arrived): arrive,
    (Stage.WAITING, ChangeAsked): ask,
    (Stage.WAITING, ChangeTakenBack): take_back,
    (Stage.WAITING, TimePassed): pass_time,
    (Stage.WAITING, Deaf): hear_nothing,
    (Stage.WAITING, OwnerTold): stay,
    (Stage.WAITING, OwnerUnreachable): miss_owner,
    (Stage.WAITING, AlarmClosed): stay,
    (Stage.LATE, Started): stay,
    (Stage.LATE, CheckedIn): keep_promise,
    (Stage.LATE, Arrived): arrive,
    (Stage.LATE, ChangeAsked): ask,
    (Stage.LATE, ChangeTakenBack): take_back,
    (Stage.LATE, TimePassed): pass_time,
    (Stage.LATE, Deaf): hear_nothing,
    (Stage.LATE, OwnerTold): start_fair_chance,
    (Stage.LATE, OwnerUnreachable): miss_owner,
    (Stage.LATE, AlarmClosed): stay,
    (Stage.MISSED, Started): stay,
    (Stage.MISSED, CheckedIn): come_back,
    (Stage.MISSED, Arrived): come_back,
    (Stage.MISSED, ChangeAsked): ask,
    (Stage.MISSED, ChangeTakenBack): take_back,
    (Stage.MISSED, TimePassed): pass_time,
    (Stage.MISSED, Deaf): hear_nothing,
    (Stage.MISSED, OwnerTold): stay,
    (Stage.MISSED, OwnerUnreachable): miss_owner,
    (Stage.MISSED, AlarmClosed): watch_on,
}
