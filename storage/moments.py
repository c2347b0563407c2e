"""Turns moments into the numbers the database keeps: microseconds since 1970, always UTC."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """Return microseconds since 1970. Exact: no float ever comes near a deadline."""
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """Return the moment, in aware UTC."""
    return _EPOCH + timedelta(microseconds=micros)
