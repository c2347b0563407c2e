"""Reads the head of a dossier: an age file that we keep and hand on, and cannot open.

    head = "age-encryption.org/v1" line, one stanza a recipient, "---" line with its MAC
    stanza = "-> mlkem768x25519 " + 1120 bytes in base64, then one line of 32 bytes in base64

What the head shows is all that we may know: that it is sealed to as many keys as it should be, all
of the post-quantum kind, and to nobody else besides (https://c2sp.org/age). Whether they are the
right keys only those who hold them can tell; that is why fingerprints are compared by voice.
"""

import base64
import binascii
import re
from dataclasses import dataclass

LONGEST = 64 * 1024  #: bytes of a dossier that we keep

_BEGINS = b"-----BEGIN AGE ENCRYPTED FILE-----"
_ENDS = b"-----END AGE ENCRYPTED FILE-----"
_VERSION = b"age-encryption.org/v1"
_KIND = b"mlkem768x25519"
_SHARE_SIZE = 1120
_BODY_SIZE = 32
_NONCE_SIZE = 16
_TAG_SIZE = 16
_COLUMNS = 64
_MOST_RECIPIENTS = 20
_MAC = re.compile(rb"--- ([A-Za-z0-9+/]{43})")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]*")


class NoDossierError(Exception):
    """No age file that is sealed to post-quantum keys alone, or one that is too long."""


class NobodyError(NoDossierError):
    """An age file that is sealed to nobody."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a dossier shows."""

    recipients: int  #: to how many keys it is sealed
    size: int  #: bytes of the whole file, as it came


def read_head(file: bytes) -> Head:
    """Return what the head of an age file shows. Raises NoDossierError, NobodyError."""
    if len(file) > LONGEST:
        raise NoDossierError
    size, file = len(file), _unarmored(file)
    lines = _Lines(file)
    if lines.next() != _VERSION:
        raise NoDossierError
    count = 0
    while not (line := lines.next()).startswith(b"---"):
        count += 1
        if count > _MOST_RECIPIENTS:
            raise NoDossierError
        _check_stanza(line, lines)
    found = _MAC.fullmatch(line)
    if found is None or len(_decoded(found[1])) != _BODY_SIZE:
        raise NoDossierError
    if not count:
        raise NobodyError
    if len(file) - lines.at < _NONCE_SIZE + _TAG_SIZE:
        raise NoDossierError
    return Head(count, size)


def _unarmored(file: bytes) -> bytes:
    """Return the file itself, where the age tool was told to write it as text."""
    lines = file.replace(b"\r\n", b"\n").strip().split(b"\n")
    if lines[0] != _BEGINS:
        return file
    *whole, last = lines[1:-1] or [b""]
    if lines[-1] != _ENDS or not 0 < len(last) <= _COLUMNS:
        raise NoDossierError
    if any(len(line) != _COLUMNS for line in whole):
        raise NoDossierError
    text = b"".join([*whole, last])
    if len(text) % 4:
        raise NoDossierError
    return _decoded(text.rstrip(b"="))


def _check_stanza(line: bytes, lines: "_Lines") -> None:
    words = line.split(b" ")
    if len(words) != 3 or words[0] != b"->" or words[1] != _KIND:
        raise NoDossierError
    if len(_decoded(words[2])) != _SHARE_SIZE:
        raise NoDossierError
    body = lines.next()
    # 32 bytes take one line of 43 characters; a line of 64 would go on.
    if len(body) >= _COLUMNS or len(_decoded(body)) != _BODY_SIZE:
        raise NoDossierError


def _decoded(text: bytes) -> bytes:
    if not _BASE64.fullmatch(text):
        raise NoDossierError
    try:
        raw = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except binascii.Error as error:
        raise NoDossierError from error
    # age refuses a second way to write the same bytes, and so do we.
    if base64.b64encode(raw).rstrip(b"=") != text:
        raise NoDossierError
    return raw


@dataclass(slots=True)
class _Lines:
    """The lines of a head, one after the other."""

    file: bytes
    at: int = 0

    def next(self) -> bytes:
        end = self.file.find(b"\n", self.at)
        if end < 0:
            raise NoDossierError
        line = self.file[self.at : end]
        self.at = end + 1
        return line
