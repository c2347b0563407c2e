"""The only place where the clock is read: the machine's own, or the stand-in's on loopback.

Against a stand-in we live in its time, which its answers carry, which may jump and may run faster
than real time. Against Telegram we keep our own time and only measure how far it is off, because
silence is counted in Telegram's.

A wait that belongs to what is lived (a deadline, a patience) lasts so long by this clock; a wait
that spares somebody work (a limit, a database in trouble) lasts so many real seconds.
"""

import math
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_SAMPLES = 64  #: answers that the offset is measured from: a drift shows within half an hour
_SECOND = timedelta(seconds=1)
_NOTHING = timedelta(0)
_JUMP = timedelta(seconds=0.25)  #: a pushed clock moves by more than this, the wire's delay by less


def machine_now() -> datetime:
    """Tell the machine's own time, in aware UTC."""
    return datetime.now(UTC)


class Clock:
    """Tells the time in aware UTC. `follows`: the time is the stand-in's, once it has answered."""

    def __init__(
        self,
        *,
        follows: bool = False,
        machine: Callable[[], datetime] = machine_now,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.follows = follows
        #: Called whenever followed time has jumped: what sleeps until a moment must look again.
        self.on_jump: list[Callable[[], None]] = []
        self._machine = machine
        self._monotonic = monotonic
        self._anchor: tuple[datetime, float] | None = None
        self._speed = 1.0
        self._offsets: deque[tuple[timedelta, timedelta]] = deque(maxlen=_SAMPLES)

    def now(self) -> datetime:
        """Tell what time it is."""
        if self._anchor is None:
            return self._machine()
        at, since = self._anchor
        return at + _seconds((self._monotonic() - since) * self._speed)

    @property
    def speed(self) -> float:
        """How many of our seconds pass in a real one: 1, unless a stand-in says otherwise."""
        return self._speed

    def real(self, seconds: float) -> float:
        """Tell how many real seconds a patience of `seconds` lasts; as many where time stands."""
        return seconds / (self._speed or 1.0)

    def stretch(self, seconds: float) -> timedelta:
        """Tell how much of our time passes in so many real seconds; as much where time stands."""
        return _seconds(seconds * (self._speed or 1.0))

    def now_at_telegram(self) -> datetime:
        """Tell what time Telegram has at least: it dates the messages that we wait for.

        Never later than our own time: a clock of ours that is slow makes us late, not deaf.
        """
        return self.now() + min(self.offset_at_least, _NOTHING)

    def seconds_until(self, moment: datetime) -> float:
        """Tell how many real seconds pass until `moment`; 0 when it has passed."""
        left = (moment - self.now()).total_seconds()
        if left <= 0:
            return 0.0
        return left / self._speed if self._speed else float("inf")

    @property
    def offset_at_least(self) -> timedelta:
        """By how much Telegram's clock is ahead of ours, at the least that fits every answer."""
        return max((least for least, _ in self._offsets), default=_NOTHING)

    @property
    def offset(self) -> timedelta | None:
        """By how much Telegram's clock is ahead of ours; None while it has not answered."""
        if not self._offsets:
            return None
        least, most = self.offset_at_least, min(most for _, most in self._offsets)
        # What fits "no difference" is no difference: whole seconds cannot say more.
        return _NOTHING if least <= _NOTHING <= most else least + (most - least) / 2

    def answered(
        self, date: str | None, exact: str | None, asked: datetime, speed: str | None = None
    ) -> None:
        """Learn the time from an answer's `Date`, `X-Clock` and `X-Clock-Speed`.

        `asked`: when we had asked.
        """
        if self.follows:
            self._follow(date, exact, _read_speed(speed))
        elif date is not None and (said := _read_date(date)) is not None:
            # The header is cut to the second, and was written somewhere between asking and now.
            self._offsets.append((said - self.now(), said + _SECOND - asked))

    def _follow(self, date: str | None, exact: str | None, speed: float | None) -> None:
        said = _read_exact(exact) if exact is not None else None
        coarse = said is None
        if said is None:
            said = _read_date(date) if date is not None else None
        if said is None:
            return
        monotonic = self._monotonic()
        if self._anchor is None:
            self._anchor = (said, monotonic)
            self._speed = 1.0 if speed is None else speed
            self._jumped()
            return
        at, since = self._anchor
        away = said - self.now()
        if coarse:
            if not -_SECOND < away + _SECOND / 2 < _SECOND:
                self._anchor = (said, monotonic)
                self._jumped()
            return
        if speed is None:
            speed = self._guessed(said - at, _seconds(monotonic - since))
        was, self._speed = self._speed, speed
        # An answer is a little late, and late by more where time runs fast: what would only set us
        # back by that is not believed.
        late = _JUMP * max(1.0, speed)
        if was == speed > 1 and -late < away < _NOTHING:
            return
        self._anchor = (said, monotonic)
        if was != speed or abs(away) > late:
            self._jumped()

    def _guessed(self, moved: timedelta, passed: timedelta) -> float:
        """Guess how fast a clock goes that does not say so: it stands, runs as ours, or jumped."""
        if not moved:
            return 0.0
        runs = abs(moved - passed) < max(_JUMP, passed / 4)
        return 1.0 if runs else self._speed

    def _jumped(self) -> None:
        for call in self.on_jump:
            call()


def _seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


def _read_date(header: str) -> datetime | None:
    try:
        return parsedate_to_datetime(header).astimezone(UTC)
    except ValueError:
        return None


def _read_speed(header: str | None) -> float | None:
    try:
        said = float(header or "")
    except ValueError:
        return None
    return said if 0 <= said < math.inf else None


def _read_exact(header: str) -> datetime | None:
    try:
        said = datetime.fromisoformat(header)
    except ValueError:
        return None
    return said.astimezone(UTC) if said.tzinfo is not None else None
