"""The control road: JSON under /control, by which tests and demos act people and faults.

Its doors are described at /control/openapi.json from the same table that runs them.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from simulator.acts import CannotBeDone
from simulator.gate import Gate
from simulator.page import page
from simulator.town import NotThere, Town
from simulator.wire import Lines

_CLASSES: Mapping[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "object": dict,
    "array": list,
}

_ANSWERS = {
    "200": "done",
    "400": "not understood",
    "404": "nobody there",
    "409": "nobody can do that",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a door takes, by its JSON type; a `?` at the end marks what may be left out."""

    type: str
    says: str

    @property
    def needed(self) -> bool:
        """Tell whether it must be given."""
        return not self.type.endswith("?")

    @property
    def kind(self) -> str:
        """Tell its JSON type; `any` is anything."""
        return self.type.removesuffix("?")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request to a door: who is acted on, and what was given."""

    town: Town
    lines: Lines
    gate: Gate
    request: Request
    given: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.given.get(name)


@dataclass(frozen=True, slots=True)
class Door:
    """One road through the control: what it does, what it takes, and the function behind it."""

    method: str
    path: str
    says: str
    run: Callable[[Asked], Awaitable[Any]]
    takes: Mapping[str, Field] = field(default_factory=dict)

    def as_openapi(self) -> dict[str, Any]:
        """Describe it as an OpenAPI operation."""
        shapes = {
            name: ({} if one.kind == "any" else {"type": one.kind}) | {"description": one.says}
            for name, one in self.takes.items()
        }
        answers = {code: {"description": says} for code, says in _ANSWERS.items()}
        operation: dict[str, Any] = {"summary": self.says, "responses": answers}
        if self.method == "GET":
            operation["parameters"] = [
                {"name": name, "in": "query", "required": self.takes[name].needed, "schema": shape}
                for name, shape in shapes.items()
            ]
        elif shapes:
            needed = [name for name, one in self.takes.items() if one.needed]
            one = {"type": "object", "properties": shapes, "required": needed}
            many = {"type": "array", "items": one}
            schema = {"schema": {"oneOf": [one, many]}}
            operation["requestBody"] = {"content": {"application/json": schema}}
        return operation


class NotUnderstood(ValueError):
    """The control road was given something it does not take."""


def application(town: Town, lines: Lines, gate: Gate, doors: list[Door]) -> Starlette:
    """Build the application that opens these doors, describes them and shows the page."""
    described = openapi(doors)

    async def describe(request: Request) -> Response:
        return JSONResponse(described)

    async def show(request: Request) -> Response:
        return HTMLResponse(page(town))

    routes = [Route("/control/openapi.json", describe), Route("/", show)]
    for door in doors:
        endpoint = _endpoint(door, town, lines, gate)
        routes.append(Route(door.path, endpoint, methods=[door.method]))
    return Starlette(routes=routes)


def openapi(doors: list[Door]) -> dict[str, Any]:
    """Describe the doors as an OpenAPI 3.1 document."""
    paths: dict[str, Any] = {}
    for door in doors:
        paths.setdefault(door.path, {})[door.method.lower()] = door.as_openapi()
    title = "Control of the stand-in for Telegram"
    return {"openapi": "3.1.0", "info": {"title": title, "version": "1"}, "paths": paths}


def _endpoint(
    door: Door, town: Town, lines: Lines, gate: Gate
) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        try:
            body = await _body(door, request)
            several = body if isinstance(body, list) else [body]
            asked = [Asked(town, lines, gate, request, _checked(door, one)) for one in several]
            results = [await door.run(one) for one in asked]
        except NotUnderstood as problem:
            return JSONResponse({"error": str(problem)}, 400)
        except NotThere as problem:
            return JSONResponse({"error": str(problem)}, 404)
        except (CannotBeDone, ValueError) as problem:
            return JSONResponse({"error": str(problem)}, 409)
        return JSONResponse(results if isinstance(body, list) else results[0])

    return answer


async def _body(door: Door, request: Request) -> Any:
    if door.method == "GET":
        return {
            name: _from_query(door, name, value) for name, value in request.query_params.items()
        }
    raw = await request.body()
    try:
        return json.loads(raw) if raw else {}
    except ValueError:
        raise NotUnderstood("the body is no JSON") from None


def _from_query(door: Door, name: str, value: str) -> Any:
    if name not in door.takes or door.takes[name].kind == "string":
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise NotUnderstood(f"{name} should be {door.takes[name].kind}") from None


def _checked(door: Door, given: object) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise NotUnderstood("an object or an array of objects belongs here")
    for name, value in given.items():
        if name not in door.takes:
            raise NotUnderstood(f"{door.path} takes no {name}")
        kind = door.takes[name].kind
        fits = kind == "any" or (
            isinstance(value, _CLASSES[kind]) and not (kind != "boolean" and value is True)
        )
        if not fits and value is not None:
            raise NotUnderstood(f"{name} should be {kind}")
    missing = [n for n, one in door.takes.items() if one.needed and given.get(n) is None]
    if missing:
        raise NotUnderstood(f"{door.path} needs {', '.join(missing)}")
    return given
