"""The control road's doors for time, faults, limits, and for reading what happened."""

import asyncio
import time
from datetime import datetime, timedelta
from typing import Any

from simulator.control import Asked, Door, Field, NotUnderstood
from simulator.faults import Fault, Kind


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
    to = _moment(asked["set"])
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


async def arm(asked: Asked) -> dict[str, Any]:
    """Switch a fault on."""
    given = asked.given
    until = _moment(given.get("until"))
    if given.get("for_virtual_seconds") is not None:
        until = asked.town.clock.now() + timedelta(seconds=given["for_virtual_seconds"])
    fault = Fault(
        Kind(given["kind"]),
        methods=frozenset(str(name).lower() for name in given.get("methods") or ()),
        bot=given.get("bot"),
        chat_id=given.get("chat_id"),
        skip=given.get("skip") or 0,
        times=given.get("times"),
        until=until,
        seconds=given.get("seconds") or 0.0,
        code=given.get("code") or 500,
        description=given.get("description") or "Internal Server Error",
        retry_after=given.get("retry_after"),
        **(
            {"real_until": time.monotonic() + given["for_seconds"]}
            if given.get("for_seconds") is not None
            else {}
        ),
    )
    armed = asked.town.faults.arm(fault)
    asked.town.tell("faults")
    polls_too = not fault.methods or "getupdates" in fault.methods
    if polls_too and not fault.skip and fault.kind not in {Kind.LATENCY, Kind.DUPLICATE}:
        # Whoever waits in a long poll meets the fault too, as when a line goes dead.
        for bot in asked.town.bots.values():
            bot.queue.release()
    return armed.as_json()


async def list_faults(asked: Asked) -> list[dict[str, Any]]:
    """List the faults that are switched on, and what they did."""
    return [one.as_json() for one in asked.town.faults.armed]


async def disarm(asked: Asked) -> dict[str, Any]:
    """Switch one fault off, or all."""
    asked.town.faults.disarm(asked["id"])
    asked.town.tell("faults")
    return {"armed": len(asked.town.faults.armed)}


async def set_limits(asked: Asked) -> dict[str, Any]:
    """Switch Telegram's limits on or off, or change them; counting starts anew."""
    limits = asked.town.limits
    for name, value in asked.given.items():
        setattr(limits, name, value)
    limits.forget()
    return await read_limits(asked)


async def read_limits(asked: Asked) -> dict[str, Any]:
    """Tell the limits and how many requests they refused."""
    limits = asked.town.limits
    shown = {name: getattr(limits, name) for name in _LIMITS}
    return shown | {"refused": limits.refused}


async def restart(asked: Asked) -> dict[str, Any]:
    """Break all connections, as a restart of Telegram's server does; queues are kept."""
    return {"broken": asked.lines.hang_up_all(but=asked.request.scope)}


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
    """Show the updates that no bot has confirmed, and whether a long poll is open."""
    bots = asked.town.bots.values()
    wanted = [bot for bot in bots if asked["bot"] in (None, bot.id)]
    return {
        str(bot.id): {
            "pending": bot.queue.pending(),
            "expired": bot.queue.expired,
            "polling": bot.queue.polling,
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


_LIMITS = {
    "on": "boolean?",
    "chat_rate": "number?",
    "chat_burst": "number?",
    "group_rate": "number?",
    "group_burst": "number?",
    "all_rate": "number?",
    "all_burst": "number?",
}


def doors() -> list[Door]:
    """List these doors."""
    clock = {
        "push_seconds": Field("number?", "virtual seconds to move forward"),
        "set": Field("string?", "the moment to jump to, ISO 8601"),
        "speed": Field("number?", "virtual seconds in a real one"),
        "frozen": Field("boolean?", "stand still, or run again"),
    }
    fault = {
        "kind": Field("string", ", ".join(Kind)),
        "methods": Field("array?", "methods it strikes; all by default"),
        "bot": Field("integer?", "the bot it strikes"),
        "chat_id": Field("integer?", "the chat it strikes"),
        "skip": Field("integer?", "so many matching requests pass first"),
        "times": Field("integer?", "so many are struck"),
        "for_virtual_seconds": Field("number?", "how long, on the virtual clock"),
        "until": Field("string?", "until when, on the virtual clock, ISO 8601"),
        "for_seconds": Field("number?", "how long, in real seconds"),
        "seconds": Field("number?", "latency in real seconds"),
        "code": Field("integer?", "of a refusal"),
        "description": Field("string?", "of a refusal"),
        "retry_after": Field("integer?", "of a refusal, in seconds"),
    }
    since = {
        "since": Field("integer?", "number of the last one known"),
        "limit": Field("integer?", "at most so many; 1000 by default"),
    }
    waiting = since | {"wait": Field("number?", "wait so many real seconds for the first")}
    stillness = {
        "seconds": Field("number?", "of stillness, real; 0.2 by default"),
        "within": Field("number?", "give up after so many real seconds; 10 by default"),
    }
    limits = {name: Field(kind, "a second, or at once") for name, kind in _LIMITS.items()}
    one = {"id": Field("integer?", "the fault; all by default")}
    bot = {"bot": Field("integer?", "the bot; all by default")}
    table = [
        ("GET", "/control/health", health, {}),
        ("GET", "/control/clock", read_clock, {}),
        ("POST", "/control/clock", set_clock, clock),
        ("GET", "/control/faults", list_faults, {}),
        ("POST", "/control/faults", arm, fault),
        ("DELETE", "/control/faults", disarm, one),
        ("GET", "/control/limits", read_limits, {}),
        ("POST", "/control/limits", set_limits, limits),
        ("POST", "/control/restart", restart, {}),
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


def _moment(given: str | None) -> datetime | None:
    if given is None:
        return None
    at = datetime.fromisoformat(given)
    if at.tzinfo is None:
        raise NotUnderstood("a moment needs a zone")
    return at
