"""Measures Vigil on this machine: `python -m bench [NAME ...] [--quick] [--json]`.

Each measurement stands in a file of its own; each says what it does at its top. Nothing is left
behind, and the people in it do not exist.
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import MappingProxyType

from bench import check_ins, hearing, idle, outbox, phones, sealed, stand_in, start_up, sweep
from bench.figures import Findings
from bench.ground import Ground, ground
from bench.machine import this_machine
from bench.page import document, summary, table
from bench.plan import Plan, planned

Measure = Callable[[Ground, Plan], Awaitable[Findings]]

MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "check-ins": check_ins.measure,
        "sealed": sealed.measure,
        "page": phones.measure,
        "sweep": sweep.measure,
        "outbox": outbox.measure,
        "hearing": hearing.measure,
        "idle": idle.measure,
        "start": start_up.measure,
        "stand-in": stand_in.measure,
    }
)


async def measure(names: Sequence[str], plan: Plan, *, as_json: bool) -> None:
    """Measure what was asked for, one after the other, and print it."""
    found: list[Findings] = []
    async with ground() as place:
        machine = this_machine(place.place)
        if not as_json:
            _say("\n".join(machine.lines()))
        for name in names:
            findings = await MEASURES[name](place, plan)
            found.append(findings)
            if not as_json:
                _say(table(findings))
    _say(document(machine, found) if as_json else summary(found))


def arguments() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(prog="vigil bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MEASURES))
    parser.add_argument("--quick", action="store_true", help="small and once: is it in order?")
    parser.add_argument("--json", action="store_true", help="for machines")
    parser.add_argument("--people", type=int, help="how many are watched over, in tens")
    parser.add_argument("--due", type=int, help="how many fall silent at once")
    return parser


def main() -> None:
    """Read the command line and measure."""
    parser = arguments()
    given = parser.parse_args()
    unknown = [name for name in given.names if name not in MEASURES]
    if unknown:
        parser.error(f"there is no {unknown[0]}; there are {', '.join(MEASURES)}")
    try:
        plan = planned(quick=given.quick, people=given.people, due=given.due)
    except ValueError as error:
        parser.error(str(error))
    # Telegram's client gives times as timedelta, as its next version will; as numbers it warns.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    asyncio.run(measure(given.names or list(MEASURES), plan, as_json=given.json))


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
