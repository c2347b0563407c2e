"""What becomes of an alarm: every change of it, and the table Stage x Event at the foot.

`decide` is a function of an alarm, an event and the roster of that moment. It keeps law 4 (the
ladder counts from the telling), law 5 (an alarm never goes quiet by itself), law 6 (whoever was
told is told the end) and law 29 (nobody but a coordinator holds it twice).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from rules import notices as say
from rules.alarm import Alarm, Closed, Concern, Decision, Kind, Stage
from rules.events import (
    AlarmEvent,
    Answered,
    Cause,
    ClosingAsked,
    Confirmed,
    Escalated,
    Finding,
    HandedBack,
    Outcome,
    OwnerBack,
    Repeated,
    Reported,
    TimePassed,
    Told,
    Unreachable,
)
from rules.naming import every_coordinator, name_rung, reachable_coordinators
from rules.notices import Fact, Notice
from rules.people import PersonId, Roster
from rules.saying import (
    about,
    ask_for_help,
    end_for,
    neutral_words,
    plain,
    taken,
    the_end,
    to_coordinators,
)
from rules.templates import STRONG_WAYS
from rules.terms import REPEAT_GAP_LIMIT, RUNG_GAP, UNTOLD_PATIENCE

Rule = Callable[[Alarm, Any, Roster], Decision]

_URGENT = frozenset({Kind.SOS, Kind.DURESS, Kind.LOCKED})
_CAUSES_KEPT = 20


def decide(alarm: Alarm, event: AlarmEvent, roster: Roster) -> Decision:
    """Return what becomes of `alarm` now that `event` has happened."""
    decision = RULES[alarm.stage, type(event)](alarm, event, roster)
    # Whoever is written to about it must hear the end, whichever rule wrote.
    asked = {one.to for one in decision.notices if one.alarm and one.to != alarm.subject}
    changed = replace(decision.alarm, asked=decision.alarm.asked | asked)
    return replace(decision, alarm=_with_wake(changed))


def begin(alarm: Alarm, roster: Roster) -> Decision:
    """Return a new alarm with its first rung told."""
    decision = _climb_to(alarm, 0, alarm.opened_at, roster)
    asked = {one.to for one in decision.notices}
    return replace(decision, alarm=_with_wake(replace(decision.alarm, asked=alarm.asked | asked)))


def _with_wake(alarm: Alarm) -> Alarm:
    if alarm.stage is Stage.CLOSED:
        return replace(alarm, wake_at=None, turn_at=None)
    words = alarm.words_at if alarm.back_at is not None and not alarm.worded else None
    moments = [at for at in (alarm.turn_at, words, alarm.confirms_at) if at is not None]
    return replace(alarm, wake_at=min(moments))


def stay(alarm: Alarm, event: AlarmEvent, roster: Roster) -> Decision:
    return Decision(alarm)


def say_it_is_over(alarm: Alarm, event: Answered | Escalated, roster: Roster) -> Decision:
    if not _may_act(alarm, event.by, roster):
        return Decision(alarm)
    return Decision(alarm, (plain(alarm, event.by, say.Kind.IT_IS_OVER),))


def _may_act(alarm: Alarm, by: PersonId, roster: Roster) -> bool:
    """Say whether `by` was told of it or is a coordinator; never the subject (law 12)."""
    return by != alarm.subject and (by in alarm.asked or roster.is_coordinator(by))


# --- The ladder --------------------------------------------------------------------------------


def climb(alarm: Alarm, event: TimePassed, roster: Roster) -> Decision:
    worded = _say_words(alarm, event.at, roster)
    alarm, said = worded.alarm, worded.notices
    if _confirms_itself(alarm, event.at):
        return _close(alarm, event.at, Outcome.SAFE, None, roster, said)
    if alarm.turn_at is None or alarm.turn_at > event.at:
        return Decision(alarm, said)
    if alarm.rung_told_at is None and alarm.asked_now and not alarm.cried_untold:
        facts: dict[str, Fact] = {}
        cry = tuple(
            about(alarm, one, say.Kind.NOBODY_TOLD, facts)
            for one in every_coordinator(alarm, roster)
        )
        said += cry
        alarm = replace(alarm, cried_untold=True)
    risen = _next_rung(alarm, event.at, roster)
    return replace(risen, notices=said + risen.notices)


def end_hold(alarm: Alarm, event: TimePassed, roster: Roster) -> Decision:
    worded = _say_words(alarm, event.at, roster)
    alarm, said = worded.alarm, worded.notices
    if _confirms_itself(alarm, event.at):
        return _close(alarm, event.at, Outcome.SAFE, None, roster, said)
    if alarm.turn_at is None or alarm.turn_at > event.at:
        return Decision(alarm, said)
    if alarm.holder is not None:
        said += (_let_go_words(alarm, alarm.holder, roster, say.Kind.HOLD_OVER),)
    risen = _next_rung(replace(alarm, holder=None), event.at, roster)
    return replace(risen, notices=said + risen.notices)


def _say_words(alarm: Alarm, at: datetime, roster: Roster) -> Decision:
    due = alarm.words_at is not None and alarm.words_at <= at
    if alarm.back_at is None or alarm.worded or not due:
        return Decision(alarm)
    return Decision(replace(alarm, worded=True), neutral_words(alarm, roster))


def _confirms_itself(alarm: Alarm, at: datetime) -> bool:
    return alarm.kind is Kind.MISSED and alarm.confirms_at is not None and alarm.confirms_at <= at


def _let_go_words(alarm: Alarm, holder: PersonId, roster: Roster, kind: say.Kind) -> Notice:
    if roster.is_coordinator(holder):
        return about(alarm, holder, kind)
    return plain(alarm, holder, say.Kind.PASSED_ON)


def _next_rung(alarm: Alarm, at: datetime, roster: Roster) -> Decision:
    """Climb; at the top, tell the last rung again at growing gaps; a drill ends there."""
    if alarm.rung + 1 < len(alarm.ladder):
        return _climb_to(alarm, alarm.rung + 1, at, roster)
    if alarm.kind is Kind.DRILL:
        return _end_drill(alarm, at, roster)
    if alarm.rung_at is not None and at < alarm.rung_at + RUNG_GAP:
        waiting = replace(alarm, stage=Stage.RAISED, turn_at=alarm.rung_at + RUNG_GAP)
        return Decision(waiting)
    return _climb_to(replace(alarm, repeats=alarm.repeats + 1), alarm.rung, at, roster)


def _climb_to(alarm: Alarm, number: int, at: datetime, roster: Roster) -> Decision:
    people = name_rung(alarm, alarm.ladder[number], roster)
    while not people and number + 1 < len(alarm.ladder):
        number += 1
        people = name_rung(alarm, alarm.ladder[number], roster)
    # Nobody can be reached on any rung that is left: all coordinators, even those thought lost.
    people = people or every_coordinator(alarm, roster)
    risen = replace(
        alarm,
        stage=Stage.RAISED,
        holder=None,
        rung=number,
        rung_at=at,
        rung_told_at=None,
        asked_now=frozenset(people),
        turn_at=at + UNTOLD_PATIENCE,
    )
    return Decision(risen, ask_for_help(risen, people, roster))


def _wait(alarm: Alarm) -> timedelta:
    # Beyond ten doublings the limit has long been reached; larger powers would only overflow.
    longer: timedelta = alarm.ladder[alarm.rung].wait * (1 << min(alarm.repeats, 10))
    return max(RUNG_GAP, min(longer, REPEAT_GAP_LIMIT)) if alarm.repeats else longer


def note_told(alarm: Alarm, event: Told, roster: Roster) -> Decision:
    """Count the rung's wait from its first telling (law 4)."""
    alarm = replace(alarm, told={event.who: event.at, **alarm.told})
    if alarm.rung_told_at is not None or event.who not in alarm.asked_now:
        return Decision(alarm)
    told = replace(alarm, rung_told_at=event.at, turn_at=event.at + _wait(alarm))
    return Decision(told)


