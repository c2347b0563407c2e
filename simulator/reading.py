"""Reads the parameters of a request, which come as text, as JSON, or as JSON inside text."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

#: Reads a raw value found at `where`; what is wrong with it is added to the list.
Reader = Callable[[Any, str, list[str]], Any]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request."""

    name: str
    content_type: str
    content: bytes


class Attached(str):
    """The text `attach://name` inside a parameter, with the file that came under that name."""

    __slots__ = ("upload",)
    upload: Upload

    @classmethod
    def to(cls, text: str, upload: Upload) -> "Attached":
        """Tie a file to the text that names it."""
        tied = cls(text)
        tied.upload = upload
        return tied


class Unreadable(Exception):
    """A parameter cannot be read as what it should be; Telegram takes it for absent."""


def json_reader(check: Reader) -> Reader:
    """Read an object or array, given as it is or as JSON text, and check it.

    Text that is no JSON stays text: the method refuses it in Telegram's words.
    """

    def read(raw: Any, where: str, found: list[str]) -> Any:
        if isinstance(raw, str):
            try:
                raw = json.loads(raw)
            except json.JSONDecodeError:
                found.append(f"{where}: not JSON")
                return raw
        check(raw, where, found)
        return raw

    return read


def _integer(raw: Any, where: str, found: list[str]) -> int:
    if isinstance(raw, bool):
        raise Unreadable("a yes or no where a number belongs")
    try:
        return int(raw)
    except (TypeError, ValueError):
        raise Unreadable("no whole number") from None


def _boolean(raw: Any, where: str, found: list[str]) -> bool:
    if isinstance(raw, bool):
        return raw
    word = str(raw).lower()
    if word not in {"true", "yes", "1", "false", "no", "0"}:
        raise Unreadable("no yes or no")
    return word in {"true", "yes", "1"}


def _float(raw: Any, where: str, found: list[str]) -> float:
    try:
        return float(raw)
    except (TypeError, ValueError):
        raise Unreadable("no number") from None


def _string(raw: Any, where: str, found: list[str]) -> str:
    return raw if isinstance(raw, str) else json.dumps(raw, ensure_ascii=False)


def _chat(raw: Any, where: str, found: list[str]) -> int | str:
    text = str(raw)
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdecimal() else text


def _file(raw: Any, where: str, found: list[str]) -> Any:
    return raw


READERS: Mapping[str, Reader] = {
    "Integer": _integer,
    "Boolean": _boolean,
    "Float": _float,
    "String": _string,
    "Integer or String": _chat,
    "InputFile": _file,
    "InputFile or String": _file,
}
