"""When a check-in is due, told by examples: the nights the clocks change, seasons, waking hours."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from rules.schedule import (
    DailyAt,
    Every,
    NaiveMomentError,
    Season,
    Slot,
    Until,
    local,
    longest_gap,
    next_due,
    slots_at,
)

MORNING_AND_NIGHT = DailyAt(slots_at(time(9), time(21)), "Asia/Dushanbe")
WEEKDAYS = frozenset({0, 1, 2, 3, 4})
HOURS = timedelta(hours=1)


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def dues(schedule, after, until, seasons=()):
    """Every due moment in (after, until], as the wall of the schedule's zone shows it."""
    found = []
    while (due := next_due(schedule, after, seasons)) is not None and due <= utc(until):
        found.append(local(due, schedule.zone).strftime("%a %d %H:%M"))
        after = due
    return found


@pytest.mark.parametrize(
    ("zone", "at", "after", "due"),
    [
        ("Asia/Dushanbe", "09:00", "2026-05-01 04:00", "2026-05-02 04:00"),  # at it: the next one
        ("Europe/Berlin", "08:00", "2026-03-28 12:00", "2026-03-29 06:00"),
        ("Europe/Berlin", "08:00", "2026-10-24 12:00", "2026-10-25 07:00"),
        ("Europe/Berlin", "02:30", "2026-03-28 12:00", "2026-03-29 01:30"),  # shown as 03:30
        ("Europe/Berlin", "02:30", "2026-10-24 12:00", "2026-10-25 00:30"),  # the first 02:30
        ("Europe/Berlin", "02:30", "2026-10-25 00:30", "2026-10-26 01:30"),  # not the second
        ("America/Sao_Paulo", "00:30", "2018-11-03 12:00", "2018-11-04 03:30"),  # no midnight
        ("Africa/Cairo", "00:15", "2026-04-23 12:00", "2026-04-23 22:15"),  # shown as 01:15
        ("Asia/Beirut", "00:00", "2026-03-28 12:00", "2026-03-28 22:00"),  # shown as 01:00
        ("America/Havana", "00:30", "2025-11-01 12:00", "2025-11-02 04:30"),  # comes twice
        ("America/Havana", "00:30", "2025-11-02 04:30", "2025-11-03 05:30"),
        ("Asia/Tehran", "00:20", "2022-03-21 12:00", "2022-03-21 20:50"),  # shown as 01:20
        ("Asia/Kolkata", "07:00", "2026-01-01 12:00", "2026-01-02 01:30"),
        ("Asia/Kathmandu", "07:00", "2026-01-01 12:00", "2026-01-02 01:15"),
        ("Australia/Lord_Howe", "02:15", "2025-10-04 12:00", "2025-10-04 15:45"),  # 02:45
        ("Australia/Lord_Howe", "01:45", "2026-04-04 12:00", "2026-04-04 14:45"),
        ("Australia/Lord_Howe", "01:45", "2026-04-04 14:45", "2026-04-05 15:15"),
    ],
)
def test_a_time_is_what_the_clock_on_the_wall_shows(zone, at, after, due):
    daily = DailyAt(slots_at(time.fromisoformat(at)), zone)
    assert next_due(daily, utc(after)) == utc(due)


def test_a_date_that_the_zone_leaves_out_is_owed_no_note_of_its_own():
    nine = DailyAt(slots_at(time(9)), "Pacific/Apia")
    assert dues(nine, utc("2011-12-28 20:00"), "2012-01-01 12:00") == [
        "Thu 29 09:00",
        "Sat 31 09:00",
        "Sun 01 09:00",
    ]


def test_a_weekly_note_on_a_left_out_date_comes_at_the_same_elapsed_moment():
    fridays = DailyAt((Slot(time(9), frozenset({4})),), "Pacific/Apia")
    assert dues(fridays, utc("2011-12-24 00:00"), "2012-01-07 00:00") == [
        "Sat 31 09:00",
        "Fri 06 09:00",
    ]


def test_a_time_moved_out_of_a_gap_may_come_after_later_ones():
    night = DailyAt(slots_at(time(2, 30), time(3), time(3, 30)), "Europe/Berlin")
    assert dues(night, utc("2026-03-28 12:00"), "2026-03-29 12:00") == [
        "Sun 29 03:00",
        "Sun 29 03:30",
    ]


def test_the_night_time_of_a_left_out_date_does_not_hide_the_next_morning():
    # Kwajalein had no Saturday the 21st of August 1993.
    weekend = DailyAt(
        (Slot(time(23), frozenset({5})), Slot(time(8), frozenset({6}))), "Pacific/Kwajalein"
    )
    assert dues(weekend, utc("1993-08-20 00:00"), "1993-08-24 00:00") == [
        "Sun 22 08:00",
        "Sun 22 23:00",
    ]


