"""When a check-in is due, compared with somebody who watches the clock on the wall all week.

The watcher goes through the minutes in UTC and only ever asks what the wall shows, so that it
shares neither a line nor an idea with the rule that goes from the wall to UTC.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rules.schedule import DailyAt, Every, Season, Slot, longest_gap, next_due, slots_at
from rules.schedule_faults import faults

pytestmark = pytest.mark.slow  # watches many walls for many days

ZONES = [
    "UTC",
    "Africa/Cairo",  # changes at midnight, gave it up and took it up again
    "Africa/Casablanca",  # changes with the fasting month
    "America/Caracas",  # moved by half an hour, twice
    "America/Havana",
    "America/New_York",
    "America/Sao_Paulo",
    "America/Scoresbysund",
    "Antarctica/Troll",  # two hours at once
    "Asia/Beirut",
    "Asia/Dushanbe",
    "Asia/Gaza",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Pyongyang",
    "Asia/Tehran",
    "Australia/Lord_Howe",  # half an hour of daylight saving
    "Europe/Berlin",
    "Pacific/Apia",  # had no 30 December 2011
    "Pacific/Chatham",
    "Pacific/Kiritimati",  # had no 31 December 1994
    "Pacific/Kwajalein",  # had no 21 August 1993
]
LEFT_OUT = {("Pacific/Apia", 2011), ("Pacific/Kiritimati", 1994), ("Pacific/Kwajalein", 1993)}
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def wall(moment, zone):
    return moment.astimezone(zone).replace(tzinfo=None)


def offset(moment, zone):
    return moment.astimezone(zone).utcoffset()


def minutes(first, last) -> Iterator[datetime]:
    while first < last:
        yield first
        first += MINUTE


@cache
def changes(key):
    """The minutes at which the offset of a zone changes, 1990 to 2040."""
    zone, found = ZoneInfo(key), []
    for n in range(50 * 365):
        low = datetime(1990, 1, 2, tzinfo=UTC) + n * DAY
        high = low + DAY
        if offset(low, zone) != offset(high, zone):
            while high - low > MINUTE:
                middle = low + (high - low) // 2 // MINUTE * MINUTE
                same = offset(middle, zone) == offset(low, zone)
                low, high = (middle, high) if same else (low, middle)
            found.append(high)
    return found


def watch_the_wall(schedule, seasons, first, last):
    """Return the due moments in (first, last], found by watching the wall clock go by."""
    zone = ZoneInfo(schedule.zone)
    owed, seen, expected = set(), set(), None

    def times_of(named):
        return {(slot.at, weekday) for slot in named for weekday in slot.weekdays}

    usual, special = times_of(schedule.slots), [(s, times_of(s.slots)) for s in seasons]

    def asked_for(shown):
        today = shown.date()
        times = next((t for s, t in special if s.first <= today <= s.last), usual)
        return (shown.time(), shown.weekday()) in times

    for minute in minutes(first - 30 * HOUR, last + MINUTE):
        shown = wall(minute, zone)
        for skipped in minutes(expected or shown, shown):
            if asked_for(skipped):
                owed.add(minute + (skipped - expected))
        if shown not in seen and asked_for(shown):
            owed.add(minute)
        seen.add(shown)
        expected = shown + MINUTE
    return sorted(due for due in owed if first < due <= last)


def call_on(schedule, seasons, first, last):
    found = []
    while (due := next_due(schedule, first, seasons)) is not None and due <= last:
        found.append(due)
        first = due
    return found


zones = st.sampled_from(ZONES)
any_minute = st.integers(0, 49 * 365 * 1440).map(
    lambda n: datetime(1990, 1, 10, tzinfo=UTC) + n * MINUTE
)
small_hours = st.builds(time, st.integers(0, 3), st.sampled_from([0, 5, 15, 30, 45, 59]))
wall_times = small_hours | st.builds(time, st.integers(0, 23), st.integers(0, 59))
weekdays = st.just(frozenset(range(7))) | st.frozensets(st.integers(0, 6), min_size=1)
slots = st.lists(st.builds(Slot, wall_times, weekdays), min_size=1, max_size=4).map(tuple)


def moments(key):
    """Mostly the days around a change of the clocks, where there are any."""
    near = [
        st.builds(
            lambda at, n: at + n * MINUTE, st.sampled_from(changes(key)), st.integers(-2880, 1440)
        )
    ] * 3
    return st.one_of(*(near if changes(key) else []), any_minute)


@st.composite
def plans(draw):
    schedule = DailyAt(draw(slots), draw(zones))
    assume(not faults(schedule))
    return schedule, draw(moments(schedule.zone))


@st.composite
def seasons_around(draw, moment, *, few=0, longest=5):
    spans = st.tuples(st.integers(-6, 6), st.integers(0, longest), st.just(()) | slots)
    return tuple(
        Season(moment.date() + first * DAY, moment.date() + (first + length) * DAY, times)
        for first, length, times in draw(st.lists(spans, min_size=few, max_size=3))
    )


@settings(deadline=None, max_examples=150)
@given(plans(), st.data())
def test_what_is_due_is_what_somebody_watching_the_wall_would_call(plan, data):
    schedule, start = plan
    seasons = data.draw(seasons_around(start))
    end = start + 3 * DAY
    assert call_on(schedule, seasons, start, end) == watch_the_wall(schedule, seasons, start, end)


@pytest.mark.parametrize("zone", [zone for zone in ZONES if changes(zone)])
def test_over_the_last_changes_of_a_zone_nothing_is_lost_or_said_twice(zone):
    schedule = DailyAt(slots_at(*(time(h, m) for h in range(24) for m in (0, 20, 30))), zone)
    place = ZoneInfo(zone)
    left_out = [
        at for at in changes(zone) if offset(at, place) - offset(at - MINUTE, place) > DAY / 2
    ]
    for change in [*left_out, *changes(zone)[-2:]]:
        start, end = change - 27 * HOUR, change + 27 * HOUR
        assert call_on(schedule, (), start, end) == watch_the_wall(schedule, (), start, end)


@settings(deadline=None)
@given(plans(), st.integers(0, 10**6), st.integers(0, 20 * 1440))
def test_due_moments_march_forward_and_stand_still_until_they_come(plan, part, later):
    schedule, after = plan
    due = next_due(schedule, after)
    assert due.tzinfo is UTC
    assert after < due <= after + 16 * DAY
    between = after + (due - after) * part / (10**6 + 1)
    assert next_due(schedule, between) == due
    assert next_due(schedule, after + later * MINUTE) >= due


@settings(deadline=None)
@given(plans())
def test_two_notes_are_never_closer_than_the_wall_says_less_the_change_of_the_clocks(plan):
    schedule, after = plan
    week = {n * DAY + timedelta(hours=s.at.hour, minutes=s.at.minute)
            for s in schedule.slots for n in s.weekdays}  # fmt: skip
    closest = min(b - a for a, b in pairwise([*sorted(week), min(week) + 7 * DAY]))
    dues = call_on(schedule, (), after, after + 8 * DAY)
    for one, other in pairwise(dues):
        hours = int((other - one) / HOUR) + 26
        shown = [offset(other - n * HOUR, ZoneInfo(schedule.zone)) for n in range(hours)]
        assert other - one >= closest - (max(shown) - min(shown))
        assert other > one


def owed_in(year, zone, hours):
    # Minutes that differ within the half hour: no two times meet when one is moved by a gap.
    times = [time(hour, 7 * n) for n, hour in enumerate(hours)]
    first, end = (datetime(y, 1, 1, tzinfo=ZoneInfo(zone)) for y in (year, year + 1))
    schedule = DailyAt(slots_at(*times), zone)
    return len(call_on(schedule, (), first.astimezone(UTC) - MINUTE, end.astimezone(UTC) - MINUTE))


@settings(deadline=None, max_examples=60)
@given(st.integers(1990, 2036), zones, st.lists(st.integers(0, 23), min_size=1, max_size=3))
def test_a_year_owes_one_note_for_each_day_and_time(year, zone, hours):
    assume((zone, year) not in LEFT_OUT)
    days = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    assert owed_in(year, zone, hours) == days * len(hours)


@pytest.mark.parametrize(("zone", "year"), [("Pacific/Apia", 2011), ("Pacific/Kwajalein", 1993)])
def test_a_year_that_left_out_a_date_owes_one_day_less(zone, year):
    assert owed_in(year, zone, [0, 9, 23]) == 364 * 3


@st.composite
def waking_hours(draw):
    wake, awake = draw(st.integers(0, 1439)), draw(st.integers(180, 1260))
    wake, sleep = (time(n // 60, n % 60) for n in (wake, (wake + awake) % 1440))
    period = MINUTE * draw(st.integers(1, 36 * 60) | st.integers(1, 7 * 1440))
    every = Every(period, draw(zones), wake, sleep)
    return every, draw(moments(every.zone))


@settings(deadline=None, max_examples=80)
@given(waking_hours(), st.integers(0, 3 * 1440))
def test_every_few_hours_lets_people_sleep_and_no_longer(plan, later):
    every, check_in = plan
    due = next_due(every, check_in)
    earliest = check_in + every.period
    wakes = watch_the_wall(DailyAt(slots_at(every.wake), every.zone), (), earliest - 2 * DAY, due)
    sleeps = watch_the_wall(DailyAt(slots_at(every.sleep), every.zone), (), earliest - 2 * DAY, due)
    last_wake_before = max(at for at in wakes if at <= earliest)
    asleep = max(at for at in sleeps if at <= earliest) >= last_wake_before
    # Either they are awake when the period is over, or the first waking after it is the moment.
    assert due == (min(at for at in wakes if at > earliest) if asleep else earliest)
    assert max(sleeps) < due or not asleep
    shown = [offset(due - n * HOUR, ZoneInfo(every.zone)) for n in range(72)]
    assert due - check_in <= longest_gap(every) + (max(shown) - min(shown))
    assert next_due(every, check_in + later * MINUTE) >= due


@settings(deadline=None, max_examples=60)
@given(slots, st.data())
def test_the_longest_gap_is_the_longest_silence_that_happens(times, data):
    schedule, middle = DailyAt(times, "UTC"), data.draw(any_minute)
    assume(not faults(schedule))
    seasons = data.draw(seasons_around(middle, few=1, longest=25))
    dues = call_on(schedule, seasons, middle - 30 * DAY, middle + 60 * DAY)
    assert longest_gap(schedule, seasons) == max(b - a for a, b in pairwise(dues))
