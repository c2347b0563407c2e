"""One promise: how it begins, when it is reminded of, when its grace ends, when to look again.

`with_wakes` is the only place that says when time changes something; every rule ends in it.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from rules.schedule import Every, next_due
from rules.terms import Leave, Reminder
from rules.watch import Pending, Sort, Stage, Watch

_FAIR_CHANCE = timedelta(minutes=10)


def begin_promise(watch: Watch, *, after: datetime) -> Watch:
    """Return the watch waiting for its first deadline strictly later than `after`."""
    return with_wakes(
        replace(
            watch,
            stage=Stage.WAITING,
            due_at=next_due(watch.terms.schedule, after, watch.terms.seasons),
            nudged=False,
            reminders=0,
            late_at=None,
            reminded_at=None,
            silent_at=None,
            unwatched_at=None,
            # Of a chat that closed while nothing was asked nobody has heard yet.
            owner_unreachable=watch.owner_unreachable and watch.stage is not Stage.RESTING,
        )
    )


def promised_after(watch: Watch, at: datetime) -> datetime:
    """Return from when the next promise counts, once this one has been kept at `at`.

    A note that came early keeps the promise that is running and does not ask for it twice.
    "Every N hours" counts from the note itself (DECISIONS.md, 4).
    """
    if isinstance(watch.terms.schedule, Every) or watch.due_at is None:
        return at
    return max(at, watch.due_at)


def grace_end(watch: Watch) -> datetime:
    """Return when silence becomes a missed promise: never before a fair chance after the reminder.

    The chance runs from the telling; where nobody could be told, from the deciding, so that a
    chat that is gone does not hold the alarm back.
    """
    assert watch.due_at is not None
    grace = _grace(watch)
    reminded = watch.reminded_at or watch.late_at or watch.due_at
    return max(watch.due_at + grace, reminded + min(grace, _FAIR_CHANCE))


def reminders_of(watch: Watch) -> tuple[Reminder, ...]:
    """Return the reminders that fall within the grace; one at the deadline where none does.

    A journey's grace is often shorter than the routine's: what comes after it must not hold the
    alarm back.
    """
    within = [one for one in watch.terms.reminders if one.after < _grace(watch)]
    return tuple(sorted(within, key=lambda one: one.after)) or (Reminder(timedelta(0)),)


def next_reminder_at(watch: Watch) -> datetime | None:
    """Return when the next reminder is said; None when all have been."""
    assert watch.due_at is not None
    left = reminders_of(watch)[watch.reminders :]
    return watch.due_at + left[0].after if left else None


def nudge_at(watch: Watch) -> datetime | None:
    """Return when a silent word comes before the deadline; None when none does any more."""
    if watch.nudged or watch.due_at is None:
        return None
    if watch.sort is Sort.ROUTINE:
        return None if watch.terms.nudge is None else watch.due_at - watch.terms.nudge
    begun, halfway = watch.begun_at, watch.terms.halfway
    if begun is None or halfway is None or watch.due_at - begun <= halfway:
        return None
    return begun + (watch.due_at - begun) / 2


def with_wakes(watch: Watch) -> Watch:
    """Return the watch with the next moments at which time changes something, heard or unheard."""
    moments = [watch.hush.until] if watch.hush is not None else []
    moments += [at for one in watch.pending if (at := pending_at(watch, one)) is not None]
    match watch.stage:
        case Stage.RESTING:
            moments += [at for at in (watch.paused_until, watch.unwatched_at) if at is not None]
        case Stage.WAITING:
            moments += [at for at in (nudge_at(watch), watch.due_at) if at is not None]
        case Stage.LATE:
            reminder = next_reminder_at(watch)
            moments += [grace_end(watch)] if reminder is None else [reminder]
        case _:  # missed
            moments += [watch.silent_at] if watch.silent_at is not None else []
    return replace(watch, wake_at=min(moments, default=None), deaf_at=_deaf_at(watch))


def _grace(watch: Watch) -> timedelta:
    return watch.terms.journey_grace if watch.sort is Sort.JOURNEY else watch.terms.grace


def pending_at(watch: Watch, pending: Pending) -> datetime | None:
    """Return when a pending change takes effect; None while a promise stands in its way.

    Nothing but leaving takes effect at rest: breaks could be strung together, one asked for within
    the other, and no note would ever have to come in between.
    """
    if isinstance(pending.change, Leave):
        return pending.from_at if watch.stage in {Stage.RESTING, Stage.WAITING} else None
    if watch.stage is not Stage.WAITING or watch.due_at is None:
        return None
    return pending.from_at if watch.due_at > pending.from_at else None


def _deaf_at(watch: Watch) -> datetime | None:
    moments = [watch.hush.until] if watch.hush is not None else []
    patience = watch.terms.alarm_when_deaf
    if patience is not None and watch.stage in {Stage.WAITING, Stage.LATE}:
        moments.append(grace_end(watch) + patience)
    return min(moments, default=None)


def covered_until(watches: Iterable[Watch]) -> datetime | None:
    """Return until when routine deadlines wait for a journey (law 25): ETA plus grace."""
    ends = [
        watch.due_at + watch.terms.journey_grace
        for watch in watches
        if watch.sort is Sort.JOURNEY
        and watch.stage in {Stage.WAITING, Stage.LATE}
        and watch.due_at is not None
    ]
    return max(ends, default=None)
