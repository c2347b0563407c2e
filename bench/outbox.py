"""How fast the courier carries alarms: as fast as it can, and as fast as Telegram allows.

The stand-in is a process of its own on the same machine and takes its share of it.
"""

from bench.crowd import Crowd
from bench.evening import Evening, live_through
from bench.figures import Findings, at_most, middle
from bench.ground import Backend, Ground
from bench.plan import Plan
from bot.limiter import PER_SECOND

#: With the limiter on, the last may come this much later than Telegram's wall alone would have it.
_LIMITED = 1.05
_COMMITS = at_most(0.2)
_MANY = 100
_FIRST_OUT = at_most(100)


async def measure(ground: Ground, plan: Plan) -> Findings:
    """Measure the courier with the limiter off, for each D, and with the limiter on."""
    found = Findings("Outbox: alarms carried through the courier to the stand-in")
    for due in plan.alarms:
        rounds = plan.rounds if due <= 1_000 else 1
        crowd = Crowd(max(plan.carried, 10 * due), due, alone=True)
        await _unlimited(ground, crowd, rounds, found)
    await _limited(
        ground, Crowd(max(plan.carried, 10 * plan.limited), plan.limited, alone=True), found
    )
    return found


async def _unlimited(ground: Ground, crowd: Crowd, rounds: int, found: Findings) -> None:
    evenings = [
        await live_through(ground, Backend.SQLITE, crowd, limits=False, within=60 + crowd.due / 20)
        for _ in range(rounds)
    ]
    due = crowd.due
    first = middle([_first_out(one) for one in evenings])
    found.add(f"limiter off, D = {due:,}: decision to first alarm out", first, "ms", _FIRST_OUT)
    turned = middle([(one.told[0].ended - one.turned) * 1000 for one in evenings])
    found.add("  from when the sweep turned to the first batch", turned, "ms")
    last = middle([one.settled - one.decided for one in evenings])
    found.add("  decision to last settled", last, "s")
    found.add("  carried", due / last, "alarms/s")
    if due >= _MANY:  # below, the house's own breathing would be counted for the alarms
        cpu = middle([one.cpu / due * 1000 for one in evenings])
        found.add("  processor", cpu, "ms an alarm")
    commits = middle([one.commits / due for one in evenings])
    aim = _COMMITS if due >= _MANY else None
    found.add("  commits to decide, claim and settle", commits, "an alarm", aim)


async def _limited(ground: Ground, crowd: Crowd, found: Findings) -> None:
    due = crowd.due
    one = await live_through(
        ground, Backend.SQLITE, crowd, limits=True, within=60 + 2 * due / PER_SECOND
    )
    last = one.told[-1].ended - one.decided
    longest = at_most(_LIMITED * due / PER_SECOND)
    found.add(f"limiter on, D = {due:,}: decision to last alarm out", last, "s", longest)
    found.add("  decision to first alarm out", _first_out(one), "ms", _FIRST_OUT)
    found.add("  times Telegram would have refused us", one.refused, "", at_most(0))


def _first_out(evening: Evening) -> float:
    """Return milliseconds from the first decision to the first alarm that was told."""
    return (evening.told[0].ended - evening.decided) * 1000
