"""What was measured, what was hoped for, and whether it came true. A miss is said, not hidden."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from statistics import median
from typing import Any


class Verdict(StrEnum):
    """What became of an aim."""

    MET = "met"  #: as good as was hoped for, or better
    MISSED = "missed"  #: not as good
    NONE = ""  #: there is no aim; the figure explains another


@dataclass(frozen=True, slots=True)
class Aim:
    """What a figure should be at least, or at most."""

    bound: float
    at_least: bool

    def verdict(self, value: float) -> Verdict:
        """Say whether `value` keeps within the bound. What is not a number keeps within none."""
        kept = value >= self.bound if self.at_least else value <= self.bound
        return Verdict.MET if kept else Verdict.MISSED

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {shown(self.bound)}"


def at_least(bound: float) -> Aim:
    """Hope for this or more."""
    return Aim(bound, at_least=True)


def at_most(bound: float) -> Aim:
    """Hope for this or less."""
    return Aim(bound, at_least=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number, its unit, and the aim it is held against, if there is one."""

    name: str
    value: float
    unit: str
    aim: Aim | None = None

    @property
    def verdict(self) -> Verdict:
        """What became of the aim."""
        return Verdict.NONE if self.aim is None else self.aim.verdict(self.value)

    def as_json(self) -> dict[str, Any]:
        """Return it for machines; what is not a number is null."""
        return {
            "name": self.name,
            "value": self.value if math.isfinite(self.value) else None,
            "unit": self.unit,
            "aim": None if self.aim is None else str(self.aim),
            "verdict": self.verdict.value or None,
        }


@dataclass(slots=True)
class Findings:
    """What one measurement found, and under which circumstances."""

    title: str
    circumstances: list[str] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    not_measured: list[str] = field(default_factory=list)  #: what, and why

    def add(self, name: str, value: float, unit: str, aim: Aim | None = None) -> None:
        """Note a figure."""
        self.figures.append(Figure(name, value, unit, aim))

    def under(self, circumstance: str) -> None:
        """Note what must be known to judge the figures; what was noted already is noted once."""
        if circumstance not in self.circumstances:
            self.circumstances.append(circumstance)

    def as_json(self) -> dict[str, Any]:
        """Return it for machines."""
        return {
            "title": self.title,
            "circumstances": self.circumstances,
            "figures": [one.as_json() for one in self.figures],
            "not_measured": self.not_measured,
        }


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest of `values` that at least this share (0 to 1) of them do not exceed.

    Raises ValueError when there are none, or when the share is no share.
    """
    if not values or not 0 < share <= 1:
        raise ValueError("a percentile needs values, and a share between 0 and 1")
    return sorted(values)[math.ceil(share * len(values)) - 1]


def middle(values: Sequence[float]) -> float:
    """Return the median; what was measured once is its own."""
    return median(values)


def shown(value: float) -> str:
    """Write a number as people read it: three digits that count, thousands apart."""
    if not math.isfinite(value):
        return "-"
    if value == 0:
        return "0"
    digits = 2 - math.floor(math.log10(abs(value)))
    return f"{value:,.{max(digits, 0)}f}"
