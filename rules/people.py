"""Who takes part, as far as the rules must know: ids, parts, duty, and who can be reached.

Names, chats and languages never come in here; the rules decide about ids alone.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

PersonId = NewType("PersonId", bytes)  #: 16 random bytes


class Role(StrEnum):
    """What somebody is to this house. One person may be several."""

    DEFENDER = "defender"  #: promises a sign of life
    CONTACT = "contact"  #: is asked when a defender has gone quiet
    COORDINATOR = "coordinator"  #: answers for the organisation


class Part(StrEnum):
    """What a contact is to the defender who named them (PRACTICE.md, default terms)."""

    NEAR = "near"  #: lives or works close by and can look
    FRIEND = "friend"  #: anybody else who may have heard
    LAWYER = "lawyer"  #: can ask where a detained person is
    FAMILY = "family"  #: never on the first rung, never in an SOS at high risk


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact of the subject, in the order the subject named them."""

    id: PersonId
    part: Part
    reachable: bool = True  #: False once Telegram has refused for good


@dataclass(frozen=True, slots=True)
class Coordinator:
    """One coordinator of the organisation."""

    id: PersonId
    on_duty: bool = False
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody whom a rung may name, as things stand at the moment of telling."""

    contacts: tuple[Contact, ...] = ()
    coordinators: tuple[Coordinator, ...] = ()

    def is_coordinator(self, person: PersonId) -> bool:
        """Say whether `person` is a coordinator of this house."""
        return any(person == one.id for one in self.coordinators)

    def is_contact(self, person: PersonId) -> bool:
        """Say whether `person` is a contact of the subject today."""
        return any(person == one.id for one in self.contacts)

    def without(self, *people: PersonId) -> "Roster":
        """Return the roster with `people` marked as out of reach."""
        return Roster(
            tuple(
                Contact(one.id, one.part, one.reachable and one.id not in people)
                for one in self.contacts
            ),
            tuple(
                Coordinator(one.id, one.on_duty, one.reachable and one.id not in people)
                for one in self.coordinators
            ),
        )
