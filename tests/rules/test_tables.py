"""Law 1: every cell of both tables is filled, told of in docs/architecture.md, and visited."""

import re
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from rules import alarm, alarming, events, watch, watching
from tests.rules.living import visits

PAGE = Path(__file__).parents[2] / "docs" / "architecture.md"
TABLES = {
    "The promise": (watching.RULES, watch.Stage, get_args(events.WatchEvent)),
    "The alarm": (alarming.RULES, alarm.Stage, get_args(events.AlarmEvent)),
}
CELL = re.compile(r"^`(\w+)`: \w.*\w$")


def told(title):
    """Return what the page says: (stage, event) -> (rule, half a sentence), and its columns."""
    chapter = PAGE.read_text().split(f"\n### {title}\n")[1].split("\n### ")[0]
    rows = [line for line in chapter.splitlines() if line.startswith("|")]
    head, _, *body = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    cells = {}
    for event, *row in body:
        for stage, cell in zip(head[1:], row, strict=True):
            assert CELL.match(cell), cell
            cells[stage, event.strip("`")] = cell.split("`")[1]
    return head[1:], cells


@pytest.mark.parametrize("title", TABLES)
def test_law_1_every_cell_of_the_table_is_filled_and_none_is_too_many(title):
    rules, stages, kinds = TABLES[title]
    assert set(rules) == set(product(stages, kinds))


@pytest.mark.parametrize("title", TABLES)
def test_law_1_the_page_says_what_the_code_does(title):
    rules, stages, kinds = TABLES[title]
    columns, cells = told(title)

    assert columns == [stage.name for stage in stages]
    assert {event for _, event in cells} == {kind.__name__ for kind in kinds}
    assert cells == {
        (stage.name, kind.__name__): rule.__name__ for (stage, kind), rule in rules.items()
    }


@pytest.mark.parametrize("title", TABLES)
def test_law_1_every_stage_is_explained_above_its_table(title):
    chapter = PAGE.read_text().split(f"\n### {title}\n")[1].split("\n|")[0]
    for stage in TABLES[title][1]:
        assert f"**{stage.name}** " in chapter


def test_law_1_every_cell_is_visited_at_least_a_hundred_times():
    """The lives in which all other laws are looked for go through every cell (DECISIONS.md, 23)."""
    counted = visits()
    for name, (rules, _, _) in zip(("watch", "alarm"), TABLES.values(), strict=True):
        for stage, kind in rules:
            times = counted[name, stage, kind]
            # A run shows what it went through (pytest -s, and wherever this fails).
            print(f"{times:7d}  {name} {stage.name} {kind.__name__}")  # noqa: T201
            assert times >= 100, (name, stage.name, kind.__name__)
