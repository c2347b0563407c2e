"""Turns frozen nouns into JSON and back, by their declared fields; defaults are left out.

What is written once is read for ever, so the shape of every type is fixed: moments are whole
microseconds since 1970 in UTC, spans whole microseconds, bytes base64, sets sorted, members of a
union marked with the name of their type. Enum members are their value, all as long as the longest
of their enum: the size of a sealed row must not tell a forced sign from a free one (law 7).
"""

import dataclasses
import json
import types
import typing
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import cache, lru_cache
from typing import Any

from storage.moments import from_micros, to_micros

Encode = Callable[[Any], Any]
Decode = Callable[[Any], Any]

_JSON = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, check_circular=False)
_MICROSECOND = timedelta(microseconds=1)
_ALWAYS = dataclasses.MISSING  # equal to no value, so that a field is never at its default
_BARE = (str, int)  # stand in a union without a mark, as JSON tells them apart


class ShapeUnknownError(TypeError):
    """A noun has a field of a type that nothing here can write down."""


@dataclasses.dataclass(frozen=True, slots=True)
class Shape:
    """How one type is written and read."""

    encode: Encode
    decode: Decode


def packed(value: object) -> bytes:
    """Return the shortest JSON of what an `encode` made."""
    return _JSON.encode(value).encode("utf-8", "surrogatepass")


def unpacked(text: bytes) -> Any:
    """Return what `packed` was given."""
    return json.loads(text.decode("utf-8", "surrogatepass"))


@cache
def shape_of(declared: Any) -> Shape:
    """Return how a value of the declared type is written. Raises ShapeUnknownError."""
    if isinstance(declared, typing.NewType):
        return shape_of(declared.__supertype__)
    origin, args = typing.get_origin(declared), typing.get_args(declared)
    if origin in (typing.Union, types.UnionType):
        return _union(args)
    if origin is tuple:
        return _tuple(args)
    if origin is frozenset:
        return _frozenset(shape_of(args[0]))
    if origin is Mapping:
        return _mapping(shape_of(args[0]), shape_of(args[1]))
    if isinstance(declared, type):
        return _plain(declared)
    raise ShapeUnknownError(declared)


@cache
def kept_shape(declared: Any, size: int) -> Shape:
    """Return a shape whose values stand as text inside the JSON, the last `size` remembered.

    For what many rows share and few change, such as terms and ladders. The values are hashable.
    """
    inner = shape_of(declared)

    @lru_cache(maxsize=size)
    def encode(value: Any) -> str:
        return packed(inner.encode(value)).decode()

    @lru_cache(maxsize=size)
    def decode(text: str) -> Any:
        return inner.decode(json.loads(text))

    return Shape(encode, decode)


def noun_shape(noun: Any, special: Mapping[str, Shape] = types.MappingProxyType({})) -> Shape:
    """Return the shape of a dataclass; fields named in `special` are written in their own way.

    A field that is not there takes its default, so a later Vigil may add fields that have one.
    An unknown field is an error: it was written by a later Vigil, and must not be lost quietly.
    """
    hints = typing.get_type_hints(noun)
    fields = dataclasses.fields(noun)
    shapes = {f.name: special.get(f.name) or shape_of(hints[f.name]) for f in fields}
    # Members of an enum are always written: what is left out for a free sign and not for a forced
    # one would tell them apart.
    plan = [
        (f.name, _ALWAYS if _is_member(hints[f.name]) else _default(f), shapes[f.name].encode)
        for f in fields
    ]
    decoders = {name: shape.decode for name, shape in shapes.items()}

    def encode(value: Any) -> dict[str, Any]:
        written = {}
        for name, default, write in plan:
            part = getattr(value, name)
            if part is not default and part != default:
                written[name] = write(part)
        return written

    def decode(written: Mapping[str, Any]) -> Any:
        return noun(**{name: decoders[name](part) for name, part in written.items()})

    return Shape(encode, decode)


def _is_member(declared: Any) -> bool:
    return isinstance(declared, type) and issubclass(declared, Enum)


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _plain(declared: type) -> Shape:
    if declared in (str, int, bool):
        return Shape(_same, _same)
    if issubclass(declared, Enum):
        return _member(declared)
    if dataclasses.is_dataclass(declared):
        return noun_shape(declared)
    shape = _SIMPLE.get(declared)
    if shape is None:
        raise ShapeUnknownError(declared)
    return shape


def _member(members: type[Enum]) -> Shape:
    width = max([len(one.value) if isinstance(one.value, str) else 0 for one in members])
    written = {one: _filled(one.value, width) for one in members}
    read = {value: one for one, value in written.items()}
    return Shape(written.__getitem__, read.__getitem__)


def _filled(value: str | int, width: int) -> str | int:
    return value.ljust(width) if isinstance(value, str) else value


def _same(value: Any) -> Any:
    return value


def _text(value: bytes) -> str:
    return b64encode(value).decode()


def _bytes(text: str) -> bytes:
    return b64decode(text, validate=True)


def _span(micros: int) -> timedelta:
    return timedelta(microseconds=micros)


_SIMPLE: dict[type, Shape] = {
    bytes: Shape(_text, _bytes),
    datetime: Shape(to_micros, from_micros),
    timedelta: Shape(lambda span: span // _MICROSECOND, _span),
    date: Shape(date.isoformat, date.fromisoformat),
    time: Shape(time.isoformat, time.fromisoformat),
    types.NoneType: Shape(_same, _same),
}


def _tuple(args: tuple[Any, ...]) -> Shape:
    if args[-1:] == (...,):
        each = shape_of(args[0])
        return Shape(
            lambda values: [each.encode(one) for one in values],
            lambda written: tuple([each.decode(one) for one in written]),
        )
    shapes = [shape_of(arg) for arg in args]
    return Shape(
        lambda values: [s.encode(one) for s, one in zip(shapes, values, strict=True)],
        lambda written: tuple([s.decode(one) for s, one in zip(shapes, written, strict=True)]),
    )


def _frozenset(each: Shape) -> Shape:
    return Shape(
        # Sorted by what is written, so that equal sets are equal bytes.
        lambda values: sorted([each.encode(one) for one in values], key=_sortable),
        lambda written: frozenset([each.decode(one) for one in written]),
    )


def _sortable(written: Any) -> tuple[str, Any]:
    return type(written).__name__, written


def _mapping(keys: Shape, values: Shape) -> Shape:
    return Shape(
        lambda mapping: {str(keys.encode(k)): values.encode(v) for k, v in mapping.items()},
        lambda written: {keys.decode(k): values.decode(v) for k, v in written.items()},
    )


def _union(args: Iterable[Any]) -> Shape:
    inside = [arg.__supertype__ if isinstance(arg, typing.NewType) else arg for arg in args]
    if len(inside) == 2 and types.NoneType in inside:
        return _optional(shape_of(next(arg for arg in inside if arg is not types.NoneType)))
    marked = {arg: shape_of(arg) for arg in inside}
    named = {arg.__name__: shape for arg, shape in marked.items()}

    def encode(value: Any) -> Any:
        kind = type(value)
        if value is None or kind in _BARE:
            return value
        return [kind.__name__, marked[kind].encode(value)]

    def decode(written: Any) -> Any:
        if isinstance(written, list):
            return named[written[0]].decode(written[1])
        return written

    return Shape(encode, decode)


def _optional(inner: Shape) -> Shape:
    return Shape(
        lambda value: None if value is None else inner.encode(value),
        lambda written: None if written is None else inner.decode(written),
    )
