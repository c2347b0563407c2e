"""What Mini Apps keep on devices and in the cloud, within Telegram's quotas and in its words."""

import pytest
from telegram import KeyboardButton, ReplyKeyboardMarkup, WebAppInfo

from simulator.people import Impossible

KEYS = ReplyKeyboardMarkup([[KeyboardButton("1 note", web_app=WebAppInfo("https://app.example/"))]])


@pytest.fixture
async def ready(bot, mina):
    """Mina has started the bot and has a key that opens the app."""
    await mina.opens_link("")
    await bot.send_message(7, "Hello", reply_markup=KEYS)
    return mina


async def test_a_devices_storage_holds_five_megabytes(ready):
    app = await ready.opens_app("1 note")
    assert await app.finds("device", "a") == {"value": None}
    assert await app.keeps("device", "a", "ü" * (5 * 512 * 1024 - 1)) == {"saved": True}
    assert await app.keeps("device", "b", "") == {"saved": True}
    assert await app.keeps("device", "b", "1") == {"error": "QUOTA_EXCEEDED"}
    assert await app.finds("device", "b") == {"value": ""}
    assert await app.keeps("device", "a", None) == {"saved": True}
    assert await app.keeps("device", "b", "1") == {"saved": True}
    assert await app.stores("device", "clear") == {"cleared": True}
    assert await app.finds("device", "b") == {"value": None}


async def test_a_devices_secrets_are_ten_and_come_back_after_a_new_install(stand, ready):
    app = await ready.opens_app("1 note")
    for number in range(10):
        assert await app.keeps("secure", f"k{number}", "s") == {"saved": True}
    assert await app.keeps("secure", "k10", "s") == {"error": "QUOTA_EXCEEDED"}
    assert await app.keeps("secure", "k9", "t") == {"saved": True}
    assert await app.finds("secure", "k9") == {"value": "t", "can_restore": False}
    assert await app.stores("secure", "restore", "k9") == {"error": "RESTORE_UNAVAILABLE"}
    await app.keeps("device", "d", "1")
    await stand.tell("reinstall", **{"from": 7}, device="android")
    anew = await ready.opens_app("1 note")
    assert await anew.finds("device", "d") == {"value": None}
    assert await anew.finds("secure", "k9") == {"value": None, "can_restore": True}
    assert await anew.stores("secure", "restore", "k9") == {"value": "t"}
    assert await anew.finds("secure", "k9") == {"value": "t", "can_restore": False}


async def test_the_cloud_holds_1024_items_and_is_the_same_on_every_device(ready):
    phone = await ready.opens_app("1 note")
    desk = await ready.opens_app("1 note", platform="tdesktop")
    assert await phone.keeps("cloud", "k" * 128, "v" * 4096) == {"saved": True}
    assert await desk.finds("cloud", "k" * 128) == {"value": "v" * 4096}
    assert await desk.stores("cloud", "get", ["k" * 128, "none"]) == {
        "values": {"k" * 128: "v" * 4096, "none": ""}
    }
    for key, value, word in (
        ("k" * 129, "v", "KEY_INVALID"),
        ("", "v", "KEY_INVALID"),
        ("a b", "v", "KEY_INVALID"),
        ("a", "v" * 4097, "VALUE_INVALID"),
    ):
        assert await phone.keeps("cloud", key, value) == {"error": word}
    many = [
        {"launch": phone.id, "store": "cloud", "act": "save", "key": f"k{n}", "value": ""}
        for n in range(1024)
    ]
    answers = await phone.tell("storage", *many)
    assert answers[1022:] == [{"saved": True}, {"error": "QUOTA_EXCEEDED"}]
    assert len((await phone.stores("cloud", "keys"))["keys"]) == 1024
    assert await phone.stores("cloud", "remove", ["k0", "k1"]) == {"removed": True}
    assert await phone.keeps("cloud", "k1023", "") == {"saved": True}


async def test_what_is_kept_is_apart_by_person_bot_and_device(stand, bot, ready):
    ana = await stand.person(8, "Ana")
    await ana.opens_link("")
    await bot.send_message(8, "Hello", reply_markup=KEYS)
    mine = await ready.opens_app("1 note")
    await mine.keeps("device", "a", "mine")
    await mine.keeps("cloud", "a", "mine")
    hers = await ana.opens_app("1 note")
    old = await ready.opens_app("1 note", device="old phone")
    again = await ready.opens_app("1 note")
    assert [(await app.finds("device", "a"))["value"] for app in (hers, old, again)] == [
        None,
        None,
        "mine",
    ]
    assert (await hers.finds("cloud", "a"))["value"] == ""
    assert (await old.finds("cloud", "a"))["value"] == "mine"


async def test_clients_refuse_what_they_do_not_have(stand, ready):
    desk = await ready.opens_app("1 note", platform="tdesktop")
    assert await desk.keeps("secure", "a", "b") == {"error": "UNSUPPORTED"}
    assert await desk.keeps("device", "a", "b") == {"saved": True}
    old = await ready.opens_app("1 note", version="8.0")
    assert await old.keeps("device", "a", "b") == {"error": "UNSUPPORTED"}
    assert await old.keeps("cloud", "a", "b") == {"saved": True}
    assert await old.stores("cloud", "clear") == {"error": "UNSUPPORTED"}
    new = await ready.opens_app("1 note")
    for store in ("device", "secure"):
        assert await new.keeps(store, 5, "b") == {"error": "KEY_INVALID"}
        assert await new.keeps(store, "a", {"b": 1}) == {"error": "VALUE_INVALID"}
    with pytest.raises(Impossible, match="400: store should be one of device, secure, cloud"):
        await new.keeps("cellar", "a", "b")


async def test_what_apps_keep_for_somebody_can_be_looked_through(stand, ready):
    assert await stand.ask("storage", person=7) == {}
    app = await ready.opens_app("1 note")
    await app.keeps("device", "draft", "hello")
    await app.keeps("secure", "token", "secret")
    await app.keeps("cloud", "theme", "dark")
    assert await stand.ask("storage", person=7) == {
        "cloud": {"theme": "dark"},
        "device android": {"draft": "hello"},
        "secure android": {"token": "secret"},
    }
    with pytest.raises(Impossible, match="404: no person 9"):
        await stand.ask("storage", person=9)
