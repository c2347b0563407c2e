"""People open Mini Apps as in their clients: who is told what, what comes back, what is kept."""

import base64
import hashlib
import hmac
import json
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    KeyboardButton,
    MenuButtonWebApp,
    ReplyKeyboardMarkup,
    WebAppInfo,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from simulator import ed25519
from simulator.clock import A_MONDAY
from simulator.people import Impossible
from tests.simulator.conftest import TOKEN

APP = WebAppInfo("https://app.example/note?c=abc")
KEYS = ReplyKeyboardMarkup([[KeyboardButton("1 note", web_app=APP)], ["2 help"]])
INLINE = InlineKeyboardMarkup([[InlineKeyboardButton("Open", web_app=APP)]])


@pytest.fixture
async def ready(bot, mina):
    """Mina has started the bot and has a key that opens the app."""
    await mina.opens_link("")
    await bot.send_message(7, "Hello", reply_markup=KEYS)
    return mina


def fragment(url):
    return {name: value[0] for name, value in parse_qs(urlsplit(url).fragment).items()}


def checked(data, token=TOKEN):
    """Check init data as Telegram's documentation tells a bot's server to do."""
    fields = dict(parse_qsl(data, strict_parsing=True))
    told = fields.pop("hash")
    lines = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    key = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    return hmac.compare_digest(hmac.new(key, lines.encode(), hashlib.sha256).hexdigest(), told)


async def test_a_key_opens_the_app_and_tells_it_nothing_about_the_person(ready):
    app = await ready.opens_app("1 note")
    assert (app.kind, app.button, app.init_data) == ("keyboard", "1 note", "")
    assert app.url.startswith("https://app.example/note?c=abc#tgWebAppVersion=")
    told = fragment(app.url)
    assert told["tgWebAppPlatform"] == "android"
    assert json.loads(told["tgWebAppThemeParams"])["bg_color"] == "#ffffff"


async def test_what_the_app_sends_reaches_the_bot_once_and_closes_it(bot, ready):
    app = await ready.opens_app("1 note")
    await app.sends("{«sealed»}")
    message = (await bot.get_updates())[-1].message
    assert (message.web_app_data.data, message.web_app_data.button_text) == ("{«sealed»}", "1 note")
    assert message.text is None
    with pytest.raises(Impossible, match="409: this app was closed"):
        await app.sends("again")
    with pytest.raises(Impossible, match="409: this app was closed"):
        await app.closes()
    with pytest.raises(Impossible, match="409: this app was closed"):
        await app.keeps("device", "a", "b")


async def test_too_much_or_nothing_is_not_sent_and_the_app_stays_open(bot, ready):
    app = await ready.opens_app("1 note")
    for data in ("", "ü" * 2049):
        with pytest.raises(Impossible, match="400: data has 1 to 4096 bytes"):
            await app.sends(data)
    await app.sends("ü" * 2048)
    assert len((await bot.get_updates())[-1].message.web_app_data.data.encode()) == 4096


async def test_an_inline_button_and_the_menu_tell_the_app_who_opened_it(bot, ready, stand):
    await bot.send_message(7, "For you", reply_markup=INLINE)
    await bot.set_chat_menu_button(7, MenuButtonWebApp("App", APP))
    inline, menu = await ready.opens_app("Open"), await ready.opens_app()
    assert (inline.kind, menu.kind, menu.button) == ("inline", "menu", "App")
    for app in (inline, menu):
        assert checked(app.init_data)
        user = json.loads(app.told["user"])
        assert (user["id"], user["first_name"], user["language_code"]) == (7, "Mina", "fa")
        assert user["allows_write_to_pm"] is True
        assert int(app.told["auth_date"]) == int(A_MONDAY.timestamp())
        with pytest.raises(Impossible, match="only an app opened from a reply keyboard"):
            await app.sends("x")
    assert inline.told["query_id"] != menu.told["query_id"]
    await stand.push(90)
    later = await ready.opens_app()
    assert int(later.told["auth_date"]) - int(menu.told["auth_date"]) == 90


async def test_whoever_changes_what_the_app_was_told_is_caught(bot, ready):
    await bot.send_message(7, "For you", reply_markup=INLINE)
    app = await ready.opens_app("Open")
    assert not checked(app.init_data.replace("Mina", "Nina"))
    assert not checked(app.init_data, token="4242:another-secret")
    fields = app.told
    fields.pop("hash")
    proof = base64.urlsafe_b64decode(fields.pop("signature") + "==")
    lines = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(app.public_key))
    key.verify(proof, f"4242:WebAppData\n{lines}".encode())
    with pytest.raises(InvalidSignature):
        key.verify(proof, f"4243:WebAppData\n{lines}".encode())


def test_the_third_party_signature_is_ed25519():
    for number in range(8):
        seed = hashlib.sha256(bytes([number])).digest()
        key = Ed25519PrivateKey.from_private_bytes(seed)
        assert ed25519.public_key(seed) == key.public_key().public_bytes_raw()
        assert ed25519.sign(seed, b"x" * number) == key.sign(b"x" * number)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://app.example/", "https://app.example/#tgWebAppVersion=9.1"),
        ("https://app.example/#", "https://app.example/#tgWebAppVersion=9.1"),
        ("https://app.example/#/a", "https://app.example/#/a?tgWebAppVersion=9.1"),
        ("https://app.example/#a=1", "https://app.example/#a=1&tgWebAppVersion=9.1"),
    ],
)
async def test_the_apps_own_fragment_is_kept(bot, ready, url, expected):
    keys = ReplyKeyboardMarkup([[KeyboardButton("Go", web_app=WebAppInfo(url))]])
    await bot.send_message(7, "Hello", reply_markup=keys)
    assert (await ready.opens_app("Go")).url.startswith(expected)


