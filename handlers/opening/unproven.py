"""What the office reads of a key that was not shown: whose it is, and what to do."""

from handlers.context import Hearing, say
from storage.deed import Words
from storage.persons import Person


async def about_keys(hearing: Hearing, person: Person) -> tuple[Words, ...]:
    """Return whose keys were not shown: this person's own, and those of their people.

    A contact is named by the number that `who` gives them; who they are is their owner's to tell.
    Empty once all of them were.
    """
    unproven = {
        one.person for one in await hearing.rooms.dossiers.keys_for(person.id) if one.unproven
    }
    office = {one.id for one in hearing.visitor.house.members}
    lines = [say("inner-key-unproven", subject=person.code)] if person.id in unproven else []
    lines += [
        say("inner-key-unproven-contact", subject=person.code, number=number)
        for number, link in enumerate(person.contacts, start=1)
        if link.id in unproven - office
    ]
    return tuple(lines)