def record_told(alarm: Alarm, event: Told, roster: Roster) -> Decision:
    return Decision(replace(alarm, told={event.who: event.at, **alarm.told}))


def tell_the_end(alarm: Alarm, event: Told, roster: Roster) -> Decision:
    """Tell the end to somebody whose notice was still on its way when it was closed (law 6)."""
    if event.who in alarm.told or event.who in alarm.asked or event.who == alarm.subject:
        return Decision(replace(alarm, told={event.who: event.at, **alarm.told}))
    told = replace(alarm, told={event.who: event.at, **alarm.told})
    outcome = alarm.outcome or Outcome.UNKNOWN
    return Decision(told, end_for(told, roster, event.who, outcome, None))


def climb_past(alarm: Alarm, event: Unreachable, roster: Roster) -> Decision:
    """Go on at once when nobody on the present rung is left to answer (law 5)."""
    alarm = _lose(alarm, event)
    if event.who not in alarm.asked_now:
        return Decision(alarm)
    left = replace(alarm, asked_now=alarm.asked_now - {event.who})
    return Decision(left) if left.asked_now else _next_rung(left, event.at, roster)


def lose_holder(alarm: Alarm, event: Unreachable, roster: Roster) -> Decision:
    alarm = _lose(alarm, event)
    if event.who != alarm.holder:
        return Decision(alarm)
    return _next_rung(replace(alarm, holder=None), event.at, roster)


