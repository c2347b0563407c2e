"""The Bot API's methods about a message's own words: send, change, draft."""

from typing import Any

from simulator import keyboards
from simulator.bots import Bot
from simulator.chats import CAPTIONED, Chat, Message
from simulator.entities import units
from simulator.refusals import NOT_MODIFIED, bad_request
from simulator.sending import Entities, Params, put, read_caption, read_text, record
from simulator.town import Town
from simulator.unplayed import refuse

LONGEST_TEXT = 4096
_PREVIEW = ("is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text")


def send_message(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Send a text: https://core.telegram.org/bots/api#sendmessage."""
    text, entities = _words(params)
    if units(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return put(town, bot, params, "sendMessage", text, entities, _preview(params)).as_json()


def send_message_draft(town: Town, bot: Bot, params: Params) -> bool:
    """Show what the bot is about to say: https://core.telegram.org/bots/api#sendmessagedraft."""
    refuse(params)
    text, _ = read_text(params, "text", "entities")
    if units(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    if not params.get("draft_id"):
        raise bad_request("invalid draft_id specified")
    chat = town.writable(bot, params.get("chat_id"))
    if chat.chat_id < 0:
        raise bad_request("PEER_ID_INVALID")
    chat.draft = text or None
    town.stirred(chat)
    return True


def edit_message_text(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Change the text of one of its own messages: https://core.telegram.org/bots/api#editmessagetext."""
    text, entities = _words(params)
    chat, message = own(town, bot, params)
    if units(text) > LONGEST_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    if not message.text or not CAPTIONED.isdisjoint(message.more):
        raise bad_request("there is no text in the message to edit")
    more = {name: value for name, value in message.more.items() if name != "link_preview_options"}
    more |= _preview(params)
    return changed(town, bot, chat, message, params, "editMessageText", text, entities, more)


def edit_message_caption(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Change the words under one of its own files: https://core.telegram.org/bots/api#editmessagecaption."""
    text, entities = read_caption(params, "MEDIA_CAPTION_TOO_LONG")
    chat, message = own(town, bot, params)
    if CAPTIONED.isdisjoint(message.more):
        raise bad_request("there is no caption in the message to edit")
    more = {k: v for k, v in message.more.items() if k != "show_caption_above_media"}
    if params.get("show_caption_above_media"):
        more["show_caption_above_media"] = True
    return changed(town, bot, chat, message, params, "editMessageCaption", text, entities, more)


def edit_message_reply_markup(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Change the buttons under one of its own messages: https://core.telegram.org/bots/api#editmessagereplymarkup."""
    chat, message = own(town, bot, params)
    text, entities, more = message.text, message.entities, message.more
    method = "editMessageReplyMarkup"
    return changed(town, bot, chat, message, params, method, text, entities, more)


def own(
    town: Town,
    bot: Bot,
    params: Params,
    missing: str = "message to edit not found",
    fixed: str = "message can't be edited",
) -> tuple[Chat, Message]:
    """Find one of the bot's own messages that it may change.

    Source: `MessagesManager::can_edit_message` in https://github.com/tdlib/td.
    """
    refuse(params)
    keyboards.read(params.get("reply_markup"))
    message_id = params.get("message_id", 0)
    if not params.get("chat_id") and not message_id:
        inline = params.get("inline_message_id")
        raise bad_request("MESSAGE_ID_INVALID" if inline else "message identifier is not specified")
    chat = town.writable(bot, params.get("chat_id"))
    message = chat.visible(message_id)
    if message is None:
        raise bad_request(missing)
    if not message.outgoing or message.fixed or "forward_origin" in message.more:
        raise bad_request(fixed)
    return chat, message


def changed(
    town: Town,
    bot: Bot,
    chat: Chat,
    message: Message,
    params: Params,
    method: str,
    text: str,
    entities: Entities,
    more: dict[str, Any],
) -> dict[str, Any]:
    """Change a message; what stays the same in all is refused, as Telegram does."""
    markup = keyboards.check(params.get("reply_markup"), private=chat.chat_id > 0, inline_only=True)
    inline = markup.get("inline_keyboard") or None
    before = (message.text, message.entities, message.inline, message.more)
    if (text, entities, inline, more) == before:
        raise bad_request(NOT_MODIFIED)
    now = town.clock.seconds()
    after = town.change(
        chat, message, text=text, entities=entities, inline=inline, more=more, edit_date=now
    )
    record(town, bot, after, "edit", method, keyboards.labels(inline))
    return after.as_json()


def _words(params: Params) -> tuple[str, Entities]:
    if not params.get("text"):
        raise bad_request("message text is empty")
    return read_text(params, "text", "entities", empty=False)


def _preview(params: Params) -> dict[str, Any]:
    given = params.get("link_preview_options")
    if given is None:
        return {}
    if not isinstance(given, dict):
        raise bad_request("object expected as link preview options")
    kept = {name: given[name] for name in _PREVIEW if given.get(name)}
    return {"link_preview_options": kept} if kept else {}
