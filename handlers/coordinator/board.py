"""The board: how it stands with everybody, by code name, the worst first, in short pages.

Who is being taken comes before whoever has somebody at the door, and they before who is followed;
then those whose phone is in other hands.

Whoever looks does not find themselves on it: nothing about oneself is for oneself to see here.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from handlers.context import By, Hearing, Route, button, say
from handlers.coordinator import me, shown, typed
from rules.alarm import Alarm
from rules.alarm import Stage as AlarmStage
from rules.events import State
from rules.notices import Fact
from rules.people import PersonId, Role
from rules.terms import Leave
from rules.watch import Sort, Stage
from storage.deed import Button, Deed, Words
from storage.persons import House, Standing
from storage.readings import BoardLine

_BUTTONS = 6  #: of open alarms under one page
_NOT_BEGUN = frozenset({Standing.INVITED, Standing.READING})


async def board(hearing: Hearing) -> Deed:
    """Show the board, or one page of it; the button under it brings it up to date."""
    words = typed(hearing)
    page = int(words[-1]) if words and words[-1].isdecimal() else 1
    found = await hearing.rooms.readings.board()
    visible = [one for one in found.lines if _may_see(one, me(hearing))]
    # The order is storage's; only who holds a phone, and for how long, is asked of this moment.
    lines = sorted(visible, key=lambda one: _goes_first(one, hearing.now))
    alarms = [alarm for one in lines for alarm in one.alarms]
    told = (_summary(lines, alarms), *_unreachable_members(found.house))
    return shown(
        hearing,
        (*told, *(words for one in lines for words in _line(one, found.house, hearing.now))),
        again=("board", ""),
        page=page,
        buttons=_presses(alarms, page),
        edits=True,
    )


def _goes_first(line: BoardLine, at: datetime) -> tuple[bool, int, bool]:
    return not line.alarms, -int(line.state), not _in_other_hands(line, at)


def _in_other_hands(line: BoardLine, at: datetime) -> bool:
    return line.seized_until is not None and at < line.seized_until


def _may_see(line: BoardLine, person: PersonId) -> bool:
    kept_from = {one for watch in line.watches for one in watch.terms.never_tell}
    # An alarm knows it too, should a promise not open any more.
    kept_from |= {one for alarm in line.alarms for one in alarm.never_tell}
    return line.id != person and person not in kept_from


def _summary(lines: Iterable[BoardLine], alarms: list[Alarm]) -> Words:
    lines = tuple(lines)
    free = sum(one.stage is AlarmStage.RAISED for one in alarms)
    return say(
        "inner-board",
        open=len(alarms),
        free=free,
        late=sum(one.stage is Stage.LATE for one in lines),
        waiting=sum(one.stage is Stage.WAITING for one in lines),
        resting=sum(one.stage is Stage.RESTING for one in lines),
    )


def _unreachable_members(house: House) -> Iterator[Words]:
    if not any(one.on_duty and one.reachable for one in house.members):
        yield say("inner-board-nobody-on-duty")
    for one in house.members:
        if not one.reachable:
            yield say("inner-duty-lost", code=one.code)


def _line(line: BoardLine, house: House, at: datetime) -> Iterator[Words]:
    for alarm in line.alarms:
        yield _alarm(alarm, line.code, house)
    if line.state is not State.CALM:
        yield say("inner-board-state", code=line.code, state=line.state.name.lower())
    if line.seized_until is not None and _in_other_hands(line, at):
        yield say("inner-board-seized", code=line.code, until=line.seized_until)
    if not line.alarms or line.stage is not Stage.MISSED:
        yield _stage(line)
    if line.unreachable and line.standing not in _NOT_BEGUN:
        yield say("inner-board-closed", code=line.code)
    if line.lost_contacts:
        yield say("inner-board-lost", code=line.code, count=line.lost_contacts)
    for pending in line.pending:
        leaves = isinstance(pending.change, Leave)
        kind = "inner-board-leaving" if leaves else "inner-board-pending"
        yield say(kind, code=line.code, at=pending.from_at)


def _alarm(alarm: Alarm, code: str, house: House) -> Words:
    facts: dict[str, Fact] = {
        "number": alarm.number,
        "code": code,
        "kind": str(alarm.kind),
        "since": alarm.since,
    }
    if alarm.stage is not AlarmStage.HELD or alarm.holder is None or alarm.turn_at is None:
        return say("inner-board-free", **facts)
    holder = _code(alarm.holder, house)
    if holder is None:
        return say("inner-board-with-contact", until=alarm.turn_at, **facts)
    return say("inner-board-held", holder=holder, until=alarm.turn_at, **facts)


def _code(person: PersonId, house: House) -> str | None:
    return next((one.code for one in house.members if one.id == person), None)


def _stage(line: BoardLine) -> Words:
    code, due = line.code, line.due_at
    routine = line.routine
    if routine is None or routine.begun_at is None:
        return say("inner-board-not-begun", code=code)
    if line.stage is not Stage.RESTING and due is not None:
        stage = line.stage.name.lower()
        on_a_trip = any(
            one.sort is Sort.JOURNEY and one.stage is line.stage for one in line.watches
        )
        return say(f"inner-board-{'trip-' if on_a_trip else ''}{stage}", code=code, due=due)
    if line.resting_until is not None:
        return say("inner-board-break", code=code, until=line.resting_until)
    return say("inner-board-resting", code=code)


def _pressed_first(alarm: Alarm) -> tuple[bool, int, int]:
    """What nobody has comes first, and of that the worst."""
    return alarm.stage is AlarmStage.HELD, -int(alarm.state), alarm.number


def _presses(alarms: Iterable[Alarm], page: int) -> tuple[tuple[Button, ...], ...]:
    again = button("button-office-refresh", "board", page if page > 1 else "")
    opens = tuple(
        button("button-office-open", "alarm", one.number, number=one.number)
        for one in sorted(alarms, key=_pressed_first)
    )[:_BUTTONS]
    rows = tuple(opens[start : start + 3] for start in range(0, len(opens), 3))
    return (*rows, (again, button("button-office-duty", "duty", "who")))


_C = Role.COORDINATOR

ROUTES = (
    Route(_C, By.COMMAND, "board", board),
    Route(_C, By.BUTTON, "board", board),
)
