"""Serves the page to phones, and nothing else: every other question gets the same empty answer.

It stands behind a proxy that speaks TLS. No cookie is set, no visit is written down, and whoever
does not know the path learns nothing.
"""

import asyncio
import contextlib
import socket
from collections.abc import Iterator, Mapping, Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.inlet import Inlet
from bot.page_host import PageHost

#: Telegram's web clients show a Mini App in a frame; they live at web.telegram.org, webk., weba.
#: and webz.telegram.org. Its other clients are windows of their own and ask nobody.
_FRAMED_BY = ("https://web.telegram.org", "https://*.telegram.org")
#: A stand-in's phones live in a page of its own on this machine, at whichever port.
FRAMED_HERE = ("http://127.0.0.1:*", "http://localhost:*")

_AT_ONCE = 256  #: connections; a page is sent in one go, so more of them mean harm
_LINE_WAITS = 5  #: seconds for which a connection may stand idle
_LAST_WORDS = 2  #: seconds in which answers that were begun are ended when we stop
_WAITING = 128


class CannotListen(Exception):
    """The page cannot be served here: VIGIL_LISTEN is taken, or not ours to listen at."""


class Web:
    """Answers phones at one address until it is cancelled."""

    def __init__(
        self, line: socket.socket, routes: Sequence[BaseRoute], *, framed_by: Sequence[str] = ()
    ) -> None:
        self._line = line
        self._app = _Guarded(_application(routes), _headers((*_FRAMED_BY, *framed_by)))

    @property
    def port(self) -> int:
        """The port at which we listen."""
        return int(self._line.getsockname()[1])

    async def run(self) -> None:
        """Serve; when cancelled, end what was begun and close the door."""
        config = uvicorn.Config(
            self._app,
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="warning",
            access_log=False,
            server_header=False,
            # Who asks is of no interest, so nobody's word for it is taken.
            proxy_headers=False,
            limit_concurrency=_AT_ONCE,
            backlog=_WAITING,
            timeout_keep_alive=_LINE_WAITS,
            timeout_graceful_shutdown=_LAST_WORDS,
        )
        server = _Server(config)
        serving = asyncio.create_task(server.serve(sockets=[self._line]))
        try:
            await asyncio.shield(serving)
        finally:
            server.should_exit = True
            await serving

    def close(self) -> None:
        """Let go of the address."""
        self._line.close()


def page_at(path: str, host: PageHost) -> Route:
    """Return the route by which phones get the page."""
    return Route(path, host.answer, methods=["GET"])  # and so HEAD


def forms_at(path: str, inlet: Inlet) -> Route:
    """Return the route by which phones send back what was sealed on the page."""
    return Route(path, inlet.answer, methods=["POST"])


def listen(address: tuple[str, int]) -> socket.socket:
    """Take an IP address and a port; port 0 takes any free one. Raises CannotListen."""
    host, port = address
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Without the protocol named, asyncio leaves Nagle on and answers wait 40 ms for an ACK.
    line = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        line.bind(address)
        line.listen(_WAITING)
    except OSError as error:
        line.close()
        raise CannotListen(
            f"The page cannot be served at {host} port {port} ({error.strerror}): "
            "set VIGIL_LISTEN, or none where the page stands on another host"
        ) from error
    return line


class _Server(uvicorn.Server):
    """A server that leaves signals to the house around it."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _application(routes: Sequence[BaseRoute]) -> Starlette:
    answers = {HTTPException: _nothing_here, Exception: _nothing_now}
    app = Starlette(routes=routes, exception_handlers=answers)
    # Who adds or leaves out a stroke at the end is told nothing either.
    app.router.redirect_slashes = False
    return app


async def _nothing_here(request: Request, error: Exception) -> Response:
    return Response(status_code=404)


async def _nothing_now(request: Request, error: Exception) -> Response:
    return Response(status_code=500)


def _headers(framed_by: Sequence[str]) -> Mapping[str, str]:
    # Besides what the page says itself: it names its scripts by their hashes, but who may frame it
    # can be said in a header only.
    policy = (
        "base-uri 'none'; connect-src 'none'; object-src 'none'; "
        f"frame-ancestors 'self' {' '.join(framed_by)}"
    )
    return {
        "Cache-Control": "no-store",
        "Content-Security-Policy": policy,
        "Permissions-Policy": "geolocation=(self), camera=(), microphone=()",
        "Referrer-Policy": "no-referrer",
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex, nofollow",
    }


class _Guarded:
    """Puts the same headers on every answer."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, guarded)
