"""The ladder: which rung is told next, how long it waits, and what follows when nobody can be told.

Law 4: a rung's wait counts from its first telling. Law 5: an alarm never goes quiet by itself; the
last rung repeats at growing gaps, and a rung on which nobody is left is climbed past at once.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from rules import notices as say
from rules.alarm import Alarm, Decision, Kind, Stage, unsettled
from rules.disclosing import disclose
from rules.ending import end, end_drill
from rules.events import Cause, Outcome, Repeated, TimePassed, Told, Unreachable
from rules.naming import every_coordinator, name_rung
from rules.notices import Fact, Notice
from rules.people import PersonId, Roster
from rules.saying import (
    about,
    ask_for_help,
    end_for,
    neutral_words,
    plain,
    state_of,
    to_coordinators,
)
from rules.terms import REPEAT_GAP_LIMIT, RUNG_GAP, UNTOLD_PATIENCE

_CAUSES_KEPT = 20


def climb(alarm: Alarm, event: TimePassed, roster: Roster) -> Decision:
    worded = _say_words(alarm, event.at, roster)
    alarm, said = worded.alarm, worded.notices
    if _confirms_itself(alarm, event.at):
        return end(alarm, event.at, Outcome.SAFE, None, roster, said)
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
    # Alarms are told of a moment that may lie behind us; what is decided now begins now.
    risen = next_rung(alarm, event.now or event.at, roster)
    return replace(risen, notices=said + risen.notices)


def end_hold(alarm: Alarm, event: TimePassed, roster: Roster) -> Decision:
    worded = _say_words(alarm, event.at, roster)
    alarm, said = worded.alarm, worded.notices
    if _confirms_itself(alarm, event.at):
        return end(alarm, event.at, Outcome.SAFE, None, roster, said)
    if alarm.turn_at is None or alarm.turn_at > event.at:
        return Decision(alarm, said)
    if alarm.holder is not None:
        said += (let_go_words(alarm, alarm.holder, roster),)
    risen = next_rung(replace(alarm, holder=None), event.now or event.at, roster)
    return replace(risen, notices=said + risen.notices)


def _say_words(alarm: Alarm, at: datetime, roster: Roster) -> Decision:
    due = alarm.words_at is not None and alarm.words_at <= at
    if alarm.back_at is None or alarm.worded or not due:
        return Decision(alarm)
    return Decision(replace(alarm, worded=True), neutral_words(alarm, roster))


def _confirms_itself(alarm: Alarm, at: datetime) -> bool:
    return alarm.kind is Kind.MISSED and alarm.confirms_at is not None and alarm.confirms_at <= at


def let_go_words(alarm: Alarm, holder: PersonId, roster: Roster) -> Notice:
    """Return what somebody hears whose hold is over."""
    if roster.is_coordinator(holder):
        return about(alarm, holder, say.Kind.HOLD_OVER)
    return plain(alarm, holder, say.Kind.PASSED_ON)


def next_rung(alarm: Alarm, at: datetime, roster: Roster) -> Decision:
    """Climb; at the top, tell the last rung again at growing gaps; a drill ends there."""
    if alarm.rung + 1 < len(alarm.ladder):
        return climb_to(alarm, alarm.rung + 1, at, roster)
    if alarm.kind is Kind.DRILL:
        return end_drill(alarm, at, roster)
    # Nobody left to ask again: the same people are tried at growing gaps, and never in a circle.
    gap = RUNG_GAP if alarm.asked_now else _patience(alarm, alarm.rung)
    soonest = (alarm.rung_at or alarm.opened_at) + gap
    if at < soonest:
        return Decision(replace(alarm, stage=Stage.RAISED, turn_at=soonest))
    return climb_to(replace(alarm, repeats=alarm.repeats + 1), alarm.rung, at, roster)


def climb_to(alarm: Alarm, number: int, at: datetime, roster: Roster) -> Decision:
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
        turn_at=at + _patience(alarm, number),
    )
    disclosed = disclose(risen, people, roster)
    return replace(disclosed, notices=ask_for_help(risen, people, roster) + disclosed.notices)


def _wait(alarm: Alarm, number: int) -> timedelta:
    wait = alarm.ladder[number].wait
    longer = wait * _doublings(alarm)
    return max(RUNG_GAP, min(longer, REPEAT_GAP_LIMIT)) if alarm.repeats else wait


def _patience(alarm: Alarm, number: int) -> timedelta:
    """Return how long a rung may stay untold: while we are cut off, repeats must not pile up."""
    longest = max(UNTOLD_PATIENCE, _wait(alarm, number))
    return min(UNTOLD_PATIENCE * _doublings(alarm), longest)


def _doublings(alarm: Alarm) -> int:
    # Beyond ten doublings the limit has long been reached; larger powers would only overflow.
    return 1 << min(alarm.repeats, 10)


def note_told(alarm: Alarm, event: Told, roster: Roster) -> Decision:
    """Count the rung's wait from its first telling (law 4)."""
    alarm = replace(alarm, told={event.who: event.at, **alarm.told})
    if alarm.rung_told_at is not None or event.who not in alarm.asked_now:
        return Decision(alarm)
    told = replace(alarm, rung_told_at=event.at, turn_at=event.at + _wait(alarm, alarm.rung))
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
    return Decision(left) if left.asked_now else next_rung(left, event.at, roster)


def lose_holder(alarm: Alarm, event: Unreachable, roster: Roster) -> Decision:
    alarm = _lose(alarm, event)
    if event.who != alarm.holder:
        return Decision(alarm)
    return next_rung(replace(alarm, holder=None), event.at, roster)


def note_lost(alarm: Alarm, event: Unreachable, roster: Roster) -> Decision:
    return Decision(_lose(alarm, event))


def _lose(alarm: Alarm, event: Unreachable) -> Alarm:
    if event.declined:
        return alarm
    return replace(alarm, unreachable=alarm.unreachable | {event.who})


def join(alarm: Alarm, event: Repeated, roster: Roster) -> Decision:
    """Let a further cause join it; a second cry for help asks the next people now.

    Who was sure before, or wanted to close it, did not know of this: both are asked for anew.
    """
    causes = (*alarm.causes, event.cause)[-_CAUSES_KEPT:]
    worse = max(alarm.state, event.state)
    joined = replace(unsettled(alarm), causes=causes, state=worse, confirms_at=None)
    facts: dict[str, Fact] = {"cause": event.cause, **state_of(event.state)}
    # A second forced sign, or a second cry for help, must not read as if nothing had come.
    kind = say.Kind.STILL_SILENT if alarm.kind is Kind.MISSED else say.Kind.NEWS
    said = to_coordinators(joined, roster, kind, facts)
    if alarm.stage is Stage.RAISED and event.cause is Cause.SOS:
        risen = next_rung(joined, event.at, roster)
        return replace(risen, notices=said + risen.notices)
    return Decision(joined, said)
