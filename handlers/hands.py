"""What a sign means that comes from a phone which coordinators say is in other hands.

Nothing else may ask: such a sign is taken, answered as ever, and counted as a forced one (law 17).
"""

from dataclasses import replace

from handlers.context import Hearing
from rules.events import Verdict
from storage.persons import Person

#: Among the facts of a person: what such a phone seems to have done to their sheets, and when.
SEEMS = "sheet-seems"


def in_other_hands(hearing: Hearing) -> bool:
    """Say whether what comes from this chat counts as forced."""
    here = hearing.visitor.address
    return any(
        one.address == here and one.in_other_hands(hearing.at) for one in hearing.person.chats
    )


def meant(hearing: Hearing, verdict: Verdict = Verdict.GENUINE) -> Verdict:
    """Return what a sign from this chat means that would mean `verdict` in the person's hands."""
    return Verdict.FORCED if in_other_hands(hearing) else verdict


def undeceived(person: Person) -> Person:
    """Return the person without what an earlier phone in other hands seemed to have done."""
    facts = {name: fact for name, fact in person.facts.items() if name != SEEMS}
    return replace(person, facts=facts)
