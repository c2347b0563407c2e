"""One person as the office may see them, by code name; and those who want to leave.

A contact is named to the office by their part alone; who they are is the defender's to tell.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from handlers.context import By, Hearing, Route, button, say
from handlers.coordinator import (
    anybody,
    defender,
    me,
    open_alarms,
    page_in,
    shown,
    typed,
    with_happenings,
)
from rules.alarm import Stage as AlarmStage
from rules.events import ChangeAsked
from rules.people import PersonId, Role
from rules.terms import Leave, Pause, Spoken
from rules.watch import Pending, Sort, Stage, Watch
from storage.deed import Button, Deed, Lived, Words
from storage.dossiers import HeldKey
from storage.persons import Member, Person, seized_until
from storage.readings import AlarmSeen

# --- Seeing --------------------------------------------------------------------------------------


async def who(hearing: Hearing) -> Deed:
    """Show level, standing, the parts of their people, who can be reached, what is pending."""
    words = typed(hearing)
    if not words:
        return hearing.answer(say("office-form-who"))
    found = await anybody(hearing, words[0])
    if isinstance(found, Deed):
        return found
    page = page_in(words)
    again = ("who", found.code)
    member = next((one for one in hearing.visitor.house.members if one.id == found.id), None)
    if Role.DEFENDER not in found.roles:
        return shown(hearing, tuple(_colleague(found, member)), again=again, page=page)
    life = await hearing.rooms.readings.life(found.id)
    watches = life.watches if life is not None else ()
    alarms = [one for one in await open_alarms(hearing) if one.alarm.subject == found.id]
    seized = seized_until(found, hearing.now)
    held = {one.person: one for one in await hearing.rooms.dossiers.keys_for(found.id)}
    lines = (*_colleague(found, member), *_lines(found, watches, alarms, seized, held))
    return shown(hearing, lines, again=again, page=page, buttons=_presses(found, watches))


def _colleague(found: Person, member: Member | None) -> Iterator[Words]:
    if member is not None:
        on_duty = "lost" if not member.reachable else "on" if member.on_duty else "off"
        yield say(f"inner-duty-{on_duty}", code=found.code)


def _lines(
    found: Person,
    watches: tuple[Watch, ...],
    alarms: list[AlarmSeen],
    seized: datetime | None,
    held: Mapping[PersonId, HeldKey],
) -> Iterator[Words]:
    routine = next((one for one in watches if one.sort is Sort.ROUTINE), None)
    level = routine.terms.level if routine is not None else found.level
    yield say("inner-who", code=found.code, level=str(level), standing=str(found.standing))
    for one in alarms:
        with_whom = one.alarm.stage is AlarmStage.HELD and one.alarm.holder is not None
        yield say("inner-who-held" if with_whom else "inner-who-free", number=one.alarm.number)
    if seized is not None:
        yield say("inner-person-seized", subject=found.code, until=seized)
    for watch in watches:
        yield from _standing(found.code, watch)
        for pending in watch.pending:
            yield _pending(found.code, pending)
    if found.chats and not any(one.reachable for one in found.chats):
        yield say("inner-person-unreachable", subject=found.code)
    for number, link in enumerate(found.contacts, start=1):
        standing = str(link.standing) if link.reachable else "lost"
        yield say("inner-who-contact", number=number, part=str(link.part), standing=standing)
        if (key := held.get(link.id)) is not None:
            yield from _key(number, key)
    if not found.contacts:
        yield say("inner-who-nobody")


def _key(number: int, held: HeldKey) -> Iterator[Words]:
    if held.proven_at is None:
        yield say("inner-who-key", number=number, at=held.since)
    else:
        yield say("inner-who-key-proven", number=number, at=held.proven_at)
    if held.unproven:
        yield say("inner-who-key-unproven", number=number)


def _standing(code: str, watch: Watch) -> Iterator[Words]:
    due, last = watch.due_at, watch.last_sign_at
    if watch.sort is Sort.JOURNEY:
        if due is not None:
            yield say("inner-person-journey", until=due)
    elif watch.begun_at is None:
        yield say("inner-who-not-begun", subject=code)
    elif watch.stage is Stage.WAITING and due is not None and last is not None:
        yield say("inner-person-waiting", subject=code, due=due, last=last)
    elif watch.stage is Stage.WAITING and due is not None:
        yield say("inner-person-waiting-no-last", subject=code, due=due)
    elif watch.stage in {Stage.LATE, Stage.MISSED} and due is not None:
        late = "late" if watch.stage is Stage.LATE else "missed"
        yield say(f"inner-person-{late}", subject=code, due=due)
    elif watch.paused_until is not None:
        yield say("inner-person-break", subject=code, until=watch.paused_until)
    else:
        yield say("inner-person-resting", subject=code)


def _pending(code: str, pending: Pending) -> Words:
    match pending.change:
        case Pause(until):
            return say("inner-person-change-pause", **{"from": pending.from_at, "until": until})
        case Leave():
            return say("inner-person-leaving", subject=code, until=pending.from_at)
        case _:
            return say("inner-person-change-terms", **{"from": pending.from_at})


def _presses(found: Person, watches: tuple[Watch, ...]) -> tuple[tuple[Button, ...], ...]:
    code = found.code
    rows = [
        (
            button("button-office-terms", "terms", code),
            button("button-office-ladder", "ladder", code),
        ),
        (
            button("button-office-heard", "heard", code),
            button("button-office-pause", "pause", code),
        ),
        (button("button-office-move", "move", code),),
    ]
    if any(isinstance(one.change, Leave) for watch in watches for one in watch.pending):
        rows.append((button("button-office-spoke", "spoke", code),))
    return tuple(rows)


# --- Somebody who wants to leave -----------------------------------------------------------------


async def spoke(hearing: Hearing) -> Deed:
    """Say that one has spoken alone with somebody who wants to leave: then nothing holds them.

    What is kept about them is erased soon after, for ever; so it asks once more.
    """
    words = typed(hearing)
    if not words:
        return hearing.answer(say("office-form-spoke"))
    found = await defender(hearing, words[0])
    if isinstance(found, Deed):
        return found
    life = await hearing.rooms.readings.life(found.id)
    pending = [one.change for watch in life.watches for one in watch.pending] if life else []
    if not any(isinstance(one, Leave) for one in pending):
        return hearing.answer(say("office-not-leaving", code=found.code))
    if [word.lower() for word in words[1:]] != ["yes"]:
        yes = button("button-office-yes-spoke", "spoke", f"{found.code} yes")
        return hearing.answer(say("office-spoke-sure", code=found.code), buttons=((yes,),))
    let_go = Lived(found.id, ChangeAsked(hearing.at, Spoken(), by=me(hearing)))
    return with_happenings(hearing.answer(say("office-spoke-noted", code=found.code)), let_go)


_C = Role.COORDINATOR

ROUTES = (
    Route(_C, By.COMMAND, "who", who),
    Route(_C, By.BUTTON, "who", who),
    Route(_C, By.COMMAND, "spoke", spoke),
    Route(_C, By.BUTTON, "spoke", spoke),
)
