"""What somebody should look at: gathered once, for the pulse, the horn, the doctor and the log.

Each worry is a word that stays the same while it lasts and says nothing about anybody.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from bot.courier import Courier
from bot.ear import Ear
from bot.intake import Intake
from bot.stale import PageWatch, Trouble
from bot.tick import Tick
from rules.alarm import Alarm, Kind, Stage
from storage.journal import Journal
from storage.outbox import Outbox
from storage.readings import Readings

#: An alarm that nobody has taken for so long is called about (PRACTICE.md, law 23).
UNTAKEN = timedelta(minutes=5)
#: An alarm that nobody could be told of for so long stops the pulse (DECISIONS.md, 9).
UNTOLD = timedelta(minutes=5)
#: Deaf for so long, somebody is called; the pulse stops at once.
DEAF = timedelta(minutes=10)
STUCK = timedelta(minutes=5)  #: what was to be said and is not said for so long
LATE_FOR = timedelta(minutes=1)
_STILL = 120.0  #: seconds in which a sweep, however long, comes to its end
_FAILURES = 60  #: sweeps in a row that failed: about ten minutes


class Horn(Enum):
    """Whether people are called over another road."""

    NO = auto()
    ONCE = auto()  #: it lasts, and calling again would not mend it sooner
    AGAIN = auto()  #: for as long as it lasts


@dataclass(frozen=True, slots=True)
class Worry:
    """One thing that is not as it should be."""

    name: str
    stops_pulse: bool  #: whoever watches us from outside shall miss us
    horn: Horn = Horn.NO


@dataclass(slots=True)
class Doors:
    """The parts of the house whose state is looked at."""

    ear: Ear
    intake: Intake
    tick: Tick
    courier: Courier
    journal: Journal
    outbox: Outbox
    readings: Readings
    page: PageWatch | None = None  #: None: there is no page, or we serve it ourselves


class Worries:
    """Looks, and remembers since when an alarm has been free."""

    def __init__(self, doors: Doors) -> None:
        self._doors = doors
        self._free_since: dict[int, datetime] = {}
        self._late_since: datetime | None = None

    async def look(self, now: datetime) -> tuple[Worry, ...]:
        """Return everything that is not as it should be."""
        alarms = [seen.alarm for seen in await self._doors.readings.open_alarms()]
        about_page = await self._about_page(now)
        return (*self._about_alarms(alarms, now), *await self._about_us(now), *about_page)

    def _about_alarms(self, alarms: Sequence[Alarm], now: datetime) -> Iterable[Worry]:
        free = {
            alarm.number: alarm
            for alarm in alarms
            if alarm.stage is Stage.RAISED and alarm.kind is not Kind.DRILL
        }
        # Never ahead of now: a clock that is set back must not keep people from being called.
        self._free_since = {
            number: min(now, self._free_since.get(number, _free_since(alarm)))
            for number, alarm in free.items()
        }
        for number, since in self._free_since.items():
            if now - since >= UNTAKEN:
                yield Worry(f"alarm-untaken-{number}", stops_pulse=False, horn=Horn.AGAIN)
        for alarm in alarms:
            if not alarm.told and now - alarm.opened_at >= UNTOLD:
                yield Worry(f"alarm-untold-{alarm.number}", stops_pulse=True, horn=Horn.AGAIN)

    async def _about_page(self, now: datetime) -> Iterable[Worry]:
        found = await self._doors.page.look(now) if self._doors.page is not None else []
        horns = ((one.value, _PAGE_HORNS.get(one, Horn.NO)) for one in found)
        return [Worry(name, stops_pulse=False, horn=horn) for name, horn in horns]

    async def _about_us(self, now: datetime) -> Iterable[Worry]:
        doors = self._doors
        tick, courier = doors.tick, doors.courier
        deaf_for = now - tick.deaf_since if tick.deaf_since is not None else None
        dead = doors.intake.dead_letters
        stuck = await doors.journal.undecidable(now)
        backlog = await doors.outbox.backlog(now)
        # What was put off until now looks late for the moment that it takes to say it.
        late = backlog.oldest is not None and now - backlog.oldest >= STUCK
        self._late_since = (self._late_since or now) if late else None
        is_late = self._late_since is not None and now - self._late_since >= LATE_FOR
        stands = courier.stands_since is not None
        still = asyncio.get_running_loop().time() - tick.turned_at > _STILL
        failing = Horn.AGAIN if tick.failures > _FAILURES else Horn.NO
        found = (
            (doors.ear.fetched_until is None, Worry("never-heard", stops_pulse=True)),
            (deaf_for is not None, Worry("deaf", stops_pulse=True)),
            (
                deaf_for is not None and deaf_for >= DEAF,
                Worry("deaf-for-long", stops_pulse=True, horn=Horn.AGAIN),
            ),
            (tick.failures > 0, Worry("sweep-fails", stops_pulse=True, horn=failing)),
            (still, Worry("sweep-stands", stops_pulse=True, horn=Horn.AGAIN)),
            (bool(stuck), Worry("undecidable", stops_pulse=True, horn=Horn.AGAIN)),
            (is_late, Worry("outbox-stuck", stops_pulse=True, horn=Horn.AGAIN)),
            (stands, Worry("outbox-stands", stops_pulse=True)),
            (dead > 0, Worry(f"dead-letters-{dead}", stops_pulse=False, horn=Horn.ONCE)),
            (courier.unsayable > 0, Worry("unsayable", stops_pulse=False, horn=Horn.ONCE)),
        )
        return [worry for is_so, worry in found if is_so]


#: When nobody can send a note, somebody must be called until they can.
_PAGE_HORNS = {
    Trouble.STALE: Horn.AGAIN,
    Trouble.FOREIGN: Horn.AGAIN,
    Trouble.OFFICE: Horn.ONCE,
    Trouble.SOON: Horn.ONCE,
}


def _free_since(alarm: Alarm) -> datetime:
    """Return since when nobody has an alarm that is seen free for the first time.

    Counted from its opening, so that a house that starts again and again still calls.
    """
    answered = bool(alarm.answered) or alarm.hold_renewed
    return alarm.rung_at if answered and alarm.rung_at else alarm.opened_at
