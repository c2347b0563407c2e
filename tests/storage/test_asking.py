"""What an idle house asks again and again is answered from an index, however many are watched."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import event

from sealing.keyring import Keyring
from sealing.unlocking import UnlockKey
from storage.opening import open_storage
from storage.persons import BotId
from tests.storage.circle import a_circle, enrol

NOW = datetime(2026, 3, 2, 21, tzinfo=UTC)
ASKED = {
    "when does somebody wake": lambda house: house.journal.next_wake(),
    "who cannot be decided": lambda house: house.journal.undecidable(NOW),
    "until when have we heard": lambda house: house.ear.heard_until(BotId(4242)),
    "what came in": lambda house: house.inbox.take(8, NOW),
    "when is something to be said": lambda house: house.outbox.next_try(),
}
OF_ALARMS = {
    "which are open": lambda house, _: house.readings.open_alarms(),
    "what was a coordinator asked": lambda house, who: house.readings.visitor(who.chats[0].address),
}


@pytest.fixture
async def house(tmp_path):
    keyring = Keyring.create(tmp_path / "keys" / "keyring", UnlockKey(b"u" * 32, tmp_path / "u"))
    opened = open_storage(f"sqlite:///{tmp_path}/vigil.sqlite", keyring, clock=lambda: NOW)
    yield opened
    await opened.close()


async def looked_at(house, ask):
    """Ask something; return which tables the database went through for it, and how."""
    asked = []

    def note(connection, cursor, statement, parameters, context, many):
        if not statement.startswith(("PRAGMA", "BEGIN", "EXPLAIN")):
            asked.append((statement, parameters))

    event.listen(house.reader._engine, "before_cursor_execute", note)
    await ask()
    assert asked

    def plans(look):
        explain = look.connection.exec_driver_sql
        return [
            row.detail
            for one, given in asked[:]
            for row in explain(f"EXPLAIN QUERY PLAN {one}", given)
        ]

    looked = [step for step in await house.reader.ask(plans) if step.startswith(("SCAN", "SEARCH"))]
    return [step for step in looked if "CONSTANT ROW" not in step and "(subquery" not in step]


@pytest.mark.parametrize("question", ASKED)
async def test_no_row_is_read_to_learn_that_there_is_nothing_to_do(house, question):
    tables = await looked_at(house, lambda: ASKED[question](house))
    assert tables
    assert [step for step in tables if " USING " not in step] == []


@pytest.mark.parametrize("question", OF_ALARMS)
async def test_no_alarm_that_is_over_is_read_to_find_those_that_are_open(house, question):
    """Those that are over stay for years, and coordinators write while one is open."""
    circle = a_circle()
    await enrol(house, circle)
    tables = await looked_at(house, lambda: OF_ALARMS[question](house, circle.olga))
    of_alarms = [step for step in tables if " alarms " in step]
    assert of_alarms
    assert [step for step in of_alarms if not step.startswith("SEARCH")] == []
