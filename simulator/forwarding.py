"""The Bot API's methods that carry messages from one chat to another: forward and copy.

Texts: `Client::process_forward_message_query` of the official server and
`MessagesManager::get_forwarded_messages` in https://github.com/tdlib/td.
"""

from typing import Any

from simulator.albums import album_id
from simulator.bots import Bot
from simulator.chats import CAPTIONED, Chat, Message
from simulator.deleting import message_ids
from simulator.refusals import bad_request
from simulator.replies import origin
from simulator.sending import Entities, Params, put, read_caption
from simulator.town import Town

MOST_AT_ONCE = 100
#: What people see happen rather than what somebody says; it cannot be carried elsewhere.
SERVICE = frozenset(
    {
        "chat_shared",
        "delete_chat_photo",
        "group_chat_created",
        "left_chat_member",
        "message_auto_delete_timer_changed",
        "migrate_from_chat_id",
        "migrate_to_chat_id",
        "new_chat_members",
        "new_chat_photo",
        "new_chat_title",
        "pinned_message",
        "supergroup_chat_created",
        "users_shared",
        "web_app_data",
        "write_access_allowed",
    }
)
#: What belongs to the place where a message stood.
_LEFT_BEHIND = frozenset(
    {
        "author_signature",
        "effect_id",
        "external_reply",
        "forward_origin",
        "is_from_offline",
        "media_group_id",
        "quote",
        "reply_to_message",
        "sender_chat",
        "via_bot",
    }
)


def forward_message(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Show a message elsewhere, with whom it comes from: https://core.telegram.org/bots/api#forwardmessage."""
    message = _one(town, bot, params, "forward")
    return _forward(town, bot, params, "forwardMessage", message, {}).as_json()


def forward_messages(town: Town, bot: Bot, params: Params) -> list[dict[str, Any]]:
    """Forward up to 100; skip what is gone: https://core.telegram.org/bots/api#forwardmessages."""
    return [
        {"message_id": _forward(town, bot, params, "forwardMessages", one, album).message_id}
        for one, album in _several(town, bot, params, "forward")
    ]


def copy_message(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Say the same elsewhere in one's own name: https://core.telegram.org/bots/api#copymessage."""
    message = _one(town, bot, params, "copy")
    words: tuple[str, Entities] = (message.text, message.entities)
    if "caption" in params and not CAPTIONED.isdisjoint(message.more):
        words = read_caption(params)
    more = _carried(message)
    more.pop("show_caption_above_media", None)
    if params.get("show_caption_above_media"):
        more["show_caption_above_media"] = True
    return {"message_id": put(town, bot, params, "copyMessage", *words, more).message_id}


def copy_messages(town: Town, bot: Bot, params: Params) -> list[dict[str, Any]]:
    """Copy up to 100; skip what is gone: https://core.telegram.org/bots/api#copymessages."""
    copied = []
    for message, album in _several(town, bot, params, "copy"):
        words: tuple[str, Entities] = (message.text, message.entities)
        if params.get("remove_caption") and not CAPTIONED.isdisjoint(message.more):
            words = ("", ())
        put_ = put(town, bot, params, "copyMessages", *words, _carried(message) | album)
        copied.append({"message_id": put_.message_id})
    return copied


def _one(town: Town, bot: Bot, params: Params, act: str) -> Message:
    source = _source(town, bot, params)
    message = source.visible(params.get("message_id"))
    if message is None:
        raise bad_request(f"message to {act} not found")
    if not _can(message, act):
        raise bad_request(f"the message can't be {'forwarded' if act == 'forward' else 'copied'}")
    return message


def _several(
    town: Town, bot: Bot, params: Params, act: str
) -> list[tuple[Message, dict[str, Any]]]:
    ids = message_ids(params, MOST_AT_ONCE)
    if not ids:
        raise bad_request("message identifiers are not specified")
    town.writable(bot, params.get("chat_id"))
    source = _source(town, bot, params)
    if ids != sorted(ids):
        raise bad_request("message identifiers must be in a strictly increasing order")
    found = [one for one in map(source.visible, ids) if one and _can(one, act)]
    if not found:
        raise bad_request("there are no messages to forward")
    # An album stays together, as a new one.
    before = [one.more.get("media_group_id") for one in found]
    fresh = {one: album_id(bot) for one in dict.fromkeys(before) if before.count(one) > 1 and one}
    return [
        (one, {"media_group_id": fresh[group]} if group in fresh else {})
        for one, group in zip(found, before, strict=True)
    ]


def _forward(
    town: Town, bot: Bot, params: Params, method: str, message: Message, album: dict[str, Any]
) -> Message:
    more = _carried(message) | album | {"forward_origin": origin(message)}
    plain = {k: v for k, v in params.items() if k not in {"reply_markup", "reply_parameters"}}
    return put(town, bot, plain, method, message.text, message.entities, more)


def _source(town: Town, bot: Bot, params: Params) -> Chat:
    if params.get("from_chat_id") in (None, ""):
        raise bad_request('parameter "from_chat_id" is required')
    return town.readable(bot, params["from_chat_id"])


def _can(message: Message, act: str) -> bool:
    if not SERVICE.isdisjoint(message.more):
        return False
    # A bot copies what it has protected itself; nobody forwards it.
    return act == "copy" or not message.protected


def _carried(message: Message) -> dict[str, Any]:
    return {name: value for name, value in message.more.items() if name not in _LEFT_BEHIND}
