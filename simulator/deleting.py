"""The Bot API's methods that delete messages."""

from simulator.bots import Bot
from simulator.chats import Chat, Message
from simulator.members import may
from simulator.refusals import bad_request, forbidden
from simulator.sending import Params, record
from simulator.town import Town

MOST_DELETED = 100
TWO_DAYS = 48 * 60 * 60
#: A dice in a private chat cannot be thrown and taken back on the same day.
DICE_LIFE = 24 * 60 * 60
#: Service messages with which a chat begins stay.
_STAYS = frozenset({"group_chat_created", "supergroup_chat_created", "migrate_from_chat_id"})


def delete_message(town: Town, bot: Bot, params: Params) -> bool:
    """Delete a message less than 48 hours old: https://core.telegram.org/bots/api#deletemessage."""
    message_id = params.get("message_id", 0)
    if params.get("chat_id") in (None, ""):
        raise bad_request("chat identifier is not specified")
    if message_id <= 0:
        raise bad_request("message identifier is not specified")
    chat = _chat(town, bot, params)
    message = chat.visible(message_id)
    if message is None:
        raise bad_request("message to delete not found")
    _deletable(town, bot, chat, message)
    _delete(town, bot, chat, message, "deleteMessage")
    return True


def delete_messages(town: Town, bot: Bot, params: Params) -> bool:
    """Delete up to 100; skip what is gone: https://core.telegram.org/bots/api#deletemessages."""
    ids = message_ids(params, MOST_DELETED)
    chat = _chat(town, bot, params)
    found = [one for one in map(chat.visible, ids) if one]
    for message in found:
        _deletable(town, bot, chat, message)
    for message in found:
        _delete(town, bot, chat, message, "deleteMessages")
    return True


def message_ids(params: Params, most: int) -> list[int]:
    """Read the ids of some messages, each once; raise Refused where Telegram would."""
    ids = params.get("message_ids")
    if ids in (None, "", []):
        raise bad_request("message identifiers are not specified")
    if isinstance(ids, str):
        raise bad_request("can't parse message_ids JSON object")
    if not isinstance(ids, list):
        raise bad_request("expected an Array of message identifiers")
    if len(ids) > most:
        raise bad_request("too many message identifiers specified")
    if any(not isinstance(one, int) or one <= 0 for one in ids):
        raise bad_request("invalid message identifier specified")
    return list(dict.fromkeys(ids))


def _chat(town: Town, bot: Bot, params: Params) -> Chat:
    chat = town.addressed(bot, params.get("chat_id"))
    if chat.chat_id < 0:
        return town.writable(bot, chat.chat_id)
    # Whoever blocked the bot does not keep it from taking back what it said.
    if town.people[chat.chat_id].deactivated:
        raise forbidden("user is deactivated")
    return chat


def _deletable(town: Town, bot: Bot, chat: Chat, message: Message) -> None:
    age = town.clock.seconds() - message.date
    if age >= TWO_DAYS:
        raise bad_request("message can't be deleted for everyone")
    private = chat.chat_id > 0
    if not private and not message.outgoing and not may(town, bot, chat, "can_delete_messages"):
        raise bad_request("message can't be deleted")
    young_dice = private and "dice" in message.more and age < DICE_LIFE
    if young_dice or not _STAYS.isdisjoint(message.more):
        raise bad_request("message can't be deleted")


def _delete(town: Town, bot: Bot, chat: Chat, message: Message, method: str) -> None:
    gone = town.change(chat, message, deleted_at=town.clock.seconds(), deleted_by="bot")
    record(town, bot, gone, "delete", method, [])
