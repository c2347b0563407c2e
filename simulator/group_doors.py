"""The control road's doors for groups: who comes, goes and is given rights; reactions and votes."""

from typing import Any

from simulator import joining, polls, touching
from simulator.bots import Bot
from simulator.chats import Standing
from simulator.control import Asked, Door, Field, NotUnderstood
from simulator.groups import RIGHTS, Admin, Group

_BOT = Field("integer?", "the bot's id; may be left out while there is only one")
_FROM = Field("integer", "the person's id")
_GROUP = Field("integer", "the group's id")
_CHAT = Field("integer?", "the group's id, when it is not the private chat")
_BY = Field("integer?", "who does it, when it is not they themselves")
_RIGHTS = Field("array?", f"rights of an administrator, such as {RIGHTS[1]}", of="string")


async def add_group(asked: Asked) -> dict[str, Any]:
    """Add or change a group, with the bots in it or not."""
    town = asked.town
    if asked["id"] >= 0:
        raise NotUnderstood("a group's id is negative")
    every = Admin(frozenset(RIGHTS) - {"is_anonymous"})
    group = Group(
        asked["id"],
        asked["title"],
        asked["type"] or "group",
        frozenset(asked["members"] or ()),
        asked["migrated_to"],
        owner=asked["owner"],
        admins=dict.fromkeys(asked["admins"] or (), every),
    )
    town.groups[group.id] = group
    standing = Standing.KICKED if asked["without_bot"] else Standing.OPEN
    for bot in town.bots.values():
        town.chat(bot, group.id).standing = standing
    town.tell("town")
    return group.as_chat()


async def join(asked: Asked) -> dict[str, Any]:
    """Come into a group, by oneself, by a link, or brought by somebody."""
    group, person = _both(asked)
    joining.join(asked.town, group, person, by=asked["by"], link=asked["link"] or "")
    return _shown(asked)


async def ask_to_join(asked: Asked) -> dict[str, Any]:
    """Ask to be let in, by a link that asks."""
    group, person = _both(asked)
    joining.ask_to_join(asked.town, group, asked.town.person(person), asked["link"] or "")
    return _shown(asked)


async def leave(asked: Asked) -> dict[str, Any]:
    """Leave a group, or be put out of it by somebody."""
    group, person = _both(asked)
    joining.part(asked.town, group, person, by=asked["by"])
    return _shown(asked)


async def bring(asked: Asked) -> dict[str, Any]:
    """Bring a bot into a group, as its administrator where rights are given."""
    group, person = _both(asked)
    joining.bring(asked.town, group, _bot(asked), person, asked["rights"])
    return _shown(asked)


async def put_out(asked: Asked) -> dict[str, Any]:
    """Put a bot out of a group."""
    group, person = _both(asked)
    joining.put_out(asked.town, group, _bot(asked), person)
    return _shown(asked)


async def appoint(asked: Asked) -> dict[str, Any]:
    """Give a member of a group rights, or take them all where none is named."""
    group, person = _both(asked)
    town, title = asked.town, asked["title"] or ""
    joining.appoint(town, group, asked["user"], person, asked["rights"], title)
    return _shown(asked)


async def migrate(asked: Asked) -> dict[str, Any]:
    """Let a group become a supergroup; its old id is refused from then on."""
    group, person = _both(asked)
    return joining.migrate(asked.town, group, person, asked["to"]).as_chat()


async def react(asked: Asked) -> dict[str, Any]:
    """React to a message; without an emoji, take that back."""
    town, bot, person = asked.town, _bot(asked), asked.town.person(asked["from"])
    emoji = asked["emoji"]
    update_id = touching.react(town, bot, person, asked["message_id"], emoji, chat_id=asked["chat"])
    return {"update_id": update_id}


async def vote(asked: Asked) -> dict[str, Any]:
    """Choose options of a poll by number, from 0; without any, take the vote back."""
    town, bot, person = asked.town, _bot(asked), asked.town.person(asked["from"])
    chat = town.chat(bot, asked["chat"] or person.id)
    chosen = asked["options"] or []
    polls.vote(town, bot, person, chat, asked["message_id"], chosen)
    return {"voted": chosen}


def doors() -> list[Door]:
    """List these doors."""
    group = {
        "id": Field("integer", "negative"),
        "title": Field("string", "the group's title"),
        "type": Field("string?", "group by default", one_of=("group", "supergroup")),
        "members": Field("array?", "ids of people", of="integer"),
        "owner": Field("integer?", "the id of whom it belongs to"),
        "admins": Field("array?", "ids of people and bots with every right", of="integer"),
        "migrated_to": Field("integer?", "the supergroup it has become"),
        "without_bot": Field("boolean?", "the bots are not in it"),
    }
    where = {"chat": _GROUP, "from": _FROM}
    link = {"link": Field("string?", "the link they use")}
    message = {"message_id": Field("integer", "the message's id")}
    whose = {"bot": _BOT, "from": _FROM, "chat": _CHAT}
    appointing = {"user": Field("integer", "who is given them"), "rights": _RIGHTS}
    table = [
        ("/control/groups", add_group, group),
        ("/control/join", join, where | {"by": _BY} | link),
        ("/control/ask_to_join", ask_to_join, where | link),
        ("/control/leave", leave, where | {"by": _BY}),
        ("/control/bring", bring, where | {"bot": _BOT, "rights": _RIGHTS}),
        ("/control/put_out", put_out, where | {"bot": _BOT}),
        (
            "/control/appoint",
            appoint,
            where | appointing | {"title": Field("string?", "shown beside their name")},
        ),
        (
            "/control/migrate",
            migrate,
            where | {"to": Field("integer?", "the supergroup's id; made up by default")},
        ),
        ("/control/react", react, whose | message | {"emoji": Field("string?", "one emoji")}),
        (
            "/control/vote",
            vote,
            whose | message | {"options": Field("array?", "their numbers", of="integer")},
        ),
    ]
    return [Door("POST", path, run.__doc__ or path, run, takes) for path, run, takes in table]


def _both(asked: Asked) -> tuple[Group, int]:
    return joining.group_of(asked.town, asked["chat"]), asked.town.person(asked["from"]).id


def _bot(asked: Asked) -> Bot:
    return asked.town.bot(asked["bot"])


def _shown(asked: Asked) -> dict[str, Any]:
    group = asked.town.groups[asked["chat"]]
    return group.as_chat() | {"members": sorted(group.members), "admins": sorted(group.admins)}
