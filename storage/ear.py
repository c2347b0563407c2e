"""Until when has everything been heard? What was fetched, less what nobody has tried to handle yet.

Both stand in the database, written under the poller's fencing number (DECISIONS.md, 5).
"""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Select,
    bindparam,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    union_all,
    update,
)

from rules.hearing import heard_until
from rules.people import PersonId
from storage.leases import Fence, check_fence
from storage.moments import from_micros, to_micros
from storage.persons import BotId
from storage.reading import Reader
from storage.tables import cards, chats, ears, inbox
from storage.transactions import Look, Tx
from storage.writing import Writer

_EAR = select(ears.c.fetched_until, ears.c.next_offset).where(ears.c.bot == bindparam("bot"))
_WRITE = (
    update(ears)
    .where(ears.c.bot == bindparam("b_bot"))
    .values(
        fetched_until=bindparam("fetched_until"),
        next_offset=bindparam("next_offset"),
        fence=bindparam("fence"),
    )
)
# Written out, not bound: SQLite uses a partial index only where it can see the condition.
IS_WAITING = inbox.c.state == literal_column("0")
# Strangers hold nothing back: only who takes part can give a sign of life, be it from the phone of
# a stranger by the code of a card.
_OF_SOMEBODY = or_(
    exists().where(chats.c.blind == inbox.c.lane), exists().where(cards.c.id == inbox.c.card)
)
_OLDEST_UNTRIED = select(func.min(inbox.c.holds_from)).where(
    IS_WAITING, inbox.c.tries == 0, _OF_SOMEBODY
)
_OLDEST_UNTRIED_OF = _OLDEST_UNTRIED.where(inbox.c.bot == bindparam("bot"))
_WAITING_FOR = union_all(
    select(chats.c.person_id, inbox.c.holds_from)
    .join(chats, chats.c.blind == inbox.c.lane)
    .where(IS_WAITING),
    select(cards.c.person_id, inbox.c.holds_from)
    .join(cards, cards.c.id == inbox.c.card)
    .where(IS_WAITING),
).subquery()
_HELD_BACK = select(
    _WAITING_FOR.c.person_id, func.min(_WAITING_FOR.c.holds_from).label("holds_from")
).group_by(_WAITING_FOR.c.person_id)


def held_back(look: Look) -> dict[PersonId, datetime]:
    """Return whose silence proves nothing from when on: something of theirs is not handled yet.

    Whoever decides about silence holds these back, and none for more than ten minutes beyond the
    deadline (rules.hearing.STEP_ASIDE_LIMIT): an update that nobody can handle must not hide one.
    """
    rows = look.connection.execute(_HELD_BACK)
    return {PersonId(row.person_id): from_micros(row.holds_from) for row in rows}


def ear_of(look: Look, bot: BotId) -> tuple[datetime | None, int]:
    """Return until when everything was fetched from this bot, and where the next poll goes on."""
    row = look.connection.execute(_EAR, {"bot": bot}).one_or_none()
    if row is None:
        return None, 0
    return _moment(row.fetched_until), row.next_offset


def move_ear(
    tx: Tx, bot: BotId, fetched_until: datetime | None, next_offset: int, fence: Fence
) -> None:
    """Write down how far we have fetched; never back. Raises FenceLostError."""
    check_fence(tx, fence)
    before, _ = ear_of(tx, bot)
    known = [moment for moment in (before, fetched_until) if moment is not None]
    row: dict[str, Any] = {
        "fetched_until": to_micros(max(known)) if known else None,
        "next_offset": next_offset,
        "fence": fence.number,
    }
    if not tx.connection.execute(_WRITE, {"b_bot": bot, **row}).rowcount:
        tx.connection.execute(insert(ears), {"bot": bot, **row})
    tx.ring()


def oldest_untried(look: Look, bot: BotId | None = None) -> datetime | None:
    """Return since when something is waiting that nobody has tried to handle even once."""
    query: Select[Any] = _OLDEST_UNTRIED if bot is None else _OLDEST_UNTRIED_OF
    return _moment(look.connection.scalar(query, {} if bot is None else {"bot": bot}))


class Ear:
    """What may be asked of our hearing."""

    def __init__(self, writer: Writer, reader: Reader) -> None:
        self._writer = writer
        self._reader = reader

    async def heard_until(self, bot: BotId) -> datetime | None:
        """Return until when everything said to `bot` was heard; None when nothing ever was."""

        def look(look: Look) -> datetime | None:
            fetched, _ = ear_of(look, bot)
            return None if fetched is None else heard_until(fetched, oldest_untried(look, bot))

        return await self._reader.ask(look)

    async def move(self, bot: BotId, fetched_until: datetime, fence: Fence) -> None:
        """Write down that everything up to a moment was fetched, by another road than a poll.

        Raises FenceLostError.
        """

        def job(tx: Tx) -> None:
            move_ear(tx, bot, fetched_until, ear_of(tx, bot)[1], fence)

        await self._writer.do(job, kind="ear")


def _moment(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)
