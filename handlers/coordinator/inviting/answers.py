"""Reads what a coordinator says of somebody they invite: each word by its looks, or one by one."""

from enum import Enum, auto

from handlers.coordinator import clock_time, language_named, zones_like
from handlers.words import plain
from rules.terms import Level

NICK_LENGTH = 24
LEVELS = tuple(Level)  #: which of them a house can keep, rules/offering.py says
USUAL = "usual"  #: the times of the template


class Unfit(Enum):
    """Why something that was typed cannot be taken."""

    UNKNOWN = auto()
    HIGH = auto()  #: this house has not got what it takes


def sorted_in(words: tuple[str, ...]) -> dict[str, str]:
    """Tell by its looks what each word is; what is left is the nickname."""
    data: dict[str, str] = {}
    times, rest = [], []
    for word in words:
        if word.lower() in set(Level) and "level" not in data:
            data["level"] = word.lower()
        elif language_named(word) is not None and "language" not in data:
            data["language"] = word
        elif word.lower() == USUAL or clock_time(word.strip(",")) is not None:
            times.append(word.strip(","))
        elif len(zones_like(word)) == 1 and "zone" not in data:
            data["zone"] = zones_like(word)[0]
        else:
            rest.append(word)
    if times:
        data["times"] = " ".join(times)
    if rest:
        data["nick"] = " ".join(rest)
    fitting = {name: fit(name, said) for name, said in data.items()}
    return {name: said for name, said in fitting.items() if not isinstance(said, Unfit)}


def fit(asked: str, said: str) -> str | Unfit:
    """Return what is kept of an answer, or why it cannot be."""
    said = plain(said)
    match asked:
        case "level":
            return said.lower() if said.lower() in set(map(str, LEVELS)) else Unfit.UNKNOWN
        case "nick":
            fits = said[:1].isalpha() and len(said) <= NICK_LENGTH
            return said if fits else Unfit.UNKNOWN
        case "language":
            return language_named(said) or Unfit.UNKNOWN
        case "consent":
            return said if said == "yes" else Unfit.UNKNOWN
        case "zone":
            zones = zones_like(said)
            return zones[0] if len(zones) == 1 else Unfit.UNKNOWN
        case _:
            times = [clock_time(one.strip(",")) for one in said.split()]
            fits = said == USUAL or (bool(times) and all(one is not None for one in times))
            return said if fits else Unfit.UNKNOWN
