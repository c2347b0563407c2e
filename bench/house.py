"""Runs the real house with a stopwatch at its doors: `python -m bench.house REPORT [--unlimited]`.

It is put together by the same function as `vigil run` and lives by the same settings; only the
limiter can be switched off, which no setting does.
"""

import argparse
import asyncio
import os
import signal
from contextlib import AsyncExitStack
from pathlib import Path

from bench.beneath import rows_written
from bench.stopwatch import Stopwatch
from bot.courier import Courier
from bot.hold import Hold
from bot.house import House
from bot.limiter import Limiter
from bot.running import How, build
from bot.settings import load
from handlers.telling import tell
from storage.claims import Claimed, Outcome


async def live(report: Path, *, limits: bool) -> None:
    """Run until a signal comes, then write down what was noted."""
    watch, settings = Stopwatch(), load(os.environ)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with AsyncExitStack() as stack:
        house = await build(settings, stack, how=How(on_commit=watch.on_commit, limits=limits))
        storage, clock, bot = house.storage, house.clock, house.bot

        page, files = settings.public_url, storage.dossiers.handed_on

        async def say(claimed: Claimed) -> Outcome:
            return await tell(bot, claimed, storage.stamps, clock.now, page, files)

        # The same courier, with a stopwatch beside each telling.
        noted, carrying = watch.around(say, clock.now), _hold(house, "courier")
        limiter = Limiter(on=limits)
        house.courier = Courier(storage.outbox, noted, limiter, clock, storage.woken, carrying)
        before = await rows_written(storage)
        await house.turn(stop)
        watch.rows = await rows_written(storage) - before
    watch.write(report)


def _hold(house: House, name: str) -> Hold:
    return next(one for one in house.holds if one.name == name)


def arguments() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(prog="bench.house", description=__doc__)
    parser.add_argument("report", type=Path, help="where to write what was noted")
    parser.add_argument("--unlimited", action="store_true", help="send as fast as one can")
    return parser


if __name__ == "__main__":
    given = arguments().parse_args()
    asyncio.run(live(given.report, limits=not given.unlimited))
