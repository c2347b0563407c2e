"""Until when have we surely heard everything? Silence is evidence only while somebody listens.

DECISIONS.md, 5: a poll that could have brought more proves nothing about what it left behind.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

#: Telegram's dates are whole seconds: a message of the same second may still be in its queue.
_SECOND = timedelta(seconds=1)

#: A failed update holds back the silence of its sender no longer than this beyond a deadline.
STEP_ASIDE_LIMIT = timedelta(minutes=10)

#: A running ladder does not freeze while Telegram is away (DECISIONS.md, 6).
ALARM_PATIENCE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Poll:
    """What one call for updates tells about our hearing."""

    asked_at: datetime
    limit: int  #: how many updates it could have brought
    count: int  #: how many it brought
    newest: datetime | None  #: the newest `date` among them, if any has one


def proven_by(poll: Poll) -> datetime | None:
    """Return until when everything said has been fetched; None when the poll proves nothing."""
    if poll.count < poll.limit:
        return poll.asked_at
    return None if poll.newest is None else min(poll.asked_at, poll.newest - _SECOND)


def heard_until(fetched_until: datetime, oldest_untried: datetime | None) -> datetime:
    """Return until when everything said has been fetched and tried at least once."""
    return fetched_until if oldest_untried is None else min(fetched_until, oldest_untried)


def alarm_time(heard: datetime | None, now: datetime) -> datetime:
    """Return the moment that alarms are told: they go on while we are deaf, five minutes behind."""
    floor = now - ALARM_PATIENCE
    return floor if heard is None else max(heard, floor)
