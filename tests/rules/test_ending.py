"""Stories of how an alarm ends: the person is back, somebody is sure, a coordinator closes it."""

from dataclasses import replace

import pytest

from rules.alarm import Closed, Kind, Stage
from rules.events import (
    Answered,
    Cause,
    ClosingAsked,
    Confirmed,
    Escalated,
    Finding,
    Outcome,
    OwnerBack,
    Proof,
    Repeated,
    Reported,
    TimePassed,
    Told,
    Verdict,
)
from rules.notices import Kind as Say
from rules.terms import Way
from tests.rules.cast import (
    ANA,
    BEN,
    CLEO,
    FRIEND,
    MINUTE,
    NEIGHBOUR,
    TERMS,
    at,
    back,
    heard_by,
    opened,
    play,
    raised,
    readers,
)

HIGH = replace(TERMS, confirmers=2, closers=2)
LOW = replace(TERMS, self_confirms=15 * MINUTE)


def sure(when, by=ANA, proof=Proof.VOICE):
    return Confirmed(at(when), by, proof)


def close(when, by=ANA, outcome=Outcome.SAFE):
    return ClosingAsked(at(when), by, outcome)


def returned(**frozen):
    """An alarm held because a note came at 21:10; the words are said at 21:20."""
    return play(raised(**frozen), back("21:10", words="21:20"))[0]


# --- Back ----------------------------------------------------------------------------------------


def test_a_note_closes_what_nobody_was_told():
    alarm, said, orders = play(opened().alarm, back("21:01"))

    assert (alarm.stage, alarm.outcome, orders) == (
        Stage.CLOSED,
        Outcome.SAFE,
        [Closed(Outcome.SAFE)],
    )
    # The outbox drops the end for those whose first notice it had not yet claimed.
    assert heard_by(said, NEIGHBOUR) == [Say.LOOKING, Say.ALL_WELL]


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_note_holds_what_somebody_was_told_and_says_nothing_yet(verdict):
    alarm, said, orders = play(raised(), back("21:10", verdict, words="21:20"))

    assert (alarm.stage, alarm.holder, alarm.wake_at) == (Stage.HELD, None, at("21:20"))
    assert (said, orders) == ([], [])


def test_all_who_were_told_hear_the_same_words_once():
    alarm = play(raised(), Told(at("21:05"), FRIEND))[0]
    alarm, said, _ = play(alarm, back("21:10", words="21:20"), TimePassed(at("21:20")))
    assert heard_by(said, ANA) == [Say.SIGN_CAME]
    assert heard_by(said, NEIGHBOUR) == heard_by(said, FRIEND) == [Say.LOOKING]

    again = play(alarm, back("21:30", words="21:33"), TimePassed(at("21:33")))[1]
    assert again == []


def test_unconfirmed_when_the_hold_ends_the_ladder_goes_on():
    alarm, said, _ = play(returned(), TimePassed(at("21:20")), TimePassed(at("21:40")))
    assert (alarm.stage, alarm.rung) == (Stage.RAISED, 1)
    assert {one.to for one in said if one.kind in {Say.ALARM, Say.ASK}} == {BEN, FRIEND}


def test_the_words_are_said_also_when_somebody_has_others_asked_before():
    alarm = play(returned(), Escalated(at("21:11"), ANA))[0]
    assert alarm.wake_at == at("21:16")
    alarm, said, _ = play(alarm, Told(at("21:12"), BEN), TimePassed(at("21:20")))
    assert (alarm.rung, heard_by(said, NEIGHBOUR)) == (1, [Say.LOOKING])


def test_a_note_renews_a_hold_once():
    held = play(raised(), Answered(at("21:05"), ANA))[0]
    renewed = play(held, back("21:10", words="21:20"))[0]
    assert (renewed.holder, renewed.turn_at) == (ANA, at("21:40"))
    assert play(renewed, back("21:30", words="21:35"))[0].turn_at == at("21:40")


def test_a_note_that_reaches_us_late_holds_it_until_the_words_were_heard():
    late_note = back("15:00", way=Way.SEALED, words="21:20")
    alarm = play(raised(terms=LOW), late_note)[0]
    assert (alarm.turn_at, alarm.confirms_at) == (at("21:25"), at("21:20"))
    ended, said, _ = play(alarm, TimePassed(at("21:20")))
    assert ended.stage is Stage.CLOSED
    assert heard_by(said, NEIGHBOUR) == [Say.LOOKING, Say.ALL_WELL]


