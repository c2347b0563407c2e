"""Settles what was told: the row goes, what came of it becomes an event, its end is arranged.

Every message has an end (law 14): whatever is told is unsaid at its moment, by the outbox itself.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from rules.notices import BRIEFLY, DAY, LONGEST, MANNERS, MOMENT, OPEN_FOR, Keep, Notice
from rules.people import PersonId
from storage.bearers import RENEWED_AFTER, brings_keys, renewal, take_over
from storage.challenging import with_challenges
from storage.claims import Claimed, Fold, Outcome, Told, TryAgain
from storage.deed import Reply, Unsay
from storage.letters import Letter
from storage.lives import lock_people, subject_of
from storage.moments import to_micros
from storage.outcomes import note_outcomes
from storage.outgoing import write_letters
from storage.persons import Address
from storage.tables import notices
from storage.transactions import Tx

_STILL_THERE = (
    select(notices.c.id)
    .where(notices.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(notices.c.id)
    .with_for_update()
)
_AGAIN = (
    update(notices)
    .where(notices.c.id == bindparam("b_id"))
    .values(try_at=bindparam("try_at"), fence=None)
)
_GONE = delete(notices).where(notices.c.id.in_(bindparam("ids", expanding=True)))


def settle(tx: Tx, settled: Sequence[tuple[Claimed, Outcome]], now: datetime) -> None:
    """Write down what came of what was told. What somebody else has settled before stays so."""
    if not settled:
        return
    # People before notices: whoever ends an alarm holds its person when they ask for its words.
    lock_people(tx, _concerned(tx, [claimed for claimed, _ in settled]))
    asked = {"ids": [claimed.id for claimed, _ in settled]}
    there = set(tx.connection.scalars(_STILL_THERE, asked))
    ended = [one for one in settled if one[0].id in there and not isinstance(one[1], TryAgain)]
    elsewhere = note_outcomes(tx, ended, now) if ended else frozenset()
    again = [_again(claimed.id, now) for claimed, _ in ended if claimed.id in elsewhere]
    again += [_again(one.id, what.at) for one, what in settled if isinstance(what, TryAgain)]
    if again:
        tx.connection.execute(_AGAIN, again)
    gone = [claimed.id for claimed, _ in ended if claimed.id not in elsewhere]
    if gone:
        tx.connection.execute(_GONE, {"ids": gone})
    told = [(claimed, what) for claimed, what in ended if isinstance(what, Told)]
    ends = [end for claimed, what in told for end in _ends(tx, claimed, what)]
    write_letters(tx, with_challenges(tx, ends, now), now)


def _concerned(tx: Tx, told: Sequence[Claimed]) -> set[PersonId]:
    """Return to whom these were said, and about whom they are."""
    acts = [one.act for one in told]
    alarms = {act.alarm for act in acts if isinstance(act, Notice) and act.alarm is not None}
    concerned = {one.reader for one in told} | {subject_of(tx, alarm) for alarm in alarms}
    return {who for who in concerned if who is not None}


def unsaid_at(act: Notice | Reply, chat_kept: timedelta, told_at: datetime) -> datetime:
    """Return when what was told at `told_at` leaves the chat again: at most 47 hours later."""
    if isinstance(act, Notice):
        keep, due = MANNERS[act.kind].keep, act.facts.get("due")
    else:
        keep, due = act.keep, None
    if keep is Keep.UNTIL_DUE and isinstance(due, datetime):
        # A promise that is due already would leave nothing to read.
        return min(max(due, told_at + BRIEFLY), told_at + LONGEST)
    return told_at + min(_kept(keep, chat_kept), LONGEST)


def _ends(tx: Tx, claimed: Claimed, told: Told) -> list[Letter]:
    """Return how a message that now stands in a chat will end."""
    act, chat, message = claimed.act, claimed.to, told.message_id
    if chat is None or not isinstance(act, Notice | Reply):
        return []
    if message is not None and brings_keys(act):
        return _ends_with_keys(tx, claimed, told, chat, message)
    ends: list[Letter] = []
    edited = act.edits if isinstance(act, Reply) else None
    # What was changed is unsaid when it would have been: that stands in the outbox already.
    if edited is None and message is not None:
        end = unsaid_at(act, claimed.chat_kept, told.at)
        ends.append(Letter(Unsay(chat, (message,), end)))
    opened = message if edited is None else edited
    if isinstance(act, Reply) and act.folds and opened is not None:
        fold = Fold(chat, opened, act.folds, act.language, act.alarm)
        ends.append(Letter(fold, at=told.at + OPEN_FOR))
    return ends


def _ends_with_keys(
    tx: Tx, claimed: Claimed, told: Told, chat: Address, message: int
) -> list[Letter]:
    """A message that brings keys stays until the next one does; the one before it goes now."""
    before = take_over(tx, chat, claimed.act, message)
    ends = [] if before is None else [Letter(Unsay(chat, (before,), told.at))]
    if isinstance(claimed.act, Reply) and claimed.act.keyboard == ():
        end = unsaid_at(claimed.act, claimed.chat_kept, told.at)
        return [*ends, Letter(Unsay(chat, (message,), end))]
    if claimed.reader is not None:
        new = renewal(claimed.act, chat, message, told.at, claimed.reader)
        ends += [] if new is None else [Letter(new, at=told.at + RENEWED_AFTER)]
    return ends


def _kept(keep: Keep, chat_kept: timedelta) -> timedelta:
    match keep:
        case Keep.MOMENT:
            return MOMENT
        case Keep.BRIEFLY:
            return BRIEFLY
        case Keep.TERMS | Keep.UNTIL_DUE:
            return chat_kept
        case Keep.DAY:
            return DAY
        case Keep.LONGEST:
            return LONGEST


def _again(notice_id: bytes, at: datetime) -> dict[str, Any]:
    return {"b_id": notice_id, "try_at": to_micros(at)}
