"""The wire to Telegram: requests whose answers also say what time it is there.

It speaks through python-telegram-bot's own request class, so what a refusal means is decided there.
"""

import json
import sys
from importlib.util import find_spec
from typing import Any

import httpx
from telegram import Bot
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from bot.clock import Clock

_ASKED = "vigil.asked"
_SENDERS = 12  #: connections for sending: eight senders, and what goes out beside them


class Request(HTTPXRequest):
    """A request that never logs what it could not read: that would be what somebody wrote."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the answer. Raises TelegramError when it is not what Telegram answers."""
        try:
            read = json.loads(payload)
        except ValueError as error:
            raise TelegramError("Invalid server response") from error
        if not isinstance(read, dict):
            raise TelegramError("Invalid server response")
        return read


class Wire:
    """Makes requests of one bot; `url` is where the Bot API answers, without `/bot`."""

    def __init__(self, url: str, token: str, clock: Clock, *, direct: bool) -> None:
        """`direct`: take no notice of a proxy that the environment names (for loopback)."""
        self._url = url
        self._token = token
        self._clock = clock
        self._direct = direct
        self._made: list[Request] = []
        _spare_the_search()

    def method(self, name: str) -> str:
        """Return the address of a method of the Bot API. It holds the token: never log it."""
        return f"{self._url}/bot{self._token}/{name}"

    def request(self, *, connections: int, read_timeout: float) -> Request:
        """Make a request object with connections of its own; `close` closes it too."""
        request = Request(
            connection_pool_size=connections,
            connect_timeout=10.0,
            read_timeout=read_timeout,
            write_timeout=10.0,
            pool_timeout=10.0,
            httpx_kwargs={
                "event_hooks": {"request": [self._asks], "response": [self._is_answered]},
                "trust_env": not self._direct,
            },
        )
        self._made.append(request)
        return request

    async def drop(self, request: Request) -> None:
        """Close the connections of a request object that is not used any more."""
        self._made.remove(request)
        await request.shutdown()

    async def close(self) -> None:
        """Close every connection that was made."""
        for request in self._made[:]:
            await self.drop(request)

    def bot(self) -> Bot:
        """Make the bot that everything but polling goes through."""
        return Bot(
            self._token,
            base_url=f"{self._url}/bot",
            base_file_url=f"{self._url}/file/bot",
            request=self.request(connections=_SENDERS, read_timeout=15.0),
            get_updates_request=self.request(connections=1, read_timeout=15.0),
        )

    async def _asks(self, request: httpx.Request) -> None:
        request.extensions[_ASKED] = self._clock.now()

    async def _is_answered(self, response: httpx.Response) -> None:
        asked = response.request.extensions.get(_ASKED, self._clock.now())
        headers = response.headers
        exact, speed = headers.get("X-Clock"), headers.get("X-Clock-Speed")
        self._clock.answered(headers.get("Date"), exact, asked, speed)


def _spare_the_search() -> None:
    """Say once that sniffio is not here.

    httpcore asks for it before every request. An import that fails is not remembered, so each time
    every folder of the path would be searched again, which cost a third of what sending costs.
    """
    if find_spec("sniffio") is None:
        sys.modules["sniffio"] = None  # type: ignore[assignment]
