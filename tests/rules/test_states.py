"""What somebody says of their situation changes who is looked after first, never the ladder."""

from dataclasses import replace

import pytest

from rules import notices
from rules.alarm import Kind, Stage
from rules.events import Cause, State, TimePassed, Verdict
from rules.life import cried
from rules.raising import ladder_for
from rules.terms import Way
from rules.watch import RaiseAlarm
from tests.rules.cast import (
    ANA,
    MINUTE,
    SHE,
    TERMS,
    alarm_of,
    at,
    draws,
    heard_by,
    life,
    live,
    lives,
    missed_and_told,
    sign,
    told_of,
    waiting,
)

WORSE = [state for state in State if state is not State.CALM]


def said_to(said, person, kind):
    return [one for one in said if (one.to, one.kind) == (person, kind)]


@pytest.mark.parametrize("state", WORSE)
def test_a_free_sign_that_says_something_is_wrong_is_told_to_coordinators_only(state):
    happened, said = lives(life(waiting()), sign("19:00", state=state), TimePassed(at("19:01")))
    assert [one.kind for one in happened.life.alarms] == [Kind.CONCERN]
    alarm = alarm_of(happened, Kind.CONCERN)
    assert (alarm.causes, alarm.state) == ((Cause.WARNED,), state)
    assert alarm.ladder == ladder_for(Kind.CONCERN, TERMS)
    asked = {one.to for one in said if one.alarm == alarm.id}
    assert asked == {ANA}
    told = said_to(said, ANA, notices.Kind.ALARM)[0]
    assert told.facts["state"] == state.name.lower()
    assert told.first


def test_her_promise_goes_on_as_after_any_note():
    calm, _ = lives(life(waiting()), sign("19:00"), TimePassed(at("19:02")))
    warned, said = lives(life(waiting()), sign("19:00", state=State.RAID), TimePassed(at("19:02")))
    assert calm.life.watches == warned.life.watches
    assert heard_by(said, SHE) == [notices.Kind.RECEIPT]


@pytest.mark.parametrize("state", State)
def test_a_forced_sign_is_duress_whatever_it_says_and_its_ladder_is_the_same(state):
    forced = sign("19:00", Verdict.FORCED, state=state)
    happened, said = lives(life(waiting()), forced, TimePassed(at("19:01")))
    alarm = alarm_of(happened, Kind.DURESS)
    assert (alarm.causes, alarm.state) == ((Cause.FORCED,), state)
    assert alarm.ladder == ladder_for(Kind.DURESS, TERMS)
    told = said_to(said, ANA, notices.Kind.ALARM)[0]
    assert told.facts.get("state", "calm") == state.name.lower()


def test_of_two_signs_in_one_hush_the_worse_state_stays():
    for states in ((State.RAID, State.FOLLOWED), (State.FOLLOWED, State.RAID)):
        signs = [sign("19:00", state=one) for one in states]
        _, _, orders = live(waiting(), *signs, TimePassed(at("19:01")))
        assert orders == [RaiseAlarm(Cause.WARNED, since=at("19:00"), state=State.RAID)]


def test_a_second_sign_makes_an_open_alarm_worse_and_never_better():
    for first, second in ((State.FOLLOWED, State.TAKEN), (State.TAKEN, State.FOLLOWED)):
        happened, said = lives(
            life(waiting()),
            sign("19:00", Verdict.FORCED, state=first),
            TimePassed(at("19:01")),
            sign("19:10", Verdict.FORCED, state=second),
            TimePassed(at("19:11")),
        )
        assert alarm_of(happened, Kind.DURESS).state is State.TAKEN
        again = said_to(said, ANA, notices.Kind.NEWS)
        assert again[-1].facts["state"] == second.name.lower()


def test_a_missed_alarm_that_becomes_duress_carries_what_she_said():
    back = sign("21:30", Verdict.FORCED, state=State.TAKEN)
    happened, _ = lives(missed_and_told().life, back, TimePassed(at("21:31")))
    alarm = alarm_of(happened, Kind.DURESS)
    assert alarm.causes == (Cause.MISSED, Cause.FORCED)
    assert alarm.state is State.TAKEN


def test_a_strong_sign_that_says_something_is_wrong_confirms_nothing_by_itself():
    low = replace(TERMS, self_confirms=15 * MINUTE, question=False)
    terms = replace(low, ways=frozenset({Way.SEALED}))
    for state, closed in ((State.CALM, True), (State.FOLLOWED, False)):
        first, _ = lives(life(_late(terms)), TimePassed(at("21:00")))
        known = told_of(first).life
        back = sign("21:10", way=Way.SEALED, words="21:20", state=state)
        held, _ = lives(known, back)
        alarm = alarm_of(held)
        assert (alarm.confirms_at is not None) is closed
        assert alarm.stage is Stage.HELD


def test_where_a_question_is_asked_first_no_sign_confirms_itself():
    terms = replace(TERMS, self_confirms=15 * MINUTE, ways=frozenset({Way.SEALED}), question=True)
    first, _ = lives(life(_late(terms)), TimePassed(at("21:00")))

    held, _ = lives(told_of(first).life, sign("21:10", way=Way.SEALED, words="21:20"))

    alarm = alarm_of(held)
    assert alarm.stage is Stage.HELD
    assert alarm.confirms_at is None


def _late(terms):
    from_eight = live(waiting(terms), TimePassed(at("20:00")))[0]
    return live(from_eight, TimePassed(at("20:30")))[0]


def test_a_phone_in_other_hands_is_sought_by_coordinators_alone():
    happened = cried(life(waiting()), Cause.SEIZED, at("19:00"), draws())
    alarm = alarm_of(happened, Kind.DURESS)
    assert alarm.causes == (Cause.SEIZED,)
    assert alarm.ladder == ladder_for(Kind.DURESS, TERMS)
    assert SHE not in {one.to for one in happened.notices}
