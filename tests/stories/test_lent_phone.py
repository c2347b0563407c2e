"""Her own phone is gone, or somebody reads it: she types a number from a card on a lent one."""

from dataclasses import replace

import pytest

from rules.events import Verdict
from rules.terms import Way
from sealing.cards import grouped, new_code
from storage.deed import Deed, MakeCards
from tests.stories.circle import IDS, TERMS
from tests.stories.stage import plain

LENT = 770_009_999
BY_CARD = replace(TERMS, ways=frozenset({Way.CARD, Way.TAP}))
DULL = "This chat is not in use."


async def a_card(stage, verdict):
    code = new_code()
    free, forced = ((code,), ()) if verdict is Verdict.GENUINE else ((), (code,))
    made = MakeCards(IDS["zarina"], b"b" * 16, free, forced)
    await stage.house.storage.journal.record(Deed(changes=(made,)))
    return code


async def borrowed(stage):
    lender = await stage.stand.person(LENT, "Somebody", "en")
    await lender.opens_link("")
    await stage.settle()
    return lender


async def shown(person):
    phone = await person.sees()
    return [plain(one.text) for one in phone.messages]


@pytest.mark.parametrize("verdict", Verdict)
async def test_a_number_from_a_lent_phone_keeps_her_promise_and_leaves_nothing(staged, verdict):
    async with staged(terms=BY_CARD) as stage:
        code = await a_card(stage, verdict)
        await stage.at("08:20")
        await stage.says("zarina", "1")
        await stage.at("20:20")
        her_chat = await shown(stage.people["zarina"])
        lender = await borrowed(stage)
        before = await shown(lender)

        await lender.says(grouped(code))
        await stage.settle()
        assert await shown(lender) == [*before, DULL]
        await stage.at("20:21")
        assert await shown(lender) == before

        await stage.at("20:59")
        assert await shown(stage.people["zarina"]) == her_chat
        told = {name: await stage.reads(name) for name in ("maria", "nasrin", "farid")}
        assert (told["maria"], told["nasrin"]) == ([], [])
        assert bool(told["farid"]) is (verdict is Verdict.FORCED)
        await stage.at("22:40")
        assert await stage.reads("maria") == []


async def test_the_phone_shows_the_same_whether_a_number_is_good_forced_or_anything(staged):
    async with staged(terms=BY_CARD) as stage:
        await stage.at("20:20")
        seen = []
        for number, code in enumerate(
            [
                await a_card(stage, Verdict.GENUINE),
                await a_card(stage, Verdict.FORCED),
                new_code(),
            ]
        ):
            lender = await stage.stand.person(LENT + number, "Somebody", "en")
            await lender.opens_link("")
            await lender.says(code)
            await stage.settle()
            record = [one for one in await stage.stand.record() if one["chat_id"] == lender.id]
            seen.append([(one["by"], one["direction"]) for one in record])
        assert seen[0] == seen[1] == seen[2]
