"""Stories of a promise: what becomes of it when a note comes, comes early, late or not at all."""

from dataclasses import replace
from datetime import timedelta

from rules.events import (
    AlarmClosed,
    Cause,
    CheckedIn,
    Outcome,
    OwnerTold,
    OwnerUnreachable,
    Started,
    TimePassed,
    Verdict,
)
from rules.notices import Kind
from rules.schedule import Every, Until
from rules.terms import Reminder, Way
from rules.watch import ComeBack, RaiseAlarm, Sort, Stage, TellOffice
from tests.rules.cast import (
    DAY,
    HOUR,
    MINUTE,
    SHE,
    TERMS,
    after,
    at,
    journey,
    late,
    live,
    missed,
    routine,
    waiting,
)


def kinds(notices):
    return [one.kind for one in notices]


# --- Beginning -----------------------------------------------------------------------------------


def test_the_first_promise_is_for_the_next_time_she_agreed_to():
    watch, said, _ = live(routine(), Started(at("12:00")))

    assert (watch.stage, watch.due_at) == (Stage.WAITING, at("20:00"))
    assert [(one.to, one.kind, one.facts) for one in said] == [
        (SHE, Kind.STARTED, {"due": at("20:00")})
    ]


def test_a_promise_begins_once():
    assert live(waiting(), Started(at("13:00"))) == (waiting(), [], [])
    rested = after(missed(), AlarmClosed(at("22:00"), Outcome.DETAINED))
    assert after(rested, Started(at("23:00"))) == rested


def test_a_journey_whose_end_is_past_does_not_begin():
    watch = replace(routine(replace(TERMS, schedule=Until(at("11:00")))), sort=Sort.JOURNEY)

    assert live(watch, Started(at("12:00"))) == (watch, [], [])


# --- Notes ---------------------------------------------------------------------------------------


def test_a_note_in_the_early_window_keeps_the_promise_and_is_not_asked_for_twice():
    watch, said, _ = live(waiting(), CheckedIn(at("16:00")))

    assert (watch.stage, watch.due_at) == (Stage.WAITING, at("09:00", day=3))
    assert [(one.kind, one.facts) for one in said] == [
        (Kind.RECEIPT, {"at": at("16:00"), "due": at("09:00", day=3)})
    ]


def test_an_earlier_note_is_a_sign_of_life_that_moves_no_deadline():
    watch, said, _ = live(waiting(), CheckedIn(at("15:59")))

    assert (watch.due_at, watch.last_sign_at) == (at("20:00"), at("15:59"))
    assert [(one.kind, one.facts) for one in said] == [
        (Kind.TOO_EARLY, {"at": at("15:59"), "due": at("20:00")})
    ]


def test_ten_taps_in_a_row_buy_no_days():
    watch = after(waiting(), *(CheckedIn(at("16:00") + n * MINUTE) for n in range(10)))

    assert watch.due_at == at("09:00", day=3)


def test_a_late_check_in_keeps_the_promise():
    watch, said, orders = live(late(), CheckedIn(at("20:40")))

    assert (watch.stage, watch.due_at, orders) == (Stage.WAITING, at("09:00", day=3), [])
    assert kinds(said) == [Kind.RECEIPT]


def test_a_note_sent_in_time_that_arrives_late_counts_for_when_it_was_sent():
    assert after(late(), CheckedIn(at("19:50"))).due_at == at("09:00", day=3)


def test_an_older_note_keeps_nothing_when_it_comes_late():
    watch, said, orders = live(missed(), CheckedIn(at("15:00")))

    assert (watch.stage, watch.due_at, orders) == (Stage.MISSED, at("20:00"), [])
    assert kinds(said) == [Kind.TOO_EARLY]


def test_who_was_missed_and_sends_a_note_is_back():
    watch, said, orders = live(missed(), CheckedIn(at("22:10"), words_at=at("22:20")))

    assert (watch.stage, watch.due_at) == (Stage.WAITING, at("09:00", day=3))
    assert orders == [ComeBack(Verdict.GENUINE, at("22:10"), at("22:20"), Way.TAP)]
    assert kinds(said) == [Kind.RECEIPT]


