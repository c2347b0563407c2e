"""What an alarm says, and to whom of those it knows: notices for coordinators and for contacts."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from rules import notices
from rules.alarm import URGENT, Alarm, Kind, Stage
from rules.events import Outcome, State
from rules.naming import reachable_coordinators
from rules.notices import Fact, Notice
from rules.people import PersonId, Roster

_GOOD = frozenset({Outcome.SAFE, Outcome.FALSE_ALARM})
_OFFICE_ALONE = frozenset({Kind.DURESS, Kind.LOCKED})  #: in which no contact has a part (law 17)


def ask_for_help(alarm: Alarm, people: Iterable[PersonId], roster: Roster) -> tuple[Notice, ...]:
    """Return the notices of one rung: coordinators read what it is, contacts only a question."""
    first = not alarm.asked or alarm.kind in URGENT or alarm.state is not State.CALM
    next_at = alarm.rung_at or alarm.opened_at
    asked = []
    for person in people:
        if roster.is_coordinator(person):
            facts: dict[str, Fact] = {
                "cause": alarm.causes[-1],
                "since": alarm.since,
                "level": alarm.level,
                "next_at": next_at + alarm.ladder[alarm.rung].wait,
                "minutes": int((next_at - alarm.opened_at).total_seconds() // 60),
                **state_of(alarm.state),
            }
            asked.append(about(alarm, person, notices.Kind.ALARM, facts))
        else:
            facts = {"subject": alarm.subject, "since": alarm.since, "cause": alarm.causes[0]}
            asked.append(Notice(person, notices.Kind.ASK, facts, alarm.id))
    return tuple(replace(one, first=first) for one in asked)


def state_of(state: State) -> dict[str, Fact]:
    """Return what a notice for coordinators says of her situation; nothing where it is calm."""
    return {} if state is State.CALM else {"state": state.name.lower()}


def about(
    alarm: Alarm, to: PersonId, kind: notices.Kind, facts: dict[str, Fact] | None = None
) -> Notice:
    """Return a notice for a coordinator: number and code name stand in every one of them."""
    own: dict[str, Fact] = {"number": alarm.number, "subject": alarm.subject}
    return Notice(to, kind, own | (facts or {}), alarm.id)


def plain(alarm: Alarm, to: PersonId, kind: notices.Kind) -> Notice:
    """Return a notice for a contact, which carries nothing at all."""
    return Notice(to, kind, {}, alarm.id)


def involved_coordinators(alarm: Alarm, roster: Roster) -> tuple[PersonId, ...]:
    """Return the coordinators who know of it; where none does yet, all who can be reached."""
    here = reachable_coordinators(alarm.subject, roster, alarm.never_tell)
    return tuple(one for one in here if one in alarm.asked) or here


def to_coordinators(
    alarm: Alarm,
    roster: Roster,
    kind: notices.Kind,
    facts: dict[str, Fact],
    *,
    but: PersonId | None = None,
) -> tuple[Notice, ...]:
    """Return one notice for every coordinator who knows of it, but the one who caused it."""
    people = (one for one in involved_coordinators(alarm, roster) if one != but)
    return tuple(about(alarm, one, kind, facts) for one in people)


def is_looked_at(alarm: Alarm, contact: PersonId) -> bool:
    """Say whether a sign of life came and is looked at; not once this contact is asked again.

    Until then nothing that a contact hears or reads may depend on what the sign meant: they are
    answered as if somebody of the office had it (laws 16 and 17).
    """
    if alarm.kind in _OFFICE_ALONE:
        return True
    asked_again = alarm.stage is Stage.RAISED and contact in alarm.asked_now
    return alarm.back_at is not None and not asked_again


def taken(alarm: Alarm, roster: Roster, by: PersonId, until: datetime) -> tuple[Notice, ...]:
    """Return message 8: coordinators hear who has it, contacts only that somebody has."""
    said = []
    for person in sorted(alarm.asked | {by}):
        if roster.is_coordinator(person):
            facts: dict[str, Fact] = {"by": by, "until": until}
            said.append(about(alarm, person, notices.Kind.TAKEN, facts))
        elif person != by and not is_looked_at(alarm, person):
            said.append(plain(alarm, person, notices.Kind.TAKEN_CONTACT))
    return tuple(said)


def neutral_words(alarm: Alarm, roster: Roster) -> tuple[Notice, ...]:
    """Return the same words for all who were told, whatever the sign meant (law 16).

    Of a forced one coordinators know, and are not led to speak with her about it.
    """
    assert alarm.back_at is not None
    said = []
    for person in sorted(alarm.told):
        if not roster.is_coordinator(person):
            said.append(plain(alarm, person, notices.Kind.LOOKING))
        elif alarm.kind is Kind.MISSED:
            said.append(about(alarm, person, notices.Kind.SIGN_CAME, {"at": alarm.back_at}))
    return tuple(said)


def the_end(
    alarm: Alarm, roster: Roster, outcome: Outcome, by: PersonId | None
) -> tuple[Notice, ...]:
    """Return the end for everybody who may have heard of it (laws 6 and 20, message 10)."""
    said: list[Notice] = []
    closers = frozenset() if by is None else frozenset({by})
    for person in sorted(alarm.asked | alarm.told.keys() | closers):
        said.extend(end_for(alarm, roster, person, outcome, by))
    beside = () if by is None else office_beside(alarm, roster, by)
    unasked = (one for person in beside for one in end_for(alarm, roster, person, outcome, by))
    return (*said, *(replace(one, silent=True) for one in unasked))


def end_for(
    alarm: Alarm, roster: Roster, person: PersonId, outcome: Outcome, by: PersonId | None
) -> tuple[Notice, ...]:
    """Return the end as one person hears it: a contact never learns an outcome from the bot."""
    if roster.is_coordinator(person):
        facts: dict[str, Fact] = {"outcome": outcome}
        if by is not None:
            facts["by"] = by
        return (about(alarm, person, notices.Kind.CLOSED, facts),)
    good = notices.Kind.ALL_WELL if outcome in _GOOD else notices.Kind.OFFICE_SPEAKS
    if not roster.is_contact(person):
        return (plain(alarm, person, notices.Kind.IT_IS_OVER),)
    first = () if alarm.worded else (plain(alarm, person, notices.Kind.LOOKING),)
    return (*first, plain(alarm, person, good))


def office_beside(alarm: Alarm, roster: Roster, by: PersonId) -> tuple[PersonId, ...]:
    """Return the coordinators who hear what one of them does alone, because none of them knows.

    One person must not end an alarm, or keep it with them, unseen. Nobody where another knows.
    """
    here = reachable_coordinators(alarm.subject, roster, alarm.never_tell)
    others = tuple(one for one in here if one != by)
    return () if any(one in alarm.asked for one in others) else others
