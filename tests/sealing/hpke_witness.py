"""HPKE's key schedule written a second time, straight from RFC 9180, to be held against vectors.

Base mode, single shot, HKDF-SHA256 and ChaCha20-Poly1305; X-Wing's decapsulation from its draft.
"""

import hashlib
import hmac

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

X_WING = 0x647A


def schedule(kem, shared, info):
    """Return key and base nonce (RFC 9180, 5.1)."""
    suite = b"HPKE" + b"".join(one.to_bytes(2, "big") for one in (kem, 1, 3))

    def extract(salt, label, secret):
        return hmac.digest(salt or bytes(32), b"HPKE-v1" + suite + label + secret, "sha256")

    def expand(key, label, about, length):
        bound = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + about
        return hmac.digest(key, bound + b"\x01", "sha256")[:length]

    context = b"\x00" + extract(b"", b"psk_id_hash", b"") + extract(b"", b"info_hash", info)
    secret = extract(shared, b"secret", b"")
    return expand(secret, b"key", context, 32), expand(secret, b"base_nonce", context, 12)


def decapsulate(seed, encapsulated):
    """Return X-Wing's shared secret (draft-connolly-cfrg-xwing-kem, 5.4)."""
    expanded = hashlib.shake_256(seed).digest(96)
    curve = X25519PrivateKey.from_private_bytes(expanded[64:])
    theirs = X25519PublicKey.from_public_bytes(encapsulated[1088:])
    first = MLKEM768PrivateKey.from_seed_bytes(expanded[:64]).decapsulate(encapsulated[:1088])
    public = curve.public_key().public_bytes_raw()
    label = bytes.fromhex("5c2e2f2f5e5c")  # a little drawing: \\.//^\\
    return hashlib.sha3_256(
        first + curve.exchange(theirs) + theirs.public_bytes_raw() + public + label
    ).digest()


def open_first(key, nonce, sealed, aad=b""):
    """Return what the first message of a context says; its sequence number is 0."""
    return ChaCha20Poly1305(key).decrypt(nonce, sealed, aad)
