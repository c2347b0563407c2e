"""Signs the heads of the diary, so that nobody who holds the database alone can rewrite it.

Ed25519 (RFC 8032): whoever has the public half can check a diary and cannot forge one, also long
after the secret half was destroyed.
"""

from collections.abc import Mapping

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sealing.framing import frame
from sealing.key import Key

_VERSION_SIZE = 2


def sign_head(key: Key, head: bytes) -> bytes:
    """Return the signed mark of a diary's head: 66 bytes, key version (2) || Ed25519 (64)."""
    signature = Ed25519PrivateKey.from_private_bytes(key.secret).sign(_framed(head))
    return key.version.to_bytes(_VERSION_SIZE, "big") + signature


def public_halves(keys: Mapping[int, bytes]) -> dict[int, bytes]:
    """Return the public half (32 bytes) of every version; they are no secret."""
    return {
        version: Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()
        for version, secret in keys.items()
    }


def verify_head(public: Mapping[int, bytes], head: bytes, mark: bytes) -> bool:
    """Say whether `mark` was made for `head` by the secret half of a key in `public`."""
    half = public.get(int.from_bytes(mark[:_VERSION_SIZE], "big"))
    if half is None:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(half).verify(mark[_VERSION_SIZE:], _framed(head))
    except InvalidSignature:
        return False
    return True


def _framed(head: bytes) -> bytes:
    return frame("vigil/head/1", head)
