"""aiogram's own web server takes updates from the stand-in, and answers inside the answer."""

from contextlib import asynccontextmanager

import httpx
import pytest
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from tests.simulator.aiogram_bot import aiogram_bot, dispatcher
from tests.simulator.conftest import TOKEN

#: A witness speaks in the gate; at a desk the stand-in's own tests are enough.
pytestmark = pytest.mark.slow

SECRET = "s-1_x"


@asynccontextmanager
async def served(bot):
    """Serve a dispatcher on loopback as aiogram's pages say; give the address."""
    manners, app = dispatcher(), web.Application()
    door = SimpleRequestHandler(manners, bot, handle_in_background=False, secret_token=SECRET)
    door.register(app, path="/hook")
    setup_application(app, manners, bot=bot)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    finally:
        await runner.cleanup()


@pytest.fixture
async def gram(stand):
    async with aiogram_bot(stand, TOKEN) as bot:
        yield bot


async def test_updates_come_with_the_secret_and_are_answered(stand, gram, mina):
    async with served(gram) as url:
        await mina.says("before")
        assert await gram.set_webhook(url, secret_token=SECRET)
        await mina.hears("Noted before")
        await mina.taps("Open")
        await mina.hears("Words")
        assert await stand.quiet(0.02)
        info = await gram.get_webhook_info()
        assert (info.url, info.pending_update_count) == (url, 0)
        assert info.last_error_message is None
        await gram.delete_webhook()


async def test_a_request_inside_the_answer_is_done(stand, gram, mina):
    async with served(gram) as url:
        await gram.set_webhook(url, secret_token=SECRET)
        said = await mina.says("/reply")
        await mina.hears("In the answer")
        assert await stand.quiet(0.02)
    [told] = (await mina.sees()).from_bot
    assert told.more["reply_to_message"]["message_id"] == said["message_id"]


async def test_whoever_does_not_know_the_secret_is_sent_away(stand, gram, mina):
    async with served(gram) as url, httpx.AsyncClient() as stranger:
        forged = {"update_id": 1, "message": {"text": "forged"}}
        header = {"X-Telegram-Bot-Api-Secret-Token": "guessed"}
        assert (await stranger.post(url, json=forged, headers=header)).status_code == 401
        assert (await stranger.post(url, json=forged)).status_code == 401


async def test_a_webhook_set_with_another_secret_delivers_nothing(stand, gram, mina, until):
    async def refused():
        info = await gram.get_webhook_info()
        return info.last_error_message == "Wrong response from the webhook: 401 Unauthorized"

    async with served(gram) as url:
        await mina.says("one")
        await gram.set_webhook(url, secret_token="another")
        await until(refused)
        assert (await gram.get_webhook_info()).pending_update_count == 1
        await gram.set_webhook(url, secret_token=SECRET)
        await mina.hears("Noted one")
