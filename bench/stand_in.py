"""Whether the stand-in holds many chats and messages without slowing: each way, and in memory.

Measured from outside, as a process of its own, with its limits off. A message that comes when it
holds a lot must cost what the first ones did; that is said in processor time, for the machine's
clock tells more about its other work.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

import httpx

from bench.figures import Findings, at_most
from bench.ground import Ground
from bench.plan import Plan
from bench.usage import cpu_seconds, resident_bytes
from simulator.people import Stand
from simulator.running import launched

_TOKEN = "4242:measured-and-never-real"  # noqa: S105 - nobody else takes it
_SENDERS = 8  #: as many as the courier has
_SAID_AT_ONCE = 100
_QUARTERS = 4
_FLAT = at_most(1.25)  #: times the processor that a message took at first
_MEMORY = at_most(150)  #: megabytes with everything in it
_FIRST_PERSON = 50_000_000


@dataclass(frozen=True, slots=True)
class Quarter:
    """What a quarter of the messages took."""

    seconds: float
    cpu: float


async def measure(ground: Ground, plan: Plan) -> Findings:
    """Fill a stand-in with chats and messages, both ways."""
    chats, messages = plan.stand_in
    found = Findings("The stand-in: many chats, many messages")
    found.under(f"{chats:,} chats, {messages:,} messages each way, limits off, no page open")
    async with launched(token=_TOKEN, limits=False) as stand:
        people = [_FIRST_PERSON + number for number in range(chats)]
        phones = [{"id": one, "first_name": "N", "started": True} for one in people]
        await stand.tell("people", *phones)
        empty = _megabytes(stand)
        await _both_ways(stand, people, messages, found)
        found.add("memory with nothing said", empty, "MB")
        found.add("memory with all of it", _megabytes(stand), "MB", _MEMORY)
        violated = await stand.violations()
        if violated:
            raise StandInObjectsError(violated)
    return found


class StandInObjectsError(Exception):
    """The stand-in lists violations: what was measured was no honest traffic."""


async def _both_ways(stand: Stand, people: list[int], messages: int, found: Findings) -> None:
    share = messages // _QUARTERS
    async with httpx.AsyncClient(base_url=f"{stand.bot_url}{_TOKEN}", timeout=60) as http:
        out = [
            await _timed(stand, partial(_send, http, people, n * share, share))
            for n in range(_QUARTERS)
        ]
        into = [
            await _timed(stand, partial(_say_and_fetch, stand, http, people, share))
            for _ in range(_QUARTERS)
        ]
    for name, quarters in (("out, sendMessage", out), ("in, said and fetched by polls", into)):
        rate = messages / sum(one.seconds for one in quarters)
        found.add(f"{name}: messages a second", rate, "/s")
        found.add("  processor a message", 1000 * sum(q.cpu for q in quarters) / messages, "ms")
        flat = quarters[-1].cpu / quarters[0].cpu
        found.add("  the last quarter against the first", flat, "times", _FLAT)


async def _timed(stand: Stand, work: Callable[[], Awaitable[None]]) -> Quarter:
    assert stand.pid is not None
    began, before = time.monotonic(), cpu_seconds(stand.pid)
    await work()
    return Quarter(time.monotonic() - began, cpu_seconds(stand.pid) - before)


async def _send(http: httpx.AsyncClient, people: list[int], first: int, count: int) -> None:
    numbers = iter(range(first, first + count))

    async def sender() -> None:
        for number in numbers:
            chat = people[number % len(people)]
            answer = await http.post("/sendMessage", data={"chat_id": chat, "text": f"{number}"})
            answer.raise_for_status()

    await asyncio.gather(*(sender() for _ in range(_SENDERS)))


async def _say_and_fetch(
    stand: Stand, http: httpx.AsyncClient, people: list[int], count: int
) -> None:
    fetched = offset = 0
    for start in range(0, count, _SAID_AT_ONCE):
        some = range(start, min(start + _SAID_AT_ONCE, count))
        said = ({"from": people[number % len(people)], "text": f"{number}"} for number in some)
        await stand.tell("say", *said)
        answer = await http.post("/getUpdates", data={"offset": offset, "timeout": 0})
        updates = answer.raise_for_status().json()["result"]
        fetched += len(updates)
        offset = updates[-1]["update_id"] + 1
    if fetched != count:
        raise LookupError(f"{count} were said and {fetched} fetched")


def _megabytes(stand: Stand) -> float:
    assert stand.pid is not None
    return resident_bytes(stand.pid) / 1_000_000
