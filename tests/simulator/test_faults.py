"""What goes wrong on the way: the message may have arrived although the sender saw a failure."""

import asyncio
import time

import httpx
import pytest
from telegram.error import InvalidToken, NetworkError, RetryAfter, TimedOut

from tests.simulator.conftest import AT_ONCE, PATIENCE, TOKEN


async def test_a_connection_that_breaks_before_the_answer_leaves_the_message_accepted(
    stand, bot, mina
):
    await mina.opens_link("")
    await stand.arm("drop", methods=["sendMessage"], times=1)
    with pytest.raises(NetworkError):
        await bot.send_message(7, "accepted")
    await bot.send_message(7, "again")
    assert [m.text for m in (await mina.sees()).from_bot] == ["accepted", "again"]
    calls = [(c["method"], c["status"]) for c in await stand.calls()]
    assert ("sendMessage", 0) in calls


async def test_a_refused_connection_leaves_nothing(stand, bot, mina):
    await mina.opens_link("")
    await stand.arm("refuse", times=1)
    with pytest.raises(NetworkError):
        await bot.send_message(7, "lost")
    assert (await mina.sees()).from_bot == []


async def test_the_nth_request_can_be_the_one_that_fails(stand, bot, mina):
    await mina.opens_link("")
    await stand.arm("refuse", methods=["sendMessage"], skip=2, times=1)
    failed = []
    for n in range(4):
        try:
            await bot.send_message(7, str(n))
        except NetworkError:
            failed.append(n)
    assert failed == [2]
    assert (await stand.ask("faults"))[0]["struck"] == 1


async def test_telegram_is_down_for_three_virtual_hours(stand, bot, mina):
    await stand.arm("bad_gateway", for_virtual_seconds=3 * 3600)
    await mina.says("I am well")
    async with httpx.AsyncClient() as http:
        down = await http.post(f"{stand.bot_url}{TOKEN}/getUpdates")
        assert (down.status_code, down.headers["content-type"]) == (502, "text/html")
        assert "502 Bad Gateway" in down.text
        assert "x-clock" in down.headers
    with pytest.raises(NetworkError):
        await bot.get_updates()
    await stand.push(3 * 3600 - 1)
    with pytest.raises(NetworkError):
        await bot.get_updates()
    await stand.push(1)
    assert [u.message.text for u in await bot.get_updates()] == ["I am well"]


async def test_an_outage_ends_the_poll_that_is_open(stand, bot, polls):
    polling = asyncio.create_task(bot.get_updates(timeout=50))
    await polls()
    await stand.arm("bad_gateway")
    async with asyncio.timeout(AT_ONCE):
        assert await polling == ()
    with pytest.raises(NetworkError):
        await bot.get_updates()
    await stand.disarm()
    assert await bot.get_updates() == ()


async def test_a_black_hole_swallows_requests_and_holds_back_no_push(stand, bot, mina, struck):
    await mina.opens_link("")
    await stand.arm("black_hole", methods=["sendMessage"], times=1)
    lost = asyncio.create_task(bot.send_message(7, "swallowed", read_timeout=PATIENCE))
    await struck()
    before = await stand.now()
    after = await stand.push(60)
    assert (after - before).total_seconds() == 60
    assert not lost.done()
    lost.cancel()
    await stand.arm("black_hole", methods=["sendMessage"], times=1)
    with pytest.raises(TimedOut):
        await bot.send_message(7, "swallowed too", read_timeout=0.1)
    assert (await mina.sees()).from_bot == []


async def test_latency_delays_the_answer(stand, bot):
    await stand.arm("latency", seconds=0.15, methods=["getMe"])
    began = time.monotonic()
    await bot.get_me()
    assert time.monotonic() - began >= 0.15


async def test_any_refusal_can_be_staged(stand, bot, mina):
    await mina.opens_link("")
    how = {"code": 429, "description": "Too Many Requests: retry after 9", "retry_after": 9}
    await stand.arm("refusal", times=1, **how)
    with pytest.raises(RetryAfter):
        await bot.send_message(7, "x")
    await stand.arm("refusal", times=1, code=401, description="Unauthorized")
    with pytest.raises(InvalidToken):
        await bot.send_message(7, "x")


async def test_a_fault_may_strike_one_chat_only(stand, bot, mina):
    ana = await stand.person(8, "Ana")
    await mina.opens_link("")
    await ana.opens_link("")
    await stand.arm("refusal", chat_id=8)
    await bot.send_message(7, "x")
    with pytest.raises(NetworkError):
        await bot.send_message(8, "x")


async def test_updates_can_come_twice(stand, bot, mina):
    sent = await mina.says("once")
    number = await stand.arm("duplicate")
    assert [u.message.text for u in await bot.get_updates()] == ["once"]
    await mina.says("next")
    again = await bot.get_updates(offset=sent["update_id"] + 1)
    assert [u.message.text for u in again] == ["once", "next"]
    await stand.disarm(number)
    left = await bot.get_updates(offset=again[-1].update_id + 1)
    assert left == ()


async def test_a_restart_of_telegram_breaks_connections_and_keeps_the_queue(
    stand, bot, mina, polls
):
    await mina.says("before")
    offset = (await bot.get_updates())[-1].update_id
    polling = asyncio.create_task(bot.get_updates(offset=offset + 1, timeout=30))
    await polls()
    await stand.restart()
    with pytest.raises(NetworkError):
        await polling
    await mina.says("after")
    assert [u.message.text for u in await bot.get_updates(offset=offset + 1)] == ["after"]


async def test_updates_of_different_chats_may_change_places_but_never_within_a_chat(
    stand, bot, mina
):
    ana = await stand.person(8, "Ana")
    await stand.arm("out_of_order")
    await mina.says("first of Mina")
    await ana.says("first of Ana")
    await ana.says("second of Ana")
    await mina.says("second of Mina")
    updates = await bot.get_updates()
    assert [one.message.text for one in updates] == [
        "first of Ana",
        "first of Mina",
        "second of Mina",
        "second of Ana",
    ]
    numbers = [one.update_id for one in updates]
    assert numbers == sorted(set(numbers))
    assert await bot.get_updates(offset=numbers[-1] + 1) == ()
    await stand.disarm()


async def test_nobody_overtakes_what_was_looked_at_already(stand, bot, mina):
    ana = await stand.person(8, "Ana")
    await stand.arm("out_of_order", chat_id=7)
    await mina.says("seen")
    [seen] = await bot.get_updates()
    await ana.says("later")
    [later] = await bot.get_updates(offset=seen.update_id + 1)
    assert later.update_id > seen.update_id
    assert (await stand.ask("faults"))[0]["struck"] == 1
