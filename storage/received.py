"""How what Telegram handed us stands in the database: raw, sealed, in the lane of its chat."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from rules.hearing import Poll, proven_by
from sealing.fields import Place
from sealing.keyring import Purpose
from storage.cards import cards_named
from storage.ear import ear_of, move_ear
from storage.leases import Fence
from storage.moments import from_micros, to_micros
from storage.persons import BotId
from storage.tables import chats, inbox
from storage.transactions import Look, Tx
from storage.updates import (
    chat_of,
    dated,
    packed,
    said_after,
    typed_in,
    unpacked,
    update_id_of,
)

#: The size of a sealed update shows only how many of these it needs, in bytes.
_BUCKET = 1024

_KEEP = {
    "sqlite": sqlite.insert(inbox).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(inbox).on_conflict_do_nothing(),
}
_KNOWN_LANES = select(chats.c.blind).where(chats.c.blind.in_(bindparam("blinds", expanding=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An update that is to be handled now."""

    bot: BotId
    update_id: int
    raw: Mapping[str, Any]
    received_at: datetime  #: when the poll that brought it was asked
    tries: int  #: how often it has failed
    lane: bytes  #: the same for all of one chat; says nothing of which


def keep_updates(
    tx: Tx,
    bot: BotId,
    updates: Sequence[Mapping[str, Any]],
    asked_at: datetime,
    limit: int,
    fence: Fence,
) -> None:
    """Keep what a poll brought, and how far we have heard with it. Raises FenceLostError."""
    fetched_until, offset = ear_of(tx, bot)
    numbered = [(number, one) for one in updates if (number := update_id_of(one)) is not None]
    lanes = _lanes(tx, bot, [chat_of(one) for _, one in numbered])
    # A card may come from anybody's phone: whose silence waits for it, the ear must know.
    typed = [typed_in(one) for _, one in numbered]
    named = cards_named(tx, {text for text in typed if text is not None})
    rows = [
        {
            "bot": bot,
            "update_id": number,
            # At once, whatever our clock says: Telegram's may be ahead of it.
            "try_at": 0,
            "received_at": to_micros(asked_at),
            "holds_from": to_micros(said_after(one, asked_at, fetched_until)),
            "lane": lane,
            "card": None if text is None else named.get(text),
            "sealed_raw": _seal(tx, bot, number, packed(one)),
        }
        for (number, one), lane, text in zip(numbered, lanes, typed, strict=True)
    ]
    if rows:
        tx.connection.execute(_KEEP[tx.connection.dialect.name], rows)
        offset = max(number for number, _ in numbered) + 1
    # What has no number is no update; nothing about it is trusted, not even its shape.
    dates = [moment for _, one in numbered if (moment := dated(one, asked_at)) is not None]
    poll = Poll(asked_at, limit, len(updates), max(dates, default=None))
    move_ear(tx, bot, proven_by(poll), offset, fence)


def one_of_each_lane(
    rows: Sequence[Row[Any]], busy: Collection[bytes], limit: int
) -> list[Row[Any]]:
    """Return the first rows of up to `limit` lanes that are not busy."""
    first: dict[bytes, Row[Any]] = {}
    for row in rows:
        if len(first) < limit and row.lane not in busy:
            first.setdefault(row.lane, row)
    return list(first.values())


def open_waiting(look: Look, row: Row[Any]) -> Waiting:
    """Return what stands in a row. Raises SealBrokenError, ValueError."""
    place = _place(row.bot, row.update_id)
    return Waiting(
        bot=row.bot,
        update_id=row.update_id,
        raw=unpacked(look.keys.unseal(Purpose.INBOX, place, row.sealed_raw)),
        received_at=from_micros(row.received_at),
        tries=row.tries,
        lane=row.lane,
    )


def _lanes(tx: Tx, bot: BotId, chat_ids: Sequence[int | None]) -> list[bytes]:
    """Return the blind index of each chat, as it stands with whoever the chat belongs to.

    While an index key is being changed, some people are still found under an older one.
    """
    names = [("lane", bot) if chat is None else ("chat", bot, chat) for chat in chat_ids]
    newest = [tx.keys.blind(*name) for name in names]
    if len(tx.keys.held(Purpose.INDEX)) == 1:
        return newest
    all_of = [tx.keys.blinds(*name) for name in names]
    asked = {"blinds": [blind for blinds in all_of for blind in blinds]}
    known = set(tx.connection.scalars(_KNOWN_LANES, asked))
    return [next((blind for blind in blinds if blind in known), blinds[0]) for blinds in all_of]


def _seal(tx: Tx, bot: BotId, update_id: int, value: bytes) -> bytes:
    return tx.keys.seal(Purpose.INBOX, _place(bot, update_id), value, bucket=_BUCKET)


def _place(bot: BotId, update_id: int) -> Place:
    return Place("inbox", "sealed_raw", bot.to_bytes(8, "big") + update_id.to_bytes(8, "big"))
