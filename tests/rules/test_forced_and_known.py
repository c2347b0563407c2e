"""Who looks for her hears of a forced sign at once, and is not led to call her."""

from dataclasses import replace

import pytest

from rules.alarm import Kind, Stage, wants_a_word
from rules.events import (
    Answered,
    Cause,
    ClosingAsked,
    Confirmed,
    Outcome,
    Proof,
    Repeated,
    State,
    TimePassed,
    Verdict,
)
from rules.life import cried, helped
from rules.notices import Kind as Say
from tests.rules.cast import (
    ANA,
    BEN,
    CLEO,
    NEIGHBOUR,
    TERMS,
    alarm_of,
    at,
    back,
    draws,
    heard_by,
    life,
    lives,
    missed_and_told,
    play,
    raised,
    readers,
    sign,
    told_of,
    waiting,
)


def taken_by_cleo(happened, kind):
    """Cleo, who is neither on duty nor the first beside it, takes what is open."""
    taken = Answered(at("21:20"), CLEO)
    return helped(happened.life, alarm_of(happened, kind).id, taken, draws()).life


def forced(hers):
    return lives(hers, sign("21:30", Verdict.FORCED), TimePassed(at("21:31")))


def test_whoever_has_the_missed_alarm_hears_at_once_that_it_is_forced():
    happened, said = forced(taken_by_cleo(missed_and_told(), Kind.MISSED))

    assert readers(said, Say.ALARM) == [ANA, BEN, CLEO]
    assert alarm_of(happened, Kind.DURESS).asked_now == {ANA, BEN, CLEO}
    assert heard_by(said, NEIGHBOUR) == []


@pytest.mark.parametrize("cause", [Cause.SOS, Cause.CONCERN, Cause.LOCKED])
def test_so_does_whoever_has_another_alarm_about_her(cause):
    cry = cried(life(waiting()), cause, at("21:00"), draws())
    kind = Kind(cause)
    hers = taken_by_cleo(told_of(cry, kind=kind), kind)

    assert readers(forced(hers)[1], Say.ALARM) == [ANA, BEN, CLEO]


@pytest.mark.parametrize("cause", [Cause.LOCKED, Cause.OTHER_HANDS, Cause.SEIZED])
def test_so_it_is_with_whatever_else_says_that_nobody_must_call(cause):
    hers = taken_by_cleo(missed_and_told(), Kind.MISSED)
    assert CLEO in readers(cried(hers, cause, at("21:30"), draws(7)).notices, Say.ALARM)

    for calls in (Cause.SOS, Cause.CONCERN):
        assert CLEO not in readers(cried(hers, calls, at("21:30"), draws(7)).notices, Say.ALARM)


def test_whoever_looks_for_her_hears_at_once_what_she_says_of_herself():
    hers = taken_by_cleo(missed_and_told(), Kind.MISSED)
    back = sign("21:30", state=State.TAKEN)
    happened, said = lives(hers, back, TimePassed(at("21:31")))

    assert readers(said, Say.ALARM) == [ANA, CLEO]
    missed = alarm_of(happened)
    assert missed.state is State.TAKEN
    worded = helped(happened.life, missed.id, TimePassed(at("21:40")), draws(7))
    assert readers(worded.notices, Say.SIGN_CAME) == [ANA]
    assert not wants_a_word(alarm_of(worded))


def test_where_nobody_knows_of_anything_two_hear_it_first():
    assert readers(forced(life(waiting()))[1], Say.ALARM) == [ANA, BEN]


def test_nobody_is_led_to_speak_with_her_about_a_forced_sign():
    happened, _ = forced(missed_and_told().life)
    duress = alarm_of(happened, Kind.DURESS)

    worded = helped(happened.life, duress.id, TimePassed(at("21:40")), draws())

    assert heard_by(worded.notices, NEIGHBOUR) == [Say.LOOKING]
    assert readers(worded.notices, Say.SIGN_CAME) == []
    assert not wants_a_word(alarm_of(worded, Kind.DURESS))


def test_a_free_sign_still_wants_somebodys_word():
    alarm, said, _ = play(raised(), back("21:10", words="21:20"), TimePassed(at("21:20")))
    assert readers(said, Say.SIGN_CAME) == [ANA]
    assert wants_a_word(alarm)


# --- Who was sure before knew less ---------------------------------------------------------------

TWO = replace(TERMS, confirmers=2, closers=2)


def test_who_was_sure_before_she_fell_silent_again_is_not_one_of_two():
    alarm = play(raised(terms=TWO), back("21:10"), Confirmed(at("21:20"), ANA, Proof.VOICE))[0]
    assert alarm.confirmed_by == {ANA}

    again = play(alarm, Repeated(at("22:00"), Cause.MISSED))[0]
    alarm = play(again, Confirmed(at("22:10"), BEN, Proof.QUESTION))[0]
    assert alarm.stage is not Stage.CLOSED
    assert play(alarm, Confirmed(at("22:11"), ANA, Proof.VOICE))[0].stage is Stage.CLOSED


def test_who_wanted_to_close_it_before_the_next_forced_sign_is_not_one_of_two():
    def closes(when, who):
        return ClosingAsked(at(when), who, Outcome.FALSE_ALARM)

    alarm = play(raised(Kind.DURESS, terms=TWO), closes("21:20", ANA))[0]
    again = play(alarm, Repeated(at("21:30"), Cause.FORCED))[0]

    alarm = play(again, closes("21:31", BEN))[0]
    assert alarm.stage is not Stage.CLOSED
    assert play(alarm, closes("21:32", ANA))[0].stage is Stage.CLOSED


def test_who_was_asked_before_it_got_worse_ends_nothing_by_a_yes():
    alarm = raised()
    asked = ClosingAsked(at("21:30"), ANA, Outcome.SAFE, causes=len(alarm.causes))
    assert play(alarm, asked)[0].stage is Stage.CLOSED

    worse = play(alarm, Repeated(at("21:20"), Cause.STILL_SILENT))[0]
    same, said, _ = play(worse, asked)
    assert same == worse
    assert [(one.kind, one.facts["why"]) for one in said] == [(Say.REFUSED, "news")]


def test_a_silence_that_becomes_duress_has_nobodys_word():
    known = missed_and_told()
    alarm = replace(alarm_of(known), confirmed_by=frozenset({ANA}), voice_known=True)
    happened, _ = forced(replace(known.life, alarms=(alarm,)))

    duress = alarm_of(happened, Kind.DURESS)
    assert (duress.confirmed_by, duress.voice_known) == (frozenset(), False)
