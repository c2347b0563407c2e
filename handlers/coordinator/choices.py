"""What the office says by voice before somebody chooses numbers, or which button means what.

The page cannot say what the spare number is for: whoever looks on would read it too. So the office
is asked to say it whenever such a way is agreed on, and sees at once where nothing is chosen yet.
"""

from handlers.context import Hearing, say
from rules.terms import Terms, Way
from rules.watch import Watch
from storage.deed import Words


def to_say(code: str, terms: Terms, before: frozenset[Way] = frozenset()) -> tuple[Words, ...]:
    """Return what to say before somebody chooses, where more is to be chosen than `before`."""
    new = _chosen(terms.ways) - _chosen(before)
    return (say("office-choices-say", code=code),) if new else ()


async def to_say_anew(hearing: Hearing, code: str, watch: Watch, terms: Terms) -> tuple[Words, ...]:
    """Return that for other terms, and how somebody comes to choose who has begun already."""
    said = to_say(code, terms, watch.terms.ways)
    if watch.begun_at is None or Way.SEALED not in terms.ways or hearing.rooms.pages_url is None:
        return said
    if not (await hearing.rooms.proofs.credentials_or_new(watch.owner)).has_none(seized=False):
        return said
    return (say("office-choices-say", code=code), say("office-choices-none", code=code))


def _chosen(ways: frozenset[Way]) -> frozenset[Way]:
    """Return the ways for which something is chosen; beside a plain key no two buttons stand."""
    pair = frozenset({Way.PAIR}) if Way.TAP not in ways else frozenset()
    return ways & (pair | {Way.SEALED})
