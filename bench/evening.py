"""One evening: a deadline passes while a real house listens, and the alarms reach the stand-in."""

import asyncio
import time
from dataclasses import dataclass
from datetime import timedelta

from bench.company import company
from bench.crowd import DEADLINE, Crowd
from bench.ground import Backend, Ground
from bench.stopwatch import Commit, Stopwatch, Telling
from bench.usage import peak_bytes
from rules.notices import Kind

#: What the first rung is told: coordinators one thing, contacts another.
_ALARMS = (Kind.ALARM.value, Kind.ASK.value)
_WRITTEN_FOR_ALARMS = ("sweep", "claim", "settle")
#: A house starts before the hour, comes to rest, and then the clock is pushed close to it: by less
#: than would make the house do again what it does every hour.
_AFTERNOON = timedelta(minutes=30)
_BEFORE = timedelta(seconds=1.5)
_SETTLED = 1.0  #: seconds in which the last telling is surely settled as well


class StrangeEveningError(Exception):
    """Something else happened than was to be measured."""


@dataclass(frozen=True, slots=True)
class Evening:
    """What an evening was like. Moments are seconds of the machine's monotonic clock."""

    crowd: Crowd
    deadline: float
    watch: Stopwatch
    cpu: float  #: seconds of processor that the house used
    peak: int  #: bytes of memory that the house had at most
    refused: int  #: times that the stand-in said we send too fast

    @property
    def swept(self) -> list[Commit]:
        """The commits that decided about those who are due."""
        return [one for one in self.watch.with_kind("sweep") if one.began >= self.deadline]

    @property
    def heard(self) -> float:
        """When it was committed that everything up to the deadline had been heard."""
        decided = self.swept[0].began
        return max(one.ended for one in self.watch.with_kind("inbox") if one.ended <= decided)

    @property
    def told(self) -> list[Telling]:
        """The alarms, in the order in which they were told."""
        return sorted(self.watch.told(*_ALARMS), key=lambda one: one.ended)

    @property
    def turned(self) -> float:
        """When the sweep turned to those who were told first."""
        first = self.told[0]
        return first.claimed - first.waited

    @property
    def decided(self) -> float:
        """When the first of them were decided: their batch was about to be committed."""
        return next(one.began for one in self.swept if one.began >= self.turned)

    @property
    def settled(self) -> float:
        """When the last of them was settled."""
        last = self.told[-1].ended
        return min(one.ended for one in self.watch.with_kind("settle") if one.ended >= last)

    @property
    def commits(self) -> int:
        """How many commits decided, claimed and settled."""
        ours = self.watch.with_kind(*_WRITTEN_FOR_ALARMS)
        return sum(self.deadline <= one.began and one.ended <= self.settled for one in ours)


async def live_through(
    ground: Ground, backend: Backend, crowd: Crowd, *, limits: bool, within: float
) -> Evening:
    """Let the deadline of a crowd pass. `within`: seconds in which everybody must be told.

    Raises NeverHappenedError, StrangeEveningError.
    """
    expected = crowd.due if crowd.alone else 2 * crowd.due
    async with (
        ground.copy(backend, crowd) as url,
        company(ground, url, DEADLINE - _AFTERNOON, crowd.asked(), limits=limits) as together,
    ):
        await together.calm()
        before = await together.counted("sendMessage")
        await together.stand.push_to(DEADLINE - _BEFORE)
        # Noted before it is asked: an answer that comes late must not make the deadline later, for
        # what was heard and decided in time would seem to lie before it.
        asked = time.monotonic()
        deadline = asked + (DEADLINE - await together.stand.now()).total_seconds()
        cpu = together.cpu_seconds()
        await together.until("sendMessage", before + expected, within)
        cpu = together.cpu_seconds() - cpu
        await asyncio.sleep(_SETTLED)
        refused = int((await together.stand.limits())["refused"])
        faults = await together.stand.violations()
        peak = peak_bytes(together.process.pid)
        evening = Evening(crowd, deadline, await together.end(), cpu, peak, refused)
    if faults or len(evening.told) != expected:
        raise StrangeEveningError(f"{len(evening.told)} of {expected} were told; {faults[:3]}")
    return evening
