"""What becomes of an alarm: every change of it, and the table Stage x Event at the foot.

`decide` is a function of an alarm, an event and the roster of that moment. The rules that the table
names stand in `rules/climbing.py` (the ladder), `rules/answering.py` (those who help) and
`rules/ending.py` (how it ends).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from rules.alarm import Alarm, Decision, Stage
from rules.answering import (
    escalate,
    hand_back,
    hold,
    pass_on,
    say_it_is_over,
    take_over,
    weigh,
    worry_anew,
)
from rules.climbing import (
    climb,
    climb_past,
    climb_to,
    end_hold,
    join,
    lose_holder,
    note_lost,
    note_told,
    record_told,
    tell_the_end,
)
from rules.ending import close, confirm, hear_back, say_confirmed, say_who_closed
from rules.events import (
    AlarmEvent,
    Answered,
    ClosingAsked,
    Confirmed,
    Escalated,
    HandedBack,
    Outcome,
    OwnerBack,
    Repeated,
    Reported,
    TimePassed,
    Told,
    Unreachable,
)
from rules.notices import Kind, Notice
from rules.people import PersonId, Roster
from rules.saying import end_for

Rule = Callable[[Alarm, Any, Roster], Decision]


def decide(alarm: Alarm, event: AlarmEvent, roster: Roster) -> Decision:
    """Return what becomes of `alarm` now that `event` has happened.

    The subject is neither told of it nor acts on it, not even as a coordinator (law 12).
    """
    if _who(event) == alarm.subject:
        return Decision(alarm)
    decision = RULES[alarm.stage, type(event)](alarm, event, roster)
    said = tuple(one for one in decision.notices if _may_still_hear(one, alarm, roster))
    # Whoever is written to about it must hear the end, whichever rule wrote.
    asked = {one.to for one in said if one.alarm and one.to != alarm.subject}
    changed = replace(decision.alarm, asked=decision.alarm.asked | asked)
    return Decision(_with_wake(changed), said, decision.orders)


def begin(alarm: Alarm, roster: Roster) -> Decision:
    """Return a new alarm with its first rung told."""
    decision = climb_to(alarm, 0, alarm.opened_at, roster)
    asked = {one.to for one in decision.notices}
    return replace(decision, alarm=_with_wake(replace(decision.alarm, asked=alarm.asked | asked)))


def _with_wake(alarm: Alarm) -> Alarm:
    if alarm.stage is Stage.CLOSED:
        return replace(alarm, wake_at=None, turn_at=None)
    words = alarm.words_at if alarm.back_at is not None and not alarm.worded else None
    moments = [at for at in (alarm.turn_at, words, alarm.confirms_at) if at is not None]
    return replace(alarm, wake_at=min(moments))


def _who(event: AlarmEvent) -> PersonId | None:
    match event:
        case Told() | Unreachable():
            return event.who
        case TimePassed() | OwnerBack() | Repeated():
            return None
        case _:
            return event.by


def _may_still_hear(notice: Notice, alarm: Alarm, roster: Roster) -> bool:
    """Say whether this may be said: a contact who was removed hears only a neutral end (law 18)."""
    if notice.to == alarm.subject or notice.kind is Kind.IT_IS_OVER:
        return True
    return roster.is_contact(notice.to) or roster.is_coordinator(notice.to)


def give_over(missed: Alarm, at: datetime, roster: Roster) -> Decision:
    """Return a missed alarm that duress takes over: its contacts hear nothing of it (law 17)."""
    given = replace(missed, stage=Stage.CLOSED, outcome=Outcome.UNKNOWN, holder=None, closed_at=at)
    said = tuple(
        notice
        for person in sorted(missed.asked)
        if roster.is_coordinator(person)
        for notice in end_for(given, roster, person, Outcome.UNKNOWN, None)
    )
    return Decision(_with_wake(given), said)


def stay(alarm: Alarm, event: AlarmEvent, roster: Roster) -> Decision:
    return Decision(alarm)


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
