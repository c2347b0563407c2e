"""The keys to which phones seal: a pair for every thirty days, destroyed a week after they end.

X-Wing (ML-KEM-768 with X25519; HPKE KEM 0x647A, draft-connolly-cfrg-xwing-kem): whoever stores what
Telegram carries today opens it neither when one of the two is broken, nor once the key is gone.
"""

import hashlib
from datetime import UTC, datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import MLKEM768X25519PrivateKey, MLKEM768X25519PublicKey

LENGTH = timedelta(days=30)
OVERLAP = timedelta(days=7)  #: for so long after its end a key still opens what was on its way
KID_SIZE = 4
PUBLIC_SIZE = 1216

_FIRST = datetime(2026, 1, 1, tzinfo=UTC)
_KEM_PUBLIC_SIZE = 1184
_KEM_SEED_SIZE = 64


def epoch_at(at: datetime) -> int:
    """Return the number of the epoch in which `at` (aware) lies; the first is 1."""
    return max((at - _FIRST) // LENGTH, 0) + 1


def starts(epoch: int) -> datetime:
    """Return the aware UTC moment at which an epoch begins."""
    return _FIRST + (epoch - 1) * LENGTH


def destroyed_at(epoch: int) -> datetime:
    """Return from when the key of an epoch must not exist any more, aware UTC."""
    return starts(epoch + 1) + OVERLAP


def wanted(at: datetime) -> tuple[int, ...]:
    """Return the epochs whose keys must be held at `at`: this one and the next.

    A page that is handed on with both of them is good for thirty days at least.
    """
    now = epoch_at(at)
    return (now, now + 1)


def private_key(seed: bytes) -> MLKEM768X25519PrivateKey:
    """Return the key pair of a seed of 32 bytes, which is also an age identity's payload."""
    expanded = hashlib.shake_256(seed).digest(_KEM_SEED_SIZE + 32)
    return MLKEM768X25519PrivateKey(
        MLKEM768PrivateKey.from_seed_bytes(expanded[:_KEM_SEED_SIZE]),
        X25519PrivateKey.from_private_bytes(expanded[_KEM_SEED_SIZE:]),
    )


def public_bytes(seed: bytes) -> bytes:
    """Return the public key of a seed, 1216 bytes: that of ML-KEM, then that of X25519."""
    expanded = hashlib.shake_256(seed).digest(_KEM_SEED_SIZE + 32)
    kem = MLKEM768PrivateKey.from_seed_bytes(expanded[:_KEM_SEED_SIZE])
    curve = X25519PrivateKey.from_private_bytes(expanded[_KEM_SEED_SIZE:])
    return kem.public_key().public_bytes_raw() + curve.public_key().public_bytes_raw()


def public_key(raw: bytes) -> MLKEM768X25519PublicKey:
    """Read a public key of 1216 bytes. Raises ValueError when it is none."""
    if len(raw) != PUBLIC_SIZE:
        raise ValueError("A public key has 1216 bytes.")
    return MLKEM768X25519PublicKey(
        MLKEM768PublicKey.from_public_bytes(raw[:_KEM_PUBLIC_SIZE]),
        X25519PublicKey.from_public_bytes(raw[_KEM_PUBLIC_SIZE:]),
    )


def kid(public: bytes) -> bytes:
    """Return the four bytes by which an envelope names the key it is sealed to."""
    return hashlib.sha256(public).digest()[:KID_SIZE]
