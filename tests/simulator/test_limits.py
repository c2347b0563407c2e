"""Telegram's limits: a chat, a group, everything; and what becomes of a bot that ignores them."""

import pytest
from telegram.error import RetryAfter

from simulator.limits import Limits


def test_a_chat_takes_a_small_burst_and_then_one_a_second():
    limits = Limits()
    assert [limits.take(1, 7, 0.0) for _ in range(6)] == [0, 0, 0, 0, 0, 1]
    assert limits.take(1, 7, 1.01) == 0
    assert limits.take(1, 8, 1.01) == 0


def test_a_steady_bot_is_never_refused():
    limits = Limits()
    assert not any(limits.take(1, n % 40 + 1, n / 28) for n in range(28 * 60))
    assert not any(limits.take(2, 7, float(n)) for n in range(60))
    assert not any(limits.take(3, -7, n * 3.0) for n in range(60))


def test_a_group_takes_twenty_a_minute():
    limits = Limits()
    assert [limits.take(1, -7, 0.0) for _ in range(20)] == [0] * 20
    assert limits.take(1, -7, 0.0) == 3


def test_all_chats_together_take_thirty_a_second():
    limits = Limits()
    assert sum(limits.take(1, chat, 0.0) == 0 for chat in range(1, 100)) == 30
    assert limits.take(2, 1, 0.0) == 0


def test_who_does_not_wait_waits_longer():
    limits = Limits()
    waits = [limits.take(1, 7, 0.0) for _ in range(12)][5:]
    assert waits[0] == 1
    assert waits == sorted(waits)
    assert waits[-1] > 30
    assert limits.take(1, 7, 400.0) == 0


async def test_a_bot_in_a_hurry_is_told_when_to_come_back(stand, bot, raw, mina):
    await mina.opens_link("")
    await stand.limits(chat_rate=0.01)  # on the slowest machine no sixth is let pass meanwhile
    for _ in range(5):
        await bot.send_message(7, "x")
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(7, "x")
    assert 1 < refused.value.retry_after.total_seconds() <= 100
    status, body = await raw("sendMessage", chat_id=7, text="x")
    assert status == 429
    wait = body["parameters"]["retry_after"]
    assert body["description"] == f"Too Many Requests: retry after {wait}"
    assert len((await mina.sees()).from_bot) == 5


async def test_limits_can_be_switched_off(stand, bot, mina):
    await mina.opens_link("")
    await stand.limits(on=False)
    for _ in range(40):
        await bot.send_message(7, "x")
    assert len((await mina.sees()).from_bot) == 40
