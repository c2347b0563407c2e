"""A contact is worried: coordinators alone hear it, twice in thirty days at most."""

from dataclasses import replace

import pytest

from rules.alarm import Kind as AlarmKind
from rules.notices import Kind
from storage.persons import OwnerLink
from tests.handlers.speaking import Somebody, deliver, kinds


@pytest.fixture
async def mina(house, bea):
    """Mina, who has named Auntie and Zaur."""
    mina = await house.defender()
    await house.contact(mina, chat=200, nick="Auntie")
    await house.contact(mina, chat=201, nick="Zaur")
    await deliver(house)
    return Somebody(house, 100)


@pytest.fixture
def auntie(house, mina):
    return Somebody(house, 200)


@pytest.mark.parametrize("word", ["worried", "I am worried", "6", "something is wrong"])
@pytest.mark.parametrize("yes", ["1", "yes", "press"])
async def test_the_office_hears_it_and_nobody_else(auntie, mina, house, bea, word, yes):
    assert (await auntie.types(word)).ids == ["worried-sure"]
    assert await house.alarms() == []

    heard = await (auntie.presses("worried-sure:yes") if yes == "press" else auntie.types(yes))

    assert heard.ids == ["worried-noted"]
    (alarm,) = await house.alarms()
    assert alarm.kind is AlarmKind.CONCERN
    said = await deliver(house)
    assert kinds(said, bea) == [Kind.ALARM]
    assert kinds(said, await mina.person()) == []
    assert kinds(said, await Somebody(house, 201).person()) == []


@pytest.mark.parametrize("no", ["2", "no", "cancel", "perhaps"])
async def test_a_no_changes_nothing(auntie, house, no):
    await auntie.types("worried")

    await auntie.types(no)

    assert await house.alarms() == []


async def test_their_words_go_to_the_diary(auntie):
    await auntie.types("worried she looked ill")

    heard = await auntie.types("yes")

    assert list(heard.deed.notes.values()) == ["she looked ill"]


async def test_two_in_thirty_days(auntie, house):
    for _ in range(2):
        await auntie.types("worried")
        await auntie.types("yes")
    assert (await auntie.types("worried")).ids == ["worried-enough"]

    house.passes(days=31)

    assert (await auntie.types("worried")).ids == ["worried-sure"]


async def test_with_several_people_it_is_asked_about_whom(auntie, house):
    nino = await house.defender(chat=101, code="A9", nick="Nino")
    known = (*(await auntie.person()).owners, OwnerLink(nino.id, "Nino"))
    await house.keeps(replace(await auntie.person(), owners=known))

    heard = await auntie.types("worried")
    assert heard.ids == ["worried-who"]
    await auntie.types("2")
    await auntie.types("yes")

    (alarm,) = await house.alarms()
    assert alarm.subject == nino.id


@pytest.mark.parametrize("text", ["9", "Somebody", "0.5"])
async def test_a_name_that_is_none_is_asked_again(auntie, house, text):
    nino = await house.defender(chat=101, code="A9", nick="Nino")
    known = (*(await auntie.person()).owners, OwnerLink(nino.id, "Nino"))
    await house.keeps(replace(await auntie.person(), owners=known))
    await auntie.types("worried")

    assert (await auntie.types(text)).ids == ["choose-one"]


async def test_whoever_was_taken_out_reads_the_same_as_ever_and_moves_nothing(auntie, mina, house):
    zaur, read = Somebody(house, 201), {}
    await mina.types("remove")
    await mina.types("Auntie")

    for one in (auntie, zaur):
        words = ("worried", "yes") * 3
        read[one.chat] = [
            (heard.text, heard.buttons) for heard in [await one.types(w) for w in words]
        ]

    assert read[auntie.chat] == read[zaur.chat]
    (alarm,) = await house.alarms()
    assert alarm.kind is AlarmKind.CONCERN
    assert (await auntie.person()).id not in alarm.asked


async def test_a_stranger_is_not_heard(house, bea):
    await Somebody(house, 666).types("worried")

    assert await house.alarms() == []
