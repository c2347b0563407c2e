"""The contracts between the rooms bite: every arrow that the plan forbids turns the gate red."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONFIGURATION = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
ROOMS = CONFIGURATION["root_packages"]
LINT = Path(sys.executable).with_name("lint-imports")

FILES = (
    *(f"{room}/__init__.py" for room in ROOMS),
    *("rules/watch.py", "rules/alarm.py", "sealing/fields.py", "storage/rows.py"),
    *("storage/journal.py", "handlers/router.py", "handlers/context.py", "handlers/words.py"),
    *("handlers/telling.py", "handlers/understanding.py", "handlers/outer.py"),
    *("handlers/check_in.py", "handlers/journey.py"),
    *("handlers/coordinator/__init__.py", "handlers/coordinator/board.py"),
    *("handlers/coordinator/alarm.py", "bot/demo.py", "bot/tick.py", "simulator/server.py"),
)

GOOD = (
    ("sealing/fields.py", "import cryptography"),
    ("storage/rows.py", "import rules.watch, sealing.fields, sqlalchemy, alembic, psycopg"),
    ("handlers/check_in.py", "import storage.rows, rules.watch, telegram"),
    ("handlers/check_in.py", "from handlers import context, telling, understanding, words"),
    ("handlers/coordinator/board.py", "import handlers.context"),
    ("handlers/words.py", "import fluent.runtime"),
    ("handlers/telling.py", "import handlers.outer"),
    ("handlers/router.py", "import handlers.check_in, handlers.coordinator.board"),
    ("bot/tick.py", "import handlers.router, storage.rows, sealing.fields, rules.watch"),
    ("bot/tick.py", "import apscheduler, starlette, uvicorn, apprise, typer, httpx, telegram"),
    ("bot/demo.py", "import simulator.server"),
    ("simulator/server.py", "import starlette, uvicorn, httpx"),
    ("bench/__init__.py", "import bot.tick, simulator.server, typer"),
)

STAIRS = "The stairs go one way"
BAD = (
    ("rules/watch.py", "import storage.rows", STAIRS),
    ("rules/watch.py", "import sealing.fields", STAIRS),
    ("sealing/fields.py", "import rules.watch", STAIRS),
    ("storage/rows.py", "import handlers.words", STAIRS),
    ("handlers/words.py", "import bot.tick", STAIRS),
    ("bot/tick.py", "import bench", STAIRS),
    ("rules/watch.py", "import asyncio", "The rules know nothing"),
    ("rules/watch.py", "import sqlalchemy", "The rules know nothing"),
    ("handlers/check_in.py", "import sealing.fields", "Only storage and the top"),
    ("simulator/server.py", "import rules.watch", "The stand-in knows nothing"),
    ("bot/tick.py", "import simulator.server", "Only the demo and the bench"),
    ("handlers/check_in.py", "import simulator.server", "Only the demo and the bench"),
    ("storage/rows.py", "import cryptography", "Cryptography has one home"),
    ("bot/tick.py", "import sqlalchemy", "The database has one home"),
    ("handlers/check_in.py", "import sqlite3", "The database has one home"),
    ("storage/rows.py", "import telegram", "Telegram is spoken to upstairs"),
    ("bot/tick.py", "import fluent.runtime", "Words have one home"),
    ("handlers/check_in.py", "import apscheduler", "The machine room keeps its own tools"),
    ("storage/rows.py", "import httpx", "The wire is touched"),
    ("handlers/check_in.py", "import handlers.journey", "Conversations do not lean"),
    ("handlers/coordinator/board.py", "import handlers.journey", "Conversations do not lean"),
    ("handlers/coordinator/board.py", "import handlers.coordinator.alarm", "A coordinator's"),
    ("storage/journal.py", "import storage.rows", "No circles anywhere"),
)


def build(house, imports):
    (house / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    for file in FILES:
        (house / file).parent.mkdir(parents=True, exist_ok=True)
        (house / file).write_text('"""A file of the house."""\n')
    for file, line in imports:
        with (house / file).open("a") as out:
            out.write(line + "\n")


def broken_contracts(house):
    linted = subprocess.run(
        [LINT, "--no-cache"],
        cwd=house,
        env=os.environ | {"COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    broken = re.findall(r"^(.*) BROKEN$", linted.stdout, re.MULTILINE)
    assert "Contracts: " in linted.stdout, linted.stdout + linted.stderr
    assert linted.returncode == bool(broken)
    return broken


def test_whatever_the_plan_allows_is_allowed(tmp_path):
    build(tmp_path, GOOD)

    assert broken_contracts(tmp_path) == []


@pytest.mark.parametrize(("file", "line", "contract"), BAD)
def test_whatever_the_plan_forbids_is_seen(tmp_path, file, line, contract):
    circle = [("storage/rows.py", "import storage.journal")]
    build(tmp_path, [(file, line), *(circle if "circles" in contract else [])])

    assert any(name.startswith(contract) for name in broken_contracts(tmp_path))


def test_every_contract_has_been_seen_to_break():
    names = [contract["name"] for contract in CONFIGURATION["contracts"]]

    for name in names:
        assert any(name.startswith(seen) for _, _, seen in BAD), name


def test_the_rules_need_nothing_but_the_standard_library():
    files = sorted((ROOT / "rules").glob("*.py"))
    assert files

    for file in files:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.ImportFrom):
                named = [node.module or "rules"] if node.level == 0 else ["rules"]
            elif isinstance(node, ast.Import):
                named = [alias.name for alias in node.names]
            else:
                continue
            for name in named:
                room = name.split(".")[0]
                assert room == "rules" or room in sys.stdlib_module_names, f"{file}: {name}"
