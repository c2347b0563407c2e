"""Draws what only chance can give: ids, delays nobody can predict, numbers said aloud.

A seeded one draws the same again, for the demo and the tests.
"""

import random
from datetime import timedelta
from typing import Self

from sealing.tokens import new_number
from storage.tables import ID_SIZE

_HUSH = (20, 120)  #: seconds until a verdict may show (law 7)
_WORDS = (5 * 60, 15 * 60)  #: seconds until those who were told hear the neutral words (law 16)


class Chance:
    """A source of chance."""

    def __init__(self, source: random.Random) -> None:
        self._source = source

    @classmethod
    def real(cls) -> Self:
        """Return the operating system's chance."""
        return cls(random.SystemRandom())

    @classmethod
    def seeded(cls, seed: int) -> Self:
        """Return one that draws the same every time. Never for real people."""
        return cls(random.Random(seed))  # noqa: S311 - the demo and the tests ask for it by name

    def new_id(self) -> bytes:
        """Return 16 random bytes."""
        return self._source.randbytes(ID_SIZE)

    def ids(self, count: int) -> tuple[bytes, ...]:
        """Return `count` ids."""
        return tuple(self.new_id() for _ in range(count))

    def hush(self) -> timedelta:
        """Return how long nothing may differ by what a check-in meant: 20 to 120 s (law 7)."""
        return timedelta(seconds=self._source.uniform(*_HUSH))

    def words_delay(self) -> timedelta:
        """Return how long those who were told wait for the neutral words: 5 to 15 min (law 16)."""
        return timedelta(seconds=self._source.uniform(*_WORDS))

    def number(self) -> str:
        """Return four digits to be said aloud (law 28)."""
        return new_number(draw=self._source.randrange)
