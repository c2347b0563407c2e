"""The control road's doors for acting people and bots."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from simulator import acts, leaving, touching
from simulator.bots import Bot
from simulator.chats import Person, Standing
from simulator.control import Asked, Door, Field, NotUnderstood
from simulator.town import NotThere

_BOT = Field("integer?", "the bot's id; may be left out while there is only one")
_FROM = Field("integer", "the person's id")
_CHAT = Field("integer?", "the group's id, when it is not the private chat")
_MESSAGE = Field("integer", "the message's id")


async def add_bot(asked: Asked) -> dict[str, Any]:
    """Register a bot by its token."""
    town = asked.town
    bot = town.admit_bot(asked["token"], asked["username"] or "", asked["first_name"] or "")
    if asked["privacy"] is not None:
        bot.privacy = asked["privacy"]
    return _shown(bot)


async def list_bots(asked: Asked) -> list[dict[str, Any]]:
    """List the bots without their tokens."""
    return [_shown(bot) for bot in asked.town.bots.values()]


async def add_person(asked: Asked) -> dict[str, Any]:
    """Add or change a person."""
    fields = {name: value for name, value in asked.given.items() if name != "started"}
    if asked["id"] <= 0:
        raise NotUnderstood("a person's id is positive")
    known = asked.town.people.get(asked["id"])
    if known is None and not asked["first_name"]:
        raise NotUnderstood("a new person needs a first_name")
    person = replace(known, **fields) if known else Person(**fields)
    asked.town.people[person.id] = person
    if asked["started"]:
        for bot in asked.town.bots.values():
            asked.town.chat(bot, person.id).standing = Standing.OPEN
    asked.town.tell("town")
    return person.as_user() | {"deactivated": person.deactivated}


async def list_people(asked: Asked) -> list[dict[str, Any]]:
    """List the people."""
    return [one.as_user() | {"deactivated": one.deactivated} for one in asked.town.people.values()]


async def say(asked: Asked) -> dict[str, Any]:
    """Write a message as a person."""
    town, bot, person = _who(asked)
    message, update_id = acts.say(
        town,
        bot,
        person,
        asked["text"] or "",
        chat_id=asked["chat"],
        date=_moment(asked["date"]),
        scheduled=bool(asked["scheduled"]),
        forwarded=bool(asked["forwarded"]),
        via_bot=asked["via_bot"] or "",
        reply_to=asked["reply_to"],
        as_edit=bool(asked["edited"]),
        more=asked["more"],
        file=asked["file"],
    )
    return {"message_id": message.message_id, "update_id": update_id, "date": message.date}


async def start(asked: Asked) -> dict[str, Any]:
    """Open a bot's link and press Start, which also takes back a block."""
    town, bot, person = _who(asked)
    if town.chat(bot, person.id).standing is Standing.BLOCKED:
        leaving.block(town, bot, person, blocked=False)
    text = f"/start {asked['payload']}" if asked["payload"] else "/start"
    message, update_id = acts.say(town, bot, person, text)
    return {"message_id": message.message_id, "update_id": update_id, "date": message.date}


async def tap(asked: Asked) -> dict[str, Any]:
    """Tap an inline button."""
    town, bot, person = _who(asked)
    query_id, update_id = touching.tap(
        town,
        bot,
        person,
        asked["message_id"],
        button=asked["button"],
        data=asked["data"],
        chat_id=asked["chat"],
        forged=bool(asked["forged"]),
    )
    return {"callback_query_id": query_id, "update_id": update_id}


async def tap_answer(asked: Asked) -> dict[str, Any]:
    """Tell how the bot answered a tap."""
    town_tap = asked.town.bot(asked["bot"]).taps.get(asked["callback_query_id"])
    if town_tap is None:
        raise NotThere("no such tap")
    return {"answered": town_tap.answered, "text": town_tap.text, "alert": town_tap.alert}


async def edit(asked: Asked) -> dict[str, Any]:
    """Change one's own message."""
    town, bot, person = _who(asked)
    message, update_id = acts.edit(
        town,
        bot,
        person,
        asked["message_id"],
        asked["text"],
        chat_id=asked["chat"],
        location=asked["location"],
    )
    return {"message_id": message.message_id, "update_id": update_id}


async def delete(asked: Asked) -> dict[str, Any]:
    """Delete a message, or the whole history where none is named."""
    return {"deleted": acts.delete(*_who(asked), asked["message_id"], chat_id=asked["chat"])}


async def block(asked: Asked) -> dict[str, Any]:
    """Block a bot."""
    return {"update_id": leaving.block(*_who(asked))}


async def unblock(asked: Asked) -> dict[str, Any]:
    """Take a block back."""
    return {"update_id": leaving.block(*_who(asked), blocked=False)}


