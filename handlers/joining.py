"""Somebody whom a person has named compares the number, reads what it means, and says yes or no.

A "no" can be quiet: then whoever named them hears nothing (law 28). Nothing is kept before the yes
but the conversation, for an hour at most; nobody under eighteen is asked (law 21).
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from handlers.context import By, Hearing, Route, button, say
from handlers.promise import may_hear_unasked
from handlers.understanding import latin
from rules.life import terms_of
from rules.notices import Keep
from rules.people import PersonId, Role
from storage.deed import Change, Deed, KeepPerson, Reply, Talk, UseUp, Words
from storage.persons import ContactLink, Invitation, OwnerLink, Person, Standing, with_newest

READING_FOR = timedelta(hours=1)  #: how long the conversation waits for the next answer

#: What is read, in this order, with what may be answered.
PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "number": ("yes", "no"),
        "asked": ("next",),
        "adult": ("yes", "no"),
        "kept": ("yes", "no", "no-quietly"),
    }
)
_ORDER = tuple(PARTS)
_HOUR_STEP = "join-hour"


async def start(hearing: Hearing) -> Deed | None:
    """Open the link: the number first, and not one more word before it matches."""
    invitation = hearing.invitation
    owner = await _owner(hearing, invitation)
    if invitation is None or owner is None or _is_theirs(hearing, owner):
        return None
    data = {"token": hearing.rest, "language": invitation.language}
    return await _read(hearing, "number", data, invitation, owner)


async def go_on(hearing: Hearing) -> Deed | None:
    """Take an answer to the part that is open; anything else shows that part again."""
    dialogue = hearing.visitor.dialogue
    if dialogue is None or not dialogue.step.startswith("join-"):
        return None
    if dialogue.step == _HOUR_STEP:
        return _take_hour(hearing)
    part, data = dialogue.step.removeprefix("join-"), dialogue.data
    invitation = await hearing.rooms.readings.invitation(data["token"])
    owner = await _owner(hearing, invitation)
    if invitation is None or owner is None or _is_theirs(hearing, owner):
        return hearing.answer(say("link-over"), changes=(hearing.end_talk(),))
    # A button of a part that was read already says nothing about the one that is open.
    stale = hearing.pressed and hearing.verb != dialogue.step
    chosen = None if stale else hearing.choice(*PARTS[part])
    if chosen is None:
        return await _read(hearing, part, data, invitation, owner)
    if chosen == "no-quietly":
        return _ended(hearing, invitation)
    if chosen == "no":
        told = "invite-other-number" if part == "number" else "invite-declined"
        return await _declined(hearing, invitation, owner, told)
    if part == _ORDER[-1]:
        return await _agree(hearing, invitation, owner)
    return await _read(hearing, _ORDER[_ORDER.index(part) + 1], data, invitation, owner)


# --- The parts -----------------------------------------------------------------------------------


async def _read(
    hearing: Hearing, part: str, data: Mapping[str, str], invitation: Invitation, owner: Person
) -> Deed:
    said = await _sentence(hearing, part, invitation, owner)
    buttons = tuple((button(f"button-{one}", f"join-{part}", one),) for one in PARTS[part])
    talk = hearing.talk(f"join-{part}", data)
    waiting = Talk(replace(talk.dialogue, expires_at=hearing.now + READING_FOR))
    # The name by which they know the person is protected, and folds away.
    folds = (say("nothing-to-read"),) if part == "asked" else ()
    reply = hearing.reply(said, buttons=buttons, folds=folds)
    return Deed(replies=(reply,), changes=(waiting,))


async def _sentence(hearing: Hearing, part: str, invitation: Invitation, owner: Person) -> Words:
    match part:
        case "number":
            return say("join-number", number=invitation.number)
        case "asked":
            life = await hearing.rooms.readings.life(owner.id)
            days = terms_of(life).drill_every.days if life is not None else 0
            return say("join-asked", nick=owner.nick, days=days)
        case _:
            return say(f"join-{part}")


async def _owner(hearing: Hearing, invitation: Invitation | None) -> Person | None:
    """Return who gave the link, unless they have taken it back or gone."""
    if invitation is None or invitation.role is not Role.CONTACT or invitation.inviter is None:
        return None
    owner = await hearing.rooms.readings.person(invitation.inviter)
    if owner is None or owner.standing is Standing.LEFT:
        return None
    return owner if any(one.id == invitation.digest for one in owner.contacts) else None


def _is_theirs(hearing: Hearing, owner: Person) -> bool:
    """Say whether it is their own link, or one of somebody who named them already."""
    person = hearing.visitor.person
    if person is None:
        return False
    return person.id == owner.id or any(one.id == owner.id for one in person.owners)


# --- The no --------------------------------------------------------------------------------------


def _ended(hearing: Hearing, invitation: Invitation, *changes: Change) -> Deed:
    changes = (*changes, UseUp(invitation), hearing.end_talk())
    return hearing.answer(say("join-ended"), changes=changes)


async def _declined(hearing: Hearing, invitation: Invitation, owner: Person, told: str) -> Deed:
    contacts = tuple(one for one in owner.contacts if one.id != invitation.digest)
    kept = KeepPerson(replace(owner, contacts=contacts))
    deed = _ended(hearing, invitation, kept)
    return replace(deed, replies=(*deed.replies, *await _tell_owner(hearing, owner, told)))


async def _tell_owner(hearing: Hearing, owner: Person, told: str) -> tuple[Reply, ...]:
    """Tell the owner in outer words, unless nothing may come to their chat now."""
    life = await hearing.rooms.readings.life(owner.id)
    if life is None or not may_hear_unasked(life):
        return ()
    return (Reply(to=owner.id, words=(say(told),), keep=Keep.DAY),)


# --- The yes -------------------------------------------------------------------------------------


async def _agree(hearing: Hearing, invitation: Invitation, owner: Person) -> Deed:
    person = _joined(hearing, invitation, owner)
    standing = Standing.PROVEN if person.standing is Standing.PROVEN else Standing.AGREED
    if invitation.doubted:
        # To them it seems as ever; she names them anew once the phone is hers again.
        standing = Standing.DOUBTED

    def linked(one: ContactLink) -> ContactLink:
        if one.id != invitation.digest:
            return one
        return replace(one, id=person.id, standing=standing)

    named = replace(owner, contacts=tuple(linked(one) for one in owner.contacts))
    asked = replace(hearing.reply(say("join-hour")), language=person.language)
    return Deed(
        changes=(
            KeepPerson(person),
            KeepPerson(named),
            UseUp(invitation),
            hearing.talk(_HOUR_STEP, {"language": person.language}),
        ),
        replies=(asked, *await _tell_owner(hearing, owner, "invite-accepted")),
    )


def _joined(hearing: Hearing, invitation: Invitation, owner: Person) -> Person:
    address = hearing.visitor.address
    person = hearing.visitor.person or Person(
        id=PersonId(invitation.digest),
        language=invitation.language,
        zone=owner.zone,
        standing=Standing.AGREED,
        agreed_at=hearing.at,
    )
    return replace(
        person,
        roles=person.roles | {Role.CONTACT},
        owners=(*person.owners, OwnerLink(owner.id, owner.nick)),
        chats=with_newest(person.chats, address),
    )


def _take_hour(hearing: Hearing) -> Deed | None:
    person = hearing.visitor.person
    # For somebody who sends notes, 1 and 2 mean note and help, whatever question is open.
    if person is None or (Role.DEFENDER in person.roles and hearing.text in {"1", "2"}):
        return None
    hour = _read_hour(hearing.text)
    if hour is None:
        return hearing.answer(say("join-hour-unread"))
    kept = KeepPerson(replace(person, worst_hour=hour))
    return hearing.answer(
        say("join-done", hour=f"{hour:02}:00"), changes=(kept, hearing.end_talk())
    )


def _read_hour(text: str) -> int | None:
    hour = latin(text).removesuffix(":00")
    return int(hour) if hour.isdecimal() and len(hour) <= 2 and int(hour) < 24 else None


ROUTES = (
    Route(None, By.LINK, Role.CONTACT, start, at_once=True),
    Route(None, By.STEP, "join", go_on),
    *(Route(None, By.BUTTON, f"join-{part}", go_on) for part in PARTS),
)
