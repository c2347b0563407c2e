"""Copies the keyring for a place where nothing is ever erased: without the keys that must go.

The keys to which phones seal are destroyed on time, and a copy of one would outlive it. Whoever
puts such a copy back gets new ones at the next start. Which keys were copied is written down, by
their numbers: whenever somebody is forgotten others take their place, and the copy opens nothing.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from bot.keys import find_unlock
from bot.settings import Settings
from sealing.keyring import ROTATED, Keyring, KeyringMissingError, KeyringUnreadableError, Purpose
from sealing.unlocking import UnlockKey, keep_apart


class CopyInTheWay(Exception):
    """Another file stands there; name a new one, or the copy that was made before."""


class CopyNotNoted(Exception):
    """The copy was written, but not that it was: nobody would be told when it is too old."""


def copy_keyring(settings: Settings, environ: Mapping[str, str], place: Path) -> Keyring:
    """Write what may be kept of the keyring to `place`, and return it as it can be read there.

    A copy that was made there before is replaced and blanked; the same unlock key opens it. Raises
    CopyInTheWay, CopyNotNoted and sealing's KeyTroubleErrors, among them that of keys beside the
    database.
    """
    unlock = find_unlock(settings, environ)
    if settings.database_file is not None:
        keep_apart(settings.database_file, place)
    keyring = Keyring.open(settings.keyring_file, unlock)
    keyring.spare(_standing(settings, place, keyring, unlock)).save(place, unlock)
    copied = Keyring.open(place, unlock)
    held = {one.value: sorted(copied.all(one)) for one in ROTATED}
    try:
        settings.copy_file.write_text(json.dumps(held), "utf-8")
    except OSError as error:
        raise CopyNotNoted from error
    return copied


def is_too_old(settings: Settings, keyring: Keyring) -> bool:
    """Say whether the copy that was made last lacks a key under which something is kept now."""
    try:
        held = json.loads(settings.copy_file.read_text("utf-8"))
        return any(keyring.current(one).version not in held[one] for one in ROTATED)
    except (OSError, ValueError, TypeError, KeyError):
        return False


def _standing(
    settings: Settings, place: Path, keyring: Keyring, unlock: UnlockKey
) -> Keyring | None:
    """Return the copy that stands there; None where nothing does. Raises CopyInTheWay."""
    try:
        standing = Keyring.open(place, unlock)
    except KeyringMissingError:
        return None
    except KeyringUnreadableError as error:
        raise CopyInTheWay from error
    # The keyring itself must keep what its copies lack, and no other house's copy is ours to
    # replace, though one unlock key may open both.
    ours = standing.all(Purpose.DEPLOYMENT) == keyring.all(Purpose.DEPLOYMENT)
    if place.samefile(settings.keyring_file) or not ours:
        raise CopyInTheWay
    return standing
