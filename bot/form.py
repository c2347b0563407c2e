"""Reads the form by which a page sends what was sealed on it: strictly, and within bounds.

c                     the challenge of the button that opened the page, 16 bytes in base64url
sheet                 a whole sheet as an age file, in base64url; or
sheet-1 to sheet-7    its sections, each a file of its own
"""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import parse_qsl

from sealing.checkin import CHALLENGE_SIZE
from sealing.dossier import LONGEST

KIND = "application/x-www-form-urlencoded"
SECTIONS = 7
#: Seven long sections for twenty readers take less than this.
LONGEST_BODY = 512 * 1024

_NAMES: Mapping[str, int] = MappingProxyType(
    {"sheet": 0} | {f"sheet-{number}": number for number in range(1, SECTIONS + 1)}
)


@dataclass(frozen=True, slots=True)
class Posted:
    """What a page has sent."""

    challenge: bytes
    sheets: Mapping[int, bytes]  #: by section, 0 for a whole one; at least one


def read_form(body: bytes) -> Posted | None:
    """Return what a form says; None for whatever no page of ours sends."""
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=True,
            max_num_fields=len(_NAMES) + 1,
        )
    except ValueError:
        return None
    fields = dict(pairs)
    if len(fields) != len(pairs):
        return None
    challenge = read_challenge(fields.pop("c", ""))
    if challenge is None or not fields or not fields.keys() <= _NAMES.keys():
        return None
    sheets = {_NAMES[name]: unwritten(text) for name, text in fields.items()}
    whole = {section: file for section, file in sheets.items() if file and len(file) <= LONGEST}
    if len(whole) != len(sheets) or (0 in whole and len(whole) > 1):
        return None
    return Posted(challenge, whole)


def read_challenge(text: str) -> bytes | None:
    """Return a challenge as the address of a page names it; None when it is none."""
    challenge = unwritten(text)
    return challenge if challenge is not None and len(challenge) == CHALLENGE_SIZE else None


def unwritten(text: str) -> bytes | None:
    """Return what is written in base64url without padding; None when it is something else."""
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    # The same bytes written in another way are not what a page of ours writes.
    return raw if base64.urlsafe_b64encode(raw).decode().rstrip("=") == text else None
