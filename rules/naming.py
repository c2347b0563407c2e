"""Whom a rung names: groups become people at the moment of telling, never before.

The subject is never among them, not even when they are a coordinator. A contact who was removed is
replaced by the duty coordinator (law 18); one who cannot be reached is passed over (law 5). Duress,
locked and concern are told to coordinators only (laws 17 and 21).
"""

from collections.abc import Iterable

from rules.alarm import Alarm, Kind
from rules.people import Contact, Part, PersonId, Roster
from rules.terms import Group, Rung, Whom

#: Alarms of which no contact hears by the clock.
COORDINATORS_ONLY = frozenset({Kind.DURESS, Kind.LOCKED, Kind.CONCERN})


def name_rung(alarm: Alarm, rung: Rung, roster: Roster) -> tuple[PersonId, ...]:
    """Return whom `rung` tells now, in order, each once; empty when nobody can be reached."""
    named = [person for whom in rung.whom for person in _named(alarm, whom, roster)]
    return tuple(dict.fromkeys(person for person in named if _may_hear(alarm, person, roster)))


def every_coordinator(alarm: Alarm, roster: Roster) -> tuple[PersonId, ...]:
    """Return all coordinators but the subject, also those thought lost: they may be back."""
    return tuple(one.id for one in roster.coordinators if one.id != alarm.subject)


def reachable_coordinators(subject: PersonId, roster: Roster) -> tuple[PersonId, ...]:
    """Return the coordinators who can be told about `subject`, those on duty first."""
    here = [one for one in roster.coordinators if one.reachable and one.id != subject]
    return tuple(one.id for one in sorted(here, key=lambda one: not one.on_duty))


def duty(subject: PersonId, roster: Roster) -> tuple[PersonId, ...]:
    """Return the coordinator on duty; all who can be reached where nobody is."""
    here = reachable_coordinators(subject, roster)
    on_duty = {one.id for one in roster.coordinators if one.on_duty}
    first = [person for person in here if person in on_duty][:1]
    return tuple(first) or here


def _named(alarm: Alarm, whom: Whom, roster: Roster) -> Iterable[PersonId]:
    here = reachable_coordinators(alarm.subject, roster)
    # Family and lawyers have rungs of their own; "first contact" is never one of them.
    plain = [one for one in roster.contacts if one.part in {Part.NEAR, Part.FRIEND}]
    match whom:
        case Group.DUTY:
            return duty(alarm.subject, roster)
        case Group.SECOND:
            return here[1:2] or here
        case Group.TWO:
            return here[:2]
        case Group.ALL:
            return here
        case Group.NEAR:
            return _in_place_of([one for one in plain if one.part is Part.NEAR], alarm, roster)
        case Group.FIRST_CONTACT:
            return _in_place_of(plain[:1], alarm, roster)
        case Group.SECOND_CONTACT:
            return _in_place_of(plain[1:2], alarm, roster)
        case Group.OTHER_CONTACTS:
            return [one.id for one in plain[1:]]
        case Group.LAWYER:
            return [one.id for one in roster.contacts if one.part is Part.LAWYER]
        case Group.FAMILY:
            return [one.id for one in roster.contacts if one.part is Part.FAMILY]
        case _:
            known = [one for one in roster.contacts if one.id == whom]
            return [whom] if roster.is_coordinator(whom) else _in_place_of(known, alarm, roster)


def _in_place_of(contacts: list[Contact], alarm: Alarm, roster: Roster) -> Iterable[PersonId]:
    """Return the contacts; where nobody is named any more, the duty coordinator (law 18)."""
    return [one.id for one in contacts] or duty(alarm.subject, roster)


def _may_hear(alarm: Alarm, person: PersonId, roster: Roster) -> bool:
    if person == alarm.subject or person in alarm.never_tell or person in alarm.unreachable:
        return False
    if alarm.kind in COORDINATORS_ONLY and not roster.is_coordinator(person):
        return False
    contact = next((one for one in roster.contacts if one.id == person), None)
    if contact is not None and not roster.is_coordinator(person):
        return contact.reachable
    return any(one.id == person and one.reachable for one in roster.coordinators)
