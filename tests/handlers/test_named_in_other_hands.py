"""Whoever holds her phone names somebody: it seems done on both phones, and nobody asks them."""

import pytest

from handlers.sounding import sound
from rules.alarm import Kind as AlarmKind
from rules.notices import Kind
from storage.persons import Standing
from tests.handlers.sheets import has_a_key_of_their_own
from tests.handlers.speaking import Somebody, deliver, kinds, pass_time


@pytest.fixture
async def bea(house):
    """Bea, who says what is seized."""
    await house.coordinator()
    return Somebody(house, 300)


@pytest.fixture
async def mina(house, bea):
    """Mina, who has one friend, and whose phone somebody else holds later."""
    her = await house.defender()
    await house.contact(her, chat=200, nick="Auntie")
    await deliver(house)
    return Somebody(house, 100)


async def names(mina, name="Zed", part="near"):
    await mina.types("invite")
    await mina.types(name)
    await mina.types(part)
    return (await mina.types("English")).token


async def joins(house, token, chat=250):
    """Somebody opens the link, and says yes to all of it."""
    who = Somebody(house, chat)
    read = (await who.types(f"/start {token}")).ids
    for answer in ("yes", "next", "yes", "yes"):
        read += (await who.types(answer)).ids
    return who, read


async def silence(house):
    """Nothing comes from her for forty hours; return all that is said meanwhile."""
    said = []
    for _ in range(40):
        await pass_time(house, hours=1)
        said += await deliver(house)
    return said


async def missed(house):
    return next(one for one in await house.alarms() if one.kind is AlarmKind.MISSED)


async def standings(mina):
    return {one.nick: one.standing for one in (await mina.person()).contacts}


async def test_it_seems_done_on_both_phones(mina, bea, house):
    _, free = await joins(house, await names(mina, "Yan"), 251)
    before = await mina.types("people")
    await bea.types("seized A7")
    zed, read = await joins(house, await names(mina))

    assert read == free
    assert (await zed.person()).owners[0].id == (await mina.person()).id
    assert (await standings(mina))["Zed"] is Standing.DOUBTED
    after = await mina.types("people")
    hers = before.text.split("Y…")[1].splitlines()[0].split(":")[1]
    assert after.text.split("Z…")[1].splitlines()[0].split(":")[1] == hers
    assert (await mina.types("status")).ids.count("ladder-near") <= 1


async def test_nobody_asks_them_and_nothing_is_locked_for_them(mina, bea, house):
    await bea.types("seized A7")
    zed, _ = await joins(house, await names(mina))
    await has_a_key_of_their_own(house, await zed.person())
    held = await house.storage.dossiers.keys_for((await mina.person()).id)
    assert (await zed.person()).id not in {one.person for one in held}

    await bea.types("free A7")
    await deliver(house)
    assert (await zed.person()).id not in {one.reader for one in await silence(house)}
    assert await missed(house)


async def test_passing_the_test_makes_nobody_asked(mina, bea, house):
    await bea.types("seized A7")
    zed, _ = await joins(house, await names(mina))
    await zed.types("12")
    await house.storage.journal.record(sound(await zed.person(), house.now))

    await zed.types("ready")

    assert (await zed.person()).standing is Standing.PROVEN
    assert (await standings(mina))["Zed"] is Standing.DOUBTED


async def test_the_office_reads_it_and_is_not_sent_to_them(mina, bea, house):
    await bea.types("seized A7")
    await joins(house, await names(mina))

    assert "in other hands" in (await bea.types("who A7")).text.split("Close by")[1]
    await bea.types("free A7")
    await silence(house)
    number = (await missed(house)).number
    for asks in (f"open:{number}", f"alarm:{number}"):
        assert "Zed" not in (await bea.presses(asks)).text


async def test_with_her_phone_back_she_sees_it_and_names_them_herself(mina, bea, house):
    await bea.types("seized A7")
    await joins(house, await names(mina))
    await bea.types("free A7")
    listed = (await mina.types("people")).text
    assert "nobody asks them" in listed

    await mina.types("remove")
    await mina.types("Zed")
    await joins(house, await names(mina))

    assert (await standings(mina))["Zed"] is Standing.AGREED


@pytest.mark.parametrize("seized", [False, True])
async def test_however_many_links_are_handed_out_nobody_is_pushed_out_of_her_people(
    mina, bea, house, seized
):
    if seized:
        await bea.types("seized A7")
    for number in range(30):
        await names(mina, f"Z{chr(97 + number % 26)}{number}")

    assert (await standings(mina))["Auntie"] is Standing.PROVEN
    assert len((await mina.person()).contacts) <= 25


async def test_released_by_hand_nothing_goes_to_them(mina, bea, house):
    await bea.types("seized A7")
    zed, _ = await joins(house, await names(mina))
    await has_a_key_of_their_own(house, await zed.person())

    assert (await bea.types("release A7 Zed")).ids == ["office-release-who"]
    assert Kind.SHEET not in kinds(await deliver(house), await zed.person())
