"""What a bot says about itself, kept and told as Telegram does; through PTB's own client."""

import pytest
from telegram import BotCommand, BotCommandScopeChat, MenuButtonCommands, MenuButtonDefault
from telegram.error import BadRequest


async def test_names_and_descriptions_fall_back_to_the_default(bot):
    await bot.set_my_name("Notes")
    await bot.set_my_name("Notizen", language_code="de")
    await bot.set_my_description("A place for notes.")
    await bot.set_my_short_description("Notes")
    assert (await bot.get_my_name("de")).name == "Notizen"
    assert (await bot.get_my_name("fa")).name == "Notes"
    await bot.set_my_name(None, language_code="de")
    assert (await bot.get_my_name("de")).name == "Notes"
    assert (await bot.get_my_description()).description == "A place for notes."
    assert (await bot.get_my_short_description("ru")).short_description == "Notes"
    assert (await bot.get_me()).first_name == "Notes"
    with pytest.raises(BadRequest):
        await bot.set_my_name("x" * 65)
    with pytest.raises(BadRequest):
        await bot.set_my_short_description("x" * 121)
    with pytest.raises(BadRequest):
        await bot.set_my_description("x" * 513)


async def test_commands_stand_by_scope_and_language(stand, bot, mina):
    await mina.opens_link("")
    board = [BotCommand("board", "Who is waiting")]
    await bot.set_my_commands(board, scope=BotCommandScopeChat(7), language_code="en")
    assert await bot.get_my_commands() == ()
    assert await bot.get_my_commands(BotCommandScopeChat(7), "en") == tuple(board)
    await bot.delete_my_commands(BotCommandScopeChat(7), "en")
    assert await bot.get_my_commands(BotCommandScopeChat(7), "en") == ()
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.set_my_commands(board, scope=BotCommandScopeChat(99))


async def test_the_menu_button_of_one_chat_differs_from_the_others(bot, mina):
    await mina.opens_link("")
    await bot.set_chat_menu_button(7, MenuButtonCommands())
    assert isinstance(await bot.get_chat_menu_button(7), MenuButtonCommands)
    assert isinstance(await bot.get_chat_menu_button(), MenuButtonDefault)


async def test_other_methods_answer_as_ptb_expects(stand, bot, mina):
    await mina.opens_link("")
    assert (await bot.get_chat(7)).first_name == "Mina"
    assert await bot.send_chat_action(7, "typing")
    sent = await bot.send_document(7, b"sealed", caption="For you", filename="a.age")
    assert (sent.document.file_name, sent.caption) == ("a.age", "For you")
    fetched = await (await bot.get_file(sent.document.file_id)).download_as_bytearray()
    assert bytes(fetched) == b"sealed"
    edited = await bot.edit_message_reply_markup(
        7,
        (await bot.send_message(7, "x")).message_id,
        reply_markup={"inline_keyboard": [[{"text": "Open", "callback_data": "o"}]]},
    )
    assert edited.reply_markup.inline_keyboard[0][0].text == "Open"
    assert await bot.delete_messages(7, [edited.message_id, sent.message_id, 12345])
    assert [m.text for m in (await mina.sees()).from_bot] == []
    answer = await bot.send_message(7, "answer", reply_to_message_id=1)
    assert answer.reply_to_message.text == "/start"
