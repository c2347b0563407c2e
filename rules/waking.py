"""Time for a promise: nudges, reminders, grace, the miss, and what waits for its moment.

Law 2: after `TimePassed` the next wake lies ahead. Law 3: silence is judged by heard time alone.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from rules.changing import begin_anew, drop_weaker, ripe, take_effect
from rules.events import Cause, Deaf, State, TimePassed, Verdict
from rules.notices import Kind, Notice
from rules.promising import (
    begin_promise,
    grace_end,
    next_reminder_at,
    promised_after,
    reminders_of,
    with_wakes,
)
from rules.signs import to_owner
from rules.watch import Decision, GoAway, Order, RaiseAlarm, Sort, Stage, TellOffice, Watch

_DAY = timedelta(days=1)

#: More turns than any life needs between two looks; beyond it the rules themselves are wrong.
_TURNS = 400


class NeverAtRestError(Exception):
    """A watch could not be brought to a moment ahead: the rules turn in a circle."""


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
            return _grow_late(watch, event)
        case _:  # missed
            return _stay_silent(watch, at)


def _end_hush(watch: Watch, at: datetime) -> Decision:
    assert watch.hush is not None
    given_at, state = watch.last_sign_at or at, watch.hush.state
    free = with_wakes(replace(watch, hush=None))
    # Whoever has left was kept until it is known what their last sign meant.
    goes = () if watch.left_at is None else (GoAway(),)
    if watch.hush.verdict is Verdict.FORCED:
        return Decision(free, (), (RaiseAlarm(Cause.FORCED, since=given_at, state=state), *goes))
    if state is not State.CALM:
        return Decision(free, (), (RaiseAlarm(Cause.WARNED, since=given_at, state=state), *goes))
    return Decision(free, (), goes)


def _rest_on(watch: Watch, at: datetime) -> Decision:
    if watch.paused_until is not None and watch.paused_until <= at:
        woken = begin_anew(replace(watch, paused_until=None), after=watch.paused_until)
        return Decision(woken, _break_over(woken))
    assert watch.unwatched_at is not None
    told = replace(watch, unwatched_at=at + _DAY)
    return Decision(told, (), (TellOffice(Kind.NO_WATCH),))


def _break_over(watch: Watch) -> tuple[Notice, ...]:
    assert watch.due_at is not None
    return (to_owner(watch, Kind.BREAK_OVER, due=watch.due_at),)


def _wait_on(watch: Watch, event: TimePassed) -> Decision:
    due = watch.due_at
    assert due is not None
    if _waits_for_a_journey(watch, event):
        return Decision(replace(watch, nudged=True) if due > event.at else _pass_over(watch, event))
    if due > event.at:
        if event.deaf_from is not None:
            # Its time has passed unheard; by now it would only confuse.
            return Decision(replace(watch, nudged=True))
        kind = Kind.JOURNEY_HALFWAY if watch.sort is Sort.JOURNEY else Kind.NUDGE
        facts = {"until": due} if watch.sort is Sort.JOURNEY else {"due": due}
        return Decision(replace(watch, nudged=True), (Notice(watch.owner, kind, facts),))
    late = replace(watch, stage=Stage.LATE, late_at=event.at, reminded_at=None, reminders=0)
    return Decision(late)


def _waits_for_a_journey(watch: Watch, event: TimePassed | Deaf) -> bool:
    if watch.sort is Sort.JOURNEY or watch.due_at is None or event.covered_until is None:
        return False
    return watch.due_at <= event.covered_until


def _pass_over(watch: Watch, event: TimePassed | Deaf) -> Watch:
    """Promise anew after all deadlines that a journey covers, in one step (law 25)."""
    assert event.covered_until is not None
    assert watch.due_at is not None
    return begin_promise(watch, after=max(watch.due_at, min(event.covered_until, event.at)))


def _grow_late(watch: Watch, event: TimePassed) -> Decision:
    at = event.at
    if next_reminder_at(watch) is None:
        return _miss(watch, at, Cause.MISSED if watch.sort is Sort.ROUTINE else Cause.JOURNEY)
    assert watch.due_at is not None
    # After an outage only the newest of several overdue reminders is worth saying.
    due = watch.due_at
    overdue = [one for one in reminders_of(watch) if due + one.after <= at]
    watch = replace(watch, reminders=len(overdue))
    if watch.owner_unreachable:
        return Decision(watch)
    if event.deaf_from is not None and watch.late_at == at and due > event.deaf_from:
        # It may have been sent and lost on the way to us: we say so, and give a fair chance.
        facts = {"from": event.deaf_from, "to": at, "by": grace_end(watch)}
        notice = Notice(watch.owner, Kind.OUTAGE_OVER, facts)
    elif watch.sort is Sort.JOURNEY:
        notice = to_owner(watch, Kind.JOURNEY_LATE, eta=due)
    else:
        notice = to_owner(watch, Kind.REMINDER, until=grace_end(watch))
    return Decision(watch, (replace(notice, silent=not overdue[-1].sound),))


def _miss(watch: Watch, at: datetime, cause: Cause) -> Decision:
    assert watch.due_at is not None
    missed = drop_weaker(replace(watch, stage=Stage.MISSED, silent_at=_next_silence(watch, at)))
    since = watch.last_sign_at or watch.begun_at or watch.due_at
    return Decision(missed, (), (RaiseAlarm(cause, since, practice=_practises(watch, at)),))


def _stay_silent(watch: Watch, at: datetime) -> Decision:
    still = replace(watch, silent_at=_next_silence(watch, at))
    since = watch.last_sign_at or watch.begun_at or at
    still_silent = RaiseAlarm(Cause.STILL_SILENT, since, practice=_practises(watch, at))
    return Decision(still, (), (still_silent,))


def _practises(watch: Watch, at: datetime) -> bool:
    return watch.practice_until is not None and at < watch.practice_until


def _next_silence(watch: Watch, at: datetime) -> datetime:
    if watch.sort is Sort.JOURNEY:
        return at + _DAY
    following = promised_after(watch, at)
    return begin_promise(watch, after=max(following, at)).due_at or at + _DAY


def hear_nothing(watch: Watch, event: Deaf) -> Decision:
    """End a hush on the clock, and alarm unheard where the terms say so, until `deaf_at` is ahead.

    Deadlines that a journey covers wait for it, heard or not.
    """
    orders: tuple[Order, ...] = ()
    # At most three turns: a hush, deadlines that wait for a journey, and one that is missed.
    while watch.deaf_at is not None and watch.deaf_at <= event.at:
        if watch.hush is not None and watch.hush.until <= event.at:
            step = _end_hush(watch, event.at)
        elif watch.stage is Stage.WAITING and _waits_for_a_journey(watch, event):
            step = Decision(_pass_over(watch, event))
        else:
            step = _miss(watch, event.at, Cause.UNHEARD)
        watch = with_wakes(step.watch)
        orders += step.orders
    return Decision(watch, (), orders)
