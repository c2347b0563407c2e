"""What people do to a bot's messages in their clients: they tap its buttons and react."""

from simulator.acts import visible, writable
from simulator.bots import Bot, Tap
from simulator.chats import Person
from simulator.delivery import deliver
from simulator.town import CannotBeDone, NotThere, Town


def tap(
    town: Town,
    bot: Bot,
    person: Person,
    message_id: int,
    *,
    button: str | None = None,
    data: str | None = None,
    chat_id: int | None = None,
    forged: bool = False,
) -> tuple[str, int | None]:
    """Tap an inline button by its text or its data; return the query's id and the update's id.

    A `forged` tap carries data that no button has, as a modified client can send.
    """
    chat = town.chat(bot, person.id if chat_id is None else chat_id)
    message = chat.messages.get(message_id) if forged else visible(chat, message_id)
    if message is None:
        raise NotThere(f"no message {message_id} in this chat")
    if not forged:
        found = [
            one
            for row in message.inline or []
            for one in row
            if (button is None or one["text"] == button)
            and (data is None or one.get("callback_data") == data)
        ]
        if not found or "callback_data" not in found[0]:
            raise CannotBeDone(f"no such button under message {message_id}")
        button, data = found[0]["text"], found[0]["callback_data"]
    query_id = f"{bot.id}{len(bot.taps) + 1:010d}"
    bot.taps[query_id] = Tap(chat.chat_id, town.clock.timestamp())
    shown = message.as_json()
    if message.deleted_at is not None:
        shown = {"message_id": message_id, "chat": message.chat, "date": 0}
    query = {
        "id": query_id,
        "from": person.as_user(),
        "message": shown,
        "chat_instance": f"{bot.id}{chat.chat_id}",
        "data": data or "",
    }
    town.record.write(
        "in",
        "tap",
        bot=bot.id,
        chat_id=chat.chat_id,
        person=person.first_name,
        text=button or data or "",
        message_id=message_id,
        by="person",
    )
    return query_id, deliver(town, bot, "callback_query", query)


def react(
    town: Town,
    bot: Bot,
    person: Person,
    message_id: int,
    emoji: str | None,
    *,
    chat_id: int | None = None,
) -> int | None:
    """React to a message, or take that back; bots hear of it in private chats and as rulers."""
    chat = writable(town, bot, person, chat_id)
    message = visible(chat, message_id)
    reactions = chat.reactions.setdefault(message.message_id, {})
    before = reactions.get(person.id, [])
    after = [{"type": "emoji", "emoji": emoji}] if emoji else []
    reactions[person.id] = after
    change = {
        "chat": message.chat,
        "message_id": message.message_id,
        "user": person.as_user(),
        "date": town.clock.seconds(),
        "old_reaction": before,
        "new_reaction": after,
    }
    heard = chat.chat_id > 0 or bot.id in town.groups[chat.chat_id].admins
    return deliver(town, bot, "message_reaction", change) if heard and before != after else None