def test_every_eight_hours_counts_from_the_note():
    every = Every(8 * HOUR, "UTC", at("06:00").time(), at("23:00").time())
    watch = waiting(replace(TERMS, schedule=every), since="08:00")

    assert watch.due_at == at("16:00")
    assert after(watch, CheckedIn(at("14:00"))).due_at == at("22:00")


def test_a_note_during_a_break_is_noted_and_begins_nothing():
    paused = replace(routine(), begun_at=at("08:00"), paused_until=at("20:00", day=4))
    watch, said, _ = live(paused, CheckedIn(at("12:00")))

    assert (watch.stage, watch.due_at) == (Stage.RESTING, None)
    assert [(one.kind, one.facts) for one in said] == [(Kind.RECEIPT, {"at": at("12:00")})]


def test_what_a_coordinator_heard_by_voice_counts_and_shows_nothing_on_her_phone():
    for watch in (waiting(), late(), missed()):
        kept, said, _ = live(watch, CheckedIn(at("19:30"), Way.HEARD))

        assert (kept.stage, kept.due_at) == (Stage.WAITING, at("09:00", day=3))
        assert said == []


# --- Silence -------------------------------------------------------------------------------------


def test_before_the_deadline_a_silent_word_comes_once():
    watch, said, _ = live(waiting(), TimePassed(at("19:30")), TimePassed(at("19:40")))

    assert [(one.kind, one.facts) for one in said] == [(Kind.NUDGE, {"due": at("20:00")})]
    assert watch.wake_at == at("20:00")


def test_at_the_deadline_she_is_reminded_and_again_half_an_hour_later():
    watch, said, _ = live(waiting(), *(TimePassed(at(t)) for t in ("19:30", "20:00", "20:30")))

    assert kinds(said) == [Kind.NUDGE, Kind.REMINDER, Kind.REMINDER]
    assert [one.silent for one in said[1:]] == [False, False]
    assert (watch.stage, watch.wake_at) == (Stage.LATE, at("21:00"))


def test_the_reminders_of_high_risk_make_no_sound():
    quiet = replace(TERMS, reminders=(Reminder(timedelta(0), sound=False),))

    _, said, _ = live(waiting(quiet), TimePassed(at("20:00")))
    assert said[-1].silent is True


def test_silence_through_the_grace_raises_an_alarm_since_the_last_sign():
    watch = after(waiting(), CheckedIn(at("13:00")), TimePassed(at("20:00")))
    watch, _, orders = live(watch, OwnerTold(at("20:00")), TimePassed(at("21:00")))

    assert (watch.stage, watch.wake_at) == (Stage.MISSED, at("09:00", day=3))
    assert orders == [RaiseAlarm(Cause.MISSED, since=at("13:00"))]


def test_the_grace_leaves_ten_minutes_after_the_reminder_was_told():
    slow = after(waiting(), TimePassed(at("20:00")), OwnerTold(at("20:58")))

    assert live(slow, TimePassed(at("21:07")))[2] == []
    assert live(slow, TimePassed(at("21:08")))[0].stage is Stage.MISSED


def test_after_an_outage_one_reminder_comes_and_a_fair_chance_before_the_alarm():
    watch, said, orders = live(waiting(), TimePassed(at("23:00")))

    assert (watch.stage, kinds(said), orders) == (Stage.LATE, [Kind.REMINDER], [])
    assert said[0].facts == {"until": at("23:10")}
    assert live(watch, TimePassed(at("23:10")))[0].stage is Stage.MISSED


def test_a_reminder_told_for_an_extended_journey_gives_the_next_one_no_chance():
    # The old reminder was told at 18:31; the new deadline was only noticed at 22:00.
    watch = replace(journey(), due_at=at("19:30"))
    watch = after(watch, TimePassed(at("22:00")), OwnerTold(at("18:31")))

    assert watch.reminded_at is None
    assert after(watch, OwnerTold(at("22:05")), TimePassed(at("22:14"))).stage is Stage.LATE


