"""Those who help: they take it in hand, give it back, say what they found, want others asked.

Law 29: a contact's answer holds one rung once and never delays an urgent alarm; only a coordinator
takes it again and again.
"""

from dataclasses import replace
from datetime import timedelta

from rules import notices as say
from rules.alarm import URGENT, Alarm, Concern, Decision, Kind, Stage
from rules.climbing import climb_to, let_go_words, next_rung
from rules.events import Answered, Escalated, Finding, HandedBack, Reported
from rules.naming import every_coordinator, reachable_coordinators
from rules.notices import Fact, Notice
from rules.people import PersonId, Roster
from rules.saying import about, office_beside, plain, taken, to_coordinators
from rules.terms import UNTOLD_PATIENCE


def say_it_is_over(alarm: Alarm, event: Answered | Escalated, roster: Roster) -> Decision:
    if not may_act(alarm, event.by, roster):
        return Decision(alarm)
    return Decision(alarm, (plain(alarm, event.by, say.Kind.IT_IS_OVER),))


def may_act(alarm: Alarm, by: PersonId, roster: Roster) -> bool:
    """Say whether `by` is a coordinator, or a contact who was told of it and still is one."""
    return roster.is_coordinator(by) or (by in alarm.asked and roster.is_contact(by))


def hold(alarm: Alarm, event: Answered, roster: Roster) -> Decision:
    if not may_act(alarm, event.by, roster):
        return Decision(alarm)
    if roster.is_coordinator(event.by):
        return _take(alarm, event, alarm.hold, roster)
    # Law 29: one answer of a contact holds a rung once, and never delays an urgent alarm.
    if alarm.kind in URGENT or alarm.rung in alarm.answered:
        return Decision(alarm)
    alarm = replace(alarm, answered=alarm.answered | {alarm.rung})
    return _take(alarm, event, alarm.ladder[alarm.rung].wait, roster)


def take_over(alarm: Alarm, event: Answered, roster: Roster) -> Decision:
    if not roster.is_coordinator(event.by):
        return Decision(alarm)
    before = alarm.holder
    taken_over = _take(alarm, event, alarm.hold, roster)
    # Contacts know already that somebody has it; who it is, is the office's.
    office = (one for one in taken_over.notices if one.kind is not say.Kind.TAKEN_CONTACT)
    taken_over = replace(taken_over, notices=tuple(office))
    if before == event.by:
        # Whoever keeps it with them does so before the eyes of the others.
        facts: dict[str, Fact] = {"by": event.by, "until": event.at + alarm.hold}
        kept = tuple(
            about(alarm, one, say.Kind.TAKEN, facts)
            for one in office_beside(alarm, roster, event.by)
        )
        return replace(taken_over, notices=(*taken_over.notices, *kept))
    if before is None or roster.is_coordinator(before):
        return taken_over
    if alarm.back_at is not None:
        # A contact who had it hears the neutral words and nothing else, whatever the sign meant.
        return taken_over
    return replace(
        taken_over,
        notices=(*taken_over.notices, plain(alarm, before, say.Kind.PASSED_ON)),
    )


def _take(alarm: Alarm, event: Answered, how_long: timedelta, roster: Roster) -> Decision:
    until = event.at + how_long
    held = replace(alarm, stage=Stage.HELD, holder=event.by, turn_at=until)
    # Somebody who is handed the alarm was reached, whatever we thought of their chat before.
    held = replace(held, unreachable=held.unreachable - {event.by})
    said = taken(held, roster, event.by, until)
    if alarm.kind is Kind.SOS:
        seen = Notice(alarm.subject, say.Kind.SOS_SEEN, {"at": event.at}, silent=True)
        said = (*said, seen)
    return Decision(held, said)


def hand_back(alarm: Alarm, event: HandedBack, roster: Roster) -> Decision:
    if event.by != alarm.holder:
        return Decision(alarm)
    free = replace(alarm, stage=Stage.RAISED, holder=None)
    thanks = plain(alarm, event.by, say.Kind.PASSED_ON)
    if free.rung + 1 < len(free.ladder):
        risen = climb_to(free, free.rung + 1, event.at, roster)
        return replace(risen, notices=(thanks, *risen.notices))
    # At the top the others are asked again, but not the one who has just given it back.
    facts: dict[str, Fact] = {"by": event.by}
    again = to_coordinators(free, roster, say.Kind.FREE_AGAIN, facts, but=event.by)
    if not again:
        risen = next_rung(free, event.at, roster)
        return replace(risen, notices=(thanks, *risen.notices))
    people = frozenset(one.to for one in again)
    asked = replace(
        free,
        asked_now=people,
        rung_at=event.at,
        rung_told_at=None,
        turn_at=event.at + UNTOLD_PATIENCE,
    )
    return Decision(asked, (thanks, *again))


def weigh(alarm: Alarm, event: Reported, roster: Roster) -> Decision:
    """Tell coordinators what was found; a report of safety never ends an alarm by itself."""
    if not may_act(alarm, event.by, roster):
        return Decision(alarm)
    said = _found(alarm, event, roster)
    alarm = _doubted(alarm, event)
    if event.finding is Finding.CANNOT_REACH and alarm.kind not in URGENT:
        risen = next_rung(alarm, event.at, roster)
        return replace(risen, notices=said + risen.notices)
    return Decision(alarm, said)


def pass_on(alarm: Alarm, event: Reported, roster: Roster) -> Decision:
    if not may_act(alarm, event.by, roster):
        return Decision(alarm)
    return Decision(_doubted(alarm, event), _found(alarm, event, roster))


def _doubted(alarm: Alarm, event: Reported) -> Alarm:
    """Let no sign confirm itself once somebody saw danger (law 16)."""
    return replace(alarm, confirms_at=None) if event.finding is Finding.IN_DANGER else alarm


def _found(alarm: Alarm, event: Reported, roster: Roster) -> tuple[Notice, ...]:
    facts: dict[str, Fact] = {"by": event.by, "finding": event.finding}
    if event.finding is Finding.IN_DANGER:
        everybody = reachable_coordinators(alarm.subject, roster, alarm.never_tell)
        people: tuple[PersonId, ...] = everybody or every_coordinator(alarm, roster)
        return tuple(about(alarm, one, say.Kind.FOUND, facts) for one in people if one != event.by)
    return to_coordinators(alarm, roster, say.Kind.FOUND, facts, but=event.by)


def worry_anew(alarm: Alarm, event: Reported, roster: Roster) -> Decision:
    if event.finding is not Finding.IN_DANGER or not may_act(alarm, event.by, roster):
        return Decision(alarm)
    return Decision(alarm, (), (Concern(event.at),))


def escalate(alarm: Alarm, event: Escalated, roster: Roster) -> Decision:
    if not roster.is_coordinator(event.by):
        return Decision(alarm)
    said: tuple[Notice, ...] = ()
    if alarm.holder is not None and alarm.holder != event.by:
        # Who believes to hold it must not be left in that belief.
        said = (let_go_words(alarm, alarm.holder, roster),)
    doubted = replace(alarm, holder=None, confirms_at=None)
    risen = next_rung(doubted, event.at, roster)
    return replace(risen, notices=said + risen.notices)
