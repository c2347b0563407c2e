"""What makes a code too easy to guess, or two codes too easy to mix up.

Every fault is named at once. The page on the phone keeps the same rules; these here decide.
"""

import unicodedata
from datetime import date
from enum import StrEnum
from itertools import pairwise

DIGITS = 6  #: of a code that is only digits
SHORTEST_PHRASE = 12  #: letters and digits of a code in words
LONGEST = 64  #: characters of any code
APART = 3  #: changes that lie between a code and the forced one, at least (Damerau)


class CodeFault(StrEnum):
    """Why a code cannot be taken."""

    LENGTH = "length"  #: neither six digits nor a phrase of twelve letters
    ROW = "row"  #: digits that count up, count down or go in equal steps
    REPEATS = "repeats"  #: a digit four times, or a part said again and again
    DATE = "date"  #: a day of the calendar, as people write it
    ALIKE = "alike"  #: the two are so alike that one slip turns one into the other
    REVERSED = "reversed"  #: one is the other read backwards


def plain(typed: str) -> str:
    """Return a code as it is hashed: digits of any script as 0 to 9, no spaces, no capitals."""
    folded = unicodedata.normalize("NFKC", typed).casefold()
    return "".join(_digit(one) for one in folded if not one.isspace() and one not in "-_.\u200c")


def faults(code: str, forced: str | None) -> tuple[CodeFault, ...]:
    """Return what is wrong with a code and the forced one, both as `plain` gives them."""
    found = {fault for one in (code, forced) if one is not None for fault in _of_one(one)}
    if forced is not None:
        if distance(code, forced) < APART:
            found.add(CodeFault.ALIKE)
        if code == forced[::-1]:
            found.add(CodeFault.REVERSED)
    return tuple(one for one in CodeFault if one in found)


def distance(one: str, other: str) -> int:
    """Return how many slips turn one code into the other.

    A slip: a character more, less, another one, or two neighbours changed round (optimal string
    alignment of Damerau and Levenshtein).
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, mine in enumerate(one, start=1):
        row = [i]
        for j, theirs in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (mine != theirs))
            if i > 1 and j > 1 and mine == other[j - 2] and one[i - 2] == theirs:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def _of_one(code: str) -> set[CodeFault]:
    if not (code.isdecimal() and len(code) == DIGITS):
        if code.isdecimal() or not SHORTEST_PHRASE <= len(code) <= LONGEST:
            return {CodeFault.LENGTH}
        return {CodeFault.REPEATS} if _repeats(code) else set()
    found = set()
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(code)}
    if len(steps) == 1:
        found.add(CodeFault.ROW)
    if _repeats(code):
        found.add(CodeFault.REPEATS)
    if _is_date(code):
        found.add(CodeFault.DATE)
    return found


def _repeats(code: str) -> bool:
    commonest = max(code.count(one) for one in set(code))
    again = any(
        len(code) % size == 0 and code == code[:size] * (len(code) // size)
        for size in range(1, len(code) // 2 + 1)
    )
    return again or (code.isdecimal() and commonest >= 4)


def _is_date(code: str) -> bool:
    first, second, third = int(code[:2]), int(code[2:4]), int(code[4:])
    # Day and month in either order, the year before or behind; which century says nothing.
    ways = ((third, second, first), (third, first, second), (first, second, third))
    return any(_is_day(2000 + year, month, day) for year, month, day in ways)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _digit(one: str) -> str:
    value = unicodedata.decimal(one, None)
    return one if value is None else str(value)
