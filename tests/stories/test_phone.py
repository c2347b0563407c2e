"""An officer's three minutes: whoever takes a phone and scrolls finds nothing to ask about.

Read as it stands on the phone, in every language there is: texts, buttons, keys and what was
deleted. People answer with digits, which every language understands.
"""

import pytest

from handlers.inner import inner_words_in
from handlers.words import languages
from tests.stories.stage import plain

#: Two of them at once, one from the left and one from the right; the others in `make check`.
_QUICK = {"en", "fa"}
pytestmark = pytest.mark.parametrize(
    "language",
    [one if one in _QUICK else pytest.param(one, marks=pytest.mark.slow) for one in languages()],
)


async def shown(stage, name):
    """Everything that can be read in somebody's chat now."""
    phone = await stage.people[name].sees()
    buttons = [label for one in phone.messages for row in one.buttons for label in row]
    keys = [label for row in phone.keyboard for label in row]
    return [plain(text) for text in (*phone.texts, *buttons, *keys, phone.placeholder)]


async def arrived(stage, name):
    """Every text that came by itself or was changed in somebody's chat, since the beginning."""
    chat = stage.people[name].id
    return [
        plain(one["text"])
        for one in await stage.stand.record()
        if one["chat_id"] == chat and one["by"] == "bot" and one["direction"] == "out"
    ]


def inner(texts):
    """What in these texts nobody must read."""
    return [(text, words) for text in texts if (words := inner_words_in(text))]


async def test_after_a_day_like_any_other_one_receipt_stands_there(staged, language):
    async with staged(language=language) as stage:
        for clock in ("08:20", "20:20"):
            await stage.at(clock)
            await stage.says("zarina", "1")
        await stage.at("22:00")

        phone = await stage.people["zarina"].sees()
        assert [one.direction for one in phone.messages] == ["out"]
        assert "20:20" in phone.messages[0].text
        assert inner(await shown(stage, "zarina")) == []
        for name in ("maria", "nasrin"):
            assert await shown(stage, name) == [""]


async def test_while_she_is_missed_her_phone_asks_for_a_note_and_no_more(staged, language):
    async with staged(language=language) as stage:
        for clock in ("09:00", "09:30", "09:40", "10:10", "10:40"):
            await stage.at(clock)
            assert inner(await shown(stage, "zarina")) == []
        assert await stage.alarms()

        for name in ("zarina", "maria", "nasrin", "farid", "golnar"):
            assert inner(await arrived(stage, name)) == [], name


async def test_after_a_call_for_help_nothing_of_it_stands_there(staged, language):
    async with staged(language=language) as stage:
        await stage.at("08:20")
        await stage.says("zarina", "2")
        assert await stage.alarms()

        texts = await shown(stage, "zarina")
        assert inner(texts) == []
        assert not [text for text in texts if text.strip() == "2"]  # what she sent is gone at once
        await stage.at("08:35")
        assert inner(await shown(stage, "zarina")) == []
        assert inner(await arrived(stage, "zarina")) == []


async def test_what_a_contact_has_opened_folds_away_and_goes_in_the_end(staged, language):
    async with staged(language=language) as stage:
        await stage.at("09:30")
        closed = await shown(stage, "maria")
        await stage.taps("maria", closed[1])
        opened = await shown(stage, "maria")
        assert "Zara" in "".join(opened)
        assert "Zara" not in "".join(closed)
        await stage.at("10:05")
        assert "Zara" not in "".join(await shown(stage, "maria"))

        await stage.says("farid", "take 1")
        await stage.says("zarina", "1")
        await stage.at("10:20")
        await stage.says("farid", "confirm 1 voice")
        assert await stage.alarms() == []
        for clock in ("20:20", "08:20", "20:20", "08:20"):
            await stage.at(clock)
            await stage.says("zarina", "1")
        await stage.at("11:00")
        for name in ("maria", "nasrin"):
            assert await shown(stage, name) == [""], name
