"""Reads texts marked up with MarkdownV2, and with the older Markdown.

Source: https://core.telegram.org/bots/api#markdownv2-style, and `parse_markdown_v2` and
`parse_markdown` in `MessageEntity.cpp` of https://github.com/tdlib/td, their words included.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from simulator.html_style import units
from simulator.refusals import bad_request

_RESERVED = "_*[]()~`>#+-=|{}.!"
#: What begins and ends an entity, longer marks first.
_MARKS = {
    "__": "underline",
    "||": "spoiler",
    "```": "pre",
    "`": "code",
    "*": "bold",
    "_": "italic",
    "~": "strikethrough",
    "![": "custom_emoji",
    "[": "text_link",
}
_ENDS = {"custom_emoji": "]", "text_link": "]"}
_OLDER = {"_": "italic", "*": "bold", "`": "code", "```": "pre", "[": "text_link"}


@dataclass(slots=True)
class _Open:
    """An entity that has not ended yet."""

    kind: str
    ends: str
    offset: int
    begin: int
    language: str = ""


class MarkdownV2:
    """Reads a text; leaves the plain text and its entities."""

    def __init__(self, source: str) -> None:
        self.text = ""
        self.entities: list[dict[str, Any]] = []
        self._source = source
        self._at = 0
        self._open: list[_Open] = []
        self._quote: int | None = None
        while self._at < len(source):
            self._step()
        if self._open:
            last = self._open[-1]
            kind = _called(last.kind)
            raise _unreadable(f"Can't find end of {kind} entity at byte offset {last.begin}")
        self._end_quote()

    def _step(self) -> None:
        source, at = self._source, self._at
        letter = source[at]
        inner = self._open[-1] if self._open else None
        verbatim = inner is not None and inner.kind in {"code", "pre"}
        if letter == "\\" and "\0" < source[at + 1 : at + 2] <= "~":
            self.text += source[at + 1]
            self._at += 2
        elif inner is not None and self._ends(inner):
            self._end(inner)
        elif letter == ">" and not verbatim and (not self.text or self.text.endswith("\n")):
            if self._quote is None:
                self._quote = len(self.text)
            self._at += 1
        elif letter not in (_RESERVED if not verbatim else "`"):
            self.text += letter
            self._at += 1
            if letter == "\n" and not source.startswith(">", self._at):
                self._end_quote(but=1)
        else:
            self._begin()

    def _ends(self, inner: _Open) -> bool:
        if inner.kind == "italic" and self._source.startswith("__", self._at):
            return False
        return self._source.startswith(inner.ends, self._at)

    def _begin(self) -> None:
        mark = next((one for one in _MARKS if self._source.startswith(one, self._at)), None)
        if mark is None:
            raise _unreadable(
                f"Character '{self._source[self._at]}' is reserved"
                " and must be escaped with the preceding '\\'"
            )
        kind = _MARKS[mark]
        opened = _Open(kind, _ENDS.get(kind, mark), units(self.text), self._bytes(self._at))
        self._at += len(mark)
        if kind == "pre":
            opened.language = self._language()
        self._open.append(opened)

    def _language(self) -> str:
        end = self._at
        while end < len(self._source) and self._source[end] not in " \t\r\n`":
            end += 1
        language = ""
        if end < len(self._source) and self._source[end] != "`":
            language, self._at = self._source[self._at : end], end
        for newline in ("\r\n", "\n\r", "\n", "\r"):
            if self._source.startswith(newline, self._at):
                self._at += len(newline)
                break
        return language

    def _end(self, ended: _Open) -> None:
        self._open.pop()
        self._at += len(ended.ends)
        length = units(self.text) - ended.offset
        entity: dict[str, Any] = {"type": ended.kind, "offset": ended.offset, "length": length}
        if ended.language:
            entity["language"] = ended.language
        if ended.ends == "]":
            entity |= self._target(ended)
        if length and entity.get("url") != "":
            self.entities.append(entity)

    def _target(self, ended: _Open) -> dict[str, Any]:
        if not self._source.startswith("(", self._at):
            if ended.kind == "custom_emoji":
                raise _unreadable("Custom emoji entity must contain a tg://emoji URL")
            url = self.text.encode("utf-16-le")[2 * ended.offset :].decode("utf-16-le")
            return {"url": url if "." in url else ""}
        begin, url = self._at, ""
        self._at += 1
        while not self._source.startswith(")", self._at):
            self._at += self._source.startswith("\\", self._at)
            if self._at >= len(self._source):
                where = f"{_called(ended.kind)} URL at byte offset {self._bytes(begin)}"
                raise _unreadable(f"Can't find end of {where}")
            url += self._source[self._at]
            self._at += 1
        self._at += 1
        if ended.kind == "text_link":
            return {"url": url if "." in url or "://" in url else ""}
        said = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        if url.startswith("tg://time?"):
            form = {"date_time_format": said["format"]} if "format" in said else {}
            return {"type": "date_time", "unix_time": int(said.get("unix", 0)), **form}
        return {"custom_emoji_id": said.get("id", "")}

    def _end_quote(self, but: int = 0) -> None:
        if self._quote is not None:
            start = units(self.text[: self._quote])
            length = units(self.text[self._quote : len(self.text) - but])
            if length:
                self.entities.append({"type": "blockquote", "offset": start, "length": length})
            self._quote = None

    def _bytes(self, place: int) -> int:
        return len(self._source[:place].encode())


class Markdown:
    """Reads a text in the older way: entities do not nest, and only four marks can be escaped."""

    def __init__(self, source: str) -> None:
        self.text = ""
        self.entities: list[dict[str, Any]] = []
        at = 0
        while at < len(source):
            if source[at] == "\\" and source[at + 1 : at + 2] in {"_", "*", "`", "["}:
                self.text += source[at + 1]
                at += 2
            elif source[at] not in "_*`[":
                self.text += source[at]
                at += 1
            else:
                at = self._entity(source, at)

    def _entity(self, source: str, begin: int) -> int:
        mark = "```" if source.startswith("```", begin) else source[begin]
        ends = "]" if mark == "[" else mark
        end = source.find(ends, begin + len(mark))
        if end < 0:
            where = len(source[:begin].encode())
            raise _unreadable(f"Can't find end of the entity starting at byte offset {where}")
        inside = source[begin + len(mark) : end]
        entity: dict[str, Any] = {"type": _OLDER[mark], "offset": units(self.text)}
        after = end + len(ends)
        if mark == "```":
            language, newline, rest = inside.partition("\n")
            if newline and language and not language.split()[1:]:
                entity["language"], inside = language, rest
            inside = inside.removeprefix("\n")
        if mark == "[" and source.startswith("(", after) and ")" in source[after:]:
            close = source.index(")", after)
            entity["url"], after = source[after + 1 : close], close + 1
        self.text += inside
        if inside and (mark != "[" or entity.get("url")):
            self.entities.append({**entity, "length": units(inside)})
        return after


def _called(kind: str) -> str:
    return {"text_link": "TextUrl", "custom_emoji": "CustomEmoji", "pre": "Pre"}.get(
        kind, kind.capitalize()
    )


def _unreadable(words: str) -> Exception:
    return bad_request(f"Can't parse entities: {words}")
