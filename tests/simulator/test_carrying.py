"""Messages carried from chat to chat, answered, quoted, pinned; what a bot is about to say."""

import pytest
from telegram import ReplyParameters
from telegram.error import BadRequest

from simulator.enclosing import enclosure
from tests.simulator.pictures import png


@pytest.fixture
async def ana(stand, mina):
    await stand.limits(on=False)
    await mina.opens_link("")
    return await stand.person(8, "Ana", started=True)


async def test_a_forward_says_whom_it_comes_from_and_a_copy_does_not(bot, mina, ana):
    said = await mina.says("I am well")
    forward = await bot.forward_message(8, 7, said["message_id"])
    assert (forward.text, forward.forward_origin.sender_user.id) == ("I am well", 7)
    copied = await bot.copy_message(8, 7, said["message_id"])
    one, two = (await ana.sees()).from_bot
    assert ("forward_origin" in one.more, "forward_origin" in two.more) == (True, False)
    assert two.message_id == copied.message_id
    again = await bot.forward_message(7, 8, forward.message_id)
    assert again.forward_origin.sender_user.id == 7
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("mine", 8, forward.message_id)
    assert (await bot.edit_message_text("mine", 8, copied.message_id)).text == "mine"


async def test_a_copied_picture_may_get_other_words(bot, mina, ana):
    await mina.says("our house", file=enclosure(png(), "photo"))
    message = (await bot.get_updates())[-1].message
    await bot.copy_message(8, 7, message.message_id)
    await bot.copy_message(8, 7, message.message_id, caption="<b>theirs</b>", parse_mode="HTML")
    await bot.copy_message(8, 7, message.message_id, caption="")
    assert [one.text for one in (await ana.sees()).from_bot] == ["our house", "theirs", ""]


async def test_what_is_protected_is_not_forwarded(bot, mina, ana):
    sent = await bot.send_message(7, "secret", protect_content=True)
    with pytest.raises(BadRequest, match="The message can't be forwarded"):
        await bot.forward_message(8, 7, sent.message_id)
    assert await bot.copy_message(8, 7, sent.message_id)
    with pytest.raises(BadRequest, match="Message to forward not found"):
        await bot.forward_message(8, 7, 999)
    with pytest.raises(BadRequest, match="Message to copy not found"):
        await bot.copy_message(8, 7, 999)


async def test_several_go_at_once_and_what_is_gone_is_skipped(bot, mina, ana):
    ids = [(await mina.says(text))["message_id"] for text in "abc"]
    await mina.deletes(ids[1])
    assert len(await bot.forward_messages(8, 7, ids)) == 2
    assert len(await bot.copy_messages(8, 7, ids)) == 2
    assert [one.text for one in (await ana.sees()).from_bot] == ["a", "c", "a", "c"]
    with pytest.raises(BadRequest, match="must be in a strictly increasing order"):
        await bot.forward_messages(8, 7, [ids[2], ids[0]])
    with pytest.raises(BadRequest, match="There are no messages to forward"):
        await bot.forward_messages(8, 7, [ids[1]])


async def test_an_answer_shows_what_it_answers_and_may_quote_it(bot, mina, ana):
    said = await mina.says("I am well, and you?")
    reply = ReplyParameters(said["message_id"], quote="and you?")
    sent = await bot.send_message(7, "So am I", reply_parameters=reply)
    assert sent.reply_to_message.text == "I am well, and you?"
    assert (sent.quote.text, sent.quote.position, sent.quote.is_manual) == ("and you?", 11, True)
    answer = ReplyParameters(sent.message_id)
    nested = await bot.send_message(7, "x", reply_parameters=answer)
    assert nested.reply_to_message.reply_to_message is None
    wrong = ReplyParameters(said["message_id"], quote="nobody said so")
    with pytest.raises(BadRequest, match="Quote_text_invalid"):
        await bot.send_message(7, "x", reply_parameters=wrong)
    elsewhere = ReplyParameters(said["message_id"], chat_id=7)
    across = await bot.send_message(8, "x", reply_parameters=elsewhere)
    assert across.external_reply.origin.sender_user.id == 7
    gone = ReplyParameters(999, allow_sending_without_reply=True)
    assert (await bot.send_message(7, "x", reply_parameters=gone)).reply_to_message is None


async def test_a_pinned_message_is_shown_and_told(bot, mina, ana):
    first = await bot.send_message(7, "first")
    second = await bot.send_message(7, "second")
    await bot.pin_chat_message(7, second.message_id)
    await bot.pin_chat_message(7, first.message_id)
    assert (await mina.sees()).pinned == second.message_id
    told = (await bot.get_updates())[-1].message
    assert (told.pinned_message.text, told.from_user.id) == ("first", 4242)
    assert (await bot.get_chat(7)).pinned_message.text == "second"
    await bot.unpin_chat_message(7)
    assert (await mina.sees()).pinned == first.message_id
    await bot.unpin_all_chat_messages(7)
    assert (await mina.sees()).pinned is None
    with pytest.raises(BadRequest, match="Message to unpin not found"):
        await bot.unpin_chat_message(7)
    with pytest.raises(BadRequest, match="Message to pin not found"):
        await bot.pin_chat_message(7, 999)


async def test_a_draft_is_shown_until_the_message_comes(stand, bot, mina, ana):
    await bot.send_message_draft(7, 1, "I think")
    assert (await stand.ask("chat", person=7))["draft"] == "I think"
    await bot.send_message(7, "I think so")
    assert (await stand.ask("chat", person=7))["draft"] is None


async def test_she_reacts_and_a_bot_that_asks_hears_of_it(stand, bot, mina, ana):
    sent = await bot.send_message(7, "Hello")
    reacting = {"from": 7, "message_id": sent.message_id}
    await stand.tell("react", emoji="👍", **reacting)
    everything = ["message", "message_reaction"]
    await bot.get_updates(allowed_updates=everything)
    await stand.tell("react", emoji="🔥", **reacting)
    heard = (await bot.get_updates(allowed_updates=everything))[-1].message_reaction
    assert (heard.old_reaction[0].emoji, heard.new_reaction[0].emoji) == ("👍", "🔥")
    assert heard.user.id == 7


async def test_a_message_with_reply_keys_cannot_be_changed(bot, ana):
    sent = await bot.send_message(7, "?", reply_markup={"keyboard": [[{"text": "1"}]]})
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("!", 7, sent.message_id)
