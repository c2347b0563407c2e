"""Somebody who was invited to send notes reads what it is, and says yes or no.

Nothing is kept before the yes but the conversation itself, and that for an hour at most. The link
stays good until then, so that a bad line or a second thought costs nobody their place.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from handlers.context import By, Hearing, Route, button, say
from handlers.promise import awake
from rules.people import PersonId, Role
from rules.templates import from_template
from rules.terms import Terms
from rules.watch import Sort, Watch, WatchId
from storage.deed import Button, Change, Deed, KeepPerson, OpenWatch, Reply, Talk, UseUp, Words
from storage.persons import Dialogue, Invitation, Person, Standing, with_newest

READING_FOR = timedelta(hours=1)  #: how long the conversation waits for the next answer

#: What is read, in this order, with what may be answered; the first answer leads on.
PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "number": ("next",),
        "note": ("next",),
        "awake": ("next",),
        "kept": ("next",),
        "seen": ("understand", "another-way"),
        "own": ("yes", "no"),
        "join": ("yes", "not-now", "alone"),
    }
)
_ORDER = tuple(PARTS)

#: Answers that end it; nothing has been kept.
_ENDS = {"another-way": "enrol-another-way", "no": "enrol-shared", "not-now": "enrol-not-now"}


async def start(hearing: Hearing) -> Deed | None:
    """Open the link: the number first, to be compared by voice (law 28)."""
    invitation, person = hearing.invitation, hearing.visitor.person
    if invitation is None or (person is not None and Role.DEFENDER in person.roles):
        return None
    if await _is_taken(hearing, invitation):
        return None
    data = {"token": hearing.rest, "language": invitation.language, "number": invitation.number}
    return _read(hearing, "number", data)


async def go_on(hearing: Hearing) -> Deed | None:
    """Take an answer to the part that is open; anything else shows that part again."""
    dialogue = hearing.visitor.dialogue
    if dialogue is None or not dialogue.step.startswith("enrol-"):
        return None
    part, data = dialogue.step.removeprefix("enrol-"), dialogue.data
    # A button of a part that was read already says nothing about the one that is open.
    stale = hearing.pressed and hearing.verb != dialogue.step
    chosen = None if stale else hearing.choice(*PARTS[part])
    if chosen is None:
        return _read(hearing, part, data)
    if chosen in _ENDS:
        return hearing.answer(say(_ENDS[chosen]), changes=(hearing.end_talk(),))
    if chosen == "alone":
        return await _ask_when_alone(hearing)
    if part == _ORDER[-1]:
        return await _agree(hearing)
    return _read(hearing, _ORDER[_ORDER.index(part) + 1], data)


# --- The parts ----------------------------------------------------------------------------


def _read(hearing: Hearing, part: str, data: Mapping[str, str]) -> Deed:
    said = _sentences(hearing, part, data)
    buttons = tuple((_answer(part, one),) for one in PARTS[part])
    reply = _in_language(hearing.reply(*said, buttons=buttons), hearing, data)
    return Deed(replies=(reply,), changes=(_talk(hearing, f"enrol-{part}", data),))


def _sentences(hearing: Hearing, part: str, data: Mapping[str, str]) -> tuple[Words, ...]:
    match part:
        case "number":
            return (say("enrol-number", number=data["number"]),)
        case "awake":
            house = hearing.visitor.house
            return (awake(house, house.zone, hearing.now), say("enrol-may-fail"))
        case _:
            return (say(f"enrol-{part}"),)


def _answer(part: str, chosen: str) -> Button:
    return button(f"button-{chosen}", f"enrol-{part}", chosen)


def _in_language(reply: Reply, hearing: Hearing, data: Mapping[str, str]) -> Reply:
    known = hearing.visitor.person is not None
    return reply if known else replace(reply, language=data["language"])


def _talk(hearing: Hearing, step: str, data: Mapping[str, str]) -> Talk:
    talk = hearing.talk(step, data)
    return Talk(replace(talk.dialogue, expires_at=hearing.now + READING_FOR))


async def _ask_when_alone(hearing: Hearing) -> Deed:
    """Wait in outer words for as long as the link is good."""
    invitation = await _invitation(hearing)
    if invitation is None:
        return _over(hearing)
    talk = hearing.talk("enrol-join", hearing.dialogue.data)
    waiting: Dialogue = replace(talk.dialogue, expires_at=invitation.expires_at)
    return hearing.answer(say("enrol-alone"), changes=(Talk(waiting),))


# --- The yes ----------------------------------------------------------------------------


async def _agree(hearing: Hearing) -> Deed:
    invitation = await _invitation(hearing)
    if invitation is None:
        return _over(hearing)
    known, prepared = hearing.visitor.person, await _prepared(hearing, invitation)
    gone: tuple[KeepPerson, ...] = ()
    if known is not None and prepared is not None:
        # Somebody who is here already stays who they are; only the terms are taken over.
        gone = (KeepPerson(replace(prepared, code="", standing=Standing.LEFT)),)
    person = _joined(hearing, invitation, known, prepared)
    opened = await _promised(hearing, person, prepared or person)
    thanks = replace(
        hearing.reply(say("enrol-agreed"), buttons=((button("button-next", "begin", "next"),),)),
        language=person.language,
    )
    # What follows is read in handlers/beginning.py.
    talk = _talk(hearing, "begin-terms", {"language": person.language})
    changes: tuple[Change, ...] = (*gone, KeepPerson(person), UseUp(invitation), *opened, talk)
    return Deed(replies=(thanks,), changes=changes)


def _joined(
    hearing: Hearing, invitation: Invitation, known: Person | None, prepared: Person | None
) -> Person:
    address = hearing.visitor.address
    new = Person(
        id=PersonId(invitation.digest),
        language=invitation.language,
        zone=hearing.visitor.house.zone,
    )
    person = known or prepared or new
    return replace(
        person,
        roles=person.roles | {Role.DEFENDER},
        code=person.code or invitation.code,
        nick=invitation.nick or person.nick,
        level=invitation.level,
        zone=(prepared or person).zone,
        standing=Standing.PROVEN if person.standing is Standing.PROVEN else Standing.AGREED,
        agreed_at=hearing.at,
        chats=with_newest(person.chats, address),
    )


async def _promised(hearing: Hearing, person: Person, agreed: Person) -> tuple[OpenWatch, ...]:
    """Return the promise to be opened; none where the office has opened it already.

    `agreed`: whose terms they are; not always the person, who may have been here before.
    """
    life = await hearing.rooms.readings.life(agreed.id) if agreed.version else None
    watches = life.watches if life is not None else ()
    terms = next((one.terms for one in watches if one.sort is Sort.ROUTINE), None)
    if terms is not None and agreed.id == person.id:
        return ()
    stamps = hearing.rooms.stamps
    watch = Watch(
        id=WatchId(stamps.digest(stamps.new_token())),
        owner=person.id,
        sort=Sort.ROUTINE,
        terms=terms or _template(hearing, person),
    )
    return (OpenWatch(watch),)


def _template(hearing: Hearing, person: Person) -> Terms:
    page = hearing.rooms.pages_url is not None
    return from_template(person.level, person.zone, page=page)


async def _prepared(hearing: Hearing, invitation: Invitation) -> Person | None:
    """Return the person whom the office has written down already, perhaps with their terms."""
    found = await hearing.rooms.readings.by_code(invitation.code) if invitation.code else None
    return found if found is not None and found.standing is Standing.INVITED else None


async def _invitation(hearing: Hearing) -> Invitation | None:
    """Return what the link opens; nothing once somebody else has come by another for the same."""
    found = await hearing.rooms.readings.invitation(hearing.dialogue.data["token"])
    if found is None or found.role is not Role.DEFENDER or await _is_taken(hearing, found):
        return None
    return found


async def _is_taken(hearing: Hearing, invitation: Invitation) -> bool:
    if not invitation.code:
        return False
    called = await hearing.rooms.readings.by_code(invitation.code)
    return called is not None and called.standing is not Standing.INVITED


def _over(hearing: Hearing) -> Deed:
    return hearing.answer(say("link-over"), changes=(hearing.end_talk(),))


ROUTES = (
    Route(None, By.LINK, Role.DEFENDER, start, at_once=True),
    Route(None, By.STEP, "enrol", go_on),
    *(Route(None, By.BUTTON, f"enrol-{part}", go_on) for part in PARTS),
)
