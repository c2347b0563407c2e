"""Pictures, documents and voices go both ways, as they do on Telegram."""

import httpx
import pytest
from telegram import (
    Bot,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    MessageEntity,
)
from telegram.error import BadRequest

from simulator.enclosing import enclosure
from simulator.images import measure
from simulator.people import Impossible
from simulator.running import running
from tests.simulator.conftest import TOKEN
from tests.simulator.pictures import gif, jpeg, png, webp

MB = 1024 * 1024


@pytest.fixture
async def open_chat(stand, mina):
    await stand.limits(on=False)
    await mina.opens_link("")


@pytest.mark.parametrize("draw", [png, gif, jpeg, webp])
def test_a_picture_is_measured(draw):
    assert measure(draw(640, 480)) == (640, 480)


def test_what_is_no_picture_or_cut_off_has_no_measure():
    assert measure(b"hello") is None
    assert measure(jpeg()[:6]) is None
    assert measure(png()[:12]) is None


async def test_a_photo_a_bot_sends_is_seen_and_can_be_fetched_by_both(stand, bot, mina, open_chat):
    sent = await bot.send_photo(7, png(40, 30), "Our <b>house</b>", parse_mode="HTML")
    assert (sent.photo[-1].width, sent.photo[-1].height) == (40, 30)
    assert (sent.caption, sent.caption_entities[0].type) == ("Our house", MessageEntity.BOLD)
    [seen] = (await mina.sees()).from_bot
    assert seen.text == "Our house"
    file_id = seen.more["photo"][-1]["file_id"]
    opened = await stand._http.get("/control/file", params={"file_id": file_id, "bot": 4242})
    assert opened.content == png(40, 30)
    fetched = await bot.get_file(sent.photo[-1].file_id)
    assert bytes(await fetched.download_as_bytearray()) == png(40, 30)


@pytest.mark.parametrize(
    ("method", "field"),
    [
        ("send_video", "video"),
        ("send_animation", "animation"),
        ("send_audio", "audio"),
        ("send_voice", "voice"),
        ("send_video_note", "video_note"),
        ("send_sticker", "sticker"),
        ("send_document", "document"),
    ],
)
async def test_every_kind_of_file_keeps_its_kind_when_it_is_sent_again(
    bot, open_chat, method, field
):
    content = webp(512, 512) if field == "sticker" else b"content"
    sent = await getattr(bot, method)(7, content)
    file = getattr(sent, field)
    again = await getattr(bot, method)(7, file.file_id)
    assert getattr(again, field).file_unique_id == file.file_unique_id
    fetched = await bot.get_file(file.file_id)
    assert fetched.file_unique_id == file.file_unique_id
    wrong = bot.send_photo(7, file.file_id)
    with pytest.raises(BadRequest, match=r"(?i)can't use file of type \w+ as photo"):
        await wrong


async def test_what_its_sender_says_of_a_video_is_kept_within_bounds(bot, open_chat):
    sent = await bot.send_video(
        7, b"film", duration=12, width=20_000, height=480, thumbnail=png(90, 90), has_spoiler=True
    )
    video = sent.video
    assert (video.duration.total_seconds(), video.width, video.height) == (12, 10_000, 480)
    assert video.thumbnail.width == 90
    assert sent.has_media_spoiler


async def test_an_animation_is_a_document_too(bot, open_chat):
    sent = await bot.send_animation(7, b"film", caption="Hello")
    assert sent.document.file_id == sent.animation.file_id
    assert sent.caption == "Hello"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no picture", "Image_process_failed"),
        (png(9_000, 1_001), "Photo_invalid_dimensions"),
        (png(2_100, 100), "Photo_invalid_dimensions"),
        (png() + bytes(10 * MB), "File of size .* bytes is too big for a photo"),
    ],
)
async def test_a_picture_telegram_would_not_take(bot, open_chat, content, words):
    with pytest.raises(BadRequest, match=words):
        await bot.send_photo(7, content)


async def test_captions_are_short_and_files_are_not_empty(bot, open_chat, raw):
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(7, png(), caption="x" * 1025)
    status, said = await raw("sendPhoto", chat_id=7, photo="")
    assert (status, said["description"]) == (400, "Bad Request: there is no photo in the request")
    status, said = await raw("sendVoice", chat_id=7, voice="attach://nothing")
    assert said["description"] == "Bad Request: there is no voice in the request"
    status, said = await raw("sendDocument", chat_id=7, document="no-such-file")
    assert said["description"] == "Bad Request: wrong file identifier/HTTP URL specified"


