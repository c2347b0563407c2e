"""Guards every write by the version that was read (STYLE.md, 12)."""

from typing import Any

from sqlalchemy import CursorResult
from sqlalchemy.exc import IntegrityError


class CompareAndSwapMissed(Exception):
    """Somebody else wrote first; what is to be done must be decided again."""


def wrote(result: CursorResult[Any], rows: int) -> None:
    """Raise CompareAndSwapMissed unless exactly `rows` were written."""
    if result.rowcount != rows:
        raise CompareAndSwapMissed


def taken(error: IntegrityError) -> CompareAndSwapMissed:
    """Return what it means that a unique value was there already: somebody came first."""
    missed = CompareAndSwapMissed()
    missed.__cause__ = error
    return missed
