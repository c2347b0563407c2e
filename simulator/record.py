"""The stand-in's own record: everything said and done, every call, everything out of order.

Nobody who is tested writes it, so it can be asked what was really heard.
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from simulator.clock import Clock

#: So many raw calls are remembered; the record of what was said is kept whole.
CALLS_KEPT = 100_000


@dataclass(frozen=True, slots=True)
class Entry:
    """Something said or done in a chat."""

    n: int
    #: Virtual moment, ISO 8601 in UTC.
    at: str
    bot: int
    chat_id: int
    person: str
    #: in (to the bot), out (from the bot), edit, delete.
    direction: str
    text: str
    buttons: list[list[str]]
    silent: bool
    #: The Bot API's method, or what the person did: say, tap, block, ...
    method: str
    message_id: int | None = None
    #: bot or person.
    by: str = "bot"
    #: What it is besides its text: document, photo, web_app_data, ...
    carries: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A request to the Bot API as it came; its token is never kept."""

    n: int
    at: str
    bot: int | None
    method: str
    params: dict[str, Any]
    status: int
    #: What was refused, or which fault struck.
    note: str = ""


@dataclass(slots=True)
class Record:
    """Grows while the stand-in runs; entries are numbered from 1."""

    clock: Clock
    entries: list[Entry] = field(default_factory=list)
    calls: deque[Call] = field(default_factory=lambda: deque(maxlen=CALLS_KEPT))
    #: What broke the Bot API's schema, and how often.
    violations: dict[str, int] = field(default_factory=dict)
    #: Every call is remembered; switched off for measurements.
    keeps_calls: bool = True
    counted: dict[str, int] = field(default_factory=dict)
    #: Told of every call by its number, method and status, while somebody wants to know.
    on_call: Callable[[int, str, int], None] | None = None
    _call_number: int = 0
    _written: asyncio.Event = field(default_factory=asyncio.Event)

    def write(
        self,
        direction: str,
        method: str,
        *,
        bot: int,
        chat_id: int,
        person: str,
        text: str = "",
        carries: str = "",
        buttons: list[list[str]] | None = None,
        silent: bool = False,
        message_id: int | None = None,
        by: str = "bot",
    ) -> Entry:
        """Write down what was said or done."""
        entry = Entry(
            n=len(self.entries) + 1,
            at=self._moment(),
            bot=bot,
            chat_id=chat_id,
            person=person,
            direction=direction,
            text=text,
            buttons=buttons or [],
            silent=silent,
            method=method,
            message_id=message_id,
            by=by,
            carries=carries,
        )
        self.entries.append(entry)
        self._written.set()
        return entry

    def write_call(
        self, bot: int | None, method: str, params: dict[str, Any], status: int, note: str = ""
    ) -> None:
        """Write down a request and how it was answered; status 0 is no answer."""
        self.counted[method] = self.counted.get(method, 0) + 1
        self._call_number += 1
        if self.keeps_calls:
            call = Call(self._call_number, self._moment(), bot, method, params, status, note)
            self.calls.append(call)
        if self.on_call is not None:
            self.on_call(self._call_number, method, status)

    def object_to(self, where: str, faults: list[str]) -> None:
        """Write down what broke the schema."""
        for fault in faults:
            said = f"{where}: {fault}"
            self.violations[said] = self.violations.get(said, 0) + 1

    async def since(self, n: int, *, limit: int = 1000, wait: float = 0.0) -> list[dict[str, Any]]:
        """List entries after number n; wait real seconds for one where there is none yet."""
        if wait > 0:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    while len(self.entries) <= n:
                        self._written.clear()
                        await self._written.wait()
        return [asdict(entry) for entry in self.entries[max(n, 0) : max(n, 0) + limit]]

    def calls_since(self, n: int, *, limit: int = 1000) -> list[dict[str, Any]]:
        """List calls after number n."""
        if not self.calls:
            return []
        start = max(n + 1 - self.calls[0].n, 0)
        return [asdict(self.calls[i]) for i in range(start, min(start + limit, len(self.calls)))]

    def _moment(self) -> str:
        return self.clock.now().isoformat(timespec="microseconds")
