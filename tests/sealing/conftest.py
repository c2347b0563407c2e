"""A keyring in its place, the unlock key that opens it, and a disk that is full."""

import contextlib
import resource

import pytest

from sealing.keyring import Keyring
from sealing.unlocking import UnlockKey


@pytest.fixture
def unlock(tmp_path):
    return UnlockKey(b"u" * 32, tmp_path / "unlock.key")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "keys" / "keyring"


@pytest.fixture
def keyring(path, unlock):
    return Keyring.create(path, unlock)


@pytest.fixture
def full_disk():
    """The system itself refuses to write more than a few bytes, as on a full disk."""

    @contextlib.contextmanager
    def full(room=10):
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    return full
