"""What the doors take and give: checked when asked, and described as an OpenAPI 3.1 document."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from simulator.shapes import ERROR, SHAPES

_CLASSES: Mapping[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "object": dict,
    "array": list,
    "moment": str,
}

#: The stand-in's clock stays between these, so that no sum with it can overflow.
FIRST_YEAR, LAST_YEAR = 1970, 2200

_NO_MOMENT = "should be a moment with its zone, such as 2026-03-02T05:00:00Z"

_REFUSALS = {
    "400": "not understood, and nothing was changed",
    "403": "asked by a page from elsewhere",
    "404": "nobody or nothing there",
    "409": "nobody can do that now",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a door takes, by its JSON type; a `?` at the end marks what may be left out."""

    type: str
    says: str
    #: The only values it may have; none given means any of its type.
    one_of: tuple[str, ...] = ()
    #: The JSON type of what an array holds.
    of: str = ""
    least: float | None = None
    most: float | None = None

    @property
    def needed(self) -> bool:
        """Tell whether it must be given."""
        return not self.type.endswith("?")

    @property
    def kind(self) -> str:
        """Tell its JSON type; `any` is anything, `moment` a text in ISO 8601 with a zone."""
        return self.type.removesuffix("?")

    def as_schema(self) -> dict[str, Any]:
        """Describe it as a JSON Schema."""
        schema: dict[str, Any] = {} if self.kind == "any" else {"type": self.kind}
        if self.kind == "moment":
            schema = {"type": "string", "format": "date-time"}
        if self.one_of:
            schema["enum"] = list(self.one_of)
        if self.of:
            schema["items"] = {"type": self.of}
        bounds = ("minLength", "maxLength") if self.kind == "string" else ("minimum", "maximum")
        given = zip(bounds, (self.least, self.most), strict=True)
        schema |= {name: value for name, value in given if value is not None}
        return schema | {"description": self.says}


class Described(Protocol):
    """What is described: a door."""

    @property
    def method(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def says(self) -> str: ...
    @property
    def takes(self) -> Mapping[str, Field]: ...
    @property
    def gives(self) -> str: ...


def describe(doors: Iterable[Described]) -> dict[str, Any]:
    """Describe the doors as an OpenAPI 3.1 document."""
    paths: dict[str, Any] = {}
    for door in doors:
        paths.setdefault(door.path, {})[door.method.lower()] = _operation(door)
    title = "Control of the stand-in for Telegram"
    return {"openapi": "3.1.0", "info": {"title": title, "version": "1"}, "paths": paths}


def misfit(taken: Field, value: object) -> str:
    """Tell what is wrong with a value that was given; nothing when it fits."""
    if value is None or taken.kind == "any":
        return ""
    if taken.kind == "moment":
        return "" if _is_moment(value) else _NO_MOMENT
    if not _is(taken.kind, value):
        return f"should be {taken.kind}"
    if taken.one_of and value not in taken.one_of:
        return f"should be one of {', '.join(taken.one_of)}"
    if taken.of and isinstance(value, list) and not all(_is(taken.of, one) for one in value):
        return f"should be an array of {taken.of}"
    size = len(value) if isinstance(value, str) else value
    if isinstance(size, int | float):
        what = " characters long" if isinstance(value, str) else ""
        if taken.least is not None and size < taken.least:
            return f"should be at least {taken.least:g}{what}"
        if taken.most is not None and size > taken.most:
            return f"should be at most {taken.most:g}{what}"
    return ""


def from_query(taken: Field, text: str) -> Any:
    """Read what stands in an address; raise ValueError where it is nothing of the kind."""
    return text if taken.kind in {"string", "moment"} else json.loads(text)


def _is_moment(value: object) -> bool:
    try:
        at = datetime.fromisoformat(str(value))
    except ValueError:
        return False
    return at.tzinfo is not None and FIRST_YEAR <= at.year < LAST_YEAR


def _is(kind: str, value: object) -> bool:
    return isinstance(value, _CLASSES[kind]) and (kind == "boolean" or not isinstance(value, bool))


def _operation(door: Described) -> dict[str, Any]:
    shape = SHAPES.get((door.method, door.path), {})
    done: dict[str, Any] = {"description": "done", "content": {door.gives: {"schema": shape}}}
    answers = {"200": done} | {
        code: {"description": says, "content": {"application/json": {"schema": ERROR}}}
        for code, says in _REFUSALS.items()
    }
    operation: dict[str, Any] = {"summary": door.says, "responses": answers}
    if door.method == "GET":
        operation["parameters"] = [
            {
                "name": name,
                "in": "path" if f"{{{name}}}" in door.path else "query",
                "required": one.needed,
                "schema": one.as_schema(),
            }
            for name, one in door.takes.items()
        ]
    elif door.takes:
        needed = [name for name, one in door.takes.items() if one.needed]
        shapes = {name: one.as_schema() for name, one in door.takes.items()}
        one = {"type": "object", "properties": shapes, "required": needed}
        schema = {"oneOf": [one, {"type": "array", "items": one}]}
        if shape:
            done["content"][door.gives]["schema"] = {
                "oneOf": [shape, {"type": "array", "items": shape}]
            }
        operation["requestBody"] = {"content": {"application/json": {"schema": schema}}}
    return operation
