"""Stories of an alarm on its ladder: who is told, when the next are, and that it never rests."""

from dataclasses import replace
from itertools import pairwise

import pytest

from rules.alarm import Kind, Stage
from rules.events import (
    Cause,
    Escalated,
    Finding,
    Repeated,
    Reported,
    TimePassed,
    Told,
    Unreachable,
)
from rules.notices import Kind as Say
from rules.people import Contact, Coordinator, Part, Roster
from rules.terms import Group, Rung
from tests.rules.cast import (
    ANA,
    AUNT,
    BEN,
    CLEO,
    FRIEND,
    HOUR,
    LAWYER,
    MINUTE,
    NEIGHBOUR,
    ROSTER,
    SHE,
    STRANGER,
    at,
    back,
    heard_by,
    opened,
    play,
    raised,
    readers,
    told,
)

SHORT = (Rung((Group.DUTY,), 20 * MINUTE), Rung((Group.ALL,), 30 * MINUTE))


def asked_at(notices):
    return {one.to for one in notices if one.kind in {Say.ALARM, Say.ASK}}


# --- Opening -------------------------------------------------------------------------------------


def test_the_first_rung_is_told_when_it_opens():
    alarm, said = opened().alarm, opened().notices

    assert alarm.asked == alarm.asked_now == {ANA, NEIGHBOUR}
    assert [(one.to, one.kind, one.first) for one in said] == [
        (ANA, Say.ALARM, True),
        (NEIGHBOUR, Say.ASK, True),
    ]
    assert said[0].facts == {
        "number": 12,
        "subject": SHE,
        "cause": "missed",
        "since": at("09:02"),
        "level": "medium",
        "next_at": at("21:20"),
        "minutes": 0,
    }
    assert said[1].facts == {"subject": SHE, "since": at("09:02"), "cause": "missed"}


def test_a_rung_without_anybody_is_passed_at_once():
    alone = replace(ROSTER, coordinators=(Coordinator(ANA, reachable=False), Coordinator(BEN)))
    ladder = (Rung((Group.LAWYER,), HOUR), Rung((ANA,), HOUR), Rung((Group.ALL,), HOUR))
    nobody = replace(alone, contacts=())

    assert opened(ladder=ladder, roster=nobody).alarm.rung == 2
    assert asked_at(opened(ladder=ladder, roster=nobody).notices) == {BEN}


def test_when_nobody_can_be_reached_all_coordinators_are_tried():
    lost = ROSTER.without(ANA, BEN, CLEO, NEIGHBOUR, FRIEND, LAWYER, AUNT)

    assert asked_at(opened(roster=lost).notices) == {ANA, BEN, CLEO}


def test_an_alarm_in_an_empty_house_goes_on_trying():
    alarm = opened(roster=Roster()).alarm
    for _ in range(5):
        assert alarm.stage is Stage.RAISED
        alarm = play(alarm, TimePassed(alarm.wake_at), roster=Roster())[0]
    assert asked_at(play(alarm, TimePassed(alarm.wake_at))[1]) == {ANA, BEN, CLEO, LAWYER, AUNT}


# --- Climbing ------------------------------------------------------------------------------------


def test_the_ladder_counts_from_the_telling():
    alarm = told(opened().alarm, "21:04", ANA)
    assert alarm.wake_at == at("21:24")

    alarm, said, _ = play(alarm, TimePassed(at("21:23")))
    assert (alarm.rung, said) == (0, [])
    alarm, said, _ = play(alarm, TimePassed(at("21:24")))
    assert (alarm.rung, asked_at(said)) == (1, {BEN, FRIEND})
    assert said[0].facts["minutes"] == 24


def test_only_the_first_telling_of_a_rung_counts():
    assert told(raised(), "21:10", ANA, NEIGHBOUR).wake_at == at("21:20")
    assert told(raised(), "21:10", CLEO).wake_at == at("21:20")


def test_after_an_outage_nobody_is_told_two_rungs_in_one_breath():
    alarm, said, _ = play(raised(), TimePassed(at("09:00", day=3)))

    assert (alarm.rung, asked_at(said)) == (1, {BEN, FRIEND})
    assert alarm.wake_at == at("09:05", day=3)


