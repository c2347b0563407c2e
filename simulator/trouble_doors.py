"""The control road's doors for what goes wrong: faults, limits, and Telegram's own restart."""

import time
from datetime import datetime, timedelta
from typing import Any

from simulator.control import Asked, Door, Field
from simulator.faults import Fault, Kind

_LIMITS = ("chat_rate", "chat_burst", "group_rate", "group_burst", "all_rate", "all_burst")


async def arm(asked: Asked) -> dict[str, Any]:
    """Switch a fault on."""
    given = asked.given
    until = datetime.fromisoformat(given["until"]) if given.get("until") else None
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
        if value is not None:
            setattr(limits, name, value)
    limits.forget()
    return await read_limits(asked)


async def read_limits(asked: Asked) -> dict[str, Any]:
    """Tell the limits and how many requests they refused."""
    limits = asked.town.limits
    shown = {name: getattr(limits, name) for name in ("on", *_LIMITS)}
    return shown | {"refused": limits.refused}


async def restart(asked: Asked) -> dict[str, Any]:
    """Break all connections of bots, as a restart of Telegram's server does; queues are kept."""
    return {"broken": asked.lines.hang_up_bots()}


def doors() -> list[Door]:
    """List these doors."""
    fault = {
        "kind": Field("string", "what goes wrong", tuple(Kind)),
        "methods": Field("array?", "methods it strikes; all by default", of="string"),
        "bot": Field("integer?", "the bot it strikes"),
        "chat_id": Field("integer?", "the chat it strikes"),
        "skip": Field("integer?", "so many matching requests pass first", least=0),
        "times": Field("integer?", "so many are struck", least=1),
        "for_virtual_seconds": Field("number?", "how long, on the virtual clock", least=0),
        "until": Field("moment?", "until when, on the virtual clock"),
        "for_seconds": Field("number?", "how long, in real seconds", least=0),
        "seconds": Field("number?", "latency in real seconds", least=0, most=3600),
        "code": Field("integer?", "of a refusal", least=400, most=599),
        "description": Field("string?", "of a refusal"),
        "retry_after": Field("integer?", "of a refusal, in seconds", least=0),
    }
    limits = {"on": Field("boolean?", "whether there are any")}
    for name in _LIMITS:
        rate = name.endswith("rate")
        limits[name] = Field(
            "number?", "a second" if rate else "at once", least=0.01 if rate else 1
        )
    one = {"id": Field("integer?", "the fault; all by default")}
    table = [
        ("GET", "/control/faults", list_faults, {}),
        ("POST", "/control/faults", arm, fault),
        ("DELETE", "/control/faults", disarm, one),
        ("GET", "/control/limits", read_limits, {}),
        ("POST", "/control/limits", set_limits, limits),
        ("POST", "/control/restart", restart, {}),
    ]
    return [
        Door(method, path, run.__doc__ or path, run, takes) for method, path, run, takes in table
    ]
