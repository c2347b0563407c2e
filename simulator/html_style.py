"""Reads texts marked up with HTML: https://core.telegram.org/bots/api#html-style.

Source: `parse_html` in `MessageEntity.cpp` of https://github.com/tdlib/td, its words included.
"""

from dataclasses import dataclass
from typing import Any

from simulator.refusals import bad_request

_KINDS = {
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
    "span": "spoiler",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_BLANK = " \t\r\n\0\v"


def units(text: str) -> int:
    """Count UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class _Open:
    """A tag that has not ended yet, and where in the plain text it began."""

    tag: str
    said: dict[str, str]
    offset: int
    place: int


class Html:
    """Reads a text; leaves the plain text and its entities."""

    def __init__(self, source: str) -> None:
        self.text = ""
        self.entities: list[dict[str, Any]] = []
        self._source = source
        self._at = 0
        self._open: list[_Open] = []
        while self._at < len(source):
            if source[self._at] == "&":
                self.text += self._character()
            elif source[self._at] != "<":
                self.text += source[self._at]
                self._at += 1
            elif source.startswith("</", self._at):
                self._end()
            else:
                self._begin()
        if self._open:
            tag = self._open[-1].tag
            raise _unreadable(f'Can\'t find end tag corresponding to start tag "{tag}"')

    def _character(self) -> str:
        """Read `&lt;` or `&#33;`; whatever is no such character stays as it is."""
        start, end = self._at + 1, self._at + 1
        digits = self._source[start : start + 1] == "#"
        end += digits
        hexadecimal = digits and self._source[end : end + 1] == "x"
        end += hexadecimal
        first = end
        while (
            end < len(self._source)
            and self._source[end].isascii()
            and _fits(self._source[end], digits=digits, hexadecimal=hexadecimal)
        ):
            end += 1
        found = _NAMED.get(self._source[start:end], "")
        if digits and first < end:
            code = int(self._source[first:end], 16 if hexadecimal else 10)
            found = chr(code) if 0 < code < 0x10FFFF and end - self._at < 10 else ""
        if not found:
            self._at += 1
            return "&"
        self._at = end + self._source.startswith(";", end)
        return found

    def _begin(self) -> None:
        begin = self._at
        self._at += 1
        tag = self._until(_BLANK + ">").lower()
        if self._at == len(self._source):
            raise _unreadable(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        if tag not in _KINDS:
            where = f"at byte offset {self._bytes(begin)}"
            raise _unreadable(f'Unsupported start tag "{tag}" {where}')
        said: dict[str, str] = {}
        while True:
            self._skip_blanks()
            if self._source.startswith(">", self._at):
                break
            name = self._until(_BLANK + "=>").lower()
            self._skip_blanks()
            said[name] = ""
            if self._source.startswith("=", self._at):
                self._at += 1
                self._skip_blanks()
                said[name] = self._value()
            if self._at >= len(self._source):
                where = f"at byte offset {self._bytes(begin)}"
                raise _unreadable(f'Unclosed start tag "{tag}" {where}')
        self._at += 1
        if tag == "span" and said.get("class") != "tg-spoiler":
            where = f"at byte offset {self._bytes(begin)}"
            raise _unreadable(f'Tag "span" must have class "tg-spoiler" {where}')
        self._open.append(_Open(tag, said, units(self.text), len(self.text)))

    def _value(self) -> str:
        quote = self._source[self._at : self._at + 1]
        if quote not in {"'", '"'}:
            return self._until(_BLANK + ">").lower()
        self._at += 1
        value = ""
        while self._at < len(self._source) and self._source[self._at] != quote:
            if self._source[self._at] == "&":
                value += self._character()
            else:
                value += self._source[self._at]
                self._at += 1
        self._at += 1
        return value

    def _end(self) -> None:
        begin = self._at
        if not self._open:
            raise _unreadable(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        self._at += 2
        tag = self._until(_BLANK + ">").lower()
        self._skip_blanks()
        if not self._source.startswith(">", self._at):
            raise _unreadable(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        self._at += 1
        ended = self._open.pop()
        if tag and tag != ended.tag:
            raise _unreadable(
                f"Unmatched end tag at byte offset {self._bytes(begin)},"
                f' expected "</{ended.tag}>", found "</{tag}>"'
            )
        length = units(self.text) - ended.offset
        if length:
            self._add(ended, {"offset": ended.offset, "length": length})

    def _add(self, ended: _Open, span: dict[str, Any]) -> None:
        kind, said = _KINDS[ended.tag], ended.said
        entity = {"type": kind, **span}
        if kind == "text_link":
            url = said.get("href") or self.text[ended.place :]
            if "." not in url and "://" not in url:
                return
            entity["url"] = url
        elif kind == "custom_emoji":
            entity["custom_emoji_id"] = said.get("emoji-id", "")
        elif kind == "date_time":
            entity["unix_time"] = int(said.get("unix") or 0)
            if said.get("format"):
                entity["date_time_format"] = said["format"]
        elif kind == "blockquote" and "expandable" in said:
            entity["type"] = "expandable_blockquote"
        elif kind in {"code", "pre"} and self._is_code_in_a_block(entity, said):
            return
        self.entities.append(entity)

    def _is_code_in_a_block(self, entity: dict[str, Any], said: dict[str, str]) -> bool:
        """Let `pre` around `code` that names a language be one entity."""
        named = said.get("class", "").removeprefix("language-")
        if entity["type"] == "code":
            if named and said["class"] != named and self._open and self._open[-1].tag == "pre":
                self._open[-1].said["language"] = named
                self._open[-1].said["code at"] = f"{entity['offset']}+{entity['length']}"
                return True
            return False
        if said.get("code at") == f"{entity['offset']}+{entity['length']}":
            entity["language"] = said["language"]
        elif "code at" in said:
            at, _, length = said["code at"].partition("+")
            self.entities.append({"type": "code", "offset": int(at), "length": int(length)})
        return False

    def _until(self, stops: str) -> str:
        start = self._at
        while self._at < len(self._source) and self._source[self._at] not in stops:
            self._at += 1
        return self._source[start : self._at]

    def _skip_blanks(self) -> None:
        while self._at < len(self._source) and self._source[self._at] in _BLANK:
            self._at += 1

    def _bytes(self, place: int) -> int:
        return len(self._source[:place].encode())


def _fits(letter: str, *, digits: bool, hexadecimal: bool) -> bool:
    if hexadecimal:
        return letter in "0123456789abcdefABCDEF"
    return letter.isdecimal() if digits else letter.isalpha()


def _unreadable(words: str) -> Exception:
    return bad_request(f"Can't parse entities: {words}")
