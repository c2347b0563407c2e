"""A coordinator says that somebody's phone is in other hands, or is theirs again (law 17).

From then on whatever it sends counts as forced, and the person is sought by another road at once.
It lapses after three days unless it is said anew; whoever could forget it is reminded before.
"""

from dataclasses import replace
from datetime import timedelta

from handlers.context import By, Hearing, Route, button, say, short
from handlers.coordinator import defender, me, never_told, others, told, typed
from handlers.hands import undeceived
from rules.alarm import Kind as AlarmKind
from rules.alarm import Stage
from rules.events import Cause
from rules.notices import Fact, Kind, Notice
from rules.people import PersonId, Role
from storage.deed import Cried, Deed, Happening, KeepHouse, KeepPerson, Noted, Reply
from storage.persons import Person, seized_until

HOLDS = timedelta(hours=72)
WARNED_BEFORE = timedelta(hours=6)  #: it lapses; time enough to say it anew


async def seize(hearing: Hearing) -> Deed:
    """Count what somebody's phone sends as forced from now on; said again, for longer."""
    found = await _whom(hearing, "office-form-seized")
    if isinstance(found, Deed):
        return found
    if not found.chats:
        return hearing.answer(say("office-not-here-yet", code=found.code))
    until = hearing.now + HOLDS
    begins = seized_until(found, hearing.now) is None
    kept = undeceived(found) if begins else found
    kept = replace(kept, chats=tuple(replace(one, seized_until=until) for one in found.chats))
    hearers = await _hearers(hearing, found)
    reminded = (me(hearing), *hearers)
    facts: dict[str, Fact] = {"subject": found.id, "until": until}
    return Deed(
        happenings=await _happenings(hearing, found),
        notes={found.id: "seized"},
        changes=(KeepPerson(kept), *_off_duty(hearing, found)),
        notices=tuple(
            Notice(one, Kind.SEIZED_LAPSES, facts, at=until - WARNED_BEFORE) for one in reminded
        ),
        replies=(
            hearing.reply(say("office-seized-noted", code=found.code, until=until)),
            *_told(hearing, found, hearers),
        ),
    )


async def free(hearing: Hearing) -> Deed:
    """Let the phone be its owner's again: what it sends means what it says."""
    found = await _whom(hearing, "office-form-free")
    if isinstance(found, Deed):
        return found
    if not any(one.in_other_hands(hearing.now) for one in found.chats):
        return hearing.answer(say("office-not-seized", code=found.code))
    kept = replace(found, chats=tuple(replace(one, seized_until=None) for one in found.chats))
    hearers = await _hearers(hearing, found)
    return Deed(
        happenings=(Noted(found.id, me(hearing), hearing.at),),
        changes=(KeepPerson(kept),),
        replies=(
            hearing.reply(say("office-freed", code=found.code)),
            *_told(hearing, found, hearers),
        ),
        notes={found.id: "free"},
    )


async def _whom(hearing: Hearing, form: str) -> Person | Deed:
    words = typed(hearing)
    return await defender(hearing, words[0]) if words else hearing.answer(say(form))


def _off_duty(hearing: Hearing, found: Person) -> tuple[KeepHouse, ...]:
    """Ask somebody else first from now on, where that phone is a coordinator's on duty."""
    house = hearing.visitor.house
    members = tuple(
        replace(one, on_duty=False) if one.id == found.id else one for one in house.members
    )
    return () if members == house.members else (KeepHouse(replace(house, members=members)),)


async def _happenings(hearing: Hearing, found: Person) -> tuple[Happening, ...]:
    """Return the alarm, or where it is open already and this only holds it longer, a line."""
    life = await hearing.rooms.readings.life(found.id)
    known = life is not None and any(
        one.kind is AlarmKind.DURESS and one.stage is not Stage.CLOSED for one in life.alarms
    )
    if known and seized_until(found, hearing.now) is not None:
        return (Noted(found.id, me(hearing), hearing.at),)
    return (Cried(found.id, Cause.SEIZED, hearing.at),)


async def _hearers(hearing: Hearing, found: Person) -> tuple[PersonId, ...]:
    unasked = await never_told(hearing, found.id)
    return tuple(one.id for one in others(hearing, found.id, *unasked))


def _told(hearing: Hearing, found: Person, hearers: tuple[PersonId, ...]) -> tuple[Reply, ...]:
    words = say("office-seized-told", code=found.code, by=hearing.person.code)
    opens = ((button("button-open", "open", f"p:{short(found.id)}"),),)
    return tuple(told(one, words, buttons=opens) for one in hearers)


_C = Role.COORDINATOR

ROUTES = (
    Route(_C, By.COMMAND, "seized", seize),
    Route(_C, By.COMMAND, "free", free),
)
