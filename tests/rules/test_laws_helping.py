"""The laws of those who help, in every turn of every life: who is asked, who holds it."""

from dataclasses import replace

from rules import alarming
from rules.alarm import Kind, Stage
from rules.events import (
    Answered,
    Escalated,
    Finding,
    HandedBack,
    Repeated,
    Reported,
    TimePassed,
    Unreachable,
)
from rules.naming import duty, name_rung
from rules.notices import Kind as Say
from rules.people import Part
from rules.terms import Group, Rung
from tests.rules.cast import HOUR, STRANGER
from tests.rules.living import alarm_turns, enough
from tests.rules.practice import (
    COORDINATORS_ONLY,
    REPEAT_GAP_LIMIT,
    RUNG_GAP,
    UNTOLD_PATIENCE,
    URGENT,
)

# --- Laws 17, 18, 21: who is never asked ---------------------------------------------------------


def test_law_17_duress_locked_and_concern_ask_coordinators_only():
    for turn in alarm_turns():
        if turn.before.kind in COORDINATORS_ONLY:
            for person in turn.asked:
                assert turn.roster.is_coordinator(person), turn.where


def test_law_17_duress_locked_and_concern_name_coordinators_only():
    """Not even a ladder that names everybody would ask a contact."""
    everybody = Rung(tuple(Group), HOUR)
    for turn in alarm_turns():
        if turn.before.kind in COORDINATORS_ONLY:
            for person in name_rung(turn.before, everybody, turn.roster):
                assert turn.roster.is_coordinator(person), turn.where


def test_law_18_the_coordinator_on_duty_takes_the_place_of_a_removed_contact():
    for turn in alarm_turns():
        alarm, roster = turn.before, turn.roster
        lost = alarm.never_tell | alarm.unreachable
        instead = duty(alarm.subject, roster, lost)
        removed = Rung((STRANGER,), HOUR)
        assert name_rung(alarm, removed, roster) == instead, turn.where
        if not any(one.part is Part.NEAR for one in roster.contacts):
            assert name_rung(alarm, Rung((Group.NEAR,), HOUR), roster) == instead, turn.where


def test_law_21_family_is_never_on_the_first_rung():
    for turn in alarm_turns():
        alarm, roster = turn.before, turn.roster
        family = {one.id for one in roster.contacts if one.part is Part.FAMILY}
        by_name = replace(alarm, ladder=(Rung((*sorted(family), Group.ALL), HOUR),))
        for one in (alarm, by_name):
            first = set(name_rung(one, one.ladder[0], roster)) & family
            assert all(roster.is_coordinator(person) for person in first), turn.where


def test_law_21_whom_she_asked_never_to_tell_is_never_told():
    for turn in alarm_turns():
        alarm, roster = turn.before, turn.roster
        others = {one.id for one in roster.coordinators if one.id != alarm.subject}
        if others <= alarm.never_tell:
            continue  # goal 1: somebody must know
        actor = getattr(turn.event, "by", getattr(turn.event, "who", None))
        spared = alarm.never_tell - alarm.asked - {actor, alarm.holder}
        told = {one.to for one in turn.decision.notices}
        assert not told & spared - {alarm.subject}, turn.where


# --- Law 29: nobody holds it for ever ------------------------------------------------------------


def test_law_29_a_contacts_answer_holds_one_rung_once_and_never_an_urgent_alarm():
    again = 0
    for turn in alarm_turns(Answered):
        before, after, by = turn.before, turn.decision.alarm, turn.event.by
        if turn.roster.is_coordinator(by) or before.stage is Stage.CLOSED:
            continue
        if after.holder != before.holder or after.stage is not before.stage:
            assert before.stage is Stage.RAISED, turn.where
            assert before.kind not in URGENT, turn.where
            assert before.rung not in before.answered, turn.where
            assert after.answered == before.answered | {before.rung}, turn.where
            assert after.turn_at == turn.event.at + before.ladder[before.rung].wait, turn.where
        else:
            assert after == before, turn.where
            may = by in before.asked and turn.roster.is_contact(by) and by != before.subject
            held = before.stage is Stage.RAISED and before.rung in before.answered
            again += may and held and before.kind not in URGENT
    enough(again, 5)


