"""Asks one indexed question, "who is awake?", and lets time pass for many in one transaction.

A row that cannot be decided or written never stops the others: the batch is halved until it stands
alone, and it is pushed on by growing minutes and counted. After ten minutes the coordinators hear
that nobody watches over this person.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Row, Select, Table, bindparam, func, or_, select, update
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError
from sqlalchemy.sql.elements import ColumnElement

from rules.events import Deaf, TimePassed
from rules.hearing import STEP_ASIDE_LIMIT
from rules.notices import AlarmId, Kind, Notice
from rules.people import PersonId
from storage.deed import Happening, Helped, Lived
from storage.ear import held_back
from storage.house import house_of
from storage.moments import from_micros, to_micros
from storage.outgoing import write_notices
from storage.story import Story
from storage.tables import alarms, people, watches
from storage.transactions import Look, Tx
from storage.versions import CompareAndSwapMissed

What = Literal["watches", "deaf", "alarms"]

STUCK_LIMIT = timedelta(minutes=10)  #: undecidable for this long, and people must know
_PUSH_LIMIT = 10  #: minutes; a stuck row is tried at least this often
#: The minutes 1, 2, 3 and 4 have passed: at this hurdle a row is stuck for ten, ...
_TOLD_AT = 5
_TOLD_EVERY = 36  #: ... and it is said again after so many pushes of ten minutes: six hours
_MINUTE = timedelta(minutes=1)

_log = logging.getLogger(__name__)


class StillAwakeError(Exception):
    """A row says that it wakes, and its sealed half does not, or time has not moved it on."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What one sweep did."""

    handled: int
    poisoned: tuple[bytes, ...] = ()  #: ids of rows that could not be decided, and were pushed on
    more: bool = False  #: True: others were awake too; sweep again at once


@dataclass(frozen=True, slots=True)
class _Turn:
    """What time passes for in one sweep."""

    what: What
    at: datetime
    now: datetime  #: when it is written down
    deaf_from: datetime | None  #: from then until `at` we could not hear


@dataclass(frozen=True, slots=True)
class Stuck:
    """A row that nobody can decide."""

    what: str
    id: bytes
    since: datetime
    hurdles: int


def _awake(table: Table, wake: ColumnElement[int]) -> Select[Any]:
    # Who is held back is asked again later, but never beyond the limit after the deadline.
    return (
        select(table.c.id, table.c.person_id, wake.label("wake"), table.c.hurdles)
        .join(people, people.c.id == table.c.person_id)
        .where(
            wake <= bindparam("at"),
            or_(
                wake <= bindparam("floor"),
                table.c.person_id.not_in(bindparam("held", expanding=True)),
            ),
        )
        .order_by(wake)
        .limit(bindparam("limit"))
        .with_for_update(key_share=True, skip_locked=True, of=people)
    )


def _pushed(table: Table, wake: ColumnElement[int]) -> Any:
    return (
        update(table)
        .where(table.c.id == bindparam("b_id"))
        .values(
            {
                wake: bindparam("wake"),
                table.c.hurdles: table.c.hurdles + 1,
                table.c.stuck_since: func.coalesce(table.c.stuck_since, bindparam("since")),
            }
        )
    )


_WAKES: dict[What, tuple[Table, ColumnElement[int]]] = {
    "watches": (watches, watches.c.wake_at),
    "deaf": (watches, watches.c.deaf_at),
    "alarms": (alarms, alarms.c.wake_at),
}
_AWAKE = {what: _awake(*wakes) for what, wakes in _WAKES.items()}
_PUSH = {what: _pushed(*wakes) for what, wakes in _WAKES.items()}
# The condition says nothing new to us; without it SQLite does not see that the index is enough.
_NEXT = select(
    *(
        select(func.min(wake)).where(wake.is_not(None)).scalar_subquery()
        for _, wake in _WAKES.values()
    )
)


def sweep(
    tx: Tx,
    what: What,
    at: datetime,
    now: datetime,
    limit: int,
    deaf_from: datetime | None = None,
) -> Swept:
    """Let time up to `at` pass for those who wake by then. `now` is when it is written down.

    `deaf_from`: from then until `at` we could not hear.
    """
    # An alarm is about what we say; only a promise is kept by what is still to be heard.
    held = () if what == "alarms" else _held_back(tx, at)
    asked = {
        "at": to_micros(at),
        "floor": to_micros(at - STEP_ASIDE_LIMIT),
        "held": held,
        "limit": limit,
    }
    rows = tx.connection.execute(_AWAKE[what], asked).all()
    poisoned: list[bytes] = []
    _pass_time(tx, _Turn(what, at, now, deaf_from), rows, poisoned)
    return Swept(len(rows) - len(poisoned), tuple(poisoned), more=len(rows) == limit)


