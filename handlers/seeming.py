"""What a coordinator does on a phone in other hands only seems done: the office hears that instead.

The answer is the one that would come, also where the rules give it; nothing follows but that those
who coordinate hear that the phone was used (law 17).
"""

from dataclasses import replace

from handlers.context import Hearing
from handlers.hands import KEY
from rules.alarming import decide
from rules.events import Cause
from rules.notices import Kind, Notice
from storage.deed import Change, Cried, Deed, EndTalk, Helped, KeepPerson, Talk
from storage.persons import Address


async def only_seems(hearing: Hearing, deed: Deed) -> Deed:
    """Return the deed with its answers in this chat and its conversation, and none of its effects.

    Looking something up has none, and is answered as ever.
    """
    talks = tuple(one for one in deed.changes if isinstance(one, Talk | EndTalk))
    answers = tuple(one for one in deed.replies if _is_here(hearing, one.to))
    quiet = not deed.happenings and not deed.notices and answers == deed.replies
    if quiet and talks == deed.changes:
        return deed
    used = Cried(hearing.person.id, Cause.SEIZED, hearing.at)
    said = await _answers_of_rules(hearing, deed)
    changes = (*talks, *(one for one in deed.changes if _only_seems_so(hearing, one)))
    return replace(
        deed, happenings=(used,), changes=changes, notices=said, replies=answers, notes={}
    )


def _only_seems_so(hearing: Hearing, change: Change) -> bool:
    """Say whether this is what the phone seems to have done, as its owner's facts keep it."""
    if not isinstance(change, KeepPerson):
        return False
    facts = {**hearing.person.facts, KEY: change.person.facts.get(KEY, "")}
    return change.person == replace(hearing.person, facts=facts)


async def _answers_of_rules(hearing: Hearing, deed: Deed) -> tuple[Notice, ...]:
    """Return what the rules would say to this coordinator, of no alarm: none may count on it."""
    me = hearing.person.id
    # A sheet of somebody else's goes into no other hands, whatever that gives away.
    said = [one for one in deed.notices if one.to == me and one.kind is not Kind.SHEET]
    for one in deed.happenings:
        if not isinstance(one, Helped):
            continue
        seen = await hearing.rooms.readings.alarm_by_id(one.alarm)
        life = None
        if seen is not None:
            life = await hearing.rooms.readings.life(seen.alarm.subject)
        if seen is not None and life is not None:
            decision = decide(seen.alarm, one.event, life.roster)
            said += [notice for notice in decision.notices if notice.to == me]
    return tuple(replace(one, alarm=None) for one in said)


def _is_here(hearing: Hearing, to: object) -> bool:
    return to == hearing.visitor.address if isinstance(to, Address) else to == hearing.person.id
