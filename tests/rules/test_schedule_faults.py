"""What is wrong with a schedule: each fault alone, all at once, and none for a good one."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from rules.schedule import DailyAt, Every, Season, Slot, Until, slots_at
from rules.schedule_faults import Fault, faults

MORNING_AND_NIGHT = DailyAt(slots_at(time(9), time(21)), "Asia/Dushanbe")
WEEKDAYS = frozenset({0, 1, 2, 3, 4})
HOURS = timedelta(hours=1)
GOOD_EVERY = Every(4 * HOURS, "UTC", time(7), time(22))
FEW_DAYS = Season(date(2026, 2, 18), date(2026, 2, 20), slots_at(time(4)))


@pytest.mark.parametrize(
    ("schedule", "seasons", "named"),
    [
        (MORNING_AND_NIGHT, (FEW_DAYS, replace(FEW_DAYS, slots=())), ()),
        (GOOD_EVERY, (), ()),
        (Until(datetime(2026, 5, 1, tzinfo=UTC)), (FEW_DAYS,), ()),
        (DailyAt((), "UTC"), (), ("no-times",)),
        (DailyAt(slots_at(time(9), weekdays=frozenset()), "UTC"), (), ("no-weekdays",)),
        (DailyAt(slots_at(time(9), weekdays=frozenset({7})), "UTC"), (), ("bad-weekday",)),
        (DailyAt(slots_at(time(9), time(9)), "UTC"), (), ("duplicate-times",)),
        (DailyAt((Slot(time(9), WEEKDAYS), Slot(time(9), frozenset({6}))), "UTC"), (), ()),
        (DailyAt(slots_at(time(9, tzinfo=UTC)), "UTC"), (), ("zoned-time",)),
        (DailyAt(slots_at(time(9, 0, 1)), "UTC"), (), ("uneven-time",)),
        (DailyAt(slots_at(time(9, 0, 0, 1)), "UTC"), (), ("uneven-time",)),
        (replace(GOOD_EVERY, period=timedelta(0)), (), ("period-not-positive",)),
        (replace(GOOD_EVERY, period=timedelta(days=7)), (), ()),
        (replace(GOOD_EVERY, period=timedelta(days=7, minutes=1)), (), ("period-too-long",)),
        (replace(GOOD_EVERY, wake=time(22)), (), ("never-asleep",)),
        (GOOD_EVERY, (FEW_DAYS,), ("season-without-daily-times",)),
        (Until(datetime(2026, 5, 1)), (), ("naive-moment",)),  # noqa: DTZ001 - the fault itself
        (MORNING_AND_NIGHT, (replace(FEW_DAYS, last=date(2026, 2, 17)),), ("season-backwards",)),
        (MORNING_AND_NIGHT, (replace(FEW_DAYS, last=date(2027, 2, 18)),), ()),
        (MORNING_AND_NIGHT, (replace(FEW_DAYS, last=date(2027, 2, 19)),), ("season-too-long",)),
        (MORNING_AND_NIGHT, (replace(FEW_DAYS, slots=slots_at(time(9), time(9))),),
         ("duplicate-times",)),
        (
            Every(-HOURS, "Mars/Base", time(7, tzinfo=UTC), time(7, 0, 1)),
            (replace(FEW_DAYS, last=date(2026, 1, 1)), replace(FEW_DAYS, last=date(2026, 1, 1))),
            ("unknown-zone", "zoned-time", "uneven-time", "period-not-positive",
             "season-without-daily-times", "season-backwards"),
        ),
    ],
)  # fmt: skip
def test_every_fault_is_named_at_once(schedule, seasons, named):
    assert faults(schedule, seasons) == named


def test_each_fault_has_a_word_of_its_own():
    assert len({fault.value for fault in Fault}) == 14
    assert all(fault == fault.name.lower().replace("_", "-") for fault in Fault)


@pytest.mark.parametrize(
    "zone",
    ["", "Berlin", "America", "../UTC", "/etc/localtime", "localtime", "posixrules", "Factory",
     "right/UTC", "posix/UTC", "zone.tab", "a\0b", "x" * 5000, "\ud800", "Europe/Berlin "],
)  # fmt: skip
def test_what_is_no_place_is_no_zone(zone):
    assert faults(replace(MORNING_AND_NIGHT, zone=zone)) == ("unknown-zone",)
