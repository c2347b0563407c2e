"""What the house may ask. Reads only, each answer as of one moment."""

import contextlib
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Table, bindparam, func, select

from rules.alarm import Alarm
from rules.life import Life
from rules.notices import AlarmId
from rules.people import PersonId
from rules.watch import Stage
from storage.asked import asked_in
from storage.board import Board, BoardLine, board_of
from storage.cards import Card, card_with, cards_left
from storage.claims import Name
from storage.diary import Line, open_line
from storage.house import house_of
from storage.lives import Found, read_lives, read_many, with_alarm
from storage.people import (
    UNREADABLE,
    Known,
    people_of,
    person_behind,
    person_coded,
    person_of,
)
from storage.persons import Address, House, Invitation, Person
from storage.reading import Reader
from storage.tables import alarms, chats, dialogues, diary, invitations, people, watches
from storage.talks import dialogue_of, invitation_with
from storage.transactions import Look
from storage.views import AlarmSeen, Counts, Visitor

#: A coordinator who was asked in more alarms than these names one by its number.
_NEWEST = 50

__all__ = ["AlarmSeen", "Board", "BoardLine", "Counts", "Name", "Readings", "Visitor"]

# Only an open one wakes (law 5); asked in this way, those that are over are not looked through.
_OPEN = alarms.c.wake_at.is_not(None)
_UNDER_ALARM = select(alarms.c.person_id).where(_OPEN)
_BY_NUMBER = select(alarms.c.id, alarms.c.person_id).where(alarms.c.number == bindparam("number"))
_BY_ID = select(alarms.c.id, alarms.c.person_id).where(alarms.c.id == bindparam("id"))
_LINES = (
    select(diary.c.id, diary.c.seq, diary.c.sealed_line)
    .where(diary.c.subject_id == bindparam("person"))
    .order_by(diary.c.seq.desc())
    .limit(bindparam("limit"))
)
_STAGES = select(watches.c.stage, func.count()).group_by(watches.c.stage)


class Readings:
    """Everything that may be asked without changing anything."""

    def __init__(self, reader: Reader, clock: Callable[[], datetime]) -> None:
        self._reader = reader
        self._clock = clock

    async def visitor(self, address: Address) -> Visitor:
        """Return who writes in this chat, and what must be known to answer them."""
        now = self._clock()
        return await self._reader.ask(lambda look: _visitor(look, address, now))

    async def person(self, person: PersonId) -> Person | None:
        """Return somebody by id."""
        return await self._reader.ask(lambda look: person_of(look, person))

    async def by_code(self, code: str) -> Person | None:
        """Return somebody by code name, in capitals or not."""

        def look(look: Look) -> Person | None:
            found = person_coded(look, code)
            return None if found is None else person_of(look, found)

        return await self._reader.ask(look)

    async def life(self, person: PersonId) -> Life | None:
        """Return somebody's promises, the open alarms about them, and whom those may name."""

        def look(look: Look) -> Life | None:
            found = read_lives(look, [person]).found.get(person)
            return found.life if found else None

        return await self._reader.ask(look)

    async def board(self) -> Board:
        """Return how it stands with everybody who is watched over, the worst first."""
        return await self._reader.ask(board_of)

    async def alarm(self, number: int) -> AlarmSeen | None:
        """Return an alarm by its number, open or closed."""
        return await self._reader.ask(lambda look: _seen_by(look, _BY_NUMBER, number=number))

    async def alarm_by_id(self, alarm: AlarmId) -> AlarmSeen | None:
        """Return an alarm by its id, open or closed."""
        return await self._reader.ask(lambda look: _seen_by(look, _BY_ID, id=alarm))

    async def open_alarms(self) -> tuple[AlarmSeen, ...]:
        """Return all open alarms, the oldest first."""
        return await self._reader.ask(_open_alarms)

    async def invitation(self, token: str) -> Invitation | None:
        """Return the invitation that this token opens; None once it is used up or has expired."""
        now = self._clock()

        def look(look: Look) -> Invitation | None:
            return invitation_with(look, look.keys.blinds("token", token), now)

        return await self._reader.ask(look)

    async def card(self, text: str) -> Card | None:
        """Return the card whose code this text is; None once it is used, and for any other text."""
        return await self._reader.ask(lambda look: card_with(look, text))

    async def cards_left(self, person: PersonId) -> int:
        """Return how many unused codes of cards somebody has."""
        return await self._reader.ask(lambda look: cards_left(look, person))

    async def house(self) -> House:
        """Return what the operator decided, and the roster."""
        return await self._reader.ask(house_of)

    async def diary(self, person: PersonId, limit: int) -> tuple[Line, ...]:
        """Return what happened to somebody, the newest first."""
        return await self._reader.ask(lambda look: _diary(look, person, limit))

    async def names(self, ids: Collection[PersonId]) -> Mapping[PersonId, Name]:
        """Return what to call these people; who is not kept is left out."""
        return await self._reader.ask(lambda look: _names(people_of(look, ids)))

    async def counts(self) -> Counts:
        """Return how much there is of what."""
        return await self._reader.ask(_counts)


