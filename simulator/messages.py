"""The Bot API's methods about messages: send, change, delete."""

import secrets
from typing import Any

from simulator import keyboards
from simulator.bots import Bot
from simulator.chats import Chat, Message
from simulator.entities import read, units
from simulator.reading import Upload
from simulator.refusals import NOT_MODIFIED, bad_request
from simulator.town import Town

Params = dict[str, Any]

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
MOST_DELETED = 100
TWO_DAYS = 48 * 60 * 60


def send_message(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Send a text: https://core.telegram.org/bots/api#sendmessage."""
    text, entities = _text(params, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if units(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return _put(town, bot, params, "sendMessage", text, entities, {})


def send_document(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Send a file: https://core.telegram.org/bots/api#senddocument."""
    given = params.get("document")
    if isinstance(given, Upload):
        file_id = f"{bot.id}{len(bot.files) + 1:06d}{secrets.token_hex(8)}"
        bot.files[file_id] = given
    elif given in bot.files:
        file_id = given
    elif not given:
        raise bad_request("there is no document in the request")
    else:
        raise bad_request("wrong file identifier/HTTP URL specified")
    upload = bot.files[file_id]
    if not upload.content:
        raise bad_request("file must be non-empty")
    document = {
        "file_id": file_id,
        "file_unique_id": file_id[-16:],
        "file_name": upload.name,
        "mime_type": upload.content_type,
        "file_size": len(upload.content),
    }
    caption, entities = _text(params, "caption", "caption_entities")
    if units(caption) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return _put(town, bot, params, "sendDocument", caption, entities, {"document": document})


def edit_message_text(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Change the text of one of its own messages: https://core.telegram.org/bots/api#editmessagetext."""
    chat, message = _own(town, bot, params, "edited")
    text, entities = _text(params, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if units(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    if "document" in message.more:
        raise bad_request("there is no text in the message to edit")
    return _changed(town, bot, chat, message, params, "editMessageText", text, entities)


def edit_message_reply_markup(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Change the buttons under one of its own messages: https://core.telegram.org/bots/api#editmessagereplymarkup."""
    chat, message = _own(town, bot, params, "edited")
    method, text, entities = "editMessageReplyMarkup", message.text, message.entities
    return _changed(town, bot, chat, message, params, method, text, entities)


def delete_message(town: Town, bot: Bot, params: Params) -> bool:
    """Delete a message less than 48 hours old: https://core.telegram.org/bots/api#deletemessage."""
    chat = town.addressed(bot, params.get("chat_id"))
    message_id = params.get("message_id", 0)
    if message_id <= 0:
        raise bad_request("message identifier is not specified")
    message = chat.visible(message_id)
    if message is None:
        raise bad_request("message to delete not found")
    _deletable(town, chat, message)
    _delete(town, bot, chat, message, "deleteMessage")
    return True


def delete_messages(town: Town, bot: Bot, params: Params) -> bool:
    """Delete up to 100; skip what is gone: https://core.telegram.org/bots/api#deletemessages."""
    chat = town.addressed(bot, params.get("chat_id"))
    ids = params.get("message_ids")
    if ids is None:
        raise bad_request("message identifiers are not specified")
    if not isinstance(ids, list):
        raise bad_request("expected an Array of message identifiers")
    if len(ids) > MOST_DELETED:
        raise bad_request("too many message identifiers specified")
    if any(not isinstance(one, int) or one <= 0 for one in ids):
        raise bad_request("invalid message identifier specified")
    found = [message for message in map(chat.visible, dict.fromkeys(ids)) if message]
    for message in found:
        _deletable(town, chat, message)
    for message in found:
        _delete(town, bot, chat, message, "deleteMessages")
    return True


def _text(params: Params, name: str, entities: str) -> tuple[str, tuple[dict[str, Any], ...]]:
    return read(params.get(name, ""), params.get("parse_mode"), params.get(entities))


def _put(
    town: Town,
    bot: Bot,
    params: Params,
    method: str,
    text: str,
    entities: tuple[dict[str, Any], ...],
    more: dict[str, Any],
) -> dict[str, Any]:
    chat = town.writable(bot, params.get("chat_id"))
    markup = keyboards.check(params.get("reply_markup"), private=chat.chat_id > 0)
    more |= _reply(chat, params.get("reply_parameters"))
    message = Message(
        bot.next_message_id(),
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
    )
    chat.messages[message.message_id] = message
    if "keyboard" in markup:
        chat.keyboard = markup["keyboard"]
        chat.keyboard_once = markup.get("one_time_keyboard", False)
        chat.keyboard_from = message.message_id
        chat.placeholder = markup.get("input_field_placeholder", "")
    elif markup.get("remove_keyboard"):
        chat.keyboard, chat.keyboard_once, chat.placeholder = None, False, ""
    rows = markup.get("inline_keyboard") or markup.get("keyboard")
    chat.action = None
    _record(town, bot, message, "out", method, keyboards.labels(rows))
    town.stirred(chat)
    town.sounded(message, bot.id)
    return message.as_json()


def _reply(chat: Chat, given: object) -> dict[str, Any]:
    if not isinstance(given, dict):
        return {}
    answered = chat.visible(given.get("message_id"))
    if answered is None:
        if given.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    shown = answered.as_json()
    return {"reply_to_message": {k: v for k, v in shown.items() if k != "reply_to_message"}}


def _own(town: Town, bot: Bot, params: Params, done: str) -> tuple[Chat, Message]:
    if params.get("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = town.writable(bot, params.get("chat_id"))
    message_id = params.get("message_id", 0)
    if message_id <= 0:
        raise bad_request("message identifier is not specified")
    message = chat.visible(message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if not message.outgoing:
        raise bad_request(f"message can't be {done}")
    return chat, message


def _changed(
    town: Town,
    bot: Bot,
    chat: Chat,
    message: Message,
    params: Params,
    method: str,
    text: str,
    entities: tuple[dict[str, Any], ...],
) -> dict[str, Any]:
    markup = keyboards.check(params.get("reply_markup"), private=chat.chat_id > 0, inline_only=True)
    inline = markup.get("inline_keyboard") or None
    if (text, entities, inline) == (message.text, message.entities, message.inline):
        raise bad_request(NOT_MODIFIED)
    changed = town.change(
        chat, message, text=text, entities=entities, inline=inline, edit_date=town.clock.seconds()
    )
    _record(town, bot, changed, "edit", method, keyboards.labels(inline))
    return changed.as_json()


def _deletable(town: Town, chat: Chat, message: Message) -> None:
    if town.clock.seconds() - message.date >= TWO_DAYS:
        raise bad_request("message can't be deleted for everyone")
    # Deleting other people's messages in a group needs rights that bots here are not given.
    if chat.chat_id < 0 and not message.outgoing:
        raise bad_request("message can't be deleted")


def _delete(town: Town, bot: Bot, chat: Chat, message: Message, method: str) -> None:
    gone = town.change(chat, message, deleted_at=town.clock.seconds(), deleted_by="bot")
    _record(town, bot, gone, "delete", method, [])


def _record(
    town: Town, bot: Bot, message: Message, direction: str, method: str, shown: list[list[str]]
) -> None:
    chat_id = message.chat["id"]
    town.record.write(
        direction,
        method,
        bot=bot.id,
        chat_id=chat_id,
        person=town.name(chat_id),
        text=message.text,
        buttons=shown,
        silent=message.silent,
        message_id=message.message_id,
    )
