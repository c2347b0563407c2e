"""How long `vigil run` takes from its start to its first poll, and how much memory it keeps."""

from bench.company import company
from bench.crowd import DEADLINE, Crowd
from bench.figures import Findings, at_most, middle
from bench.ground import Backend, Ground
from bench.plan import Plan
from bench.usage import peak_bytes, resident_bytes

_MEMORY = at_most(150)
_MB = 1_000_000


async def measure(ground: Ground, plan: Plan) -> Findings:
    """Measure the start and the memory of the real process."""
    found = Findings("Start: `vigil run` as a process of its own, on SQLite")
    crowd = Crowd(plan.people)
    starts: list[float] = []
    resident: list[float] = []
    peaks: list[float] = []
    for _ in range(plan.rounds):
        async with (
            ground.copy(Backend.SQLITE, crowd) as url,
            company(ground, url, DEADLINE, noted=False) as together,
        ):
            await together.calm()
            starts.append(together.started_in)
            resident.append(resident_bytes(together.process.pid) / _MB)
            peaks.append(peak_bytes(together.process.pid) / _MB)
    found.add(f"start to first poll at N = {crowd.size:,}", middle(starts), "s")
    found.add("  memory at rest", max(resident), "MB", _MEMORY)
    found.add("  memory at most until then", max(peaks), "MB", _MEMORY)
    return found
