"""A damaged row of codes or of keys silences nobody: no cry is lost, and no turn stands."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from rules.events import Cause
from rules.notices import Kind, Notice
from storage.credentials import Credentials
from storage.deed import Cried, Deed, KeepCredentials, Reply, Words
from storage.proofs import Refused
from storage.tables import chats, credentials
from tests.storage.telling import say


@pytest.fixture(scope="session")
def keyring(keyring):
    # The story is told in March 2026.
    return keyring.with_epoch(2).with_epoch(3)


@pytest.fixture
async def hers(storage, circle):
    """What proves her signs, with a row of its own."""
    kept = KeepCredentials(Credentials(person=circle.amina.id))
    await storage.journal.record(Deed(changes=(kept,)))


async def spoil(storage, table, **columns):
    spoilt = update(table).values(**columns)
    await storage.writer.do(lambda tx: tx.connection.execute(spoilt).rowcount)


def menu(circle, **more):
    return Reply(to=circle.amina.id, words=(Words("menu-keys"),), ways="sealed", **more)


async def test_a_cry_for_help_is_heard_though_no_key_can_be_made(
    storage, clock, circle, teller, hers, caplog
):
    await spoil(storage, credentials, sealed_credentials=bytes(200))
    cry = Cried(circle.amina.id, Cause.SOS, clock())
    await storage.journal.record(Deed(happenings=(cry,), replies=(menu(circle),)))
    assert len(await storage.readings.open_alarms()) == 1
    said = [one.act for one in await teller.claim() if one.act == menu(circle)]
    assert [one.challenge for one in said] == [""]
    assert "credentials-unreadable" in caplog.text


async def test_what_her_page_sends_then_is_asked_for_once_more(storage, clock, circle, hers):
    await spoil(storage, credentials, sealed_credentials=bytes(200))
    found = await storage.proofs.sealed(circle.amina.id, "v1.nothing", clock())
    assert found == Refused()


async def test_whoever_brings_messages_goes_on_for_everybody(
    storage, clock, circle, teller, caplog
):
    await storage.journal.record(Deed(replies=(menu(circle),)))
    (told,) = await teller.claim()
    await teller.tell(told, 12)
    await spoil(storage, chats, sealed_keys=bytes(200))

    # To settle what brings keys, and to claim what renews them, it is looked for.
    await say(storage, Notice(circle.amina.id, Kind.RECEIPT, {"due": clock() + timedelta(days=9)}))
    (receipt,) = await teller.claim()
    await teller.tell(receipt, 13)
    clock.push(hours=46)
    await spoil(storage, chats, sealed_keys=bytes(200))
    await say(storage, Notice(circle.olga.id, Kind.NO_WATCH, {"subject": circle.amina.id}))
    claimed = [one for one in await teller.claim() if isinstance(one.act, Notice)]
    assert [one.reader for one in claimed] == [circle.olga.id]
    assert "keys-unreadable" in caplog.text
