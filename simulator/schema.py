"""The Bot API's own list of types and methods: reads what is asked, checks what is answered."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from simulator.reading import READERS, Reader, Unreadable, json_reader

#: Adds what is wrong with a value to a list; `where` is the path to the value.
Check = Callable[[Any, str, list[str]], None]


@dataclass(frozen=True, slots=True)
class Method:
    """A method of the Bot API: how its parameters are read and what it returns."""

    name: str
    readers: Mapping[str, Reader]
    required: frozenset[str]
    returns: str | None


@dataclass(slots=True)
class Schema:
    """Checks compiled once from `schema.json` (Bot API 10.0: names, types, required flags)."""

    types: Mapping[str, Any]
    methods: Mapping[str, Method] = field(default_factory=dict)
    _checks: dict[str, Check] = field(default_factory=dict)

    @classmethod
    @cache
    def read(cls) -> "Schema":
        """Read the file and compile a reader for every parameter of every method, once."""
        document = json.loads(Path(__file__).with_name("schema.json").read_text("utf-8"))
        schema = cls(document["types"])
        schema.methods = {
            name.lower(): Method(
                name,
                {key: schema._reader(kind) for key, (kind, _) in said["params"].items()},
                frozenset(key for key, (_, required) in said["params"].items() if required),
                said["returns"],
            )
            for name, said in document["methods"].items()
        }
        return schema

    def faults(self, kind: str, value: object, where: str = "") -> list[str]:
        """List what is wrong with a value that should be of this kind; unknown fields count."""
        found: list[str] = []
        self.check(kind)(value, where or kind, found)
        return found

    def read_params(
        self, method: Method, given: Mapping[str, Any]
    ) -> tuple[dict[str, Any], list[str]]:
        """Read what came as text or JSON; return what was understood and what was wrong."""
        params: dict[str, Any] = {}
        found: list[str] = []
        for name, raw in given.items():
            reader = method.readers.get(name)
            if reader is None:
                found.append(f"{name}: unknown parameter")
                continue
            try:
                params[name] = reader(raw, name, found)
            except Unreadable as problem:
                found.append(f"{name}: {problem}")
        found.extend(f"{name}: missing" for name in method.required if name not in given)
        return params, found

    def check(self, kind: str) -> Check:
        """Find or compile the check for a type expression such as `Array of Message`."""
        if kind not in self._checks:
            self._checks[kind] = _plain(kind) or self._compile(kind)
        return self._checks[kind]

    def _compile(self, kind: str) -> Check:
        if kind.startswith("Array of "):
            return _array(self._later(kind.removeprefix("Array of ")))
        names = _alternatives(kind)
        if len(names) > 1:
            return _either([self._later(name) for name in names], kind)
        said = self.types[kind]
        if "one_of" in said:
            return _either([self._later(name) for name in said["one_of"]], kind)
        if not said:
            return _anything
        fields = {name: self._later(of) for name, (of, _) in said.items()}
        return _object(fields, frozenset(name for name, (_, must) in said.items() if must))

    def _later(self, kind: str) -> Check:
        # Types contain one another, so a check is looked up when it is first used.
        def check(value: Any, where: str, found: list[str]) -> None:
            self.check(kind)(value, where, found)

        return _plain(kind) or check

    def _reader(self, kind: str) -> Reader:
        return READERS.get(kind) or json_reader(self._later(kind))


def _alternatives(kind: str) -> list[str]:
    return kind.replace(", ", " or ").replace(" and ", " or ").split(" or ")


def _plain(kind: str) -> Check | None:
    accepted: dict[str, tuple[type, ...]] = {
        "Integer": (int,),
        "Int": (int,),
        "String": (str,),
        "Float": (int, float),
        "Boolean": (bool,),
    }
    if kind == "True":
        return lambda value, where, found: (
            None if value is True else found.append(f"{where}: not true")
        )
    if kind not in accepted:
        return None
    classes = accepted[kind]

    def check(value: Any, where: str, found: list[str]) -> None:
        if not isinstance(value, classes) or (isinstance(value, bool) and bool not in classes):
            found.append(f"{where}: {type(value).__name__} where {kind} belongs")

    return check


def _anything(value: Any, where: str, found: list[str]) -> None:
    pass


def _array(of: Check) -> Check:
    def check(value: Any, where: str, found: list[str]) -> None:
        if not isinstance(value, list):
            found.append(f"{where}: {type(value).__name__} where an array belongs")
            return
        for place, one in enumerate(value):
            of(one, f"{where}[{place}]", found)

    return check


def _object(fields: Mapping[str, Check], required: Iterable[str]) -> Check:
    must = tuple(required)

    def check(value: Any, where: str, found: list[str]) -> None:
        if not isinstance(value, dict):
            found.append(f"{where}: {type(value).__name__} where an object belongs")
            return
        for name, one in value.items():
            of = fields.get(name)
            if of is None:
                found.append(f"{where}.{name}: unknown field")
            else:
                of(one, f"{where}.{name}", found)
        found.extend(f"{where}.{name}: missing" for name in must if name not in value)

    return check


def _either(choices: list[Check], kind: str) -> Check:
    def check(value: Any, where: str, found: list[str]) -> None:
        best: list[str] | None = None
        for choice in choices:
            faults: list[str] = []
            choice(value, where, faults)
            if not faults:
                return
            if best is None or len(faults) < len(best):
                best = faults
        found.extend(best or [f"{where}: no {kind}"])

    return check
