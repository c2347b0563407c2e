"""Proves at start that what encrypts still gives the known answers, and stops the start if not.

A library that was swapped, built wrong or damaged would otherwise seal what nobody opens again,
or leave open what looks sealed. The answers stand in `vectors.json`, each with its source.
"""

import base64
import hmac
import json
import os
from collections.abc import Callable, Mapping
from importlib import resources
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from sealing.blind import blind
from sealing.checkin import EnvelopeRefusedError, open_envelope
from sealing.fields import Place, Random, SealBrokenError, seal, unseal
from sealing.key import Key

Vector = Mapping[str, Any]


class SelfTestFailedError(Exception):
    """The encryption on this machine gives wrong answers; Vigil does not start with it."""


def self_test(*, vectors: Mapping[str, Vector] | None = None, random: Random = os.urandom) -> None:
    """Run every check; takes a few milliseconds. Raises SelfTestFailedError naming the first."""
    try:
        known = _known_answers() if vectors is None else vectors
    except (OSError, ValueError) as error:
        raise SelfTestFailedError("vectors.json") from error
    for name, holds in _CHECKS.items():
        try:
            held = holds(known[name])
        except Exception as error:
            raise SelfTestFailedError(name) from error
        if not held:
            raise SelfTestFailedError(name)
    if random(32) == random(32):
        raise SelfTestFailedError("randomness")


def _known_answers() -> dict[str, Vector]:
    text = resources.files("sealing").joinpath("vectors.json").read_text("utf-8")
    answers: dict[str, Vector] = json.loads(text)
    return answers


def _aes_256_gcm(vector: Vector) -> bool:
    key, nonce, value, bound, sealed = _bytes(vector, "key", "nonce", "value", "bound", "sealed")
    cipher = AESGCM(key)
    return (
        cipher.encrypt(nonce, value, bound) == sealed
        and cipher.decrypt(nonce, sealed, bound) == value
    )


def _hmac_sha256(vector: Vector) -> bool:
    key, value, digest = _bytes(vector, "key", "value", "digest")
    return hmac.digest(key, value, "sha256") == digest


def _ed25519(vector: Vector) -> bool:
    seed, public, value, signature = _bytes(vector, "seed", "public", "value", "signature")
    secret = Ed25519PrivateKey.from_private_bytes(seed)
    secret.public_key().verify(signature, value)
    return secret.public_key().public_bytes_raw() == public and secret.sign(value) == signature


def _field(vector: Vector) -> bool:
    key, nonce, row, value, sealed = _bytes(vector, "key", "nonce", "row", "value", "sealed")
    place = Place(vector["table"], vector["column"], row)
    known = Key(vector["version"], key)
    made = seal(known, place, value, bucket=vector["bucket"], random=lambda _: nonce)
    forged = sealed[:-1] + bytes([sealed[-1] ^ 1])
    return (
        made == sealed
        and _opened(known, place, sealed) == value
        # A seal that opens to everybody proves nothing: a forged one has to be refused.
        and _opened(known, place, forged) is None
    )


def _opened(key: Key, place: Place, sealed: bytes) -> bytes | None:
    try:
        return unseal({key.version: key.secret}, place, sealed)
    except SealBrokenError:
        return None


def _blind(vector: Vector) -> bool:
    key, part, index = _bytes(vector, "key", "part", "index")
    made = blind(Key(vector["version"], key), vector["domain"], part, vector["number"])
    return made == index


def _argon2id(vector: Vector) -> bool:
    value, salt, secret, bound, digest = _bytes(
        vector, "value", "salt", "secret", "bound", "digest"
    )
    hashing = Argon2id(
        salt=salt, length=32, iterations=3, lanes=4, memory_cost=32, secret=secret, ad=bound
    )
    return hashing.derive(value) == digest


def _envelope(vector: Vector) -> bool:
    # A build without ML-KEM shows here, and not when the first note comes.
    seed, house, challenge, whole, content = _bytes(
        vector, "seed", "house", "challenge", "whole", "content"
    )
    forged = whole[:-1] + bytes([whole[-1] ^ 1])
    return (
        _content(seed, house, challenge, whole) == content
        and _content(seed, house, challenge, forged) is None
    )


def _content(seed: bytes, house: bytes, challenge: bytes, whole: bytes) -> bytes | None:
    text = base64.urlsafe_b64encode(whole).decode().rstrip("=")
    try:
        return open_envelope((seed,), house, (challenge,), text).content
    except EnvelopeRefusedError:
        return None


def _bytes(vector: Vector, *names: str) -> tuple[bytes, ...]:
    return tuple(bytes.fromhex(vector[name]) for name in names)


_CHECKS: Mapping[str, Callable[[Vector], bool]] = {
    "aes_256_gcm": _aes_256_gcm,
    "hmac_sha256": _hmac_sha256,
    "ed25519": _ed25519,
    "field": _field,
    "blind": _blind,
    "argon2id": _argon2id,
    "envelope": _envelope,
}
