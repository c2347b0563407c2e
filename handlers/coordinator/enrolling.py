"""Somebody who is to coordinate opens their one-time link, reads what it means, and says yes.

Nothing is kept before the yes but the conversation. The first one is on duty at once: a house
without anybody on duty would promise what it cannot do (law 23).
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from handlers.context import By, Hearing, Route, button, say
from handlers.coordinator import is_note_or_help, language_named, told
from handlers.words import languages
from rules.people import PersonId, Role
from storage.deed import Deed, KeepHouse, KeepPerson, Reply, Talk, UseUp
from storage.persons import House, Invitation, Member, Person, Standing, with_newest

READING_FOR = timedelta(hours=1)  #: how long the conversation waits for the next answer

#: What is read after the language, in this order, with what may be answered.
PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "number": ("yes", "no"),
        "language": (),
        "work": ("next",),
        "kept": ("next",),
        "seen": ("understand",),
        "join": ("yes", "no"),
    }
)
_ORDER = tuple(PARTS)
_STEP = "office-join"


async def start(hearing: Hearing) -> Deed | None:
    """Open the link: the number first, and not one more word before it matches (law 28)."""
    invitation, person = hearing.invitation, hearing.visitor.person
    if invitation is None or (person is not None and Role.COORDINATOR in person.roles):
        return None
    data = {
        "token": hearing.rest,
        "language": person.language if person is not None else invitation.language,
        "number": invitation.number,
    }
    return _read(hearing, "number", data)


async def go_on(hearing: Hearing) -> Deed | None:
    """Take an answer to the part that is open; anything else shows that part again."""
    dialogue = hearing.visitor.dialogue
    if dialogue is None or not dialogue.step.startswith(f"{_STEP}-") or is_note_or_help(hearing):
        return None
    part, data = dialogue.step.removeprefix(f"{_STEP}-"), dialogue.data
    # A button of a part that was read already says nothing about the one that is open.
    stale = hearing.pressed and hearing.verb != dialogue.step
    chosen = None if stale else hearing.choice(*(PARTS[part] or languages()))
    if part == "language" and not hearing.pressed:
        chosen = chosen or language_named(hearing.text)
    if chosen is None:
        return _read(hearing, part, data)
    if chosen == "no":
        return hearing.answer(say("office-join-no"), changes=(hearing.end_talk(),))
    if part == _ORDER[-1]:
        return await _agree(hearing)
    if part == "language":
        data = {**data, "language": chosen}
    return _read(hearing, _ORDER[_ORDER.index(part) + 1], data)


def _read(hearing: Hearing, part: str, data: Mapping[str, str]) -> Deed:
    verb = f"{_STEP}-{part}"
    if part == "number":
        said = say("office-join-number", number=data["number"])
    else:
        said = say(f"office-join-{part}")
    rows = [(button(f"button-{one}", verb, one),) for one in PARTS[part]]
    if not rows:
        rows = [(button(f"language-{one}", verb, one),) for one in languages()]
    talk = hearing.talk(verb, data)
    waiting = Talk(replace(talk.dialogue, expires_at=hearing.now + READING_FOR))
    reply = replace(hearing.reply(said, buttons=tuple(rows)), language=data["language"])
    return Deed(replies=(reply,), changes=(waiting,))


async def _agree(hearing: Hearing) -> Deed:
    data = hearing.dialogue.data
    invitation = await hearing.rooms.readings.invitation(data["token"])
    if invitation is None or invitation.role is not Role.COORDINATOR:
        over = replace(hearing.reply(say("link-over")), language=data["language"])
        return Deed(replies=(over,), changes=(hearing.end_talk(),))
    house = hearing.visitor.house
    person = _joined(hearing, invitation, data["language"])
    first = not any(one.on_duty and one.reachable for one in house.members)
    changes = (
        KeepPerson(person),
        KeepHouse(_with(house, person, on_duty=first)),
        UseUp(invitation),
        hearing.end_talk(),
    )
    duty = say("office-join-on-duty") if first else say("office-join-off-duty")
    row = () if first else ((button("button-office-on", "duty", "on"),),)
    welcome = hearing.reply(say("office-join-done", code=person.code), duty, buttons=row)
    welcome = replace(welcome, language=person.language)
    return Deed(changes=changes, replies=(welcome, *_others_told(hearing, invitation, person)))


def _others_told(hearing: Hearing, invitation: Invitation, person: Person) -> tuple[Reply, ...]:
    """Tell everybody of the office: nobody becomes two people in it unseen by the others."""
    here = [one.id for one in hearing.visitor.house.members if one.id != person.id]
    inviter = [] if invitation.inviter is None else [invitation.inviter]
    joined = say("office-join-told", code=person.code)
    return tuple(told(one, joined) for one in dict.fromkeys((*inviter, *here)))


def _joined(hearing: Hearing, invitation: Invitation, language: str) -> Person:
    address = hearing.visitor.address
    person = hearing.visitor.person or Person(
        id=PersonId(invitation.digest),
        zone=hearing.visitor.house.zone,
        standing=Standing.AGREED,
        agreed_at=hearing.at,
    )
    return replace(
        person,
        roles=person.roles | {Role.COORDINATOR},
        code=person.code or invitation.code,
        language=language,
        chats=with_newest(person.chats, address),
    )


def _with(house: House, person: Person, *, on_duty: bool) -> House:
    member = Member(id=person.id, code=person.code, on_duty=on_duty, language=person.language)
    before = tuple(one for one in house.members if one.id != person.id)
    return replace(house, members=(*before, member))


ROUTES = (
    Route(None, By.LINK, Role.COORDINATOR, start, at_once=True),
    Route(None, By.STEP, _STEP, go_on),
    *(Route(None, By.BUTTON, f"{_STEP}-{part}", go_on) for part in PARTS),
)
