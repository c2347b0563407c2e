"""Calls people over another road when nobody takes an alarm, or when we cannot hear.

The call has no content: it says only that somebody should look. It is repeated at growing gaps for
as long as its cause lasts, and never keeps anything else waiting.
"""

import asyncio
import json
import logging
import sys
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

log = logging.getLogger(__name__)

#: What a call says, whoever hears it and wherever it is written down (PRACTICE.md, law 13).
TITLE = "Office"
BODY = "Please look at your messages."

FIRST_GAP = timedelta(minutes=5)
LONGEST_GAP = timedelta(hours=1)
#: A call that reached nobody is tried again sooner.
_AFTER_FAILURE = timedelta(minutes=1)
_PATIENCE = 90.0  #: seconds until a road that hangs is cut off
_BLAST = Path(__file__).with_name("horn_blast.py")


async def blow(addresses: Collection[str], *, patience: float = _PATIENCE) -> int:
    """Call every address and return how many were reached."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",
        str(_BLAST),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    asked = {"addresses": list(addresses), "title": TITLE, "body": BODY}
    try:
        async with asyncio.timeout(patience):
            answer, _ = await process.communicate(json.dumps(asked).encode())
        return int(json.loads(answer)["reached"])
    except (TimeoutError, ValueError):
        return 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@dataclass(frozen=True, slots=True)
class _Call:
    """When a cause is called about next, and the gap after that."""

    at: datetime | None  #: None: never again
    gap: timedelta


class Horn:
    """Remembers what was called about and when it must be called about again."""

    def __init__(self, addresses: Collection[str]) -> None:
        self._addresses = tuple(addresses)
        self._calls: dict[str, _Call] = {}
        self._blowing: asyncio.Task[None] | None = None
        self.failures = 0  #: calls in a row that reached nobody

    @property
    def is_set(self) -> bool:
        """Whether there is anybody to call."""
        return bool(self._addresses)

    def hear(self, causes: Collection[str], now: datetime, *, once: Collection[str] = ()) -> bool:
        """Call if one of `causes` is new or has lasted; say whether a call was begun.

        A cause is any word that stays the same while the cause lasts. `once`: causes that last for
        weeks and are called about a single time.
        """
        present = {*causes, *once}
        self._calls = {one: call for one, call in self._calls.items() if one in present}
        due = sorted(one for one in present if self._is_due(one, now))
        if not due or not self.is_set or (self._blowing and not self._blowing.done()):
            return False
        for one in due:
            gap = self._calls[one].gap if one in self._calls else FIRST_GAP
            at = None if one in once else now + gap
            self._calls[one] = _Call(at, min(2 * gap, LONGEST_GAP))
        # By itself, so that a road that hangs delays neither the alarm nor the next look.
        self._blowing = asyncio.create_task(self._blow(due, now))
        return True

    async def silence(self) -> None:
        """Wait for a call that is being made."""
        if self._blowing is not None:
            await self._blowing

    async def close(self) -> None:
        """Break off a call that is being made."""
        if self._blowing is not None:
            self._blowing.cancel()
            await asyncio.gather(self._blowing, return_exceptions=True)

    def _is_due(self, cause: str, now: datetime) -> bool:
        call = self._calls.get(cause)
        # Further ahead than any gap: our clock was set back meanwhile.
        return call is None or (call.at is not None and not now < call.at <= now + LONGEST_GAP)

    async def _blow(self, due: list[str], now: datetime) -> None:
        try:
            reached = await blow(self._addresses)
        except OSError:  # no process, no memory: the call must still be tried again
            log.exception("horn.broken")
            reached = 0
        wanted = len(self._addresses)
        log.warning("horn.blown", extra={"causes": len(due), "reached": reached, "of": wanted})
        if reached:
            self.failures = 0
            return
        self.failures += 1
        for one in due:
            if one in self._calls:
                self._calls[one] = _Call(now + _AFTER_FAILURE, FIRST_GAP)
