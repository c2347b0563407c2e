"""Through the whole house: the courier hands a trial sheet on, the ear hears its number."""

from datetime import timedelta

import pytest

from sealing.agefile import open_file
from sealing.epochs import public_bytes
from storage.deed import Deed, KeepKey
from storage.dossiers import AgeKey
from tests.bot.circle import BEN, HE, OFFICE
from tests.bot.posting import SEEDS, SERVES


@pytest.fixture
async def environ(environ):
    return environ | SERVES


async def old_keys(house, *people):
    """Let these people hold keys that nobody has tried for long."""
    made = house.clock.now() - timedelta(days=91)
    for one in people:
        held = await house.storage.dossiers.key_of(one)
        version = 0 if held is None else held.version
        key = AgeKey(one, public_bytes(SEEDS[one]), made, version)
        await house.storage.journal.record(Deed(changes=(KeepKey(key),)))


async def test_a_contact_gets_a_sheet_opens_it_and_types_what_it_says(
    served, phones, stand, turning, until
):
    await old_keys(served, HE)
    assert await served.housekeeping.try_keys() == 1
    assert await served.housekeeping.try_keys() == 0
    turning(*served.holds, served.courier, served.ear, served.intake)

    async def there():
        return [one for one in (await phones[BEN].sees()).messages if "document" in one.more]

    (message,) = await until(there)
    document = message.more["document"]
    assert document["file_name"] == "sheet.age"
    assert message.silent
    answer = await stand._http.get("/control/file", params={"file_id": document["file_id"]})
    text = open_file(answer.content, SEEDS[HE]).decode().rstrip()
    await phones[BEN].says(text.rsplit("\n", 1)[1])

    async def proven():
        return (await served.storage.dossiers.key_of(HE)).proven_at

    await until(proven)
    await until(lambda: not served.courier._in_hand and not served.courier._settled)
    assert await stand.violations() == []


async def test_one_whom_nobody_can_ask_keeps_no_other_from_being_asked(served, monkeypatch, caplog):
    await old_keys(served, HE, OFFICE)
    journal, tried = type(served.storage.journal), []
    try_key = journal.try_key

    async def fails_once(self, who):
        tried.append(who)
        if len(tried) == 1:
            raise OSError
        return await try_key(self, who)

    monkeypatch.setattr(journal, "try_key", fails_once)
    assert await served.housekeeping.try_keys() == 1
    assert len(tried) == 2
    assert "housekeeping.key_not_tried" in caplog.text
