"""Anybody who takes part chooses their language, by number, name, code or button."""

import pytest

from handlers.words import languages
from tests.handlers.speaking import Somebody


@pytest.fixture
async def mina(house):
    """Mina, to whom we speak in a language that we do not have."""
    await house.defender(language="xx")
    return Somebody(house, 100)


@pytest.mark.parametrize("text", ["English", "en", "EN", "press", "place"])
async def test_a_language_is_chosen(mina, text):
    assert (await mina.types("language")).ids == ["language-which"]

    if text == "press":
        heard = await mina.presses("language-which:en")
    elif text == "place":
        heard = await mina.types(str(3 + languages().index("en")))
    else:
        heard = await mina.types(text)

    assert heard.ids == ["language-set"]
    assert heard.replies[0].language == "en"
    assert heard.replies[0].ways
    assert (await mina.person()).language == "en"


async def test_in_one_line(mina):
    await mina.types("7 English")

    assert (await mina.person()).language == "en"


@pytest.mark.parametrize("text", ["Klingon", "99", "-1", "../en", "xx", "1", "2"])
async def test_a_language_that_we_do_not_have_changes_nothing(mina, text):
    await mina.types("language")

    await mina.types(text)

    assert (await mina.person()).language == "xx"


async def test_a_made_up_button_changes_nothing(mina):
    await mina.presses("language-which:../../etc")

    assert (await mina.person()).language == "xx"


async def test_the_roster_knows_the_language_of_a_coordinator(house):
    await house.coordinator(language="xx")

    await Somebody(house, 300).types("language English")

    (member,) = (await house.storage.readings.house()).members
    assert member.language == "en"


async def test_a_contact_chooses_too(house):
    await house.contact(await house.defender(), language="xx")

    await Somebody(house, 200).types("7 en")

    assert (await Somebody(house, 200).person()).language == "en"


async def test_a_stranger_is_asked_nothing(house):
    assert (await Somebody(house, 666).types("language")).ids == ["stranger-not-in-use"]
