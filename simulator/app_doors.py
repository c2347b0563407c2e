"""The control road's doors for Mini Apps and for the files that a bot sent."""

from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from simulator import launches
from simulator.control import Asked, Door, Field, NotUnderstood
from simulator.initdata import PUBLIC_KEY
from simulator.storages import ACTS, STORES
from simulator.town import NotThere

_PLATFORMS = ("android", "ios", "tdesktop", "macos", "weba", "webk")
#: Shown in place; anything else is only handed over, so that no page of a bot runs as ours.
_SHOWN = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif"})


async def launch(asked: Asked) -> dict[str, Any]:
    """Open a Mini App from a key, an inline button or the menu."""
    town, version = asked.town, asked["version"] or launches.NEWEST_VERSION
    if bool(asked["menu"]) == bool(asked["button"]):
        raise NotUnderstood("an app is opened by a button's label or by the menu")
    if not all(part.isdecimal() for part in version.split(".")):
        raise NotUnderstood("version should be numbers with dots, such as 9.1")
    opened, url = launches.launch(
        town,
        town.bot(asked["bot"]),
        town.person(asked["from"]),
        asked["button"],
        menu=bool(asked["menu"]),
        message_id=asked["message_id"],
        theme=asked["theme"],
        platform=asked["platform"] or "android",
        version=version,
        device=asked["device"],
    )
    return {
        "launch": opened.id,
        "url": url,
        "kind": opened.kind,
        "button": opened.button,
        "public_key": PUBLIC_KEY,
    }


async def web_app_data(asked: Asked) -> dict[str, Any]:
    """Send what a Mini App hands to the bot, once, which closes it."""
    message, update_id = launches.send_data(asked.town, asked["launch"], asked["data"])
    return {"message_id": message.message_id, "update_id": update_id, "date": message.date}


async def close(asked: Asked) -> dict[str, Any]:
    """Close a Mini App."""
    launches.close(asked.town, asked["launch"])
    return {"closed": True}


async def storage(asked: Asked) -> dict[str, Any]:
    """Let an open Mini App keep and find things, within Telegram's quotas."""
    shelf = launches.shelf(asked.town, asked["launch"])
    return shelf.act(asked["store"], asked["act"], asked["key"], asked["value"])


async def stored(asked: Asked) -> dict[str, Any]:
    """List what a bot's Mini Apps have kept for a person, by storage and then by key."""
    town = asked.town
    return launches.kept(town.bot(asked["bot"]), town.person(asked["person"]))


async def reinstall(asked: Asked) -> dict[str, Any]:
    """Install the client anew on a person's device."""
    town = asked.town
    bot, person = town.bot(asked["bot"]), town.person(asked["from"])
    launches.reinstall(town, bot, person, asked["device"])
    return {"reinstalled": True}


async def file(asked: Asked) -> Response:
    """Give a file that a bot sent or got."""
    upload = asked.town.bot(asked["bot"]).files.get(asked["file_id"])
    if upload is None:
        raise NotThere("no such file")
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}
    kind = upload.content_type
    if kind not in _SHOWN:
        kind = "application/octet-stream"
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(upload.name)}"
    return Response(upload.content, media_type=kind, headers=headers)


def doors() -> list[Door]:
    """List these doors."""
    who = {
        "bot": Field("integer?", "the bot's id; may be left out while there is only one"),
        "from": Field("integer", "the person's id"),
    }
    opening = who | {
        "button": Field("string?", "the label of a key or of an inline button"),
        "menu": Field("boolean?", "the menu button beside the field"),
        "message_id": Field("integer?", "the message that has the inline button"),
        "theme": Field("object?", "colours of the client; Telegram's light ones by default"),
        "platform": Field("string?", "the client; android by default", _PLATFORMS),
        "version": Field("string?", "of Mini Apps in the client; the newest known by default"),
        "device": Field("string?", "which of the person's devices; the platform by default"),
    }
    one = {"launch": Field("string", "as /control/launch returned it")}
    keeping = one | {
        "store": Field("string", "which storage", STORES),
        "act": Field("string", "what to do there", ACTS),
        "key": Field("any?", "a key; in the cloud also an array of keys to get or remove"),
        "value": Field("any?", "what to keep: a text"),
    }
    data = one | {"data": Field("string", "1 to 4096 bytes")}
    device = who | {"device": Field("string", "the device")}
    whose = {"bot": who["bot"], "person": Field("integer", "the person's id")}
    sent = {"bot": who["bot"], "file_id": Field("string", "as in the message")}
    json = "application/json"
    table = [
        ("POST", "/control/launch", launch, opening, json),
        ("POST", "/control/web_app_data", web_app_data, data, json),
        ("POST", "/control/close_launch", close, one, json),
        ("POST", "/control/storage", storage, keeping, json),
        ("GET", "/control/storage", stored, whose, json),
        ("POST", "/control/reinstall", reinstall, device, json),
        ("GET", "/control/file", file, sent, "application/octet-stream"),
    ]
    return [
        Door(method, path, run.__doc__ or path, run, takes, gives)
        for method, path, run, takes, gives in table
    ]
