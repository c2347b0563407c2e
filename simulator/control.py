"""The control road: JSON under /control, by which tests, demos and the page act people and faults.

Its doors are described at /control/openapi.json from the same table that runs them.
"""

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulator.acts import CannotBeDone
from simulator.gate import Gate
from simulator.openapi import Field, describe, from_query, misfit
from simulator.slots import Slots
from simulator.stream import News
from simulator.town import NotThere, Town
from simulator.wire import Lines

_OURSELVES = {"127.0.0.1", "localhost", "[::1]"}
_PORT = re.compile(r":\d+$")

__all__ = ["Asked", "Door", "Field", "NotUnderstood", "application"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request to a door: who is acted on, and what was given."""

    town: Town
    lines: Lines
    gate: Gate
    news: News
    slots: Slots
    request: Request
    given: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.given.get(name)


@dataclass(frozen=True, slots=True)
class Door:
    """One road through the control: what it does, what it takes, and the function behind it.

    What `run` returns is answered as JSON, except a `Response`, which is answered as it is.
    """

    method: str
    path: str
    says: str
    run: Callable[[Asked], Awaitable[Any]]
    takes: Mapping[str, Field] = field(default_factory=dict)
    #: The media type of its answer.
    gives: str = "application/json"


class NotUnderstood(ValueError):
    """The control road was given something it does not take."""


def application(doors: list[Door], ask: Callable[[Request, dict[str, Any]], Asked]) -> Starlette:
    """Build the application that opens these doors; `ask` makes a request to one of them."""
    described = describe(doors)

    async def tell(request: Request) -> Response:
        return JSONResponse(described)

    routes = [Route("/control/openapi.json", tell)]
    routes += [Route(door.path, _endpoint(door, ask), methods=[door.method]) for door in doors]
    return Starlette(routes=routes)


def _endpoint(
    door: Door, ask: Callable[[Request, dict[str, Any]], Asked]
) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        if _from_elsewhere(request):
            return JSONResponse({"error": "only this machine's own pages may ask here"}, 403)
        try:
            body = await _body(door, request)
            several = body if isinstance(body, list) else [body]
            asked = [ask(request, _checked(door, one)) for one in several]
            results = [await door.run(one) for one in asked]
        except NotThere as problem:
            return JSONResponse({"error": str(problem)}, 404)
        except CannotBeDone as problem:
            return JSONResponse({"error": str(problem)}, 409)
        except (ValueError, OverflowError) as problem:
            return JSONResponse({"error": str(problem)}, 400)
        result = results if isinstance(body, list) else results[0]
        return result if isinstance(result, Response) else JSONResponse(result)

    return answer


def _from_elsewhere(request: Request) -> bool:
    # Nobody is asked for a password here, so a page from elsewhere that is open in the same
    # browser must not act people: neither by a form, nor by a name that it lets point to us.
    host, origin = request.headers.get("host", ""), request.headers.get("origin")
    name = host.rpartition(":")[0] if _PORT.search(host) else host
    return name.lower() not in _OURSELVES or origin not in {None, f"http://{host}"}


async def _body(door: Door, request: Request) -> Any:
    if door.method == "GET":
        given = {**request.query_params, **request.path_params}
        return {name: _from_query(door, name, value) for name, value in given.items()}
    raw = await request.body()
    try:
        return json.loads(raw, parse_constant=_no_number) if raw else {}
    except ValueError:
        raise NotUnderstood("the body is no JSON") from None


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _from_query(door: Door, name: str, value: str) -> Any:
    if name not in door.takes:
        return value
    try:
        return from_query(door.takes[name], value)
    except ValueError:
        raise NotUnderstood(f"{name} should be {door.takes[name].kind}") from None


def _checked(door: Door, given: object) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise NotUnderstood("an object or an array of objects belongs here")
    for name, value in given.items():
        if name not in door.takes:
            raise NotUnderstood(f"{door.path} takes no {name}")
        wrong = misfit(door.takes[name], value)
        if wrong:
            raise NotUnderstood(f"{name} {wrong}")
    missing = [n for n, one in door.takes.items() if one.needed and given.get(n) is None]
    if missing:
        raise NotUnderstood(f"{door.path} needs {', '.join(missing)}")
    return given
