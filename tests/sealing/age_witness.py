"""age v1 with post-quantum recipients, written a second time from https://c2sp.org/age.

Seals dossiers as a phone or the age tool does, and opens them as a coordinator does.
"""

import base64
import hmac
import os

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sealing.epochs import private_key, public_key

_SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
_INFO = b"age-encryption.org/mlkem768x25519"
_CHUNK = 64 * 1024


def seal_file(text, publics):
    """Return an age file of `text` for these public keys (1216 bytes each)."""
    key = os.urandom(16)
    head = b"age-encryption.org/v1\n"
    for public in publics:
        share = _SUITE.encrypt(key, public_key(public), info=_INFO)
        head += b"-> mlkem768x25519 " + _base64(share[:1120]) + b"\n"
        head += _base64(share[1120:]) + b"\n"
    head += b"---"
    nonce = os.urandom(16)
    cipher = ChaCha20Poly1305(_derived(key, nonce, b"payload"))
    chunks = [text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK)] or [b""]
    sealed = (cipher.encrypt(_place(n, chunks), one, None) for n, one in enumerate(chunks))
    mac = hmac.digest(_derived(key, b"", b"header"), head, "sha256")
    return head + b" " + _base64(mac) + b"\n" + nonce + b"".join(sealed)


def open_file(file, seed):
    """Return what an age file says to whoever holds `seed`; raises where they are not meant."""
    head, _, rest = file.partition(b"\n---")
    mac, _, payload = rest.partition(b"\n")
    words = head.split(b"\n")[1:]
    for stanza, body in zip(words[::2], words[1::2], strict=True):
        share = _unbase64(stanza.split(b" ")[2]) + _unbase64(body)
        try:
            key = _SUITE.decrypt(share, private_key(seed), info=_INFO)
        except Exception:
            continue
        made = hmac.digest(_derived(key, b"", b"header"), head + b"\n---", "sha256")
        assert made == _unbase64(mac.strip())
        cipher = ChaCha20Poly1305(_derived(key, payload[:16], b"payload"))
        sealed, size = payload[16:], _CHUNK + 16
        chunks = [sealed[at : at + size] for at in range(0, len(sealed), size)]
        opened = (cipher.decrypt(_place(n, chunks), one, None) for n, one in enumerate(chunks))
        return b"".join(opened)
    raise LookupError("sealed to somebody else")


def _place(number, chunks):
    last = b"\1" if number == len(chunks) - 1 else b"\0"
    return number.to_bytes(11, "big") + last


def _derived(key, salt, info):
    return HKDF(SHA256(), 32, salt, info).derive(key)


def _base64(raw):
    return base64.b64encode(raw).rstrip(b"=")


def _unbase64(text):
    return base64.b64decode(text + b"=" * (-len(text) % 4))
