"""What a sign means that comes from a phone which coordinators say is in other hands.

Such a sign is taken, answered as ever, and counted as a forced one (law 17); what else is asked
from there seems done.
"""

from dataclasses import replace
from datetime import datetime

from handlers.context import Hearing, short
from rules.events import Verdict
from rules.people import PersonId
from storage.persons import ContactLink, Person, Standing

#: Among the facts of a person: what such a phone seems to have done to their sheets, and when.
SEEMS = "sheet-seems"
#: And whom it seems to have taken out of their people.
GONE = "people-seem-gone"
#: And since when which key of their own seems to be there; without letters, none.
KEY = "own-key-seems"

_SEEMING = frozenset({SEEMS, GONE, KEY})


def in_other_hands(hearing: Hearing) -> bool:
    """Say whether what comes from this chat counts as forced."""
    here = hearing.visitor.address
    return any(
        one.address == here and one.in_other_hands(hearing.at) for one in hearing.person.chats
    )


def meant(hearing: Hearing, verdict: Verdict = Verdict.GENUINE) -> Verdict:
    """Return what a sign from this chat means that would mean `verdict` in the person's hands."""
    return Verdict.FORCED if in_other_hands(hearing) else verdict


def shown_people(hearing: Hearing) -> tuple[ContactLink, ...]:
    """Return whom the person has named, as this chat is shown them."""
    person = hearing.person
    if not in_other_hands(hearing):
        return person.contacts
    gone = person.facts.get(GONE, "").split()
    return tuple(_seeming(one) for one in person.contacts if short(one.id) not in gone)


def _seeming(link: ContactLink) -> ContactLink:
    """Return a contact as if whoever was named from here were asked like any other."""
    doubted = link.standing is Standing.DOUBTED
    return replace(link, standing=Standing.AGREED) if doubted else link


def seems_without(person: Person, contact: PersonId) -> Person:
    """Return the person as on a phone in other hands, where somebody was taken out."""
    gone = f"{person.facts.get(GONE, '')} {short(contact)}".strip()
    return replace(person, facts={**person.facts, GONE: gone})


def seems_with_key(person: Person, at: datetime, letters: str) -> Person:
    """Return the person as on a phone in other hands, where a key was made; "": one was dropped."""
    return replace(person, facts={**person.facts, KEY: f"{at.isoformat()} {letters}"})


def undeceived(person: Person) -> Person:
    """Return the person without what an earlier phone in other hands seemed to have done."""
    facts = {name: fact for name, fact in person.facts.items() if name not in _SEEMING}
    return replace(person, facts=facts)
