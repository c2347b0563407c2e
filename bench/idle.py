"""What it costs to have nothing to do: one turn of the engine, and the whole house at rest.

It must not depend on how many people are watched over: there is one indexed question to ask.
"""

import asyncio
import time
from datetime import timedelta

from bench.company import company
from bench.crowd import DEADLINE, Crowd
from bench.engine import Engine, engine
from bench.figures import Findings, at_most, middle
from bench.ground import Backend, Ground
from bench.plan import Plan

_TURN = at_most(0.5)
_SHARE = at_most(0.2)
_FLAT = at_most(1.5)  #: times the cost at the smallest size; less than that is the machine's mood
_TURNS = 50
#: An hour before anybody is due, and an hour after the last of the day before.
_NIGHT = DEADLINE + timedelta(hours=4)


async def measure(ground: Ground, plan: Plan) -> Findings:
    """Measure a turn for each size, right after a sweep, and the running house."""
    found = Findings("Idle: nobody is due")
    turns: list[float] = []
    for size in plan.idle:
        crowd = Crowd(size)
        url = await ground.planted(Backend.SQLITE, crowd)
        found.under(
            f"{size:,} people with their real seals were planted in {ground.seconds[crowd]:.0f} s"
        )
        async with engine(ground, url, _NIGHT) as one:
            await one.hear(_NIGHT)
            turns.append(await _turn(one, plan.rounds))
        found.add(f"one turn at N = {size:,}, processor", turns[-1], "ms", _TURN)
    if len(turns) > 1:
        found.add("  the largest against the smallest", turns[-1] / turns[0], "times", _FLAT)
    size, due = plan.sweeps[-1]
    async with (
        ground.copy(Backend.SQLITE, Crowd(size, due)) as url,
        engine(ground, url, DEADLINE) as one,
    ):
        await one.hear(DEADLINE)
        await one.tick.turn()
        after = await _turn(one, plan.rounds)
    found.add(f"right after a sweep of {due:,} among N = {size:,}", after, "ms", _TURN)
    await _house(ground, Crowd(plan.people), plan.idle_seconds, found)
    return found


async def _turn(one: Engine, rounds: int) -> float:
    """Return the milliseconds of processor that a turn takes when there is nothing to do."""
    await one.tick.turn()
    taken: list[float] = []
    for _ in range(rounds):
        began = time.process_time()
        for _ in range(_TURNS):
            await one.tick.turn()
        taken.append((time.process_time() - began) / _TURNS * 1000)
    return middle(taken)


async def _house(ground: Ground, crowd: Crowd, seconds: float, found: Findings) -> None:
    async with (
        ground.copy(Backend.SQLITE, crowd) as url,
        company(ground, url, _NIGHT) as together,
    ):
        await together.calm()
        began, cpu = time.perf_counter(), together.cpu_seconds()
        await asyncio.sleep(seconds)
        used = (together.cpu_seconds() - cpu) / (time.perf_counter() - began)
    name = f"the running house at N = {crowd.size:,}, over {seconds:.0f} s"
    found.add(name, used * 100, "% of a core", _SHARE)
