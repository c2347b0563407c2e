"""When the next check-in is due: wall times, weekdays, zones, daylight saving, journeys.

Three laws of the wall clock hold throughout. A time that does not exist, because the clocks go
forward over it, falls at the same elapsed moment: 02:30 in a gap of one hour is 03:30. A time that
comes twice counts once, the first time. The times of a date that a zone leaves out whole fall at
the same elapsed moments too, which are those of the next date; nothing is due twice at an instant.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

EVERY_DAY = frozenset(range(7))
ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(days=7)

# Two weeks, because a weekly slot may fall on the very date that a zone leaves out.
FORTNIGHT_DAYS = 14


@dataclass(frozen=True, slots=True)
class Slot:
    """A time of day, in whole minutes, on these weekdays (Monday is 0)."""

    at: time
    weekdays: frozenset[int] = EVERY_DAY


@dataclass(frozen=True, slots=True)
class DailyAt:
    """A check-in is due at these times, as the clocks on the wall of `zone` (IANA) show them."""

    slots: tuple[Slot, ...]
    zone: str


@dataclass(frozen=True, slots=True)
class Every:
    """A check-in is due one period after the last one, or on waking if that falls in sleep.

    The owner is awake from `wake` until just before `sleep`, also across midnight.
    """

    period: timedelta
    zone: str
    wake: time
    sleep: time


@dataclass(frozen=True, slots=True)
class Until:
    """A journey: one check-in is due, at this aware moment."""

    eta: datetime


@dataclass(frozen=True, slots=True)
class Season:
    """From `first` to `last`, both included, these slots stand in place of the usual ones.

    Dates and times are local to the schedule it is laid over. No slots: nothing is due.
    Where seasons overlap, the one named first holds.
    """

    first: date
    last: date
    slots: tuple[Slot, ...]


Routine = DailyAt | Every
Schedule = Routine | Until


class NaiveMomentError(ValueError):
    """A moment was given without its zone, so that nobody can say when it is."""


def slots_at(*times: time, weekdays: frozenset[int] = EVERY_DAY) -> tuple[Slot, ...]:
    """Return one slot for each of `times`, all on the same weekdays."""
    return tuple(Slot(at, weekdays) for at in times)


def next_due(
    schedule: Schedule, after: datetime, seasons: tuple[Season, ...] = ()
) -> datetime | None:
    """Return the first moment (aware UTC) at which a check-in is due strictly after `after`.

    For `Every`, `after` is the last check-in. Seasons matter to `DailyAt` alone. None means that
    the journey's ETA is past, or that the plan has no times at all.
    Raises NaiveMomentError; ZoneInfoNotFoundError for a zone unknown here.
    """
    if after.tzinfo is None:
        raise NaiveMomentError
    # Python adds and compares within one zone by the wall clock; in UTC it counts what elapses.
    after = after.astimezone(UTC)
    if isinstance(schedule, DailyAt):
        return _next_daily(schedule, after, seasons)
    if isinstance(schedule, Every):
        return _next_awake(schedule, after + schedule.period)
    if schedule.eta.tzinfo is None:
        raise NaiveMomentError
    arrival = schedule.eta.astimezone(UTC)
    return arrival if arrival > after else None


def longest_gap(schedule: Routine, seasons: tuple[Season, ...] = ()) -> timedelta:
    """Return the longest silence that a schedule without faults allows, as the wall clock counts.

    It does not depend on today: with seasons it is the longest of any week, theirs included.
    For `Every` it is the period and one night. A plan without times allows `timedelta.max`.
    """
    if isinstance(schedule, Every):
        night = _since_midnight(schedule.wake) - _since_midnight(schedule.sleep)
        return schedule.period + night % ONE_DAY
    some_day = date(2001, 1, 1)
    plain = _widest(schedule, (), some_day, some_day + 2 * ONE_WEEK)
    spans = _with_a_plain_week_around(seasons)
    return max([plain, *(_widest(schedule, seasons, *span) for span in spans)])


def local(moment: datetime, zone: str) -> datetime:
    """Return `moment` as the clocks on the wall of `zone` show it, for words."""
    if moment.tzinfo is None:
        raise NaiveMomentError
    return moment.astimezone(zone_named(zone))


@cache
def zone_named(key: str) -> ZoneInfo:
    """Return the rules of a zone; raises ZoneInfoNotFoundError, ValueError or OSError."""
    # ZoneInfo holds only the last eight zones by itself; a sweep meets many more.
    return ZoneInfo(key)


def _moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    # With fold 0 both laws of the wall clock hold (PEP 495): in a gap the offset before it, and of
    # a time that comes twice the first.
    return datetime.combine(day, at, zone).replace(fold=0).astimezone(UTC)


def _slots_on(daily: DailyAt, seasons: tuple[Season, ...], day: date) -> tuple[Slot, ...]:
    for season in seasons:
        if season.first <= day <= season.last:
            return season.slots
    return daily.slots


def _next_daily(daily: DailyAt, after: datetime, seasons: tuple[Season, ...]) -> datetime | None:
    zone = zone_named(daily.zone)
    # Yesterday too: the times of a date that was left out fall on the day after it.
    first = after.astimezone(zone).date().toordinal() - 1
    last = max([first, *(season.last.toordinal() for season in seasons)]) + FORTNIGHT_DAYS + 2
    due: datetime | None = None
    for number in range(first, last):
        day = date.fromordinal(number)
        found = due is not None
        for slot in _slots_on(daily, seasons, day):
            if day.weekday() in slot.weekdays:
                moment = _moment(day, slot.at, zone)
                if moment > after and (due is None or moment < due):
                    due = moment
        # One day beyond the first that has a due time: what falls in a gap moves past later times.
        if found:
            break
    return due


def _next_awake(every: Every, due: datetime) -> datetime:
    zone = zone_named(every.zone)
    today = due.astimezone(zone).date()
    night = ONE_DAY if every.sleep <= every.wake else timedelta(0)
    # From the day before yesterday: it may end at a sleep that a left-out date put on today.
    days = [today + n * ONE_DAY for n in range(-2, 4)]
    hours = ((_moment(d, every.wake, zone), _moment(d + night, every.sleep, zone)) for d in days)
    # A gap in the clocks can swallow short waking hours whole; then the next day's count.
    return next(max(due, wakes) for wakes, sleeps in hours if wakes < sleeps and due < sleeps)


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute)


def _widest(daily: DailyAt, seasons: tuple[Season, ...], first: date, last: date) -> timedelta:
    days = (first + n * ONE_DAY for n in range((last - first).days + 1))
    walls = sorted(
        datetime.combine(day, slot.at)
        for day in days
        for slot in _slots_on(daily, seasons, day)
        if day.weekday() in slot.weekdays
    )
    return max((after - before for before, after in pairwise(walls)), default=timedelta.max)


def _with_a_plain_week_around(seasons: tuple[Season, ...]) -> list[tuple[date, date]]:
    spans: list[tuple[date, date]] = []
    for first, last in sorted((s.first - ONE_WEEK, s.last + ONE_WEEK) for s in seasons):
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
        else:
            spans.append((first, last))
    return spans
