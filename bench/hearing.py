"""How long after a deadline we know that nothing came, and how long until the alarm is in hand."""

from bench.crowd import Crowd
from bench.evening import live_through
from bench.figures import Findings, at_most, percentile
from bench.ground import Backend, Ground
from bench.plan import Plan

_LAG = at_most(2)
_CLAIMED = at_most(1)
_AT_MOST_DUE = 100


async def measure(ground: Ground, plan: Plan) -> Findings:
    """Measure the ear's lag, and from the ear passing a deadline to the claimed notice."""
    found = Findings("Hearing: from a deadline to the claimed notice, limiter off")
    for due in sorted({1, min(_AT_MOST_DUE, max(plan.alarms))}):
        crowd = Crowd(max(plan.carried, 10 * due), due)
        evenings = [
            await live_through(ground, Backend.SQLITE, crowd, limits=False, within=60)
            for _ in range(plan.rounds)
        ]
        lags = [one.heard - one.deadline for one in evenings]
        waits = [told.claimed - one.heard for one in evenings for told in one.told]
        found.add(f"D = {due}: the ear passes the deadline after (worst)", max(lags), "s", _LAG)
        p99 = percentile(waits, 0.99)
        found.add("  from there to the claimed notice, p99", p99, "s", _CLAIMED)
        found.add("  the same, middle", percentile(waits, 0.5), "s")
    return found
