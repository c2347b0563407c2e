"""Puts what stands in the running database into rows and moments: promises and alarms alike.

What the rules decide is only told here, never decided: when somebody is reminded, when silence
becomes an alarm, whom the next rung asks.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.demo.insight import Glimpse
from rules.alarm import Alarm, Kind
from rules.alarm import Stage as AlarmStage
from rules.people import PersonId
from rules.promising import grace_end, next_reminder_at, nudge_at, reminders_of
from rules.terms import Group, Rung
from rules.watch import Sort, Stage, Watch
from storage.views import AlarmSeen

TITLE = "Promises and alarms: what only this demo can show, for it reads them with its own keys"
_MOST_ROWS = 40
_SOON = 30 * 60  #: seconds before a deadline from which it is looked at

_TONES = {
    Stage.RESTING: "calm",
    Stage.WAITING: "calm",
    Stage.LATE: "late",
    Stage.MISSED: "open",
}
_ALARM_TONES = {
    AlarmStage.RAISED: "open",
    AlarmStage.HELD: "held",
    AlarmStage.CLOSED: "closed",
}
_KINDS = {
    Kind.MISSED: "no note came",
    Kind.SOS: "asked for help",
    Kind.DURESS: "the forced sign",
    Kind.CONCERN: "a worry",
    Kind.LOCKED: "too many wrong codes",
    Kind.DRILL: "practice",
}
_GROUPS = {
    Group.DUTY: "whoever is on duty",
    Group.SECOND: "another of the office",
    Group.TWO: "two of the office",
    Group.ALL: "everybody in the office",
    Group.NEAR: "the one who lives close by",
    Group.FIRST_CONTACT: "the first contact",
    Group.SECOND_CONTACT: "the second contact",
    Group.OTHER_CONTACTS: "the other contacts",
    Group.LAWYER: "the lawyer",
    Group.FAMILY: "the family",
}

Moment = tuple[datetime, str]


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells of people by the names of the stage, and of time by the clocks of one zone."""

    glimpse: Glimpse
    names: Mapping[int, str]  #: by chat
    zone: ZoneInfo

    def name(self, person: PersonId) -> str:
        """Return what to call somebody."""
        known = self.glimpse.people.get(person)
        if known is None:
            return "somebody"
        chats = (one.address.chat for one in known.chats)
        return next((self.names[one] for one in chats if one in self.names), known.code or "?")

    def clock(self, at: datetime) -> str:
        """Return a moment as it stands on her wall."""
        local = at.astimezone(self.zone)
        same = local.date() == self.glimpse.now.astimezone(self.zone).date()
        return local.strftime("%H:%M" if same else "%a %H:%M")


def timeline(telling: Telling) -> dict[str, Any]:
    """Return the slot `timeline`: alarms first, then promises, each with what comes next."""
    glimpse = telling.glimpse
    rows = [_alarm_row(telling, seen) for seen in reversed(glimpse.alarms)]
    for line in glimpse.board.lines:
        rows += [_promise_row(telling, one) for one in line.watches]
    return {"title": TITLE, "rows": rows[:_MOST_ROWS]}


def moments(telling: Telling) -> list[dict[str, Any]]:
    """Return the slot `moments`: everything that lies ahead, the next first."""
    found: list[Moment] = []
    for line in telling.glimpse.board.lines:
        for watch in line.watches:
            found += _ahead_of(telling, watch)
    for seen in telling.glimpse.alarms:
        found += _ahead(telling, seen)
    ahead = sorted(one for one in set(found) if one[0] > telling.glimpse.now)
    return [{"at": at.isoformat(), "text": text} for at, text in ahead[:_MOST_ROWS]]


# --- Promises ------------------------------------------------------------------------------------


def _promise_row(telling: Telling, watch: Watch) -> dict[str, Any]:
    now, owner = telling.glimpse.now, telling.name(watch.owner)
    begun = watch.last_sign_at or watch.begun_at or watch.due_at or now
    ends = grace_end(watch) if watch.due_at is not None else watch.paused_until
    tone = _TONES[watch.stage]
    near = watch.due_at is not None and (watch.due_at - now).total_seconds() <= _SOON
    if watch.stage is Stage.WAITING and near:
        tone = "watch"
    marks = [] if watch.last_sign_at is None else [_mark(watch.last_sign_at, "a note", "calm")]
    if watch.due_at is not None and watch.stage is not Stage.RESTING:
        marks.append(_mark(watch.due_at, "note due", "watch"))
        late = (watch.due_at + one.after for one in reminders_of(watch))
        marks += [_mark(at, "reminder", "late") for at in late if at != watch.due_at]
        marks.append(_mark(grace_end(watch), "alarm if no note comes", "open"))
    what = "trip" if watch.sort is Sort.JOURNEY else "note"
    return {
        "id": f"promise-{watch.id.hex()}",
        "label": f"{owner} · {what}",
        "from": begun.isoformat(),
        "to": None if ends is None else ends.isoformat(),
        "tone": tone,
        "text": _how_it_stands(telling, watch),
        "marks": marks,
        "next": _next(now, _ahead_of(telling, watch)),
    }


