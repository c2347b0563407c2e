"""The keys we hold, by purpose and version, in one sealed file outside database and backups.

The newest version of a purpose seals; older ones only open, until everything sealed under them was
sealed anew and they are destroyed. A keyring is a noun: it changes by making another one.
"""

import base64
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import reduce
from pathlib import Path
from types import MappingProxyType
from typing import Self

from sealing.fields import Place, SealBrokenError, seal, unseal
from sealing.key import KEY_SIZE, Key, KeyTroubleError
from sealing.strongbox import ChangedMeanwhileError, read, swap
from sealing.unlocking import UnlockKey

_MAGIC = b"vigil-keyring-1\n"
_PLACE = Place("keyring", "file", _MAGIC)
_BUCKET = 4096


class Purpose(StrEnum):
    """What a key is for; no key serves two purposes."""

    SUBJECTS = "subjects"  #: wraps the own key of each person (key-encryption keys)
    INBOX = "inbox"  #: seals what Telegram handed us, until it is done
    OUTBOX = "outbox"  #: seals what must still be said, and to whom
    DIALOGUES = "dialogues"  #: seals the steps of conversations that are not finished
    HOUSE = "house"  #: seals what belongs to the house itself: roster, rota, settings
    INDEX = "index"  #: makes blind indexes
    LINKS = "links"  #: signs buttons and links
    DIARY = "diary"  #: signs the heads of the diary (Ed25519 seed)
    PEPPER = "pepper"  #: goes into the slow hash of every code
    CARDS = "cards"  #: makes the index by which the code of a card is found
    DEPLOYMENT = "deployment"  #: names this house in what a phone seals; never changed
    EPOCHS = "epochs"  #: what phones seal is opened with these; versions are epochs (epochs.py)


#: Keys that `vigil keys rotate` replaces. What a code was hashed with, what stands printed on a
#: card and what names this house to a phone cannot be made anew here; epochs go by the calendar.
ROTATED = tuple(
    one
    for one in Purpose
    if one not in {Purpose.PEPPER, Purpose.CARDS, Purpose.DEPLOYMENT, Purpose.EPOCHS}
)


class KeyringMissingError(KeyTroubleError):
    """There is no keyring here; `vigil init` makes one, or put the one you kept back."""


class KeyringExistsError(KeyTroubleError):
    """There is a keyring already; it is never overwritten, for without it nothing opens again."""


class KeyringUnreadableError(KeyTroubleError):
    """The keyring does not open: another unlock key made it, it is damaged, or we may not read."""


class KeyringNotWrittenError(KeyTroubleError):
    """The keyring could not be written; the old one still stands."""


class KeyringChangedError(KeyTroubleError):
    """The keyring was changed since it was opened; open it again and repeat the change."""


class KeyNotHeldError(KeyTroubleError):
    """The keyring holds no such key."""


class KeyInUseError(KeyTroubleError):
    """The newest key of a purpose seals new values and stays; make a newer one first."""


