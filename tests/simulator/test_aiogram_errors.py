"""aiogram raises for the stand-in's refusals and outages what it raises for Telegram's."""

import asyncio

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import BufferedInputFile

from tests.simulator.aiogram_bot import aiogram_bot
from tests.simulator.conftest import TOKEN

#: A witness speaks in the gate; at a desk the stand-in's own tests are enough.
pytestmark = pytest.mark.slow

SQUARE = -1001000000001


@pytest.fixture
async def gram(stand):
    async with aiogram_bot(stand, TOKEN) as bot:
        yield bot


async def test_a_bad_request_is_one(gram):
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await gram.send_message(999, "x")


async def test_whoever_blocked_the_bot_is_forbidden(gram, mina):
    await mina.opens_link("")
    await mina.blocks()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await gram.send_message(7, "x")


async def test_a_group_that_moved_says_where_to(stand, gram, mina):
    await stand.tell("groups", id=-5, title="Circle", members=[7])
    await stand.tell("migrate", **{"chat": -5, "from": 7, "to": SQUARE})
    with pytest.raises(TelegramMigrateToChat) as refused:
        await gram.send_message(-5, "x")
    assert refused.value.migrate_to_chat_id == SQUARE
    sent = await gram.send_message(SQUARE, "x")
    assert sent.chat.type == "supergroup"


async def test_a_bot_in_a_hurry_is_told_when_to_come_back(gram, mina):
    async def hurry():
        for _ in range(40):
            await gram.send_message(7, "x")

    await mina.opens_link("")
    with pytest.raises(TelegramRetryAfter) as refused:
        await hurry()
    assert refused.value.retry_after >= 1


async def test_two_that_poll_are_in_conflict(gram, polls):
    older = asyncio.create_task(gram.get_updates(timeout=30, request_timeout=60))
    await polls()
    newer = asyncio.create_task(gram.get_updates(timeout=30, request_timeout=60))
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request"):
        await older
    newer.cancel()
    await asyncio.gather(newer, return_exceptions=True)


async def test_a_wrong_token_is_not_let_in(stand):
    async with aiogram_bot(stand, "4242:wrong-secret-of-the-bot") as stranger:
        with pytest.raises(TelegramUnauthorizedError):
            await stranger.get_me()


async def test_a_token_nobody_has_is_not_let_in(stand):
    async with aiogram_bot(stand, "1:unknown-secret") as stranger:
        with pytest.raises(TelegramUnauthorizedError):
            await stranger.get_me()


async def test_a_file_that_is_too_large_is_not_taken(gram, mina):
    await mina.opens_link("")
    film = BufferedInputFile(bytes(51 * 1024 * 1024), "film.mp4")
    with pytest.raises(TelegramEntityTooLarge):
        await gram.send_document(7, film)


async def test_an_outage_with_a_page_of_html_is_no_answer(stand, gram):
    await stand.arm("bad_gateway", times=1)
    with pytest.raises(ClientDecodeError):
        await gram.get_me()


async def test_a_fault_of_the_server_is_one(stand, gram):
    await stand.arm("refusal", code=500, description="Internal Server Error", times=1)
    with pytest.raises(TelegramServerError):
        await gram.get_me()


async def test_what_is_not_there_is_not_found(stand, gram):
    await stand.arm("refusal", code=404, description="Not Found", times=1)
    with pytest.raises(TelegramNotFound):
        await gram.get_me()


@pytest.mark.parametrize("fault", ["refuse", "drop"])
async def test_a_line_that_breaks_is_a_network_error(stand, gram, mina, fault):
    await mina.opens_link("")
    await stand.arm(fault, methods=["sendMessage"], times=1)
    with pytest.raises(TelegramNetworkError):
        await gram.send_message(7, "x")
    assert len((await mina.sees()).from_bot) == (1 if fault == "drop" else 0)


async def test_an_answer_that_never_comes_times_out(stand, gram):
    await stand.arm("black_hole", methods=["getMe"])
    with pytest.raises(TelegramNetworkError, match="timeout"):
        await gram.get_me(request_timeout=1)
    await stand.disarm()
