"""Telegram's documented behaviours, one by one, over the wire; `make cases` prints them."""

import copy
import re
from dataclasses import replace

import pytest

from tests.simulator.cases_judge import EXPECTS
from tests.simulator.cases_player import HERE, play, read_cases

#: A witness speaks in the gate; at a desk the stand-in's own tests are enough.
pytestmark = pytest.mark.slow

CASES = read_cases()
#: Where a behaviour is written down: Telegram's pages or code, an issue, a client's code.
SOURCE = re.compile(
    r"https://core\.telegram\.org/(?:bots|api)[/\w#-]*"
    r"|tdlib/(?:telegram-bot-api|td): \w+\.(?:cpp|h), [\w:]+"
    r"|https://github\.com/[\w.-]+/[\w.-]+/(?:issues|pull)/\d+"
    r"|python-telegram-bot: [\w/]+\.py, [\w.]+"
)
FEWEST = 80


def spoil(step):
    """Expect something else: the first expectation of a step is turned into a wrong one."""
    if "lacks" in step:
        step["count"] = 99
        return
    name = next(name for name in EXPECTS if name in step)
    step[name] = _other(step[name])


def _other(wanted):
    if isinstance(wanted, dict):
        name = next(iter(wanted), None)
        return {"no such field": 1} if name is None else {**wanted, name: _other(wanted[name])}
    if isinstance(wanted, list):
        return [*wanted, "message_id_of_nobody"]
    if isinstance(wanted, bool):
        return not wanted
    return wanted + 1 if isinstance(wanted, int) else f"{wanted}?"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.topic}: {case.name}")
async def test_it_is_as_documented(case):
    assert (await play(case)).wrong == ""


def test_there_are_enough_and_no_two_are_the_same():
    assert len(CASES) >= FEWEST
    assert len({case.name for case in CASES}) == len(CASES)
    assert len({repr((case.world, case.limits, case.steps)) for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.topic}: {case.name}")
def test_it_says_where_it_is_documented_and_expects_something(case):
    assert SOURCE.fullmatch(case.source), case.source
    assert any(name in step for step in case.steps for name in EXPECTS)


#: Every fifth: enough of each topic.
SPOILED = CASES[::5]


@pytest.mark.parametrize("case", SPOILED, ids=lambda case: f"{case.topic}: {case.name}")
async def test_another_expectation_fails(case):
    steps = copy.deepcopy(case.steps)
    last = next(step for step in reversed(steps) if any(name in step for name in EXPECTS))
    spoil(last)
    last.pop("eventually", None)
    assert (await play(replace(case, steps=steps))).wrong != ""


async def test_a_step_that_is_misspelt_is_no_step():
    with pytest.raises(ValueError, match="sayz"):
        await play(replace(CASES[0], steps=({"call": "getMe", "sayz": "x"},)))


def test_every_file_beside_the_table_is_part_of_it():
    assert {path.stem for path in HERE.iterdir()} == {case.topic for case in CASES}