def test_who_has_no_reminders_is_reminded_once():
    watch, said, _ = live(waiting(replace(TERMS, reminders=())), TimePassed(at("20:00")))

    assert (kinds(said), watch.wake_at) == ([Kind.REMINDER], at("21:00"))


def test_who_is_still_silent_at_the_next_deadline_is_told_of_again():
    watch, said, orders = live(missed(), TimePassed(at("09:00", day=3)))

    assert (said, orders) == ([], [RaiseAlarm(Cause.STILL_SILENT, since=at("12:00"))])
    assert watch.wake_at == at("20:00", day=3)


def test_in_the_practice_days_silence_is_practice():
    terms = replace(TERMS, practice=DAY)
    orders = live(missed(terms), TimePassed(at("09:00", day=3)))[2]

    assert live(late(terms), TimePassed(at("21:00")))[2][0].practice
    assert orders[0].practice
    assert not live(missed(terms), TimePassed(at("20:00", day=3)))[2][0].practice


# --- Telling the owner ---------------------------------------------------------------------------


def test_coordinators_hear_once_that_a_chat_is_closed_and_the_watch_goes_on():
    for watch in (waiting(), late(), missed()):
        lost, said, orders = live(
            watch, OwnerUnreachable(at("20:01")), OwnerUnreachable(at("20:02"))
        )

        assert orders == [TellOffice(Kind.SUBJECT_UNREACHABLE)]
        assert said == []
        assert replace(lost, owner_unreachable=False) == watch


def test_nobody_is_reminded_in_a_closed_chat_and_the_alarm_comes_all_the_same():
    watch = after(waiting(), OwnerUnreachable(at("12:30")))
    watch, said, orders = live(watch, *(TimePassed(at(t)) for t in ("20:00", "20:30", "21:00")))

    assert (said, [one.cause for one in orders]) == ([], [Cause.MISSED])


def test_a_chat_closed_during_a_break_is_noticed_when_the_break_is_over():
    paused = replace(routine(), begun_at=at("08:00"), paused_until=at("15:00"))
    paused = after(paused, OwnerUnreachable(at("12:00")))
    assert paused.owner_unreachable

    rested = replace(paused, wake_at=at("15:00"))
    watch = after(rested, TimePassed(at("15:00")))
    assert live(watch, OwnerUnreachable(at("15:00")))[2] == [TellOffice(Kind.SUBJECT_UNREACHABLE)]


# --- The end of an alarm -------------------------------------------------------------------------


def test_after_a_good_end_the_promise_goes_on():
    for outcome in (Outcome.SAFE, Outcome.FALSE_ALARM):
        watch = after(missed(), AlarmClosed(at("22:00"), outcome))
        assert (watch.stage, watch.due_at) == (Stage.WAITING, at("09:00", day=3))


def test_after_a_bad_end_coordinators_hear_daily_that_nobody_watches():
    watch = after(missed(), AlarmClosed(at("22:00"), Outcome.DETAINED))
    assert (watch.stage, watch.due_at, watch.wake_at) == (Stage.RESTING, None, at("22:00", day=3))

    watch, said, orders = live(watch, TimePassed(at("22:00", day=3)))
    assert (said, orders) == ([], [TellOffice(Kind.NO_WATCH)])
    assert watch.wake_at == at("22:00", day=4)


def test_the_end_of_an_alarm_ends_a_missed_journey_and_leaves_other_promises_alone():
    away = after(journey(), TimePassed(at("18:30")), TimePassed(at("19:15")))
    for outcome in Outcome:
        assert after(away, AlarmClosed(at("22:00"), outcome)).stage is Stage.RESTING
        for watch in (waiting(), late(), routine()):
            assert after(watch, AlarmClosed(at("22:00"), outcome)) == watch
