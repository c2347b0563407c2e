"""The laws of the ladder, looked for in every turn of every life: when the next are told."""

from dataclasses import replace
from datetime import timedelta

from rules import alarming
from rules.alarm import Kind, Stage
from rules.events import (
    Escalated,
    Repeated,
    Reported,
    TimePassed,
    Told,
    Unreachable,
)
from rules.naming import every_coordinator, name_rung
from rules.notices import Kind as Say
from tests.rules.cast import HOUR
from tests.rules.living import alarm_turns, enough, worlds
from tests.rules.practice import REPEAT_GAP_LIMIT, RUNG_GAP, UNTOLD_PATIENCE
from tests.rules.world import ASKING

HURRYING = (Escalated, Unreachable, Reported, Repeated)


# --- Law 2 ---------------------------------------------------------------------------------------


def test_law_2_an_alarm_sleeps_only_when_it_is_closed():
    for turn in alarm_turns():
        alarm = turn.decision.alarm
        assert (alarm.wake_at is None) is (alarm.stage is Stage.CLOSED), turn.where


def test_law_2_after_time_has_passed_an_alarm_wakes_later():
    for turn in alarm_turns(TimePassed):
        wake = turn.decision.alarm.wake_at
        assert wake is None or wake > turn.event.at, turn.where


# --- Law 4: the ladder counts from the telling ---------------------------------------------------


def test_law_4_time_tells_the_next_rung_only_when_its_turn_has_come():
    for turn in alarm_turns(TimePassed):
        if turn.climbed:
            assert turn.event.at >= turn.before.turn_at, turn.where
    for turn in alarm_turns():
        after = turn.decision.alarm
        if turn.climbed:
            assert after.turn_at >= turn.event.at + UNTOLD_PATIENCE, turn.where


def test_law_4_only_people_hurry_a_rung_that_was_told():
    for turn in alarm_turns():
        before, after = turn.before, turn.decision.alarm
        waits = before.stage is after.stage is Stage.RAISED and before.rung_told_at is not None
        if waits and before.rung_told_at == after.rung_told_at and before.rung == after.rung:
            hurried = after.turn_at < before.turn_at
            assert not hurried or isinstance(turn.event, HURRYING), turn.where


def test_law_4_the_first_telling_of_a_rung_sets_its_wait():
    for turn in alarm_turns(Told):
        before, after = turn.before, turn.decision.alarm
        if before.stage is not Stage.RAISED or turn.event.who == before.subject:
            continue
        if before.rung_told_at is not None or turn.event.who not in before.asked_now:
            assert after.turn_at == before.turn_at, turn.where
            continue
        wait = before.ladder[before.rung].wait
        if before.repeats:
            wait = max(RUNG_GAP, min(wait * 2 ** min(before.repeats, 10), REPEAT_GAP_LIMIT))
        assert after.turn_at == turn.event.at + wait, turn.where
        assert turn.asked == set(), turn.where


def test_law_4_nobody_is_told_two_rungs_in_one_breath():
    for turn in alarm_turns():
        before, after, roster = turn.before, turn.decision.alarm, turn.roster
        if not turn.asked:
            continue
        then = replace(after, asked=before.asked)
        named = set(name_rung(then, after.ladder[after.rung], roster))
        assert turn.asked == (named or set(every_coordinator(after, roster))), turn.where
        skipped = after.ladder[before.rung + 1 : after.rung]
        assert not any(name_rung(then, rung, roster) for rung in skipped), turn.where
        each = [one.to for one in turn.decision.notices if one.kind in ASKING]
        assert len(each) == len(set(each)), turn.where


# --- Law 5: an alarm never goes quiet by itself --------------------------------------------------


def test_law_5_when_the_wait_is_over_somebody_is_asked():
    for turn in alarm_turns(TimePassed):
        before, after = turn.before, turn.decision.alarm
        over = before.stage is not Stage.CLOSED and before.turn_at <= turn.event.at
        if not over or after.stage is Stage.CLOSED:
            continue
        soon = after.turn_at <= turn.event.at + REPEAT_GAP_LIMIT
        alone = not every_coordinator(after, turn.roster) and not turn.roster.contacts
        assert turn.asked or soon or alone, turn.where
        assert after.stage is Stage.RAISED, turn.where


def test_law_5_a_rung_on_which_nobody_is_left_is_climbed_past_at_once():
    for turn in alarm_turns(Unreachable):
        before, after = turn.before, turn.decision.alarm
        if before.stage is not Stage.RAISED or before.asked_now != {turn.event.who}:
            continue
        if before.rung + 1 < len(before.ladder):
            assert turn.climbed or not turn.roster.coordinators, turn.where
        elif before.kind is Kind.DRILL:
            assert after.stage is Stage.CLOSED, turn.where
        else:
            assert turn.climbed or after.turn_at <= before.rung_at + REPEAT_GAP_LIMIT, turn.where


def test_law_5_where_nobody_can_be_reached_all_coordinators_are_asked():
    for turn in alarm_turns():
        after, roster = turn.decision.alarm, turn.roster
        moved = (turn.before.rung, turn.before.repeats) != (after.rung, after.repeats)
        if moved and not name_rung(after, after.ladder[after.rung], roster):
            others = {one.id for one in roster.coordinators if one.id != after.subject}
            assert turn.asked == (others - after.never_tell or others), turn.where
            assert after.rung == len(after.ladder) - 1, turn.where


def test_law_5_left_alone_it_asks_again_and_again_told_or_not():
    lonely = [alarm for world in worlds() for alarm in world.life.alarms]
    enough(len(lonely), 20)
    for alarm in lonely[:60]:
        roster = next(w.life.roster for w in worlds() if alarm in w.life.alarms)
        for fate in (_told, _untold, _refused):
            quiet = _longest_quiet(alarm, roster, fate)
            waits = max(rung.wait for rung in alarm.ladder)
            assert quiet is None or quiet <= max(REPEAT_GAP_LIMIT, waits) + alarm.hold


def test_law_5_coordinators_hear_that_nobody_could_be_told():
    for turn in alarm_turns(TimePassed):
        before, after = turn.before, turn.decision.alarm
        over = before.stage is Stage.RAISED and before.turn_at <= turn.event.at
        if over and before.rung_told_at is None and before.asked_now and not before.cried_untold:
            if after.stage is Stage.CLOSED and after.kind is not Kind.DRILL:
                continue
            cried = {one.to for one in turn.decision.notices if one.kind is Say.NOBODY_TOLD}
            assert cried == set(every_coordinator(before, turn.roster)), turn.where


def _told(alarm, at):
    return [Told(at, person) for person in sorted(alarm.asked_now)]


def _untold(alarm, at):
    return []


def _refused(alarm, at):
    return [Unreachable(at, person) for person in sorted(alarm.asked_now)]


def _longest_quiet(alarm, roster, fate):
    """Return the longest time without anybody being asked, in five days; None once it is closed."""
    start = last = alarm.wake_at
    longest = timedelta(0)
    while alarm.stage is not Stage.CLOSED:
        at = alarm.wake_at
        if at > start + 120 * HOUR:
            return longest
        decision = alarming.decide(alarm, TimePassed(at), roster)
        alarm = decision.alarm
        if not every_coordinator(alarm, roster) or any(
            one.kind in ASKING for one in decision.notices
        ):
            longest, last = max(longest, at - last), at
        for event in fate(alarm, at):
            alarm = alarming.decide(alarm, event, roster).alarm
    return None
