"""The control road's door to the list of what the stand-in plays and what it does not."""

from typing import Any

from simulator.control import Asked, Door
from simulator.methods import table
from simulator.unplayed import listing


async def methods(asked: Asked) -> dict[str, Any]:
    """List the methods of the Bot API that are played and those that are not."""
    known = (one.name for one in asked.town.schema.methods.values())
    return listing(known, table())


def doors() -> list[Door]:
    """List this door."""
    return [Door("GET", "/control/methods", methods.__doc__ or "", methods)]
