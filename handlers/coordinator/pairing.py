"""A coordinator sets, after speaking with somebody, which of their two equal buttons is the forced.

It must never stand in the person's own chat, which is told nothing. The others of the office hear
that it was set, not which it is; so does the diary.
"""

from dataclasses import replace

from handlers.context import By, Hearing, Route, say
from handlers.coordinator import defender, me, never_told, others, told, typed
from handlers.keys import PAIR
from rules.life import Life
from rules.people import Role
from rules.terms import Way
from rules.watch import Sort
from storage.deed import Deed, KeepCredentials, Noted


async def pair(hearing: Hearing) -> Deed:
    """Set it from now on."""
    words = typed(hearing)
    which = {str(one): one for one in PAIR}
    if len(words) != 2 or words[1] not in which:
        return hearing.answer(say("office-form-pair"))
    found = await defender(hearing, words[0])
    if isinstance(found, Deed):
        return found
    if not _agreed(await hearing.rooms.readings.life(found.id)):
        return hearing.answer(say("office-pair-not-agreed", code=found.code))
    kept = await hearing.rooms.proofs.credentials_or_new(found.id)
    unasked = await never_told(hearing, found.id)
    heard = tuple(
        told(one.id, say("office-pair-told", code=found.code, by=hearing.person.code))
        for one in others(hearing, found.id, *unasked)
    )
    return Deed(
        happenings=(Noted(found.id, me(hearing), hearing.at),),
        changes=(KeepCredentials(replace(kept, pair=which[words[1]])),),
        replies=(hearing.reply(say("office-pair-noted", code=found.code)), *heard),
        notes={found.id: "pair"},
    )


def _agreed(life: Life | None) -> bool:
    watches = life.watches if life is not None else ()
    return any(one.sort is Sort.ROUTINE and Way.PAIR in one.terms.ways for one in watches)


ROUTES = (Route(Role.COORDINATOR, By.COMMAND, "pair", pair, at_once=True),)
