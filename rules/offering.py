"""What a house must have before it may promise: a page, paper, another road to the office.

PRACTICE.md, default terms: until sealed or card check-ins and the horn work, "high" is refused.
"""

from enum import StrEnum

from rules.terms import Level, Terms, Way


class Lack(StrEnum):
    """What this house cannot keep of terms that are without fault otherwise."""

    NO_PAGE = "no-page"  #: notes are to be sealed, and there is no page on which to do it
    NO_CARDS = "no-cards"  #: only numbers on paper are agreed, and none are left
    HIGH_WITHOUT_HORN = "high-without-horn"  #: nobody is woken when Telegram is not heard


def lacks(terms: Terms, *, page: bool, horn: bool, cards: int) -> tuple[Lack, ...]:
    """Return everything that is lacking for `terms`.

    `page`: people can open one on their phones; `horn`: the office can be called over another road;
    `cards`: how many of this person's numbers are unused.
    """
    found = []
    if Way.SEALED in terms.ways and not page:
        found.append(Lack.NO_PAGE)
    if terms.ways <= {Way.CARD, Way.HEARD} and Way.CARD in terms.ways and not cards:
        found.append(Lack.NO_CARDS)
    if terms.level is Level.HIGH and not horn:
        found.append(Lack.HIGH_WITHOUT_HORN)
    return tuple(found)
