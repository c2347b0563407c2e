"""Erases what has had its time: found by its moment alone, and never opened."""

from datetime import datetime

from sqlalchemy import delete

from storage.moments import to_micros
from storage.tables import dialogues, dossier_parts, dossiers, inlets, invitations
from storage.transactions import Tx

_EXPIRING = (dialogues, invitations, dossiers, dossier_parts, inlets)


def erase_expired(tx: Tx, now: datetime) -> int:
    """Erase all that has expired; return how many rows it was.

    Conversations and invitations; dossiers that were replaced or withdrawn, and what was on its
    way to become one.
    """
    until = to_micros(now)
    erased = 0
    for table in _EXPIRING:
        erased += tx.connection.execute(delete(table).where(table.c.expires_at <= until)).rowcount
    return erased
