"""The Bot API's methods that write nothing: react, seem busy, answer a tap."""

from typing import Any

from simulator.bots import Bot
from simulator.refusals import QUERY_TOO_OLD, bad_request
from simulator.town import Town
from simulator.updates import TAP_LIFE

Params = dict[str, Any]

LONGEST_TAP_ANSWER = 200
_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


def set_message_reaction(town: Town, bot: Bot, params: Params) -> bool:
    """React to a message: https://core.telegram.org/bots/api#setmessagereaction."""
    chat = town.writable(bot, params.get("chat_id"))
    message = chat.visible(params.get("message_id"))
    if message is None:
        raise bad_request("message to react not found")
    reaction = params.get("reaction") or []
    if not isinstance(reaction, list):
        raise bad_request("expected an Array of ReactionType")
    if len(reaction) > 1 or any(one.get("type") != "emoji" for one in reaction):
        raise bad_request("REACTION_INVALID")
    town.change(chat, message, reaction=tuple(reaction))
    return True


def send_chat_action(town: Town, bot: Bot, params: Params) -> bool:
    """Show that the bot is busy: https://core.telegram.org/bots/api#sendchataction."""
    action = params.get("action", "")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = town.writable(bot, params.get("chat_id"))
    chat.action = (action, town.clock.seconds())
    town.stirred(chat)
    return True


def answer_callback_query(town: Town, bot: Bot, params: Params) -> bool:
    """Answer a tap, once: https://core.telegram.org/bots/api#answercallbackquery."""
    tap = bot.taps.get(params.get("callback_query_id", ""))
    if tap is None or tap.answered or town.clock.timestamp() - tap.at > TAP_LIFE:
        raise bad_request(QUERY_TOO_OLD)
    text = params.get("text", "")
    if len(text) > LONGEST_TAP_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    tap.answered, tap.text, tap.alert = True, text, params.get("show_alert", False)
    if text:
        town.record.write(
            "out",
            "answerCallbackQuery",
            bot=bot.id,
            chat_id=tap.chat_id,
            person=town.name(tap.chat_id),
            text=text,
        )
    return True