async def test_the_client_names_its_theme_platform_and_version(ready):
    app = await ready.opens_app(
        "1 note", theme={"bg_color": "#000000"}, platform="tdesktop", version="8.0"
    )
    told = fragment(app.url)
    assert (told["tgWebAppPlatform"], told["tgWebAppVersion"]) == ("tdesktop", "8.0")
    assert json.loads(told["tgWebAppThemeParams"]) == {"bg_color": "#000000"}


async def test_what_opens_no_app_opens_none(stand, ready):
    for given, words in (
        ({"button": "2 help"}, "409: no button '2 help' opens an app here"),
        ({"button": "Gone"}, "409: no button 'Gone' opens an app here"),
        ({"menu": True}, "409: the menu button opens no app"),
        ({}, "400: an app is opened by a button's label or by the menu"),
        ({"button": "1 note", "menu": True}, "400: an app is opened by a button's label"),
        ({"button": "1 note", "platform": "vhs"}, "400: platform should be one of android"),
        ({"button": "1 note", "version": "nine"}, "400: version should be numbers with dots"),
        ({"button": "1 note", "message_id": 99}, "409: no button '1 note' opens an app here"),
    ):
        with pytest.raises(Impossible, match=f"^{words}"):
            await stand.tell("launch", **{"from": 7}, **given)
    for path in ("web_app_data", "close_launch", "storage"):
        more = {"web_app_data": {"data": "x"}, "storage": {"store": "device", "act": "clear"}}
        with pytest.raises(Impossible, match="404: no launch 4242-1"):
            await stand.tell(path, launch="4242-1", **more.get(path, {}))
    await ready.blocks()
    with pytest.raises(Impossible, match="409: one cannot open the app of a bot one has blocked"):
        await ready.opens_app("1 note")


async def test_a_deleted_message_no_longer_opens_its_app(bot, ready):
    sent = await bot.send_message(7, "For you", reply_markup=INLINE)
    assert (await ready.opens_app("Open", message_id=sent.message_id)).kind == "inline"
    await bot.delete_message(7, sent.message_id)
    with pytest.raises(Impossible, match="opens an app"):
        await ready.opens_app("Open")


async def test_whoever_holds_the_unlocked_phone_can_list_what_is_kept(stand, ready):
    assert await stand.ask("storage", person=7) == {}
    app = await ready.opens_app("1 note")
    await app.keeps("device", "draft", "half a note")
    await app.keeps("secure", "key", "s")
    await app.keeps("cloud", "seen", "1")
    await app.closes()

    assert await stand.ask("storage", person=7) == {
        "cloud": {"seen": "1"},
        "device android": {"draft": "half a note"},
        "secure android": {"key": "s"},
    }


def words(text, **more):
    """What a bot's server gives an app's person to say."""
    return InlineQueryResultArticle("1", "Note", InputTextMessageContent(text, **more))


async def test_the_bot_lets_the_person_say_something_through_an_open_app_once(stand, bot, ready):
    await bot.send_message(7, "For you", reply_markup=INLINE)
    app = await ready.opens_app("Open")
    query = app.told["query_id"]
    sent = await bot.answer_web_app_query(
        query, words("<b>I am here</b>", parse_mode=ParseMode.HTML)
    )
    assert sent.inline_message_id is None
    message = (await bot.get_updates())[-1].message
    assert (message.text, message.from_user.id, message.via_bot.id) == ("I am here", 7, bot.id)
    assert [entity.type for entity in message.entities] == ["bold"]
    last = (await ready.sees()).messages[-1]
    assert (last.direction, last.text, last.entities[0]["type"]) == ("in", "I am here", "bold")
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_web_app_query(query, words("again"))
    assert len([call for call in await stand.calls() if call["method"] == "answerWebAppQuery"]) == 2


async def test_an_apps_query_lives_a_minute_longer_than_the_app(stand, bot, ready):
    await bot.send_message(7, "For you", reply_markup=INLINE)
    soon, late = await ready.opens_app("Open"), await ready.opens_app("Open")
    await stand.push(24 * 3600)
    for app in (soon, late):
        await app.closes()
    await stand.push(60)
    await bot.answer_web_app_query(soon.told["query_id"], words("in time"))
    await stand.push(1)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_web_app_query(late.told["query_id"], words("too late"))
    for forged in ("AA0", "x"):
        with pytest.raises(BadRequest, match="Query is too old"):
            await bot.answer_web_app_query(forged, words("forged"))
    assert (await ready.sees()).texts[-1] == "in time"


async def test_a_query_that_was_answered_badly_can_be_answered_again(bot, ready):
    await bot.send_message(7, "For you", reply_markup=INLINE)
    query = (await ready.opens_app("Open")).told["query_id"]
    with pytest.raises(BadRequest, match=r"(?i)message_too_long"):
        await bot.answer_web_app_query(query, words("x" * 4097))
    await bot.answer_web_app_query(query, words("short"))
    assert (await ready.sees()).texts[-1] == "short"
