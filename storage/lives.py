"""Reads whole lives for a decision, and writes back what became of them.

A life is one person with every promise of theirs and every open alarm about them. It is read in one
statement and locked by its person; a write names the version it was decided on.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    LargeBinary,
    Row,
    bindparam,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.sql.elements import ColumnElement

from rules.alarm import Alarm
from rules.alarm import Stage as AlarmStage
from rules.life import Life
from rules.notices import AlarmId
from rules.people import Contact, Coordinator, PersonId, Roster
from rules.watch import Watch
from storage.diary import Tip
from storage.house import open_house
from storage.people import UNREADABLE, open_known
from storage.persons import House, Person, Standing
from storage.rows import read_noun
from storage.subjects import Subject
from storage.tables import ONE_SCOPE, alarms, diary, house, people, watches
from storage.transactions import Look, Tx

_AT_ONCE = 500
_ASKED = frozenset({Standing.AGREED, Standing.PROVEN})


@dataclass(frozen=True, slots=True)
class Found:
    """A life as it was read: the nouns, their versions, the end of the diary."""

    person: Person
    subject: Subject
    life: Life
    versions: Mapping[bytes, int]  #: of watches and alarms
    tip: Tip


@dataclass(frozen=True, slots=True)
class Lives:
    """What was read together, and who could not be opened, or not whole."""

    found: Mapping[PersonId, Found]
    broken: Mapping[PersonId, Exception]
    hurt: Mapping[PersonId, Found]  #: of those, what does open: enough to go on with an alarm
    house: House


def _part(kind: str, *columns: ColumnElement[Any]) -> Any:
    return select(literal(kind).label("kind"), *columns)


_HOUSE = b"house"  # stands where others have the id of their owner
_IDS: BindParameter[bytes] = bindparam("ids", expanding=True)
_NO_NUMBER, _NO_BYTES = cast(null(), BigInteger), cast(null(), LargeBinary)
_earlier = diary.alias("earlier")
_TIP = (
    select(func.max(_earlier.c.seq))
    .where(_earlier.c.subject_id == people.c.id)
    .correlate(people)
    .scalar_subquery()
)
# One statement, because a check-in must cost few.
_READ = union_all(
    _part(
        "person",
        people.c.id.label("owner"),
        people.c.id.label("id"),
        cast(people.c.version, BigInteger).label("version"),
        people.c.sealed_key.label("first"),
        people.c.sealed_profile.label("second"),
    ).where(people.c.id.in_(_IDS)),
    _part(
        "watch",
        watches.c.person_id,
        watches.c.id,
        cast(watches.c.version, BigInteger),
        watches.c.sealed_watch,
        _NO_BYTES,
    ).where(watches.c.person_id.in_(_IDS)),
    _part(
        "alarm",
        alarms.c.person_id,
        alarms.c.id,
        cast(alarms.c.version, BigInteger),
        alarms.c.sealed_alarm,
        _NO_BYTES,
    ).where(alarms.c.person_id.in_(_IDS), alarms.c.stage != int(AlarmStage.CLOSED)),
    _part(
        "tip",
        diary.c.subject_id,
        diary.c.id,
        cast(diary.c.seq, BigInteger),
        diary.c.hash,
        _NO_BYTES,
    )
    .select_from(people.join(diary, diary.c.subject_id == people.c.id))
    .where(people.c.id.in_(_IDS), diary.c.seq == _TIP),
    _part(
        "house",
        cast(literal(_HOUSE), LargeBinary),
        _NO_BYTES,
        cast(house.c.version, BigInteger),
        house.c.sealed_house,
        _NO_BYTES,
    ).where(house.c.scope == ONE_SCOPE),
)
_LOCK = (
    select(people.c.id)
    .where(people.c.id.in_(_IDS))
    .order_by(people.c.id)
    .with_for_update(key_share=True)
)
_ALARM = select(alarms.c.id, alarms.c.person_id, alarms.c.version, alarms.c.sealed_alarm).where(
    alarms.c.id == bindparam("id")
)


def lock_people(tx: Tx, ids: Iterable[PersonId]) -> None:
    """Let nobody else write about these people until the transaction ends."""
    # SQLite has one writer anyway, and it is us from BEGIN on.
    if tx.connection.dialect.name != "sqlite":
        tx.connection.execute(_LOCK, {"ids": sorted(ids)}).all()


def read_lives(look: Look, ids: Iterable[PersonId]) -> Lives:
    """Return the lives of those of `ids` who are kept."""
    rows: dict[bytes, list[Row[Any]]] = defaultdict(list)
    for row in look.connection.execute(_READ, {"ids": list(ids)}):
        rows[row.owner].append(row)
    kept = next((open_house(look, row.first, row.version) for row in rows.pop(_HOUSE, ())), House())
    members = tuple(Coordinator(one.id, one.on_duty, one.reachable) for one in kept.members)
    found: dict[PersonId, Found] = {}
    hurt: dict[PersonId, Found] = {}
    broken: dict[PersonId, Exception] = {}
    for owner, parts in rows.items():
        person = PersonId(owner)
        try:
            opened, fault = _open(look, parts, members)
        except UNREADABLE as error:
            broken[person] = error
        else:
            (found if fault is None else hurt)[person] = opened
            if fault is not None:
                broken[person] = fault
    return Lives(found, broken, hurt, kept)


def read_many(look: Look, ids: Iterable[PersonId]) -> Iterator[Found]:
    """Return many lives, a few hundred at a time.

    One that does not open whole is left out, unless an alarm that does open goes on about it.
    """
    left = iter(ids)
    while some := list(islice(left, _AT_ONCE)):
        lives = read_lives(look, some)
        yield from lives.found.values()
        yield from (one for one in lives.hurt.values() if one.life.alarms)


def subject_of(look: Look, alarm: AlarmId) -> PersonId | None:
    """Return whom an alarm is about."""
    row = look.connection.execute(_ALARM, {"id": alarm}).one_or_none()
    return None if row is None else PersonId(row.person_id)


def with_alarm(look: Look, found: Found, alarm: AlarmId) -> Found:
    """Return the life with this alarm in it, which may have been closed long ago."""
    if alarm in found.versions:
        return found
    row = look.connection.execute(_ALARM, {"id": alarm}).one()
    opened = open_alarm(found.subject, row.id, row.sealed_alarm)
    return replace(
        found,
        life=replace(found.life, alarms=(*found.life.alarms, opened)),
        versions={**found.versions, row.id: row.version},
    )


def open_watch(subject: Subject, row: bytes, sealed: bytes) -> Watch:
    """Return the watch that this row holds. Raises SealBrokenError."""
    return read_noun(Watch, subject.unseal("watches", "sealed_watch", row, sealed))


def open_alarm(subject: Subject, row: bytes, sealed: bytes) -> Alarm:
    """Return the alarm that this row holds. Raises SealBrokenError."""
    return read_noun(Alarm, subject.unseal("alarms", "sealed_alarm", row, sealed))


def roster_of(person: Person, coordinators: tuple[Coordinator, ...]) -> Roster:
    """Return whom the rungs of this person's alarms may name."""
    contacts = tuple(
        Contact(link.id, link.part, link.reachable)
        for link in person.contacts
        if link.standing in _ASKED
    )
    return Roster(contacts, coordinators)


