"""What people write in their clients, change and delete."""

from datetime import datetime
from typing import Any

from simulator.bots import Bot
from simulator.chats import CAPTIONED, Chat, Message, Person, Standing
from simulator.delivery import deliver_message
from simulator.enclosing import enclosed
from simulator.entities import detect
from simulator.keyboards import labels
from simulator.members import is_inside, member
from simulator.privacy import sees
from simulator.replies import without_reply
from simulator.town import CannotBeDone, NotThere, Town

__all__ = ["CannotBeDone", "delete", "edit", "say", "visible", "writable"]

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


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
    file: dict[str, Any] | None = None,
) -> tuple[Message, int | None]:
    """Write to a bot or group; return the message and the id of its update.

    `scheduled` was written ahead, `forwarded` and `via_bot` are other people's words, `as_edit`
    reaches the bot only as an edited message, `more` adds fields of the Bot API's Message, and the
    text stands under a `file`.
    """
    if person.deactivated:
        raise CannotBeDone(f"{person.first_name} has no account any more")
    chat = writable(town, bot, person, chat_id)
    given = dict(more or {}) | (enclosed(bot, file) if file else {})
    longest = LONGEST_TEXT if CAPTIONED.isdisjoint(given) else LONGEST_CAPTION
    if len(text) > longest or not (text.strip() or given):
        raise CannotBeDone(f"a message has 1 to {longest} characters")
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
        given["reply_to_message"] = without_reply(visible(chat, reply_to))
    _sound(town, "Message", {"message_id": 1, "date": 1, "chat": {"id": 1, "type": ""}, **given})
    if chat.chat_id > 0:
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
    return message, _bring(town, bot, chat, message, kind)


def edit(
    town: Town,
    bot: Bot,
    person: Person,
    message_id: int,
    text: str | None = None,
    *,
    chat_id: int | None = None,
    location: dict[str, Any] | None = None,
) -> tuple[Message, int | None]:
    """Change one's own message, or move one's live location."""
    chat = writable(town, bot, person, chat_id)
    message = visible(chat, message_id)
    if message.sender["id"] != person.id:
        raise CannotBeDone("only who wrote a message can change it")
    more = message.more
    if location is not None:
        if "live_period" not in more.get("location", {}):
            raise CannotBeDone("that is no live location")
        more = more | {"location": more["location"] | location}
        _sound(town, "Location", more["location"])
    elif not text or not text.strip():
        raise CannotBeDone("a message cannot be changed into nothing")
    said = message.text if text is None else text
    changed = town.change(
        chat,
        message,
        text=said,
        entities=tuple(detect(said)),
        more=more,
        edit_date=town.clock.seconds(),
    )
    _write(town, bot, chat, person, changed, "edit", "edit")
    return changed, _bring(town, bot, chat, changed, "edited_message")


def delete(
    town: Town,
    bot: Bot,
    person: Person,
    message_id: int | None = None,
    *,
    chat_id: int | None = None,
) -> int:
    """Delete a message for both sides, or the whole history; bots are not told."""
    chat = town.chat(bot, person.id if chat_id is None else chat_id)
    wanted = [visible(chat, message_id)] if message_id else list(chat.messages.values())
    here = [message for message in wanted if message.deleted_at is None]
    if chat.chat_id < 0 and any(message.sender["id"] != person.id for message in here):
        raise CannotBeDone("in a group, people delete what they wrote")
    for message in here:
        gone = town.change(chat, message, deleted_at=town.clock.seconds(), deleted_by="person")
        _write(town, bot, chat, person, gone, "delete", "delete")
    return len(here)


def _bring(town: Town, bot: Bot, chat: Chat, message: Message, kind: str) -> int | None:
    group = town.groups.get(chat.chat_id)
    hears = chat.standing is Standing.OPEN
    if hears and (group is None or sees(town, bot, group, message)):
        return deliver_message(town, bot, chat, message, kind)
    town.await_reading(bot, chat, message.message_id, None)
    town.stirred(chat)
    return None


def writable(town: Town, bot: Bot, person: Person, chat_id: int | None) -> Chat:
    """Find the chat a person wants to write to; raise CannotBeDone where no client lets them."""
    chat = town.chat(bot, person.id if chat_id is None else chat_id)
    if chat.standing is Standing.BLOCKED:
        raise CannotBeDone("one cannot write to a bot one has blocked")
    group = town.groups.get(chat.chat_id)
    if group is not None and group.migrated_to is not None:
        raise CannotBeDone(f"the group has become {group.migrated_to}")
    if group is not None and not is_inside(member(town, group, person.id)):
        raise CannotBeDone(f"{person.first_name} is not in the group")
    return chat


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
        carries=message.carries,
        buttons=labels(message.inline),
        message_id=message.message_id,
        by="person",
    )


def visible(chat: Chat, message_id: int | None) -> Message:
    """Find a message that has not been deleted; raise NotThere."""
    message = chat.visible(message_id)
    if message is None:
        raise NotThere(f"no message {message_id} in this chat")
    return message
