"""Keeps one small secret file: after a power cut the old or the new one stands there, whole.

Every write is guarded by what was read before, under a lock on the directory that all processes of
ours respect. The system releases the lock when its holder dies.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path


class ChangedMeanwhileError(Exception):
    """The file is not the one that was read before."""


def read(path: Path) -> bytes:
    """Return the content of `path`, never one that is just being replaced. Raises OSError."""
    with _locked(path.parent, fcntl.LOCK_SH):
        return path.read_bytes()


def swap(path: Path, old: bytes | None, new: bytes) -> None:
    """Put `new` where `old` stood (None: where nothing stood), readable by its owner only.

    Raises ChangedMeanwhileError when something else stands there, OSError when it cannot be
    written; in both cases what stood there still stands.
    """
    with _locked(path.parent, fcntl.LOCK_EX) as directory:
        if _content(path) != old:
            raise ChangedMeanwhileError
        fresh = path.with_name(f".{path.name}.new")
        _erase(fresh)  # left by a process that died here
        try:
            _write(fresh, new)
            with _hold_of(path) as stale:
                fresh.replace(path)
                os.fsync(directory)
                _overwrite(stale)
        finally:
            _erase(fresh)


@contextlib.contextmanager
def _locked(directory: Path, how: int) -> Iterator[int]:
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, how)
        yield handle
    finally:
        os.close(handle)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


@contextlib.contextmanager
def _hold_of(path: Path) -> Iterator[int | None]:
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:  # there is none yet, or it may not be written to: then it is only replaced
        yield None
        return
    try:
        yield handle
    finally:
        os.close(handle)


def _erase(path: Path) -> None:
    """Take away a file that was never put in place: the same keys stand in it."""
    with _hold_of(path) as stale:
        path.unlink(missing_ok=True)
        _overwrite(stale)


def _overwrite(handle: int | None) -> None:
    """Blank a replaced file on the disk, since the keys destroyed in the new one still stand there.

    File systems that never write in place, and worn flash, keep the old blocks all the same.
    """
    # A file that has another name (a hard link) is somebody's copy: it is not ours to blank.
    if handle is None or os.fstat(handle).st_nlink:
        return
    # The new file stands already; failing to blank the old one must not look like failing to save.
    with contextlib.suppress(OSError):
        os.pwrite(handle, bytes(os.fstat(handle).st_size), 0)
        os.fsync(handle)
