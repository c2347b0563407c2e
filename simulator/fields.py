"""Reads fields of JSON objects as Telegram's server does, and refuses in its words.

Source: `get_json_object_*_field` in `tdutils/td/utils/JsonBuilder.cpp` of https://github.com/tdlib/td.
"""

from collections.abc import Mapping
from typing import Any

_NAMES = {bool: "Boolean", list: "Array", dict: "Object", str: "String"}


class Unfit(Exception):
    """A field is missing or of another kind; says so in Telegram's words."""


def text(given: Mapping[str, Any], name: str, default: str | None = None) -> str:
    """Read a text, which may come as a number; without a default it must be there."""
    value = given[name] if name in given else _default(name, default)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise Unfit(f'Field "{name}" must be of type String')
    return value


def number(given: Mapping[str, Any], name: str, default: int | None = None) -> int:
    """Read a whole number, which may come as a text; without a default it must be there."""
    value = given[name] if name in given else _default(name, default)
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise Unfit(f'Field "{name}" must be of type Number')
    try:
        return int(value)
    except ValueError:
        raise Unfit(f'Can\'t parse "{value}" as an integer') from None


def flag(given: Mapping[str, Any], name: str) -> bool:
    """Read a yes or no; what is missing is no."""
    value: bool = of_kind(given, name, bool, default=False)
    return value


def of_kind(given: Mapping[str, Any], name: str, kind: type, default: Any = None) -> Any:
    """Read a field of exactly this kind; without a default it must be there."""
    if name not in given:
        return _default(name, default)
    if not isinstance(given[name], kind):
        raise Unfit(f'Field "{name}" must be of type {_NAMES[kind]}')
    return given[name]


def _default(name: str, default: Any) -> Any:
    if default is None:
        raise Unfit(f'Can\'t find field "{name}"')
    return default
