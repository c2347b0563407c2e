"""The clock of the stand-in: it runs beside real time, stands still, or is pushed.

Its time is in every answer, so that whoever talks to us lives in the same moment.
"""

import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

#: Where the clock begins when nobody says: a Monday morning, the same for everybody who tries it.
A_MONDAY = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)


class Clock:
    """Counts virtual time in aware UTC; `speed` virtual seconds pass in a real one, 0 is frozen."""

    def __init__(self, at: datetime = A_MONDAY, speed: float = 1.0) -> None:
        self._at = _in_utc(at)
        self._since = time.monotonic()
        self.speed = speed
        self._second = (-1, b"")

    def now(self) -> datetime:
        """Tell the virtual moment, to the microsecond."""
        if not self.speed:
            return self._at
        passed = (time.monotonic() - self._since) * self.speed
        return self._at + timedelta(seconds=passed)

    def timestamp(self) -> float:
        """Tell the virtual moment in seconds since 1970."""
        return self.now().timestamp()

    def seconds(self) -> int:
        """Tell the virtual moment as Telegram dates its messages, in whole seconds."""
        return int(self.timestamp())

    def push(self, seconds: float) -> datetime:
        """Move forward at once; negative seconds move back."""
        return self.set_to(self.now() + timedelta(seconds=seconds))

    def set_to(self, at: datetime) -> datetime:
        """Jump to a moment, which may lie in the past."""
        self._at, self._since = _in_utc(at), time.monotonic()
        return self._at

    def run_at(self, speed: float) -> None:
        """Change how fast time passes from this moment on."""
        if speed < 0:
            raise ValueError("time does not run backwards here; set the clock instead")
        self.set_to(self.now())
        self.speed = speed

    def headers(self) -> list[tuple[bytes, bytes]]:
        """Give `Date` (RFC 9110, whole seconds), `X-Clock` (ISO 8601) and `X-Clock-Speed`."""
        now = self.now()
        second = int(now.timestamp())
        if self._second[0] != second:
            self._second = (second, format_datetime(now, usegmt=True).encode())
        exact = now.isoformat(timespec="microseconds").encode()
        speed = f"{self.speed:g}".encode()
        return [(b"date", self._second[1]), (b"x-clock", exact), (b"x-clock-speed", speed)]


def _in_utc(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("a moment without a zone is no moment")
    return at.astimezone(UTC)