async def deactivate(asked: Asked) -> dict[str, Any]:
    """Delete one's Telegram account."""
    leaving.deactivate(asked.town, asked.town.person(asked["from"]))
    return {"deactivated": True}


async def raw_update(asked: Asked) -> dict[str, Any]:
    """Queue any JSON as an update, unchecked."""
    return {"update_id": asked.town.bot(asked["bot"]).queue.put_raw(asked["update"])}


async def chat(asked: Asked) -> dict[str, Any]:
    """Show a chat as its person sees it."""
    bot = asked.town.bot(asked["bot"])
    return asked.town.seen(bot, asked.town.chat(bot, asked["person"]))


def doors() -> list[Door]:
    """List these doors."""
    who = {"bot": _BOT, "from": _FROM}
    fields = {
        "id": Field("integer", "up to 52 bits, positive"),
        "first_name": Field("string?", "needed for a new person"),
        "last_name": Field("string?", "last name"),
        "username": Field("string?", "username without @"),
        "language_code": Field("string?", "IETF language tag of the client"),
        "deactivated": Field("boolean?", "the account was deleted"),
        "started": Field("boolean?", "has written to every bot before"),
    }
    token = {
        "token": Field("string", "digits, a colon, letters"),
        "username": Field("string?", "username without @"),
        "first_name": Field("string?", "name"),
        "privacy": Field("boolean?", "in groups it is given only what is meant for it; so it is"),
    }
    saying = who | {
        "text": Field("string?", "what is written; may be left out with `more`"),
        "chat": _CHAT,
        "date": Field("any?", "ISO 8601 or seconds since 1970; now by default"),
        "scheduled": Field("boolean?", "written ahead: is_from_offline"),
        "forwarded": Field("boolean?", "forwarded"),
        "via_bot": Field("string?", "username of the inline bot it came through"),
        "reply_to": Field("integer?", "message_id it answers"),
        "edited": Field("boolean?", "reaches the bot as edited_message only"),
        "more": Field("object?", "further fields of the Bot API's Message"),
        "file": Field("object?", "a file: kind, base64, name, content_type, its details, size"),
    }
    tapping = who | {
        "message_id": _MESSAGE,
        "button": Field("string?", "text on the button"),
        "data": Field("string?", "its callback data"),
        "chat": _CHAT,
        "forged": Field("boolean?", "send `data` although no button has it"),
    }
    answer = {"bot": _BOT, "callback_query_id": Field("string", "as /control/tap returned it")}
    raw = {"bot": _BOT, "update": Field("any", "any JSON; update_id is added where missing")}
    seen = {"bot": _BOT, "person": Field("integer", "the id of a person or group")}
    payload = {"payload": Field("string?", "of the deep link")}
    one = {"message_id": _MESSAGE}
    some = {"message_id": Field("integer?", "the message's id"), "chat": _CHAT}
    changes = {
        "text": Field("string?", "what is written instead"),
        "location": Field("object?", "where one's live location has moved"),
        "chat": _CHAT,
    }
    table = [
        ("POST", "/control/bots", add_bot, token),
        ("GET", "/control/bots", list_bots, {}),
        ("POST", "/control/people", add_person, fields),
        ("GET", "/control/people", list_people, {}),
        ("POST", "/control/say", say, saying),
        ("POST", "/control/start", start, who | payload),
        ("POST", "/control/tap", tap, tapping),
        ("GET", "/control/tap", tap_answer, answer),
        ("POST", "/control/edit", edit, who | one | changes),
        ("POST", "/control/delete", delete, who | some),
        ("POST", "/control/block", block, who),
        ("POST", "/control/unblock", unblock, who),
        ("POST", "/control/deactivate", deactivate, {"from": _FROM}),
        ("POST", "/control/raw_update", raw_update, raw),
        ("GET", "/control/chat", chat, seen),
    ]
    return [
        Door(method, path, run.__doc__ or path, run, takes) for method, path, run, takes in table
    ]


def _who(asked: Asked) -> tuple[Any, Bot, Person]:
    return asked.town, asked.town.bot(asked["bot"]), asked.town.person(asked["from"])


def _moment(given: object) -> datetime | None:
    if given is None or isinstance(given, datetime):
        return given
    if isinstance(given, int | float):
        return datetime.fromtimestamp(given, UTC)
    return datetime.fromisoformat(str(given))


def _shown(bot: Bot) -> dict[str, Any]:
    return bot.as_user() | {
        "names": bot.names,
        "descriptions": bot.descriptions,
        "short_descriptions": bot.short_descriptions,
        "commands": [
            {"scope": scope, "language_code": language, "commands": commands}
            for (scope, language), commands in bot.commands.items()
        ],
        "menu_buttons": {str(key or "default"): one for key, one in bot.menu_buttons.items()},
        "webhook": bot.webhook.url,
    }
