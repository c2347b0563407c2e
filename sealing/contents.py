"""What an envelope may say: a note, a cry, codes, a pair, a part of a dossier, a key; nothing else.

Strict, because anybody who knows the public key can seal anything: an unknown field, a second one
of the same name, another type or a value beyond its bounds is refused like an envelope that does
not open.
"""

import base64
import binascii
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sealing.checkin import EnvelopeRefusedError
from sealing.choosing import LONGEST, plain

NOTE_LENGTH = 200  #: characters of a note that goes with a sign
MOST_PARTS = 64
PART_SIZE = 1200  #: bytes of a dossier that one envelope carries

_STATES = {"": 0, "followed": 1, "raid": 2, "taken": 3}
_ID_SIZE = 16


@dataclass(frozen=True, slots=True)
class Note:
    """A sign of life."""

    code: str
    state: int = 0  #: 0 calm, 1 followed, 2 raid, 3 taken: as `rules.events.State` counts
    text: str = ""
    place: tuple[float, float] | None = None  #: latitude and longitude, only where it was asked for


@dataclass(frozen=True, slots=True)
class Cry:
    """A cry for help; it needs no code."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes that were chosen; `old` where there were some before."""

    code: str
    forced: str | None = None
    old: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Which of the two equal buttons is the forced one, 1 or 2."""

    forced: int
    code: str | None = None  #: where she has one


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a dossier that is too long for one envelope; the first has number 1."""

    dossier: bytes
    number: int
    of: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Recipient:
    """A key that somebody made on their phone, to be sealed to."""

    recipient: str


Content = Note | Cry | Codes | Pair | Part | Recipient


def read(content: bytes) -> Content:
    """Return what an envelope says. Raises EnvelopeRefusedError, and never says why."""
    try:
        fields = json.loads(content.decode("utf-8"), object_pairs_hook=_once)
        version, kind = fields.pop("v"), fields.pop("t")
        if type(version) is not int or version != 1:
            raise EnvelopeRefusedError
        return _READERS[kind](_Fields(fields))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise EnvelopeRefusedError from error


class _Fields:
    """The fields of one content; each is taken once, and none may be left."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self._left = dict(fields)

    def text(self, name: str, longest: int) -> str:
        value = self._left.pop(name, "")
        if not isinstance(value, str) or len(value) > longest:
            raise EnvelopeRefusedError
        # Half a surrogate pair cannot be written down as UTF-8.
        value.encode()
        return value

    def code(self, name: str) -> str:
        code = plain(self.text(name, LONGEST * 2))
        if not code:
            raise EnvelopeRefusedError
        return code

    def code_or_none(self, name: str) -> str | None:
        return self.code(name) if name in self._left else None

    def number(self, name: str, most: int) -> int:
        value = self._left.pop(name)
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
            raise EnvelopeRefusedError
        return value

    def data(self, name: str, longest: int) -> bytes:
        text = self._left.pop(name)
        try:
            raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        except binascii.Error as error:
            raise EnvelopeRefusedError from error
        if not 0 < len(raw) <= longest:
            raise EnvelopeRefusedError
        return raw

    def place(self) -> tuple[float, float] | None:
        value = self._left.pop("place", None)
        if value is None:
            return None
        # Python would make numbers of texts and of truths, and a place where nobody is.
        if not isinstance(value, list) or not {type(one) for one in value} <= {int, float}:
            raise EnvelopeRefusedError
        latitude, longitude = value
        # No number at all is within no bounds.
        if not (abs(latitude) <= 90 and abs(longitude) <= 180):
            raise EnvelopeRefusedError
        return float(latitude), float(longitude)

    def nothing_left(self) -> None:
        if self._left:
            raise EnvelopeRefusedError


def _note(fields: _Fields) -> Content:
    state = _STATES[fields.text("state", 16)]
    code, text = fields.code("code"), fields.text("text", NOTE_LENGTH)
    return _all(fields, Note(code, state, text, fields.place()))


def _cry(fields: _Fields) -> Content:
    # A code may have been typed; help is asked for whatever it is.
    fields.text("code", LONGEST * 2)
    return _all(fields, Cry(fields.text("text", NOTE_LENGTH)))


def _codes(fields: _Fields) -> Content:
    forced, old = fields.code_or_none("forced"), fields.code_or_none("old")
    return _all(fields, Codes(fields.code("code"), forced, old))


def _pair(fields: _Fields) -> Content:
    return _all(fields, Pair(fields.number("forced", 2), fields.code_or_none("code")))


def _part(fields: _Fields) -> Content:
    of = fields.number("of", MOST_PARTS)
    dossier, data = fields.data("id", _ID_SIZE), fields.data("data", PART_SIZE)
    if len(dossier) != _ID_SIZE:
        raise EnvelopeRefusedError
    return _all(fields, Part(dossier, fields.number("n", of), of, data))


def _recipient(fields: _Fields) -> Content:
    return _all(fields, Recipient(fields.text("recipient", 2000)))


def _all(fields: _Fields, content: Content) -> Content:
    fields.nothing_left()
    return content


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise EnvelopeRefusedError
    return fields


_READERS: Mapping[str, Callable[[_Fields], Content]] = {
    "note": _note,
    "sos": _cry,
    "codes": _codes,
    "pair": _pair,
    "part": _part,
    "key": _recipient,
}
