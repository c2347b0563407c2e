"""Whatever can be pressed is heard, can also be typed, and says what it does in few letters."""

import ast
from pathlib import Path

import pytest

from handlers import understanding
from handlers.context import By
from handlers.router import ROUTES
from handlers.words import Speech, languages

HERE = Path(__file__).parents[2] / "handlers"
MINE = (
    "beginning",
    "breaks",
    "check_in",
    "concern",
    "contact",
    "enrol",
    "inviting",
    "joining",
    "journey",
    "language",
    "leaving",
    "sos",
    "sounding",
    "status",
)
HEARD = {route.name for route in ROUTES if route.by is By.BUTTON}


def buttons_in(file):
    """The arguments of every call of `button` in a file, where they stand there as words."""
    tree = ast.parse((HERE / f"{file}.py").read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "button":
            yield [one.value if isinstance(one, ast.Constant) else None for one in node.args]


@pytest.mark.parametrize("file", MINE)
def test_every_button_is_heard(file):
    for arguments in buttons_in(file):
        if arguments[1] is not None:
            assert arguments[1] in HEARD, arguments


def test_some_buttons_were_found():
    assert sum(len(list(buttons_in(file))) for file in MINE) > 15


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    ("label", "meant"),
    [
        ("button-next", "next"),
        ("button-yes", "yes"),
        ("button-no", "no"),
        ("button-no-quietly", "no-quietly"),
        ("button-not-now", "not-now"),
        ("button-alone", "alone"),
        ("button-understand", "understand"),
        ("button-another-way", "another-way"),
        ("button-there", "there"),
        ("button-more-time", "more-time"),
        ("button-resume", "resume"),
        ("button-keep", "keep"),
        ("button-invite", "invite"),
        ("button-remove", "remove"),
        ("button-ready", "ready"),
        ("button-part-yes", "yes"),
        ("button-part-no-quietly", "no-quietly"),
        ("button-part-no", "no"),
        ("part-near", "near"),
        ("part-friend", "friend"),
        ("part-lawyer", "lawyer"),
        ("part-family", "family"),
        ("key-note", "note"),
        ("key-help", "help"),
        ("key-break", "break"),
        ("key-trip", "trip"),
    ],
)
def test_what_a_button_says_is_understood_when_typed(language, label, meant, now):
    said = Speech(language, "UTC", now).say(label)

    assert meant in understanding.meanings(said, language), said


@pytest.fixture
def now(clock):
    return clock()
