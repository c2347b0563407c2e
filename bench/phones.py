"""How much a phone must load to seal a note, and how long it takes, in a real browser.

The phone here is this machine, whose processor is several times faster than an old telephone's.
"""

import asyncio
import json
import sys

from bench.figures import Findings, at_most, middle
from bench.ground import Ground
from bench.plan import Plan

_SIZE = at_most(150)
_FIRST = at_most(300)
_ROUNDS = 3  #: how often the page is opened anew, for each round of the plan


async def measure(_ground: Ground, plan: Plan) -> Findings:
    """Let miniapp/measure.py open the committed page, in a process of its own."""
    found = Findings("The page on which phones seal: its size, and the first seal in Chromium")
    process = await asyncio.create_subprocess_exec(
        *(
            sys.executable,
            "-m",
            "miniapp.measure",
            "--json",
            "--rounds",
            str(_ROUNDS * plan.rounds),
        ),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, complained = await process.communicate()
    if process.returncode:
        # The browser and what steers it are there for those who develop, not for operators.
        why = complained.decode().strip().splitlines()[-1:] or ["it ended without a word"]
        found.not_measured.append(f"the page: {why[0]}")
        return found
    shown = json.loads(said)
    found.under(f"opened anew {len(shown['seals'])} times, 320 by 640 pixels, nothing kept between")
    found.add("size", shown["bytes"] / 1000, "kB", _SIZE)
    found.add("  over the line, compressed", shown["small"] / 1000, "kB")
    found.add(
        "from pressing Send to the envelope, the first of a page",
        middle(shown["seals"]),
        "ms",
        _FIRST,
    )
    found.add("  the slowest of them", max(shown["seals"]), "ms")
    found.add("  until the page stands there, from a file", middle(shown["loads"]), "ms")
    return found
