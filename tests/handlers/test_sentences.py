"""Every sentence stands in handlers/words; code names them, and names only what exists."""

import ast
import re
from pathlib import Path

import pytest

import handlers
from handlers.outer import sentences
from tests.handlers.phrases import phrases

HOME = Path(handlers.__file__).parent
FILES = sorted(HOME.rglob("*.py"))
ENGLISH = phrases("en")

#: Texts with spaces that nobody of ours says, by file; each with its reason.
NOT_OURS = {
    "errors.py": "the words in which Telegram refuses, as its server has them",
}


def trees():
    for file in FILES:
        yield file, ast.parse(file.read_text("utf-8"))


def docstrings(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield first.value


def is_sentence(text):
    """Two words or more, of letters: something that could be said."""
    return len(re.findall(r"[^\W\d_]{2,}", text)) >= 2 and " " in text.strip()


def test_no_sentence_stands_in_code():
    found = []
    for file, tree in trees():
        if file.name in NOT_OURS:
            continue
        allowed = set(map(id, docstrings(tree)))
        raised = {
            id(one)
            for node in ast.walk(tree)
            if isinstance(node, ast.Raise | ast.Assert)
            for one in ast.walk(node)
        }
        found += [
            f"{file.name}:{node.lineno}: {node.value!r}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in allowed | raised
            and is_sentence(node.value)
        ]

    assert found == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("All is well.", True),
        ("Noted, thank you", True),
        ("close-it", False),
        ("", False),
        ("a b", False),
    ],
)
def test_the_test_knows_a_sentence(text, said):
    assert is_sentence(text) == said


def named():
    """Every sentence that code names outright: file, line, id, and the facts that are given."""
    for file, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = (
                node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            )
            first = node.args[0]
            if called not in {"say", "button", "Words"} or not isinstance(first, ast.Constant):
                continue
            facts = {one.arg for one in node.keywords}
            whole = None not in facts and not (called != "button" and len(node.args) > 1)
            yield f"{file.name}:{node.lineno}", first.value, facts if whole else None


def test_whatever_is_named_exists():
    missing = {where: name for where, name, _ in named() if name not in ENGLISH}

    assert missing == {}


def test_whatever_is_named_is_given_what_goes_into_it():
    lacking = {
        f"{where} {name}": sorted(ENGLISH[name].variables - facts)
        for where, name, facts in named()
        if name in ENGLISH and facts is not None and ENGLISH[name].variables - facts
    }

    assert lacking == {}


def test_no_sentence_is_kept_that_nobody_says():
    spoken, beginnings = set(sentences()), set()
    rooms = (HOME.parent / room for room in ("bot", "storage"))
    for file in [*FILES, *(one for room in rooms for one in sorted(room.rglob("*.py")))]:
        tree = ast.parse(file.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                spoken.add(node.value)
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                beginnings.add(node.values[0].value)
    beginnings = {one for one in beginnings if re.fullmatch(r"[a-z]+-[a-z-]*", one)}
    spoken |= {one for phrase in ENGLISH.values() for one in phrase.references}
    dead = [
        name
        for name in ENGLISH
        if name not in spoken and not any(name.startswith(one) for one in beginnings)
    ]

    assert dead == []
