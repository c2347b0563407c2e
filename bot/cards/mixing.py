"""Mixes the free and the forced codes of a card by a rule that only she learns.

The rule is said once and is kept nowhere. What is printed are names and numbers in a random order:
as many names share a letter among the forced ones as among the others: no letter stands out.
"""

import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

FORCED_LETTERS = 3  #: nobody remembers more under pressure
_A_LETTER = 3  #: names that share their first letter, about

T = TypeVar("T")

_CHANCE = secrets.SystemRandom()


class Rule(StrEnum):
    """What tells a forced line from a free one."""

    LETTER = "letter"  #: the letter with which the name begins
    LINE = "line"  #: the place of the line on the page


class NotMixed(Exception):
    """A card like that cannot be made of these names."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is printed."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Mixed:
    """A page of lines, and what must be said aloud of it."""

    lines: tuple[Line, ...]
    genuine: tuple[str, ...]
    forced: tuple[str, ...]
    rule: str


def mix(names: Sequence[str], codes: Sequence[str], forced: int, rule: Rule) -> Mixed:
    """Return a page for these codes, of which `forced` are forced ones. Raises NotMixed."""
    if not 0 <= forced < len(codes):
        raise NotMixed("At least one number has to stand for a note given freely.")
    names = list(dict.fromkeys(name for one in names if (name := one.strip())))
    if len(names) < len(codes):
        raise NotMixed(f"{len(codes)} names are needed, and there are {len(names)}.")
    by_rule = _by_letter if rule is Rule.LETTER else _by_line
    chosen, said = by_rule(names, len(codes), forced)
    drawn = [(name, is_forced, code) for (name, is_forced), code in zip(chosen, codes, strict=True)]
    return Mixed(
        tuple(Line(name, code) for name, _, code in drawn),
        tuple(code for _, is_forced, code in drawn if not is_forced),
        tuple(code for _, is_forced, code in drawn if is_forced),
        said if forced else "None of them is forced.",
    )


def first_letter(name: str) -> str:
    """Return the letter with which a name begins, without accents."""
    return unicodedata.normalize("NFD", name)[0].upper()


def _by_letter(names: Sequence[str], count: int, forced: int) -> tuple[list[tuple[str, bool]], str]:
    groups: dict[str, list[str]] = {}
    for name in _shuffled(names):
        groups.setdefault(first_letter(name), []).append(name)
    # Those with most names first, so that as few letters as may be have to be remembered.
    letters = sorted(_shuffled(list(groups)), key=lambda one: -len(groups[one]))
    wanted = min(FORCED_LETTERS, -(-forced // _A_LETTER))
    fitting = [one for one in letters if len(groups[one]) * wanted >= forced] if wanted else []
    under = _shuffled(fitting)[:wanted]
    picked = _round(groups, under, forced)
    density = -(-forced // wanted) if wanted else _A_LETTER
    free = _shuffled([one for one in letters if one not in under])
    others = _round(groups, free[: -(-(count - forced) // density)], count - forced)
    if others is None:
        others = _round(groups, free, count - forced)
    if picked is None or others is None:
        raise NotMixed(
            "The names begin with too few different letters, or too few with the same: "
            "give more names, fewer forced numbers, or --rule line."
        )
    mixed = _shuffled([(one, True) for one in picked] + [(one, False) for one in others])
    return mixed, f"The forced ones are those whose name begins with {' or '.join(sorted(under))}."


def _by_line(names: Sequence[str], count: int, forced: int) -> tuple[list[tuple[str, bool]], str]:
    drawn = _shuffled(names)[:count]
    if not forced:
        return [(name, False) for name in drawn], ""
    if count % forced:
        raise NotMixed("With --rule line every second, third ... is forced: 24 and 8, 24 and 12.")
    every = count // forced
    begin = _CHANCE.randrange(every)
    lines = [(name, number % every == begin) for number, name in enumerate(drawn)]
    return lines, f"The forced ones are line {begin + 1} and every {every} lines further down."


def _round(groups: dict[str, list[str]], letters: Sequence[str], count: int) -> list[str] | None:
    """Take `count` names, one of each letter in turn; None where there are too few."""
    left = {letter: list(groups[letter]) for letter in letters}
    taken: list[str] = []
    while len(taken) < count:
        turn = [letter for letter in letters if left[letter]]
        if not turn:
            return None
        taken += [left[letter].pop() for letter in turn[: count - len(taken)]]
    return taken


def _shuffled(some: Sequence[T]) -> list[T]:
    return _CHANCE.sample(some, len(some))
