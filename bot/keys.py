"""Finds the unlock key and opens the keyring with it; neither may lie beside the database."""

from collections.abc import Mapping

from bot.settings import Settings
from sealing.keyring import Keyring
from sealing.selftest import self_test
from sealing.unlocking import UnlockKey, UnlockKeyMissingError, find_unlock_key, keep_apart
from storage.keychain import Keychain


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

    Raises SelfTestFailedError or one of sealing's KeyTroubleErrors.
    """
    self_test()
    unlock = find_unlock(settings, environ)
    if settings.database_file is not None:
        keep_apart(settings.database_file, settings.keyring_file, unlock.path)
    keyring = Keyring.open(settings.keyring_file, unlock)
    return keyring, Keychain(settings.keyring_file, unlock)
