"""`vigil demo`: plays one whole life, then lets people play; `--once` exits 0 if all was kept."""

import argparse
import asyncio
import contextlib
import signal
import sys
from pathlib import Path

from bot.demo.playing import Asked, demo
from handlers.words import languages

_ENDS = (signal.SIGINT, signal.SIGTERM)


def arguments() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(prog="vigil demo", description=__doc__)
    parser.add_argument("--once", action="store_true", help="play the life, then exit")
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="write what was said, a line each"
    )
    parser.add_argument(
        "--stage", action="store_true", help="no life: everybody is enrolled in a moment"
    )
    parser.add_argument(
        "--language",
        choices=languages(),
        default="en",
        help="what the defender reads (with --stage)",
    )
    parser.add_argument("--open", action="store_true", help="open the page, where a browser is")
    parser.add_argument(
        "--stand", metavar="URL", help="use the stand-in that answers there, and no other"
    )
    return parser


def asked() -> Asked:
    """Read the command line."""
    parser = arguments()
    given = parser.parse_args()
    if given.stage and (given.once or given.json):
        parser.error("--stage plays no life, so there is nothing to exit or to write after")
    if given.language != "en" and not given.stage:
        parser.error("--language goes with --stage: the life is held against an English page")
    return Asked(
        once=given.once,
        json_file=given.json,
        stage_only=given.stage,
        stand_url=given.stand.rstrip("/") if given.stand else None,
        open_browser=given.open,
        language=given.language,
    )


async def until_stopped(asked: Asked) -> int:
    """Play, and take everything down at the first Ctrl-C or SIGTERM; the second breaks it off."""
    loop, playing = asyncio.get_running_loop(), asyncio.create_task(demo(asked))

    def stop() -> None:
        for one in _ENDS:
            loop.remove_signal_handler(one)
        playing.cancel()

    # Also where whoever started us ignores Ctrl-C, as a shell does for what runs behind it.
    for one in _ENDS:
        loop.add_signal_handler(one, stop)
    with contextlib.suppress(asyncio.CancelledError):
        return await playing
    return 0


if __name__ == "__main__":
    try:
        sys.exit(asyncio.run(until_stopped(asked())))
    except KeyboardInterrupt:
        sys.exit(1)
