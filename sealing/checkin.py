"""Opens what a phone has sealed to this house: one envelope, one challenge, two lengths.

    envelope = base64url( 0x01 || kid (4) || encapsulated key (1120) || ciphertext and tag )
    sealed   = length (2) || JSON || zeros, together 512 or 1792 bytes, whatever it means
    bound    = "vigil/checkin/1" || deployment (16) || kid (4) || challenge (16)   (HPKE's info)

RFC 9180, base mode, single shot: X-Wing, HKDF-SHA256, ChaCha20-Poly1305. Base mode says nothing of
the sender: what is inside must prove who it is. An envelope that was altered, cut, replayed under
another challenge, or made for another house or epoch does not open, and never says why.
"""

import base64
import binascii
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from sealing.epochs import KID_SIZE, kid, private_key, public_bytes, public_key

SIZES = (512, 1792)  #: bytes that are sealed; each gives one length of text, whatever the kind
CHALLENGE_SIZE = 16
DEPLOYMENT_SIZE = 16

_FORMAT = b"\x01"
_LENGTH_SIZE = 2
_KEY_SIZE = 1120
_TAG_SIZE = 16
_CONTEXT = b"vigil/checkin/1"
_HEAD_SIZE = len(_FORMAT) + KID_SIZE
_WHOLE_SIZES = frozenset(_HEAD_SIZE + _KEY_SIZE + size + _TAG_SIZE for size in SIZES)
#: The texts of those sizes; anything else is refused before it is read (Telegram carries 4096).
_TEXT_LENGTHS = frozenset(-(-8 * size // 6) for size in _WHOLE_SIZES)


class EnvelopeRefusedError(Exception):
    """What came does not open with any key and challenge that we hold."""


class TooLongError(ValueError):
    """What should be sealed does not fit the longer of the two sizes."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What was in an envelope."""

    content: bytes  #: the JSON, not read yet
    challenge: bytes  #: the one to which it was bound
    digest: bytes  #: SHA-256 of the envelope: the same one twice has the same


def digest_of(text: str) -> bytes:
    """Return the SHA-256 by which an envelope is known again. Raises EnvelopeRefusedError."""
    return hashlib.sha256(_decoded(text)).digest()


def open_envelope(
    seeds: Sequence[bytes], deployment: bytes, challenges: Sequence[bytes], text: str
) -> Opened:
    """Return what a phone sealed to one of the keys of `seeds`, bound to one of `challenges`.

    Raises EnvelopeRefusedError, and never says which of its reasons it was.
    """
    whole = _decoded(text)
    named, sealed = whole[len(_FORMAT) : _HEAD_SIZE], whole[_HEAD_SIZE:]
    seed = next((one for one in seeds if kid(public_bytes(one)) == named), None)
    if seed is None:
        raise EnvelopeRefusedError
    key = private_key(seed)
    for challenge in challenges:
        try:
            padded = _suite().decrypt(sealed, key, info=_bound(deployment, named, challenge))
        except InvalidTag:
            continue
        return Opened(_unpadded(padded), challenge, hashlib.sha256(whole).digest())
    raise EnvelopeRefusedError


def seal_envelope(public: bytes, deployment: bytes, challenge: bytes, content: bytes) -> str:
    """Seal as a phone does: for the bench and for tests. Raises TooLongError."""
    named = kid(public)
    sealed = _suite().encrypt(
        _padded(content), public_key(public), info=_bound(deployment, named, challenge)
    )
    return base64.urlsafe_b64encode(_FORMAT + named + sealed).decode().rstrip("=")


def _suite() -> Suite:
    return Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


def _bound(deployment: bytes, named: bytes, challenge: bytes) -> bytes:
    if (len(deployment), len(named), len(challenge)) != (DEPLOYMENT_SIZE, KID_SIZE, CHALLENGE_SIZE):
        # Parts of other lengths could be cut elsewhere and give the same bytes.
        raise ValueError("Deployment and challenge have 16 bytes, a key's name has four.")
    return _CONTEXT + deployment + named + challenge


def _decoded(text: str) -> bytes:
    if len(text) not in _TEXT_LENGTHS:
        raise EnvelopeRefusedError
    try:
        whole = base64.b64decode(
            text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True
        )
    except (binascii.Error, ValueError) as error:
        raise EnvelopeRefusedError from error
    # The same bytes written in another way would pass for another envelope.
    canonical = base64.urlsafe_b64encode(whole).decode().rstrip("=") == text
    if not canonical or len(whole) not in _WHOLE_SIZES or whole[:1] != _FORMAT:
        raise EnvelopeRefusedError
    return whole


def _padded(content: bytes) -> bytes:
    framed = len(content).to_bytes(_LENGTH_SIZE, "big") + content
    size = next((one for one in SIZES if len(framed) <= one), None)
    if size is None:
        raise TooLongError(f"{len(content)} bytes do not fit {SIZES[-1] - _LENGTH_SIZE}")
    return framed.ljust(size, b"\0")


def _unpadded(padded: bytes) -> bytes:
    length = int.from_bytes(padded[:_LENGTH_SIZE], "big")
    content, rest = (
        padded[_LENGTH_SIZE : _LENGTH_SIZE + length],
        padded[_LENGTH_SIZE + length :],
    )
    if len(content) != length or rest.strip(b"\0"):
        raise EnvelopeRefusedError
    return content
