"""What a person sees in a chat, and who is told when it changes."""

import pytest

from simulator.town import Town

KEYS = {"keyboard": [[{"text": "I am well"}]], "one_time_keyboard": True}


@pytest.fixture
def told(monkeypatch):
    """What every town that is built from here on tells whoever watches."""
    heard = []
    begin = Town.__init__

    def watched(town, *given):
        begin(town, *given)
        town.watchers.append(lambda topic, what: heard.append((topic, what)))

    monkeypatch.setattr(Town, "__init__", watched)
    return heard


async def test_what_she_wrote_is_read_once_the_bot_has_confirmed_it(stand, bot, mina):
    sent = await mina.says("I am well")
    assert [one.read for one in (await mina.sees()).messages] == [False]
    await bot.get_updates()
    assert not (await mina.sees()).messages[0].read
    await bot.get_updates(offset=sent["update_id"] + 1)
    assert (await mina.sees()).messages[0].read


async def test_what_nobody_fetched_in_time_stays_unread(stand, bot, mina):
    await mina.says("I am well")
    await stand.push(24 * 3600)
    assert await bot.get_updates() == ()
    assert not (await mina.sees()).messages[0].read


async def test_a_one_time_keyboard_hides_after_use(stand, bot, mina):
    await mina.opens_link("")
    await bot.send_message(7, "How are you?", reply_markup=KEYS)
    phone = await mina.sees()
    assert phone.keys == [[{"text": "I am well"}]]
    assert phone.keyboard_once
    await mina.presses("I am well")
    phone = await mina.sees()
    assert (phone.keys, phone.keyboard) == ([], [])


async def test_buttons_are_seen_as_they_were_given(stand, bot, mina):
    await mina.opens_link("")
    rows = [[{"text": "Yes", "callback_data": "y", "style": "danger"}]]
    await bot.send_message(7, "?", reply_markup={"inline_keyboard": rows})
    [message] = (await mina.sees()).from_bot
    assert message.inline == rows
    assert message.buttons == [["Yes"]]


async def test_the_menu_speaks_her_language_and_knows_her_chat(stand, bot, mina):
    await mina.opens_link("")
    ana = await stand.person(8, "Ana", "es", started=True)
    everywhere = {"type": "default"}
    await bot.set_my_commands([("help", "Help")], scope=everywhere)
    await bot.set_my_commands([("help", "Ayuda")], scope=everywhere, language_code="es")
    await bot.set_my_commands([("end", "End")], scope={"type": "chat", "chat_id": 7})
    assert (await mina.sees()).commands == [{"command": "end", "description": "End"}]
    assert (await ana.sees()).commands == [{"command": "help", "description": "Ayuda"}]
    assert (await ana.sees()).menu_button == {"type": "commands"}


async def test_whoever_watches_is_told_what_changes_and_what_sounds(told, stand, bot, mina):
    await mina.opens_link("")
    assert told.pop()[0] == "chat"
    told.clear()
    message = await bot.send_message(7, "Hello", disable_notification=True)
    [(_, seen), (topic, rang)] = told
    assert (seen["bot"], seen["chat_id"]) == (4242, 7)
    assert topic == "notify"
    said = {"bot": 4242, "chat_id": 7, "message_id": message.message_id}
    assert rang == said | {"text": "Hello", "silent": True}
    told.clear()
    await bot.edit_message_text("Bye", 7, message.message_id)
    await bot.send_chat_action(7, "typing")
    assert {topic for topic, _ in told} == {"chat"}
