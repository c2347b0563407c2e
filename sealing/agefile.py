"""Seals and opens age files for post-quantum keys, as a phone or the age tool does.

For trial sheets, and for whoever plays a phone: the house itself holds no key with which a dossier
opens, and only ever reads its head (`sealing/dossier.py`). Written after https://c2sp.org/age: a
file key for each recipient by HPKE (X-Wing), a head with its MAC, then the text by
ChaCha20-Poly1305. What we keep is never longer than one of age's chunks of 64 KiB, so there is only
one.
"""

import base64
import hmac
import os
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sealing.dossier import NoDossierError, read_head
from sealing.epochs import private_key, public_key

_VERSION = b"age-encryption.org/v1\n"
_STANZA = b"-> mlkem768x25519 "
_END = b"---"
_INFO = b"age-encryption.org/mlkem768x25519"
_KEY_SIZE = 16
_NONCE_SIZE = 16
_SHARE_SIZE = 1120
#: The nonce of the first chunk, which is also the last.
_ONLY = b"\0" * 11 + b"\1"


class SealedForOthersError(Exception):
    """The file is sealed to other keys than the one that was given."""


def seal_file(text: bytes, publics: Sequence[bytes]) -> bytes:
    """Return an age file of `text` for these public keys, 1216 bytes each.

    Raises NoDossierError where it would be longer than what is kept.
    """
    key = os.urandom(_KEY_SIZE)
    head = _VERSION
    for public in publics:
        share = _suite().encrypt(key, public_key(public), info=_INFO)
        head += _STANZA + _base64(share[:_SHARE_SIZE]) + b"\n" + _base64(share[_SHARE_SIZE:])
        head += b"\n"
    head += _END
    nonce = os.urandom(_NONCE_SIZE)
    cipher = ChaCha20Poly1305(_derived(key, nonce, b"payload"))
    file = head + b" " + _base64(_mac(key, head)) + b"\n" + nonce
    file += cipher.encrypt(_ONLY, text, None)
    read_head(file)
    return file


def open_file(file: bytes, seed: bytes) -> bytes:
    """Return what an age file says to whoever holds `seed`, 32 bytes.

    Raises NoDossierError where it is no such file or was altered, SealedForOthersError.
    """
    read_head(file)
    before, _, rest = file.partition(b"\n" + _END + b" ")
    mac, _, payload = rest.partition(b"\n")
    key = _file_key(before.split(b"\n")[1:], seed)
    if not hmac.compare_digest(_base64(_mac(key, before + b"\n" + _END)), mac):
        raise NoDossierError
    cipher = ChaCha20Poly1305(_derived(key, payload[:_NONCE_SIZE], b"payload"))
    try:
        return cipher.decrypt(_ONLY, payload[_NONCE_SIZE:], None)
    except InvalidTag as error:
        raise NoDossierError from error


def _file_key(lines: Sequence[bytes], seed: bytes) -> bytes:
    for stanza, body in zip(lines[::2], lines[1::2], strict=True):
        share = _unbase64(stanza.removeprefix(_STANZA)) + _unbase64(body)
        try:
            return _suite().decrypt(share, private_key(seed), info=_INFO)
        except InvalidTag:
            continue
    raise SealedForOthersError


def _suite() -> Suite:
    return Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


def _mac(key: bytes, head: bytes) -> bytes:
    return hmac.digest(_derived(key, b"", b"header"), head, "sha256")


def _derived(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, info).derive(key)


def _base64(raw: bytes) -> bytes:
    return base64.b64encode(raw).rstrip(b"=")


def _unbase64(text: bytes) -> bytes:
    return base64.b64decode(text + b"=" * (-len(text) % 4))