def note_lost(alarm: Alarm, event: Unreachable, roster: Roster) -> Decision:
    return Decision(_lose(alarm, event))


def _lose(alarm: Alarm, event: Unreachable) -> Alarm:
    if event.declined:
        return alarm
    return replace(alarm, unreachable=alarm.unreachable | {event.who})


# --- Those who help ----------------------------------------------------------------------------


def hold(alarm: Alarm, event: Answered, roster: Roster) -> Decision:
    if not _may_act(alarm, event.by, roster):
        return Decision(alarm)
    if roster.is_coordinator(event.by):
        return _take(alarm, event, alarm.hold, roster)
    # Law 29: one answer of a contact holds a rung once, and never delays an urgent alarm.
    if alarm.kind in _URGENT or alarm.rung in alarm.answered:
        return Decision(alarm)
    alarm = replace(alarm, answered=alarm.answered | {alarm.rung})
    return _take(alarm, event, alarm.ladder[alarm.rung].wait, roster)


def take_over(alarm: Alarm, event: Answered, roster: Roster) -> Decision:
    if event.by == alarm.subject or not roster.is_coordinator(event.by):
        return Decision(alarm)
    before = alarm.holder
    taken_over = _take(alarm, event, alarm.hold, roster)
    if before is None or before == event.by or roster.is_coordinator(before):
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
        risen = _climb_to(free, free.rung + 1, event.at, roster)
        return replace(risen, notices=(thanks, *risen.notices))
    # At the top the others are asked again, but not the one who has just given it back.
    facts: dict[str, Fact] = {"by": event.by}
    again = to_coordinators(free, roster, say.Kind.FREE_AGAIN, facts, but=event.by)
    if not again:
        risen = _next_rung(free, event.at, roster)
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
    if not _may_act(alarm, event.by, roster):
        return Decision(alarm)
    said = _found(alarm, event, roster)
    if event.finding is Finding.CANNOT_REACH and alarm.kind not in _URGENT:
        risen = _next_rung(alarm, event.at, roster)
        return replace(risen, notices=said + risen.notices)
    return Decision(alarm, said)


def pass_on(alarm: Alarm, event: Reported, roster: Roster) -> Decision:
    if not _may_act(alarm, event.by, roster):
        return Decision(alarm)
    return Decision(alarm, _found(alarm, event, roster))