def test_a_rung_that_nobody_was_told_of_for_five_minutes_is_passed_and_coordinators_hear_it():
    alarm, said, _ = play(opened().alarm, TimePassed(at("21:05")))

    assert alarm.rung == 1
    assert readers(said, Say.NOBODY_TOLD) == [ANA, BEN, CLEO]
    again = play(alarm, TimePassed(at("21:10")))[1]
    assert readers(again, Say.NOBODY_TOLD) == []


def test_a_rung_is_passed_when_the_last_of_its_people_is_lost_or_declines():
    alarm, said, _ = play(raised(), Unreachable(at("21:02"), NEIGHBOUR))
    assert (alarm.rung, said) == (0, [])

    alarm, said, _ = play(alarm, Unreachable(at("21:03"), ANA, declined=True))
    assert (alarm.rung, asked_at(said)) == (1, {BEN, FRIEND})
    assert alarm.unreachable == {NEIGHBOUR}


def test_who_is_lost_is_not_asked_again():
    alarm = play(raised(), Unreachable(at("21:02"), BEN))[0]
    assert asked_at(play(alarm, TimePassed(at("21:20")))[1]) == {CLEO, FRIEND}


def test_another_takes_the_place_of_a_lost_coordinator_on_duty():
    alarm = play(raised(ladder=(SHORT[0], SHORT[0])), Unreachable(at("21:02"), ANA))[0]
    assert alarm.asked_now == {BEN, CLEO}


# --- At the top ----------------------------------------------------------------------------------


def test_the_last_rung_repeats_at_growing_gaps_of_at_most_six_hours():
    alarm, gaps, last = raised(ladder=SHORT[1:]), [], at("21:00")
    for _ in range(8):
        alarm, said, _ = play(alarm, TimePassed(alarm.wake_at))
        assert asked_at(said) == {ANA, BEN, CLEO}
        gaps.append(alarm.rung_at - last)
        last = alarm.rung_at
        alarm = play(alarm, Told(alarm.rung_at, ANA))[0]

    assert gaps == [HOUR / 2, HOUR, 2 * HOUR, 4 * HOUR, *[6 * HOUR] * 4]


