"""What is written about somebody is written behind their own row: nobody waits in a ring.

PostgreSQL would break the ring after a second, and one of two who wait in it begins anew.
"""

import asyncio

import pytest
from sqlalchemy import create_engine, text

from rules.events import Cause
from storage.claims import Told
from storage.credentials import Credentials, credentials_of, keep_credentials
from storage.deed import Cried, Deed, KeepCredentials
from storage.engines import read_url
from tests.conftest import only_on

HELD = text("SELECT id FROM people WHERE id = :id FOR NO KEY UPDATE")
FREE = text("SELECT id FROM people WHERE id = :id FOR NO KEY UPDATE SKIP LOCKED")
FREE_NOTICES = text("SELECT count(*) FROM (SELECT id FROM notices FOR UPDATE SKIP LOCKED) AS free")
NOTICES = text("SELECT count(*) FROM notices")
WAITING = text(
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND wait_event_type = 'Lock'"
)

# SQLite has one writer at a time.
pytestmark = only_on("postgresql")


@pytest.fixture
def beside(database):
    """Connections of another process."""
    engine = create_engine(read_url(database))
    yield engine.connect
    engine.dispose()


async def test_what_a_note_proves_is_written_behind_her_row(storage, circle, beside):
    hers = circle.amina.id
    kept = KeepCredentials(Credentials(person=hers))
    await storage.journal.record(Deed(changes=(kept,)))

    def is_free():
        with beside() as other:
            return other.execute(FREE, {"id": hers}).one_or_none() is not None

    def job(tx):
        keep_credentials(tx, credentials_of(tx, hers))
        return is_free()

    assert is_free()
    assert not await storage.writer.do(job)


async def test_what_was_told_of_her_is_settled_behind_her_row(
    storage, clock, circle, teller, beside
):
    cry = Cried(circle.amina.id, Cause.SOS, clock())
    await storage.journal.record(Deed(happenings=(cry,)))
    claimed = await teller.claim()
    with beside() as closing, beside() as looking:
        # As whoever ends the alarm holds it, who then asks for the words that nobody has said yet.
        closing.execute(HELD, {"id": circle.amina.id})
        settling = asyncio.create_task(teller.settle(*((one, Told(clock(), 7)) for one in claimed)))
        while not looking.scalar(WAITING):
            looking.rollback()
            await asyncio.sleep(0)
        free, every = looking.scalar(FREE_NOTICES), looking.scalar(NOTICES)
        looking.rollback()
        closing.rollback()
        await settling
    assert free == every == len(claimed) > 0
