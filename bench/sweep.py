"""How fast those who have fallen silent become alarms: D due among N, until all is committed.

For each of them a key is unwrapped, a person and a promise opened, the rules decide, an alarm with
its ladder is sealed, the promise swapped, a line of the diary chained, and two notices are written.
"""

import time
from dataclasses import dataclass

from bench.beneath import how_it_is_opened, rows_written
from bench.crowd import DEADLINE, Crowd
from bench.engine import Engine, engine
from bench.figures import Aim, Findings, at_least, at_most, middle
from bench.ground import Backend, Ground, NoServerError
from bench.plan import Plan

AIMS = {Backend.SQLITE: at_least(5_000), Backend.POSTGRESQL: at_least(4_000)}
_COMMITS = at_most(0.2)
#: Fewer are over before there is anything to measure; the aims are about many.
_MANY = 1_000
_HUNDRED = 100
_NOTICES = 2  #: for the coordinator on duty, and for the near person


class NotSweptError(Exception):
    """The sweep did not do what was measured."""


@dataclass(frozen=True, slots=True)
class Round:
    """One sweep."""

    seconds: float
    cpu: float
    commits: int
    rows: int


async def measure(ground: Ground, plan: Plan) -> Findings:
    """Measure the sweep on both databases."""
    found = Findings("Sweep: the silent become alarms, until all notices are committed")
    for backend in plan.backends:
        try:
            for size, due in plan.sweeps:
                await _measure(ground, backend, Crowd(size, due), plan.rounds, found)
        except NoServerError as error:
            found.not_measured.append(f"{backend}: {error.__doc__}")
    return found


async def _measure(
    ground: Ground, backend: Backend, crowd: Crowd, rounds: int, found: Findings
) -> None:
    taken = [await _round(ground, backend, crowd, found) for _ in range(rounds)]
    due = crowd.due
    where = f"{backend}, D = {due:,} among N = {crowd.size:,}"
    aim: Aim | None = AIMS[backend] if due >= _MANY else None
    found.add(where, middle([due / one.seconds for one in taken]), "watches/s", aim)
    found.add("  processor", middle([one.cpu / due * 1000 for one in taken]), "ms a watch")
    found.add("  rows written", middle([one.rows / due for one in taken]), "a watch")
    commits = middle([one.commits / due for one in taken])
    found.add("  commits to decide", commits, "an alarm", _COMMITS if due >= _HUNDRED else None)


async def _round(ground: Ground, backend: Backend, crowd: Crowd, found: Findings) -> Round:
    async with ground.copy(backend, crowd) as url, engine(ground, url, DEADLINE) as one:
        found.under(await how_it_is_opened(one.storage))
        await one.hear(DEADLINE)
        rows = await rows_written(one.storage)
        began, cpu = time.perf_counter(), time.process_time()
        await one.tick.turn()
        seconds, used = time.perf_counter() - began, time.process_time() - cpu
        rows = await rows_written(one.storage) - rows
        await _check(one, crowd)
        return Round(seconds, used, len(one.watch.with_kind("sweep")), rows)


async def _check(one: Engine, crowd: Crowd) -> None:
    """Raise NotSweptError unless everybody who was due has an alarm, and it is about to be said."""
    opened = (await one.storage.readings.counts()).open_alarms
    said = sum((await one.storage.outbox.backlog(one.clock.now())).due.values())
    if (opened, said) != (crowd.due, _NOTICES * crowd.due):
        raise NotSweptError(f"{opened} alarms and {said} notices for {crowd.due} who were due")
