"""What the pages tell people to type exists: commands of the server, of the office, of a phone."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from bot.cli import app
from bot.settings import NAMES, SETTINGS_FILE
from handlers.context import By
from handlers.coordinator import helping
from handlers.router import ROUTES
from handlers.understanding import command, meanings
from rules.people import Role
from rules.templates import TEMPLATES
from rules.terms import Level, Section

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("docs/decisions/*.md")],
    key=lambda page: page.name,
)
SPANS = re.compile(r"`([^`\n]+)`")
FLAGS = re.compile(r"--[a-z-]+")
VIGIL = get_command(app)
#: Commands that hand what follows them to a process of its own, and where that is read.
OF_THEIR_OWN = {
    "bench": "bench/__main__.py",
    "cards": "bot/cards/__main__.py",
    "demo": "bot/demo/__main__.py",
}


def spans(page):
    return SPANS.findall(page.read_text("utf-8"))


def rows(page, head):
    """The first cells of the tables whose first heading this is, without their backticks."""
    text = page.read_text("utf-8")
    tables = re.findall(rf"^\| {head} \|.*\n\|[-|]+\n((?:\|.*\n?)+)", text, re.MULTILINE)
    return [SPANS.search(line)[1] for table in tables for line in table.splitlines()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    links = re.findall(r"\]\((?!https?://)([^)#]+)", page.read_text("utf-8"))
    assert [one for one in links if not page.parent.joinpath(one).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_a_page_names_a_heading(page):
    links = re.findall(r"\]\((?!https?://)([^)#]*)#([^)]+)\)", page.read_text("utf-8"))
    for where, anchor in links:
        target = page.parent.joinpath(where) if where else page
        heads = re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.MULTILINE)
        names = [re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads]
        assert anchor in names, f"{where}#{anchor}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_table_has_its_head(page):
    """A row that stands apart from its table is shown as a line full of bars."""
    for table in re.findall(r"(?:^\|.*\n)+", page.read_text("utf-8"), re.MULTILINE):
        _, rule, *rows = table.splitlines()
        assert re.fullmatch(r"\|(?:-+\|)+", rule), table
        assert rows, table


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_the_server_is_one(page):
    for span in spans(page):
        words = span.rpartition("bin/")[2].split()
        if words[:1] != ["vigil"] or len(words) == 1:
            continue
        at = VIGIL
        for word in words[1:]:
            at = at.commands.get(word, at) if hasattr(at, "commands") else at
        assert at is not VIGIL, span
        known = {name for option in at.params for name in option.opts}
        if words[1] in OF_THEIR_OWN:
            known |= set(FLAGS.findall((ROOT / OF_THEIR_OWN[words[1]]).read_text("utf-8")))
        for flag in FLAGS.findall(span):
            assert flag in known, f"{page.name}: {span}"


def test_the_page_for_operators_names_every_setting_and_no_other():
    said = (ROOT / "docs/operating.md").read_text("utf-8")
    named = set(re.findall(r"VIGIL_[A-Z_]+", said))
    assert {one.removesuffix("_FILE") for one in NAMES} <= {
        one.removesuffix("_FILE") for one in named
    }
    assert named <= {*NAMES, SETTINGS_FILE}


def test_what_a_coordinator_is_told_to_send_is_heard():
    sent = rows(ROOT / "docs/coordinating.md", "you send")
    assert len(sent) >= 8
    heard = {one.name for one in ROUTES if one.role is Role.COORDINATOR and one.by is By.COMMAND}
    heard |= {also for names in helping.TOPICS.values() for also in names}
    for text in sent:
        typed = command(text)
        assert typed is not None, text
        assert typed.name in heard, text


def test_what_she_is_told_to_type_is_heard():
    typed = rows(ROOT / "docs/coordinating.md", "she types")
    assert len(typed) >= 4
    words = {one.name for one in ROUTES if one.role is Role.DEFENDER and one.by is By.WORD}
    for text in typed:
        meant = meanings(text, "en")
        assert any(not rest and one in words for one, rest in meant.items()), text


def test_the_page_says_what_each_rung_discloses_at_first():
    said = (ROOT / "docs/before-you-promise.md").read_text("utf-8")
    names = {Section.CALL: "whom to call", Section.LAWYER: "lawyer", Section.HEALTH: "health"}
    for number in range(3):
        row = re.search(rf"^\| rung {number + 1} discloses \|(.+)\|$", said, re.MULTILINE)
        for cell, level in zip(row[1].split("|"), Level, strict=True):
            sections = TEMPLATES[level].ladder[number].sections
            whole = "everything" if Section.WHOLE in sections else "nothing"
            wanted = ", ".join(names[one] for one in sections if one in names) or whole
            assert cell.strip() == wanted
