"""How a bot fetches what people wrote, and what Telegram forgets."""

import asyncio

import httpx
import pytest
from telegram.error import Conflict

from tests.simulator.conftest import AT_ONCE, TOKEN


async def test_an_update_comes_again_until_a_later_poll_confirms_it(bot, mina):
    await mina.says("one")
    await mina.says("two")
    first = await bot.get_updates()
    assert [u.message.text for u in first] == ["one", "two"]
    assert [u.update_id for u in await bot.get_updates()] == [u.update_id for u in first]
    left = await bot.get_updates(offset=first[0].update_id + 1)
    assert [u.message.text for u in left] == ["two"]
    assert [u.message.text for u in await bot.get_updates()] == ["two"]


async def test_a_confirmation_counts_when_it_is_asked_and_not_when_it_is_answered(bot, mina, polls):
    sent = await mina.says("one")
    polling = asyncio.create_task(bot.get_updates(offset=sent["update_id"] + 1, timeout=30))
    await polls()
    assert not polling.done()
    await mina.says("two")
    assert [u.message.text for u in await polling] == ["two"]


async def test_a_poll_brings_a_hundred_at_most_and_as_few_as_asked(stand, bot, mina):
    await stand.tell("say", *({"from": 7, "text": str(n)} for n in range(130)))
    assert len(await bot.get_updates()) == 100
    assert len(await bot.get_updates(limit=500)) == 100
    assert [u.message.text for u in await bot.get_updates(limit=1)] == ["0"]


async def test_a_negative_offset_keeps_the_newest_only(bot, mina):
    for text in ("one", "two", "three"):
        await mina.says(text)
    assert [u.message.text for u in await bot.get_updates(offset=-2)] == ["two", "three"]
    assert [u.message.text for u in await bot.get_updates()] == ["two", "three"]


async def test_a_long_poll_comes_back_when_somebody_writes(bot, mina, polls):
    polling = asyncio.create_task(bot.get_updates(timeout=50))
    await polls()
    assert not polling.done()
    await mina.says("here")
    async with asyncio.timeout(AT_ONCE):
        assert [u.message.text for u in await polling] == ["here"]


async def test_the_newer_poll_ends_the_older_one(bot, raw, mina, polls):
    older = asyncio.create_task(bot.get_updates(timeout=30))
    await polls()
    newer = asyncio.create_task(raw("getUpdates", timeout=30))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await older
    await mina.says("here")
    _, answer = await newer
    assert len(answer["result"]) == 1


async def test_a_message_waits_for_a_day_and_a_tap_for_150_seconds(stand, bot, mina):
    await mina.says("hello")
    hello = (await bot.get_updates())[0]
    await bot.send_message(7, "?", reply_markup=_one_button())
    await mina.taps("Yes")
    offset = hello.update_id + 1
    await stand.push(149)
    assert [u.callback_query.data for u in await bot.get_updates(offset=offset)] == ["yes"]
    await stand.push(2)
    assert await bot.get_updates(offset=offset) == ()
    await mina.says("I am well")
    await stand.push(24 * 3600 - 1)
    assert [u.message.text for u in await bot.get_updates(offset=offset)] == ["I am well"]
    await stand.push(2)
    assert await bot.get_updates(offset=offset) == ()


async def test_a_bot_that_died_in_its_poll_leaves_nothing_behind(stand, mina, until):
    async def polling():
        return (await stand.ask("queue"))["4242"]["polling"]

    async def noted():
        return await stand.calls()

    async with httpx.AsyncClient() as dying:
        poll = asyncio.create_task(
            dying.post(f"{stand.bot_url}{TOKEN}/getUpdates", json={"timeout": 50}, timeout=60)
        )
        await until(polling)
        poll.cancel()
    await until(noted)
    assert [(c["status"], c["note"]) for c in await stand.calls()] == [(0, "gone")]
    await mina.says("still here")
    assert len(await stand.queue(4242)) == 1


async def test_half_a_request_is_none(stand, mina):
    await mina.opens_link("")
    _, writer = await asyncio.open_connection("127.0.0.1", int(stand.url.rpartition(":")[2]))
    head = f"POST /bot{TOKEN}/sendMessage HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n"
    kind = "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    writer.write(f"{head}{kind}chat_id=7&text=half".encode())
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    await stand.push(1)  # waits until nothing is under way any more
    assert (await mina.sees()).from_bot == []


async def test_kinds_once_allowed_stay_until_others_are_named(stand, bot, mina):
    await bot.get_updates(allowed_updates=["my_chat_member"])
    assert (await mina.says("unheard"))["update_id"] is None
    await bot.get_updates()
    assert (await mina.says("unheard still"))["update_id"] is None
    await bot.get_updates(allowed_updates=[])
    assert (await mina.says("heard"))["update_id"]
    assert [u.message.text for u in await bot.get_updates()] == ["heard"]


async def test_after_a_silent_week_the_numbers_go_on_elsewhere(stand, bot, mina):
    before = (await mina.says("one"))["update_id"]
    assert (await mina.says("two"))["update_id"] == before + 1
    await stand.push(8 * 24 * 3600)
    assert (await mina.says("three"))["update_id"] > before + 1000


async def test_poison_comes_as_it_is_and_holds_nobody_back(stand, raw, mina):
    await stand.tell("raw_update", update={"update_id": 5, "message": {"text": ["?"]}})
    await stand.tell("raw_update", update=["no", "object"])
    await stand.tell("raw_update", update={"message": 7})
    sent = await mina.says("good")
    _, answer = await raw("getUpdates")
    assert answer["result"][0] == {"update_id": 5, "message": {"text": ["?"]}}
    assert answer["result"][1] == ["no", "object"]
    assert answer["result"][2]["message"] == 7
    assert answer["result"][3]["update_id"] == sent["update_id"]


async def test_an_older_number_that_comes_late_is_confirmed_with_the_others(stand, raw, mina):
    sent = await mina.says("good")
    await stand.tell("raw_update", update={"update_id": sent["update_id"] - 5, "message": 1})
    _, answer = await raw("getUpdates", offset=sent["update_id"] + 1)
    assert answer["result"] == []


async def test_several_bots_hear_only_their_own(stand, bot, mina):
    other = await stand.bot("77:another-secret", "reserve_bot")
    await mina.with_bot(other).says("to the reserve")
    await mina.with_bot(bot.id).says("to the first")
    assert [u.message.text for u in await bot.get_updates()] == ["to the first"]
    assert [u["message"]["text"] for u in await stand.queue(other)] == ["to the reserve"]


def _one_button():
    return {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}]]}
