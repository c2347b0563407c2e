"""Places on the page that whoever started the stand-in fills, and the clicks that come back.

The stand-in does not know what they mean; left empty, the page draws nothing there.
"""

import asyncio
import contextlib
from collections import deque
from dataclasses import asdict, dataclass, field
from typing import Any

from simulator.town import NotThere, Town

#: So many clicks are remembered.
WISHES_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Wish:
    """A click on something in a slot; numbered from 1."""

    n: int
    #: Virtual moment, ISO 8601 in UTC.
    at: str
    slot: str
    id: str
    more: dict[str, Any]


@dataclass(slots=True)
class Slots:
    """What stands in the slots, and what was wished there."""

    town: Town
    contents: dict[str, Any] = field(default_factory=dict)
    wishes: deque[Wish] = field(default_factory=lambda: deque(maxlen=WISHES_KEPT))
    _last: int = 0
    _wished: asyncio.Event = field(default_factory=asyncio.Event)

    def fill(self, name: str, content: Any) -> None:
        """Put something into a slot; None empties it."""
        if content is None:
            self.contents.pop(name, None)
        else:
            self.contents[name] = content
        self.town.tell("slots", name=name)

    def wish(self, slot: str, wish_id: str, more: dict[str, Any]) -> Wish:
        """Note a click."""
        if slot not in self.contents:
            raise NotThere(f"nothing stands in the slot {slot}")
        self._last += 1
        at = self.town.clock.now().isoformat(timespec="microseconds")
        wish = Wish(self._last, at, slot, wish_id, more)
        self.wishes.append(wish)
        self._wished.set()
        return wish

    async def since(self, n: int, wait: float) -> list[dict[str, Any]]:
        """List clicks after number n; wait real seconds for one where there is none yet."""
        if wait > 0:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    while self._last <= n:
                        self._wished.clear()
                        await self._wished.wait()
        return [asdict(wish) for wish in self.wishes if wish.n > n]