def _open(
    look: Look, parts: list[Row[Any]], coordinators: tuple[Coordinator, ...]
) -> tuple[Found, Exception | None]:
    """Return what opens of a life, and why something of it does not. Raises SealBrokenError."""
    # The person first, and with them the key that opens the rest. None of them can be without one.
    row = next(row for row in parts if row.kind == "person")
    known = open_known(look, row.id, row.version, row.first, row.second)
    subject = known.subject
    watching: list[Watch] = []
    helping: list[Alarm] = []
    versions: dict[bytes, int] = {}
    tip, fault = Tip(), None
    roster = roster_of(known.person, coordinators)
    for row in parts:
        try:
            match row.kind:
                case "watch":
                    watching.append(open_watch(subject, row.id, row.first))
                    versions[row.id] = row.version
                case "alarm":
                    helping.append(open_alarm(subject, row.id, row.first))
                    versions[row.id] = row.version
                case "tip":
                    tip = Tip(row.version, row.first)
                case _:
                    pass  # the person, who was read above
        except UNREADABLE as error:
            fault = error
            if row.kind == "watch":
                # Whom never to tell stood in it; the office alone may hear of her then.
                roster = replace(roster, contacts=())
    life = Life(subject.id, tuple(watching), tuple(helping), roster)
    return Found(known.person, subject, life, versions, tip), fault
