"""One person's life: their promises, the open alarms about them, and what goes between the two.

A check-in is one event for the person and reaches every watch of theirs; a missed promise opens an
alarm or joins the one that is open; the end of an alarm sets the promise going again. Law 15 is
kept here: while a promise is missed, nothing comes to the owner's chat unasked, and all is silent.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from rules import alarming, notices, raising, watching
from rules.alarm import Alarm, Closed, Kind, Stage
from rules.alarm import Order as AlarmOrder
from rules.events import (
    AlarmClosed,
    AlarmEvent,
    Arrived,
    Cause,
    CheckedIn,
    Deaf,
    OwnerBack,
    Repeated,
    TimePassed,
    WatchEvent,
)
from rules.notices import AlarmId, Notice
from rules.people import PersonId, Roster
from rules.promising import covered_until
from rules.quieting import fit_for_her_chat
from rules.reporting import report
from rules.templates import TEMPLATES
from rules.terms import Level, Terms
from rules.watch import ComeBack, GoAway, RaiseAlarm, Sort, TellOffice, Watch, WatchId
from rules.watch import Order as WatchOrder
from rules.watch import Stage as WatchStage


@dataclass(frozen=True, slots=True)
class Life:
    """Everything the rules know about one person."""

    person: PersonId
    watches: tuple[Watch, ...]
    alarms: tuple[Alarm, ...]  #: the open ones
    roster: Roster


@dataclass(frozen=True, slots=True)
class Draws:
    """What only chance and the house's counter can give: names for alarms that may open."""

    ids: tuple[AlarmId, ...]  #: at least three; an event never opens more
    number: int  #: the number of the first; the next takes the next


@dataclass(frozen=True, slots=True)
class Happened:
    """What became of a life. Alarms closed by it are still in `life.alarms`, as CLOSED."""

    life: Life
    notices: tuple[Notice, ...] = ()
    opened: tuple[AlarmId, ...] = ()
    closed: tuple[AlarmId, ...] = ()
    ended: tuple[WatchId, ...] = ()  #: journeys that are over; they are no longer in the life
    gone: bool = False  #: the person has left and must be forgotten


@dataclass
class _Course:
    """A life while one event runs through it. Lives as long as the call."""

    life: Life
    draws: Draws
    at: datetime
    said: list[Notice] = field(default_factory=list)
    opened: list[AlarmId] = field(default_factory=list)
    closed: list[AlarmId] = field(default_factory=list)
    may_go: bool = False  #: who has left may be let go, if no alarm is open in the end
    gone: bool = False


def lived(life: Life, event: WatchEvent, draws: Draws) -> Happened:
    """Return what becomes of a life when `event` reaches every watch in it."""
    course = _Course(life, draws, event.at)
    if isinstance(event, TimePassed | Deaf):
        event = replace(event, covered_until=covered_until(life.watches))
    _to_watches(course, lambda _: event)
    return _happened(course, asked=not isinstance(event, TimePassed))


def helped(life: Life, alarm: AlarmId, event: AlarmEvent, draws: Draws) -> Happened:
    """Return what becomes of a life when `event` happens to one of its alarms.

    An alarm that is not in this life changes nothing.
    """
    course = _Course(life, draws, event.at)
    hushed = any(watch.hush is not None for watch in life.watches)
    for one in life.alarms:
        if one.id == alarm:
            # What a sign meant comes out at the end of its hush; before that it confirms nothing.
            unsure = hushed and isinstance(event, TimePassed)
            _to_alarm(course, raising.doubted(one, event.at) if unsure else one, event)
    return _happened(course)


def cried(
    life: Life, cause: Cause, at: datetime, draws: Draws, *, now: datetime | None = None
) -> Happened:
    """Return what becomes of a life when an alarm is called for directly, and heard of at `now`."""
    watches = raising.wishes_doubted(life.watches, cause)
    course = _Course(replace(life, watches=watches), draws, now or at)
    if cause is Cause.SOS:
        course.said.append(Notice(life.person, notices.Kind.SOS_NOTED, {"at": at}, silent=True))
    _raise(course, RaiseAlarm(cause, since=at))
    return _happened(course)


def terms_of(life: Life) -> Terms:
    """Return the terms that hold for a person: those of the routine, else the gentlest template."""
    for watch in life.watches:
        if watch.sort is Sort.ROUTINE:
            return watch.terms
    return life.watches[0].terms if life.watches else TEMPLATES[Level.LOW]


def _happened(course: _Course, *, asked: bool = True) -> Happened:
    _let_go(course)
    said = fit_for_her_chat(
        course.said, course.life.person, course.life.watches, _open(course), asked=asked
    )
    over = tuple(one for one in course.life.watches if _is_over(one))
    left = tuple(one for one in course.life.watches if one not in over)
    opened, closed = tuple(course.opened), tuple(course.closed)
    ended = tuple(one.id for one in over)
    return Happened(
        replace(course.life, watches=left), said, opened, closed, ended, gone=course.gone
    )


def _is_over(watch: Watch) -> bool:
    begun = watch.sort is Sort.JOURNEY and watch.begun_at is not None
    return begun and watch.stage is WatchStage.RESTING


def _open(course: _Course) -> tuple[Alarm, ...]:
    return tuple(one for one in course.life.alarms if one.stage is not Stage.CLOSED)


# --- To the watches ------------------------------------------------------------------------------


