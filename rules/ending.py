"""How an alarm comes to its end: the person is back, somebody is sure, a coordinator closes it.

Law 16: before anybody was told a sign of life closes a missed alarm; afterwards it only holds it,
and a person confirms. Law 12: never the one whom it is about. Law 6: all who were told hear it.
"""

from dataclasses import replace
from datetime import datetime

from rules import notices as say
from rules.alarm import URGENT, Alarm, Closed, Decision, Kind, Stage
from rules.events import ClosingAsked, Confirmed, Outcome, OwnerBack, Proof, State
from rules.notices import Fact, Notice
from rules.people import PersonId, Roster
from rules.saying import about, plain, the_end, to_coordinators
from rules.templates import STRONG_WAYS
from rules.terms import RUNG_GAP


def hear_back(alarm: Alarm, event: OwnerBack, roster: Roster) -> Decision:
    """Close what nobody was told; hold what somebody was, until a person confirms (law 16)."""
    if alarm.kind is not Kind.MISSED:
        return Decision(alarm)
    if not alarm.told:
        return end(alarm, event.at, Outcome.SAFE, None, roster)
    words_at = event.words_at if alarm.words_at is None else alarm.words_at
    held = replace(alarm, back_at=event.at, words_at=words_at, worded=alarm.worded)
    strong = event.way in STRONG_WAYS and event.state is State.CALM
    if alarm.self_confirms is not None and strong:
        # A sign that reached us late confirms nothing before the words were said.
        confirms_at = max(event.at + alarm.self_confirms, event.words_at)
        held = replace(held, confirms_at=confirms_at)
    # Coordinators hear of it with the words: they have some time after that, however late it came.
    until = max(event.at + alarm.hold, event.words_at + RUNG_GAP)
    if alarm.stage is Stage.RAISED:
        return Decision(replace(held, stage=Stage.HELD, turn_at=until, hold_renewed=True))
    if not alarm.hold_renewed and alarm.turn_at is not None:
        held = replace(held, turn_at=max(until, alarm.turn_at), hold_renewed=True)
    return Decision(held)


def confirm(alarm: Alarm, event: Confirmed, roster: Roster) -> Decision:
    if not roster.is_coordinator(event.by):
        return Decision(alarm)
    if alarm.kind is not Kind.MISSED:
        return refuse(alarm, event.by, "close-it")
    if alarm.back_at is None:
        return refuse(alarm, event.by, "no-sign-yet")
    sure = alarm.confirmed_by | {event.by}
    known = alarm.voice_known or event.proof in {Proof.VOICE, Proof.SEEN}
    alarm = replace(alarm, confirmed_by=sure, voice_known=known)
    # Where two must be sure, one of them knows the voice (PRACTICE.md, default terms).
    if len(sure) >= alarm.confirmers and (known or alarm.confirmers == 1):
        return end(alarm, event.at, Outcome.SAFE, event.by, roster)
    facts: dict[str, Fact] = {"by": event.by}
    asked = to_coordinators(alarm, roster, say.Kind.CONFIRMING_ASKED, facts, but=event.by)
    why = "needs-another" if len(sure) < alarm.confirmers else "needs-voice"
    refused = refuse(alarm, event.by, why)
    return replace(refused, notices=asked + refused.notices)


def close(alarm: Alarm, event: ClosingAsked, roster: Roster) -> Decision:
    if not roster.is_coordinator(event.by):
        return Decision(alarm)
    if event.causes is not None and event.causes < len(alarm.causes):
        # It has got worse since they were asked, and may be forced by now: they must read it first.
        return refuse(alarm, event.by, "news")
    needed = alarm.closers if alarm.kind in URGENT else 1
    wish = (event.by, event.outcome)
    first = alarm.closing or wish
    # Two who do not agree on how it ended do not end it: a wish of one's own replaces the other's.
    if needed == 1 or (first[0] != event.by and first[1] is event.outcome):
        return end(alarm, event.at, event.outcome, event.by, roster)
    if alarm.closing == wish:
        return refuse(alarm, event.by, "needs-another")
    facts: dict[str, Fact] = {"by": event.by, "outcome": event.outcome}
    asked = to_coordinators(alarm, roster, say.Kind.CLOSING_ASKED, facts, but=event.by)
    wanted = replace(alarm, closing=wish)
    return Decision(wanted, (*asked, *refuse(alarm, event.by, "needs-another").notices))


def say_who_closed(alarm: Alarm, event: ClosingAsked, roster: Roster) -> Decision:
    if not roster.is_coordinator(event.by):
        return Decision(alarm)
    facts: dict[str, Fact] = {"outcome": alarm.outcome or Outcome.UNKNOWN}
    return Decision(alarm, (about(alarm, event.by, say.Kind.CLOSED, facts),))


def say_confirmed(alarm: Alarm, event: Confirmed, roster: Roster) -> Decision:
    if not roster.is_coordinator(event.by):
        return Decision(alarm)
    return Decision(alarm, (plain(alarm, event.by, say.Kind.IT_IS_OVER),))


def end(
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


def end_drill(alarm: Alarm, at: datetime, roster: Roster) -> Decision:
    facts: dict[str, Fact] = {"asked": len(alarm.asked), "answered": len(alarm.answered)}
    report = to_coordinators(alarm, roster, say.Kind.DRILL_REPORT, facts)
    return end(alarm, at, Outcome.FALSE_ALARM, None, roster, report)


def refuse(alarm: Alarm, by: PersonId, why: str) -> Decision:
    return Decision(alarm, (Notice(by, say.Kind.REFUSED, {"number": alarm.number, "why": why}),))
