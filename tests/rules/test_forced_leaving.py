"""Whoever holds her phone cannot have her forgotten; a coordinator who spoke with her can."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rules.alarm import Kind as AlarmKind
from rules.events import (
    Cause,
    ChangeAsked,
    ClosingAsked,
    Deaf,
    Outcome,
    TimePassed,
    Verdict,
)
from rules.life import cried, helped, lived
from rules.notices import Kind
from rules.terms import Leave, Pause, Spoken
from rules.watch import GoAway
from tests.rules.cast import ANA, at, draws, life, live, lives, sign, waiting


def asks_to_leave(verdict):
    return ChangeAsked(at("13:00"), Leave(), verdict=verdict)


@pytest.mark.parametrize("verdict", Verdict)
def test_leaving_is_answered_alike_and_the_office_hears_of_it(verdict):
    _, said, orders = live(waiting(), asks_to_leave(verdict))
    assert [one.kind for one in said] == [Kind.LEAVING]
    assert [one.kind for one in orders] == [Kind.LEAVING_ASKED]


def test_law_19_leaving_that_was_asked_in_other_hands_never_begins_by_itself():
    later = TimePassed(at("13:00") + timedelta(hours=73))
    left, _, orders = live(waiting(), asks_to_leave(Verdict.GENUINE), later)
    assert left.left_at is not None
    assert GoAway() in orders

    stays, _, orders = live(waiting(), asks_to_leave(Verdict.FORCED), later)
    assert stays.left_at is None
    assert stays.pending == ()
    assert GoAway() not in orders


def test_a_coordinator_who_spoke_with_her_alone_lets_her_go():
    spoke = ChangeAsked(at("14:00"), Spoken(), by=ANA)
    left, _, orders = live(waiting(), asks_to_leave(Verdict.FORCED), spoke, TimePassed(at("14:01")))
    assert left.left_at is not None
    assert GoAway() in orders


def test_what_else_waits_says_where_it_was_asked():
    pause = ChangeAsked(at("13:00"), Pause(at("20:00", day=6)), verdict=Verdict.FORCED)
    (waits,) = live(waiting(), pause)[0].pending
    assert waits.verdict is Verdict.FORCED


@pytest.mark.parametrize(
    ("cause", "verdict"),
    [
        (c, Verdict.FORCED if c is Cause.SEIZED else Verdict.GENUINE)
        for c in (Cause.SEIZED, Cause.SOS, Cause.LOCKED)
    ],
)
def test_once_her_phone_is_seized_an_earlier_wish_to_leave_is_doubted(cause, verdict):
    asked = live(waiting(), asks_to_leave(Verdict.GENUINE), pause())[0]
    happened = cried(life(asked), cause, at("14:00"), draws())
    (watch,) = happened.life.watches
    assert {type(one.change): one.verdict for one in watch.pending} == {
        Leave: verdict,
        Pause: Verdict.GENUINE,
    }


def pause():
    return ChangeAsked(at("13:30"), Pause(at("20:00", day=6)))


# --- A sign just before she goes -----------------------------------------------------------------


def leaves_and_signs(verdict):
    """She may go any moment; half a minute before, a sign came whose meaning is hushed."""
    asked = live(waiting(), asks_to_leave(Verdict.GENUINE))[0]
    spoke = ChangeAsked(at("14:00"), Spoken(), by=ANA)
    given = sign("14:00", verdict, hush=timedelta(minutes=1))
    return lives(life(asked), given, spoke, TimePassed(at("14:00")))[0]


@pytest.mark.parametrize("verdict", Verdict)
def test_nobody_is_let_go_before_it_is_known_what_their_last_sign_meant(verdict):
    happened = leaves_and_signs(verdict)
    assert happened.life.watches[0].left_at == at("14:00")
    assert not happened.gone

    for passes in (TimePassed, Deaf):
        known = lived(happened.life, passes(at("14:01")), draws())
        duress = [one.kind for one in known.life.alarms]
        assert (known.gone, duress) == (
            (False, [AlarmKind.DURESS]) if verdict is Verdict.FORCED else (True, [])
        )


def test_a_forced_sign_outlives_the_end_of_another_alarm():
    cry = cried(leaves_and_signs(Verdict.FORCED).life, Cause.SOS, at("14:00"), draws())
    [alarm] = cry.life.alarms
    close = ClosingAsked(at("14:00"), ANA, Outcome.SAFE)
    closed = helped(cry.life, alarm.id, close, draws())
    assert not closed.gone

    known = lived(replace(closed.life, alarms=()), TimePassed(at("14:01")), draws(7)).life
    [duress] = known.alarms
    assert helped(known, duress.id, close, draws(9)).gone
