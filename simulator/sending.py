"""Puts a bot's message into a chat: what all methods that send have in common."""

from collections.abc import Mapping
from typing import Any

from simulator import keyboards
from simulator.bots import Bot
from simulator.chats import Chat, Message
from simulator.entities import read, units
from simulator.refusals import bad_request
from simulator.replies import answered
from simulator.town import Town
from simulator.unplayed import refuse

Params = dict[str, Any]
Entities = tuple[dict[str, Any], ...]

LONGEST_CAPTION = 1024


def read_text(
    given: Mapping[str, Any], name: str, entities: str, *, empty: bool = True
) -> tuple[str, Entities]:
    """Read a text with its parse mode or entities; it may be `empty` or must say something."""
    return read(given.get(name) or "", given.get("parse_mode"), given.get(entities), empty=empty)


def read_caption(given: Mapping[str, Any], too_long: str = "") -> tuple[str, Entities]:
    """Read a caption of up to 1024 characters."""
    caption, entities = read_text(given, "caption", "caption_entities")
    if units(caption) > LONGEST_CAPTION:
        raise bad_request(too_long or "message caption is too long")
    return caption, entities


def put(
    town: Town,
    bot: Bot,
    params: Params,
    method: str,
    text: str,
    entities: Entities,
    more: dict[str, Any],
) -> Message:
    """Send a message; `more` holds fields of the Bot API's Message beside the text."""
    refuse(params)
    # Telegram reads what is asked for before it looks for the chat.
    keyboards.read(params.get("reply_markup"))
    chat = town.writable(bot, params.get("chat_id"))
    private = chat.chat_id > 0
    markup = keyboards.check(params.get("reply_markup"), private=private)
    given = params.get("reply_parameters")
    if given:
        more = more | answered(town, bot, chat, given)
    if private and params.get("message_effect_id"):
        more = more | {"effect_id": params["message_effect_id"]}
    message = Message(
        town.next_message_id(bot, chat),
        town.chat_json(chat.chat_id),
        bot.as_user(),
        town.clock.seconds(),
        text,
        outgoing=True,
        entities=entities,
        inline=markup.get("inline_keyboard") or None,
        more=more,
        silent=params.get("disable_notification", False),
        protected=params.get("protect_content", False),
        # A message with any other keyboard than an inline one cannot be changed.
        fixed=bool(markup) and "inline_keyboard" not in markup,
    )
    show(chat, message, markup)
    if not private:
        town.spoke_last[chat.chat_id] = bot.id
    rows = markup.get("inline_keyboard") or markup.get("keyboard")
    record(town, bot, message, "out", method, keyboards.labels(rows))
    town.stirred(chat)
    town.sounded(message, bot.id)
    return message


def show(chat: Chat, message: Message, markup: Mapping[str, Any]) -> None:
    """Let a chat show a new message of the bot, and the keyboard that came with it."""
    chat.messages[message.message_id] = message
    chat.action, chat.draft = None, None
    if "keyboard" in markup:
        chat.keyboard = markup["keyboard"]
        chat.keyboard_once = markup.get("one_time_keyboard", False)
        chat.keyboard_from = message.message_id
        chat.placeholder = markup.get("input_field_placeholder", "")
    elif markup.get("remove_keyboard"):
        chat.keyboard, chat.keyboard_once, chat.placeholder = None, False, ""


def record(
    town: Town,
    bot: Bot,
    message: Message,
    direction: str,
    method: str,
    shown: list[list[str]],
    by: str = "bot",
) -> None:
    """Write down what a bot did, or a person whose deed is told in the chat."""
    chat_id = message.chat["id"]
    town.record.write(
        direction,
        method,
        bot=bot.id,
        chat_id=chat_id,
        person=town.name(chat_id),
        text=message.text,
        carries=message.carries,
        buttons=shown,
        silent=message.silent,
        message_id=message.message_id,
        by=by,
    )
