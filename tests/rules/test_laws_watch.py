"""The laws that a promise keeps, looked for in every turn of every life that is played."""

from dataclasses import replace
from datetime import timedelta

from rules.events import (
    Arrived,
    Cause,
    ChangeAsked,
    CheckedIn,
    Deaf,
    OwnerTold,
    OwnerUnreachable,
    TimePassed,
)
from rules.notices import Kind
from rules.schedule import DailyAt, next_due
from rules.terms import Resume, Way
from rules.watch import RaiseAlarm, Sort, Stage, TellOffice
from rules.watching import decide
from tests.rules.living import watch_turns
from tests.rules.practice import FAIR_CHANCE

SILENCE = {Cause.MISSED, Cause.JOURNEY}


#: What her sign itself has said; silence has no part in it.
SAID = {Cause.FORCED, Cause.WARNED}


def grace_of(watch):
    return watch.terms.journey_grace if watch.sort is Sort.JOURNEY else watch.terms.grace


def raised(turn):
    return [one for one in turn.decision.orders if isinstance(one, RaiseAlarm)]


def told_office(turn):
    return {one.kind for one in turn.decision.orders if isinstance(one, TellOffice)}


# --- Law 2: it always wakes ----------------------------------------------------------------------


def test_law_2_a_watch_sleeps_only_while_it_rests_with_nothing_pending():
    for turn in watch_turns():
        watch = turn.decision.watch
        if watch.wake_at is None:
            assert watch.stage is Stage.RESTING, turn.where
            assert (watch.pending, watch.hush) == ((), None), turn.where
            assert (watch.paused_until, watch.unwatched_at) == (None, None), turn.where
        elif watch.stage in {Stage.WAITING, Stage.LATE}:
            grace = grace_of(watch)
            late_from = watch.reminded_at or watch.late_at or watch.due_at
            latest = max(watch.due_at + grace, late_from + min(grace, FAIR_CHANCE))
            assert watch.wake_at <= latest, turn.where


def test_law_2_after_time_has_passed_the_next_wake_lies_ahead():
    for turn in watch_turns(TimePassed):
        wake = turn.decision.watch.wake_at
        assert wake is None or wake > turn.event.at, turn.where
    for turn in watch_turns(Deaf):
        wake = turn.decision.watch.deaf_at
        assert wake is None or wake > turn.event.at, turn.where


# --- Law 3: silence is judged by what was heard --------------------------------------------------


def test_law_3_silence_raises_an_alarm_only_after_the_whole_grace_was_heard():
    for turn in watch_turns():
        for order in raised(turn):
            if order.cause not in SILENCE:
                continue
            before, at = turn.before, turn.event.at
            assert isinstance(turn.event, TimePassed), turn.where
            assert before.stage is Stage.LATE, turn.where
            assert at >= before.due_at + grace_of(before), turn.where


def test_law_3_what_is_not_heard_alarms_only_whom_terms_say_and_says_so():
    for turn in watch_turns(Deaf):
        for order in raised(turn):
            if order.cause in SAID:
                continue
            before, patience = turn.before, turn.before.terms.alarm_when_deaf
            assert order.cause is Cause.UNHEARD, turn.where
            assert patience is not None, turn.where
            assert turn.event.at >= before.due_at + grace_of(before) + patience, turn.where


def test_decision_8_the_grace_leaves_a_fair_chance_after_the_reminder():
    for turn in watch_turns(TimePassed):
        before, after = turn.before, turn.decision.watch
        if after.stage is Stage.MISSED and before.stage is not Stage.MISSED:
            assert before.stage is Stage.LATE, turn.where
            reminded = before.reminded_at or before.late_at
            assert turn.event.at >= reminded + min(grace_of(before), FAIR_CHANCE), turn.where


def test_decision_8_a_missed_watch_wakes_at_each_following_deadline():
    for turn in watch_turns(TimePassed):
        after = turn.decision.watch
        if after.stage is not Stage.MISSED:
            continue
        following = next_due(after.terms.schedule, turn.event.at, after.terms.seasons)
        # Nothing but a forced sign may wake it earlier.
        unhushed = after.hush is None and turn.before.silent_at != after.silent_at
        if unhushed and isinstance(after.terms.schedule, DailyAt):
            assert after.wake_at == following, turn.where
        again = turn.before.stage is Stage.MISSED and turn.before.silent_at != after.silent_at
        assert not again or Cause.STILL_SILENT in {one.cause for one in raised(turn)}, turn.where


