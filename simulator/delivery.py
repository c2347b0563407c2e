"""Brings what happens to the bots it concerns, as updates in their queues."""

import time
from collections.abc import Iterator
from typing import Any

from simulator.bots import Bot
from simulator.chats import Chat, Message, Standing
from simulator.faults import ARRIVALS, POSTED, Kind
from simulator.sending import record
from simulator.town import Town


def deliver(town: Town, bot: Bot, kind: str, content: dict[str, Any]) -> int | None:
    """Queue an update; return its id, or None where the bot does not ask for such.

    An update that the Bot API's schema would not allow is our own fault and listed as one.
    """
    faults = town.schema.faults("Update", {"update_id": 1, kind: content})
    if faults:
        town.record.object_to(kind, faults)
    late = twice = False
    if town.faults.armed:
        road, kinds = ("webhook", POSTED) if bot.webhook.url else ("update", ARRIVALS)
        struck = town.faults.strike(
            road, bot.id, _chat_id(content), town.clock.now(), time.monotonic(), kinds
        )
        late, twice = Kind.OUT_OF_ORDER in struck, Kind.DUPLICATE in struck
    update_id = bot.queue.put(kind, content, late=late)
    if twice and update_id is not None:
        bot.queue.again.add(update_id)
    return update_id


def deliver_message(
    town: Town, bot: Bot, chat: Chat, message: Message, kind: str = "message"
) -> int | None:
    """Queue somebody's message; it stays unread until the bot has taken it."""
    update_id = deliver(town, bot, kind, message.as_json())
    if not message.outgoing:
        town.await_reading(bot, chat, message.message_id, update_id)
    town.stirred(chat)
    return update_id


def announce(
    town: Town, bot: Bot, chat: Chat, sender: dict[str, Any], fields: dict[str, Any]
) -> Message:
    """Put a service message, such as somebody's joining, into a chat and tell the bot."""
    message = Message(
        town.next_message_id(bot, chat),
        town.chat_json(chat.chat_id),
        sender,
        town.clock.seconds(),
        "",
        outgoing=sender["id"] == bot.id,
        more=fields,
        fixed=True,
    )
    chat.messages[message.message_id] = message
    direction, by = ("out", "bot") if message.outgoing else ("in", "person")
    record(town, bot, message, direction, next(iter(fields)), [], by)
    deliver_message(town, bot, chat, message)
    return message


def announce_to_all(
    town: Town, group_id: int, sender: dict[str, Any], fields: dict[str, Any]
) -> list[Message]:
    """Put a service message into a group for every bot that is in it."""
    return [announce(town, bot, chat, sender, fields) for bot, chat in inside(town, group_id)]


def inside(town: Town, group_id: int) -> Iterator[tuple[Bot, Chat]]:
    """List the bots that are in a group."""
    for bot in town.bots.values():
        chat = town.chats.get((bot.id, group_id))
        if chat is not None and chat.standing is Standing.OPEN:
            yield bot, chat


def _chat_id(content: dict[str, Any]) -> int | None:
    holder = content if "chat" in content else content.get("message") or {}
    chat = holder.get("chat")
    return chat["id"] if isinstance(chat, dict) else None
