"""Finds the one key that opens the keyring: from systemd, from Docker, or from a file of our own.

No environment variable ever holds the key itself: those are inherited, listed and logged.
"""

import base64
import binascii
import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sealing.key import KEY_SIZE, KeyTroubleError
from sealing.strongbox import ChangedMeanwhileError, swap

_DOCKER_SECRETS = Path("/run/secrets")
# Far more than a key needs: whoever names a film by mistake does not fill our memory with it.
_LONGEST = 4096


class UnlockKeyMissingError(KeyTroubleError):
    """No unlock key was found; name a file in VIGIL_UNLOCK_KEY_FILE or hand over a credential."""


class UnlockKeyUnreadableError(KeyTroubleError):
    """The unlock key is there but may not be read by the user Vigil runs as."""


class UnlockKeyExposedError(KeyTroubleError):
    """Others can read the unlock key; allow its owner only (chmod 600) and make a new one."""


class UnlockKeyMalformedError(KeyTroubleError):
    """The unlock key is not 32 bytes written as base64."""


class UnlockKeyExistsError(KeyTroubleError):
    """There is an unlock key already; it is never overwritten, for it may open a keyring."""


class UnlockKeyNotWrittenError(KeyTroubleError):
    """The new unlock key could not be written."""


class KeysBesideDatabaseError(KeyTroubleError):
    """Keys lie beside the database, so that one theft takes both; move them elsewhere."""


@dataclass(frozen=True, slots=True)
class UnlockKey:
    """The key that opens the keyring, and the file it came from."""

    secret: bytes = field(repr=False)
    path: Path


def find_unlock_key(
    explicit: Path | None, environ: Mapping[str, str], *, docker_secrets: Path = _DOCKER_SECRETS
) -> UnlockKey:
    """Return the unlock key from the first of its sources that exists.

    `explicit` (or the file that VIGIL_UNLOCK_KEY_FILE names) wins and is never passed over; then
    $CREDENTIALS_DIRECTORY/vigil-unlock-key (systemd), then /run/secrets/vigil_unlock_key (Docker).
    Raises one of the errors above.
    """
    kept_for_us = {docker_secrets}
    sources = [docker_secrets / "vigil_unlock_key"]
    if credentials := environ.get("CREDENTIALS_DIRECTORY"):
        kept_for_us.add(Path(credentials))
        sources.insert(0, Path(credentials, "vigil-unlock-key"))
    if named := explicit or environ.get("VIGIL_UNLOCK_KEY_FILE"):
        sources = [Path(named)]
    for source in sources:
        # What systemd and Docker hand over is 0440 or 0444 inside a place that is closed itself.
        found = _read(source, may_be_open=source.parent in kept_for_us)
        if found is not None:
            return UnlockKey(_decode(found, source), source)
    raise UnlockKeyMissingError(*sources)


def create_unlock_key(path: Path) -> UnlockKey:
    """Write a fresh unlock key to `path` (mode 0600, directories 0700) and return it.

    Raises UnlockKeyExistsError rather than overwrite one, UnlockKeyNotWrittenError on a full disk.
    """
    secret = secrets.token_bytes(KEY_SIZE)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        swap(path, None, base64.b64encode(secret) + b"\n")
    except ChangedMeanwhileError as error:
        raise UnlockKeyExistsError(path) from error
    except OSError as error:
        raise UnlockKeyNotWrittenError(path, error.strerror) from error
    return UnlockKey(secret, path)


def keep_apart(database: Path, *kept: Path) -> None:
    """Raise KeysBesideDatabaseError when a file in `kept` lies in the directory of `database`.

    A link counts both for where it stands and for where it leads.
    """
    beside = [path for path in kept if _homes(path) & _homes(database)]
    if beside:
        raise KeysBesideDatabaseError(*beside)


def _read(path: Path, *, may_be_open: bool) -> bytes | None:
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            if stat.S_ISREG(mode) and mode & 0o077 and not may_be_open:
                raise UnlockKeyExposedError(path)
            return file.read(_LONGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UnlockKeyUnreadableError(path, error.strerror) from error


def _decode(text: bytes, path: Path) -> bytes:
    try:
        secret = base64.b64decode(text.strip(), validate=True)
    except binascii.Error as error:
        raise UnlockKeyMalformedError(path) from error
    if len(secret) != KEY_SIZE:
        raise UnlockKeyMalformedError(path)
    return secret


def _homes(path: Path) -> set[tuple[int, int] | Path]:
    return {_identity(path.parent.resolve()), _identity(path.resolve().parent)}


def _identity(directory: Path) -> tuple[int, int] | Path:
    # By device and inode, so that one directory mounted in two places is still one.
    try:
        found = directory.stat()
    except OSError:
        return directory
    return found.st_dev, found.st_ino