def test_a_sign_says_nothing_to_other_alarms():
    for kind in set(Kind) - {Kind.MISSED}:
        assert play(raised(kind), back("21:10")) == (raised(kind), [], [])


# --- Confirming ----------------------------------------------------------------------------------


def test_a_coordinator_who_is_sure_stands_everybody_down():
    alarm, said, orders = play(returned(), TimePassed(at("21:20")), sure("21:25", BEN))

    assert (alarm.stage, orders) == (Stage.CLOSED, [Closed(Outcome.SAFE)])
    assert heard_by(said, NEIGHBOUR) == [Say.LOOKING, Say.ALL_WELL]
    assert heard_by(said, ANA) == [Say.SIGN_CAME, Say.CLOSED]
    assert heard_by(said, BEN) == [Say.CLOSED]


def test_nobody_is_sure_before_a_sign_came():
    alarm, said, _ = play(raised(), sure("21:25"))
    assert alarm == raised()
    assert [(one.to, one.kind, one.facts["why"]) for one in said] == [
        (ANA, Say.REFUSED, "no-sign-yet")
    ]


def test_what_is_no_silence_is_closed_and_not_confirmed():
    said = play(raised(Kind.DURESS), sure("21:25"))[1]
    assert said[0].facts["why"] == "close-it"


def test_at_high_risk_two_must_be_sure_and_one_must_know_the_voice():
    alarm, said, _ = play(returned(terms=HIGH), sure("21:25", BEN, Proof.QUESTION))
    assert alarm.stage is Stage.HELD
    assert readers(said, Say.CONFIRMING_ASKED) == [ANA]
    assert said[-1].facts["why"] == "needs-another"

    twice = play(alarm, sure("21:26", BEN, Proof.QUESTION))[0]
    assert twice.stage is Stage.HELD
    by_question, said, _ = play(alarm, sure("21:26", ANA, Proof.QUESTION))
    assert said[-1].facts["why"] == "needs-voice"
    assert by_question.stage is Stage.HELD
    for proof in (Proof.VOICE, Proof.SEEN):
        assert play(by_question, sure("21:27", CLEO, proof))[0].stage is Stage.CLOSED
        assert play(alarm, sure("21:27", CLEO, proof))[0].stage is Stage.CLOSED
    voice_first = play(returned(terms=HIGH), sure("21:25"), sure("21:26", BEN, Proof.QUESTION))
    assert voice_first[0].stage is Stage.CLOSED


def test_at_low_risk_a_strong_sign_confirms_itself_after_a_quarter_of_an_hour():
    strong = back("21:10", way=Way.SEALED, words="21:20")
    alarm = play(raised(terms=LOW), strong, TimePassed(at("21:24")))[0]
    assert alarm.stage is Stage.HELD
    ended, said, orders = play(alarm, TimePassed(at("21:25")))
    assert (ended.stage, orders) == (Stage.CLOSED, [Closed(Outcome.SAFE)])
    assert heard_by(said, NEIGHBOUR) == [Say.ALL_WELL]
    assert "by" not in next(one for one in said if one.to == ANA).facts


def test_a_tap_never_confirms():
    tapped = play(raised(terms=LOW), back("21:10", words="21:20"))[0]
    assert tapped.confirms_at is None


@pytest.mark.parametrize(
    "doubt",
    [
        Reported(at("21:12"), NEIGHBOUR, Finding.IN_DANGER),
        Escalated(at("21:12"), ANA),
        Repeated(at("21:12"), Cause.STILL_SILENT),
    ],
    ids=["danger", "others are wanted", "another silence"],
)
def test_doubt_keeps_a_sign_from_confirming_itself(doubt):
    strong = back("21:10", way=Way.SEALED, words="21:20")
    alarm = play(raised(terms=LOW), strong, doubt)[0]
    assert alarm.confirms_at is None
    raised_again = play(raised(terms=LOW), replace(doubt, at=at("21:09")), strong)[0]
    assert raised_again.confirms_at == at("21:25")


