"""Makes one full example of every noun that is kept; run as a module it keeps today's for ever.

`python -m tests.storage.samples` adds to kept_rows.json what no kept row says yet. Rows that stand
there are never changed or removed: a later Vigil must read what this one wrote.
"""

import base64
import dataclasses
import json
import types
import typing
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

from rules.alarm import Alarm
from rules.watch import Watch
from sealing.contents import Part
from storage.agekeys import AgeKey
from storage.cards import Meaning
from storage.credentials import Credentials
from storage.diary import Line
from storage.dossier_files import DossierHead
from storage.inlets import Inlet
from storage.letters import Letter
from storage.persons import Address, Dialogue, House, Invitation, Person
from storage.rows import write_noun

KEPT = Path(__file__).with_name("kept_rows.json")
NOUNS = (
    Watch,
    Alarm,
    Person,
    House,
    Address,
    Dialogue,
    Invitation,
    Line,
    Letter,
    Credentials,
    Meaning,
    AgeKey,
    DossierHead,
    Part,
    Inlet,
)

_SIMPLE: dict[Any, Any] = {
    bytes: bytes(range(16)),
    str: "Amina · امينه · 阿米娜",
    int: 7,
    bool: True,
    datetime: datetime(2026, 11, 21, 18, 30, 15, 250_000, tzinfo=UTC),
    date: date(2026, 11, 21),
    time: time(18, 30),
    timedelta: timedelta(minutes=95),
}


def samples(declared: Any) -> Iterator[Any]:
    """Return examples of a type: every field set, every member of every union once."""
    if isinstance(declared, typing.NewType):
        yield from samples(declared.__supertype__)
        return
    origin, args = typing.get_origin(declared), typing.get_args(declared)
    if origin in (typing.Union, types.UnionType):
        for one in args:
            if one is not types.NoneType:
                yield from samples(one)
    elif origin is tuple and args[-1:] == (...,):
        yield tuple(samples(args[0]))
    elif origin is tuple:
        yield tuple(next(samples(one)) for one in args)
    elif origin is frozenset:
        yield frozenset(samples(args[0]))
    elif origin is Mapping:
        yield {next(samples(args[0])): one for one in list(samples(args[1]))[-1:]}
    elif declared in _SIMPLE:
        yield _SIMPLE[declared]
    elif issubclass(declared, Enum):
        yield list(declared)[-1]
    elif dataclasses.is_dataclass(declared):
        yield from _nouns(declared)


def _nouns(noun: Any) -> Iterator[Any]:
    hints = typing.get_type_hints(noun)
    every = {
        field.name: _unlike_default(field, hints[field.name]) for field in dataclasses.fields(noun)
    }
    # As many nouns as the field with the most different values needs.
    for place in range(max([len(values) for values in every.values()], default=1)):
        yield noun(**{name: values[place % len(values)] for name, values in every.items()})


def _unlike_default(field: dataclasses.Field[Any], declared: Any) -> list[Any]:
    if declared is bool:
        return [field.default is not True]
    values = list(samples(declared))
    return [one for one in values if one != field.default] or values


def said(row: str) -> set[str]:
    """Return which fields a kept row says."""
    return set(json.loads(base64.b64decode(row))[1])


def main() -> None:
    """Keep today's rows where none of those kept says as much."""
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    for noun in NOUNS:
        rows = kept.setdefault(noun.__name__, [])
        known = set().union(*map(said, rows)) if rows else set()
        if known != {field.name for field in dataclasses.fields(noun)}:
            rows += [base64.b64encode(write_noun(one)).decode() for one in samples(noun)]
    KEPT.write_text(json.dumps(kept, indent=1) + "\n")


if __name__ == "__main__":
    main()