def test_untold_it_repeats_at_growing_gaps_too():
    alarm, moments = opened(ladder=SHORT[1:]).alarm, []
    while len(moments) < 10:
        alarm, said, _ = play(alarm, TimePassed(alarm.wake_at))
        moments.append(alarm.rung_at)
        assert {ANA, BEN, CLEO} <= {one.to for one in said}
    gaps = [(b - a) // MINUTE for a, b in pairwise(moments)]

    assert gaps == [10, 20, 40, 80, 160, 320, 360, 360, 360]


def test_where_everybody_is_lost_they_are_tried_at_growing_gaps():
    alarm, moments = opened(ladder=SHORT[1:]).alarm, []
    while len(moments) < 5:
        lost = (Unreachable(alarm.rung_at + MINUTE, one) for one in sorted(alarm.asked_now))
        alarm, said, _ = play(alarm, *lost)
        assert said == []
        alarm, said, _ = play(alarm, TimePassed(alarm.wake_at))
        assert asked_at(said) == {ANA, BEN, CLEO}
        moments.append((alarm.rung_at - at("21:00")) // MINUTE)

    assert moments == [5, 15, 35, 75, 155]


def test_no_rung_is_told_twice_within_five_minutes():
    alarm, said, _ = play(raised(ladder=SHORT[1:]), Escalated(at("21:02"), ANA))
    assert (said, alarm.wake_at) == ([], at("21:05"))

    alarm, said, _ = play(
        alarm, *(Unreachable(at("21:03"), one, declined=True) for one in (ANA, BEN, CLEO))
    )
    assert (said, alarm.wake_at) == ([], at("21:05"))
    assert asked_at(play(alarm, TimePassed(at("21:05")))[1]) == {ANA, BEN, CLEO}


def test_a_rung_shorter_than_five_minutes_waits_five_before_it_repeats():
    quick = (Rung((Group.ALL,), MINUTE),)
    alarm, said, _ = play(raised(ladder=quick), TimePassed(at("21:01")))
    assert (said, alarm.wake_at) == ([], at("21:05"))


# --- Further causes ------------------------------------------------------------------------------


def test_a_further_cause_is_told_to_the_coordinators_who_know():
    alarm, said, _ = play(raised(), Repeated(at("21:10"), Cause.STILL_SILENT))

    assert alarm.causes == (Cause.MISSED, Cause.STILL_SILENT)
    assert [(one.to, one.kind) for one in said] == [(ANA, Say.STILL_SILENT)]


def test_a_second_cry_for_help_asks_the_next_people_now():
    alarm, said, _ = play(raised(Kind.SOS), Repeated(at("21:01"), Cause.SOS))
    assert alarm.rung == 1
    assert asked_at(said) == {ANA, BEN, CLEO, NEIGHBOUR, FRIEND, AUNT}

    assert play(raised(Kind.SOS), Repeated(at("21:01"), Cause.LOCKED))[0].rung == 0
    assert len(play(raised(), *[Repeated(at("21:10"), Cause.MISSED)] * 30)[0].causes) == 20


# --- Drills --------------------------------------------------------------------------------------


def test_a_drill_ends_after_its_last_rung_with_its_report():
    alarm = told(opened(Kind.DRILL, ladder=SHORT).alarm, "21:00", ANA)
    alarm, said, _ = play(alarm, TimePassed(at("21:20")), Told(at("21:20"), BEN))
    assert asked_at(said) == {ANA, BEN, CLEO}

    alarm, said, orders = play(alarm, TimePassed(at("21:50")))
    assert (alarm.stage, len(orders)) == (Stage.CLOSED, 1)
    report = next(one for one in said if one.kind is Say.DRILL_REPORT)
    assert (report.facts["asked"], report.facts["answered"]) == (3, 0)
    assert heard_by(said, CLEO) == [Say.DRILL_REPORT, Say.CLOSED]


# --- After the end -------------------------------------------------------------------------------


def test_whoever_is_told_after_the_end_is_told_the_end():
    closed = play(opened().alarm, back("21:01"))[0]
    assert closed.stage is Stage.CLOSED

    assert heard_by(play(closed, Told(at("21:02"), FRIEND))[1], FRIEND) == [
        Say.LOOKING,
        Say.ALL_WELL,
    ]
    for person in (ANA, NEIGHBOUR):  # they were told the end when it was closed
        after_it, said, _ = play(closed, Told(at("21:02"), person))
        assert (said, person in after_it.told) == ([], True)
    lost = play(closed, Unreachable(at("21:02"), ANA))[0]
    assert (lost.unreachable, lost.wake_at) == ({ANA}, None)


# --- Whom no alarm knows -------------------------------------------------------------------------


@pytest.mark.parametrize("kind", list(Kind))
def test_the_subject_is_never_told_even_as_a_coordinator(kind):
    among = replace(ROSTER, coordinators=(Coordinator(SHE, on_duty=True), *ROSTER.coordinators))
    alarm = opened(kind, roster=among).alarm
    for _ in range(6):
        alarm, said, _ = play(
            alarm,
            Told(at("21:00"), SHE),
            Unreachable(at("21:00"), SHE),
            Reported(at("21:00"), ANA, Finding.IN_DANGER),
            TimePassed(alarm.wake_at or at("23:00")),
            roster=among,
        )
        assert SHE not in {one.to for one in said}
    assert SHE not in alarm.told
    assert SHE not in alarm.unreachable


def test_strangers_change_nothing():
    alarm = raised()
    events = (
        Reported(at("21:05"), STRANGER, Finding.IN_DANGER),
        Escalated(at("21:05"), STRANGER),
        Escalated(at("21:05"), NEIGHBOUR),
    )
    assert play(alarm, *events) == (alarm, [], [])


def test_a_contact_named_by_herself_alone_is_asked_under_that_name():
    named = (Rung((FRIEND,), HOUR), Rung((Group.ALL,), HOUR))
    assert asked_at(opened(ladder=named).notices) == {FRIEND}

    removed = replace(ROSTER, contacts=(Contact(NEIGHBOUR, Part.NEAR),))
    assert asked_at(opened(ladder=named, roster=removed).notices) == {ANA}
