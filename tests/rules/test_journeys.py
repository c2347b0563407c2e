"""Stories of a promise on a journey, while we are deaf, and under force."""

from dataclasses import replace
from datetime import timedelta

from rules.events import (
    Arrived,
    Cause,
    CheckedIn,
    Deaf,
    TimePassed,
    Verdict,
)
from rules.notices import Kind
from rules.schedule import Every
from rules.terms import Reminder, Way
from rules.watch import ComeBack, RaiseAlarm, Stage
from tests.rules.cast import (
    HOUR,
    MINUTE,
    TERMS,
    after,
    at,
    journey,
    late,
    live,
    waiting,
)

DEAF_TERMS = replace(TERMS, alarm_when_deaf=timedelta(minutes=30))


def kinds(notices):
    return [one.kind for one in notices]


# --- Journeys ------------------------------------------------------------------------------------


def test_a_journey_ends_with_her_arrival_and_not_with_a_note_on_the_way():
    noted = after(journey(), CheckedIn(at("15:00")))
    there = after(noted, Arrived(at("17:00")))

    assert (noted.stage, noted.due_at) == (Stage.WAITING, at("18:30"))
    assert (there.stage, there.wake_at) == (Stage.RESTING, None)


def test_nobody_arriving_raises_an_alarm_after_the_grace_of_the_journey():
    watch, said, orders = live(journey(), TimePassed(at("18:30")), TimePassed(at("19:15")))

    assert kinds(said) == [Kind.JOURNEY_LATE, Kind.JOURNEY_LATE]
    assert (watch.stage, orders) == (
        Stage.MISSED,
        [RaiseAlarm(Cause.JOURNEY, since=at("12:00"))],
    )
    assert watch.wake_at == at("19:15", day=3)


def test_reminders_longer_than_the_grace_of_a_journey_do_not_hold_its_alarm_back():
    hours = replace(TERMS, grace=2 * HOUR, reminders=(Reminder(0 * HOUR), Reminder(HOUR)))
    late_trip = after(journey(terms=hours), TimePassed(at("18:30")))

    assert late_trip.wake_at == at("19:15")
    only_late = replace(hours, reminders=(Reminder(HOUR),))
    assert live(journey(terms=only_late), TimePassed(at("18:30")))[1] != []


def test_a_note_after_a_missed_arrival_ends_the_journey():
    away = after(journey(), TimePassed(at("18:30")), TimePassed(at("19:15")))
    watch, _, orders = live(away, CheckedIn(at("19:40"), words_at=at("19:50")))

    assert (watch.stage, watch.wake_at) == (Stage.RESTING, None)
    assert orders == [ComeBack(Verdict.GENUINE, at("19:40"), at("19:50"), Way.TAP)]


def test_a_long_journey_is_asked_about_halfway():
    halfway = replace(TERMS, halfway=4 * HOUR)
    _, said, _ = live(journey(terms=halfway), TimePassed(at("15:15")), TimePassed(at("16:00")))

    assert [(one.kind, one.facts) for one in said] == [
        (Kind.JOURNEY_HALFWAY, {"until": at("18:30")})
    ]
    assert after(journey("15:00", terms=halfway)).wake_at == at("15:00")


def test_notes_that_fall_into_a_journey_wait_for_it():
    watch, said, orders = live(waiting(), TimePassed(at("19:30"), covered_until=at("20:30")))
    assert (said, watch.wake_at) == ([], at("20:00"))

    watch = after(watch, TimePassed(at("20:00"), covered_until=at("20:30")))
    assert (watch.stage, watch.due_at, orders) == (Stage.WAITING, at("09:00", day=3), [])


def test_notes_beyond_the_journey_do_not_wait():
    watch = after(waiting(), TimePassed(at("20:00"), covered_until=at("19:59")))

    assert watch.stage is Stage.LATE


def test_dense_notes_in_a_long_journey_are_passed_at_once():
    often = replace(TERMS, schedule=Every(MINUTE, "UTC", at("00:00").time(), at("23:59").time()))
    watch = waiting(replace(often, early=timedelta(0)))
    watch = after(watch, TimePassed(at("11:00", day=3), covered_until=at("11:00", day=3)))

    assert watch.due_at == at("11:01", day=3)


# --- Deaf ----------------------------------------------------------------------------------------


def test_whose_deadline_fell_into_our_outage_hears_it_and_has_a_fair_chance():
    outage = TimePassed(at("22:05"), deaf_from=at("19:10"))
    watch, said, _ = live(waiting(), outage)
    facts = {"from": at("19:10"), "to": at("22:05"), "by": at("22:15")}
    assert [(one.kind, one.facts) for one in said] == [(Kind.OUTAGE_OVER, facts)]
    assert watch.wake_at == at("22:15")

    for before in (TimePassed(at("22:05"), deaf_from=at("20:10")), TimePassed(at("22:05"))):
        assert live(waiting(), before)[1][0].kind is Kind.REMINDER
    assert live(late(), outage)[1][0].kind is Kind.REMINDER


def test_without_hearing_nobody_is_late():
    assert live(waiting(), Deaf(at("23:00"))) == (waiting(), [], [])


def test_who_agreed_to_it_is_alarmed_for_unheard():
    for watch in (waiting(DEAF_TERMS), late(DEAF_TERMS)):
        assert live(watch, Deaf(at("21:29")))[2] == []
        unheard, _, orders = live(watch, Deaf(at("21:30")))
        assert (unheard.stage, orders[0].cause) == (Stage.MISSED, Cause.UNHEARD)
        assert unheard.deaf_at is None


def test_a_note_that_waits_for_a_journey_raises_no_alarm_unheard():
    watch, _, orders = live(waiting(DEAF_TERMS), Deaf(at("21:30"), covered_until=at("23:00")))

    assert (watch.stage, watch.due_at, orders) == (Stage.WAITING, at("09:00", day=3), [])
    assert watch.deaf_at > at("21:30")


def test_a_hush_and_a_patience_that_end_together_are_both_heard_of():
    forced = CheckedIn(at("10:00"), verdict=Verdict.FORCED, hush_until=at("10:01"))
    watch, _, orders = live(waiting(DEAF_TERMS), forced, Deaf(at("21:30")))

    assert [one.cause for one in orders] == [Cause.FORCED, Cause.UNHEARD]
    assert watch.deaf_at is None


# --- The forced sign -----------------------------------------------------------------------------


def test_a_forced_sign_raises_duress_when_the_hush_is_over_and_says_when_it_was_given():
    forced = CheckedIn(at("19:00"), verdict=Verdict.FORCED, hush_until=at("19:01"))
    for event in (TimePassed(at("23:00")), Deaf(at("19:01"))):
        watch, said, orders = live(waiting(), forced, event)

        assert orders == [RaiseAlarm(Cause.FORCED, since=at("19:00"))]
        assert kinds(said) == [Kind.RECEIPT]
        assert watch.hush is None


def test_a_forced_sign_is_not_undone_by_a_free_one_within_the_hush():
    forced = CheckedIn(at("19:00"), verdict=Verdict.FORCED, hush_until=at("19:01"))
    free = CheckedIn(at("19:00"), hush_until=at("19:02"))
    for signs in ((forced, free), (free, forced)):
        watch = after(waiting(), *signs)

        assert watch.hush.until == at("19:01")
        assert [one.cause for one in live(watch, TimePassed(at("19:01")))[2]] == [Cause.FORCED]
