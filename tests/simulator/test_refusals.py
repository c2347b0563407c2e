"""What Telegram refuses, in its own words."""

import pytest

from simulator.refusals import NOT_MODIFIED, QUERY_TOO_OLD
from simulator.running import running
from tests.simulator.conftest import TOKEN


@pytest.fixture
async def stand():
    """A stand-in to which one may send what the schema forbids."""
    async with running(token=TOKEN, speed=0) as stand:
        yield stand


BUTTON = {"text": "Open", "callback_data": "o"}


def inline(**button):
    return {"inline_keyboard": [[{"text": "Open", **button}]]}


def expect(answer, code, words):
    status, body = answer
    assert (status, body["error_code"], body["ok"]) == (code, code, False)
    assert body["description"] == words


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"chat_id": 7}, "message text is empty"),
        ({"chat_id": 7, "text": "  \n "}, "text must be non-empty"),
        ({"chat_id": 7, "text": "x" * 4097}, "message is too long"),
        ({"text": "x"}, "chat_id is empty"),
        ({"chat_id": 999, "text": "x"}, "chat not found"),
        ({"chat_id": "@nobody", "text": "x"}, "chat not found"),
        ({"chat_id": 7, "text": "x", "parse_mode": "Pretty"}, "unsupported parse_mode"),
        (
            {"chat_id": 7, "text": "<b>x", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            {"chat_id": 7, "text": "ä<what>x</what>", "parse_mode": "HTML"},
            'can\'t parse entities: Unsupported start tag "what" at byte offset 2',
        ),
        (
            {"chat_id": 7, "text": "x", "entities": [{"type": "bold", "offset": -1, "length": 2}]},
            "receive an entity with incorrect offset -1",
        ),
        (
            {"chat_id": 7, "text": "x", "reply_markup": inline(callback_data="")},
            ("can't parse inline keyboard button: "
            "Text buttons are unallowed in the inline keyboard"),
        ),
        ({"chat_id": 7, "text": "x", "reply_markup": inline(callback_data="é" * 33)},
         "BUTTON_DATA_INVALID"),
        (
            {"chat_id": 7, "text": "x", "reply_markup": inline()},
            ("can't parse inline keyboard button: "
            "Text buttons are unallowed in the inline keyboard"),
        ),
        ({"chat_id": -5, "text": "x", "reply_markup": inline(web_app={"url": "https://x.org"})},
         "BUTTON_TYPE_INVALID"),
        (
            {"chat_id": 7, "text": "x", "reply_parameters": {"message_id": 99}},
            "message to be replied not found",
        ),
    ],
)  # fmt: skip
async def test_a_message_that_cannot_be_sent(stand, raw, mina, params, words):
    await mina.opens_link("")
    await stand.tell("groups", id=-5, title="Circle")
    expect(await raw("sendMessage", **params), 400, f"Bad Request: {words}")
    assert len((await mina.sees()).from_bot) == 0


async def test_the_longest_text_and_the_longest_callback_data_pass(raw, mina):
    await mina.opens_link("")
    status, _ = await raw(
        "sendMessage", chat_id=7, text="x" * 4096, reply_markup=inline(callback_data="é" * 32)
    )
    assert status == 200


async def test_who_never_wrote_who_blocked_and_who_is_gone_cannot_be_written_to(raw, mina):
    send = {"chat_id": 7, "text": "x"}
    never = "Forbidden: bot can't initiate conversation with a user"
    expect(await raw("sendMessage", **send), 403, never)
    await mina.opens_link("")
    await mina.blocks()
    expect(await raw("sendMessage", **send), 403, "Forbidden: bot was blocked by the user")
    await mina.unblocks()
    assert (await raw("sendMessage", **send))[0] == 200
    await mina.deactivates()
    expect(await raw("sendMessage", **send), 403, "Forbidden: user is deactivated")


