"""A bot on a stand-in through aiogram, a client that others wrote."""

import asyncio
from contextlib import asynccontextmanager

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command, CommandStart
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, TelegramObject

KEYS = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Open", callback_data="open")]]
)


@asynccontextmanager
async def aiogram_bot(stand, token):
    """Give a bot whose server is the stand-in."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(stand.url))
    async with Bot(token, session=session) as bot:
        yield bot


def dispatcher():
    """Make the bot's manners: it greets, notes what it is told, and shows words when asked."""
    manners = Dispatcher()

    @manners.message(CommandStart(deep_link=True))
    async def start(message, command):
        await message.answer(f"Hello {command.args}")

    @manners.message(Command("reply"))
    async def reply(message):
        # Returned and not sent: a webhook's answer carries it.
        return message.reply("In the answer")

    @manners.message(F.web_app_data)
    async def app(message):
        await message.answer(f"App: {message.web_app_data.data}")

    @manners.message(F.document)
    async def document(message):
        await message.answer(f"File: {message.document.file_name}")

    @manners.message()
    async def note(message):
        await message.answer(f"Noted {message.text}", reply_markup=KEYS)

    @manners.edited_message()
    async def edited(message):
        await message.answer(f"Changed to {message.text}")

    @manners.callback_query(F.data == "open")
    async def opened(query):
        await query.answer("Here")
        await query.message.edit_text("Words")

    @manners.my_chat_member()
    async def member(change):
        manners["standing"] = change.new_chat_member.status

    return manners


@asynccontextmanager
async def polling(manners, bot):
    """Let a dispatcher poll until the end of the block."""
    running = asyncio.create_task(
        manners.start_polling(bot, handle_signals=False, close_bot_session=False, polling_timeout=5)
    )
    try:
        yield
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


def unknown(answer, where="answer"):
    """List fields of an answer that aiogram does not know, however deep they stand."""
    if isinstance(answer, list):
        return [found for n, one in enumerate(answer) for found in unknown(one, f"{where}.{n}")]
    if not isinstance(answer, TelegramObject):
        return []
    found = [f"{where}.{name}" for name in answer.model_extra or {}]
    for name in type(answer).model_fields:
        found += unknown(getattr(answer, name), f"{where}.{name}")
    return found
