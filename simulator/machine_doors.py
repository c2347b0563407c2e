"""The control road's doors for time, and for reading what happened."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

from simulator.control import Asked, Door, Field, NotUnderstood
from simulator.openapi import FIRST_YEAR, LAST_YEAR

#: One push goes at most so many seconds; some three centuries.
_FARTHEST = 10_000_000_000


async def health(asked: Asked) -> dict[str, Any]:
    """Say that the stand-in is there."""
    town = asked.town
    return {
        "ok": True,
        "at": town.clock.now().isoformat(),
        "bots": len(town.bots),
        "people": len(town.people),
        "entries": len(town.record.entries),
        "requests_open": asked.gate.inside,
    }


async def read_clock(asked: Asked) -> dict[str, Any]:
    """Tell the virtual time."""
    clock = asked.town.clock
    return {
        "at": clock.now().isoformat(timespec="microseconds"),
        "speed": clock.speed,
        "frozen": not clock.speed,
    }


async def set_clock(asked: Asked) -> dict[str, Any]:
    """Push, set, freeze or run the clock, once no request but long polls is under way."""
    clock = asked.town.clock
    to = datetime.fromisoformat(asked["set"]) if asked["set"] else None
    # Whatever cannot be done is found before anything is.
    then = (to or clock.now()) + timedelta(seconds=asked["push_seconds"] or 0)
    if not FIRST_YEAR <= then.year < LAST_YEAR:
        raise NotUnderstood(f"the clock goes from {FIRST_YEAR} to {LAST_YEAR}")
    async with asked.gate.alone():
        if asked["speed"] is not None:
            clock.run_at(asked["speed"])
        if asked["frozen"] is not None:
            clock.run_at(0.0 if asked["frozen"] else (clock.speed or 1.0))
        if to is not None:
            clock.set_to(to)
        if asked["push_seconds"]:
            clock.push(asked["push_seconds"])
        if asked.given:
            # Whoever waits must hear of it: a poll was to last so long by the clock as it went.
            for bot in asked.town.bots.values():
                bot.queue.hasten()
        asked.town.postman.hasten()
    moment = await read_clock(asked)
    asked.town.tell("clock", **moment)
    return moment


async def read_record(asked: Asked) -> list[dict[str, Any]]:
    """List what was said and done after entry `since`; with `wait`, wait for it."""
    record, limit = asked.town.record, asked["limit"] or 1000
    return await record.since(asked["since"] or 0, limit=limit, wait=asked["wait"] or 0.0)


async def read_calls(asked: Asked) -> list[dict[str, Any]]:
    """List the calls of the Bot API after call `since`."""
    return asked.town.record.calls_since(asked["since"] or 0, limit=asked["limit"] or 1000)


async def keep_calls(asked: Asked) -> dict[str, Any]:
    """Keep calls or, for measurements, only count them."""
    asked.town.record.keeps_calls = asked["keep"]
    return {"keep": asked["keep"]}


async def count(asked: Asked) -> dict[str, Any]:
    """Count calls by method."""
    return dict(asked.town.record.counted)


async def violations(asked: Asked) -> list[dict[str, Any]]:
    """List what broke the Bot API's schema."""
    found = asked.town.record.violations
    return [{"violation": said, "times": times} for said, times in found.items()]


async def queue(asked: Asked) -> dict[str, Any]:
    """Show the updates no bot has confirmed; whether it polls, how often its webhook failed."""
    bots = asked.town.bots.values()
    wanted = [bot for bot in bots if asked["bot"] in (None, bot.id)]
    return {
        str(bot.id): {
            "pending": bot.queue.pending(),
            "expired": bot.queue.expired,
            "polling": bot.queue.polling,
            "failures": bot.webhook.failures,
        }
        for bot in wanted
    }


async def quiet(asked: Asked) -> dict[str, Any]:
    """Wait until all updates are confirmed and no request has come for `seconds` (real)."""
    seconds = 0.2 if asked["seconds"] is None else asked["seconds"]
    try:
        async with asyncio.timeout(asked["within"] or 10.0):
            while True:
                await asked.gate.quiet(seconds)
                if not any(bot.queue.count() for bot in asked.town.bots.values()):
                    return {"quiet": True}
                await asyncio.sleep(0.01)
    except TimeoutError:
        return {"quiet": False}


def doors() -> list[Door]:
    """List these doors."""
    clock = {
        "push_seconds": Field(
            "number?", "virtual seconds to move forward", least=-_FARTHEST, most=_FARTHEST
        ),
        "set": Field("moment?", "the moment to jump to"),
        "speed": Field("number?", "virtual seconds in a real one", least=0, most=100_000),
        "frozen": Field("boolean?", "stand still, or run again"),
    }
    since = {
        "since": Field("integer?", "number of the last one known", least=0),
        "limit": Field("integer?", "at most so many; 1000 by default", least=1),
    }
    wait = Field("number?", "wait so many real seconds for the first", least=0)
    waiting = since | {"wait": wait}
    stillness = {
        "seconds": Field("number?", "of stillness, real; 0.2 by default", least=0),
        "within": Field("number?", "give up after so many real seconds; 10 by default", least=0),
    }
    bot = {"bot": Field("integer?", "the bot; all by default")}
    table = [
        ("GET", "/control/health", health, {}),
        ("GET", "/control/clock", read_clock, {}),
        ("POST", "/control/clock", set_clock, clock),
        ("GET", "/control/record", read_record, waiting),
        ("GET", "/control/calls", read_calls, since),
        ("POST", "/control/calls", keep_calls, {"keep": Field("boolean", "keep them")}),
        ("GET", "/control/counts", count, {}),
        ("GET", "/control/violations", violations, {}),
        ("GET", "/control/queue", queue, bot),
        ("GET", "/control/quiet", quiet, stillness),
    ]
    return [
        Door(method, path, run.__doc__ or path, run, takes) for method, path, run, takes in table
    ]
