"""aiogram, a second and independent client, lives on the stand-in as it would on Telegram."""

from urllib.parse import parse_qs, urlsplit

import pytest
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    InputPollOption,
    KeyboardButton,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
    WebAppInfo,
)
from aiogram.utils.web_app import safe_parse_webapp_init_data
from aiogram.utils.web_app_signature import check_webapp_signature

from tests.simulator.aiogram_bot import KEYS, aiogram_bot, dispatcher, polling, unknown
from tests.simulator.conftest import TOKEN
from tests.simulator.pictures import png

#: A witness speaks in the gate; at a desk the stand-in's own tests are enough.
pytestmark = pytest.mark.slow


@pytest.fixture
async def gram(stand):
    async with aiogram_bot(stand, TOKEN) as bot:
        yield bot


async def test_a_dispatcher_polls_and_answers(stand, gram, mina):
    manners = dispatcher()
    async with polling(manners, gram):
        await mina.opens_link("https://t.me/notes_bot?start=abc")
        await mina.hears("Hello abc")
        said = await mina.says("one")
        await mina.hears("Noted one")
        await mina.edits(said["message_id"], "two")
        await mina.hears("Changed to two")
        await mina.taps("Open")
        await mina.hears("Words")
        assert await stand.quiet(0.02)
    words = (await mina.sees()).texts
    assert words == ["/start abc", "Hello abc", "two", "Words", "Changed to two"]


async def test_a_dispatcher_hears_what_was_said_while_it_was_away(gram, mina):
    await mina.says("before")
    async with polling(dispatcher(), gram):
        await mina.hears("Noted before")


async def test_a_dispatcher_hears_that_somebody_blocked_the_bot(stand, gram, mina):
    await mina.opens_link("")
    manners = dispatcher()
    async with polling(manners, gram):
        await mina.hears("Noted")
        await mina.blocks()
        assert await stand.quiet(0.02)
    assert manners["standing"] == "kicked"


async def test_what_is_sent_comes_back_in_aiograms_own_types(stand, gram, mina):
    await stand.limits(on=False)
    await mina.opens_link("")
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Yes")]], resize_keyboard=True)
    answers = [
        await gram.get_me(),
        await gram.send_message(7, "<b>bold</b>", parse_mode="HTML", reply_markup=keyboard),
        await gram.send_message(7, "a", reply_parameters=ReplyParameters(message_id=1)),
        await gram.send_message(7, "b", reply_markup=ReplyKeyboardRemove(), protect_content=True),
        await gram.send_document(7, BufferedInputFile(b"words", "a.txt"), caption="c"),
        await gram.send_photo(7, BufferedInputFile(png(), "a.png")),
        await gram.send_location(7, 35.7, 51.4),
        await gram.send_poll(
            7, "When?", [InputPollOption(text="now"), InputPollOption(text="later")]
        ),
        await gram.get_chat(7),
        await gram.get_webhook_info(),
    ]
    assert unknown(answers) == []
    assert answers[1].html_text == "<b>bold</b>"
    assert answers[2].reply_to_message.text == "/start"
    assert answers[3].has_protected_content


async def test_messages_are_changed_answered_and_taken_back(gram, mina):
    await mina.opens_link("")
    sent = await gram.send_message(7, "a", reply_markup=KEYS)
    changed = await gram.edit_message_text("b", chat_id=7, message_id=sent.message_id)
    assert (changed.text, changed.reply_markup) == ("b", None)
    assert changed.edit_date >= changed.date.timestamp()
    bare = await gram.edit_message_reply_markup(
        chat_id=7, message_id=sent.message_id, reply_markup=KEYS
    )
    assert unknown([changed, bare]) == []
    tap = await mina.taps("Open")
    assert await gram.answer_callback_query(tap["callback_query_id"], text="ok")
    assert await gram.set_message_reaction(7, 1, [ReactionTypeEmoji(emoji="👍")])
    assert await gram.delete_messages(7, [1, sent.message_id])
    assert (await mina.sees()).texts == []


async def test_files_go_up_and_come_down(gram, mina):
    await mina.opens_link("")
    sent = await gram.send_document(7, BufferedInputFile(b"words", "a.txt"))
    assert (await gram.download(sent.document)).read() == b"words"
    again = await gram.send_document(7, sent.document.file_id)
    assert again.document.file_unique_id == sent.document.file_unique_id


async def test_an_album_is_one_group_of_messages(gram, mina):
    await mina.opens_link("")
    pictures = [InputMediaPhoto(media=BufferedInputFile(png(n, n), "a.png")) for n in (2, 3)]
    papers = [InputMediaDocument(media=BufferedInputFile(b"a", "a.txt"), caption="b")] * 2
    for album in (await gram.send_media_group(7, pictures), await gram.send_media_group(7, papers)):
        assert unknown(album) == []
        assert len({one.media_group_id for one in album}) == 1
        assert len({one.message_id for one in album}) == 2


async def test_an_app_says_who_opened_it_and_aiogram_believes_it(stand, gram, mina):
    await mina.opens_link("")
    app = WebAppInfo(url="https://example.org/")
    rows = [[InlineKeyboardButton(text="App", web_app=app)]]
    await gram.send_message(7, "a", reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))
    opened = await stand.tell("launch", **{"from": 7, "button": "App"})
    said = parse_qs(urlsplit(opened["url"]).fragment)["tgWebAppData"][0]
    known = safe_parse_webapp_init_data(TOKEN, said)
    assert (known.user.id, known.user.first_name) == (7, "Mina")
    assert check_webapp_signature(gram.id, said, bytes.fromhex(opened["public_key"]))
    with pytest.raises(ValueError, match="Invalid init data signature"):
        safe_parse_webapp_init_data(TOKEN, said.replace("Mina", "Nina"))


async def test_what_an_app_behind_a_key_sends_reaches_the_dispatcher(stand, gram, mina):
    await mina.opens_link("")
    key = KeyboardButton(text="Note", web_app=WebAppInfo(url="https://example.org/"))
    await gram.send_message(7, "a", reply_markup=ReplyKeyboardMarkup(keyboard=[[key]]))
    opened = await stand.tell("launch", **{"from": 7, "button": "Note"})
    assert "tgWebAppData" not in opened["url"]
    async with polling(dispatcher(), gram):
        await stand.tell("web_app_data", launch=opened["launch"], data="words")
        await mina.hears("App: words")