# --- Law 10: a sign counts for the moment it was sent --------------------------------------------


def test_law_10_a_note_keeps_the_promise_from_the_early_window_on_and_not_before():
    for turn in watch_turns(CheckedIn, Arrived):
        before, after, at = turn.before, turn.decision.watch, turn.event.at
        if before.sort is Sort.JOURNEY or before.stage is Stage.RESTING:
            continue
        if at >= before.due_at - before.terms.early:
            assert after.stage is Stage.WAITING, turn.where
            assert after.due_at > max(at, before.due_at - before.terms.early), turn.where
            if isinstance(before.terms.schedule, DailyAt):
                assert after.due_at > before.due_at, turn.where
        else:
            assert (after.stage, after.due_at) == (before.stage, before.due_at), turn.where
        assert after.last_sign_at >= at, turn.where


def test_law_10_it_makes_no_difference_when_a_note_reaches_us():
    for turn in watch_turns(CheckedIn):
        before, after = turn.before, turn.decision.watch
        kept = after.stage is Stage.WAITING and after.due_at != before.due_at
        if before.stage is Stage.WAITING and kept and before.sort is Sort.ROUTINE:
            if before.pending:
                continue
            much_later = TimePassed(before.due_at + grace_of(before) + timedelta(hours=1))
            silent = decide(decide(before, much_later).watch, replace(much_later, at=after.due_at))
            back = decide(silent.watch, turn.event).watch
            assert (back.stage, back.due_at) == (Stage.WAITING, after.due_at), turn.where


def test_law_24_what_a_coordinator_heard_counts_like_any_note_and_shows_on_no_phone():
    for turn in watch_turns(CheckedIn):
        heard = decide(turn.before, replace(turn.event, way=Way.HEARD))
        assert heard.watch == turn.decision.watch, turn.where
        assert heard.notices == (), turn.where


# --- Laws 25 and 27 ------------------------------------------------------------------------------


def test_law_25_notes_that_a_journey_covers_raise_nothing_heard_or_not():
    for turn in watch_turns(TimePassed, Deaf):
        before, event = turn.before, turn.event
        covered = before.sort is Sort.ROUTINE and before.stage is Stage.WAITING
        if covered and event.covered_until is not None and before.due_at <= event.covered_until:
            causes = {one.cause for one in raised(turn)} - SAID
            assert not causes or turn.decision.watch.due_at > before.due_at, turn.where
            assert before.due_at > event.at or turn.decision.watch.due_at != before.due_at


def test_law_25_in_the_practice_days_silence_is_practice():
    for turn in watch_turns(TimePassed, Deaf):
        until = turn.before.practice_until
        for order in raised(turn):
            if order.cause not in SAID:
                practice = until is not None and turn.event.at < until
                assert order.practice is practice, turn.where


def test_law_27_a_closed_chat_is_no_alarm_and_the_watch_goes_on():
    for turn in watch_turns(OwnerUnreachable):
        before, after = turn.before, turn.decision.watch
        assert raised(turn) == [], turn.where
        assert replace(after, owner_unreachable=before.owner_unreachable) == before, turn.where
        if before.stage is not Stage.RESTING and not before.owner_unreachable:
            assert told_office(turn) == {Kind.SUBJECT_UNREACHABLE}, turn.where


# --- What a promise says ------------------------------------------------------------------------


def test_law_11_a_promise_speaks_to_its_owner_and_answers_whoever_asked():
    for turn in watch_turns():
        asker = getattr(turn.event, "by", None)
        for notice in turn.decision.notices:
            assert notice.to in {turn.before.owner, asker}, turn.where
            assert notice.alarm is None, turn.where


def test_a_reminder_that_is_told_never_shortens_the_grace():
    for turn in watch_turns(OwnerTold):
        before, after = turn.before, turn.decision.watch
        if before.stage is Stage.LATE:
            assert after.wake_at >= before.wake_at, turn.where
        assert replace(after, reminded_at=None, wake_at=None, deaf_at=None) == replace(
            before, reminded_at=None, wake_at=None, deaf_at=None
        ), turn.where


def test_what_ended_a_break_was_asked_for_or_its_end():
    for turn in watch_turns():
        before, after = turn.before, turn.decision.watch
        if before.paused_until is not None and after.paused_until is None:
            resumed = isinstance(turn.event, ChangeAsked) and turn.event.change == Resume()
            over = isinstance(turn.event, TimePassed)
            assert resumed or over, turn.where
