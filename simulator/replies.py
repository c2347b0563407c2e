"""What a message answers: another message here, one of another chat, or a part of one.

Source: https://core.telegram.org/bots/api#replyparameters.
"""

from typing import Any

from simulator.bots import Bot
from simulator.chats import CAPTIONED, Chat, Message
from simulator.entities import read, units
from simulator.refusals import bad_request
from simulator.town import Town
from simulator.unplayed import not_played

#: What an answer to another chat's message tells of it beside its origin.
_TOLD = CAPTIONED | {"contact", "dice", "location", "poll", "sticker", "venue", "video_note"}


def answered(town: Town, bot: Bot, chat: Chat, given: object) -> dict[str, Any]:
    """Show what `reply_parameters` name as fields of a `Message`."""
    if not isinstance(given, dict):
        raise bad_request("object expected as reply parameters")
    if "message_id" not in given:
        raise bad_request('can\'t find field "message_id"')
    for name in ("checklist_task_id", "poll_option_id"):
        if given.get(name):
            raise not_played(f"reply_parameters.{name}")
    elsewhere = given.get("chat_id")
    source = chat if elsewhere in (None, chat.chat_id) else town.readable(bot, elsewhere)
    message = source.visible(given.get("message_id"))
    if message is None:
        if given.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    fields = _here(message) if source is chat else _elsewhere(town, source, message)
    return fields | _quote(message, given)


def without_reply(message: Message) -> dict[str, Any]:
    """Show a message as it stands inside another: what it answers itself is left out."""
    shown = message.as_json()
    return {k: v for k, v in shown.items() if k not in {"reply_to_message", "external_reply"}}


def origin(message: Message) -> dict[str, Any]:
    """Tell where a message comes from, the first of all where it was forwarded before."""
    known: dict[str, Any] | None = message.more.get("forward_origin")
    return known or {"type": "user", "sender_user": message.sender, "date": message.date}


def _here(message: Message) -> dict[str, Any]:
    return {"reply_to_message": without_reply(message)}


def _elsewhere(town: Town, source: Chat, message: Message) -> dict[str, Any]:
    told = {name: value for name, value in message.more.items() if name in _TOLD}
    reply = {"origin": origin(message), **told}
    if message.chat["type"] == "supergroup":
        reply |= {"chat": message.chat, "message_id": message.message_id}
    return {"external_reply": reply}


def _quote(message: Message, given: dict[str, Any]) -> dict[str, Any]:
    if not given.get("quote"):
        return {}
    quote, entities = read(
        given["quote"], given.get("quote_parse_mode"), given.get("quote_entities")
    )
    at = message.text.find(quote)
    if at < 0:
        raise bad_request("QUOTE_TEXT_INVALID")
    place = given.get("quote_position")
    said: dict[str, Any] = {
        "text": quote,
        "position": place if isinstance(place, int) else units(message.text[:at]),
        "is_manual": True,
    }
    return {"quote": said | ({"entities": list(entities)} if entities else {})}
