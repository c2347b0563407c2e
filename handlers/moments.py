"""Reads the moments and the spans that a person types: `18:30`, `1830`, `+3`, `2d`, `tomorrow 9`.

Clock times are those on the wall where the person is; one that has passed today means tomorrow.
What could be a time as well as a span is not guessed at: a bare number, and `18h` where people
write so for six in the evening.
"""

import re
from datetime import UTC, date, datetime, time, timedelta

from handlers.understanding import latin, meanings
from rules.schedule import local, zone_named

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_HOUR, _DAY, _MINUTE = timedelta(hours=1), timedelta(days=1), timedelta(minutes=1)
_WEEK = 7 * _DAY

#: Units by the first letter of the word for them, in every language that is spoken here.
_UNITS = {
    **dict.fromkeys("hчس", _HOUR),
    **dict.fromkeys("djдير", _DAY),
    **dict.fromkeys("mмد", _MINUTE),
}
#: Where "18h" is never six in the evening.
_HOURS_ARE_SPANS = frozenset({"en"})

_SPAN = re.compile(r"(\+?) ?(\d{1,3})(?::([0-5]\d))? ?([^\W\d_]*)")
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})|(\d{1,2})(\d{2})|(\d{1,2})h?")
_LONGEST = 400 * _DAY


def read_span(text: str, language: str) -> timedelta | None:
    """Return how long: `+3` and `3h` are hours, `2d` days, `90m` minutes, `+1:30` both.

    None for anything else, also for a bare number and for nothing at all.
    """
    found = _SPAN.fullmatch(latin(text).casefold())
    if found is None:
        return None
    plus, count, minutes, word = found.groups()
    if minutes is not None:
        span = int(count) * _HOUR + int(minutes) * _MINUTE if plus and not word else None
    elif word:
        unit = _UNITS.get(word[0])
        unclear = unit == _HOUR and not plus and language not in _HOURS_ARE_SPANS
        span = None if unit is None or unclear else int(count) * unit
    else:
        span = int(count) * _HOUR if plus else None
    return span if span and span <= _LONGEST else None


def read_moment(text: str, language: str, zone: str, at: datetime) -> datetime | None:
    """Return the aware UTC moment that `text` means for somebody who types it at `at` in `zone`.

    None when it means none. A day with a time may lie in the past; a time alone never does.
    """
    span = read_span(text, language)
    if span is not None:
        return _whole_minute(at + span)
    day, rest = _day_and_rest(text, language)
    clock = _read_clock(rest, bare_hours=day is not None)
    if clock is None:
        return None
    today = local(at, zone).date()
    if day is None:
        first = _moment(today, clock, zone)
        return first if first > at else _moment(today + _DAY, clock, zone)
    if day in WEEKDAYS:
        ahead = (WEEKDAYS.index(day) - today.weekday()) % 7 * _DAY
        first = _moment(today + ahead, clock, zone)
        return first if first > at else _moment(today + ahead + _WEEK, clock, zone)
    return _moment(today + (_DAY if day == "tomorrow" else 0 * _DAY), clock, zone)


def _day_and_rest(text: str, language: str) -> tuple[str | None, str]:
    """Split `tomorrow 9` and `9 tomorrow` into the day's id and the rest."""
    days = {"today", "tomorrow", *WEEKDAYS}
    words = latin(text).split()
    for phrase in (" ".join(words), " ".join(words[-1:] + words[:-1])):
        for meant, rest in meanings(phrase, language).items():
            if meant in days:
                return meant, rest
    return None, latin(text)


def _read_clock(text: str, *, bare_hours: bool) -> time | None:
    found = _CLOCK.fullmatch(text.casefold())
    if found is None:
        return None
    hour, minute, packed_hour, packed_minute, bare = found.groups()
    if bare is not None and not bare_hours:
        return None
    hours, minutes = int(hour or packed_hour or bare), int(minute or packed_minute or 0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def _moment(day: date, clock: time, zone: str) -> datetime:
    return datetime.combine(day, clock, zone_named(zone)).astimezone(UTC)


def _whole_minute(at: datetime) -> datetime:
    """Round up, so that what counts is never earlier than what was asked for."""
    floor = at.replace(second=0, microsecond=0)
    return floor if floor == at else floor + _MINUTE