def _found(alarm: Alarm, event: Reported, roster: Roster) -> tuple[Notice, ...]:
    facts: dict[str, Fact] = {"by": event.by, "finding": event.finding}
    if event.finding is Finding.IN_DANGER:
        everybody = reachable_coordinators(alarm.subject, roster)
        people: tuple[PersonId, ...] = everybody or every_coordinator(alarm, roster)
        return tuple(about(alarm, one, say.Kind.FOUND, facts) for one in people if one != event.by)
    return to_coordinators(alarm, roster, say.Kind.FOUND, facts, but=event.by)


def worry_anew(alarm: Alarm, event: Reported, roster: Roster) -> Decision:
    if event.finding is not Finding.IN_DANGER or not _may_act(alarm, event.by, roster):
        return Decision(alarm)
    return Decision(alarm, (), (Concern(event.at),))


def escalate(alarm: Alarm, event: Escalated, roster: Roster) -> Decision:
    if event.by == alarm.subject or not roster.is_coordinator(event.by):
        return Decision(alarm)
    return _next_rung(replace(alarm, holder=None), event.at, roster)


# --- The person is back, or it has an end ---------------------------------------------------------


def hear_back(alarm: Alarm, event: OwnerBack, roster: Roster) -> Decision:
    """Close what nobody was told; hold what somebody was, until a person confirms (law 16)."""
    if alarm.kind is not Kind.MISSED:
        return Decision(alarm)
    if not alarm.told:
        return _close(alarm, event.at, Outcome.SAFE, None, roster)
    words_at = event.words_at if alarm.words_at is None else alarm.words_at
    held = replace(alarm, back_at=event.at, words_at=words_at, worded=alarm.worded)
    if alarm.self_confirms is not None and event.way in STRONG_WAYS:
        held = replace(held, confirms_at=event.at + alarm.self_confirms)
    until = event.at + alarm.hold
    if alarm.stage is Stage.RAISED:
        return Decision(replace(held, stage=Stage.HELD, turn_at=until, hold_renewed=True))
    if not alarm.hold_renewed and alarm.turn_at is not None:
        held = replace(held, turn_at=max(until, alarm.turn_at), hold_renewed=True)
    return Decision(held)


def confirm(alarm: Alarm, event: Confirmed, roster: Roster) -> Decision:
    if event.by == alarm.subject or not roster.is_coordinator(event.by):
        return Decision(alarm)
    if alarm.kind is not Kind.MISSED:
        return _refuse(alarm, event.by, "close-it")
    if alarm.back_at is None:
        return _refuse(alarm, event.by, "no-sign-yet")
    sure = alarm.confirmed_by | {event.by}
    alarm = replace(alarm, confirmed_by=sure)
    if len(sure) >= alarm.confirmers:
        return _close(alarm, event.at, Outcome.SAFE, event.by, roster)
    facts: dict[str, Fact] = {"by": event.by}
    asked = to_coordinators(alarm, roster, say.Kind.CONFIRMING_ASKED, facts, but=event.by)
    refused = _refuse(alarm, event.by, "needs-another")
    return replace(refused, notices=asked + refused.notices)


def join(alarm: Alarm, event: Repeated, roster: Roster) -> Decision:
    """Let a further cause join it; a second cry for help asks the next people now."""
    causes = (*alarm.causes, event.cause)[-_CAUSES_KEPT:]
    joined = replace(alarm, causes=causes)
    said = to_coordinators(joined, roster, say.Kind.STILL_SILENT, {"cause": event.cause})
    if alarm.stage is Stage.RAISED and event.cause is Cause.SOS:
        risen = _next_rung(joined, event.at, roster)
        return replace(risen, notices=said + risen.notices)
    return Decision(joined, said)


def close(alarm: Alarm, event: ClosingAsked, roster: Roster) -> Decision:
    if event.by == alarm.subject or not roster.is_coordinator(event.by):
        return Decision(alarm)
    needed = alarm.closers if alarm.kind in _URGENT else 1
    first = alarm.closing
    if needed == 1 or (first is not None and first[0] != event.by):
        return _close(alarm, event.at, event.outcome, event.by, roster)
    if first is not None:
        return _refuse(alarm, event.by, "needs-another")
    facts: dict[str, Fact] = {"by": event.by, "outcome": event.outcome}
    asked = to_coordinators(alarm, roster, say.Kind.CLOSING_ASKED, facts, but=event.by)
    wanted = replace(alarm, closing=(event.by, event.outcome))
    return Decision(wanted, (*asked, *_refuse(alarm, event.by, "needs-another").notices))


