"""The stand-in as one ASGI application: the Bot API, the control road and the page.

Every answer carries the virtual clock.
"""

from collections.abc import MutableMapping
from datetime import datetime
from functools import partial
from typing import Any

from starlette.applications import Starlette

from simulator import (
    app_doors,
    group_doors,
    machine_doors,
    method_doors,
    page_doors,
    people_doors,
    trouble_doors,
)
from simulator.clock import A_MONDAY, Clock
from simulator.control import Asked, Door, application
from simulator.faults import Faults
from simulator.gate import Gate
from simulator.limits import Limits
from simulator.record import Record
from simulator.refusals import Refused
from simulator.schema import Schema
from simulator.server import BotApi
from simulator.slots import Slots
from simulator.stream import News
from simulator.town import Town
from simulator.webhooks import Postman
from simulator.wire import Lines, Receive, Scope, Send


def doors() -> list[Door]:
    """List all doors of the control road."""
    rooms = (
        people_doors,
        group_doors,
        method_doors,
        machine_doors,
        trouble_doors,
        app_doors,
        page_doors,
    )
    return [door for room in rooms for door in room.doors()]


class StandIn:
    """Puts the parts together; an instance is the application that a server runs."""

    def __init__(self, at: datetime = A_MONDAY, speed: float = 1.0) -> None:
        clock = Clock(at, speed)
        self.town = Town(clock, Schema.read(), Record(clock), Limits(), Faults(), Postman(clock))
        self.lines = Lines()
        self.gate = Gate()
        self._bot_api = BotApi(self.town, self.lines, self.gate)
        self._news = News(self.town)
        ask = partial(Asked, self.town, self.lines, self.gate, self._news, Slots(self.town))
        self._control: Starlette = application(doors(), ask)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return

        async def stamped(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                headers = [*message.get("headers", ()), *self.town.clock.headers()]
                message = {**message, "headers": headers}
            await send(message)

        path = scope["path"]
        if path.startswith(("/bot", "/file/bot")):
            self.lines.spoken_on(scope)
            await self._bot_api(scope, receive, stamped)
        else:
            await self._control(scope, receive, stamped)

    def close(self) -> None:
        """Let go of everybody who waits, so that the server can stop."""
        for bot in self.town.bots.values():
            bot.queue.release(Refused(502, "Bad Gateway"))
        self.town.postman.end_all()
        self._news.end()
        self.lines.hang_up_all()
