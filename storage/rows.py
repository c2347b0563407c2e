"""Nouns <-> the bytes that are sealed: each carries the number of its format and is read for ever.

A format grows by a field with a default. What cannot be told that way raises the number and adds an
upcast: a function from the fields as one format wrote them to the fields of the next.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeVar

from rules.alarm import Alarm
from rules.terms import Rung, Terms
from rules.watch import Watch
from storage.persons import Address, Dialogue, House, Invitation, Person
from storage.shapes import Shape, kept_shape, noun_shape, packed, unpacked

Fields = dict[str, Any]
Upcast = Callable[[Fields], Fields]
Noun = TypeVar("Noun")

# A house has few kinds of terms, a seizure of memory shows no more than the rows it has open.
_TERMS_REMEMBERED = 4096


class FormatUnknownError(ValueError):
    """A row was written by a later Vigil; this one must not guess what it says."""


@dataclass(frozen=True, slots=True)
class Form:
    """How one noun is written, and how every earlier format becomes the present one."""

    shape: Shape
    upcasts: tuple[Upcast, ...] = ()

    @property
    def number(self) -> int:
        """Return the number of the present format; the first is 1."""
        return len(self.upcasts) + 1

    def write(self, noun: object) -> bytes:
        """Return the noun as bytes, ready to be sealed."""
        return packed([self.number, self.shape.encode(noun)])

    def read(self, text: bytes) -> Any:
        """Return the noun that some Vigil up to this one wrote. Raises FormatUnknownError."""
        number, fields = unpacked(text)
        if not 1 <= number <= self.number:
            raise FormatUnknownError(number)
        for upcast in self.upcasts[number - 1 :]:
            fields = upcast(fields)
        try:
            return self.shape.decode(fields)
        except (KeyError, TypeError) as error:
            raise FormatUnknownError(number) from error


#: From one format of a noun to the next, the oldest first.
UPCASTS: Mapping[type, tuple[Upcast, ...]] = {}


@cache
def form_of(noun: Any) -> Form:
    """Return how nouns of this type are written."""
    special = {
        Watch: {"terms": kept_shape(Terms, _TERMS_REMEMBERED)},
        Alarm: {"ladder": kept_shape(tuple[Rung, ...], _TERMS_REMEMBERED)},
    }
    return Form(noun_shape(noun, special.get(noun, {})), UPCASTS.get(noun, ()))


def write_noun(noun: object) -> bytes:
    """Return a noun as bytes, ready to be sealed."""
    kind: Any = type(noun)
    return form_of(kind).write(noun)


def read_noun(kind: type[Noun], text: bytes) -> Noun:
    """Return the noun of this kind that was sealed. Raises FormatUnknownError."""
    named: Any = kind
    noun: Noun = form_of(named).read(text)
    return noun


def write_person(person: Person) -> bytes:
    """Return a person as bytes. The version stands in the row alone."""
    return write_noun(replace(person, version=0))


def read_person(text: bytes, version: int) -> Person:
    """Return a person as they stood at `version`."""
    return replace(read_noun(Person, text), version=version)


def write_house(house: House) -> bytes:
    """Return the house as bytes. The version stands in the row alone."""
    return write_noun(replace(house, version=0))


def read_house(text: bytes, version: int) -> House:
    """Return the house as it stood at `version`."""
    return replace(read_noun(House, text), version=version)


def write_dialogue(dialogue: Dialogue) -> bytes:
    """Return where a conversation stands as bytes. The version stands in the row alone."""
    return write_noun(replace(dialogue, version=0))


def read_dialogue(text: bytes, version: int) -> Dialogue:
    """Return where a conversation stood at `version`."""
    return replace(read_noun(Dialogue, text), version=version)


def write_address(address: Address) -> bytes:
    """Return a chat's address as bytes."""
    return write_noun(address)


def read_address(text: bytes) -> Address:
    """Return a chat's address."""
    return read_noun(Address, text)


def write_invitation(invitation: Invitation) -> bytes:
    """Return an invitation as bytes."""
    return write_noun(invitation)


def read_invitation(text: bytes) -> Invitation:
    """Return an invitation."""
    return read_noun(Invitation, text)