def _how_it_stands(telling: Telling, watch: Watch) -> str:
    clock = telling.clock
    if watch.stage is Stage.RESTING or watch.due_at is None:
        until = watch.paused_until
        return "no note is asked for" if until is None else f"on a break until {clock(until)}"
    what = "there by" if watch.sort is Sort.JOURNEY else "a note by"
    match watch.stage:
        case Stage.WAITING:
            return f"{what} {clock(watch.due_at)}"
        case Stage.LATE:
            return f"late since {clock(watch.due_at)}; alarm at {clock(grace_end(watch))}"
        case _:
            return f"missed at {clock(grace_end(watch))}"


def _ahead_of(telling: Telling, watch: Watch) -> list[Moment]:
    owner = telling.name(watch.owner)
    if watch.stage is Stage.RESTING or watch.due_at is None:
        until = watch.paused_until
        return [] if until is None else [(until, f"{owner}'s break ends")]
    what = "trip" if watch.sort is Sort.JOURNEY else "note"
    found: list[Moment] = []
    if watch.stage is Stage.WAITING:
        nudge = nudge_at(watch)
        found += [] if nudge is None else [(nudge, f"a quiet word to {owner}")]
        found.append((watch.due_at, f"{owner}'s {what} is due"))
    if watch.stage in {Stage.WAITING, Stage.LATE}:
        first = next_reminder_at(watch)
        late = (watch.due_at + one.after for one in reminders_of(watch))
        later = (at for at in late if first is not None and at >= first and at != watch.due_at)
        found += [(at, f"{owner} is reminded") for at in later]
        found.append((grace_end(watch), f"without a note, the alarm about {owner}"))
    elif watch.silent_at is not None:
        found.append((watch.silent_at, f"{owner}'s next {what} would be due"))
    return found


# --- Alarms --------------------------------------------------------------------------------------


def _alarm_row(telling: Telling, seen: AlarmSeen) -> dict[str, Any]:
    alarm = seen.alarm
    drill = alarm.kind is Kind.DRILL and alarm.stage is not AlarmStage.CLOSED
    marks = [_mark(alarm.opened_at, "opened", "open")]
    told = sorted(alarm.told.items(), key=lambda one: one[1])
    marks += [_mark(at, f"{telling.name(who)} was told", "held") for who, at in told]
    if alarm.back_at is not None:
        marks.append(_mark(alarm.back_at, "a sign of life", "calm"))
    ended = alarm.closed_at
    return {
        "id": f"alarm-{alarm.number}",
        "label": f"Alarm {alarm.number} · {telling.name(alarm.subject)} · {_KINDS[alarm.kind]}",
        "from": alarm.opened_at.isoformat(),
        "to": None if ended is None else ended.isoformat(),
        "tone": "drill" if drill else _ALARM_TONES[alarm.stage],
        "text": _how_alarm_stands(telling, alarm),
        "marks": marks,
        "next": _next(telling.glimpse.now, _ahead(telling, seen)),
    }


def _how_alarm_stands(telling: Telling, alarm: Alarm) -> str:
    sign = "" if alarm.back_at is None else f"; a sign came {telling.clock(alarm.back_at)}"
    match alarm.stage:
        case AlarmStage.CLOSED:
            outcome = alarm.outcome.value.replace("-", " ") if alarm.outcome else "no outcome"
            return f"over: {outcome}"
        case AlarmStage.HELD:
            holder = "nobody by name" if alarm.holder is None else telling.name(alarm.holder)
            until = "" if alarm.turn_at is None else f" until {telling.clock(alarm.turn_at)}"
            return f"with {holder}{until}{sign}"
        case _:
            asked = ", ".join(sorted(telling.name(one) for one in alarm.asked_now))
            return f"rung {alarm.rung + 1} of {len(alarm.ladder)}: asks {asked or 'nobody'}{sign}"


def _ahead(telling: Telling, seen: AlarmSeen) -> list[Moment]:
    alarm = seen.alarm
    if alarm.stage is AlarmStage.CLOSED:
        return []
    found: list[Moment] = []
    if alarm.words_at is not None and not alarm.worded:
        found.append((alarm.words_at, "whoever was asked hears that a message is looked at"))
    if alarm.turn_at is not None:
        held = alarm.stage is AlarmStage.HELD
        last = alarm.rung + 1 >= len(alarm.ladder)
        rung = alarm.ladder[alarm.rung if last else alarm.rung + 1]
        whom = _whom(telling.name, rung)
        why = f"nobody has it any more: {whom}" if held else f"no answer: {whom}"
        found.append((alarm.turn_at, f"alarm {alarm.number}, {why}{' again' if last else ''}"))
    return found


def _whom(name: Callable[[PersonId], str], rung: Rung) -> str:
    asked = (_GROUPS[one] if isinstance(one, Group) else name(one) for one in rung.whom)
    return f"asks {' and '.join(asked)}"


# --- Both ----------------------------------------------------------------------------------------


def _mark(at: datetime, text: str, tone: str) -> dict[str, str]:
    return {"at": at.isoformat(), "text": text, "tone": tone}


def _next(now: datetime, ahead: Iterable[Moment]) -> dict[str, str] | None:
    found = min((one for one in ahead if one[0] > now), default=None)
    return None if found is None else {"at": found[0].isoformat(), "text": found[1]}