def test_different_weekdays_may_have_different_times():
    sunday = Slot(time(11), frozenset({6}))
    week = DailyAt((*slots_at(time(7), time(19), weekdays=WEEKDAYS), sunday), "America/Bogota")
    assert dues(week, utc("2026-05-07 23:00"), "2026-05-11 23:00") == [
        "Thu 07 19:00",
        "Fri 08 07:00",
        "Fri 08 19:00",
        "Sun 10 11:00",
        "Mon 11 07:00",
    ]


def test_a_fasting_month_has_its_own_times_and_ends_by_itself():
    fast = Season(date(2026, 2, 18), date(2026, 2, 19), slots_at(time(4), time(23)))
    assert dues(MORNING_AND_NIGHT, utc("2026-02-17 12:00"), "2026-02-20 12:00", (fast,)) == [
        "Tue 17 21:00",
        "Wed 18 04:00",
        "Wed 18 23:00",
        "Thu 19 04:00",
        "Thu 19 23:00",
        "Fri 20 09:00",
    ]


def test_where_seasons_overlap_the_first_named_holds():
    trial = Season(date(2026, 2, 19), date(2026, 2, 19), slots_at(time(12)))
    fast = Season(date(2026, 2, 18), date(2026, 2, 20), slots_at(time(4)))
    window = (utc("2026-02-17 17:00"), "2026-02-20 16:00")
    assert dues(MORNING_AND_NIGHT, *window, (trial, fast)) == [
        "Wed 18 04:00",
        "Thu 19 12:00",
        "Fri 20 04:00",
    ]
    assert dues(MORNING_AND_NIGHT, *window, (fast, trial))[1] == "Thu 19 04:00"


def test_after_the_longest_holidays_the_usual_times_return():
    holidays = tuple(Season(date(y, 1, 1), date(y, 12, 31), ()) for y in (2026, 2027, 2028))
    sundays = DailyAt((Slot(time(9), frozenset({6})),), "Asia/Dushanbe")
    # 1 January 2029 is a Monday.
    assert next_due(sundays, utc("2025-12-30 00:00"), holidays) == utc("2029-01-07 04:00")


def test_a_plan_without_times_is_never_due_except_in_its_season():
    empty = DailyAt((), "Asia/Dushanbe")
    later = Season(date(2027, 1, 1), date(2027, 1, 1), slots_at(time(9)))
    assert next_due(empty, utc("2026-01-01 00:00")) is None
    assert next_due(empty, utc("2026-01-01 00:00"), (later,)) == utc("2027-01-01 04:00")
    assert next_due(empty, utc("2027-01-01 04:00"), (later,)) is None


@pytest.mark.parametrize(
    ("check_in", "due"),
    [
        ("10:00", "14:00"),
        ("17:59", "21:59"),
        ("18:00", "07:00 next"),  # 22:00 is sleep
        ("02:00", "07:00"),
        ("03:00", "07:00"),
    ],
)
def test_every_four_hours_counts_from_the_check_in_and_lets_people_sleep(check_in, due):
    every = Every(timedelta(hours=4), "UTC", wake=time(7), sleep=time(22))
    day = "2026-05-02 " if due.endswith("next") else "2026-05-01 "
    assert next_due(every, utc("2026-05-01 " + check_in)) == utc(day + due.split()[0])


@pytest.mark.parametrize(
    ("check_in", "due"),
    [("22:00", "2026-05-02 01:00"), ("23:00", "2026-05-02 11:00"), ("05:00", "2026-05-01 11:00")],
)
def test_waking_hours_may_cross_midnight(check_in, due):
    night_owl = Every(timedelta(hours=3), "UTC", wake=time(11), sleep=time(2))
    assert next_due(night_owl, utc("2026-05-01 " + check_in)) == utc(due)


def test_hours_elapse_whatever_the_clocks_do():
    every = Every(timedelta(hours=6), "Europe/Berlin", wake=time(0), sleep=time(23))
    evening = datetime(2026, 10, 24, 22, tzinfo=ZoneInfo("Europe/Berlin"))
    assert next_due(every, evening) == utc("2026-10-25 02:00")


