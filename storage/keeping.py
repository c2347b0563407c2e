"""Writes back what became of lives: many at once, each guarded by the version it was decided on."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, update
from sqlalchemy.exc import IntegrityError

from rules.alarm import Alarm
from rules.alarm import Stage as AlarmStage
from rules.life import Life
from rules.watch import Watch
from storage.lives import Found
from storage.moments import to_micros
from storage.rows import write_noun
from storage.subjects import Subject
from storage.tables import alarms, watches
from storage.transactions import Tx
from storage.versions import taken, wrote

_WATCH_BUCKET = 512
_ALARM_BUCKET = 1024

_INSERT_WATCH = insert(watches)
_UPDATE_WATCH = (
    update(watches)
    .where(watches.c.id == bindparam("b_id"), watches.c.version == bindparam("b_version"))
    .values(
        version=bindparam("version"),
        stage=bindparam("stage"),
        wake_at=bindparam("wake_at"),
        deaf_at=bindparam("deaf_at"),
        hurdles=0,
        stuck_since=None,
        sealed_watch=bindparam("sealed_watch"),
    )
)
_DELETE_WATCH = delete(watches).where(
    watches.c.id == bindparam("b_id"), watches.c.version == bindparam("b_version")
)
_INSERT_ALARM = insert(alarms)
_UPDATE_ALARM = (
    update(alarms)
    .where(alarms.c.id == bindparam("b_id"), alarms.c.version == bindparam("b_version"))
    .values(
        version=bindparam("version"),
        stage=bindparam("stage"),
        wake_at=bindparam("wake_at"),
        blind_open=bindparam("blind_open"),
        hurdles=0,
        stuck_since=None,
        sealed_alarm=bindparam("sealed_alarm"),
    )
)

Rows = list[dict[str, Any]]


def open_a_watch(tx: Tx, subject: Subject, watch: Watch) -> None:
    """Write a new promise. Raises CompareAndSwapMissed when it is there already."""
    row = {"id": watch.id, "person_id": watch.owner, "version": 1, **_watch_row(subject, watch)}
    try:
        tx.connection.execute(_INSERT_WATCH, row)
    except IntegrityError as error:
        raise taken(error) from error


@dataclass(slots=True)
class Changes:
    """The rows that one transaction changes; written all at once."""

    tx: Tx
    changed_watches: Rows = field(default_factory=list)
    ended_watches: Rows = field(default_factory=list)
    changed_alarms: Rows = field(default_factory=list)
    new_alarms: Rows = field(default_factory=list)
    earlier: bool = False  #: somebody wakes earlier than the loops think

    def note(self, found: Found, became: Life) -> None:
        """Note every row in which `became` differs from what was found."""
        before = {watch.id: watch for watch in found.life.watches}
        for watch in became.watches:
            was = before.pop(watch.id)
            if watch != was:
                row = _watch_row(found.subject, watch)
                self.changed_watches.append(row | _guard(watch.id, found.versions[watch.id]))
                self._wake(was.wake_at, watch.wake_at)
                self._wake(was.deaf_at, watch.deaf_at)
        self.ended_watches.extend({"b_id": one, "b_version": found.versions[one]} for one in before)
        known = {alarm.id: alarm for alarm in found.life.alarms}
        for alarm in became.alarms:
            self._note_alarm(found, known.get(alarm.id), alarm)

    def write(self) -> None:
        """Write it all. Raises CompareAndSwapMissed when anything of it was written meanwhile."""
        execute = self.tx.connection.execute
        # In the order in which rows are locked everywhere: watches, then alarms, each by id.
        for statement, rows in (
            (_UPDATE_WATCH, self.changed_watches),
            (_DELETE_WATCH, self.ended_watches),
            (_UPDATE_ALARM, self.changed_alarms),
        ):
            if rows:
                wrote(execute(statement, sorted(rows, key=_by_id)), len(rows))
        if self.new_alarms:
            try:
                execute(_INSERT_ALARM, self.new_alarms)
            except IntegrityError as error:
                raise taken(error) from error
        if self.earlier:
            self.tx.ring()

    def _note_alarm(self, found: Found, was: Alarm | None, alarm: Alarm) -> None:
        if alarm == was:
            return
        row = _alarm_row(self.tx, found.subject, alarm)
        self._wake(was.wake_at if was else None, alarm.wake_at)
        if was is None:
            new = {"id": alarm.id, "person_id": alarm.subject, "number": alarm.number}
            self.new_alarms.append(row | new | {"version": 1})
        else:
            self.changed_alarms.append(row | _guard(alarm.id, found.versions[alarm.id]))

    def _wake(self, before: datetime | None, after: datetime | None) -> None:
        if after is not None and (before is None or after < before):
            self.earlier = True


def _guard(row: bytes, version: int) -> dict[str, Any]:
    return {"b_id": row, "b_version": version, "version": version + 1}


def _by_id(row: dict[str, Any]) -> bytes:
    found: bytes = row["b_id"]
    return found


def _watch_row(subject: Subject, watch: Watch) -> dict[str, Any]:
    opened = write_noun(watch)
    return {
        "stage": int(watch.stage),
        "wake_at": _micros(watch.wake_at),
        "deaf_at": _micros(watch.deaf_at),
        "sealed_watch": subject.seal(
            "watches", "sealed_watch", watch.id, opened, bucket=_WATCH_BUCKET
        ),
    }


def _alarm_row(tx: Tx, subject: Subject, alarm: Alarm) -> dict[str, Any]:
    opened = write_noun(alarm)
    is_open = alarm.stage is not AlarmStage.CLOSED
    return {
        "stage": int(alarm.stage),
        "wake_at": _micros(alarm.wake_at),
        "blind_open": tx.keys.blind("open", alarm.subject, alarm.kind) if is_open else None,
        "sealed_alarm": subject.seal(
            "alarms", "sealed_alarm", alarm.id, opened, bucket=_ALARM_BUCKET
        ),
    }


def _micros(moment: datetime | None) -> int | None:
    return None if moment is None else to_micros(moment)
