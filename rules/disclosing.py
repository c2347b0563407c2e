"""What of somebody's sheet is disclosed by the clock, and to whom: with the telling of a rung.

Each reader gets a section once in an alarm, however often they are asked. What goes out is sealed
to keys that its writer chose: whoever holds none, or where nothing is kept, gets nothing, which
storage sees to. Nothing of an alarm that is practice, and nothing that no rung of the terms names.
"""

from collections.abc import Iterable
from dataclasses import replace

from rules import notices as say
from rules.alarm import Alarm, Decision
from rules.notices import Fact, Notice
from rules.people import PersonId, Roster
from rules.terms import Rung, Section, Terms


def disclose(alarm: Alarm, people: Iterable[PersonId], roster: Roster) -> Decision:
    """Return `alarm` with what the present rung discloses to `people`, and the notices of it."""
    told, had = [], dict(alarm.disclosed)
    for person in people:
        more = _lacking(had.get(person, frozenset()), alarm.ladder[alarm.rung].sections)
        if not more:
            continue
        had[person] = had.get(person, frozenset()) | more
        facts: dict[str, Fact] = {"subject": alarm.subject, "sections": written(more)}
        if roster.is_coordinator(person):
            facts["number"] = alarm.number
        told.append(Notice(person, say.Kind.SHEET, facts, alarm.id))
    return Decision(replace(alarm, disclosed=had) if told else alarm, tuple(told))


def agreed(terms: Terms) -> tuple[int, ...]:
    """Return everything that some rung of the terms discloses, for alarms with another ladder."""
    named = {section for rung in terms.ladder for section in rung.sections}
    return (Section.WHOLE,) if Section.WHOLE in named else tuple(sorted(named))


def disclosed(terms: Terms) -> frozenset[tuple[int, int]]:
    """Return what is disclosed, with the number of the rung; everything names every section."""
    return frozenset(
        (number, int(one))
        for number, rung in enumerate(terms.ladder)
        for named in rung.sections
        for one in (Section if named == Section.WHOLE else (named,))
    )


def without_disclosure(ladder: tuple[Rung, ...]) -> tuple[Rung, ...]:
    """Return the ladder of an alarm that is practice: nothing of hers leaves the house for it."""
    return tuple(replace(rung, sections=()) for rung in ladder)


def merged(alarm: Alarm, other: Alarm) -> dict[PersonId, frozenset[int]]:
    """Return what readers have had in either of two alarms, of which one takes over the other."""
    everybody = alarm.disclosed.keys() | other.disclosed.keys()
    none = frozenset[int]()
    return {
        one: alarm.disclosed.get(one, none) | other.disclosed.get(one, none) for one in everybody
    }


def written(sections: Iterable[int]) -> str:
    """Return sections as a notice names them: "0" for everything, else "1 3"."""
    found = set(sections)
    if Section.WHOLE in found:
        return str(int(Section.WHOLE))
    return " ".join(str(int(one)) for one in sorted(found))


def _lacking(had: frozenset[int], disclosed: Iterable[int]) -> frozenset[int]:
    """Return what a reader has not had yet; whoever has had everything lacks nothing."""
    return frozenset() if Section.WHOLE in had else frozenset(map(int, disclosed)) - had
