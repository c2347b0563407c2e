"""Updates brought to a bot's own address: with the secret, in order per chat, until taken."""

import asyncio

import pytest
from telegram.error import BadRequest, Conflict

from tests.simulator.address import Address


@pytest.fixture
async def address():
    async with Address() as address:
        yield address


async def test_updates_come_with_the_secret_and_are_forgotten_when_taken(stand, bot, mina, address):
    await mina.says("before")
    await bot.set_webhook(address.url, secret_token="s-1", max_connections=2)
    await mina.says("after")
    await address.until(2)
    assert address.texts() == ["before", "after"]
    assert address.came[0][2]["x-telegram-bot-api-secret-token"] == "s-1"
    assert await stand.quiet(0.02)
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_a_refused_update_comes_again_before_the_next_of_its_chat(stand, bot, mina, address):
    address.answers = [503, 200]
    ana = await stand.person(8, "Ana")
    await mina.says("one")
    await mina.says("two")
    await ana.says("other")
    await bot.set_webhook(address.url)
    await address.until(4)
    assert [text for text in address.texts() if text != "other"] == ["one", "two"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"


async def test_a_push_of_the_clock_ends_the_pause_between_tries(stand, bot, mina, address, until):
    async def failed_twice():
        return (await stand.ask("queue"))[str(bot.id)]["failures"] == 2

    address.answers = [500] * 2
    await mina.says("one")
    await bot.set_webhook(address.url)
    await until(failed_twice)
    await stand.push(60)
    await address.until(3)
    assert address.texts() == ["one"]


async def test_a_webhook_ends_the_poll_that_is_open_and_has_rules(bot, address, polls):
    polling = asyncio.create_task(bot.get_updates(timeout=30))
    await polls()
    await bot.set_webhook(address.url)
    with pytest.raises(Conflict, match="terminated by setWebhook"):
        await polling
    with pytest.raises(BadRequest, match="https url must be provided"):
        await bot.set_webhook("http://example.org/hook")
    with pytest.raises(BadRequest, match="unallowed characters"):
        await bot.set_webhook(address.url, secret_token="no spaces")


async def test_updates_can_come_twice_to_an_address_too(stand, bot, mina, address):
    await bot.set_webhook(address.url)
    await stand.arm("duplicate", methods=["webhook"], times=1)
    await mina.says("twice")
    await mina.says("once")
    await address.until(3)
    assert [one[1]["message"]["text"] for one in address.came] == ["twice", "twice", "once"]
    assert await stand.quiet(0.02)


async def test_what_an_address_has_taken_is_read(stand, bot, mina, address):
    await mina.says("hello")
    assert not (await mina.sees()).messages[0].read
    await bot.set_webhook(address.url)
    await address.until(1)
    assert await stand.quiet(0.02)
    assert (await mina.sees()).messages[0].read
