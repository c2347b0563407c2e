"""The demo as people run it: it ends well, notices what was not said, leaves nothing bare."""

import base64
import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.demo.expecting import LATE, faults, read_page
from bot.demo.playing import PAGE
from bot.demo.stage import ZONE
from bot.demo.transcript import Line

WITHIN = 280  #: seconds that one life may take on a busy machine
_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "XDG_RUNTIME_DIR", "VIRTUAL_ENV")
#: The same command with another page to hold the life against.
_WITH_PAGE = """
import asyncio, sys
from pathlib import Path
from bot.demo.playing import Asked, demo
sys.exit(asyncio.run(demo(Asked(once=True, page=Path(sys.argv[1])))))
"""

pytestmark = pytest.mark.slow


def surroundings(home):
    """The settings that a demo is started with, and nothing else of this shell's."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | {"VIGIL_DATA_DIR": str(home), "VIGIL_LOG_LEVEL": "DEBUG"}


def run(home, *command):
    """Run one life in a process of its own; return how it ended and what it printed."""
    with subprocess.Popen(
        [sys.executable, *command],
        env=surroundings(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            printed, _ = process.communicate(timeout=WITHIN)
        finally:
            # With all that it has started: a house without its stand-in would ask for ever.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    return process.returncode, printed


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """One life as `vigil demo --once --json FILE` plays it."""
    home = tmp_path_factory.mktemp("demo")
    code, printed = run(home / "data", "-m", "bot.demo", "--once", "--json", str(home / "said"))
    said = [json.loads(line) for line in (home / "said").read_text("utf-8").splitlines()]
    return code, printed, said, home / "data"


@pytest.fixture
def lines(played):
    """What was said, as the stand-in recorded it."""
    said = played[2]
    return [Line(**{**one, "buttons": tuple(tuple(row) for row in one["buttons"])}) for one in said]


def test_the_life_is_played_as_the_page_has_it(played):
    code, printed, said, _ = played

    assert "FAILED" not in printed
    assert code == 0, printed[-2000:]
    assert {"at", "chat", "direction", "text", "buttons"} <= set(said[0])
    roles = {one["chat"].split()[0] for one in said}
    assert roles == {"coordinator", "defender", "contact"}


def test_whatever_single_thing_is_not_said_is_noticed(lines):
    expected = read_page(PAGE, ZONE, late=LATE)
    assert faults(expected, lines) == ()
    may = [one for one in expected if one.maybe]  # chance decides whether these are said
    for left_out, line in enumerate(lines):
        if not any(one.chat == line.chat and one.fits(line) for one in may):
            assert faults(expected, [*lines[:left_out], *lines[left_out + 1 :]]), line


def test_whatever_single_thing_is_not_expected_is_noticed(lines):
    expected = read_page(PAGE, ZONE, late=LATE)
    for left_out, one in enumerate(expected):
        assert one.maybe or faults([*expected[:left_out], *expected[left_out + 1 :]], lines), one


def test_with_a_line_less_on_the_page_the_demo_fails(tmp_path):
    """What is said and not expected makes the whole command fail."""
    page = tmp_path / "page"
    text = PAGE.read_text("utf-8").splitlines()
    last = max(place for place, line in enumerate(text) if " < Noted " in line)
    page.write_text("\n".join(text[:last] + text[last + 1 :]), "utf-8")

    code, printed = run(tmp_path / "data", "-c", _WITH_PAGE, str(page))

    assert code == 1
    assert "FAILED  defender" in printed


def test_with_a_line_more_on_the_page_the_demo_fails(tmp_path):
    """What is expected and never said makes the whole command fail."""
    page = tmp_path / "page"
    more = "23:30 coordinator Farid < This is never said."
    page.write_text(f"{PAGE.read_text('utf-8')}\n{more}\n", "utf-8")

    code, printed = run(tmp_path / "data", "-c", _WITH_PAGE, str(page))

    assert code == 1
    assert "was never said: This is never said." in printed


def test_nothing_that_is_left_behind_names_anybody(played, tmp_path):
    _, _, said, home = played
    names = {one["chat"].split()[1] for one in said}
    files = [file for file in home.rglob("*") if file.is_file()]
    assert [file for file in files if file.suffix == ".sqlite"]
    planted = tmp_path / "planted"
    planted.write_bytes(b"x" + "María".encode("utf-16-le") + b"x")

    assert len(names) == 4
    typed = {one["text"] for one in said if one["direction"] == "in" and len(one["text"]) > 9}
    for what in names | typed | {"Zara", "Maria", "Nasrin"}:
        assert [file for file in files if _holds(file, what)] == [], what
    assert _holds(planted, "María")


def _holds(file: Path, what: str) -> bool:
    """Whether a file holds a text in one of the shapes in which it could have been left."""
    held = file.read_bytes()
    plain = what.encode()
    shapes = (
        plain,
        what.encode("utf-16-le"),
        what.encode("utf-16-be"),
        plain.hex().encode(),
        base64.b64encode(plain).rstrip(b"=")[:-1],
        json.dumps(what).strip('"').encode(),
    )
    return any(shape in held for shape in shapes)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_whoever_stops_the_demo_stops_all_of_it(tmp_path, how):
    """Also where Ctrl-C is ignored, as by a shell for what runs behind it."""
    behind = 'trap "" INT; exec "$@"'
    with subprocess.Popen(
        ["sh", "-c", behind, "sh", sys.executable, "-m", "bot.demo", "--stage"],
        env=surroundings(tmp_path / "data"),
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            while "Stories are ready" not in process.stdout.readline():
                assert process.poll() is None
            process.send_signal(how)
            assert process.wait(WITHIN) == 0
            with pytest.raises(ProcessLookupError):
                os.killpg(process.pid, 0)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
