"""Runs the stand-in as a process: `python -m simulator --port 8081 --token 4242:secret`."""

import argparse
import asyncio
import signal
import sys
from datetime import datetime

from simulator.clock import A_MONDAY
from simulator.running import LOOPBACK, bind, serve
from simulator.stand import StandIn


def _moment(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise argparse.ArgumentTypeError("a moment needs a zone, such as 2026-03-02T05:00:00Z")
    return at


def arguments() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(prog="simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="port on loopback; 0 takes a free one")
    parser.add_argument("--at", type=_moment, default=A_MONDAY, help="where the clock begins")
    parser.add_argument("--speed", type=float, default=1.0, help="virtual seconds in a real one")
    parser.add_argument("--token", action="append", default=[], help="a bot's token; repeatable")
    parser.add_argument("--no-limits", action="store_true", help="send as fast as one can")
    return parser


async def run(given: argparse.Namespace) -> None:
    """Serve until a signal comes."""
    stand_in = StandIn(given.at, given.speed)
    stand_in.town.limits.on = not given.no_limits
    for token in given.token:
        stand_in.town.admit_bot(token)
    line = bind(given.port)
    # Connections queue up from here on, so whoever reads the next line can already connect.
    line.listen(1024)
    stop = asyncio.Event()
    for one in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(one, stop.set)
    sys.stdout.write(f"listening on http://{LOOPBACK}:{line.getsockname()[1]}\n")
    sys.stdout.flush()
    await serve(stand_in, line, stop)
    line.close()


if __name__ == "__main__":
    asyncio.run(run(arguments().parse_args()))
