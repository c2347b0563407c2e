"""A place for keys, an unlock key, and a disk that is full."""

import contextlib
import resource

import pytest

from sealing.unlocking import UnlockKey


@pytest.fixture
def unlock(tmp_path):
    return UnlockKey(b"u" * 32, tmp_path / "unlock.key")


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
