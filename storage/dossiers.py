"""The door to dossiers: what is kept of them, who can open them, and what comes in is fit to keep.

It reads only; what changes goes through the journal. Nothing here opens a dossier: no key that
could is held in this house.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rules.notices import Kind, Notice
from rules.people import PersonId
from sealing.contents import Part
from sealing.dossier import LONGEST, NobodyError, NoDossierError, read_head
from storage.agekeys import AgeKey, AgeKeyFault, HeldKey, letters_of, read_key
from storage.dossier_files import (
    KEPT_AFTER,
    SECTIONS,
    WHOLE,
    DossierFile,
    KeptDossier,
    file_of,
    kept_of,
)
from storage.dossier_parts import Collected, collected
from storage.inlets import behind
from storage.keyholders import held_key, key_names, keys_for, office_keys
from storage.people import people_of
from storage.reading import Reader
from storage.sealing_anew import missed_by
from storage.transactions import Look
from storage.trials import Tried, trial_for, tried

__all__ = [
    "KEPT_AFTER",
    "LONGEST",
    "SECTIONS",
    "WHOLE",
    "AgeKey",
    "AgeKeyFault",
    "Collected",
    "DossierFault",
    "DossierFile",
    "DossierSeen",
    "Dossiers",
    "HeldKey",
    "Part",
    "Tried",
    "letters_of",
    "read_key",
    "recipients_of",
]


class DossierFault(StrEnum):
    """Why a file is not kept."""

    NOT_A_SHEET = "not-a-sheet"  #: no age file, or one that is sealed to other kinds of keys too
    TOO_LONG = "too-long"  #: longer than anything that a page makes
    TOO_FEW = "too-few"  #: sealed to nobody
    STRANGE = "strange"  #: sealed to more keys than there are people who may read it


@dataclass(frozen=True, slots=True)
class DossierSeen:
    """What may be said of a file that is kept."""

    id: bytes
    section: int  #: 0: all of them
    made_at: datetime  #: when it came here
    recipients: int  #: to how many keys it is sealed
    gone_at: datetime | None  #: since when it is replaced or withdrawn; None: it is released
    anew: bool  #: a key that was known when it was sealed has gone since, or is another now
    withdrawn: bool = False  #: gone because she took it back, and only she brings it back
    seized: bool = False  #: it came from a phone in other hands, and was never released


def recipients_of(file: bytes) -> int:
    """Return to how many keys a file is sealed that was judged fit. Raises NoDossierError."""
    return read_head(file).recipients


class Dossiers:
    """The door to what is sealed to people and not to us."""

    def __init__(self, reader: Reader, clock: Callable[[], datetime]) -> None:
        self._reader = reader
        self._clock = clock

    async def office_keys(self) -> tuple[HeldKey, ...]:
        """Return the keys of the coordinators, in the order of the roster."""
        return await self._reader.ask(office_keys)

    async def keys_for(self, owner: PersonId) -> tuple[HeldKey, ...]:
        """Return the keys to which somebody may seal: the office's, then those of her contacts."""

        def look(look: Look) -> tuple[HeldKey, ...]:
            known = people_of(look, [owner]).get(owner)
            return () if known is None else keys_for(look, known.person)

        return await self._reader.ask(look)

    async def key_of(self, person: PersonId) -> HeldKey | None:
        """Return somebody's own key."""
        return await self._reader.ask(lambda look: held_key(look, person))

    async def kept(self, owner: PersonId) -> tuple[DossierSeen, ...]:
        """Return what is kept of somebody: by section, of each the newest first.

        What was replaced, withdrawn or set aside is among it until it is erased.
        """
        now = self._clock()
        return await self._reader.ask(lambda look: _kept(look, owner, now))

    async def collected(self, owner: PersonId, part: Part) -> Collected:
        """Return how much is here of the file of which `part` is the piece just sent."""
        now = self._clock()
        return await self._reader.ask(lambda look: collected(look, owner, part, now))

    async def judge(self, owner: PersonId, file: bytes) -> DossierFault | None:
        """Return why a file cannot be kept; None when it can."""
        if len(file) > LONGEST:
            return DossierFault.TOO_LONG
        try:
            recipients = read_head(file).recipients
        except NobodyError:
            return DossierFault.TOO_FEW
        except NoDossierError:
            return DossierFault.NOT_A_SHEET
        known = await self.keys_for(owner)
        return DossierFault.STRANGE if recipients > len(known) else None

    async def file(self, dossier: bytes) -> DossierFile | None:
        """Return a file by its id; None once it is erased, withdrawn, or was set aside."""
        now = self._clock()
        return await self._reader.ask(lambda look: file_of(look, dossier, now))

    async def file_bytes(self, dossier: bytes) -> bytes | None:
        """Return what is handed on of a file by its id; None where nothing is."""
        found = await self.file(dossier)
        return None if found is None else found.file

    async def handed_on(self, notice: Notice, inside: Callable[[str], str]) -> bytes | None:
        """Return the file that a notice hands on; None where nothing is.

        `inside`: what stands in a trial sheet with this number in it.
        """
        if notice.kind is not Kind.TRIAL:
            return await self.file_bytes(bytes.fromhex(str(notice.facts.get("file", ""))))
        trial = await self._reader.ask(lambda look: trial_for(look, notice))
        return None if trial is None else trial.sealed(inside(trial.number))

    async def tried(self, person: PersonId, number: str, at: datetime) -> Tried | None:
        """Return what a number of six digits is to somebody's trial sheet; None without one."""
        return await self._reader.ask(lambda look: tried(look, person, number, at))

    async def behind_inlet(self, challenge: bytes) -> PersonId | None:
        """Return who was given this challenge for a dossier; None once it is used or too old."""
        now = self._clock()
        return await self._reader.ask(lambda look: behind(look, challenge, now))


def _kept(look: Look, owner: PersonId, now: datetime) -> tuple[DossierSeen, ...]:
    known = people_of(look, [owner]).get(owner)
    if known is None:
        return ()
    fit = key_names(keys_for(look, known.person))
    seen = [_seen(one, fit) for one in reversed(kept_of(look, known.subject, now))]
    return tuple(sorted(seen, key=lambda one: (one.section, one.gone_at is not None)))


def _seen(kept: KeptDossier, fit: frozenset[bytes]) -> DossierSeen:
    head = kept.head
    return DossierSeen(
        kept.id,
        head.section,
        head.made_at,
        head.recipients,
        head.withdrawn_at or head.replaced_at,
        anew=head.stands and bool(missed_by(kept, fit)),
        withdrawn=head.withdrawn_at is not None,
        seized=head.seized,
    )
