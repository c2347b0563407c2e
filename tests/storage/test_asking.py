"""What an idle house asks again and again is answered from an index, however many are watched."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import event

from sealing.keyring import Keyring
from sealing.unlocking import UnlockKey
from storage.opening import open_storage
from storage.persons import BotId

NOW = datetime(2026, 3, 2, 21, tzinfo=UTC)
ASKED = {
    "when does somebody wake": lambda house: house.journal.next_wake(),
    "who cannot be decided": lambda house: house.journal.undecidable(NOW),
    "until when have we heard": lambda house: house.ear.heard_until(BotId(4242)),
    "what came in": lambda house: house.inbox.take(8, NOW),
    "when is something to be said": lambda house: house.outbox.next_try(),
}


@pytest.fixture
async def house(tmp_path):
    keyring = Keyring.create(tmp_path / "keys" / "keyring", UnlockKey(b"u" * 32, tmp_path / "u"))
    opened = open_storage(f"sqlite:///{tmp_path}/vigil.sqlite", keyring, clock=lambda: NOW)
    yield opened
    await opened.close()


@pytest.mark.parametrize("question", ASKED)
async def test_no_row_is_read_to_learn_that_there_is_nothing_to_do(house, question):
    asked = []

    def note(connection, cursor, statement, parameters, context, many):
        if not statement.startswith(("PRAGMA", "BEGIN", "EXPLAIN")):
            asked.append((statement, parameters))

    event.listen(house.reader._engine, "before_cursor_execute", note)
    await ASKED[question](house)
    assert asked

    def plans(look):
        explain = look.connection.exec_driver_sql
        return [
            row.detail
            for one, given in asked[:]
            for row in explain(f"EXPLAIN QUERY PLAN {one}", given)
        ]

    looked = [step for step in await house.reader.ask(plans) if step.startswith(("SCAN", "SEARCH"))]
    tables = [step for step in looked if "CONSTANT ROW" not in step and "(subquery" not in step]
    assert tables
    assert [step for step in tables if " USING " not in step] == []
