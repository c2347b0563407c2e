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
    """Return whom `rung` tells now, in order, each once; empty when nobody can be reached.

    Family is never on the first rung (law 21), whatever they were marked as when terms were agreed.
    """
    named = [person for whom in rung.whom for person in _named(alarm, whom, roster)]
    hears = (person for person in named if _may_hear(alarm, person, roster))
    if rung == alarm.ladder[0]:
        family = {one.id for one in roster.contacts if one.part is Part.FAMILY}
        hears = (one for one in hears if one not in family or roster.is_coordinator(one))
    return tuple(dict.fromkeys(hears))


def every_coordinator(alarm: Alarm, roster: Roster) -> tuple[PersonId, ...]:
    """Return all coordinators but the subject, also those thought lost: they may be back.

    Only where nobody else is left are those among them whom she asked never to tell (goal 1).
    """
    others = tuple(one.id for one in roster.coordinators if one.id != alarm.subject)
    return tuple(one for one in others if one not in alarm.never_tell) or others


def may_know(alarm: Alarm, person: PersonId) -> bool:
    """Say whether an alarm exists for a coordinator: not if it is about them, or kept from them.

    Whoever was asked all the same, because nobody else was left, must be able to answer (goal 1).
    """
    return person != alarm.subject and (person not in alarm.never_tell or person in alarm.asked)


def reachable_coordinators(
    subject: PersonId, roster: Roster, never_tell: frozenset[PersonId] = frozenset()
) -> tuple[PersonId, ...]:
    """Return the coordinators who can be told about `subject`, those on duty first."""
    here = [
        one
        for one in roster.coordinators
        if one.reachable and one.id != subject and one.id not in never_tell
    ]
    return tuple(one.id for one in sorted(here, key=lambda one: not one.on_duty))


def duty(
    subject: PersonId, roster: Roster, never_tell: frozenset[PersonId] = frozenset()
) -> tuple[PersonId, ...]:
    """Return the coordinator on duty; all who can be reached where nobody is."""
    here = reachable_coordinators(subject, roster, never_tell)
    on_duty = {one.id for one in roster.coordinators if one.on_duty}
    return tuple(person for person in here if person in on_duty)[:1] or here


def _named(alarm: Alarm, whom: Whom, roster: Roster) -> Iterable[PersonId]:
    # Whoever is lost or must not be told is left out first, so that another can take their place.
    lost = alarm.never_tell | alarm.unreachable
    here = reachable_coordinators(alarm.subject, roster, lost)
    on_duty = duty(alarm.subject, roster, lost)
    # Family and lawyers have rungs of their own; "first contact" is never one of them.
    plain = [one for one in roster.contacts if one.part in {Part.NEAR, Part.FRIEND}]
    match whom:
        case Group.DUTY:
            return on_duty
        case Group.SECOND:
            another = tuple(one for one in here if one not in alarm.asked)
            return another[:1] or here[1:2] or here
        case Group.TWO:
            return here[:2]
        case Group.ALL:
            return here
        case Group.NEAR:
            return _ids(one for one in plain if one.part is Part.NEAR) or on_duty
        case Group.FIRST_CONTACT:
            return _ids(plain[:1]) or on_duty
        case Group.SECOND_CONTACT:
            return _ids(plain[1:2]) or on_duty
        case Group.OTHER_CONTACTS:
            return _ids(plain[1:])
        case Group.LAWYER:
            return _ids(one for one in roster.contacts if one.part is Part.LAWYER)
        case Group.FAMILY:
            return _ids(one for one in roster.contacts if one.part is Part.FAMILY)
        case _:
            # Whoever was removed is replaced by the duty coordinator (law 18).
            known = roster.is_contact(whom) or roster.is_coordinator(whom)
            return (whom,) if known else on_duty


def _ids(contacts: Iterable[Contact]) -> tuple[PersonId, ...]:
    return tuple(one.id for one in contacts)


def _may_hear(alarm: Alarm, person: PersonId, roster: Roster) -> bool:
    if person == alarm.subject or person in alarm.never_tell or person in alarm.unreachable:
        return False
    if roster.is_coordinator(person):
        return any(one.id == person and one.reachable for one in roster.coordinators)
    if alarm.kind in COORDINATORS_ONLY:
        return False
    return any(one.id == person and one.reachable for one in roster.contacts)
