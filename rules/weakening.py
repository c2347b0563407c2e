"""What is wrong with terms, and whether a change makes somebody less safe (law 9, laws 18 and 19).

`faults` says everything at once, as words for machines. Removing a contact is no weakening: the
duty coordinator takes their place.
"""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from rules import schedule_faults
from rules.schedule import (
    DailyAt,
    Every,
    Routine,
    Season,
    Slot,
    Until,
    local,
    longest_gap,
    zone_named,
)
from rules.templates import STRONG_WAYS
from rules.terms import Group, Level, Terms, Way

_COORDINATORS = frozenset({Group.DUTY, Group.SECOND, Group.TWO, Group.ALL})
_LONGEST_GRACE = timedelta(hours=12)
_DAY = timedelta(days=1)
_WEEK_MINUTES = 7 * 24 * 60
#: One day with daylight saving and one without, in either half of the world.
_SOME_DAYS = (date(2026, 1, 15), date(2026, 7, 15))
_QUARTER = timedelta(minutes=15)


class Fault(StrEnum):
    """What is wrong with terms. A schedule's own faults stand beside these."""

    NO_LADDER = "no-ladder"  #: nobody would ever be told
    EMPTY_RUNG = "empty-rung"  #: a rung without people
    RUNG_WITHOUT_WAIT = "rung-without-wait"  #: it would be over at once
    NO_COORDINATOR = "no-coordinator"  #: the ladder never reaches the organisation
    FAMILY_FIRST = "family-first"  #: family is never on the first rung
    GRACE_TOO_LONG = "grace-too-long"  #: over twelve hours, or longer than the gap it follows
    NO_GRACE = "no-grace"  #: nobody could be reminded
    EARLY_TOO_LONG = "early-too-long"  #: one note could keep two promises
    HIGH_WITHOUT_STRONG_WAY = "high-without-strong-way"  #: a tap can be forced by anybody
    ENDS_ASLEEP = "ends-asleep"  #: the ladder ends when nobody is awake (law 23)
    NO_WAY = "no-way"  #: no agreed way to give a sign of life
    REMINDER_AFTER_GRACE = "reminder-after-grace"  #: it could never be said


def faults(terms: Terms) -> tuple[str, ...]:
    """Return everything wrong with `terms`, each fault once; empty when they may be agreed to."""
    found: list[str] = [str(one) for one in schedule_faults.faults(terms.schedule, terms.seasons)]
    found += [str(one) for one in _faults_of_ladder(terms)]
    if terms.grace <= timedelta(0):
        found.append(Fault.NO_GRACE)
    longer_than_its_gap = not found and terms.grace >= _shortest_gap(terms)
    if longer_than_its_gap or terms.grace > _LONGEST_GRACE:
        found.append(Fault.GRACE_TOO_LONG)
    if any(reminder.after >= terms.grace for reminder in terms.reminders if reminder.after):
        found.append(Fault.REMINDER_AFTER_GRACE)
    if not found and terms.early >= _shortest_gap(terms):
        found.append(Fault.EARLY_TOO_LONG)
    if not terms.ways - {Way.HEARD}:
        found.append(Fault.NO_WAY)
    if terms.level is Level.HIGH and not terms.ways & STRONG_WAYS:
        found.append(Fault.HIGH_WITHOUT_STRONG_WAY)
    return tuple(str(one) for one in dict.fromkeys(found))


def _faults_of_ladder(terms: Terms) -> list[Fault]:
    found = []
    if not terms.ladder:
        return [Fault.NO_LADDER]
    if any(not rung.whom for rung in terms.ladder):
        found.append(Fault.EMPTY_RUNG)
    if any(rung.wait <= timedelta(0) for rung in terms.ladder):
        found.append(Fault.RUNG_WITHOUT_WAIT)
    if not any(_COORDINATORS & set(rung.whom) for rung in terms.ladder):
        found.append(Fault.NO_COORDINATOR)
    if Group.FAMILY in terms.ladder[0].whom:
        found.append(Fault.FAMILY_FIRST)
    return found


def _shortest_gap(terms: Terms) -> timedelta:
    """Return how close two deadlines come, as the wall clock counts; a journey has but one."""
    if isinstance(terms.schedule, Until):
        return timedelta.max
    if isinstance(terms.schedule, Every):
        return terms.schedule.period
    plans = [terms.schedule.slots, *(season.slots for season in terms.seasons)]
    return min(_shortest_between(slots) for slots in plans)


def _shortest_between(slots: tuple[Slot, ...]) -> timedelta:
    minutes = sorted(
        day * 1440 + slot.at.hour * 60 + slot.at.minute for slot in slots for day in slot.weekdays
    )
    week = zip(minutes, [*minutes[1:], *minutes[:1]], strict=True)
    gaps = ((after - before) % _WEEK_MINUTES or _WEEK_MINUTES for before, after in week)
    return min(gaps, default=_WEEK_MINUTES) * timedelta(minutes=1)


