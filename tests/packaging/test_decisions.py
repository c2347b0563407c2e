"""Every decision has its number, its reason and its cost; every dependency has its reason."""

import json
import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs/decisions").glob("[0-9]*.md"))
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
ASKED_FOR = chain(PYPROJECT["project"]["dependencies"], *PYPROJECT["dependency-groups"].values())
PAGE = json.loads((ROOT / "miniapp/package.json").read_text())


def test_the_numbers_have_no_gap():
    numbers = [int(page.name[:4]) for page in PAGES]

    assert numbers == list(range(1, len(PAGES) + 1))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_decision_says_why_what_and_at_what_cost(page):
    text = page.read_text()

    assert re.match(rf"# {page.name[:4]}\. \S", text)
    for heading in ("Why", "Decided", "Cost"):
        section = re.search(rf"^## {heading}\n\n(.+?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
        assert section, heading
        assert len(section[1].split()) >= 10, heading


@pytest.mark.parametrize("asked_for", sorted({Requirement(each).name for each in ASKED_FOR}))
def test_every_dependency_stands_with_its_reason(asked_for):
    text = (ROOT / "docs/decisions/0004-dependencies.md").read_text()
    rows = re.findall(rf"^\| {re.escape(asked_for)} \|(.+)\|(.+)\|$", text, re.MULTILINE)

    assert len(rows) == 1
    assert len(rows[0][1].split()) >= 3


@pytest.mark.parametrize("asked_for", sorted({**PAGE["dependencies"], **PAGE["devDependencies"]}))
def test_everything_in_the_page_stands_with_its_reason(asked_for):
    text = (ROOT / "docs/decisions/0009-the-page.md").read_text()
    rows = re.findall(rf"^\| {re.escape(asked_for)} \|(.+)\|$", text, re.MULTILINE)

    assert len(rows) == 1
    assert len(rows[0].split()) >= 3
