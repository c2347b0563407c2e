"""The sounding test: a contact answers within ten minutes at the worst hour they accept (law 28).

The house asks `is_due` now and then and records what `sound` returns; the answer is heard here.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from handlers.context import By, Hearing, Route, button, say
from rules.notices import Keep, Kind, Notice, Rank
from rules.people import PersonId, Role
from rules.schedule import local
from storage.deed import Change, Deed, KeepPerson, Reply, Talk
from storage.persons import Dialogue, Person, Standing

ANSWER_WITHIN = timedelta(minutes=10)
STEP = "sounding"

#: After so many tests without an answer whoever named them hears that they cannot be reached.
PATIENCE = 3

_ASKED_AT = "sounded-at"  #: when the last test was sent, in ISO format
_UNANSWERED = "soundings-unanswered"
_AGAIN_AFTER = timedelta(hours=20)


def is_due(person: Person, every: timedelta, now: datetime) -> bool:
    """Say whether this contact is to be tested now; `every`: how often, once they have passed."""
    if Role.CONTACT not in person.roles or not person.owners or person.worst_hour is None:
        return False
    if local(now, person.zone).hour != person.worst_hour:
        return False
    asked_at = person.facts.get(_ASKED_AT)
    if asked_at is None:
        return True
    passed = person.standing is Standing.PROVEN and _UNANSWERED not in person.facts
    return now - datetime.fromisoformat(asked_at) >= (every if passed else _AGAIN_AFTER)


def sound(person: Person, now: datetime, *, quiet: Collection[PersonId] = ()) -> Deed:
    """Return the test, and message 18 to whoever named them once too many went unanswered.

    `quiet`: to whose chats nothing may come unasked now (law 15).
    """
    chat = next((one.address for one in person.chats if one.reachable), None)
    if chat is None:
        return Deed()
    unanswered = int(person.facts.get(_UNANSWERED, "0"))
    facts = {**person.facts, _ASKED_AT: now.isoformat(), _UNANSWERED: str(unanswered + 1)}
    until = now + 2 * ANSWER_WITHIN
    asked = Reply(
        to=person.id,
        words=(say("sounding"),),
        buttons=((button("button-ready", "ready"),),),
        keep=Keep.DAY,
        rank=Rank.REMINDER,
        sound=True,
    )
    return Deed(
        changes=(
            KeepPerson(replace(person, facts=facts)),
            Talk(Dialogue(address=chat, step=STEP, expires_at=until)),
        ),
        notices=tuple(_lost(person, one.id) for one in person.owners if one.id not in quiet)
        if unanswered == PATIENCE
        else (),
        replies=(asked,),
    )


async def ready(hearing: Hearing) -> Deed | None:
    """Take the answer: in time it proves that the contact can be reached."""
    person = hearing.person
    asked_at = person.facts.get(_ASKED_AT)
    if asked_at is None or _UNANSWERED not in person.facts:
        return None
    if hearing.at - datetime.fromisoformat(asked_at) > ANSWER_WITHIN:
        return hearing.answer(say("sounding-late"), changes=_over(hearing))
    facts = {name: fact for name, fact in person.facts.items() if name != _UNANSWERED}
    changes: list[Change] = [
        KeepPerson(replace(person, standing=Standing.PROVEN, facts=facts)),
        *_over(hearing),
    ]
    for link in person.owners:
        owner = await hearing.rooms.readings.person(link.id)
        if owner is not None:
            changes.append(KeepPerson(_proven(owner, person.id)))
    return hearing.answer(say("sounding-passed"), changes=tuple(changes))


async def ready_in_step(hearing: Hearing) -> Deed | None:
    """Hear "1" while the test is the open question; anything else is for others to hear.

    A digit of somebody who sends notes, or is asked something, means that.
    """
    busy = Role.DEFENDER in hearing.person.roles or bool(hearing.visitor.alarms_told)
    if hearing.choice("ready") is None or (busy and hearing.text.isdecimal()):
        return None
    return await ready(hearing)


def _over(hearing: Hearing) -> tuple[Change, ...]:
    dialogue = hearing.visitor.dialogue
    open_here = dialogue is not None and dialogue.step == STEP
    return (hearing.end_talk(),) if open_here else ()


def _proven(owner: Person, contact: PersonId) -> Person:
    contacts = tuple(
        replace(one, standing=Standing.PROVEN)
        if one.id == contact and one.standing is not Standing.DOUBTED
        else one
        for one in owner.contacts
    )
    return replace(owner, contacts=contacts)


def _lost(person: Person, owner: PersonId) -> Notice:
    return Notice(owner, Kind.CONTACT_UNREACHABLE, {"subject": owner, "contact": person.id})


ROUTES = (
    Route(Role.CONTACT, By.WORD, "ready", ready, always=True),
    Route(Role.CONTACT, By.BUTTON, "ready", ready),
    Route(Role.CONTACT, By.STEP, STEP, ready_in_step),
)
