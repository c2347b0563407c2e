"""What the office hears about somebody outside an alarm: changes, leaving, a lost chat."""

from rules.naming import duty, reachable_coordinators
from rules.notices import Kind, Notice
from rules.people import PersonId, Roster
from rules.watch import TellOffice

#: What every coordinator hears, not only the one on duty.
FOR_ALL = frozenset({Kind.NO_WATCH, Kind.LEAVING_ASKED, Kind.HEARD_TOLD})


def report(
    order: TellOffice, about: PersonId, roster: Roster, never_tell: frozenset[PersonId]
) -> tuple[Notice, ...]:
    """Return what coordinators hear about somebody, under that person's id alone.

    Whom the person asked never to tell hears nothing, unless nobody else can be reached (goal 1).
    """
    named = reachable_coordinators if order.kind in FOR_ALL else duty
    to = named(about, roster, never_tell) or named(about, roster)
    facts = {"subject": about, **order.facts}
    return tuple(Notice(one, order.kind, facts) for one in to)
