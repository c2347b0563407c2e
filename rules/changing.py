"""How what was agreed changes: at once where it strengthens, late and told where it weakens.

Laws 9 and 19: no change touches the promise that is running; a weakening one waits until a later
deadline has been kept and the cooling-off is over; a missed promise drops it.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from rules.events import ChangeAsked, ChangeTakenBack, Verdict
from rules.notices import Fact, Kind, Notice
from rules.promising import begin_promise, pending_at, with_wakes
from rules.schedule import Until, next_due
from rules.signs import to_owner
from rules.templates import STRONG_WAYS
from rules.terms import (
    LEAVING_LIMIT,
    Change,
    Extend,
    Leave,
    Level,
    NewTerms,
    Pause,
    Resume,
    Spoken,
)
from rules.watch import Decision, GoAway, Pending, Sort, Stage, TellOffice, Watch
from rules.weakening import weakens, weakens_by_zone_or_way


def ask(watch: Watch, event: ChangeAsked) -> Decision:
    """Return what becomes of `watch` now that somebody asks to change what was agreed."""
    if watch.left_at is not None:
        return Decision(watch)
    match event.change:
        case NewTerms():
            return _ask_terms(watch, event, event.change)
        case Pause():
            return _ask_pause(watch, event, event.change)
        case Resume():
            return _resume(watch, event)
        case Leave():
            return _ask_leave(watch, event)
        case Spoken():
            return _let_go(watch, event)
        case _:
            return _extend(watch, event, event.change)


def take_back(watch: Watch, event: ChangeTakenBack) -> Decision:
    """Return `watch` without what was pending; the one who asked hears that it is gone."""
    if not watch.pending:
        return Decision(watch)
    facts: dict[str, Fact] = {} if watch.due_at is None else {"due": watch.due_at}
    freed = with_wakes(replace(watch, pending=()))
    return Decision(freed, (Notice(watch.owner, Kind.CHANGE_DROPPED, facts),))


def drop_weaker(watch: Watch) -> Watch:
    """Return `watch` without what is pending and weakens; a missed promise drops it."""
    kept = tuple(one for one in watch.pending if _outlives_silence(watch, one.change))
    return with_wakes(replace(watch, pending=kept))


def _outlives_silence(watch: Watch, change: Change) -> bool:
    if isinstance(change, NewTerms):
        return not weakens(watch.terms, change.terms)
    return isinstance(change, Leave)


def begin_anew(watch: Watch, *, after: datetime) -> Watch:
    """Return the watch waiting again after a rest.

    What weakens, and was asked for before, waits until the first note after the rest was kept.
    """
    begun = begin_promise(watch, after=after)
    pending = tuple(
        one
        if begun.due_at is None or _outlives_silence(begun, one.change)
        else replace(one, from_at=max(one.from_at, begun.due_at))
        for one in begun.pending
    )
    return with_wakes(replace(begun, pending=pending))


def ripe(watch: Watch, pending: Pending, at: datetime) -> bool:
    """Say whether a pending change takes effect now."""
    looked_at = pending_at(watch, pending)
    return looked_at is not None and looked_at <= at


def take_effect(watch: Watch, pending: Pending, at: datetime) -> Decision:
    """Return what becomes of `watch` now that a pending change begins."""
    rest = tuple(one for one in watch.pending if one is not pending)
    watch = replace(watch, pending=rest)
    match pending.change:
        case NewTerms(terms):
            return Decision(with_wakes(replace(watch, terms=terms)))
        case Pause(until):
            return Decision(_paused(watch, until) if until > at else with_wakes(watch))
        case Leave() if pending.verdict is Verdict.FORCED:
            # Whoever holds her phone must not have her forgotten: it seemed to wait, and is over.
            return Decision(with_wakes(watch))
        case Leave():
            gone = replace(
                watch,
                stage=Stage.RESTING,
                due_at=None,
                paused_until=None,
                unwatched_at=None,
                pending=(),
                left_at=at,
            )
            return Decision(with_wakes(gone), (), (GoAway(),))
        case _:
            # The others are never pending: they take effect when they are asked for, or not at all.
            return Decision(with_wakes(watch))


def _ask_terms(watch: Watch, event: ChangeAsked, change: NewTerms) -> Decision:
    if watch.sort is Sort.JOURNEY:
        return Decision(watch)
    new = change.terms
    once = isinstance(new.schedule, Until)
    if once or next_due(new.schedule, event.at, new.seasons) is None:
        # A promise without a deadline would be silence without an alarm.
        return _refuse(watch, event, "never-due", {})
    if watch.begun_at is None or not _must_wait(watch, event, change):
        if watch.stage in {Stage.LATE, Stage.MISSED}:
            return _put_off(watch, event, event.at, said_from=_next_deadline(watch, event.at))
        # The promise that is running keeps its deadline; the next one follows the new terms.
        changed = with_wakes(replace(watch, terms=new))
        facts: dict[str, Fact] = {} if changed.due_at is None else {"due": changed.due_at}
        if watch.begun_at is None:
            return Decision(changed)
        said = Notice(watch.owner, Kind.CHANGE_SET, facts)
        told = TellOffice(Kind.CHANGE_TOLD, {"change": "terms", "from": event.at})
        return Decision(changed, (said,), (told,) if weakens(watch.terms, new) else ())
    return _put_off(watch, event, _after_a_kept_deadline(watch, event.at))


def _must_wait(watch: Watch, event: ChangeAsked, change: NewTerms) -> bool:
    if not weakens(watch.terms, change.terms):
        return False
    strong = event.by is None and event.way in STRONG_WAYS
    return not strong or weakens_by_zone_or_way(watch.terms, change.terms)


def _ask_pause(watch: Watch, event: ChangeAsked, change: Pause) -> Decision:
    if watch.sort is Sort.JOURNEY:
        return Decision(watch)
    strong = event.by is None and event.way in STRONG_WAYS
    at_once = strong and watch.stage in {Stage.RESTING, Stage.WAITING}
    from_at = event.at if at_once else _after_a_kept_deadline(watch, event.at)
    limit = watch.terms.pause_alone if event.by is None else watch.terms.pause_with_yes
    if watch.begun_at is None or change.until <= from_at:
        return _refuse(watch, event, "pause-too-short", {"from": from_at})
    if change.until - from_at > limit:
        return _refuse(watch, event, "pause-too-long", {"limit": from_at + limit})
    if not at_once:
        return _put_off(watch, event, from_at)
    others = tuple(one for one in watch.pending if not isinstance(one.change, Pause))
    paused = _paused(replace(watch, pending=others), change.until)
    due = next_due(watch.terms.schedule, change.until, watch.terms.seasons) or change.until
    said = Notice(watch.owner, Kind.BREAK_SET, {"until": change.until, "due": due})
    told = TellOffice(Kind.CHANGE_TOLD, {"change": "pause", "from": from_at, "until": change.until})
    return Decision(paused, (said,), (told,))


def _paused(watch: Watch, until: datetime) -> Watch:
    return with_wakes(
        replace(watch, stage=Stage.RESTING, due_at=None, paused_until=until, nudged=False)
    )


def _resume(watch: Watch, event: ChangeAsked) -> Decision:
    breaks = tuple(one for one in watch.pending if not isinstance(one.change, Pause))
    if watch.sort is Sort.JOURNEY or watch.begun_at is None:
        return Decision(watch)
    resting = watch.paused_until is not None or watch.unwatched_at is not None
    if watch.stage is Stage.RESTING and resting:
        awake = replace(watch, paused_until=None, unwatched_at=None, pending=breaks)
        awake = begin_anew(awake, after=event.at)
        due = {} if awake.due_at is None else {"due": awake.due_at}
        return Decision(awake, (to_owner(awake, Kind.BREAK_OVER, **due),))
    if len(breaks) < len(watch.pending):
        facts: dict[str, Fact] = {} if watch.due_at is None else {"due": watch.due_at}
        freed = with_wakes(replace(watch, pending=breaks))
        return Decision(freed, (Notice(watch.owner, Kind.CHANGE_DROPPED, facts),))
    return Decision(watch)


def _ask_leave(watch: Watch, event: ChangeAsked) -> Decision:
    if watch.sort is Sort.JOURNEY or any(isinstance(one.change, Leave) for one in watch.pending):
        return Decision(watch)
    until = event.at + LEAVING_LIMIT
    pending = (*watch.pending, Pending(event.change, until, event.by, event.verdict))
    return Decision(
        with_wakes(replace(watch, pending=pending)),
        (Notice(watch.owner, Kind.LEAVING, {"until": until}),),
        (TellOffice(Kind.LEAVING_ASKED, {"until": until}),),
    )


def _let_go(watch: Watch, event: ChangeAsked) -> Decision:
    """A coordinator has spoken with somebody who wants to leave: nothing holds them any more."""
    asked = any(isinstance(one.change, Leave) for one in watch.pending)
    if event.by in {None, watch.owner} or not asked:
        return Decision(watch)
    pending = tuple(
        replace(one, from_at=event.at, verdict=Verdict.GENUINE)
        if isinstance(one.change, Leave)
        else one
        for one in watch.pending
    )
    return Decision(with_wakes(replace(watch, pending=pending)))


def _extend(watch: Watch, event: ChangeAsked, change: Extend) -> Decision:
    # Also once it is late: message 13 offers it. A missed journey is in other hands.
    if watch.sort is Sort.ROUTINE or watch.stage not in {Stage.WAITING, Stage.LATE}:
        return Decision(watch)
    assert watch.due_at is not None
    if change.by <= timedelta(0):
        return Decision(watch)
    by_tap = event.way not in STRONG_WAYS and watch.terms.level is Level.HIGH
    if event.by is None and (by_tap or watch.extensions >= watch.terms.extensions):
        return _refuse(watch, event, "no-extension-left", {"until": watch.due_at})
    if change.by > watch.terms.extension:
        return _refuse(watch, event, "extension-too-long", {"limit": _hours(watch)})
    later = max(watch.due_at, event.at if watch.stage is Stage.LATE else watch.due_at) + change.by
    longer = with_wakes(
        replace(
            watch,
            stage=Stage.WAITING,
            due_at=later,
            extensions=watch.extensions + 1,
            reminders=0,
            late_at=None,
            reminded_at=None,
        )
    )
    return Decision(longer, (Notice(watch.owner, Kind.JOURNEY_EXTENDED, {"until": later}),))


def _hours(watch: Watch) -> int:
    return int(watch.terms.extension.total_seconds() // 3600)


def _next_deadline(watch: Watch, at: datetime) -> datetime:
    """Return by when a change that must not touch the present promise has surely begun."""
    return next_due(watch.terms.schedule, at, watch.terms.seasons) or at


def _put_off(
    watch: Watch, event: ChangeAsked, from_at: datetime, *, said_from: datetime | None = None
) -> Decision:
    """Keep a change for later; a newer one of the same sort takes its place."""
    kept = tuple(one for one in watch.pending if type(one.change) is not type(event.change))
    pending = (*kept, Pending(event.change, from_at, event.by, event.verdict))
    kind, facts = _said(event.change, said_from or from_at)
    change = "pause" if isinstance(event.change, Pause) else "terms"
    told = TellOffice(Kind.CHANGE_TOLD, {"change": change, **facts})
    return Decision(
        with_wakes(replace(watch, pending=pending)), (Notice(watch.owner, kind, facts),), (told,)
    )


def _said(change: Change, from_at: datetime) -> tuple[Kind, dict[str, Fact]]:
    if isinstance(change, Pause):
        return Kind.BREAK_PENDING, {"from": from_at, "until": change.until}
    return Kind.CHANGE_PENDING, {"from": from_at}


def _refuse(watch: Watch, event: ChangeAsked, why: str, facts: dict[str, Fact]) -> Decision:
    to = watch.owner if event.by is None else event.by
    own: dict[str, Fact] = {"why": why}
    return Decision(watch, (Notice(to, Kind.CHANGE_REFUSED, own | facts),))


def _after_a_kept_deadline(watch: Watch, at: datetime) -> datetime:
    """Return the first deadline that must be kept and lies beyond the cooling-off."""
    earliest = at + watch.terms.cooling
    due = watch.due_at if watch.stage is Stage.WAITING else None
    resting_until = watch.paused_until or at
    while due is None or due < earliest or due <= resting_until:
        following = next_due(watch.terms.schedule, due or at, watch.terms.seasons)
        if following is None:
            return earliest
        due = following
    return due
