"""What breaks the Bot API's schema is written down, and nothing of ours does."""

import json

import pytest

from simulator.methods import table
from simulator.running import running
from simulator.schema import Schema
from tests.simulator.conftest import TOKEN


async def test_unknown_and_misread_parameters_are_ignored_and_listed():
    async with running(token=TOKEN) as stand:
        await (await stand.person(7, "Mina")).opens_link("")
        bad = {
            "chat_id": 7,
            "text": "x",
            "colour": "red",
            "disable_notification": "perhaps",
            "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "b", "tint": 1}]]},
        }
        answer = await stand._http.post(f"/bot{TOKEN}/sendMessage", json=bad)
        assert answer.json()["ok"]
        await stand._http.post(f"/bot{TOKEN}/sendMessage", json=bad)
        found = {one["violation"]: one["times"] for one in await stand.violations()}
    assert found == {
        "sendMessage: colour: unknown parameter": 2,
        "sendMessage: disable_notification: no yes or no": 2,
        "sendMessage: reply_markup.inline_keyboard[0][0].tint: unknown field": 2,
    }


async def test_a_method_that_is_not_played_is_refused_in_no_words_of_telegrams_and_listed():
    async with running(token=TOKEN) as stand:
        answer = await stand._http.post(f"/bot{TOKEN}/sendInvoice", json={"chat_id": 7})
        assert answer.status_code == 501
        words = "Not Implemented: this stand-in does not play sendInvoice"
        assert answer.json() == {"ok": False, "error_code": 501, "description": words}
        [found] = await stand.violations()
    assert found["violation"] == f"sendInvoice: {words}"


async def test_a_method_that_nobody_knows_is_refused_as_telegram_does(stand, raw):
    refused = {"ok": False, "error_code": 404, "description": "Not Found: method not found"}
    assert await raw("sendKisses") == (404, refused)


def test_every_method_of_the_stand_in_stands_in_the_schema():
    assert set(table()) <= set(Schema.read().methods)


def test_every_type_of_the_schema_can_be_checked():
    schema = Schema.read()
    for kind in schema.types:
        assert isinstance(schema.faults(kind, 7), list)


def test_a_type_that_is_one_of_several_is_judged_by_the_nearest():
    schema = Schema.read()
    assert schema.faults("MenuButton", {"type": "commands"}) == []
    origin = {"type": "user", "date": 1}
    assert schema.faults("MessageOrigin", origin) == ["MessageOrigin.sender_user: missing"]
    assert schema.faults("Array of Array of Integer", [[1], [True]]) == [
        "Array of Array of Integer[1][0]: bool where Integer belongs"
    ]


@pytest.mark.parametrize(
    ("method", "given", "violation"),
    [
        (
            "sendMessage",
            {"text": "x", "link_preview_options": {"is_disabled": True, "colour": 1}},
            "link_preview_options.colour: unknown field",
        ),
        (
            "sendMessage",
            {"text": "x", "reply_markup": {"keyboard": [[{"text": "a", "tint": 1}]]}},
            "reply_markup.keyboard[0][0].tint: unknown field",
        ),
        (
            "sendMessage",
            {"text": "x", "reply_markup": {"force_reply": True, "placeholder": "a"}},
            "reply_markup.placeholder: unknown field",
        ),
        (
            "sendMessage",
            {"text": "x", "reply_parameters": {"message_id": 1, "loud": True}},
            "reply_parameters.loud: unknown field",
        ),
        (
            "sendMessage",
            {"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 1, "b": 2}]},
            "entities[0].b: unknown field",
        ),
        (
            "setMessageReaction",
            {"message_id": 1, "reaction": [{"type": "emoji", "emoji": "👍", "size": 2}]},
            "reaction[0].size: unknown field",
        ),
        (
            "setChatMenuButton",
            {"menu_button": {"type": "web_app", "text": "a", "web_app": {"url": "https://a.b",
                                                                         "size": 1}}},
            "menu_button.web_app.size: unknown field",
        ),
        (
            "sendPoll",
            {"question": "?", "options": [{"text": "a", "votes": 1}, {"text": "b"}]},
            "options[0].votes: unknown field",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "a", "description": "b", "hint": "c"}]},
            "commands[0].hint: unknown field",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("as_text", [False, True])
async def test_what_nobody_knows_deep_inside_is_listed(method, given, violation, as_text):
    async with running(token=TOKEN) as stand:
        await (await stand.person(7, "Mina")).opens_link("")
        said = given if method == "setMyCommands" else {"chat_id": 7, **given}
        if as_text:
            said = {k: v if isinstance(v, str) else json.dumps(v) for k, v in said.items()}
        road = f"/bot{TOKEN}/{method}"
        answer = await stand._http.post(road, **({"data": said} if as_text else {"json": said}))
        assert answer.json()["ok"]
        assert [one["violation"] for one in await stand.violations()] == [f"{method}: {violation}"]


async def test_what_nobody_knows_in_an_album_is_listed():
    async with running(token=TOKEN) as stand:
        await (await stand.person(7, "Mina")).opens_link("")
        media = [{"type": "document", "media": "attach://a", "tint": 1, "caption": "x"}]
        answer = await stand._http.post(
            f"/bot{TOKEN}/sendMediaGroup",
            data={"chat_id": 7, "media": json.dumps(media)},
            files={"a": ("a.txt", b"words")},
        )
        assert answer.json()["result"][0]["document"]["file_name"] == "a.txt"
        [found] = await stand.violations()
    assert found["violation"] == "sendMediaGroup: media[0].tint: unknown field"


async def test_a_file_that_nothing_names_is_listed():
    async with running(token=TOKEN) as stand:
        await (await stand.person(7, "Mina")).opens_link("")
        road, files = f"/bot{TOKEN}/sendMessage", {"stray": ("a.txt", b"words")}
        answer = await stand._http.post(road, data={"chat_id": 7, "text": "x"}, files=files)
        assert answer.json()["ok"]
        [found] = await stand.violations()
    assert found["violation"] == "sendMessage: stray: unknown parameter"


async def test_what_is_played_and_what_is_not_can_be_asked(stand):
    listed = await stand.ask("methods")
    assert {"sendMessage", "sendMediaGroup", "stopPoll"} <= set(listed["played"])
    assert "sendInvoice" in listed["not_played"]
    assert len(listed["played"]) == len(table())
    every = set(listed["played"]) | set(listed["not_played"])
    assert every == {one.name for one in Schema.read().methods.values()}


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        ({"message_thread_id": 5}, 400, "Bad Request: message thread not found"),
        ({"business_connection_id": "b"}, 400, "Bad Request: business connection not found"),
        (
            {"direct_messages_topic_id": 5},
            501,
            "Not Implemented: this stand-in does not play direct_messages_topic_id",
        ),
    ],
)
async def test_what_is_not_there_cannot_be_named(given, code, words):
    async with running(token=TOKEN) as stand:
        await (await stand.person(7, "Mina")).opens_link("")
        body = {"chat_id": 7, "text": "x", **given}
        answer = await stand._http.post(f"/bot{TOKEN}/sendMessage", json=body)
        assert answer.status_code == code
        assert answer.json()["description"] == words
        assert bool(await stand.violations()) == (code == 501)
