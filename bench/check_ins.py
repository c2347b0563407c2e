"""How many notes a second get through: from Telegram's queue to the commit, and to the receipt.

They wait at the stand-in when the house turns to them. The clock begins with the commit that keeps
the first of them, and ends with the commit of the last effect, or with the last settled receipt.
"""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from bench.company import Company, company, say_together
from bench.crowd import MORNING, STEP, TIMES, Crowd, address
from bench.figures import Findings, at_least, at_most, middle
from bench.ground import Backend, Ground, NoServerError
from bench.plan import Plan
from bench.stopwatch import Stopwatch
from rules.notices import Kind
from rules.templates import TEMPLATES
from rules.terms import Level
from storage.opening import open_storage

_COMMITTED = at_least(800)
_SETTLED = at_least(200)
_ONE_COMMIT = at_most(1)
#: Late enough that many may send theirs already, early enough that nobody is nudged meanwhile.
AT = MORNING - timedelta(hours=1)
#: The house starts before, and the clock is pushed by less than makes it do its hourly work again.
STARTS = AT - timedelta(minutes=30)
_WORD = "fine"
LONGEST = 300.0
_LOOK = 0.2
SETTLES = 1.0  #: seconds in which the last receipt is surely settled


class NotNotedError(Exception):
    """Not every note had its effect, or not every one a receipt."""


@dataclass(frozen=True, slots=True)
class Round:
    """What one burst of notes was like."""

    notes: int
    watch: Stopwatch
    cpu: float

    @property
    def committed(self) -> float:
        """Notes a second until committed."""
        return self.notes / (self.watch.with_kind("effect")[-1].ended - self._began)

    @property
    def settled(self) -> float:
        """Notes a second until the receipt is settled."""
        return self.notes / (self.watch.with_kind("settle")[-1].ended - self._began)

    @property
    def largest(self) -> int:
        """How many notes the largest group commit held."""
        return max(one.kinds.count("effect") for one in self.watch.with_kind("effect"))

    @property
    def _began(self) -> float:
        first = self.watch.with_kind("effect")[0].began
        # The poll before the first effect brought the first of them; those before it were empty.
        return max(one.began for one in self.watch.with_kind("inbox") if one.ended <= first)


async def measure(ground: Ground, plan: Plan) -> Findings:
    """Measure with the limiter as always until committed, and without it until settled."""
    found = Findings(
        "Check-ins: end to end through the stand-in, house and stand-in each a process"
    )
    for backend in plan.backends:
        try:
            await _measure(ground, backend, plan, found)
        except NoServerError as error:
            found.not_measured.append(f"{backend}: {error.__doc__}")
    return found


async def _measure(ground: Ground, backend: Backend, plan: Plan, found: Findings) -> None:
    crowd = Crowd(max(plan.carried, plan.check_ins * 10))
    who = who_may(crowd)[: plan.check_ins]
    as_always = [await _burst(ground, backend, crowd, who, limits=True) for _ in range(plan.rounds)]
    freely = [await _burst(ground, backend, crowd, who, limits=False) for _ in range(plan.rounds)]
    where = f"{backend}, {len(who):,} notes among N = {crowd.size:,}"
    found.add(
        f"{where}: until committed",
        middle([one.committed for one in as_always]),
        "notes/s",
        _COMMITTED,
    )
    commits = [len(one.watch.with_kind("effect")) / one.notes for one in as_always]
    found.add("  commits with a note in them", max(commits), "a note", _ONE_COMMIT)
    found.add("  notes in the largest commit", max(one.largest for one in as_always), "notes")
    found.add("  rows written", middle([one.watch.rows / one.notes for one in as_always]), "a note")
    name = f"{where}, limiter off: until the receipt is settled"
    found.add(name, middle([one.settled for one in freely]), "notes/s", _SETTLED)
    found.add("  until committed meanwhile", middle([one.committed for one in freely]), "notes/s")
    cpu = middle([one.cpu / one.notes * 1000 for one in freely])
    found.add("  processor, receipt and all", cpu, "ms a note")


def who_may(crowd: Crowd) -> list[int]:
    """Return the chats of those for whom it is not too early: their note keeps a promise."""
    early = TEMPLATES[Level.MEDIUM].early
    places = [place for place in range(TIMES) if MORNING + place * STEP - early <= AT]
    return [address(one).chat for one in range(crowd.size) if one % TIMES in places]


async def _burst(
    ground: Ground, backend: Backend, crowd: Crowd, who: list[int], *, limits: bool
) -> Round:
    async with (
        ground.copy(backend, crowd) as url,
        company(ground, url, STARTS, who, limits=limits) as together,
    ):
        await together.calm()
        await together.stand.push_to(AT)
        cpu = together.cpu_seconds()
        await say_together(together.stand, who, _WORD)
        if limits:
            await _until_committed(ground, url)
        else:
            await together.until("sendMessage", len(who), LONGEST)
            await asyncio.sleep(SETTLES)
        cpu = together.cpu_seconds() - cpu
        noted = Round(len(who), await together.end(), cpu)
        await check(together, noted, told=not limits)
        return noted


async def _until_committed(ground: Ground, url: str) -> None:
    """Look into the database from outside until nothing waits for its effect."""
    storage = open_storage(url, ground.keyring, clock=lambda: AT)
    try:
        async with asyncio.timeout(LONGEST):
            await asyncio.sleep(1.0)  # until the first of them has been kept
            # Another process commits it; only looking tells.
            while await storage.inbox.oldest_untried() is not None:  # noqa: ASYNC110
                await asyncio.sleep(_LOOK)
    finally:
        await storage.close()


async def check(together: Company, noted: Round, *, told: bool) -> None:
    """Raise NotNotedError when a note had no effect or, where they were waited for, no receipt."""
    effects = noted.watch.counted()["effect"]
    receipts = len(noted.watch.told(Kind.RECEIPT.value))
    faults = await together.stand.violations()
    if effects != noted.notes or faults or (told and receipts != noted.notes):
        raise NotNotedError(
            f"{effects} effects, {receipts} receipts of {noted.notes}; {faults[:3]}"
        )
