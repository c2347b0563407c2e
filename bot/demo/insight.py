"""What only the demo can show: the running database, read with the demo's own keys.

No page of a real deployment could show it: there the keys lie with the house, and nobody else's
process opens a seal. It is read still while the house is killed, for what was committed is there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.keys import open_keyring
from bot.settings import load
from rules.notices import Rank
from rules.people import PersonId
from sealing.fields import SealBrokenError
from storage.board import Board
from storage.deed import Deed
from storage.opening import Storage, open_storage
from storage.persons import Address, BotId, ChatId, Person
from storage.views import AlarmSeen

#: What is in a teller's hands, or waits for its chat, stands in the outbox for this moment.
_ABOUT_TO_BE_SAID = timedelta(minutes=2)
_CLOSED_SHOWN = timedelta(hours=12)  #: how long an alarm that is over is still looked at


@dataclass(frozen=True, slots=True)
class Glimpse:
    """How everything stood at one moment."""

    now: datetime
    board: Board
    alarms: tuple[AlarmSeen, ...]  #: open ones, and those that have ended not long ago
    people: Mapping[PersonId, Person]


@dataclass(slots=True)
class Insight:
    """The house's memory, opened beside it with the settings of the house."""

    environment: Mapping[str, str]
    now: datetime
    _storage: Storage | None = None
    _people: dict[PersonId, Person] = field(default_factory=dict)
    _over: dict[int, AlarmSeen] = field(default_factory=dict)

    async def storage(self) -> Storage:
        """Return the doors of the house's memory; the house must have been set up."""
        if self._storage is None:
            settings = load(self.environment)
            keyring, _ = open_keyring(settings, self.environment)
            self._storage = open_storage(settings.database_url, keyring, clock=lambda: self.now)
        return self._storage

    async def close(self) -> None:
        """Let go of the database; what comes later opens it anew, under the keys of then."""
        storage, self._storage = self._storage, None
        if storage is not None:
            await storage.close()

    async def look(self, now: datetime) -> Glimpse:
        """Return how it stands with everybody."""
        self.now = now
        try:
            return await self._look(now)
        except SealBrokenError:
            # The house has changed its keys since; they are read again.
            await self.close()
            return await self._look(now)

    async def _look(self, now: datetime) -> Glimpse:
        readings = (await self.storage()).readings
        board = await readings.board()
        opened = await readings.open_alarms()
        for number in range(1, max((one.alarm.number for one in opened), default=0) + 1):
            self._over.pop(number, None)
        known = {one.alarm.number for one in opened} | self._over.keys()
        number = 1
        while True:
            if number not in known:
                seen = await readings.alarm(number)
                if seen is None:
                    break
                self._over[number] = seen
            number += 1
        ended = (one for one in self._over.values() if _is_recent(one, now))
        alarms = sorted((*opened, *ended), key=lambda one: one.alarm.number)
        involved = {line.id for line in board.lines}
        involved |= {one for seen in alarms for one in seen.names}
        involved |= {one.id for one in board.house.members}
        for line in board.lines:
            person = await readings.person(line.id)
            if person is not None:
                self._people[line.id] = person
                involved |= {one.id for one in person.contacts}
        for one in involved - self._people.keys():
            person = await readings.person(one)
            if person is not None:
                self._people[one] = person
        return Glimpse(now, board, tuple(alarms), dict(self._people))

    async def behind(self, bot: int, chat: int) -> Person | None:
        """Return who writes in a chat, if the house knows."""
        readings = (await self.storage()).readings
        return (await readings.visitor(Address(BotId(bot), ChatId(chat)))).person

    async def record(self, deed: Deed) -> None:
        """Write something down as the house itself would; the house goes on from there."""
        await (await self.storage()).journal.record(deed)

    async def left_to_do(self, now: datetime) -> str:
        """Return what somebody has still to do by `now`, in words; "" when all is calm."""
        self.now = now
        storage = await self.storage()
        wake = await storage.journal.next_wake()
        if wake is not None and wake <= now:
            return f"something was to be decided at {wake:%H:%M:%S} UTC"
        if await storage.inbox.oldest_untried() is not None:
            return "a message waits to be understood"
        due = sum((await storage.outbox.backlog(now)).due.values())
        soon = await storage.outbox.backlog(now + _ABOUT_TO_BE_SAID)
        # Of the other ranks some are to be folded away or unsaid only then.
        due += sum(count for rank, count in soon.due.items() if rank < Rank.REST)
        return f"{due} words wait to be said" if due else ""


def _is_recent(seen: AlarmSeen, now: datetime) -> bool:
    closed_at = seen.alarm.closed_at
    return closed_at is not None and now - closed_at < _CLOSED_SHOWN
