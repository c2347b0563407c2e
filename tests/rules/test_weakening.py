"""What weakens somebody's safety must wait (law 19), and what no terms may say."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.alarming import begin
from rules.events import TimePassed, Told
from rules.people import Contact, Part, PersonId
from rules.schedule import DailyAt, Every, Season, Until, longest_gap, next_due, slots_at
from rules.templates import TEMPLATES
from rules.terms import Group, Level, Reminder, Rung, Way
from rules.weakening import (
    Fault,
    ends_asleep,
    faults,
    is_awake,
    weakens,
    weakens_by_zone_or_way,
)
from tests.rules.cast import FRIEND, HOUR, MINUTE, ROSTER, at, opened, play
from tests.rules.strategies import some_terms, terms

MEDIUM = TEMPLATES[Level.MEDIUM]
#: Everybody a rung may name, so that none is passed over.
FULL = replace(
    ROSTER,
    contacts=(*ROSTER.contacts, Contact(PersonId(b"mate".ljust(16, b".")), Part.FRIEND)),
)
SLOW_LADDER = (Rung((Group.DUTY, Group.NEAR), 30 * MINUTE), *MEDIUM.ladder[1:])
CONTACTS_FIRST = (
    Rung((Group.NEAR,), 10 * MINUTE),
    Rung((Group.DUTY, Group.SECOND), 10 * MINUTE),
    Rung((Group.ALL,), HOUR),
)
ONLY_DUTY = (Rung((Group.DUTY,), MINUTE), Rung((Group.SECOND,), HOUR))


def ways():
    """Some ways in, at least one."""
    return st.frozensets(st.sampled_from(list(Way)), min_size=1)


WEAKER = {
    "a longer gap": {"schedule": DailyAt(slots_at(time(9)), "UTC")},
    "a longer gap in a season": {
        "seasons": (Season(date(2026, 2, 18), date(2026, 3, 19), slots_at(time(19))),)
    },
    "another zone": {"schedule": replace(MEDIUM.schedule, zone="Asia/Tokyo")},
    "a longer grace": {"grace": 61 * MINUTE},
    "a longer early window": {"early": 5 * HOUR},
    "a weaker way": {"ways": frozenset({Way.TAP, Way.SEALED})},
    "a ladder that climbs later": {"ladder": SLOW_LADDER},
    "a ladder that reaches the office later": {"ladder": CONTACTS_FIRST},
    "a ladder that never reaches the office": {"ladder": (Rung((Group.NEAR,), HOUR),)},
    "a ladder that asks fewer of the office": {"ladder": ONLY_DUTY},
    "a longer hold": {"hold": HOUR},
    "a shorter cooling-off": {"cooling": HOUR},
    "a longer break": {"pause_alone": 100 * HOUR},
    "a longer break with a yes": {"pause_with_yes": 1000 * HOUR},
    "a longer journey": {"journey_longest": 13 * HOUR},
    "a longer grace for a journey": {"journey_grace": HOUR},
    "more extensions": {"extensions": 3},
    "longer extensions": {"extension": 2 * HOUR},
    "later contacts after a cry": {"sos_contacts_after": HOUR},
    "a sign that confirms itself": {"self_confirms": 15 * MINUTE},
    "no question any more": {"question": False},
    "a journey for a routine": {"schedule": Until(at("20:00"))},
}
STRICTER = {
    "a shorter grace": {"grace": 30 * MINUTE},
    "one more note": {"schedule": DailyAt(slots_at(time(9), time(14), time(20)), "UTC")},
    "a stronger way": {"ways": frozenset({Way.SEALED})},
    "all of the office at once": {"ladder": (Rung((Group.ALL,), HOUR),)},
    "an alarm when we are deaf": {"alarm_when_deaf": HOUR},
    "two who must be sure": {"confirmers": 2, "closers": 2},
    "a rung that discloses more": {
        "ladder": tuple(replace(rung, sections=(0,)) for rung in MEDIUM.ladder)
    },
    "a rung that discloses nothing": {
        "ladder": tuple(replace(rung, sections=()) for rung in MEDIUM.ladder)
    },
    "somebody never to tell": {"never_tell": frozenset({FRIEND})},
}


@pytest.mark.parametrize("change", WEAKER)
def test_it_weakens(change):
    assert weakens(MEDIUM, replace(MEDIUM, **WEAKER[change]))


@pytest.mark.parametrize("change", STRICTER)
def test_it_does_not_weaken_and_its_undoing_may(change):
    assert not weakens(MEDIUM, replace(MEDIUM, **STRICTER[change]))


def test_undoing_what_guards_weakens():
    guarded = replace(MEDIUM, **STRICTER["two who must be sure"], alarm_when_deaf=HOUR)
    for field in ("confirmers", "closers", "alarm_when_deaf"):
        assert weakens(guarded, replace(guarded, **{field: getattr(MEDIUM, field)}))
    assert weakens(guarded, replace(guarded, alarm_when_deaf=2 * HOUR))
    quick = replace(MEDIUM, self_confirms=15 * MINUTE)
    assert weakens(quick, replace(quick, self_confirms=5 * MINUTE))
    assert not weakens(quick, MEDIUM)


def test_removing_a_contact_is_no_weakening():
    named = replace(MEDIUM, ladder=(Rung((Group.DUTY, FRIEND), 20 * MINUTE), *MEDIUM.ladder[1:]))
    assert not weakens(named, MEDIUM)


@given(terms(), terms())
def test_what_lengthens_silence_always_weakens(old, new):
    longer = longest_gap(new.schedule, new.seasons) + new.grace
    if longer > longest_gap(old.schedule, old.seasons) + old.grace:
        assert weakens(old, new)


@given(terms())
def test_nothing_weakens_by_staying_the_same(same):
    assert not weakens(same, same)
    assert not weakens_by_zone_or_way(same, same)


@given(terms(), terms())
def test_zone_and_way_weaken_whatever_else_changes(old, new):
    assert not weakens_by_zone_or_way(old, new) or weakens(old, new)


@given(ways(), ways())
def test_law_19_a_set_of_ways_is_as_weak_as_its_weakest(old, new):
    before, after = replace(MEDIUM, ways=old), replace(MEDIUM, ways=new)
    weaker = min(new) < min(old)
    assert weakens(before, after) is weakens_by_zone_or_way(before, after) is weaker


def test_even_a_code_does_not_hurry_a_zone_or_a_way():
    for change in ("another zone", "a weaker way", "a journey for a routine"):
        assert weakens_by_zone_or_way(MEDIUM, replace(MEDIUM, **WEAKER[change]))
    assert not weakens_by_zone_or_way(MEDIUM, replace(MEDIUM, **WEAKER["a longer grace"]))


# --- Faults --------------------------------------------------------------------------------------

SEASON = Season(date(2026, 2, 18), date(2026, 3, 19), slots_at(time(18), time(20)))
BAD = {
    Fault.NO_LADDER: {"ladder": ()},
    Fault.EMPTY_RUNG: {"ladder": (*MEDIUM.ladder, Rung((), HOUR))},
    Fault.RUNG_WITHOUT_WAIT: {"ladder": (Rung((Group.DUTY,), timedelta(0)),)},
    Fault.NO_COORDINATOR: {"ladder": (Rung((Group.NEAR, FRIEND), HOUR),)},
    Fault.FAMILY_FIRST: {"ladder": (Rung((Group.DUTY, Group.FAMILY), HOUR),)},
    Fault.GRACE_TOO_LONG: {"grace": 13 * HOUR},
    Fault.NO_GRACE: {"grace": timedelta(0), "reminders": ()},
    Fault.EARLY_TOO_LONG: {"early": 11 * HOUR},
    Fault.HIGH_WITHOUT_STRONG_WAY: {"level": Level.HIGH, "ways": frozenset({Way.PAIR})},
    Fault.NO_WAY: {"ways": frozenset({Way.HEARD})},
    Fault.REMINDER_AFTER_GRACE: {"reminders": (Reminder(HOUR),)},
}


@pytest.mark.parametrize("fault", BAD)
def test_what_no_terms_may_say(fault):
    assert faults(replace(MEDIUM, **BAD[fault])) == (fault,)


def test_every_fault_is_found_somewhere():
    assert set(BAD) | {Fault.ENDS_ASLEEP} == set(Fault)


def test_all_faults_are_said_at_once():
    many = replace(MEDIUM, ladder=(), grace=timedelta(0), schedule=DailyAt((), "Nowhere/Here"))
    assert set(faults(many)) == {
        "unknown-zone",
        "no-times",
        Fault.NO_LADDER,
        Fault.NO_GRACE,
        Fault.REMINDER_AFTER_GRACE,
    }


def test_one_note_may_not_keep_two_promises_nor_outlast_the_next():
    close = replace(MEDIUM, seasons=(SEASON,))  # two hours apart
    assert faults(close) == (Fault.EARLY_TOO_LONG,)
    assert faults(replace(close, early=HOUR, grace=2 * HOUR)) == (Fault.GRACE_TOO_LONG,)
    assert faults(replace(close, early=HOUR)) == ()

    every = replace(MEDIUM, schedule=Every(4 * HOUR, "UTC", time(6), time(23)))
    assert faults(every) == (Fault.EARLY_TOO_LONG,)
    assert faults(replace(every, early=HOUR)) == ()
    assert faults(replace(every, early=HOUR, grace=4 * HOUR)) == (Fault.GRACE_TOO_LONG,)

    empty_season = replace(MEDIUM, seasons=(replace(SEASON, slots=()),))
    assert faults(empty_season) == ()
    assert faults(replace(MEDIUM, schedule=Until(at("20:00")))) == ()


# --- Awake ---------------------------------------------------------------------------------------


def asleep(changed, awake="07:00 23:00", zone="UTC"):
    start, end = (time.fromisoformat(one) for one in awake.split())
    return ends_asleep(replace(MEDIUM, **changed), start, end, zone)


@pytest.mark.parametrize(
    ("hour", "start", "end", "awake"),
    [
        (7, time(7), time(23), True),
        (22, time(7), time(23), True),
        (23, time(7), time(23), False),
        (6, time(7), time(23), False),
        (3, time(20), time(5), True),
        (12, time(20), time(5), False),
        (3, time(0), time(0), True),
    ],
)
def test_the_house_is_awake_by_its_own_clock(hour, start, end, awake):
    at = datetime(2026, 7, 15, hour, tzinfo=ZoneInfo("Asia/Dushanbe")).astimezone(UTC)
    assert is_awake(at, start, end, "Asia/Dushanbe") == awake


def test_a_ladder_must_end_while_somebody_is_awake():
    # Notes at 09:00 and 20:00, an hour of grace, 20 and 30 minutes: the last rung at 21:50.
    assert not asleep({})
    assert not asleep({}, "07:00 21:51")
    assert asleep({}, "07:00 21:50")
    assert asleep({}, "11:00 23:00")
    assert not asleep({}, "21:00 11:00")
    assert asleep({}, "22:00 11:00")
    assert not asleep({}, "07:00 07:00")


def test_it_is_asked_on_the_clock_of_those_who_are_awake():
    dushanbe = {"schedule": replace(MEDIUM.schedule, zone="Asia/Dushanbe")}
    # 10:50 and 21:50 there are 05:50 and 16:50 in UTC.
    assert asleep(dushanbe)
    assert not asleep(dushanbe, "05:50 23:00")


def test_it_is_asked_of_summer_and_winter():
    dushanbe = {"schedule": DailyAt(slots_at(time(12)), "Asia/Dushanbe")}
    # The last rung at 13:50 is 09:50 in Berlin in winter, and 10:50 in summer.
    assert not asleep(dushanbe, "09:00 11:00", "Europe/Berlin")
    assert asleep(dushanbe, "09:00 10:30", "Europe/Berlin")
    assert asleep(dushanbe, "10:30 20:00", "Europe/Berlin")


def test_it_is_asked_of_the_times_of_a_season():
    fasting = Season(date(2026, 2, 18), date(2026, 3, 19), slots_at(time(3), time(20)))
    assert asleep({"seasons": (fasting,)})


def test_every_so_many_hours_it_is_asked_of_all_waking_hours():
    every = {"schedule": Every(8 * HOUR, "UTC", time(6), time(20))}
    assert not asleep(every, "07:00 22:00")
    assert asleep(every, "09:00 22:00")
    assert asleep(every, "07:00 21:00")


def test_law_23_a_ladder_that_is_not_refused_asks_its_last_rung_while_somebody_is_awake():
    """Live through silence from every deadline of two days, with each rung told at once."""
    asked = 0
    for seed in range(60):
        chance = Random(seed)
        agreed = replace(some_terms(chance), seasons=(), never_tell=frozenset())
        awake = (time(chance.randint(0, 9)), time(chance.randint(14, 23)))
        if ends_asleep(agreed, *awake, "Europe/Berlin"):
            continue
        for day in (datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC)):
            due = next_due(agreed.schedule, day)
            last = last_rung_at(agreed, due).astimezone(ZoneInfo("Europe/Berlin")).time()
            assert awake[0] <= last < awake[1], (seed, day)
            asked += 1
    assert asked > 20


def last_rung_at(agreed, due):
    """Play an alarm for a silence since `due`, told at once and never answered; return its top."""
    begun = opened(terms=agreed, ladder=agreed.ladder)
    alarm = begin(replace(begun.alarm, opened_at=due + agreed.grace), FULL).alarm
    while alarm.rung + 1 < len(alarm.ladder):
        alarm = play(alarm, Told(alarm.rung_at, min(alarm.asked_now)), roster=FULL)[0]
        alarm = play(alarm, TimePassed(alarm.wake_at), roster=FULL)[0]
    return alarm.rung_at


def test_a_journey_has_no_hours_of_its_own():
    assert not asleep({"schedule": Until(at("03:00"))})
