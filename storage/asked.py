"""In which open alarms somebody was asked. Who counts on whom stands only in sealed values."""

from collections.abc import Iterator

from sqlalchemy import bindparam, select

from rules.alarm import Alarm
from rules.people import PersonId, Role
from storage.lives import open_alarm
from storage.people import UNREADABLE, people_of
from storage.persons import Person
from storage.tables import alarms
from storage.transactions import Look

# Only an open one wakes (law 5, a constraint of the table), and the index of those that wake holds
# no other. By the bare number SQLite would go through all that were ever closed to sort them.
_OPEN = (
    select(alarms.c.id, alarms.c.person_id, alarms.c.sealed_alarm)
    .where(alarms.c.wake_at.is_not(None))
    .order_by((alarms.c.number + 0).desc())
)
_OPEN_ABOUT = _OPEN.where(alarms.c.person_id.in_(bindparam("people", expanding=True)))


def asked_in(look: Look, person: Person, newest: int | None = None) -> Iterator[Alarm]:
    """Return the open alarms in which this person was asked, the newest first.

    `newest`: of a coordinator, who may be asked in any, only so many are looked at. One that does
    not open must not hide the others.
    """
    if Role.COORDINATOR in person.roles:
        rows = look.connection.execute(_OPEN.limit(newest)).all()
    elif person.owners:
        owners = [link.id for link in person.owners]
        rows = look.connection.execute(_OPEN_ABOUT, {"people": owners}).all()
    else:
        return
    known = people_of(look, {PersonId(row.person_id) for row in rows})
    for row in rows:
        about = known.get(PersonId(row.person_id))
        if about is None:
            continue
        try:
            alarm = open_alarm(about.subject, row.id, row.sealed_alarm)
        except UNREADABLE:
            continue
        if person.id in alarm.asked:
            yield alarm