def test_law_29_a_contact_who_was_asked_may_hold_a_rung_that_nobody_has_held():
    held = 0
    for turn in alarm_turns(Answered):
        before, by = turn.before, turn.event.by
        fresh = before.stage is Stage.RAISED and before.rung not in before.answered
        among = by in before.asked and turn.roster.is_contact(by) and by != before.subject
        if fresh and among and before.kind not in URGENT:
            assert turn.decision.alarm.holder == by, turn.where
            held += 1
    enough(held, 10)


def test_law_29_a_coordinator_may_take_it_at_any_time():
    for turn in alarm_turns(Answered):
        before, after, by = turn.before, turn.decision.alarm, turn.event.by
        may = turn.roster.is_coordinator(by) and by != before.subject
        if may and before.stage is not Stage.CLOSED:
            assert (after.stage, after.holder) == (Stage.HELD, by), turn.where
            assert after.turn_at == turn.event.at + before.hold, turn.where


def test_law_29_a_holder_who_is_lost_or_gives_it_back_holds_no_longer():
    for turn in alarm_turns(Unreachable, HandedBack):
        before, after = turn.before, turn.decision.alarm
        who = getattr(turn.event, "by", None) or turn.event.who
        if before.stage is Stage.HELD and who == before.holder:
            assert after.holder is None, turn.where
            assert after.stage in {Stage.RAISED, Stage.CLOSED}, turn.where
        elif before.stage is Stage.HELD:
            assert (after.stage, after.holder) == (Stage.HELD, before.holder), turn.where


def test_law_29_no_rung_is_told_twice_within_five_minutes():
    for turn in alarm_turns():
        before, after = turn.before, turn.decision.alarm
        if turn.asked and after.rung == before.rung:
            assert turn.event.at >= before.rung_at + RUNG_GAP, turn.where


def test_law_29_the_last_rung_repeats_at_growing_gaps_of_at_most_six_hours():
    for turn in alarm_turns(TimePassed):
        before, after = turn.before, turn.decision.alarm
        if after.stage is not Stage.RAISED or after.repeats == before.repeats:
            continue
        untold = after.turn_at - turn.event.at
        assert UNTOLD_PATIENCE <= untold <= REPEAT_GAP_LIMIT, turn.where
        again = alarming.decide(after, TimePassed(after.turn_at), turn.roster).alarm
        if again.stage is Stage.RAISED:
            assert again.turn_at - after.turn_at >= untold, turn.where


def test_law_29_a_drill_ends_after_its_last_rung_with_its_report():
    ended = 0
    for turn in alarm_turns(TimePassed):
        before, after = turn.before, turn.decision.alarm
        if before.kind is Kind.DRILL and before.stage is not Stage.CLOSED:
            top = before.rung == len(before.ladder) - 1 and before.turn_at <= turn.event.at
            assert (after.stage is Stage.CLOSED) is top, turn.where
            reports = [one for one in turn.decision.notices if one.kind is Say.DRILL_REPORT]
            here = any(
                one.reachable and one.id not in before.never_tell | {before.subject}
                for one in turn.roster.coordinators
            )
            assert bool(reports) is (top and here), turn.where
            ended += top
    enough(ended, 5)


# --- What hurries --------------------------------------------------------------------------------


def test_what_hurries_an_alarm_asks_the_next_now():
    for turn in alarm_turns(Escalated, Reported, Repeated):
        before, after, event = turn.before, turn.decision.alarm, turn.event
        who = getattr(event, "by", None)
        wanted = isinstance(event, Escalated) and turn.roster.is_coordinator(who)
        wanted = wanted and who != before.subject
        if before.stage is Stage.CLOSED or not wanted or before.rung + 1 == len(before.ladder):
            continue
        assert after.rung > before.rung, turn.where
        assert (after.stage, after.holder) == (Stage.RAISED, None), turn.where


def test_danger_is_told_to_all_coordinators_now():
    for turn in alarm_turns(Reported):
        before, event, roster = turn.before, turn.event, turn.roster
        known = roster.is_coordinator(event.by) or (
            roster.is_contact(event.by) and event.by in before.asked
        )
        if event.finding is not Finding.IN_DANGER or not known or event.by == before.subject:
            continue
        if before.stage is Stage.CLOSED:
            assert len(turn.decision.orders) == 1, turn.where
            continue
        told = {one.to for one in turn.decision.notices if one.kind is Say.FOUND}
        here = {
            one.id
            for one in roster.coordinators
            if one.reachable and one.id != before.subject and one.id not in before.never_tell
        }
        assert told >= here - {event.by}, turn.where