async def test_an_album_arrives_as_messages_that_belong_together(bot, mina, open_chat):
    items = [
        InputMediaPhoto(png(), caption="One", parse_mode="HTML"),
        InputMediaVideo(b"film", caption="<i>Two</i>", parse_mode="HTML"),
    ]
    one, two = await bot.send_media_group(7, items)
    assert one.media_group_id == two.media_group_id
    assert (one.caption, two.caption) == ("One", "Two")
    assert two.caption_entities[0].type == MessageEntity.ITALIC
    assert [bool(m.more["media_group_id"]) for m in (await mina.sees()).from_bot] == [True, True]
    again = [InputMediaPhoto(one.photo[-1].file_id), InputMediaPhoto(png(9, 9))]
    third, _ = await bot.send_media_group(7, again)
    assert third.photo[-1].file_unique_id == one.photo[-1].file_unique_id
    assert third.media_group_id != one.media_group_id


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (["photo"] * 11, "too many messages to send as an album"),
        ([], "there are no messages to send"),
        (["photo", "document"], "document can't be mixed with other media types"),
        (["audio", "video"], "audio can't be mixed with other media types"),
        (
            ["photo", "animation"],
            "can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup",
        ),
        (["photo", "sticker"], 'can\'t parse InputMedia: type "sticker" is unsupported'),
    ],
)
async def test_an_album_telegram_would_not_take(kinds, words):
    # Some of these break the schema as well, and that is listed.
    async with running(token=TOKEN, speed=0, limits=False) as stand:
        mina = await stand.person(7, "Mina")
        await mina.opens_link("")
        async with Bot(TOKEN, base_url=stand.bot_url) as bot:
            known = {
                "photo": (await bot.send_photo(7, png())).photo[-1].file_id,
                "document": (await bot.send_document(7, b"x")).document.file_id,
                "audio": (await bot.send_audio(7, b"x")).audio.file_id,
                "video": (await bot.send_video(7, b"x")).video.file_id,
            }
            media = [{"type": kind, "media": known.get(kind, known["photo"])} for kind in kinds]
        async with httpx.AsyncClient(base_url=stand.bot_url + TOKEN) as http:
            given = {"chat_id": 7, "media": media}
            refused = (await http.post("/sendMediaGroup", json=given)).json()
        assert refused["description"] == f"Bad Request: {words}"
        assert len((await mina.sees()).from_bot) == len(known)


async def test_one_file_takes_the_place_of_another_or_of_a_text(bot, mina, open_chat):
    text = await bot.send_message(7, "Soon")
    changed = await bot.edit_message_media(InputMediaPhoto(png(), "Now"), 7, text.message_id)
    assert (changed.caption, changed.text) == ("Now", None)
    film = InputMediaVideo(b"film", caption="Later")
    changed = await bot.edit_message_media(film, 7, text.message_id)
    assert (changed.video is not None, changed.photo) == (True, ())
    [seen] = (await mina.sees()).from_bot
    assert ("video" in seen.more, "photo" in seen.more, seen.text) == (True, False, "Later")
    same = InputMediaVideo(changed.video.file_id, caption="Later")
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_media(same, 7, text.message_id)
    changed = await bot.edit_message_caption(7, text.message_id, caption="At last")
    assert changed.caption == "At last"
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("x", 7, text.message_id)
    other = await bot.send_message(7, "Plain")
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await bot.edit_message_caption(7, other.message_id, caption="x")
    voice = await bot.send_voice(7, b"voice")
    with pytest.raises(BadRequest, match="Message media can't be edited"):
        await bot.edit_message_media(InputMediaAudio(b"song"), 7, voice.message_id)


async def test_an_album_keeps_documents_documents(bot, open_chat):
    one, _ = await bot.send_media_group(7, [InputMediaDocument(b"a"), InputMediaDocument(b"b")])
    with pytest.raises(BadRequest, match="Can't change media type in the album"):
        await bot.edit_message_media(InputMediaPhoto(png()), 7, one.message_id)


async def test_a_document_that_somebody_sends_can_be_fetched(bot, mina):
    await mina.says(
        "my notes", file=enclosure(b"words", name="notes.txt", content_type="text/plain")
    )
    message = (await bot.get_updates())[0].message
    assert (message.caption, message.document.file_name) == ("my notes", "notes.txt")
    fetched = await bot.get_file(message.document)
    assert fetched.file_path.endswith(".txt")
    assert bytes(await fetched.download_as_bytearray()) == b"words"


async def test_a_photo_and_a_voice_that_somebody_sends(bot, mina):
    await mina.says("", file=enclosure(png(1280, 720), "photo"))
    await mina.says("", file=enclosure(b"voice", "voice", duration=3))
    photo, voice = [update.message for update in await bot.get_updates()]
    assert (photo.photo[-1].width, photo.photo[-1].height) == (1280, 720)
    assert voice.voice.duration.total_seconds() == 3
    with pytest.raises(Impossible, match="IMAGE_PROCESS_FAILED"):
        await mina.says("", file=enclosure(b"no picture", "photo"))
    with pytest.raises(Impossible, match="kind is one of"):
        await mina.says("", file=enclosure(b"x", "painting"))
    with pytest.raises(Impossible, match="1 to 1024"):
        await mina.says("x" * 1025, file=enclosure(b"x"))


async def test_a_file_over_20_mb_cannot_be_fetched(bot, mina):
    await mina.says("", file=enclosure(b"film", "video", size=20 * MB + 1))
    video = (await bot.get_updates())[0].message.video
    assert video.file_size == 20 * MB + 1
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(video)


async def test_a_file_over_50_mb_cannot_be_sent(stand, mina, open_chat):
    async with httpx.AsyncClient(base_url=stand.bot_url + TOKEN, timeout=30) as http:
        big = {"document": ("film.mp4", bytes(50 * MB + 1))}
        answer = await http.post("/sendDocument", data={"chat_id": 7}, files=big)
        assert answer.status_code == 413
        words = {"ok": False, "error_code": 413, "description": "Request Entity Too Large"}
        assert answer.json() == words
        assert (await mina.sees()).from_bot == []
        assert (await http.post("/getMe")).json()["ok"]


async def test_another_bots_file_ids_mean_nothing(stand, bot, mina, open_chat):
    sent = await bot.send_document(7, b"x")
    await stand.bot("77:another-secret")
    async with httpx.AsyncClient(base_url=f"{stand.bot_url}77:another-secret") as http:
        given = {"file_id": sent.document.file_id}
        assert (await http.post("/getFile", json=given)).status_code == 400
    fetched = await bot.get_file(sent.document.file_id)
    path = fetched.file_path.rpartition(TOKEN)[2]
    async with httpx.AsyncClient(base_url=f"{stand.url}/file/bot77:another-secret") as http:
        assert (await http.get(path)).status_code == 404
