"""Stories of those who help: they take it, give it back, say what they found."""

from dataclasses import replace

import pytest

from rules.alarm import URGENT, Concern, Kind, Stage
from rules.events import (
    Answered,
    ClosingAsked,
    Confirmed,
    Escalated,
    Finding,
    HandedBack,
    Outcome,
    Proof,
    Reported,
    TimePassed,
    Told,
    Unreachable,
)
from rules.notices import Kind as Say
from rules.terms import Group, Rung, Way
from tests.rules.cast import (
    ANA,
    BEN,
    CLEO,
    FRIEND,
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

TOP = (Rung((Group.ALL, Group.NEAR), 30 * MINUTE),)


def asked_at(notices):
    return {one.to for one in notices if one.kind in {Say.ALARM, Say.ASK}}


def held(by=ANA, when="21:05", **kinds):
    return play(raised(**kinds), Answered(at(when), by))[0]


# --- Taking --------------------------------------------------------------------------------------


def test_a_coordinator_who_takes_it_holds_it_as_long_as_agreed():
    alarm, said, _ = play(raised(), Answered(at("21:05"), ANA))

    assert (alarm.stage, alarm.holder, alarm.wake_at) == (Stage.HELD, ANA, at("21:35"))
    taken = next(one for one in said if one.to == ANA)
    assert (taken.kind, taken.facts["by"], taken.facts["until"]) == (Say.TAKEN, ANA, at("21:35"))
    assert heard_by(said, NEIGHBOUR) == [Say.TAKEN_CONTACT]


def test_a_contact_who_answers_holds_it_as_long_as_the_rung_would_have_waited():
    alarm, said, _ = play(raised(), Answered(at("21:05"), NEIGHBOUR))

    assert (alarm.holder, alarm.wake_at) == (NEIGHBOUR, at("21:25"))
    assert heard_by(said, NEIGHBOUR) == []
    assert heard_by(said, ANA) == [Say.TAKEN]


def test_one_contact_cannot_hold_an_alarm_for_ever():
    alarm = raised(ladder=TOP)
    for _ in range(20):
        alarm = play(alarm, Answered(alarm.wake_at - MINUTE, NEIGHBOUR))[0]
        alarm = play(alarm, TimePassed(alarm.wake_at))[0]
        alarm = play(alarm, Told(alarm.rung_at, ANA), Told(alarm.rung_at, NEIGHBOUR))[0]
    held_at_last = play(alarm, Answered(alarm.wake_at - MINUTE, NEIGHBOUR))[0]

    assert held_at_last == alarm
    assert alarm.repeats == 20


def test_a_coordinators_take_may_be_renewed_and_taken_over():
    renewed = play(held(), Answered(at("21:30"), ANA))[0]
    assert (renewed.holder, renewed.wake_at) == (ANA, at("22:00"))

    over, said, _ = play(held(), Answered(at("21:30"), BEN))
    assert over.holder == BEN
    assert heard_by(said, ANA) == heard_by(said, BEN) == [Say.TAKEN]
    from_contact = play(held(NEIGHBOUR), Answered(at("21:10"), BEN))[1]
    assert heard_by(from_contact, NEIGHBOUR) == [Say.PASSED_ON]


def test_whoever_keeps_it_with_them_alone_is_seen_by_the_others():
    alarm = held()
    assert BEN not in alarm.asked
    kept, said, _ = play(alarm, Answered(at("21:30"), ANA))
    assert heard_by(said, BEN) == heard_by(said, CLEO) == [Say.TAKEN]

    again = play(kept, Answered(at("21:55"), ANA))[1]
    assert heard_by(again, BEN) == [Say.TAKEN]
    kept_apart = replace(alarm, never_tell=frozenset({BEN}))
    assert heard_by(play(kept_apart, Answered(at("21:30"), ANA))[1], BEN) == []


def test_after_a_sign_of_life_a_contact_who_had_it_hears_nothing_of_who_has_it_now():
    alarm = play(held(NEIGHBOUR), back("21:10", words="21:20"))[0]

    assert heard_by(play(alarm, Answered(at("21:12"), BEN))[1], NEIGHBOUR) == []


def test_what_somebody_holds_no_contact_takes():
    assert play(held(), Answered(at("21:10"), NEIGHBOUR)) == (held(), [], [])


@pytest.mark.parametrize("kind", sorted(URGENT))
def test_no_contact_delays_a_cry_for_help(kind):
    alarm = play(raised(kind), Told(at("21:01"), NEIGHBOUR))[0]
    alarm = replace(alarm, asked=alarm.asked | {NEIGHBOUR})
    delayed, said, _ = play(alarm, Answered(at("21:02"), NEIGHBOUR))

    assert (delayed.wake_at, said) == (alarm.wake_at, [])


def test_who_cried_for_help_sees_that_it_was_seen():
    said = play(raised(Kind.SOS), Answered(at("21:06"), ANA))[1]
    seen = next(one for one in said if one.to == SHE)

    assert (seen.kind, seen.facts, seen.silent) == (Say.SOS_SEEN, {"at": at("21:06")}, True)
    assert seen.alarm is None


def test_who_takes_it_was_reached_after_all():
    alarm = play(raised(), Unreachable(at("21:01"), BEN), Answered(at("21:05"), BEN))[0]
    assert BEN not in alarm.unreachable


# --- Letting go ----------------------------------------------------------------------------------


def test_when_the_hold_is_over_the_ladder_goes_on_and_the_holder_hears_it():
    alarm, said, _ = play(held(), TimePassed(at("21:35")))
    assert (alarm.stage, alarm.rung, alarm.holder) == (Stage.RAISED, 1, None)
    assert heard_by(said, ANA) == [Say.HOLD_OVER]
    assert asked_at(said) == {BEN, FRIEND}

    said = play(held(NEIGHBOUR), TimePassed(at("21:25")))[1]
    assert heard_by(said, NEIGHBOUR) == [Say.PASSED_ON]


def test_a_hold_that_is_not_over_holds():
    assert play(held(), TimePassed(at("21:34"))) == (held(), [], [])


def test_a_holder_who_cannot_be_reached_holds_no_longer():
    alarm, said, _ = play(held(), Unreachable(at("21:10"), ANA))
    assert (alarm.stage, alarm.rung, alarm.holder) == (Stage.RAISED, 1, None)
    assert asked_at(said) == {BEN, FRIEND}
    assert play(held(), Unreachable(at("21:10"), NEIGHBOUR))[0].holder == ANA


def test_who_hands_it_back_is_thanked_and_the_next_are_asked():
    alarm, said, _ = play(held(), HandedBack(at("21:10"), ANA))
    assert (alarm.stage, alarm.rung) == (Stage.RAISED, 1)
    assert heard_by(said, ANA) == [Say.PASSED_ON]
    assert asked_at(said) == {BEN, FRIEND}
    assert play(held(), HandedBack(at("21:10"), BEN)) == (held(), [], [])


def test_at_the_top_the_others_are_asked_again_but_not_who_gave_it_back():
    alarm, said, _ = play(held(ladder=TOP), HandedBack(at("21:10"), ANA))
    assert readers(said, Say.FREE_AGAIN) == [BEN, CLEO]
    assert alarm.asked_now == {BEN, CLEO}
    assert alarm.wake_at == at("21:15")
    assert told(alarm, "21:11", BEN).wake_at == at("21:41")


def test_the_only_coordinator_is_asked_again_after_handing_back():
    alone = replace(ROSTER, coordinators=ROSTER.coordinators[:1])
    alarm = told(opened(ladder=TOP, roster=alone).alarm, "21:00", ANA)
    alarm, said, _ = play(
        alarm, Answered(at("21:05"), ANA), HandedBack(at("21:10"), ANA), roster=alone
    )
    assert asked_at(said) == {ANA, NEIGHBOUR}
    assert alarm.stage is Stage.RAISED


def test_who_wants_others_asked_has_them_asked_and_the_holder_hears_it():
    alarm, said, _ = play(held(), Escalated(at("21:10"), BEN))
    assert (alarm.stage, alarm.rung, alarm.holder) == (Stage.RAISED, 1, None)
    assert heard_by(said, ANA) == [Say.HOLD_OVER]
    assert heard_by(play(held(), Escalated(at("21:10"), ANA))[1], ANA) == []
    by_contact = play(held(NEIGHBOUR), Escalated(at("21:10"), BEN))[1]
    assert heard_by(by_contact, NEIGHBOUR) == [Say.PASSED_ON]
    assert play(raised(), Escalated(at("21:10"), ANA))[0].rung == 1


# --- What was found ------------------------------------------------------------------------------


def test_a_report_of_safety_ends_nothing():
    alarm, said, _ = play(raised(), Reported(at("21:05"), NEIGHBOUR, Finding.SAFE))
    assert alarm == raised()
    assert [(one.to, one.kind, one.facts["finding"]) for one in said] == [(ANA, Say.FOUND, "safe")]


def test_who_cannot_reach_her_has_the_next_asked_now():
    found = Reported(at("21:05"), NEIGHBOUR, Finding.CANNOT_REACH)
    assert play(raised(), found)[0].rung == 1
    assert play(held(), found)[0] == held()
    assert play(raised(Kind.SOS), Reported(at("21:05"), ANA, Finding.CANNOT_REACH))[0].rung == 0


@pytest.mark.parametrize("alarm", [raised(), held()], ids=["raised", "held"])
def test_danger_is_told_to_all_coordinators_now(alarm):
    alarm, said, _ = play(alarm, Reported(at("21:06"), NEIGHBOUR, Finding.IN_DANGER))

    assert readers(said, Say.FOUND) == [ANA, BEN, CLEO]
    assert {ANA, BEN, CLEO} <= alarm.asked
    lost = ROSTER.without(ANA, BEN, CLEO)
    danger = Reported(at("21:06"), NEIGHBOUR, Finding.IN_DANGER)
    assert readers(play(alarm, danger, roster=lost)[1], Say.FOUND) == [ANA, BEN, CLEO]


def test_after_the_end_danger_is_a_new_worry_and_the_rest_is_over():
    closed = play(raised(), ClosingAsked(at("21:30"), ANA, Outcome.SAFE))[0]

    danger = Reported(at("22:00"), NEIGHBOUR, Finding.IN_DANGER)
    assert play(closed, danger)[2] == [Concern(at("22:00"))]
    assert play(closed, Reported(at("22:00"), NEIGHBOUR, Finding.SAFE)) == (closed, [], [])
    assert play(closed, Reported(at("22:00"), STRANGER, Finding.IN_DANGER)) == (closed, [], [])
    late = [Answered(at("22:00"), NEIGHBOUR), Escalated(at("22:00"), ANA)]
    assert [one.kind for one in play(closed, *late)[1]] == [Say.IT_IS_OVER, Say.IT_IS_OVER]
    assert play(closed, Answered(at("22:00"), STRANGER)) == (closed, [], [])


# --- Who may not ---------------------------------------------------------------------------------


@pytest.mark.parametrize("alarm", [raised(), held(), held(NEIGHBOUR)], ids=["raised", "a", "b"])
@pytest.mark.parametrize("who", [SHE, STRANGER])
def test_neither_she_nor_a_stranger_acts_on_it(alarm, who):
    events = (
        Answered(at("21:10"), who),
        HandedBack(at("21:10"), who),
        Reported(at("21:10"), who, Finding.IN_DANGER),
        Escalated(at("21:10"), who),
        Confirmed(at("21:10"), who, Proof.VOICE),
        ClosingAsked(at("21:10"), who, Outcome.SAFE),
    )
    among = replace(
        ROSTER, coordinators=(*ROSTER.coordinators, replace(ROSTER.coordinators[0], id=SHE))
    )
    assert play(alarm, *events, roster=among) == (alarm, [], [])


def test_a_removed_contact_hears_nothing_but_a_neutral_end_and_may_not_act():
    alarm = held(NEIGHBOUR)
    removed = replace(ROSTER, contacts=ROSTER.contacts[1:])
    events = (
        Reported(at("21:06"), NEIGHBOUR, Finding.IN_DANGER),
        Answered(at("21:07"), BEN),
        back("21:08", way=Way.TAP, words="21:15"),
        TimePassed(at("21:15")),
        TimePassed(at("21:45")),
        Answered(at("21:46"), NEIGHBOUR),
    )
    alarm, said, _ = play(alarm, *events, roster=removed)
    assert heard_by(said, NEIGHBOUR) == []
    assert Say.FOUND not in {one.kind for one in said}

    said = play(alarm, ClosingAsked(at("22:00"), ANA, Outcome.SAFE), roster=removed)[1]
    assert heard_by(said, NEIGHBOUR) == [Say.IT_IS_OVER]


def test_whom_never_to_tell_is_never_told():
    terms = {"never_tell": frozenset({BEN, NEIGHBOUR})}
    alarm = replace(raised(), **terms)
    said = play(
        alarm,
        TimePassed(at("21:05")),
        Reported(at("21:06"), ANA, Finding.IN_DANGER),
        TimePassed(at("21:40")),
        TimePassed(at("22:40")),
        TimePassed(at("23:40")),
    )[1]
    assert {one.to for one in said} & terms["never_tell"] == set()
