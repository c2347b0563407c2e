"""How it stands with everybody who is watched over, on one board, the worst first."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from rules.alarm import URGENT, Alarm
from rules.events import State
from rules.people import PersonId
from rules.terms import Level
from rules.watch import Pending, Sort, Stage, Watch
from storage.house import house_of
from storage.lives import Found, read_many
from storage.people import address_in_use
from storage.persons import House, Standing
from storage.tables import watches
from storage.transactions import Look

_EVERYBODY_UNDER_WATCH = select(watches.c.person_id).distinct()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLine:
    """How it stands with one defender."""

    id: PersonId
    code: str
    level: Level
    standing: Standing
    watches: tuple[Watch, ...]
    alarms: tuple[Alarm, ...]  #: open ones
    unreachable: bool  #: Telegram refuses to reach them; never of somebody without Telegram
    lost_contacts: int  #: how many of their contacts cannot be reached
    #: Until when their phone counts as in other hands; it may be past.
    seized_until: datetime | None = None

    @property
    def state(self) -> State:
        """The worst that any sign has said of her situation in an alarm that is open."""
        return max((one.state for one in self.alarms), default=State.CALM)

    @property
    def routine(self) -> Watch | None:
        """The routine promise, if there is one yet."""
        return next((one for one in self.watches if one.sort is Sort.ROUTINE), None)

    @property
    def stage(self) -> Stage:
        """The worst stage of any promise."""
        return max((one.stage for one in self.watches), default=Stage.RESTING)

    @property
    def due_at(self) -> datetime | None:
        """The next moment at which a note is due, or was."""
        return min((one.due_at for one in self.watches if one.due_at), default=None)

    @property
    def resting_until(self) -> datetime | None:
        """When a break ends."""
        return self.routine.paused_until if self.routine else None

    @property
    def pending(self) -> tuple[Pending, ...]:
        """Changes that wait for their moment."""
        return tuple(change for one in self.watches for change in one.pending)


@dataclass(frozen=True, slots=True)
class Board:
    """How it stands with everybody, the worst first."""

    lines: tuple[BoardLine, ...]
    house: House


def board_of(look: Look) -> Board:
    """Return how it stands with everybody who has a promise."""
    everybody = [PersonId(one) for one in look.connection.scalars(_EVERYBODY_UNDER_WATCH)]
    lines = sorted(map(_line, read_many(look, everybody)), key=_urgency)
    return Board(tuple(lines), house_of(look))


def _line(found: Found) -> BoardLine:
    person = found.person
    return BoardLine(
        id=person.id,
        code=person.code,
        level=person.level,
        standing=person.standing,
        watches=found.life.watches,
        alarms=found.life.alarms,
        unreachable=bool(person.chats) and address_in_use(person) is None,
        lost_contacts=sum(not one.reachable for one in person.contacts),
        seized_until=max(
            (one.seized_until for one in person.chats if one.seized_until), default=None
        ),
    )


def _urgency(line: BoardLine) -> tuple[bool, int, bool, int, int, bool, datetime | str]:
    """Open alarms first: those of the worst state, then urgent ones, the worst stage, the oldest.

    Of those who have none, whoever is late or due first.
    """
    due = line.due_at
    urgent = any(one.kind in URGENT for one in line.alarms)
    oldest = min((one.number for one in line.alarms), default=0)
    worst, stage = -int(line.state), -int(line.stage)
    return not line.alarms, worst, not urgent, stage, oldest, due is None, due or line.code
