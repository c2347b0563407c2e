"""What is bold, a link or a command in a text; offsets count UTF-16 units, as Telegram's do."""

import re
from html.parser import HTMLParser
from typing import Any

from simulator.refusals import bad_request

_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+)"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)\b"
    r"|(?<![\w@])(?P<mention>@[A-Za-z]\w{3,31})\b"
)
_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "tg-spoiler": "spoiler",
    "blockquote": "blockquote",
    "a": "text_link",
}


def units(text: str) -> int:
    """Count UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def detect(text: str) -> list[dict[str, Any]]:
    """Find links, commands and mentions, as Telegram does by itself."""
    if "/" not in text and "@" not in text:
        return []
    found = []
    for match in _FOUND.finditer(text):
        kind = match.lastgroup or "url"
        offset = units(text[: match.start(kind)])
        found.append({"type": kind, "offset": offset, "length": units(match.group(kind))})
    return found


def read(
    text: str, parse_mode: str | None, entities: object
) -> tuple[str, tuple[dict[str, Any], ...]]:
    """Give the text as people read it, with its entities; raise Refused where Telegram would.

    Only HTML and plain text are understood; Vigil uses no other.
    """
    if parse_mode and parse_mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    if parse_mode:
        parser = _Html(text)
        text, given = parser.text, parser.entities
    else:
        given = _checked(text, entities)
    bare = text.strip()
    if bare != text:
        given = _moved(given, units(text[: len(text) - len(text.lstrip())]), units(bare))
    covered = [(one["offset"], one["offset"] + one["length"]) for one in given]
    given += [
        one
        for one in detect(bare)
        if all(one["offset"] >= end or one["offset"] + one["length"] <= at for at, end in covered)
    ]
    return bare, tuple(sorted(given, key=lambda one: (one["offset"], -one["length"])))


def _checked(text: str, entities: object) -> list[dict[str, Any]]:
    if entities is None:
        return []
    if not isinstance(entities, list):
        raise bad_request("can't parse entities JSON object")
    length = units(text)
    for one in entities:
        offset, size = (one.get("offset"), one.get("length")) if isinstance(one, dict) else (0, 0)
        if not isinstance(offset, int) or not isinstance(size, int):
            raise bad_request("can't parse MessageEntity")
        if offset < 0 or size <= 0 or offset + size > length:
            raise bad_request("ENTITY_BOUNDS_INVALID")
    return list(entities)


def _moved(given: list[dict[str, Any]], by: int, length: int) -> list[dict[str, Any]]:
    moved = []
    for one in given:
        start = max(one["offset"] - by, 0)
        end = min(one["offset"] - by + one["length"], length)
        if end > start:
            moved.append({**one, "offset": start, "length": end - start})
    return moved


class _Html(HTMLParser):
    """Reads the tags that Telegram knows and refuses the others."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.entities: list[dict[str, Any]] = []
        self._open: list[tuple[str, dict[str, Any]]] = []
        self.feed(source)
        self.close()
        if self._open:
            tag = self._open[-1][0]
            raise bad_request(
                f"can't parse entities: Can't find end tag corresponding to \"{tag}\""
            )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        kind = _TAGS.get(tag)
        if tag == "span" and said.get("class") == "tg-spoiler":
            kind = "spoiler"
        if kind is None:
            where = f"at byte offset {len(self.rawdata[: self._at()].encode())}"
            raise bad_request(f'can\'t parse entities: Unsupported start tag "{tag}" {where}')
        entity: dict[str, Any] = {"type": kind, "offset": units(self.text)}
        if kind == "text_link":
            entity["url"] = said.get("href") or ""
        self._open.append((tag, entity))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            where = f"at byte offset {len(self.rawdata[: self._at()].encode())}"
            raise bad_request(f"can't parse entities: Unexpected end tag {where}")
        _, entity = self._open.pop()
        length = units(self.text) - entity["offset"]
        if length and (entity["type"] != "text_link" or entity["url"]):
            self.entities.append({**entity, "length": length})

    def handle_data(self, data: str) -> None:
        self.text += data

    def _at(self) -> int:
        line, column = self.getpos()
        return sum(len(one) + 1 for one in self.rawdata.split("\n")[: line - 1]) + column
