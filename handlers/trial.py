"""Somebody who holds a key types the number that stands in their trial sheet: it still opens.

Whatever else they type is for others to hear, and so is any number while nothing is waited for.
"""

import re

from handlers.context import By, Hearing, Route, say
from handlers.hands import KEY, in_other_hands
from rules.people import Role
from storage.deed import Deed, ProveKey

_NUMBER = re.compile(r"\d(?:[ -]?\d){5}")


async def typed(hearing: Hearing) -> Deed | None:
    """Take the number; a wrong one is answered calmly, and nothing is counted."""
    seized = in_other_hands(hearing)
    if _NUMBER.fullmatch(hearing.text) is None or (seized and KEY in hearing.person.facts):
        # Where another key seems to have taken the place of theirs, no sheet seems to wait.
        return None
    number = "".join(sign for sign in hearing.text if sign.isdecimal())
    tried = await hearing.rooms.dossiers.tried(hearing.person.id, number, hearing.at)
    if tried is None:
        return None
    if not tried.right:
        return hearing.answer(say("trial-other"))
    # What opens on a phone in other hands says nothing of its owner; the answer is the same.
    counts = not tried.proven and not seized
    proven = (ProveKey(hearing.person.id, tried.asked_at, hearing.at),) if counts else ()
    return hearing.answer(say("trial-right"), changes=proven)


ROUTES = tuple(
    Route(role, By.ANYTHING, "", typed, at_once=True) for role in (Role.CONTACT, Role.COORDINATOR)
)
