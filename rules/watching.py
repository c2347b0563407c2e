"""What becomes of a promise: every change of a watch, and the table Stage x Event at the foot.

`decide` is a function of a watch and an event; it reads no clock and does nothing. It keeps law 2:
a watch is without `wake_at` only while it rests with nothing pending, and after `TimePassed` its
`wake_at` lies ahead.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from rules.changing import ask, drop_weaker, ripe, take_back, take_effect
from rules.events import (
    AlarmClosed,
    Arrived,
    Cause,
    ChangeAsked,
    ChangeTakenBack,
    CheckedIn,
    Deaf,
    Outcome,
    OwnerTold,
    OwnerUnreachable,
    Started,
    TimePassed,
    Verdict,
    WatchEvent,
)
from rules.notices import Kind, Notice
from rules.promising import begin_promise, grace_end, promised_after, with_wakes
from rules.watch import (
    ComeBack,
    Decision,
    Hush,
    Order,
    RaiseAlarm,
    Sort,
    Stage,
    TellOffice,
    Watch,
)

Rule = Callable[[Watch, Any], Decision]
Sign = CheckedIn | Arrived

_DAY = timedelta(days=1)

#: More turns than any life needs between two looks; beyond it the rules themselves are wrong.
_TURNS = 400


class NeverAtRestError(Exception):
    """A watch could not be brought to a moment ahead: the rules turn in a circle."""


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
        return Decision(begun, (_to_owner(begun, Kind.JOURNEY_BEGUN, until=begun.due_at),))
    return Decision(begun, (_to_owner(begun, Kind.STARTED, due=begun.due_at),))


# --- Signs of life -----------------------------------------------------------------------------


def note_at_rest(watch: Watch, event: Sign) -> Decision:
    return _receipt(with_wakes(_seen(watch, event)), event, kept=True)


def keep_promise(watch: Watch, event: Sign) -> Decision:
    if watch.sort is Sort.JOURNEY:
        # Only arriving ends a journey; a note on the way is the routine's.
        return Decision(with_wakes(_seen(watch, event)))
    watch = _seen(watch, event)
    if not _in_window(watch, event.at):
        return _receipt(with_wakes(watch), event, kept=False)
    kept = begin_promise(watch, after=promised_after(watch, event.at))
    return _receipt(kept, event, kept=True)


def arrive(watch: Watch, event: Arrived) -> Decision:
    if watch.sort is Sort.ROUTINE:
        return keep_promise(watch, event)
    return Decision(_ended(_seen(watch, event)))


def come_back(watch: Watch, event: Sign) -> Decision:
    watch = _seen(watch, event)
    if not _in_window(watch, event.at):
        return _receipt(with_wakes(watch), event, kept=False)
    back = ComeBack(event.verdict, event.at, event.words_at or event.at, event.way)
    if watch.sort is Sort.JOURNEY:
        return Decision(_ended(watch), (), (back,))
    kept = begin_promise(watch, after=promised_after(watch, event.at))
    said = _receipt(kept, event, kept=True)
    return replace(said, orders=(back, *said.orders))


def _seen(watch: Watch, event: Sign) -> Watch:
    """Note a sign of life; what it meant stays hushed until the hush ends (law 7)."""
    last = max(watch.last_sign_at or event.at, event.at)
    watch = replace(watch, last_sign_at=last, owner_unreachable=False)
    if event.hush_until is None or watch.sort is Sort.JOURNEY:
        return watch
    hush = Hush(event.hush_until, event.verdict)
    if watch.hush is not None:
        forced = Verdict.FORCED in {watch.hush.verdict, event.verdict}
        until = min(watch.hush.until, event.hush_until)
        hush = Hush(until, Verdict.FORCED if forced else Verdict.GENUINE)
    return replace(watch, hush=hush)


def _in_window(watch: Watch, at: datetime) -> bool:
    return watch.due_at is not None and at >= watch.due_at - watch.terms.early


def _ended(watch: Watch) -> Watch:
    return with_wakes(
        replace(watch, stage=Stage.RESTING, due_at=None, silent_at=None, pending=(), hush=None)
    )


def _receipt(watch: Watch, event: Sign, *, kept: bool) -> Decision:
    """Say "Noted"; the routine says it for all watches of a person."""
    if watch.sort is Sort.JOURNEY:
        return Decision(watch)
    if watch.due_at is None:
        return Decision(watch, (_to_owner(watch, Kind.RECEIPT, at=event.at),))
    kind = Kind.RECEIPT if kept else Kind.TOO_EARLY
    return Decision(watch, (_to_owner(watch, kind, at=event.at, due=watch.due_at),))


def _to_owner(watch: Watch, kind: Kind, **facts: datetime | str | int) -> Notice:
    return Notice(watch.owner, kind, facts)


# --- Time --------------------------------------------------------------------------------------


def pass_time(watch: Watch, event: TimePassed) -> Decision:
    """Apply all that is due until `wake_at` lies ahead (law 2)."""
    notices: tuple[Notice, ...] = ()
    orders: tuple[Order, ...] = ()
    for _ in range(_TURNS):
        if watch.wake_at is None or watch.wake_at > event.at:
            return Decision(watch, notices, orders)
        step = _turn(watch, event)
        watch = with_wakes(step.watch)
        notices, orders = notices + step.notices, orders + step.orders
    raise NeverAtRestError


def _turn(watch: Watch, event: TimePassed) -> Decision:
    at = event.at
    if watch.hush is not None and watch.hush.until <= at:
        return _end_hush(watch, at)
    pending = next((one for one in watch.pending if ripe(watch, one, at)), None)
    if pending is not None:
        return take_effect(watch, pending, at)
    match watch.stage:
        case Stage.RESTING:
            return _rest_on(watch, at)
        case Stage.WAITING:
            return _wait_on(watch, event)
        case Stage.LATE:
            return _grow_late(watch, at)
        case Stage.MISSED:
            return _stay_silent(watch, at)


def _end_hush(watch: Watch, at: datetime) -> Decision:
    assert watch.hush is not None
    free = with_wakes(replace(watch, hush=None))
    if watch.hush.verdict is Verdict.FORCED:
        return Decision(free, (), (RaiseAlarm(Cause.FORCED, since=at),))
    return Decision(free)


def _rest_on(watch: Watch, at: datetime) -> Decision:
    if watch.paused_until is not None and watch.paused_until <= at:
        woken = begin_promise(replace(watch, paused_until=None), after=watch.paused_until)
        return Decision(woken, _break_over(woken))
    assert watch.unwatched_at is not None
    told = replace(watch, unwatched_at=at + _DAY)
    return Decision(told, (), (TellOffice(Kind.NO_WATCH),))


def _break_over(watch: Watch) -> tuple[Notice, ...]:
    assert watch.due_at is not None
    return (_to_owner(watch, Kind.BREAK_OVER, due=watch.due_at),)


def _wait_on(watch: Watch, event: TimePassed) -> Decision:
    due = watch.due_at
    assert due is not None
    covered = watch.sort is Sort.ROUTINE and event.covered_until is not None
    if covered and event.covered_until is not None and due <= event.covered_until:
        if due <= event.at:
            return Decision(begin_promise(watch, after=due))
        return Decision(replace(watch, nudged=True))
    if due > event.at:
        kind = Kind.JOURNEY_HALFWAY if watch.sort is Sort.JOURNEY else Kind.NUDGE
        facts = {"until": due} if watch.sort is Sort.JOURNEY else {"due": due}
        return Decision(replace(watch, nudged=True), (Notice(watch.owner, kind, facts),))
    late = replace(watch, stage=Stage.LATE, late_at=event.at, reminded_at=None, reminders=0)
    return Decision(late)


def _grow_late(watch: Watch, at: datetime) -> Decision:
    if grace_end(watch) <= at and watch.reminders:
        return _miss(watch, at, Cause.MISSED if watch.sort is Sort.ROUTINE else Cause.JOURNEY)
    assert watch.due_at is not None
    # After an outage only the newest of several overdue reminders is worth saying.
    due = watch.due_at
    said = sum(1 for one in watch.terms.reminders if due + one.after <= at) or 1
    reminders = watch.terms.reminders[: max(said, 1)]
    sound = reminders[-1].sound if reminders else True
    watch = replace(watch, reminders=max(said, watch.reminders + 1))
    if watch.owner_unreachable:
        return Decision(watch)
    if watch.sort is Sort.JOURNEY:
        notice = _to_owner(watch, Kind.JOURNEY_LATE, eta=due)
    else:
        notice = _to_owner(watch, Kind.REMINDER, until=grace_end(watch))
    return Decision(watch, (replace(notice, silent=not sound),))


def _miss(watch: Watch, at: datetime, cause: Cause) -> Decision:
    assert watch.due_at is not None
    missed = drop_weaker(replace(watch, stage=Stage.MISSED, silent_at=_next_silence(watch, at)))
    practice = watch.practice_until is not None and at < watch.practice_until
    since = watch.last_sign_at or watch.begun_at or watch.due_at
    return Decision(missed, (), (RaiseAlarm(cause, since, practice=practice),))


def _stay_silent(watch: Watch, at: datetime) -> Decision:
    still = replace(watch, silent_at=_next_silence(watch, at))
    since = watch.last_sign_at or watch.begun_at or at
    return Decision(still, (), (RaiseAlarm(Cause.STILL_SILENT, since),))


def _next_silence(watch: Watch, at: datetime) -> datetime:
    if watch.sort is Sort.JOURNEY:
        return at + _DAY
    following = promised_after(watch, at)
    return begin_promise(watch, after=max(following, at)).due_at or at + _DAY


def hear_nothing(watch: Watch, event: Deaf) -> Decision:
    """End a hush on the clock, and alarm unheard where the terms say so."""
    if watch.hush is not None and watch.hush.until <= event.at:
        return _end_hush(watch, event.at)
    unheard = watch.stage in {Stage.WAITING, Stage.LATE}
    if unheard and watch.deaf_at is not None and watch.deaf_at <= event.at:
        missed = _miss(watch, event.at, Cause.UNHEARD)
        return replace(missed, watch=with_wakes(missed.watch))
    return Decision(watch)


# --- Telling the owner, and the end of an alarm --------------------------------------------------


def start_fair_chance(watch: Watch, event: OwnerTold) -> Decision:
    if watch.reminded_at is not None:
        return Decision(watch)
    return Decision(with_wakes(replace(watch, reminded_at=event.at)))


def miss_owner(watch: Watch, event: OwnerUnreachable) -> Decision:
    if watch.owner_unreachable:
        return Decision(watch)
    lost = replace(watch, owner_unreachable=True)
    return Decision(lost, (), (TellOffice(Kind.SUBJECT_UNREACHABLE),))


def note_missed_owner(watch: Watch, event: OwnerUnreachable) -> Decision:
    return Decision(replace(watch, owner_unreachable=True))


def watch_on(watch: Watch, event: AlarmClosed) -> Decision:
    if event.outcome in {Outcome.SAFE, Outcome.FALSE_ALARM}:
        if watch.sort is Sort.JOURNEY:
            return Decision(_ended(watch))
        return Decision(begin_promise(replace(watch, silent_at=None), after=event.at))
    if watch.sort is Sort.JOURNEY:
        return Decision(_ended(watch))
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
    (Stage.RESTING, OwnerUnreachable): note_missed_owner,
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
    (Stage.MISSED, OwnerUnreachable): note_missed_owner,
    (Stage.MISSED, AlarmClosed): watch_on,
}