def _visitor(look: Look, address: Address, now: datetime) -> Visitor:
    who = person_behind(look, address)
    person = None if who is None else person_of(look, who)
    talk, house = dialogue_of(look, address, now), house_of(look)
    told = () if person is None else tuple(asked_in(look, person, _NEWEST))
    return Visitor(address, person, talk, house, told)


def _seen_by(look: Look, query: Any, **wanted: object) -> AlarmSeen | None:
    row = look.connection.execute(query, wanted).one_or_none()
    if row is None:
        return None
    about, alarm_id = PersonId(row.person_id), AlarmId(row.id)
    lives = read_lives(look, [about])
    found = lives.found.get(about) or lives.hurt.get(about)
    try:
        return None if found is None else _seen(look, with_alarm(look, found, alarm_id), alarm_id)
    except UNREADABLE:
        return None


def _seen(look: Look, found: Found, alarm_id: AlarmId) -> AlarmSeen:
    alarm = next(one for one in found.life.alarms if one.id == alarm_id)
    names = _names(people_of(look, _involved(alarm)))
    return AlarmSeen(alarm, found.person, found.life.watches, names)


def _involved(alarm: Alarm) -> frozenset[PersonId]:
    closing = {alarm.closing[0]} if alarm.closing else set()
    holder = {alarm.holder} if alarm.holder else set()
    people = alarm.asked | alarm.asked_now | alarm.told.keys() | alarm.confirmed_by
    return people | closing | holder | {alarm.subject}


def _open_alarms(look: Look) -> tuple[AlarmSeen, ...]:
    about = {PersonId(one) for one in look.connection.scalars(_UNDER_ALARM)}
    seen = [
        _seen(look, found, alarm.id)
        for found in read_many(look, about)
        for alarm in found.life.alarms
    ]
    return tuple(sorted(seen, key=lambda one: one.alarm.number))


def _diary(look: Look, person: PersonId, limit: int) -> tuple[Line, ...]:
    known = people_of(look, [person]).get(person)
    if known is None:
        return ()
    lines = []
    for row in look.connection.execute(_LINES, {"person": person, "limit": limit}):
        # A line that does not open hides no other; `doctor` finds it by its chain.
        with contextlib.suppress(*UNREADABLE):
            lines.append(open_line(known.subject, row.id, row.sealed_line))
    return tuple(lines)


def _names(known: Mapping[PersonId, Known]) -> dict[PersonId, Name]:
    return {who: Name(one.person.code, one.person.nick) for who, one in known.items()}


def _counts(look: Look) -> Counts:
    def count(table: Table, *where: Any) -> int:
        query = select(func.count()).select_from(table).where(*where)
        return look.connection.scalar(query) or 0

    stages = {Stage(stage): number for stage, number in look.connection.execute(_STAGES)}
    stuck = count(watches, watches.c.hurdles > 0) + count(alarms, alarms.c.hurdles > 0)
    return Counts(
        people=count(people),
        chats=count(chats),
        watches=stages,
        open_alarms=count(alarms, _OPEN),
        stuck=stuck,
        invitations=count(invitations),
        dialogues=count(dialogues),
    )