@dataclass(frozen=True, slots=True, repr=False)
class Keyring:
    """Every key of every purpose, and the sealed file it was read from."""

    # By plain name: a purpose that only a later Vigil knows is carried along, never dropped.
    _keys: Mapping[str, Mapping[int, bytes]]
    _file: bytes | None = field(default=None, compare=False)

    @classmethod
    def create(cls, path: Path, unlock: UnlockKey) -> Self:
        """Write a new keyring with one key for each purpose but the epochs, which have their time.

        Raises KeyringExistsError rather than overwrite one, KeyringNotWrittenError.
        """
        keyring = cls({}).with_missing()
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return keyring.save(path, unlock)
        except KeyringChangedError as error:
            raise KeyringExistsError(path) from error
        except OSError as error:
            raise KeyringNotWrittenError(path, error.strerror) from error

    @classmethod
    def open(cls, path: Path, unlock: UnlockKey) -> Self:
        """Read the keyring. Raises KeyringMissingError or KeyringUnreadableError."""
        try:
            file = read(path)
            opened = unseal({1: unlock.secret}, _PLACE, file.removeprefix(_MAGIC))
            return cls(_from_json(opened), file)
        except FileNotFoundError as error:
            raise KeyringMissingError(path) from error
        except OSError as error:
            raise KeyringUnreadableError(path, error.strerror) from error
        except (SealBrokenError, ValueError, TypeError, AttributeError) as error:
            raise KeyringUnreadableError(path) from error

    def save(self, path: Path, unlock: UnlockKey) -> Self:
        """Replace the keyring this one was made from; go on with the one that is returned.

        Raises KeyringChangedError when another process replaced it meanwhile (a key that it made
        would be lost, one that it destroyed would return), KeyringNotWrittenError.
        """
        sealed = seal(Key(1, unlock.secret), _PLACE, _to_json(self._keys), bucket=_BUCKET)
        try:
            swap(path, self._file, _MAGIC + sealed)
        except ChangedMeanwhileError as error:
            raise KeyringChangedError(path) from error
        except OSError as error:
            raise KeyringNotWrittenError(path, error.strerror) from error
        return replace(self, _file=_MAGIC + sealed)

    def still_stands(self, path: Path) -> bool:
        """Say whether `path` still holds the file this keyring was read from or saved to.

        Whoever seals for long asks this, and opens the keyring again when the answer is no.
        """
        try:
            return read(path) == self._file
        except OSError:
            return False

    def current(self, purpose: Purpose) -> Key:
        """Return the newest key, the one that seals. Raises KeyNotHeldError."""
        held = self.all(purpose)
        if not held:
            raise KeyNotHeldError(purpose)
        newest = max(held)
        return Key(newest, held[newest])

    def all(self, purpose: Purpose) -> Mapping[int, bytes]:
        """Return every key held for `purpose`, by version; it cannot be changed."""
        return MappingProxyType(self._keys.get(purpose, {}))

    def with_new_version(self, purpose: Purpose) -> Self:
        """Return a keyring in which a fresh key seals for `purpose`; the others still open."""
        held = self.all(purpose)
        # The newest is never destroyed, so a version never names two different keys.
        fresh = Key(max(held, default=0) + 1, secrets.token_bytes(KEY_SIZE))
        return self._with(purpose, {**held, fresh.version: fresh.secret})

    def with_missing(self) -> Self:
        """Return a keyring with a key for every purpose that had none: an earlier Vigil made it.

        Only epochs are left out; they come and go with time (`with_epoch`).
        """
        lacking = (one for one in Purpose if one is not Purpose.EPOCHS and not self.all(one))
        return reduce(type(self).with_new_version, lacking, self)

    def with_epoch(self, epoch: int) -> Self:
        """Return a keyring that holds a key for `epoch`; one that is there already stays."""
        held = self.all(Purpose.EPOCHS)
        if epoch in held:
            return self
        fresh = Key(epoch, secrets.token_bytes(KEY_SIZE))
        return self._with(Purpose.EPOCHS, {**held, fresh.version: fresh.secret})

    def without_version(self, purpose: Purpose, version: int) -> Self:
        """Return a keyring that can no longer open what `version` sealed.

        Raises KeyNotHeldError, and KeyInUseError for the newest.
        """
        held = self.all(purpose)
        if version not in held:
            raise KeyNotHeldError(purpose, f"version {version}")
        if version == max(held):
            raise KeyInUseError(purpose, f"version {version}")
        return self._with(purpose, {v: secret for v, secret in held.items() if v != version})

    def spare(self, standing: Self | None = None) -> Self:
        """Return a keyring that may be kept as a copy: it opens nothing that a phone has sealed.

        Epoch keys are destroyed in time, and what was copied cannot be. It is saved where
        nothing stands, or where `standing`, an older copy, does.
        """
        kept = {name: held for name, held in self._keys.items() if name != Purpose.EPOCHS}
        return replace(standing or type(self)({}), _keys=kept)

    def __repr__(self) -> str:
        """Return purposes and versions, never a key."""
        held = ", ".join(f"{name}={sorted(keys)}" for name, keys in self._keys.items())
        return f"Keyring({held})"

    def _with(self, purpose: Purpose, held: Mapping[int, bytes]) -> Self:
        return replace(self, _keys={**self._keys, purpose.value: held})


def _to_json(keys: Mapping[str, Mapping[int, bytes]]) -> bytes:
    written = {
        name: {str(version): base64.b64encode(secret).decode() for version, secret in held.items()}
        for name, held in keys.items()
    }
    return json.dumps({"format": 1, "keys": written}).encode()


def _from_json(text: bytes) -> Mapping[str, Mapping[int, bytes]]:
    content = json.loads(text)
    if content.get("format") != 1:
        raise ValueError("This keyring has a format that only a later Vigil knows.")
    return {name: _held(written) for name, written in content.get("keys").items()}


def _held(written: Mapping[str, str]) -> Mapping[int, bytes]:
    keys = [Key(int(v), base64.b64decode(text, validate=True)) for v, text in written.items()]
    return {key.version: key.secret for key in keys}