def say_who_closed(alarm: Alarm, event: ClosingAsked, roster: Roster) -> Decision:
    if event.by == alarm.subject or not roster.is_coordinator(event.by):
        return Decision(alarm)
    facts: dict[str, Fact] = {"outcome": alarm.outcome or Outcome.UNKNOWN}
    return Decision(alarm, (about(alarm, event.by, say.Kind.CLOSED, facts),))


def say_confirmed(alarm: Alarm, event: Confirmed, roster: Roster) -> Decision:
    if event.by == alarm.subject or not roster.is_coordinator(event.by):
        return Decision(alarm)
    return Decision(alarm, (plain(alarm, event.by, say.Kind.IT_IS_OVER),))


def _refuse(alarm: Alarm, by: PersonId, why: str) -> Decision:
    return Decision(alarm, (Notice(by, say.Kind.REFUSED, {"number": alarm.number, "why": why}),))


def _close(
    alarm: Alarm,
    at: datetime,
    outcome: Outcome,
    by: PersonId | None,
    roster: Roster,
    said: tuple[Notice, ...] = (),
) -> Decision:
    ended = replace(alarm, stage=Stage.CLOSED, outcome=outcome, holder=None, closed_at=at)
    end = the_end(alarm, roster, outcome, by)
    return Decision(ended, said + end, (Closed(outcome),))


def _end_drill(alarm: Alarm, at: datetime, roster: Roster) -> Decision:
    facts: dict[str, Fact] = {"asked": len(alarm.asked), "answered": len(alarm.answered)}
    report = to_coordinators(alarm, roster, say.Kind.DRILL_REPORT, facts)
    return _close(alarm, at, Outcome.FALSE_ALARM, None, roster, report)


RULES: dict[tuple[Stage, type[AlarmEvent]], Rule] = {
    (Stage.RAISED, TimePassed): climb,
    (Stage.RAISED, Told): note_told,
    (Stage.RAISED, Unreachable): climb_past,
    (Stage.RAISED, Answered): hold,
    (Stage.RAISED, HandedBack): stay,
    (Stage.RAISED, Reported): weigh,
    (Stage.RAISED, Escalated): escalate,
    (Stage.RAISED, OwnerBack): hear_back,
    (Stage.RAISED, Confirmed): confirm,
    (Stage.RAISED, Repeated): join,
    (Stage.RAISED, ClosingAsked): close,
    (Stage.HELD, TimePassed): end_hold,
    (Stage.HELD, Told): record_told,
    (Stage.HELD, Unreachable): lose_holder,
    (Stage.HELD, Answered): take_over,
    (Stage.HELD, HandedBack): hand_back,
    (Stage.HELD, Reported): pass_on,
    (Stage.HELD, Escalated): escalate,
    (Stage.HELD, OwnerBack): hear_back,
    (Stage.HELD, Confirmed): confirm,
    (Stage.HELD, Repeated): join,
    (Stage.HELD, ClosingAsked): close,
    (Stage.CLOSED, TimePassed): stay,
    (Stage.CLOSED, Told): tell_the_end,
    (Stage.CLOSED, Unreachable): note_lost,
    (Stage.CLOSED, Answered): say_it_is_over,
    (Stage.CLOSED, HandedBack): stay,
    (Stage.CLOSED, Reported): worry_anew,
    (Stage.CLOSED, Escalated): say_it_is_over,
    (Stage.CLOSED, OwnerBack): stay,
    (Stage.CLOSED, Confirmed): say_confirmed,
    (Stage.CLOSED, Repeated): stay,
    (Stage.CLOSED, ClosingAsked): say_who_closed,
}
