"""What somebody is shown of their own sheets: the present ones, and what they took back.

A phone in other hands is shown what it seems to have done: what was sent from there stands as the
present one, although it never is; and as taken back is shown what was taken back from there alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.context import Hearing
from handlers.hands import SEEMS, in_other_hands
from storage.deed import Change, KeepPerson, RestoreDossier, WithdrawDossier
from storage.dossiers import WHOLE, DossierSeen

_GONE, _BACK = "gone", "back"

Seen = tuple[DossierSeen, ...]


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is shown, by section."""

    present: Seen = ()
    withdrawn: Seen = ()


async def sheets_of(hearing: Hearing) -> Sheets:
    """Return what the person who speaks is shown of their sheets in this chat."""
    kept = await hearing.rooms.dossiers.kept(hearing.person.id)
    if not in_other_hands(hearing):
        withdrawn = _newest(one for one in kept if one.withdrawn)
        return Sheets(tuple(one for one in kept if one.gone_at is None), withdrawn)
    there = _newest(kept)
    what, _, moment = hearing.person.facts.get(SEEMS, "").partition(" ")
    if what == _BACK:
        return Sheets(there)
    if what == _GONE:
        at = datetime.fromisoformat(moment)
        gone = tuple(replace(one, gone_at=at) for one in there if one.made_at <= at)
        return Sheets(tuple(one for one in there if one.made_at > at), gone)
    gone = tuple(one for one in there if one.withdrawn)
    return Sheets(tuple(one for one in there if not one.withdrawn), gone)


def taking_back(hearing: Hearing) -> Change:
    """Return what takes every sheet back; from a phone in other hands it only seems so."""
    if in_other_hands(hearing):
        return _seems(hearing, _GONE)
    return WithdrawDossier(hearing.person.id, hearing.now)


def bringing_back(hearing: Hearing) -> Change:
    """Return what lets everything be as it was before it was taken back."""
    if in_other_hands(hearing):
        return _seems(hearing, _BACK)
    return RestoreDossier(hearing.person.id)


def _seems(hearing: Hearing, what: str) -> KeepPerson:
    facts = {**hearing.person.facts, SEEMS: f"{what} {hearing.now.isoformat()}"}
    return KeepPerson(replace(hearing.person, facts=facts))


def _newest(kept: Iterable[DossierSeen]) -> Seen:
    """Return what stood last of each section; a whole one took the place of all before it."""
    found: dict[int, DossierSeen] = {}
    for one in sorted(kept, key=lambda one: one.made_at):
        if one.section == WHOLE:
            found.clear()
        found[one.section] = one
    return tuple(found[section] for section in sorted(found))
