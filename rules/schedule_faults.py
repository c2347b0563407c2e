"""What is wrong with a schedule or with its seasons: all faults at once, as words for machines."""

from collections.abc import Iterator
from datetime import time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfoNotFoundError

from rules.schedule import (
    EVERY_DAY,
    ONE_WEEK,
    DailyAt,
    Every,
    Schedule,
    Season,
    Slot,
    zone_named,
)

LONGEST_SEASON = timedelta(days=366)

# Names that are files in a tz directory, yet no places: they change from machine to machine.
NO_PLACES = frozenset({"localtime", "posixrules", "Factory"})


class Fault(StrEnum):
    """What is wrong with a schedule or with a season laid over it."""

    UNKNOWN_ZONE = "unknown-zone"  #: not a place of the tz database
    NO_TIMES = "no-times"  #: nothing would ever be due
    NO_WEEKDAYS = "no-weekdays"  #: a time that falls on no day
    BAD_WEEKDAY = "bad-weekday"  #: a weekday outside 0 to 6
    DUPLICATE_TIMES = "duplicate-times"  #: the same time twice on one weekday
    ZONED_TIME = "zoned-time"  #: a time of day that brings a zone of its own
    UNEVEN_TIME = "uneven-time"  #: finer than a minute, so that no screen could show it
    PERIOD_NOT_POSITIVE = "period-not-positive"  #: due at once, or in the past
    PERIOD_TOO_LONG = "period-too-long"  #: over a week
    NEVER_ASLEEP = "never-asleep"  #: `wake` and `sleep` are the same time
    NAIVE_MOMENT = "naive-moment"  #: an ETA that does not say its zone
    SEASON_BACKWARDS = "season-backwards"  #: it ends before it begins
    SEASON_TOO_LONG = "season-too-long"  #: over 366 days, so that it would not end by itself
    SEASON_WITHOUT_DAILY_TIMES = "season-without-daily-times"  #: laid over a period: no effect


def faults(schedule: Schedule, seasons: tuple[Season, ...] = ()) -> tuple[Fault, ...]:
    """Return everything that is wrong, each fault once; empty when the schedule may be used."""
    found: list[Fault] = []
    if isinstance(schedule, DailyAt):
        found.extend(_faults_of_zone(schedule.zone))
        found.extend(_faults_of_slots(schedule.slots))
        if not schedule.slots:
            found.append(Fault.NO_TIMES)
    elif isinstance(schedule, Every):
        found.extend(_faults_of_period(schedule))
        if seasons:
            found.append(Fault.SEASON_WITHOUT_DAILY_TIMES)
    elif schedule.eta.tzinfo is None:
        found.append(Fault.NAIVE_MOMENT)
    for season in seasons:
        found.extend(_faults_of_season(season))
    return tuple(dict.fromkeys(found))


def _faults_of_zone(key: str) -> Iterator[Fault]:
    # "right/..." counts leap seconds, half a minute away from everybody else's clock.
    if key in NO_PLACES or key.startswith(("posix/", "right/")):
        yield Fault.UNKNOWN_ZONE
        return
    try:
        zone_named(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield Fault.UNKNOWN_ZONE


def _faults_of_slots(slots: tuple[Slot, ...]) -> Iterator[Fault]:
    pairs = [(slot.at, weekday) for slot in slots for weekday in slot.weekdays]
    if len(set(pairs)) < len(pairs):
        yield Fault.DUPLICATE_TIMES
    for slot in slots:
        if not slot.weekdays:
            yield Fault.NO_WEEKDAYS
        if not slot.weekdays <= EVERY_DAY:
            yield Fault.BAD_WEEKDAY
        yield from _faults_of_time(slot.at)


def _faults_of_time(at: time) -> Iterator[Fault]:
    if at.tzinfo is not None:
        yield Fault.ZONED_TIME
    if at.second or at.microsecond:
        yield Fault.UNEVEN_TIME


def _faults_of_period(every: Every) -> Iterator[Fault]:
    yield from _faults_of_zone(every.zone)
    yield from _faults_of_time(every.wake)
    yield from _faults_of_time(every.sleep)
    if every.period <= timedelta(0):
        yield Fault.PERIOD_NOT_POSITIVE
    if every.period > ONE_WEEK:
        yield Fault.PERIOD_TOO_LONG
    if every.wake == every.sleep:
        yield Fault.NEVER_ASLEEP


def _faults_of_season(season: Season) -> Iterator[Fault]:
    if season.last < season.first:
        yield Fault.SEASON_BACKWARDS
    if season.last - season.first >= LONGEST_SEASON:
        yield Fault.SEASON_TOO_LONG
    yield from _faults_of_slots(season.slots)
