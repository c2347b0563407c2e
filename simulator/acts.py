"""What people do in their clients: they write, tap, change, delete, block and go away."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from simulator.bots import Bot, Tap
from simulator.chats import Chat, Message, Person, Standing
from simulator.keyboards import labels
from simulator.town import NotThere, Town

LONGEST_TEXT = 4096


class CannotBeDone(ValueError):
    """A person could not do that in any client."""


def say(
    town: Town,
    bot: Bot,
    person: Person,
    text: str,
    *,
    chat_id: int | None = None,
    date: datetime | None = None,
    scheduled: bool = False,
    forwarded: bool = False,
    via_bot: str = "",
    reply_to: int | None = None,
    as_edit: bool = False,
    more: dict[str, Any] | None = None,
) -> tuple[Message, int | None]:
    """Write to a bot or group; return the message and the id of its update.

    `scheduled` was written ahead, `forwarded` and `via_bot` are other people's words, `as_edit`
    reaches the bot only as an edited message, `more` adds fields of the Bot API's Message.
    """
    given = dict(more or {})
    if len(text) > LONGEST_TEXT or not (text.strip() or given):
        raise CannotBeDone("a message has 1 to 4096 characters")
    if person.deactivated:
        raise CannotBeDone(f"{person.first_name} has no account any more")
    chat = town.chat(bot, person.id if chat_id is None else chat_id)
    if chat.standing is Standing.BLOCKED:
        raise CannotBeDone("one cannot write to a bot one has blocked")
    if scheduled:
        given["is_from_offline"] = True
    if forwarded:
        given["forward_origin"] = {
            "type": "user",
            "sender_user": person.as_user(),
            "date": town.clock.seconds() - 60,
        }
    if via_bot:
        named = {"is_bot": True, "first_name": via_bot, "username": via_bot}
        given["via_bot"] = {"id": 1, **named}
    if reply_to is not None:
        answered = _visible(chat, reply_to).as_json()
        given["reply_to_message"] = {k: v for k, v in answered.items() if k != "reply_to_message"}
    _sound(town, "Message", {"message_id": 1, "date": 1, "chat": {"id": 1, "type": ""}, **given})
    chat.standing = Standing.OPEN
    message = town.message_from(bot, chat, person, text, given)
    if date is not None:
        message = town.change(chat, message, date=int(date.timestamp()))
    if as_edit:
        message = town.change(chat, message, edit_date=town.clock.seconds())
    if chat.keyboard_once and any(text in row for row in labels(chat.keyboard)):
        chat.keyboard, chat.keyboard_once = None, False
    _write(town, bot, chat, person, message, "in", "say")
    kind = "edited_message" if as_edit else "message"
    update_id = _queue(town, bot, kind, message.as_json())
    town.await_reading(bot, chat, message.message_id, update_id)
    town.stirred(chat)
    return message, update_id


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
    message = chat.messages.get(message_id) if forged else _visible(chat, message_id)
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
    return query_id, _queue(town, bot, "callback_query", query)


def edit(
    town: Town, bot: Bot, person: Person, message_id: int, text: str
) -> tuple[Message, int | None]:
    """Change one's own message."""
    chat = town.chat(bot, person.id)
    message = _visible(chat, message_id)
    if message.outgoing:
        raise CannotBeDone("only the bot can change its messages")
    changed = town.change(chat, message, text=text, edit_date=town.clock.seconds())
    _write(town, bot, chat, person, changed, "edit", "edit")
    return changed, _queue(town, bot, "edited_message", changed.as_json())


def delete(town: Town, bot: Bot, person: Person, message_id: int | None = None) -> int:
    """Delete a message for both sides, or the whole history; bots are not told."""
    chat = town.chat(bot, person.id)
    wanted = [_visible(chat, message_id)] if message_id else list(chat.messages.values())
    here = [message for message in wanted if message.deleted_at is None]
    for message in here:
        gone = town.change(chat, message, deleted_at=town.clock.seconds(), deleted_by="person")
        _write(town, bot, chat, person, gone, "delete", "delete")
    return len(here)


def block(town: Town, bot: Bot, person: Person, *, blocked: bool = True) -> int | None:
    """Block a bot or take that back; return the id of the my_chat_member update."""
    chat = town.chat(bot, person.id)
    wanted = Standing.BLOCKED if blocked else Standing.OPEN
    if chat.standing is wanted:
        return None
    chat.standing = wanted
    town.stirred(chat)
    return _membership(town, bot, person, chat, "kicked" if blocked else "member")


def deactivate(town: Town, person: Person) -> None:
    """Delete one's account; bots learn of it when they write."""
    town.people[person.id] = replace(person, deactivated=True)
    town.tell("town")


def _membership(town: Town, bot: Bot, person: Person, chat: Chat, status: str) -> int | None:
    member = {"user": bot.as_user(), "status": "member"}
    kicked = {"user": bot.as_user(), "status": "kicked", "until_date": 0}
    old, new = (member, kicked) if status == "kicked" else (kicked, member)
    town.record.write(
        "in",
        "block" if status == "kicked" else "unblock",
        bot=bot.id,
        chat_id=chat.chat_id,
        person=person.first_name,
        by="person",
    )
    change = {
        "chat": town.chat_json(chat.chat_id),
        "from": person.as_user(),
        "date": town.clock.seconds(),
        "old_chat_member": old,
        "new_chat_member": new,
    }
    return _queue(town, bot, "my_chat_member", change)


def _queue(town: Town, bot: Bot, kind: str, content: dict[str, Any]) -> int | None:
    _sound(town, "Update", {"update_id": 1, kind: content})
    return bot.queue.put(kind, content)


def _sound(town: Town, kind: str, content: dict[str, Any]) -> None:
    faults = town.schema.faults(kind, content)
    if faults:
        raise CannotBeDone("; ".join(faults))


def _write(
    town: Town,
    bot: Bot,
    chat: Chat,
    person: Person,
    message: Message,
    direction: str,
    method: str,
) -> None:
    town.record.write(
        direction,
        method,
        bot=bot.id,
        chat_id=chat.chat_id,
        person=person.first_name,
        text=message.text,
        buttons=labels(message.inline),
        message_id=message.message_id,
        by="person",
    )


def _visible(chat: Chat, message_id: int | None) -> Message:
    message = chat.visible(message_id)
    if message is None:
        raise NotThere(f"no message {message_id} in this chat")
    return message
