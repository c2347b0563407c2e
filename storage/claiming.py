"""Claims what is due, the first first, until enough is claimed or nothing more is due."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from rules.notices import Rank
from storage.addressing import Nobody, Opened, addressed
from storage.claims import Claimed
from storage.leases import Fence
from storage.moments import to_micros
from storage.outgoing import open_letter
from storage.people import UNREADABLE
from storage.tables import notices
from storage.transactions import Tx

LEASE = timedelta(minutes=2)  #: how long a teller has, before somebody else may tell it as well
_UNREADABLE = timedelta(minutes=10)  #: after this a row that does not open is tried again
#: How many rows one turn looks at, so that many for people who are gone never make a turn long.
_LOOKED_AT = 200

_log = logging.getLogger(__name__)

_DUE = (
    select(notices)
    .where(notices.c.rank == bindparam("rank"), notices.c.try_at <= bindparam("now"))
    .order_by(notices.c.try_at, notices.c.row)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_CLAIM = (
    update(notices)
    .where(notices.c.id == bindparam("b_id"))
    .values(try_at=bindparam("try_at"), tries=notices.c.tries + 1, fence=bindparam("fence"))
)
_WAIT = (
    update(notices)
    .where(notices.c.id.in_(bindparam("ids", expanding=True)))
    .values(try_at=bindparam("try_at"))
)
_DROP = delete(notices).where(notices.c.id.in_(bindparam("ids", expanding=True)))


@dataclass(slots=True)
class Claiming:
    """The claims of one turn."""

    tx: Tx
    now: datetime
    fence: Fence
    claimed: list[Claimed] = field(default_factory=list)
    _looked_at: int = 0

    def claim(self, want: int, ranks: Iterable[Rank]) -> None:
        """Claim what is due of these ranks, in their order, until `want` are claimed in all."""
        for rank in ranks:
            # What was claimed is not due any more, so the next page is another one.
            while self._page(rank, want):
                pass

    def _page(self, rank: Rank, want: int) -> bool:
        """Claim the first that are due; say whether to look at more."""
        limit = min(want - len(self.claimed), _LOOKED_AT - self._looked_at)
        if limit <= 0:
            return False
        due = {"rank": int(rank), "now": to_micros(self.now), "limit": limit}
        rows = self.tx.connection.execute(_DUE, due).all()
        self._looked_at += len(rows)
        opened, unreadable = self._open(rows)
        leases, forgotten = [], []
        lease = {"try_at": to_micros(self.now + LEASE), "fence": self.fence.number}
        for one, claimed in zip(opened, addressed(self.tx, opened, self.now), strict=True):
            match claimed:
                case Claimed():
                    self.claimed.append(claimed)
                    leases.append({"b_id": claimed.id, **lease})
                case Nobody.FORGOTTEN | Nobody.OVERTAKEN:
                    forgotten.append(one.row.id)
                case Nobody.UNREADABLE:
                    unreadable.append(one.row.id)
        if leases:
            self.tx.connection.execute(_CLAIM, leases)
        if forgotten:
            self.tx.connection.execute(_DROP, {"ids": forgotten})
        if unreadable:
            # They stay, are counted in the backlog, and hold up nobody.
            later = to_micros(self.now + _UNREADABLE)
            self.tx.connection.execute(_WAIT, {"ids": unreadable, "try_at": later})
            _log.error("notices-unreadable count=%d first=%s", len(unreadable), unreadable[0].hex())
        return len(rows) == limit

    def _open(self, rows: Sequence[Row[Any]]) -> tuple[list[Opened], list[bytes]]:
        """Return what opens, and the ids of what does not."""
        opened, unreadable = [], []
        for row in rows:
            try:
                opened.append(Opened(row, open_letter(self.tx, row.id, row.sealed_notice)))
            except UNREADABLE:
                unreadable.append(row.id)
        return opened, unreadable
