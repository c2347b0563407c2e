"""Connections and requests: reads parameters in every form Telegram takes, and can hang up."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from uvicorn.protocols.http.h11_impl import H11Protocol

from simulator.reading import Attached, Upload
from simulator.refusals import Refused

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

#: Telegram takes files up to 50 MB; what a request says beside its files is small.
LARGEST_FILE = 50 * 1024 * 1024
LARGEST_BODY = LARGEST_FILE + 1024 * 1024
ATTACH = "attach://"
_JSON = json.JSONDecoder()
_WHITE = set(" \t\r\n")
_BEFORE_NAME = set("{,")


class Unreadable(Exception):
    """The parts of a request cannot be told apart; it gets no more than a status."""


@dataclass(slots=True)
class Lines:
    """The open connections, by the port they come from."""

    _open: dict[int, asyncio.Transport] = field(default_factory=dict)
    #: Those on which a bot has spoken; pages and tests keep theirs when Telegram restarts.
    _bots: set[int] = field(default_factory=set)

    def protocol(self) -> type[H11Protocol]:
        """Make the server's protocol, which enters each connection here."""
        lines, bots = self._open, self._bots

        class Line(H11Protocol):
            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                super().connection_made(transport)
                if self.client:
                    lines[self.client[1]] = transport

            def connection_lost(self, exc: Exception | None) -> None:
                super().connection_lost(exc)
                if self.client:
                    lines.pop(self.client[1], None)
                    bots.discard(self.client[1])

        return Line

    async def hang_up(self, scope: Scope, receive: Receive) -> None:
        """Break the connection of a request without a word."""
        line = self._open.get(scope["client"][1])
        if line is not None:
            line.abort()
        await until_gone(receive)

    def spoken_on(self, scope: Scope) -> None:
        """Note that a bot speaks on the connection of this request."""
        self._bots.add(scope["client"][1])

    def hang_up_bots(self) -> int:
        """Break the connections of bots; return how many."""
        broken = [line for port, line in self._open.items() if port in self._bots]
        for line in broken:
            line.abort()
        return len(broken)

    def hang_up_all(self) -> None:
        """Break every connection."""
        for line in list(self._open.values()):
            line.abort()


async def until_gone(receive: Receive) -> None:
    """Wait until the other side has left."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def read_body(receive: Receive) -> bytes | None:
    """Read the whole body of a request; None when the other side left in the middle.

    What is larger than Telegram takes is read to its end, not held, and refused.
    """
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        part: bytes = message.get("body", b"")
        size += len(part)
        if size > LARGEST_BODY:
            parts.clear()
        else:
            parts.append(part)
        if not message.get("more_body"):
            if size > LARGEST_BODY:
                raise Refused(413, "Request Entity Too Large")
            return parts[0] if len(parts) == 1 else b"".join(parts)


async def read_params(scope: Scope, body: bytes) -> dict[str, Any]:
    """Read the parameters from the query and the body: JSON, urlencoded or multipart.

    Of a parameter that is given twice the first counts.
    """
    params = _pairs(scope["query_string"])
    if not body:
        return params
    kind = next((value for name, value in scope["headers"] if name == b"content-type"), b"")
    if kind.startswith(b"application/x-www-form-urlencoded"):
        params = _pairs(body) | params
    elif kind.startswith(b"application/json"):
        params = {k: v for k, v in _object(body).items() if v is not None} | params
    elif kind.startswith(b"multipart/form-data"):
        params = await _parts(scope, body) | params
    return params


def _pairs(source: bytes) -> dict[str, Any]:
    found = parse_qsl(source.decode("utf-8", "replace"), keep_blank_values=True)
    return dict(reversed(found))


def _object(body: bytes) -> dict[str, Any]:
    """Read a JSON object as far as it can be read; Telegram forgives what comes after that.

    `HttpReader::read_next` of TDLib notes in its log that JSON is broken, and goes on.
    """
    text = body.decode("utf-8", "replace")
    found: dict[str, Any] = {}
    at = _next(text, 0)
    if text[at : at + 1] != "{":
        return found
    with contextlib.suppress(ValueError, RecursionError):
        while text[at : at + 1] in _BEFORE_NAME:
            name, at = _JSON.raw_decode(text, _next(text, at + 1))
            at = _next(text, at)
            if not isinstance(name, str) or text[at : at + 1] != ":":
                break
            value, at = _JSON.raw_decode(text, _next(text, at + 1))
            at = _next(text, at)
            found.setdefault(name, value)
    return found


def _next(text: str, at: int) -> int:
    """Say where the next character is that is no white space."""
    while text[at : at + 1] in _WHITE:
        at += 1
    return at


async def _parts(scope: Scope, body: bytes) -> dict[str, Any]:
    async def once() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    params: dict[str, Any] = {}
    try:
        async with Request(scope, once).form(max_part_size=LARGEST_BODY) as form:
            for name, value in form.multi_items():
                params[name] = value
                if isinstance(value, UploadFile):
                    params[name] = await _upload(name, value)
    except MultiPartException as broken:
        raise Unreadable(broken.message) from None
    return _attached(params)


async def _upload(name: str, file: UploadFile) -> Upload:
    kind = file.content_type or "application/octet-stream"
    content = await file.read()
    if len(content) > LARGEST_FILE:
        raise Refused(413, "Request Entity Too Large")
    return Upload(file.filename or name, kind, content)


def _attached(params: dict[str, Any]) -> dict[str, Any]:
    """Put the files of a request where its parameters name them by `attach://`."""
    files = {name: one for name, one in params.items() if isinstance(one, Upload)}
    used: set[str] = set()

    def tie(value: Any) -> Any:
        if isinstance(value, list):
            return [tie(one) for one in value]
        if isinstance(value, dict):
            return {name: tie(one) for name, one in value.items()}
        part = value.removeprefix(ATTACH) if isinstance(value, str) else ""
        if part == value or part not in files:
            return value
        used.add(part)
        return Attached.to(value, files[part])

    for name, value in params.items():
        if not files or not isinstance(value, str) or ATTACH not in value:
            continue
        if value.startswith(ATTACH):
            tied = tie(value)
            params[name] = tied.upload if isinstance(tied, Attached) else tied
            continue
        try:
            params[name] = tie(json.loads(value))
        except ValueError:
            continue
    return {name: value for name, value in params.items() if name not in used}
