"""Keys to which a dossier is sealed, as the age tool writes them, and their fingerprints.

Only the post-quantum kind is taken (`age1pq1...`, age 1.3 and later: mlkem768x25519): a file that
mixes kinds is only as strong as the weakest. Bech32 as in BIP 173, without its limit of length
(https://c2sp.org/age).
"""

import base64
import hashlib
from collections.abc import Iterable, Sequence

from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from sealing.epochs import PUBLIC_SIZE, public_bytes, public_key

LENGTH = 1959  #: characters of a recipient
FINGERPRINT_LENGTH = 16  #: characters, 80 bits

_SUITE_OF_AGE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)

_RECIPIENT = "age1pq"
_IDENTITY = "age-secret-key-pq-"
_SECRET = "age-secret-key-"  # noqa: S105 - how every one of them begins
_SEED_SIZE = 32
_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKS = 6
_GROUP = 4


class NoRecipientError(ValueError):
    """No key of the kind that begins age1pq1; ask for one made by age 1.3 or later."""


def read_recipient(text: str) -> bytes:
    """Return the public key in `age1pq1...`, 1216 bytes. Raises NoRecipientError."""
    raw = _read(text.strip(), _RECIPIENT)
    if len(raw) != PUBLIC_SIZE:
        raise NoRecipientError
    return raw


def write_recipient(public: bytes) -> str:
    """Return a public key of 1216 bytes as `age1pq1...`, 1959 characters."""
    return _write(_RECIPIENT, public)


def read_identity(text: str) -> bytes:
    """Return the seed in `AGE-SECRET-KEY-PQ-1...`, 32 bytes. Raises NoRecipientError."""
    seed = _read(text.strip(), _IDENTITY)
    if len(seed) != _SEED_SIZE:
        raise NoRecipientError
    return seed


def is_secret(text: str) -> bool:
    """Say whether a text shows the secret half of a key, of whatever kind."""
    return _SECRET in text.lower()


def takes_a_seal(public: bytes) -> bool:
    """Say whether anything can be sealed to this key: from some points no secret comes.

    They are well formed, and whoever handed one in would keep a whole file from being sealed.
    """
    try:
        _SUITE_OF_AGE.encrypt(b"", public_key(public), info=b"")
    except ValueError:
        return False
    return True


def write_identity(seed: bytes) -> str:
    """Return a seed of 32 bytes as `AGE-SECRET-KEY-PQ-1...`, as its owner keeps it."""
    return _write(_IDENTITY, seed).upper()


def recipient_of(seed: bytes) -> str:
    """Return the recipient that belongs to a seed of 32 bytes."""
    return write_recipient(public_bytes(seed))


def fingerprint(public: bytes) -> str:
    """Return 80 bits of a public key's SHA-256 to be compared by voice: "k7q2 ab3d ef5g hj6m"."""
    digest = hashlib.sha256(public).digest()[: FINGERPRINT_LENGTH * 5 // 8]
    text = base64.b32encode(digest).decode().lower()
    return " ".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def _read(text: str, kind: str) -> bytes:
    # Mixed capitals are refused: a key that somebody retyped in parts is a key to check again.
    if text not in {text.lower(), text.upper()}:
        raise NoRecipientError
    named, _, data = text.lower().rpartition("1")
    values = [_ALPHABET.find(one) for one in data]
    if named != kind or len(values) < _CHECKS or -1 in values:
        raise NoRecipientError
    if _checksum([*_spread(kind), *values]) != 1:
        raise NoRecipientError
    return _eights(values[:-_CHECKS])


def _write(kind: str, data: bytes) -> str:
    values = list(_fives(data))
    wanted = _checksum([*_spread(kind), *values, *[0] * _CHECKS]) ^ 1
    checks = [wanted >> 5 * (_CHECKS - 1 - place) & 31 for place in range(_CHECKS)]
    return f"{kind}1" + "".join(_ALPHABET[one] for one in [*values, *checks])


def _spread(kind: str) -> list[int]:
    return [ord(one) >> 5 for one in kind] + [0] + [ord(one) & 31 for one in kind]


def _checksum(values: Sequence[int]) -> int:
    found = 1
    for value in values:
        top = found >> 25
        found = (found & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATORS):
            if top >> bit & 1:
                found ^= generator
    return found


def _fives(data: bytes) -> Iterable[int]:
    number, bits = int.from_bytes(data, "big"), 8 * len(data)
    rest = -bits % 5
    number, bits = number << rest, bits + rest
    return (number >> place & 31 for place in range(bits - 5, -1, -5))


def _eights(values: Sequence[int]) -> bytes:
    number = 0
    for value in values:
        number = number << 5 | value
    rest = 5 * len(values) % 8
    # What fills up the last character must be less than one, and nothing.
    if rest > 4 or number & ((1 << rest) - 1):
        raise NoRecipientError
    return (number >> rest).to_bytes(5 * len(values) // 8, "big")
