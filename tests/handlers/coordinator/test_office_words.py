"""What the office reads: every sentence exists, is short, and shows nothing where it must not."""

import ast
import re
from datetime import timedelta
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax.ast import Message

from handlers.context import By
from handlers.inner import inner_words_in
from handlers.router import ROUTES
from handlers.words import Speech, languages
from rules.alarm import Kind
from rules.events import Cause, Outcome
from rules.people import Part
from rules.terms import Group
from storage.persons import Standing
from tests.handlers.coordinator.conftest import DUE
from tests.handlers.coordinator.office import OFFICE
from tests.handlers.speaking import LONGEST

HOME = Path(__file__).parents[3] / "handlers"
CODE = sorted((HOME / "coordinator").rglob("*.py"))
LONG = {
    "number": 123456789,
    "code": "A1234567",
    "subject": "A1234567",
    "by": "B1234567",
    "holder": "B1234567",
    "link": "https://t.me/" + "x" * 32 + "?start=" + "x" * 22,
    "zone": "America/Argentina/ComodRivadavia",
    "command": "handback",
    "given": "12345678",
    "word": "x" * 20,
    "key": "reminders",
    "who": "M" * 24,
    "whom": ", ".join(["second of their people"] * 4),
    "times": ", ".join(["09:00"] * 12),
    "open": ", ".join(["123 · A123"] * 12),
    "reminders": "+0, +60, +120",
    "level": "medium",
    "count": 12,
    "limit": 300,
    "page": 12,
    "free": 12,
    "late": 12,
    "waiting": 12,
    "resting": 12,
}
MOMENTS = {"at", "since", "until", "from", "to", "due", "last", "begins"}


def sentences(language):
    """Every sentence of the office in this language, as it stands in the file."""
    file = HOME / "words" / language / "coordinator.ftl"
    parsed = FluentParser().parse(file.read_text("utf-8")).body
    return {one.id.name: one for one in parsed if isinstance(one, Message)}


def spoken():
    return [one for one in languages() if (HOME / "words" / one / "coordinator.ftl").exists()]


def variables(message):
    written = FluentSerializer().serialize_entry(message)
    return set(re.findall(r"\$(\w+)", written))


def said(language, name, message):
    """The sentence with the longest of everything that may stand in it, in each of its variants."""
    written = FluentSerializer().serialize_entry(message)
    choices = re.findall(r"\*?\[([\w-]+)\]", written) or [""]
    selector = re.search(r"\{\s*\$(\w+)\s*->", written)
    for choice in choices:
        args = {
            one: DUE + timedelta(days=30) if one in MOMENTS else LONG.get(one, "x" * 12)
            for one in variables(message)
        }
        if selector is not None and selector[1] != "count":
            args[selector[1]] = choice
        yield Speech(language, "Asia/Dushanbe", DUE).say(name, args)


def ids_in_code():
    """Every id that stands in the code, whole or up to its first placeholder."""
    found = set()
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"say", "button"}:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    found.add(first.value)
    return found


@pytest.mark.parametrize("name", sorted(ids_in_code()))
def test_every_sentence_that_is_said_exists(name):
    known = set()
    for file in (HOME / "words" / "en").glob("*.ftl"):
        parsed = FluentParser().parse(file.read_text("utf-8")).body
        known |= {one.id.name for one in parsed if isinstance(one, Message)}

    assert name in known


@pytest.mark.parametrize(
    "name",
    [
        *(f"office-group-{one}" for one in Group),
        *(f"office-part-{one}" for one in Part),
        *(f"button-office-{one}" for one in Outcome),
        *(f"inner-board-{one}" for one in ("waiting", "late", "missed", "trip-waiting")),
        *(f"inner-duty-{one}" for one in ("on", "off", "lost")),
        *(f"office-invite-{one}" for one in ("level", "nick", "language", "zone", "times")),
        *(f"office-join-{one}" for one in ("number", "language", "work", "kept", "seen", "join")),
    ],
)
def test_every_sentence_that_is_put_together_exists(name):
    assert name in sentences("en")


def test_every_kind_of_alarm_has_its_words():
    opening = (HOME / "words" / "en" / "opening.ftl").read_text("utf-8")
    board = FluentSerializer().serialize_entry(sentences("en")["inner-board-free"])
    words = {*(str(one) for one in Kind), *(str(one) for one in (Cause.JOURNEY, Cause.UNHEARD))}

    for word in words:
        assert f"\ninner-alarm-{word} =" in opening
        assert f"\ninner-do-{word} =" in opening
    for kind in Kind:
        assert f"[{kind}]" in board


def test_every_standing_has_its_words():
    who = FluentSerializer().serialize_entry(sentences("en")["inner-who"])

    assert {f"[{one}]" in who for one in Standing} == {True, False}
    assert "*[agreed]" in who


@pytest.mark.parametrize("language", spoken())
def test_nothing_is_longer_than_a_tired_person_reads(language):
    for name, message in sentences(language).items():
        for text in said(language, name, message):
            assert len(text) <= LONGEST, name


@pytest.mark.parametrize("language", spoken())
def test_outer_words_show_nothing(language):
    for name, message in sentences(language).items():
        if not name.startswith("inner-"):
            written = FluentSerializer().serialize_entry(message).partition("=")[2]
            assert inner_words_in(written, language, "en") == (), name


def test_no_button_of_the_office_is_taken_for_another():
    mine = {(one.by, one.name) for one in OFFICE if one.by in {By.BUTTON, By.STEP, By.LINK}}
    theirs = {(one.by, one.name) for one in ROUTES if one not in OFFICE}

    assert mine & theirs == set()


def test_the_router_hears_everything_of_the_office():
    assert set(OFFICE) <= set(ROUTES)


def test_no_two_of_the_office_hear_the_same():
    heard = [(one.by, one.name) for one in OFFICE]

    assert len(heard) == len(set(heard))


def test_no_sentence_stands_in_the_code():
    for file in CODE:
        tree = ast.parse(file.read_text("utf-8"))
        documented = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words = re.findall(r"[A-Za-z]{2,}", node.value)
                spaced = len(words) > 1 and " " in node.value.strip()
                assert id(node) in documented or not spaced, (file.name, node.value)