def test_someone_who_sleeps_until_a_left_out_date_is_woken_once():
    night_owl = Every(timedelta(hours=3), "Pacific/Apia", wake=time(11), sleep=time(2))
    before = datetime(2011, 12, 29, 21, 30, tzinfo=ZoneInfo("Pacific/Apia"))
    due = next_due(night_owl, before)
    assert local(due, "Pacific/Apia").isoformat() == "2011-12-31T00:30:00+14:00"
    assert next_due(night_owl, due).astimezone(ZoneInfo("Pacific/Apia")).hour == 11


def test_waking_hours_that_a_gap_swallows_give_way_to_the_next_days():
    every = Every(timedelta(hours=1), "Europe/Berlin", wake=time(2, 30), sleep=time(3, 10))
    assert next_due(every, utc("2026-03-28 22:00")) == utc("2026-03-30 00:30")


def test_someone_who_never_sleeps_is_due_after_the_period():
    every = Every(4 * HOURS, "UTC", wake=time(7), sleep=time(7))
    assert next_due(every, utc("2026-05-01 05:00")) == utc("2026-05-01 09:00")


def test_a_journey_is_due_once():
    eta = datetime(2026, 5, 1, 18, 30, tzinfo=timezone(timedelta(hours=5)))
    assert next_due(Until(eta), utc("2026-05-01 13:29")) == utc("2026-05-01 13:30")
    assert next_due(Until(eta), utc("2026-05-01 13:29")).tzinfo is UTC
    assert next_due(Until(eta), utc("2026-05-01 13:30")) is None


def test_a_journey_into_the_hour_that_comes_twice_is_compared_by_what_elapsed():
    berlin = ZoneInfo("Europe/Berlin")
    second = datetime(2026, 10, 25, 2, 10, fold=1, tzinfo=berlin)
    first = datetime(2026, 10, 25, 2, 50, tzinfo=berlin)
    assert next_due(Until(second), first) == utc("2026-10-25 01:10")


@pytest.mark.parametrize(
    "ask",
    [
        lambda naive: next_due(MORNING_AND_NIGHT, naive),
        lambda naive: next_due(Until(naive), utc("2026-05-01 00:00")),
        lambda naive: local(naive, "UTC"),
    ],
)
def test_a_moment_must_say_its_zone(ask):
    with pytest.raises(NaiveMomentError):
        ask(datetime(2026, 5, 1))  # noqa: DTZ001 - a naive moment is what this is about


@pytest.mark.parametrize(
    ("schedule", "seasons", "gap"),
    [
        (MORNING_AND_NIGHT, (), 12 * HOURS),
        (DailyAt(slots_at(time(9), weekdays=WEEKDAYS), "UTC"), (), 72 * HOURS),
        (DailyAt((Slot(time(9), frozenset({6})),), "UTC"), (), 168 * HOURS),
        (DailyAt((), "UTC"), (), timedelta.max),
        (Every(4 * HOURS, "UTC", time(7), time(22)), (), 13 * HOURS),
        (Every(4 * HOURS, "UTC", time(11), time(2)), (), 13 * HOURS),
        # From Tuesday 21:00, over three days off, to Saturday 09:00.
        (MORNING_AND_NIGHT, (Season(date(2026, 2, 18), date(2026, 2, 20), ()),), 84 * HOURS),
        # A season that asks more often, yet leaves 21:00 to 13:00 on its first day.
        (
            MORNING_AND_NIGHT,
            (Season(date(2026, 2, 18), date(2026, 2, 20), slots_at(time(13), time(21))),),
            16 * HOURS,
        ),
        # Two that touch count together; one years later counts alone.
        (
            MORNING_AND_NIGHT,
            (
                Season(date(2028, 2, 18), date(2028, 2, 18), ()),
                Season(date(2026, 2, 19), date(2026, 2, 20), ()),
                Season(date(2026, 2, 18), date(2026, 2, 18), ()),
            ),
            84 * HOURS,
        ),
        # Two holidays that touch, longer than a week each: 12 February 21:00 to 8 March 09:00.
        (
            MORNING_AND_NIGHT,
            (
                Season(date(2027, 2, 13), date(2027, 2, 24), ()),
                Season(date(2027, 2, 25), date(2027, 3, 7), ()),
            ),
            timedelta(days=23, hours=12),
        ),
        # A day of trial within a holiday: its end still counts, 20 February 12:00 to 20 March.
        (
            MORNING_AND_NIGHT,
            (
                Season(date(2027, 2, 20), date(2027, 2, 20), slots_at(time(12))),
                Season(date(2027, 2, 13), date(2027, 3, 19), ()),
            ),
            timedelta(days=27, hours=21),
        ),
    ],
)
def test_the_longest_silence_of_a_week_is_told(schedule, seasons, gap):
    assert longest_gap(schedule, seasons) == gap