async def test_a_group_that_became_a_supergroup_says_where_it_went(stand, raw):
    await stand.tell("groups", id=-5, title="Circle", migrated_to=-1005)
    await stand.tell("groups", id=-1005, title="Circle", type="supergroup")
    status, body = await raw("sendMessage", chat_id=-5, text="x")
    assert status == 400
    assert body["parameters"] == {"migrate_to_chat_id": -1005}
    assert body["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert (await raw("sendMessage", chat_id=-1005, text="x"))[0] == 200


async def test_a_group_that_removed_the_bot(stand, raw):
    await stand.tell("groups", id=-5, title="Circle", without_bot=True)
    words = "Forbidden: bot was kicked from the group chat"
    expect(await raw("sendMessage", chat_id=-5, text="x"), 403, words)


async def test_changing_what_is_the_same_gone_or_somebody_elses(stand, raw, mina):
    theirs = (await mina.says("hello"))["message_id"]
    _, sent = await raw("sendMessage", chat_id=7, text="note", reply_markup=inline(**BUTTON))
    edit = {"chat_id": 7, "message_id": sent["result"]["message_id"], "text": "note"}
    same = await raw("editMessageText", **edit, reply_markup=inline(**BUTTON))
    expect(same, 400, f"Bad Request: {NOT_MODIFIED}")
    status, changed = await raw("editMessageText", **edit)
    assert status == 200
    assert "reply_markup" not in changed["result"]
    expect(
        await raw("editMessageText", chat_id=7, message_id=theirs, text="y"),
        400,
        "Bad Request: message can't be edited",
    )
    await mina.deletes(edit["message_id"])
    expect(await raw("editMessageText", **edit), 400, "Bad Request: message to edit not found")


async def test_deleting_what_is_old_or_gone(stand, raw, mina):
    theirs = (await mina.says("hello"))["message_id"]
    _, sent = await raw("sendMessage", chat_id=7, text="note")
    ours = sent["result"]["message_id"]
    assert await raw("deleteMessage", chat_id=7, message_id=theirs) == (
        200,
        {"ok": True, "result": True},
    )
    gone = "Bad Request: message to delete not found"
    expect(await raw("deleteMessage", chat_id=7, message_id=theirs), 400, gone)
    await stand.push(48 * 3600 - 60)
    assert (await raw("deleteMessages", chat_id=7, message_ids=[theirs, 999]))[0] == 200
    await stand.push(60)
    old = "Bad Request: message can't be deleted for everyone"
    expect(await raw("deleteMessage", chat_id=7, message_id=ours), 400, old)
    expect(
        await raw("deleteMessages", chat_id=7, message_ids=list(range(1, 102))),
        400,
        "Bad Request: too many message identifiers specified",
    )
    assert (await mina.sees()).texts == ["note"]


async def test_a_tap_can_be_answered_once_and_in_time(stand, raw, mina):
    await mina.says("hello")
    await raw("sendMessage", chat_id=7, text="note", reply_markup=inline(**BUTTON))
    query = (await mina.taps("Open"))["callback_query_id"]
    assert (await raw("answerCallbackQuery", callback_query_id=query, text="ok"))[0] == 200
    old = f"Bad Request: {QUERY_TOO_OLD}"
    expect(await raw("answerCallbackQuery", callback_query_id=query), 400, old)
    late = (await mina.taps("Open"))["callback_query_id"]
    await stand.push(151)
    expect(await raw("answerCallbackQuery", callback_query_id=late), 400, old)
    expect(await raw("answerCallbackQuery", callback_query_id="1"), 400, old)


async def test_the_menu_of_commands_has_its_rules(raw):
    long = [{"command": "x", "description": "y"}] * 101
    expect(await raw("setMyCommands", commands=long), 400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
    bad = [{"command": "Not Good", "description": "y"}]
    expect(await raw("setMyCommands", commands=bad), 400, "Bad Request: BOT_COMMAND_INVALID")
    unknown = await raw("sendChatAction", chat_id=7, action="dancing")
    expect(unknown, 400, "Bad Request: wrong parameter action in request")
