"""What changes, told at once to whoever listens: the news behind `/control/stream`.

Nothing is kept while nobody listens. Each listener has its own bounded shelf on which a newer
piece of news replaces the one it makes needless; who is too slow for it is told to begin anew.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

from simulator.town import Town

#: News is gathered for so long, in real seconds, before it goes out together.
GATHERING = 0.05
#: News of calls goes out at most so often, in real seconds.
BETWEEN_CALLS = 0.25
#: A stream says that it is still there after so many real seconds of silence.
HEARTBEAT = 15.0
#: So much news waits for a listener; beyond it, everything is to be looked at again.
SHELF = 4096

#: Methods by which a bot changes its own names, commands and menu.
_OF_THE_BOT = ("setMy", "deleteMy", "removeMy", "setChatMenuButton")

Key = tuple[object, ...]
_CALLS: Key = ("calls",)
_HELLO: Key = ("hello",)
_NUMBERED = {"hello", "chat"}


@dataclass(eq=False, slots=True)
class Listener:
    """One open stream, and the news that it has not been told."""

    #: Tells the number of the record's newest entry.
    n: Callable[[], int]
    shelf: dict[Key, dict[str, Any]] = field(default_factory=dict)
    over: bool = False
    _stirred: asyncio.Event = field(default_factory=asyncio.Event)
    _calls_at: float = 0.0

    def begin(self) -> None:
        """Let everything be looked at, or looked at again; makes all older news needless."""
        self.shelf.clear()
        self.shelf[_HELLO] = {"topic": "hello"}
        self._stirred.set()

    def put(self, key: Key, piece: dict[str, Any]) -> None:
        """Lay a piece of news down; where there is no room, a fresh beginning instead of all."""
        if _HELLO in self.shelf:
            return
        self.shelf[key] = piece
        if len(self.shelf) > SHELF:
            self.begin()
        self._stirred.set()

    def end(self) -> None:
        """Tell nothing more."""
        self.over = True
        self._stirred.set()

    async def told(self) -> AsyncIterator[bytes]:
        """Give the news as Server-Sent Events, as it comes."""
        loop = asyncio.get_running_loop()
        yield b"retry: 500\n\n"
        while not self.over:
            late = self._calls_at + BETWEEN_CALLS - loop.time() if _CALLS in self.shelf else None
            try:
                async with asyncio.timeout(HEARTBEAT if late is None else max(late, 0.0)):
                    await self._stirred.wait()
            except TimeoutError:
                if late is None:
                    yield b": still here\n\n"
                    continue
            if not self.over and _HELLO not in self.shelf:
                await asyncio.sleep(GATHERING)
            if some := self._take(loop.time()):
                yield b"".join(map(_event, some))

    def _take(self, now: float) -> list[dict[str, Any]]:
        self._stirred.clear()
        calls = self.shelf.pop(_CALLS, None)
        some = list(self.shelf.values())
        self.shelf.clear()
        if calls is not None and now - self._calls_at >= BETWEEN_CALLS:
            self._calls_at = now
            some.append(calls)
        elif calls is not None:
            self.shelf[_CALLS] = calls
        # What is looked at now holds all entries up to this one, whenever it was stirred.
        n = self.n()
        return [piece | {"n": n} if piece["topic"] in _NUMBERED else piece for piece in some]


@dataclass(eq=False, slots=True)
class News:
    """Hands every piece of news of a town to all who listen, and watches only while some do."""

    town: Town
    listeners: set[Listener] = field(default_factory=set)
    _notices: int = 0

    def listen(self) -> Listener:
        """Open a stream; its first piece of news says where it begins."""
        if not self.listeners:
            self.town.watchers.append(self.hear)
            self.town.record.on_call = self.called
        listener = Listener(lambda: len(self.town.record.entries))
        listener.begin()
        self.listeners.add(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """Close a stream."""
        self.listeners.discard(listener)
        if not self.listeners and self.hear in self.town.watchers:
            self.town.watchers.remove(self.hear)
            self.town.record.on_call = None

    def end(self) -> None:
        """Close all streams."""
        for listener in self.listeners:
            listener.end()

    def hear(self, topic: str, what: dict[str, Any]) -> None:
        """Pass a piece of news on; a newer one of the same thing takes its place."""
        key: Key = (topic,)
        if topic == "chat":
            key = (topic, what["bot"], what["chat_id"])
        elif topic == "slots":
            key = (topic, what["name"])
        elif topic == "notify":
            self._notices += 1
            key = (topic, self._notices)
        piece = {"topic": topic, **what}
        for listener in self.listeners:
            listener.put(key, piece)

    def called(self, n: int, method: str, status: int) -> None:
        """Tell of a call of the Bot API; one that was never answered was struck by a fault."""
        self.hear("calls", {"n": n})
        if status == 200 and method.startswith(_OF_THE_BOT):
            self.hear("town", {})
        if not status and self.town.faults.armed:
            self.hear("faults", {})


def _event(piece: dict[str, Any]) -> bytes:
    return f"data: {json.dumps(piece, ensure_ascii=False, separators=(',', ':'))}\n\n".encode()
