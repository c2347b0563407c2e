"""Finds the unlock key and opens the keyring with it; neither may lie beside the database."""

import logging
from collections.abc import Callable, Mapping

from bot.settings import Settings
from sealing.keyring import Keyring, KeyringChangedError
from sealing.selftest import self_test
from sealing.unlocking import UnlockKey, UnlockKeyMissingError, find_unlock_key, keep_apart
from storage.keychain import Keychain
from storage.keys import Keys

log = logging.getLogger(__name__)

#: So often another process may be quicker with a change of its own; then it is no chance any more.
_TRIES = 5


def find_unlock(settings: Settings, environ: Mapping[str, str]) -> UnlockKey:
    """Return the unlock key: as named, as systemd or Docker hands it over, or from its place.

    Raises one of sealing's KeyTroubleErrors.
    """
    try:
        return find_unlock_key(settings.unlock_key_file, environ)
    except UnlockKeyMissingError:
        if settings.unlock_key_file is not None:
            raise
        return find_unlock_key(settings.own_unlock_key_file, environ)


def open_keyring(settings: Settings, environ: Mapping[str, str]) -> tuple[Keyring, Keychain]:
    """Return the keyring and where it lies; fails closed when encryption itself is not right.

    One that an earlier Vigil made gets the keys it lacks and is saved. Raises SelfTestFailedError
    or one of sealing's KeyTroubleErrors.
    """
    self_test()
    unlock = find_unlock(settings, environ)
    if settings.database_file is not None:
        keep_apart(settings.database_file, settings.keyring_file, unlock.path)
    keychain = Keychain(settings.keyring_file, unlock)
    opened = Keyring.open(keychain.path, unlock)
    keys = Keys(opened)
    change_keys(keychain, keys, Keyring.with_missing)
    if keys.keyring is not opened:
        log.info("keys.completed")
    return keys.keyring, keychain


def change_keys(keychain: Keychain, keys: Keys, change: Callable[[Keyring], Keyring]) -> None:
    """Change the keyring; what another process did to it at the same moment stays done.

    Raises one of sealing's KeyTroubleErrors.
    """
    for left in reversed(range(_TRIES)):
        try:
            keychain.change(keys, change)
        except KeyringChangedError:
            if not left:
                raise
        else:
            return
