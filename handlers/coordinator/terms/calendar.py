"""Reads weekdays, times of day and dates as a coordinator types them."""

from collections.abc import Sequence
from datetime import date, time

from handlers.coordinator import clock_time
from handlers.moments import WEEKDAYS
from handlers.understanding import meanings
from rules.schedule import EVERY_DAY

EN_DASH = "\u2013"  #: what phones make of a hyphen between two times
_TIMES = 12  #: a day, at most


class Unreadable(Exception):
    """A word stands where it means nothing; the argument is that word."""


def weekdays(words: Sequence[str], language: str) -> frozenset[int]:
    """Return the weekdays that `mon-fri`, `mon wed` or `all` means. Raises Unreadable."""
    found: set[int] = set()
    for word in " ".join(words).replace(",", " ").split():
        ends = [_weekday(one, language) for one in word.replace(EN_DASH, "-").split("-")]
        if ends == [None]:
            if "all" not in meanings(word, language):
                raise Unreadable(word)
            return EVERY_DAY
        numbers = [one for one in ends if one is not None]
        if len(numbers) != len(ends) or len(ends) > 2:
            raise Unreadable(word)
        first, last = numbers[0], numbers[-1]
        found |= {(first + step) % 7 for step in range((last - first) % 7 + 1)}
    if not found:
        raise Unreadable("-")
    return frozenset(found)


def _weekday(word: str, language: str) -> int | None:
    meant = meanings(word, language)
    return next((WEEKDAYS.index(one) for one in meant if one in WEEKDAYS), None)


def clocks(words: Sequence[str]) -> list[time]:
    """Return the times of day that the words are. Raises Unreadable."""
    found = []
    for word in " ".join(words).replace(",", " ").split()[:_TIMES]:
        clock = clock_time(word)
        if clock is None:
            raise Unreadable(word)
        found.append(clock)
    return found


def day_of(word: str) -> date:
    """Return the date that `2026-03-01` is. Raises Unreadable."""
    try:
        return date.fromisoformat(word.strip(","))
    except ValueError as error:
        raise Unreadable(word) from error
