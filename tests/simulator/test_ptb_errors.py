"""python-telegram-bot raises for the stand-in what it raises for Telegram: refusals, outages."""

import asyncio

import pytest
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.request import HTTPXRequest

from simulator.running import running
from tests.simulator.conftest import TOKEN

#: A witness speaks in the gate; at a desk the stand-in's own tests are enough.
pytestmark = pytest.mark.slow


async def test_whoever_blocked_the_bot_is_forbidden(bot, mina):
    await mina.opens_link("")
    await mina.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(mina.id, "x")


async def test_what_is_wrong_with_a_request_is_a_bad_request(bot):
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(999, "x")


async def test_a_group_that_moved_says_where_to(stand, bot, mina):
    await stand.tell("groups", id=-5, title="Circle", members=[mina.id])
    moved = {"chat": -5, "from": mina.id, "to": -1001000000001}
    await stand.tell("migrate", **moved)
    with pytest.raises(ChatMigrated) as refused:
        await bot.send_message(-5, "x")
    assert refused.value.new_chat_id == -1001000000001
    await bot.send_message(refused.value.new_chat_id, "x")


async def test_a_bot_in_a_hurry_is_told_when_to_come_back(bot, mina):
    await mina.opens_link("")

    async def hurry():
        for _ in range(40):
            await bot.send_message(mina.id, "x")

    with pytest.raises(RetryAfter) as refused:
        await hurry()
    assert refused.value.retry_after.total_seconds() >= 1


async def test_two_that_poll_are_in_conflict(bot, raw, polls):
    older = asyncio.create_task(bot.get_updates(timeout=30))
    await polls()
    newer = asyncio.create_task(raw("getUpdates", timeout=30))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await older
    newer.cancel()
    await asyncio.gather(newer, return_exceptions=True)


@pytest.mark.parametrize("token", ["4242:wrong-secret-of-the-bot", "1:unknown-secret"])
async def test_a_wrong_token_is_invalid(stand, token):
    async with HTTPXRequest() as request:
        bot = Bot(token, base_url=stand.bot_url, request=request)
        with pytest.raises(InvalidToken):
            await bot.initialize()


async def test_a_method_that_does_not_exist_is_no_end_point(bot):
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendPigeon")


async def test_an_answer_that_never_comes_times_out(stand, bot, mina):
    await mina.opens_link("")
    await stand.arm("black_hole", methods=["sendMessage"])
    with pytest.raises(TimedOut):
        await bot.send_message(mina.id, "x", read_timeout=0.05)
    await stand.disarm()
    assert (await mina.sees()).from_bot == []


@pytest.mark.parametrize("fault", ["refuse", "drop", "bad_gateway"])
async def test_a_line_that_breaks_is_a_network_error_and_no_bad_request(stand, bot, mina, fault):
    await mina.opens_link("")
    await stand.arm(fault, methods=["sendMessage"], times=1)
    with pytest.raises(NetworkError) as broken:
        await bot.send_message(mina.id, "x")
    assert not isinstance(broken.value, BadRequest | TimedOut)
    # A message whose answer was lost is there all the same.
    assert len((await mina.sees()).from_bot) == (1 if fault == "drop" else 0)


async def test_nobody_there_is_a_network_error():
    async with running(token=TOKEN) as gone:
        url = gone.bot_url
    with pytest.raises(NetworkError):
        await Bot(TOKEN, base_url=url).get_me()