def ends_asleep(terms: Terms, awake_from: time, awake_to: time, awake_zone: str) -> bool:
    """Say whether a ladder begun at one of the deadlines ends when nobody is awake (law 23).

    Asked of summer and of winter, and of the times of seasons too. Every N hours may fall on any
    quarter of an hour of the owner's waking hours. Equal times mean that somebody is awake day and
    night. The zone is that of the hours.
    """
    if awake_from == awake_to or isinstance(terms.schedule, Until):
        return False
    climb = terms.grace + _reach(terms)
    ends = (
        _shifted(day, at, climb, terms.schedule.zone, awake_zone)
        for day in _SOME_DAYS
        for at in _times(terms.schedule, terms.seasons)
    )
    return any(not _within(end, awake_from, awake_to) for end in ends)


def is_awake(at: datetime, awake_from: time, awake_to: time, awake_zone: str) -> bool:
    """Say whether somebody is awake at `at`, by the hours of the house in their zone."""
    return awake_from == awake_to or _within(local(at, awake_zone).time(), awake_from, awake_to)


def _times(schedule: Routine, seasons: tuple[Season, ...]) -> set[time]:
    if isinstance(schedule, DailyAt):
        plans = [schedule.slots, *(season.slots for season in seasons)]
        return {slot.at for slots in plans for slot in slots}
    wakes = datetime.combine(_SOME_DAYS[0], schedule.wake)
    awake = (datetime.combine(_SOME_DAYS[0], schedule.sleep) - wakes) % _DAY
    return {(wakes + n * _QUARTER).time() for n in range(awake // _QUARTER)}


def _shifted(day: date, at: time, by: timedelta, from_zone: str, to_zone: str) -> time:
    begun = datetime.combine(day, at, zone_named(from_zone))
    return (begun.astimezone(UTC) + by).astimezone(zone_named(to_zone)).time()


def _within(at: time, start: time, end: time) -> bool:
    return start <= at < end if start < end else at >= start or at < end


def weakens(old: Terms, new: Terms) -> bool:
    """Say whether `new` makes the person less safe than `old` (law 19)."""
    plan, newer = old.schedule, new.schedule
    if isinstance(plan, Until) or isinstance(newer, Until):
        return True
    return (
        longest_gap(newer, new.seasons) > longest_gap(plan, old.seasons)
        or plan.zone != newer.zone
        or new.grace > old.grace
        or new.early > old.early
        or min(new.ways, default=Way.TAP) < min(old.ways, default=Way.TAP)
        or _reach(new) > _reach(old)
        or _until_the_office(new) > _until_the_office(old)
        or new.hold > old.hold
        or new.cooling < old.cooling
        or new.pause_alone > old.pause_alone
        or new.pause_with_yes > old.pause_with_yes
        or new.journey_longest > old.journey_longest
        or new.journey_grace > old.journey_grace
        or new.extensions > old.extensions
        or new.extension > old.extension
        or new.sos_contacts_after > old.sos_contacts_after
        or new.confirmers < old.confirmers
        or new.closers < old.closers
        or (old.question and not new.question)
        or _never(new.self_confirms) < _never(old.self_confirms)
        or _never(new.alarm_when_deaf) > _never(old.alarm_when_deaf)
        or not _tells_as_many(old, new)
    )


def weakens_by_zone_or_way(old: Terms, new: Terms) -> bool:
    """Say whether a change must wait even when it was asked for by code or card (law 19)."""
    if isinstance(old.schedule, Until) or isinstance(new.schedule, Until):
        return True
    return old.schedule.zone != new.schedule.zone or min(new.ways, default=Way.TAP) < min(
        old.ways, default=Way.TAP
    )


def _reach(terms: Terms) -> timedelta:
    """Return how long it takes until the last rung is told."""
    return sum((rung.wait for rung in terms.ladder[:-1]), timedelta(0))


def _until_the_office(terms: Terms) -> timedelta:
    """Return how long it takes until the first coordinator is told."""
    waits = timedelta(0)
    for rung in terms.ladder:
        if _COORDINATORS & set(rung.whom):
            break
        waits += rung.wait
    return waits


def _never(span: timedelta | None) -> timedelta:
    return timedelta.max if span is None else span


def _tells_as_many(old: Terms, new: Terms) -> bool:
    """Say whether `new` names all coordinators, or at least the groups of them that `old` names."""
    return Group.ALL in _offices(new) or _offices(old) <= _offices(new)


def _offices(terms: Terms) -> frozenset[Group]:
    groups = {one for rung in terms.ladder for one in rung.whom if isinstance(one, Group)}
    return frozenset(groups & _COORDINATORS)
