"""The keys to which dossiers are sealed, and how one is read from what somebody typed or sent.

We hold the public half only. What it opens, nobody in this house can read; whether a key is really
theirs, people compare by voice, by its letters.
"""

import base64
import binascii
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rules.people import PersonId
from sealing.epochs import PUBLIC_SIZE
from sealing.recipients import (
    NoRecipientError,
    fingerprint,
    is_secret,
    read_recipient,
    takes_a_seal,
)

#: So often somebody is asked whether their key still opens, before the office hears of it.
ASKED_ENOUGH = 3

_BASE64_LENGTH = -(-8 * PUBLIC_SIZE // 6)


class AgeKeyFault(StrEnum):
    """Why something is not taken as a key."""

    OWN_HALF = "own-half"  #: the secret half: whoever has seen it opens what is sealed to it
    OTHER_KIND = "other-kind"  #: an age key, but not of the one kind that a dossier is sealed to
    NO_KEY = "no-key"  #: no key at all, or one that was cut or mistyped


@dataclass(frozen=True, slots=True)
class AgeKey:
    """The public half of somebody's key."""

    person: PersonId
    public: bytes  #: 1216 bytes
    made_at: datetime  #: when it was handed to us
    version: int = 0  #: of the row that it takes the place of; 0: they have none yet
    asked_at: datetime | None = None  #: when they were last sent a trial sheet
    asked: int = 0  #: how often, since it was handed to us or last proven (storage/trials.py)
    proven_at: datetime | None = None  #: when they last showed that it opens what is sealed to it


@dataclass(frozen=True, slots=True)
class HeldKey:
    """A key, and what it takes to choose and to compare it."""

    person: PersonId
    code_or_nick: str  #: of a coordinator the code; of a contact the nick their owner uses
    public: bytes
    recipient: str  #: as the age tool writes it: age1pq1...
    letters: str  #: to be compared by voice: "k7q2 ab3d ef5g hj6m"
    since: datetime
    version: int  #: of its row, for whoever puts another in its place
    proven_at: datetime | None = None  #: when its holder last showed that it opens something
    unproven: bool = False  #: they were asked three times, and did not


def read_key(given: str | bytes) -> AgeKeyFault | bytes:
    """Return the public key, 1216 bytes, in what somebody typed, pasted or handed over.

    `given`: an `age1pq1...`, the 1216 bytes, or base64url of them. A key to which nothing can be
    sealed is refused: one such would keep a whole dossier from being sealed.
    """
    raw = given if isinstance(given, bytes) else _typed("".join(given.split()))
    if isinstance(raw, AgeKeyFault):
        return raw
    return raw if takes_a_seal(raw) else AgeKeyFault.NO_KEY


def letters_of(public: bytes) -> str:
    """Return what is compared by voice of a public key of 1216 bytes: "k7q2 ab3d ef5g hj6m"."""
    return fingerprint(public)


def _typed(text: str) -> AgeKeyFault | bytes:
    if is_secret(text):
        return AgeKeyFault.OWN_HALF
    if text.lower().startswith("age1"):
        try:
            return read_recipient(text)
        except NoRecipientError:
            known = text.lower().startswith("age1pq1")
            return AgeKeyFault.NO_KEY if known else AgeKeyFault.OTHER_KIND
    if len(text.rstrip("=")) != _BASE64_LENGTH:
        return AgeKeyFault.NO_KEY
    try:
        padded = text.rstrip("=") + "=" * (-_BASE64_LENGTH % 4)
        return base64.b64decode(padded, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return AgeKeyFault.NO_KEY
