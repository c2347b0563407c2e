"""Seals one value at rest. The table, column and row where it is stored are bound into the seal.

A value that is altered, shortened, or copied to another row, column or table does not open.

    sealed = format (1, always 0x01) || key version (2) || nonce (12) || AES-256-GCM(padded)
    padded = length (4) || value || zeros, so that the length tells only how many buckets were used
    bound  = format || key version || frame(table, column, row)

Nonces are random: one key must seal fewer than 2**32 values (NIST SP 800-38D, 8.3).
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sealing.framing import frame
from sealing.key import KEY_SIZE, Key

Random = Callable[[int], bytes]

_FORMAT = b"\x01"
_HEADER_SIZE = 3
_NONCE_SIZE = 12
# Four bytes, not two: a raw update with a long quoted text may pass 64 KiB, and must not be lost.
_LENGTH_SIZE = 4
_TAG_SIZE = 16
_SHORTEST = _HEADER_SIZE + _NONCE_SIZE + _LENGTH_SIZE + 1 + _TAG_SIZE


class SealBrokenError(Exception):
    """A sealed value was altered, moved, or sealed with a key that we do not hold."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed value lives; `row` is the row's random id."""

    table: str
    column: str
    row: bytes


def seal(
    key: Key, place: Place, value: bytes, *, bucket: int = 64, random: Random = os.urandom
) -> bytes:
    """Seal `value` for `place`; the result is 35 bytes longer than the buckets it needs.

    `bucket` is in bytes: a value of up to `bucket` bytes takes one, a longer one whole multiples.
    Raises ValueError when `bucket` is less than 1.
    """
    header = _FORMAT + key.version.to_bytes(2, "big")
    nonce = random(_NONCE_SIZE)
    sealed = AESGCM(key.secret).encrypt(nonce, _pad(value, bucket), _bound(header, place))
    return header + nonce + sealed


def unseal(keys: Mapping[int, bytes], place: Place, sealed: bytes) -> bytes:
    """Return the value sealed for `place` with the key among `keys` that it names.

    Raises SealBrokenError, and never says which of its reasons it was.
    """
    secret = keys.get(version_of(sealed))
    if secret is None:
        raise SealBrokenError
    header, body = sealed[:_HEADER_SIZE], sealed[_HEADER_SIZE:]
    nonce, body = body[:_NONCE_SIZE], body[_NONCE_SIZE:]
    try:
        padded = AESGCM(secret).decrypt(nonce, body, _bound(header, place))
    except InvalidTag as error:
        raise SealBrokenError from error
    return _unpad(padded)


def version_of(sealed: bytes) -> int:
    """Return the version of the key that `sealed` says it needs. It is not verified by this.

    Raises SealBrokenError when `sealed` is not one of our seals.
    """
    if len(sealed) < _SHORTEST or sealed[:1] != _FORMAT:
        raise SealBrokenError
    return int.from_bytes(sealed[1:_HEADER_SIZE], "big")


def new_subject_key(*, random: Random = os.urandom) -> bytes:
    """Return a fresh key of 32 bytes for one person; destroying it forgets the person."""
    return random(KEY_SIZE)


def wrap(kek: Key, person_id: bytes, key: bytes, *, random: Random = os.urandom) -> bytes:
    """Seal a person's own key under a key-encryption key; the result has 67 bytes.

    Raises ValueError when `key` does not have 32 bytes.
    """
    if len(key) != KEY_SIZE:
        raise ValueError("A key has 32 bytes.")
    return seal(kek, _wrapped(person_id), key, bucket=KEY_SIZE, random=random)


def unwrap(keks: Mapping[int, bytes], person_id: bytes, wrapped: bytes) -> bytes:
    """Return the person's own key. Raises SealBrokenError when it is not theirs, or forgotten."""
    return unseal(keks, _wrapped(person_id), wrapped)


def _wrapped(person_id: bytes) -> Place:
    return Place("subject", "key", person_id)


def _bound(header: bytes, place: Place) -> bytes:
    return header + frame(place.table, place.column, place.row)


def _pad(value: bytes, bucket: int) -> bytes:
    if bucket < 1:
        raise ValueError("A bucket has at least one byte.")
    # An empty value takes a bucket as well, or its seal would say that it is empty.
    buckets = max(1, -(-len(value) // bucket))
    return len(value).to_bytes(_LENGTH_SIZE, "big") + value.ljust(buckets * bucket, b"\0")


def _unpad(padded: bytes) -> bytes:
    length, body = int.from_bytes(padded[:_LENGTH_SIZE], "big"), padded[_LENGTH_SIZE:]
    if length > len(body):
        raise SealBrokenError
    return body[:length]