def _to_watches(course: _Course, event_for: Callable[[Watch], WatchEvent]) -> None:
    orders: list[WatchOrder] = []
    for watch in course.life.watches:
        decision = watching.decide(watch, _fitting(watch, event_for(watch)))
        course.life = replace(
            course.life,
            watches=tuple(
                decision.watch if one.id == watch.id else one for one in course.life.watches
            ),
        )
        course.said.extend(decision.notices)
        orders.extend(decision.orders)
    for order in orders:
        _carry(course, order)


def _fitting(watch: Watch, event: WatchEvent) -> WatchEvent:
    """An arrival is a check-in for every watch but the journeys."""
    if isinstance(event, Arrived) and watch.sort is Sort.ROUTINE:
        rest = (event.hush_until, event.words_at, event.state, event.elsewhere)
        return CheckedIn(event.at, event.way, event.verdict, *rest)
    return event


def _carry(course: _Course, order: WatchOrder) -> None:
    match order:
        case RaiseAlarm():
            _raise(course, order)
        case ComeBack():
            _come_back(course, order)
        case GoAway():
            course.may_go = True
        case _:
            _tell_office(course, order)


def _come_back(course: _Course, order: ComeBack) -> None:
    """Tell the missed alarm of a sign of life, unless it answers only one of several silences."""
    if any(watch.stage is WatchStage.MISSED for watch in course.life.watches):
        return
    for alarm in _open(course):
        if alarm.kind is Kind.MISSED:
            back = OwnerBack(order.at, order.verdict, order.words_at, order.way, order.state)
            _to_alarm(course, alarm, back)


def _let_go(course: _Course) -> None:
    """Let somebody who has left be forgotten; never while an alarm is open, or may be (law 19)."""
    left = any(watch.left_at is not None for watch in course.life.watches)
    hushed = any(watch.hush is not None for watch in course.life.watches)
    if course.may_go and left and not hushed and not _open(course):
        course.gone = True
        _tell_office(course, TellOffice(notices.Kind.LEFT))


def _tell_office(course: _Course, order: TellOffice) -> None:
    life = course.life
    said = report(order, life.person, life.roster, terms_of(life).never_tell)
    # Several promises of one person may order the same words; they are said once.
    course.said.extend(one for one in said if one not in course.said)


# --- To the alarms -------------------------------------------------------------------------------


def _raise(course: _Course, order: RaiseAlarm) -> None:
    """Open an alarm, or let the cause join the one of its kind that is open (DECISIONS.md, 7)."""
    course.life = replace(course.life, alarms=raising.worsened(course.life.alarms, order))
    kind = raising.KIND_OF[order.cause]
    same = next((one for one in _open(course) if one.kind is kind), None)
    back = _back_from_silence(course) if kind is Kind.DURESS else None
    if same is not None:
        same = same if back is None else _absorb(course, same, back)
        _to_alarm(course, same, Repeated(course.at, order.cause, order.state))
        return
    if back is not None:
        _supersede(course, back, order)
        return
    number = len(course.opened)
    alarm = raising.new_alarm(
        course.life.person,
        terms_of(course.life),
        order,
        course.at,
        course.draws.ids[number],
        course.draws.number + number,
    )
    alarm = raising.told_at_once(alarm, _open(course), course.life.roster)
    course.opened.append(alarm.id)
    decision = alarming.begin(alarm, course.life.roster)
    course.life = replace(course.life, alarms=(*course.life.alarms, decision.alarm))
    course.said.extend(decision.notices)


def _back_from_silence(course: _Course) -> Alarm | None:
    """Return the missed alarm that a forced sign has brought her back from (DECISIONS.md, 11).

    A sign too old for that leaves the silence as it is: the search goes on beside duress.
    """
    if any(watch.stage is WatchStage.MISSED for watch in course.life.watches):
        return None
    silences = (one for one in _open(course) if one.kind is Kind.MISSED)
    return next((one for one in silences if one.back_at is not None), None)


def _absorb(course: _Course, duress: Alarm, missed: Alarm) -> Alarm:
    """End a missed alarm in the duress that is open already; only coordinators hear of it."""
    fuller = raising.absorbed(duress, missed)
    _replace_alarm(course, fuller)
    decision = alarming.give_over(missed, course.at, course.life.roster)
    _replace_alarm(course, decision.alarm)
    course.said.extend(decision.notices)
    course.closed.append(missed.id)
    return fuller


def _supersede(course: _Course, missed: Alarm, order: RaiseAlarm) -> None:
    """Turn a missed alarm into duress, and tell it."""
    forced = raising.superseded(missed, terms_of(course.life), order, course.at)
    forced = raising.told_at_once(forced, _open(course), course.life.roster)
    decision = alarming.begin(forced, course.life.roster)
    _replace_alarm(course, decision.alarm)
    course.said.extend(decision.notices)


def _to_alarm(course: _Course, alarm: Alarm, event: AlarmEvent) -> None:
    decision = alarming.decide(alarm, event, course.life.roster)
    _replace_alarm(course, decision.alarm)
    course.said.extend(decision.notices)
    for order in decision.orders:
        _carry_on(course, decision.alarm, order)


def _replace_alarm(course: _Course, alarm: Alarm) -> None:
    alarms = tuple(alarm if one.id == alarm.id else one for one in course.life.alarms)
    course.life = replace(course.life, alarms=alarms)


def _carry_on(course: _Course, alarm: Alarm, order: AlarmOrder) -> None:
    match order:
        case Closed(outcome):
            course.closed.append(alarm.id)
            silence = {Kind.MISSED, Kind.DURESS}
            if alarm.kind in silence and not any(one.kind in silence for one in _open(course)):
                _to_watches(course, lambda _: AlarmClosed(course.at, outcome))
            course.may_go = True
        case _:
            _raise(course, RaiseAlarm(Cause.CONCERN, since=order.at))
