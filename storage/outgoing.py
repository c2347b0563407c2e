"""Writes down what must be said, in the transaction that decided it.

Whom it is for, what it says and why is sealed under the outbox key, all sorts alike.
"""

import logging
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import bindparam, delete, insert, select

from rules.notices import MANNERS, AlarmId, Fact, Notice, Rank
from rules.people import PersonId
from sealing.fields import Place
from sealing.keyring import Purpose
from storage.challenging import with_challenges
from storage.claims import Fold
from storage.deed import Button, Reply, Unsay, Words
from storage.letters import Letter
from storage.moments import to_micros
from storage.people import UNREADABLE
from storage.releasing import with_files
from storage.rows import read_noun, write_noun
from storage.tables import notices as table
from storage.transactions import Look, Tx

#: The size of a sealed notice shows only how many of these it needs, in bytes.
_BUCKET = 512
#: The courier looks by itself at least this often; only what is due sooner must wake it.
_SOON = timedelta(seconds=30)
_NOT_KNOWN: Mapping[PersonId, timedelta] = MappingProxyType({})

_log = logging.getLogger(__name__)

_INSERT = insert(table)
_OF_ALARM = (
    select(table.c.id, table.c.tries, table.c.sealed_notice)
    .where(table.c.alarm_id == bindparam("alarm"))
    .order_by(table.c.id)
    .with_for_update()
)
_DELETE = delete(table).where(table.c.id.in_(bindparam("ids", expanding=True)))


def write_notices(
    tx: Tx,
    notices: Collection[Notice],
    replies: Collection[Reply],
    unsays: Collection[Unsay],
    now: datetime,
    *,
    chat_kept: Mapping[PersonId, timedelta] = _NOT_KNOWN,
) -> None:
    """Write down what must be said; it is claimed by the courier after the commit.

    `chat_kept`: how long the terms of those who are spoken to let their chat keep a message.
    """
    letters = [
        *(
            Letter(_with_facts(notice), chat_kept.get(notice.to))
            for notice in with_files(tx, notices, now)
        ),
        *(Letter(_with_args(reply)) for reply in replies),
        *(Letter(unsay) for unsay in unsays),
    ]
    write_letters(tx, with_challenges(tx, letters, now), now)


def write_letters(tx: Tx, letters: Iterable[Letter], now: datetime) -> None:
    """Write down letters as they are."""
    rows = [_row(tx, letter, now) for letter in letters]
    if not rows:
        return
    tx.connection.execute(_INSERT, rows)
    if any(row["try_at"] <= to_micros(now + _SOON) for row in rows):
        tx.ring()


def open_letter(look: Look, notice_id: bytes, sealed: bytes) -> Letter:
    """Return what is sealed in the row of a notice. Raises SealBrokenError."""
    return read_noun(Letter, look.keys.unseal(Purpose.OUTBOX, _place(notice_id), sealed))


def drop_unclaimed(tx: Tx, alarm: AlarmId) -> frozenset[PersonId]:
    """Drop what this alarm would still have said; return for whom nothing of it was ever claimed.

    Call it before the words of the end are written. What has been told already has left the
    outbox: whoever is in the alarm's `told` heard of it, whatever is returned here.
    """
    unheard, claimed, dropped = set(), set(), []
    for row in tx.connection.execute(_OF_ALARM, {"alarm": alarm}):
        try:
            act = open_letter(tx, row.id, row.sealed_notice).act
        except UNREADABLE as error:
            # Nobody will ever say it; the alarm ends all the same, and her sign is written down.
            _log.error("notice-unreadable id=%s why=%s", row.id.hex(), type(error).__name__)
            continue
        # An answer in a conversation is not the alarm's own word; whoever asked gets it.
        if not isinstance(act, Notice):
            continue
        if row.tries:
            claimed.add(act.to)
        else:
            unheard.add(act.to)
            dropped.append(row.id)
    if dropped:
        tx.connection.execute(_DELETE, {"ids": dropped})
    return frozenset(unheard - claimed)


def _row(tx: Tx, letter: Letter, now: datetime) -> dict[str, Any]:
    notice_id = tx.chance.new_id()
    rank, alarm, at = _queued(letter)
    sealed = tx.keys.seal(Purpose.OUTBOX, _place(notice_id), write_noun(letter), bucket=_BUCKET)
    return {
        "id": notice_id,
        "alarm_id": alarm,
        "rank": int(rank),
        "try_at": to_micros(now if at is None else max(at, now)),
        "tries": 0,
        "born_at": to_micros(now),
        "sealed_notice": sealed,
    }


def _queued(letter: Letter) -> tuple[Rank, AlarmId | None, datetime | None]:
    """Return the place in the queue, the alarm it belongs to, and when it may be said."""
    match letter.act:
        case Notice(kind=kind, alarm=alarm, first=first, at=at):
            return Rank.FIRST if first else MANNERS[kind].rank, alarm, at
        case Reply(rank=rank, alarm=alarm):
            return rank, alarm, letter.at
        case Unsay(at=at):
            return Rank.UNSAYING, None, at
        case Fold(alarm=alarm):
            return Rank.REST, alarm, letter.at


def _place(notice_id: bytes) -> Place:
    return Place("notices", "sealed_notice", notice_id)


def _with_facts(notice: Notice) -> Notice:
    return replace(notice, facts=_facts(notice.facts))


def _with_args(reply: Reply) -> Reply:
    return replace(
        reply,
        words=tuple(map(_words, reply.words)),
        folds=tuple(map(_words, reply.folds)),
        buttons=tuple(tuple(map(_button, line)) for line in reply.buttons),
        keyboard=reply.keyboard and tuple(tuple(map(_words, line)) for line in reply.keyboard),
    )


def _button(button: Button) -> Button:
    return replace(button, label=_words(button.label))


def _words(words: Words) -> Words:
    return replace(words, args=_facts(words.args))


def _facts(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    return {name: _plain(value) for name, value in facts.items()}


def _plain(value: Fact) -> Fact:
    """Return what is written of a member of an enum: its value, nothing of where it came from."""
    if isinstance(value, str):
        return str(value)
    return int(value) if isinstance(value, int) else value
