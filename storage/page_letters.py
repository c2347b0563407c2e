"""Says by which letters the keys are known to which the page of the phones seals.

Coordinators compare them with what the page itself shows to whoever opens its bare address: a page
that somebody else put in its place would seal to another key.
"""

from dataclasses import dataclass
from datetime import datetime

from sealing.epochs import epoch_at, public_bytes, starts
from sealing.keyring import Purpose
from sealing.recipients import fingerprint
from storage.keys import Keys


@dataclass(frozen=True, slots=True)
class PageLetters:
    """A key to which notes are sealed, by its letters."""

    letters: str  #: "k7q2 ab3d ef5g hj6m"
    until: datetime  #: from then on notes are sealed to the next one, aware UTC


def page_letters(keys: Keys, at: datetime) -> tuple[PageLetters, ...]:
    """Return the keys of now and of the next epoch, as far as they are held."""
    held, now = keys.held(Purpose.EPOCHS), epoch_at(at)
    return tuple(
        PageLetters(fingerprint(public_bytes(held[epoch])), starts(epoch + 1))
        for epoch in (now, now + 1)
        if epoch in held
    )
