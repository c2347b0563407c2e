"""What somebody should look at: gathered once, for the pulse, the horn, the doctor and the log.

Each worry is a word that stays the same while it lasts and says nothing about anybody.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.courier import Courier
from bot.ear import Ear
from bot.intake import Intake
from bot.tick import Tick
from rules.alarm import Alarm, Kind, Stage
from storage.inbox import Inbox
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


@dataclass(frozen=True, slots=True)
class Worry:
    """One thing that is not as it should be."""

    name: str
    stops_pulse: bool  #: whoever watches us from outside shall miss us
    blows_horn: bool  #: people are called over another road


@dataclass(slots=True)
class Doors:
    """The parts of the house whose state is looked at."""

    ear: Ear
    intake: Intake
    tick: Tick
    courier: Courier
    inbox: Inbox
    journal: Journal
    outbox: Outbox
    readings: Readings


class Worries:
    """Looks, and remembers since when an alarm has been free."""

    def __init__(self, doors: Doors) -> None:
        self._doors = doors
        self._free_since: dict[int, datetime] = {}

    async def look(self, now: datetime) -> tuple[Worry, ...]:
        """Return everything that is not as it should be."""
        alarms = [seen.alarm for seen in await self._doors.readings.open_alarms()]
        return (*self._about_alarms(alarms, now), *await self._about_us(now))

    def _about_alarms(self, alarms: Sequence[Alarm], now: datetime) -> Iterable[Worry]:
        free = {
            alarm.number: alarm
            for alarm in alarms
            if alarm.stage is Stage.RAISED and alarm.kind is not Kind.DRILL
        }
        self._free_since = {
            number: self._free_since.get(number, _free_since(alarm))
            for number, alarm in free.items()
        }
        for number, since in self._free_since.items():
            if now - since >= UNTAKEN:
                yield Worry(f"alarm-untaken-{number}", stops_pulse=False, blows_horn=True)
        for alarm in alarms:
            if not alarm.told and now - alarm.opened_at >= UNTOLD:
                yield Worry(f"alarm-untold-{alarm.number}", stops_pulse=True, blows_horn=True)

    async def _about_us(self, now: datetime) -> Iterable[Worry]:
        doors = self._doors
        dead = await doors.inbox.dead_letters()
        stuck = await doors.journal.undecidable(now)
        backlog = await doors.outbox.backlog(now)
        deaf_since = doors.ear.trouble_since
        late = backlog.oldest is not None and now - backlog.oldest >= STUCK
        stands = doors.courier.stands_since
        found = {
            Worry("deaf", stops_pulse=True, blows_horn=False): doors.tick.is_deaf,
            Worry("deaf-for-long", stops_pulse=True, blows_horn=True): (
                doors.tick.is_deaf and (deaf_since is None or now - deaf_since >= DEAF)
            ),
            Worry("never-heard", stops_pulse=True, blows_horn=False): (
                doors.ear.fetched_until is None
            ),
            Worry("sweep-fails", stops_pulse=True, blows_horn=doors.tick.failures > 60): (
                doors.tick.failures > 0
            ),
            Worry("undecidable", stops_pulse=True, blows_horn=True): bool(stuck),
            Worry(f"dead-letters-{dead}", stops_pulse=False, blows_horn=True): dead > 0,
            Worry("outbox-stuck", stops_pulse=True, blows_horn=True): late,
            Worry("outbox-stands", stops_pulse=True, blows_horn=False): stands is not None,
            Worry("unsayable", stops_pulse=False, blows_horn=True): doors.courier.unsayable > 0,
        }
        return [worry for worry, is_so in found.items() if is_so]


def _free_since(alarm: Alarm) -> datetime:
    """Return since when nobody has an alarm that is seen free for the first time.

    Counted from its opening, so that a house that starts again and again still calls.
    """
    answered = bool(alarm.answered) or alarm.hold_renewed
    return alarm.rung_at if answered and alarm.rung_at else alarm.opened_at