def next_wake(look: Look) -> datetime | None:
    """Return when the next promise or alarm wakes."""
    moments = [one for one in look.connection.execute(_NEXT).one() if one is not None]
    return from_micros(min(moments)) if moments else None


def undecidable(look: Look, now: datetime) -> tuple[Stuck, ...]:
    """Return the rows that could not be decided for ten minutes or more."""
    until = to_micros(now - STUCK_LIMIT)
    return tuple(
        Stuck(table.name, row.id, from_micros(row.stuck_since), row.hurdles)
        for table in (watches, alarms)
        for row in look.connection.execute(
            select(table.c.id, table.c.stuck_since, table.c.hurdles).where(
                table.c.stuck_since <= until
            )
        )
    )


def _held_back(tx: Tx, at: datetime) -> tuple[PersonId, ...]:
    return tuple(person for person, since in held_back(tx).items() if since <= at)


def _pass_time(tx: Tx, turn: _Turn, rows: Sequence[Row[Any]], poisoned: list[bytes]) -> None:
    """Decide and write these rows at once; where that fails, in halves."""
    if not rows:
        return
    statement = tx.connection.exec_driver_sql
    statement("SAVEPOINT sweep")
    try:
        _decide(tx, turn, rows)
    except Exception as error:
        statement("ROLLBACK TO SAVEPOINT sweep")
        if not _is_poison(error):
            raise
        if len(rows) == 1:
            _push_on(tx, turn, rows[0], error)
            poisoned.append(rows[0].id)
            return
        half = len(rows) // 2
        _pass_time(tx, turn, rows[:half], poisoned)
        _pass_time(tx, turn, rows[half:], poisoned)
    else:
        statement("RELEASE SAVEPOINT sweep")


def _decide(tx: Tx, turn: _Turn, rows: Sequence[Row[Any]]) -> None:
    what, at, now = turn.what, turn.at, turn.now
    story = Story(tx, now)
    story.read({PersonId(row.person_id) for row in rows})
    # Both checks keep the sweep from turning for ever over a row that does not move (law 2).
    _check(story, what, rows, lambda wakes: wakes is not None and wakes <= at)
    for happening in _happenings(turn, rows):
        story.tell(happening)
    _check(story, what, rows, lambda wakes: wakes is None or wakes > at)
    story.write()
    write_notices(tx, story.notices, (), (), now, chat_kept=story.chat_kept())


def _check(
    story: Story,
    what: What,
    rows: Sequence[Row[Any]],
    holds: Callable[[datetime | None], bool],
) -> None:
    """Raise StillAwakeError where it does not hold; what no longer exists needs no waking."""
    for row in rows:
        for wakes in story.wakes(PersonId(row.person_id), what, row.id):
            if not holds(wakes):
                raise StillAwakeError


def _happenings(turn: _Turn, rows: Sequence[Row[Any]]) -> list[Happening]:
    if turn.what == "alarms":
        return [Helped(AlarmId(row.id), TimePassed(turn.at, now=turn.now)) for row in rows]
    heard = TimePassed(turn.at, deaf_from=turn.deaf_from)
    event = heard if turn.what == "watches" else Deaf(turn.at)
    # Time passes for a person once, however many of their promises wake.
    return [Lived(person, event) for person in {PersonId(row.person_id): None for row in rows}]


def _is_poison(error: Exception) -> bool:
    """Say whether a row is at fault, and not the database or another writer."""
    if isinstance(error, CompareAndSwapMissed):
        return False
    return not isinstance(error, DBAPIError) or isinstance(error, IntegrityError | DataError)


def _push_on(tx: Tx, turn: _Turn, row: Row[Any], error: Exception) -> None:
    what, now = turn.what, turn.now
    hurdles = row.hurdles + 1
    wake = turn.at + min(hurdles, _PUSH_LIMIT) * _MINUTE
    pushed = {"b_id": row.id, "wake": to_micros(wake), "since": to_micros(now)}
    tx.connection.execute(_PUSH[what], pushed)
    # The kind of fault and a random id; never what was in the row.
    _log.error("row-pushed-on what=%s id=%s why=%s", what, row.id.hex(), type(error).__name__)
    if hurdles == _TOLD_AT or (hurdles - _TOLD_AT) % _TOLD_EVERY == 0:
        _tell_coordinators(tx, PersonId(row.person_id), now)


def _tell_coordinators(tx: Tx, person: PersonId, now: datetime) -> None:
    """Say that nobody watches over this person: it is true, and somebody must see to it."""
    members = [one.id for one in house_of(tx).members if one.id != person]
    notices = [Notice(one, Kind.NO_WATCH, {"subject": person}) for one in members]
    write_notices(tx, notices, (), (), now)
