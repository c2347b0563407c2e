"""`vigil demo`: plays one whole life; `--once` plays it and exits 0 only if every line was kept."""

import argparse
import asyncio
import sys
from pathlib import Path

from bot.demo.playing import demo


def arguments() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(prog="vigil demo", description=__doc__)
    parser.add_argument("--once", action="store_true", help="play the life, then exit")
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="write what was said, a line each"
    )
    return parser


if __name__ == "__main__":
    given = arguments().parse_args()
    try:
        sys.exit(asyncio.run(demo(once=given.once, json_file=given.json)))
    except KeyboardInterrupt:
        sys.exit(0)