def test_a_strong_sign_confirms_itself_also_on_a_ladder_that_has_gone_on():
    quick = replace(LOW, hold=5 * MINUTE)
    alarm = play(raised(terms=quick), back("21:10", way=Way.CARD, words="21:10"))[0]
    alarm = play(alarm, TimePassed(at("21:15")), Told(at("21:16"), BEN))[0]
    assert alarm.stage is Stage.RAISED
    assert play(alarm, TimePassed(at("21:25")))[0].stage is Stage.CLOSED


# --- Closing -------------------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_contact_never_hears_an_outcome(outcome):
    said = play(raised(), close("21:30", outcome=outcome))[1]
    end = Say.ALL_WELL if outcome in {Outcome.SAFE, Outcome.FALSE_ALARM} else Say.OFFICE_SPEAKS

    assert heard_by(said, NEIGHBOUR) == [Say.LOOKING, end]
    assert all(one.facts == {} for one in said if one.to == NEIGHBOUR)
    closed = next(one for one in said if one.to == ANA)
    assert (closed.facts["outcome"], closed.facts["by"]) == (outcome, ANA)


def test_who_closes_what_they_were_not_asked_in_hears_the_end_too():
    assert heard_by(play(raised(), close("21:30", CLEO))[1], CLEO) == [Say.CLOSED]


def test_nobody_ends_it_alone_and_unseen():
    for alone in (close("21:30"), close("21:30", outcome=Outcome.UNKNOWN)):
        said = play(raised(), alone)[1]

        unasked = [one for one in said if one.to in {BEN, CLEO}]
        assert [(one.kind, one.facts["by"], one.silent) for one in unasked] == [
            (Say.CLOSED, ANA, True)
        ] * 2
    both = replace(raised(), asked=raised().asked | {BEN})
    assert heard_by(play(both, close("21:30"))[1], CLEO) == []
    confirmed = play(returned(), sure("21:30"))[1]
    assert heard_by(confirmed, CLEO) == [Say.CLOSED]


def test_two_close_a_cry_for_help_and_they_agree_on_how_it_ended():
    alarm, said, _ = play(raised(Kind.SOS, terms=HIGH), close("21:30"))
    assert alarm.stage is Stage.RAISED
    assert readers(said, Say.CLOSING_ASKED) == [BEN]
    assert said[-1].facts["why"] == "needs-another"

    assert play(alarm, close("21:31"))[0].stage is Stage.RAISED
    assert play(alarm, close("21:31", BEN))[0].outcome is Outcome.SAFE
    other, said, _ = play(alarm, close("21:31", BEN, Outcome.DETAINED))
    assert other.stage is Stage.RAISED
    assert readers(said, Say.CLOSING_ASKED) == [ANA]
    assert play(other, close("21:32", ANA, Outcome.DETAINED))[0].outcome is Outcome.DETAINED


def test_one_closes_a_missed_note_also_at_high_risk():
    assert play(raised(terms=HIGH), close("21:30"))[0].stage is Stage.CLOSED


def test_who_closes_or_confirms_again_hears_that_it_is_over():
    closed = play(raised(), close("21:30", outcome=Outcome.HARMED))[0]

    again = play(closed, close("21:31", BEN))[1]
    assert [(one.to, one.kind, one.facts["outcome"]) for one in again] == [
        (BEN, Say.CLOSED, "harmed")
    ]
    assert heard_by(play(closed, sure("21:31", BEN))[1], BEN) == [Say.IT_IS_OVER]
    contact = (close("21:31", NEIGHBOUR), sure("21:31", NEIGHBOUR))
    assert play(closed, *contact) == (closed, [], [])
    assert play(raised(), *contact) == (raised(), [], [])


def test_everybody_who_was_told_is_told_the_end_even_if_nobody_meant_to_ask_them():
    alarm = play(raised(), Told(at("21:02"), FRIEND))[0]
    assert heard_by(play(alarm, close("21:30"))[1], FRIEND) == [Say.LOOKING, Say.ALL_WELL]


def test_an_alarm_that_is_closed_stays_closed():
    closed = play(raised(), close("21:30"))[0]
    for event in (
        TimePassed(at("23:00")),
        OwnerBack(at("23:00"), Verdict.GENUINE, at("23:10")),
        Repeated(at("23:00"), Cause.STILL_SILENT),
    ):
        assert play(closed, event) == (closed, [], [])
