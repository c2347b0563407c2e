"""The secret file is replaced whole or not at all, by one writer at a time."""

import fcntl
import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from sealing.strongbox import ChangedMeanwhileError, read, swap

ROOT = Path(__file__).parents[2]

REPLACES_WITHOUT_END = """
import sys
from pathlib import Path
from sealing.strongbox import read, swap

path, number = Path(sys.argv[1]), 0
while True:
    number += 1
    swap(path, read(path), b"%08d" % number * 4096)
    print(number, flush=True)
"""


def test_what_was_put_there_is_read_and_only_its_owner_may(tmp_path):
    path = tmp_path / "box"
    swap(path, None, b"one")
    assert read(path) == b"one"
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o644)
    swap(path, b"one", b"two")
    assert read(path) == b"two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["box"]


@pytest.mark.parametrize("believed", [None, b"", b"two"])
def test_who_read_something_else_does_not_write(tmp_path, believed):
    path = tmp_path / "box"
    swap(path, None, b"one")
    with pytest.raises(ChangedMeanwhileError):
        swap(path, believed, b"three")
    assert read(path) == b"one"


def test_what_is_gone_is_not_replaced(tmp_path):
    with pytest.raises(ChangedMeanwhileError):
        swap(tmp_path / "box", b"one", b"two")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_what_stood_there(tmp_path, full_disk):
    path = tmp_path / "box"
    swap(path, None, b"one")
    with full_disk(), pytest.raises(OSError, match="File too large"):
        swap(path, b"one", b"x" * 5000)
    assert read(path) == b"one"
    assert [each.name for each in tmp_path.iterdir()] == ["box"]


def test_what_a_dead_process_left_half_written_is_no_hindrance(tmp_path):
    path = tmp_path / "box"
    swap(path, None, b"one")
    left = tmp_path / ".box.new"
    left.write_bytes(b"half")
    left.chmod(0o644)
    assert read(path) == b"one"
    swap(path, b"one", b"two")
    assert read(path) == b"two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert not left.exists()


def test_what_a_dead_process_left_is_blanked_on_the_disk(tmp_path):
    path, left = tmp_path / "box", tmp_path / ".box.new"
    swap(path, None, b"one")
    left.write_bytes(b"a key that will be destroyed")
    with left.open("rb") as old:
        swap(path, b"one", b"two")
        assert not old.read().strip(b"\0")
    assert [each.name for each in tmp_path.iterdir()] == ["box"]


def test_a_link_laid_in_the_way_is_not_followed(tmp_path):
    path, elsewhere = tmp_path / "box", tmp_path / "elsewhere"
    elsewhere.write_bytes(b"untouched")
    (tmp_path / ".box.new").symlink_to(elsewhere)
    swap(path, None, b"one")
    assert elsewhere.read_bytes() == b"untouched"
    assert read(path) == b"one"
    assert not path.is_symlink()


def test_what_was_replaced_is_blanked_on_the_disk(tmp_path):
    path = tmp_path / "box"
    swap(path, None, b"destroyed key")
    with path.open("rb") as old:
        swap(path, b"destroyed key", b"new key")
        assert old.read() == bytes(len(b"destroyed key"))
    assert read(path) == b"new key"


def test_somebodys_copy_under_another_name_is_not_blanked(tmp_path):
    path, copy = tmp_path / "box", tmp_path / "copy"
    swap(path, None, b"one")
    copy.hardlink_to(path)
    swap(path, b"one", b"two")
    assert (read(path), read(copy)) == (b"two", b"one")


def test_a_disk_that_cannot_blank_the_old_file_has_saved_the_new_one(tmp_path, full_disk):
    path = tmp_path / "box"
    swap(path, None, b"one")
    with full_disk(room=0):  # an empty file still fits, blanking three bytes does not
        swap(path, b"one", b"")
    assert read(path) == b""


def test_of_many_who_read_the_same_one_writes(tmp_path):
    path = tmp_path / "box"
    swap(path, None, b"start")
    outcomes = []

    def write(name):
        try:
            swap(path, b"start", name)
        except ChangedMeanwhileError:
            outcomes.append(None)
        else:
            outcomes.append(name)

    writers = [threading.Thread(target=write, args=(b"%d" % n,)) for n in range(16)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    [winner] = [name for name in outcomes if name]
    assert read(path) == winner
    assert len(outcomes) == 16


@pytest.mark.parametrize(
    ("held", "act", "outcome"),
    [
        (fcntl.LOCK_EX, read, b"one"),
        (fcntl.LOCK_SH, lambda path: swap(path, b"one", b"two"), None),
    ],
    ids=["a reader waits for the writer", "a writer waits for the reader"],
)
def test_nobody_reads_what_is_just_being_replaced(tmp_path, held, act, outcome):
    path = tmp_path / "box"
    swap(path, None, b"one")
    done = []
    waits = threading.Thread(target=lambda: done.append(act(path)))
    directory = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(directory, held)
        waits.start()
        waits.join(0.1)
        assert done == []
    finally:
        os.close(directory)
    waits.join()
    assert done == [outcome]


def test_the_new_file_is_on_the_disk_before_it_takes_the_place_of_the_old(tmp_path, monkeypatch):
    path, real, order = tmp_path / "box", os.fsync, []

    def fsync(handle):
        what = "directory" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file"
        order.append((what, path.read_bytes()))
        real(handle)

    swap(path, None, b"one")
    monkeypatch.setattr("os.fsync", fsync)
    swap(path, b"one", b"two")
    assert order[:2] == [("file", b"one"), ("directory", b"two")]
    # Only then is the old one blanked.
    assert order[2:] == [("file", b"two")]


@pytest.mark.parametrize("after", [1, 2, 5, 9])
def test_a_process_killed_while_writing_leaves_the_old_or_the_new(tmp_path, after):
    path = tmp_path / "box"
    swap(path, None, b"%08d" % 0 * 4096)
    with subprocess.Popen(
        [sys.executable, "-c", REPLACES_WITHOUT_END, str(path)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    ) as writer:
        for _ in range(after):
            writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        told = [int(line) for line in writer.stdout]
    content = read(path)
    number = int(content[:8])
    assert content == b"%08d" % number * 4096
    assert number - max([after, *told]) in {0, 1}
    swap(path, content, b"and life goes on")
    assert read(path) == b"and life goes on"
