"""A whole python-telegram-bot application lives on the stand-in as it would on Telegram."""

from datetime import timedelta

from telegram.ext import Application, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from tests.simulator.conftest import PATIENCE, TOKEN

BUTTONS = {"inline_keyboard": [[{"text": "Open", "callback_data": "open"}]]}


async def start(update, context):
    await update.message.reply_text(f"Hello {context.args[0]}")


async def echo(update, context):
    await update.message.reply_text(f"Noted {update.message.date:%H:%M}", reply_markup=BUTTONS)


async def opened(update, context):
    await update.callback_query.answer()
    await update.callback_query.edit_message_text("Words")


async def test_an_application_polls_answers_and_lives_through_pushes_and_an_outage(stand, mina):
    application = Application.builder().token(TOKEN).base_url(stand.bot_url).job_queue(None).build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.add_handler(CallbackQueryHandler(opened))
    async with application:
        await application.start()
        await application.updater.start_polling(timeout=20, poll_interval=0)
        await mina.opens_link("https://t.me/notes_bot?start=abc")
        await mina.hears("Hello abc", within=PATIENCE)
        morning = await stand.push(4 * 3600)
        await mina.says("1")
        await mina.hears(f"Noted {morning:%H:%M}", within=PATIENCE)
        await stand.arm("bad_gateway", for_virtual_seconds=3 * 3600)
        await mina.says("1")
        noon = await stand.push(3 * 3600)
        # It counts for the moment at which it was written, not for the one at which it was heard.
        await mina.hears(f"Noted {noon - timedelta(hours=3):%H:%M}", since=4, within=PATIENCE)
        await mina.taps("Open")
        await mina.hears("Words", within=PATIENCE)
        assert await stand.quiet(0.05)
        await application.updater.stop()
        await application.stop()
    assert (await mina.sees()).from_bot[-1].text == "Words"
