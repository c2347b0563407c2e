"""Stories of leaving, and of a journey that takes longer."""

from dataclasses import replace
from datetime import timedelta

from rules.events import AlarmClosed, ChangeAsked, CheckedIn, Outcome, TimePassed
from rules.notices import Kind
from rules.terms import Extend, Leave, Level, Spoken, Way
from rules.watch import GoAway, Stage, TellOffice
from tests.rules.cast import (
    ANA,
    HOUR,
    MINUTE,
    SHE,
    TERMS,
    after,
    at,
    journey,
    late,
    live,
    waiting,
)

NOON = at("12:30")


def asked(change, when=NOON, way=Way.TAP, by=None):
    return ChangeAsked(when, change, way, by)


def facts_of(said, kind):
    return [one.facts for one in said if one.kind is kind]


# --- Leaving -------------------------------------------------------------------------------------


def test_leaving_ends_at_latest_after_72_hours():
    watch, said, orders = live(waiting(), asked(Leave()))
    until = NOON + 72 * HOUR
    assert facts_of(said, Kind.LEAVING) == [{"until": until}]
    assert orders == [TellOffice(Kind.LEAVING_ASKED, {"until": until})]

    notes = [CheckedIn(at(clock, day)) for day in (2, 3, 4, 5) for clock in ("08:00", "19:00")]
    kept = after(watch, *notes[1:], TimePassed(until - MINUTE))
    assert kept.stage is Stage.WAITING
    gone, _, orders = live(kept, TimePassed(until))
    assert (gone.stage, gone.wake_at, orders) == (Stage.RESTING, None, [GoAway()])
    assert gone.left_at == until


def test_leaving_ends_once_a_coordinator_has_spoken_with_her():
    leaving = after(waiting(), asked(Leave()))
    for by in (None, SHE):
        assert after(leaving, asked(Spoken(), at("13:00"), by=by)) == leaving
    watch, _, orders = live(leaving, asked(Spoken(), at("13:00"), by=ANA), TimePassed(at("13:00")))
    assert orders == [GoAway()]
    assert live(watch, TimePassed(at("20:00"))) == (watch, [], [])
    assert after(waiting(), asked(Spoken(), by=ANA)) == waiting()


def test_leaving_is_asked_for_once():
    leaving = after(waiting(), asked(Leave()))
    assert live(leaving, asked(Leave(), at("14:00"))) == (leaving, [], [])


def test_leaving_waits_while_a_note_is_late_or_missed():
    late_one = after(late(), asked(Leave(), at("20:10")), asked(Spoken(), at("20:11"), by=ANA))
    watch, _, orders = live(late_one, TimePassed(at("21:00")))

    assert (watch.stage, GoAway() in orders) == (Stage.MISSED, False)
    assert len(watch.pending) == 1
    ended = after(watch, AlarmClosed(at("22:00"), Outcome.SAFE))
    assert live(ended, TimePassed(at("22:00")))[2] == [GoAway()]


# --- Extending a journey -------------------------------------------------------------------------


def test_a_journey_is_extended_as_often_as_agreed_and_by_a_coordinator_beyond():
    watch, said, _ = live(journey(), asked(Extend(HOUR)), asked(Extend(HOUR)))
    assert facts_of(said, Kind.JOURNEY_EXTENDED)[-1] == {"until": at("20:30")}

    third, said, _ = live(watch, asked(Extend(HOUR)))
    assert third == watch
    assert facts_of(said, Kind.CHANGE_REFUSED) == [
        {"why": "no-extension-left", "until": at("20:30")}
    ]
    assert after(watch, asked(Extend(HOUR), by=ANA)).due_at == at("21:30")


def test_a_late_journey_is_extended_from_now():
    watch = after(journey(), TimePassed(at("18:30")), asked(Extend(HOUR), at("18:50")))

    assert (watch.stage, watch.due_at, watch.reminders) == (Stage.WAITING, at("19:50"), 0)


def test_an_hour_agreed_is_an_hour_and_no_less_than_nothing():
    for by in (HOUR + MINUTE, timedelta(0), -HOUR):
        watch, said, _ = live(journey(), asked(Extend(by)))
        assert watch == journey()
        assert [one.kind for one in said] in ([], [Kind.CHANGE_REFUSED])


def test_a_missed_journey_and_a_routine_are_not_extended():
    away = after(journey(), TimePassed(at("18:30")), TimePassed(at("19:15")))
    for watch in (away, waiting()):
        assert live(watch, asked(Extend(HOUR))) == (watch, [], [])


def test_at_high_risk_a_journey_is_extended_by_code():
    high = journey(terms=replace(TERMS, level=Level.HIGH))

    assert after(high, asked(Extend(HOUR))) == high
    assert after(high, asked(Extend(HOUR), way=Way.CARD)).due_at == at("19:30")
    assert after(high, asked(Extend(HOUR), by=ANA)).due_at == at("19:30")
