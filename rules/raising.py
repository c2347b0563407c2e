"""How an alarm is opened: of which kind a cause is, and which ladder it freezes.

DECISIONS.md, 9: for sos, duress and locked, coordinators stand on the first rung. Practice days and
a concern are told to coordinators only (laws 21 and 25).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from rules.alarm import Alarm, Kind, Stage, unsettled
from rules.disclosing import agreed, merged, without_disclosure
from rules.events import Cause, Verdict
from rules.notices import AlarmId
from rules.people import PersonId, Roster
from rules.terms import Group, Leave, Rung, Terms
from rules.watch import Pending, RaiseAlarm, Watch

#: A contact's own worries open so many alarms within so long (law 21).
CONCERNS_AT_MOST = 2
CONCERNS_WITHIN = timedelta(days=30)

_M = timedelta(minutes=1)
_DOUBT = timedelta(minutes=1)  #: by then the sweep of the promises has ended the hush

#: Alarms, and causes, in which somebody else may read along or stand beside her.
_NO_CALL = frozenset({Kind.DURESS, Kind.LOCKED, Cause.WARNED, Cause.OTHER_HANDS})

KIND_OF: dict[Cause, Kind] = {
    Cause.MISSED: Kind.MISSED,
    Cause.JOURNEY: Kind.MISSED,
    Cause.UNHEARD: Kind.MISSED,
    Cause.STILL_SILENT: Kind.MISSED,
    Cause.SOS: Kind.SOS,
    Cause.FORCED: Kind.DURESS,
    Cause.SEIZED: Kind.DURESS,
    Cause.WARNED: Kind.CONCERN,
    Cause.CONCERN: Kind.CONCERN,
    Cause.OTHER_HANDS: Kind.CONCERN,
    Cause.LOCKED: Kind.LOCKED,
    Cause.DRILL: Kind.DRILL,
}


def new_alarm(
    subject: PersonId, terms: Terms, order: RaiseAlarm, at: datetime, id_: AlarmId, number: int
) -> Alarm:
    """Return an alarm that nobody has been told of yet; `rules.alarming.begin` tells its rung."""
    kind = KIND_OF[order.cause]
    return Alarm(
        id=id_,
        number=number,
        subject=subject,
        kind=kind,
        level=terms.level,
        causes=(order.cause,),
        state=order.state,
        since=order.since,
        opened_at=at,
        ladder=ladder_for(kind, terms, practice=order.practice),
        hold=terms.hold,
        confirmers=terms.confirmers,
        closers=terms.closers,
        # Where a question is asked first, a person asks it: no sign answers it by itself.
        self_confirms=None if terms.question else terms.self_confirms,
        never_tell=terms.never_tell,
    )


def told_at_once(alarm: Alarm, knowing: Iterable[Alarm], roster: Roster) -> Alarm:
    """Return an alarm; where nobody must call, it first asks all of the office who know of others.

    They may be about to: nobody who looks for her is to be the last to hear of it.
    """
    if alarm.kind not in _NO_CALL and alarm.causes[0] not in _NO_CALL:
        return alarm
    known = {one for other in knowing for one in other.asked if roster.is_coordinator(one)}
    first, *rest = alarm.ladder
    return replace(alarm, ladder=(replace(first, whom=(*first.whom, *sorted(known))), *rest))


def worsened(alarms: Iterable[Alarm], order: RaiseAlarm) -> tuple[Alarm, ...]:
    """Return her alarms; what she has just said of herself is read in each that is open."""
    return tuple(
        one if one.stage is Stage.CLOSED else replace(one, state=max(one.state, order.state))
        for one in alarms
    )


def recent_concerns(concerns: Iterable[datetime], at: datetime) -> tuple[datetime, ...]:
    """Return which of a contact's concerns still count at `at` (law 21)."""
    return tuple(one for one in concerns if at - one < CONCERNS_WITHIN)


def superseded(missed: Alarm, terms: Terms, order: RaiseAlarm, at: datetime) -> Alarm:
    """Return a missed alarm as duress: coordinators only, and contacts keep the neutral words."""
    return replace(
        unsettled(missed),
        kind=Kind.DURESS,
        causes=(*missed.causes, order.cause),
        state=max(missed.state, order.state),
        since=order.since,
        ladder=ladder_for(Kind.DURESS, terms),
        answered=frozenset(),
        repeats=0,
        holder=None,
        opened_at=at,
        confirms_at=None,
        cried_untold=False,
    )


def absorbed(duress: Alarm, missed: Alarm) -> Alarm:
    """Return duress that takes over all who know of `missed`: its words to them, and its end."""
    return replace(
        duress,
        asked=duress.asked | missed.asked,
        told={**missed.told, **duress.told},
        back_at=missed.back_at,
        words_at=missed.words_at,
        worded=missed.worded,
        disclosed=merged(duress, missed),
    )


def wishes_doubted(watches: tuple[Watch, ...], cause: Cause) -> tuple[Watch, ...]:
    """Return promises in which a wish to leave waits for a word by voice, once a phone is seized.

    Whoever holds it now may have sent the wish. Nothing of this depends on what a sign meant.
    """
    if cause is not Cause.SEIZED:
        return watches
    return tuple(
        replace(watch, pending=tuple(map(_doubted_wish, watch.pending))) for watch in watches
    )


def _doubted_wish(pending: Pending) -> Pending:
    leaves = isinstance(pending.change, Leave)
    return replace(pending, verdict=Verdict.FORCED) if leaves else pending


def doubted(alarm: Alarm, at: datetime) -> Alarm:
    """Return an alarm that no sign confirms just now, whatever the sign meant (law 7)."""
    if alarm.confirms_at is None or alarm.confirms_at > at:
        return alarm
    return replace(alarm, confirms_at=at + _DOUBT)


def ladder_for(kind: Kind, terms: Terms, *, practice: bool = False) -> tuple[Rung, ...]:
    """Return the ladder that an alarm freezes when it opens (PRACTICE.md, default terms).

    Of what her terms disclose on any rung, a cry for help and a forced sign disclose all at once,
    to coordinators alone: nothing is surer than these, and whoever answers must know whom to call.
    A rung with contacts discloses nothing there, for she did not agree to that one. Wrong codes and
    somebody's worry prove too little; what is practice discloses nothing.
    """
    sheet = agreed(terms)
    if kind is Kind.SOS:
        contacts = (Group.NEAR, Group.FIRST_CONTACT, Group.OTHER_CONTACTS)
        family = (Group.FAMILY,) if terms.sos_family else ()
        return (
            Rung((Group.TWO,), terms.sos_contacts_after, sheet),
            Rung((Group.ALL, *contacts, *family), 15 * _M),
            Rung((Group.ALL,), 15 * _M, sheet),
        )
    if kind is Kind.DURESS:
        return (Rung((Group.TWO,), 10 * _M, sheet), Rung((Group.ALL,), 15 * _M, sheet))
    if kind is Kind.LOCKED:
        return (Rung((Group.TWO,), 10 * _M), Rung((Group.ALL,), 15 * _M))
    if kind is Kind.CONCERN or practice:
        return (Rung((Group.DUTY,), 30 * _M), Rung((Group.ALL,), 60 * _M))
    return without_disclosure(terms.ladder) if kind is Kind.DRILL else terms.ladder
