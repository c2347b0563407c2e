"""What is bold, a link or a command in a text; offsets count UTF-16 units, as Telegram's do.

Source: `Client::get_formatted_text` in `Client.cpp` of https://github.com/tdlib/telegram-bot-api
and `fix_formatted_text` in `MessageEntity.cpp` of https://github.com/tdlib/td.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from simulator import fields
from simulator.html_style import Html, units
from simulator.markdown_style import Markdown, MarkdownV2
from simulator.refusals import bad_request

__all__ = ["detect", "read", "units"]

Entity = dict[str, Any]

#: In bytes; what is longer is not even read.
LONGEST_SOURCE = 1 << 15
_BLANK = " \n"
_STYLES: dict[str, Callable[[str], Html | Markdown | MarkdownV2]] = {
    "html": Html,
    "markdown": Markdown,
    "markdownv2": MarkdownV2,
}
_FOUND = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,})\b"
    r"|(?P<url>https?://[^\s<>\"]+)"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)\b"
    r"|(?<![\w@])(?P<mention>@[A-Za-z]\w{3,31})\b"
    r"|(?<![\w#])(?P<hashtag>#(?!\d+\b)\w{1,255})"
    r"|(?<![\w$])(?P<cashtag>\$[A-Z]{3,8})\b"
)
#: Given by a bot, these are looked for anew.
_FOUND_ONLY = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"}
    | {"bank_card_number"}
)
#: What an entity of a kind carries, and whether as a text or as a number.
_CARRIED: Mapping[str, Mapping[str, type]] = {
    "text_link": {"url": str},
    "custom_emoji": {"custom_emoji_id": str},
    "date_time": {"unix_time": int},
}
#: Which of two entities with the same place comes first.
_RANK = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 11,
    "code": 20,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
    "date_time": 99,
}


def detect(text: str) -> list[Entity]:
    """Find links, commands, mentions, tags and addresses, as Telegram does by itself."""
    if not any(mark in text for mark in "/@#$"):
        return []
    found = []
    for match in _FOUND.finditer(text):
        kind = match.lastgroup or "url"
        offset = units(text[: match.start(kind)])
        found.append({"type": kind, "offset": offset, "length": units(match.group(kind))})
    return found


def read(
    text: str, parse_mode: str | None, entities: object, *, empty: bool = True
) -> tuple[str, tuple[Entity, ...]]:
    """Give the text as people read it, with its entities; raise Refused where Telegram would.

    A text that turns out to be nothing but blanks is refused unless it may be `empty`.
    """
    if len(text.encode("utf-8", "replace")) > LONGEST_SOURCE:
        raise bad_request("Text is too long")
    style = (parse_mode or "none").lower()
    if text and style != "none":
        if style not in _STYLES:
            raise bad_request("Unsupported parse_mode")
        parsed = _STYLES[style](text)
        text, given = parsed.text, parsed.entities
    else:
        given = _given(entities)
    bare = text.strip(_BLANK)
    if not bare and not empty:
        raise bad_request("Text must be non-empty")
    cut = len(text) - len(text.lstrip(_BLANK))
    given = _moved(given, units(text[:cut]), units(bare))
    covered = [(one["offset"], one["offset"] + one["length"]) for one in given]
    given += [
        one
        for one in detect(bare)
        if all(one["offset"] >= end or one["offset"] + one["length"] <= at for at, end in covered)
    ]
    return bare, tuple(sorted(given, key=_order))


def _given(entities: object) -> list[Entity]:
    """Read the entities that a bot gave; what is no array is passed over."""
    if not isinstance(entities, list):
        return []
    read_ones = []
    for one in entities:
        try:
            entity = _entity(one)
        except fields.Unfit as problem:
            raise bad_request(f"Can't parse MessageEntity: {problem}") from None
        if entity is not None:
            read_ones.append(entity)
    for entity in read_ones:
        for name in ("offset", "length"):
            if not 0 <= entity[name] <= 1_000_000:
                raise bad_request(f"Receive an entity with incorrect {name} {entity[name]}")
    return read_ones


def _entity(given: object) -> Entity | None:
    if not isinstance(given, dict):
        raise fields.Unfit("expected an Object")
    offset, length = fields.number(given, "offset"), fields.number(given, "length")
    kind = fields.text(given, "type")
    if kind in _FOUND_ONLY:
        return None
    if kind not in _RANK:
        raise fields.Unfit("Type is not specified" if not kind else "Unsupported type specified")
    entity: Entity = {"type": kind, "offset": offset, "length": length}
    for name, carried in _CARRIED.get(kind, {}).items():
        entity[name] = fields.text(given, name) if carried is str else fields.number(given, name)
    if kind == "text_mention":
        user = fields.of_kind(given, "user", dict)
        fields.number(user, "id")
        entity["user"] = user
    for name in ("language", "date_time_format"):
        if given.get(name):
            entity[name] = fields.text(given, name)
    return entity


def _moved(given: list[Entity], by: int, length: int) -> list[Entity]:
    """Move entities with the text whose beginning was cut off; cut short what reaches beyond."""
    moved = []
    for one in given:
        start = max(one["offset"] - by, 0)
        end = min(one["offset"] - by + one["length"], length)
        if end > start:
            moved.append({**one, "offset": start, "length": end - start})
    return moved


def _order(entity: Entity) -> tuple[int, int, int]:
    return entity["offset"], -entity["length"], _RANK.get(entity["type"], 50)
