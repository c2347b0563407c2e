"""The doors that the page uses: its own files, the town at a glance, the news, the slots."""

import json
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from starlette.responses import Response, StreamingResponse

from simulator.bots import Bot
from simulator.control import Asked, Door, Field
from simulator.machine_doors import read_clock
from simulator.town import NotThere, Town

PAGE = Path(__file__).with_name("page")
_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
#: The page loads nothing from elsewhere; a Mini App in a frame of its own is another origin.
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self';"
        " img-src 'self' data: blob:; frame-src http: https:; base-uri 'none';"
        " form-action 'self'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


async def index(asked: Asked) -> Response:
    """Show the page."""
    return _file("index.html")


async def part(asked: Asked) -> Response:
    """Give a file of the page."""
    return _file(asked["name"])


async def town(asked: Asked) -> dict[str, Any]:
    """Show the town at a glance: the clock, who is there, which chats, faults and slots."""
    here = asked.town
    return await read_clock(asked) | {
        "real_at": time.monotonic() * 1000,
        "n": len(here.record.entries),
        "bots": [_bot(bot) for bot in here.bots.values()],
        "people": [
            {
                "id": one.id,
                "first_name": one.first_name,
                "last_name": one.last_name,
                "username": one.username,
                "language_code": one.language_code,
                "deactivated": one.deactivated,
            }
            for one in here.people.values()
        ],
        "groups": [
            one.as_chat() | {"members": sorted(one.members), "migrated_to": one.migrated_to}
            for one in here.groups.values()
        ],
        "chats": _chats(here),
        "faults": [one.as_json() for one in here.faults.armed],
        "slots": asked.slots.contents,
    }


async def stream(asked: Asked) -> Response:
    """Tell what changes as it happens, as Server-Sent Events."""

    async def told() -> AsyncIterator[bytes]:
        # Listened to from here on: what is never begun would never be left.
        listener = asked.news.listen()
        try:
            async for some in listener.told():
                yield some
        finally:
            asked.news.leave(listener)

    return StreamingResponse(
        told(), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
    )


async def fill_slot(asked: Asked) -> dict[str, Any]:
    """Fill a slot of the page; without content, empty it."""
    asked.slots.fill(asked["name"], asked["content"])
    return {"name": asked["name"], "filled": asked["content"] is not None}


async def read_slots(asked: Asked) -> dict[str, Any]:
    """Show what stands in the slots."""
    return asked.slots.contents


async def wish(asked: Asked) -> dict[str, Any]:
    """Note a click on something in a slot, for whoever filled it."""
    return {"n": asked.slots.wish(asked["slot"], asked["id"], asked["more"] or {}).n}


async def read_wishes(asked: Asked) -> list[dict[str, Any]]:
    """List the clicks after number `since`; with `wait`, wait for one."""
    return await asked.slots.since(asked["since"] or 0, asked["wait"] or 0.0)


def doors() -> list[Door]:
    """List these doors."""
    named = {"name": Field("string", "the file's name")}
    filled = {
        "name": Field("string", "the slot", least=1, most=64),
        "content": Field("any?", "what stands there now; the page knows the shapes"),
    }
    click = {
        "slot": Field("string", "the slot", least=1, most=64),
        "id": Field("string", "what was clicked", least=1, most=200),
        "more": Field("object?", "what else belongs to it"),
    }
    waiting = {
        "since": Field("integer?", "number of the last one known", least=0),
        "wait": Field("number?", "wait so many real seconds for the first", least=0, most=60),
    }
    html = "text/html"
    table = [
        ("GET", "/", index, {}, html),
        ("GET", "/page/{name}", part, named, "*/*"),
        ("GET", "/control/town", town, {}, "application/json"),
        ("GET", "/control/stream", stream, {}, "text/event-stream"),
        ("POST", "/control/slots", fill_slot, filled, "application/json"),
        ("GET", "/control/slots", read_slots, {}, "application/json"),
        ("POST", "/control/wishes", wish, click, "application/json"),
        ("GET", "/control/wishes", read_wishes, waiting, "application/json"),
    ]
    return [
        Door(method, path, run.__doc__ or path, run, takes, gives)
        for method, path, run, takes, gives in table
    ]


def _file(name: str) -> Response:
    # The folder is flat: a name with a slash in it never comes here, and a dot alone has no kind.
    path = PAGE / name
    kind = _KINDS.get(path.suffix)
    if kind is None or path.name != name or not path.is_file():
        raise NotThere(f"the page has no {name}")
    return Response(path.read_bytes(), media_type=kind, headers=_HEADERS)


def _bot(bot: Bot) -> dict[str, Any]:
    return {
        "id": bot.id,
        "username": bot.username,
        "name": bot.names.get("", bot.first_name),
        "description": bot.descriptions.get("", ""),
        "short_description": bot.short_descriptions.get("", ""),
        "names": bot.names,
        "descriptions": bot.descriptions,
        "short_descriptions": bot.short_descriptions,
        "commands": [
            {"scope": json.loads(scope), "language_code": language, "commands": commands}
            for (scope, language), commands in bot.commands.items()
        ],
        "menu_button": bot.menu_buttons.get(None, {"type": "default"}),
        "polls": not bot.webhook.url,
    }


def _chats(here: Town) -> list[dict[str, Any]]:
    last = {(entry.bot, entry.chat_id): entry.n for entry in here.record.entries}
    return [
        {
            "bot": chat.bot_id,
            "chat_id": chat.chat_id,
            "standing": chat.standing.value,
            "last_n": last.get((chat.bot_id, chat.chat_id), 0),
        }
        for chat in here.chats.values()
    ]
