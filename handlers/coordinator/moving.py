"""A lost phone: somebody who is here already gets a new chat by a one-time link (law 27).

The number is compared by voice on both sides: the new chat shows it, and only the coordinator's
yes, after having heard it, lets the new chat in. The old one is told nothing and is let go.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from handlers.context import By, Hearing, Route, button, say
from handlers.coordinator import anybody, never_told, others, told, typed
from handlers.keys import ways_in
from rules.notices import Keep
from rules.people import Role
from storage.deed import Deed, Invite, KeepPerson, Reply, UseUp
from storage.persons import Address, BotId, Chat, ChatId, Invitation, Person, Standing

LINK_HOLDS = timedelta(hours=48)
YES_HOLDS = timedelta(hours=2)  #: how long the coordinator may take to compare
_WAITS = "moving-to"  #: the fact in which the new chat waits, locked like all about the person


async def move(hearing: Hearing) -> Deed:
    """Hand out a link for somebody's new chat, or let in the one whose number was heard."""
    words = typed(hearing)
    if not words:
        return hearing.answer(say("office-form-move"))
    found = await anybody(hearing, words[0])
    if isinstance(found, Deed):
        return found
    if found.standing is Standing.INVITED:
        return hearing.answer(say("office-not-here-yet", code=found.code))
    if len(words) > 1:
        return await _answered(hearing, found, words[1].lower())
    stamps = hearing.rooms.stamps
    token, number = stamps.new_token(), stamps.new_number()
    expires_at = hearing.now + LINK_HOLDS
    invitation = Invitation(
        digest=stamps.digest(token),
        role=_role(found),
        inviter=hearing.person.id,
        number=number,
        expires_at=expires_at,
        person=found.id,
        language=found.language,
    )
    link = f"https://t.me/{hearing.rooms.bot_username}?start={token}"
    return hearing.answer(
        say("office-move-link", code=found.code, link=link, until=expires_at),
        say("office-move-compare", code=found.code, number=number),
        changes=(Invite(invitation),),
    )


def _role(person: Person) -> Role:
    order = (Role.DEFENDER, Role.COORDINATOR, Role.CONTACT)
    return next(one for one in order if one in person.roles)


# --- The coordinator has heard the number --------------------------------------------------------


async def _answered(hearing: Hearing, found: Person, answer: str) -> Deed:
    waiting = _waiting(found)
    facts = {name: fact for name, fact in found.facts.items() if name != _WAITS}
    if waiting is None or hearing.now - waiting.since > YES_HOLDS:
        return hearing.answer(say("office-move-nobody", code=found.code))
    if answer == "no":
        kept = KeepPerson(replace(found, facts=facts))
        return hearing.answer(say("office-unchanged"), changes=(kept,))
    if answer != waiting.number:
        return hearing.answer(say("office-move-other-number", code=found.code))
    there = await hearing.rooms.readings.visitor(waiting.address)
    if there.person is not None:
        return hearing.answer(say("office-move-taken", code=found.code))
    # The old chat is let go without a word: whoever holds that phone is a stranger from now on.
    moved = replace(found, facts=facts, chats=(Chat(waiting.address),))
    defends = Role.DEFENDER in found.roles
    ways = ways_in(await hearing.rooms.readings.life(found.id)) if defends else ""
    welcome = Reply(to=found.id, words=(say("move-done"),), ways=ways, keep=Keep.DAY)
    heard = tuple(
        told(one.id, say("office-move-told", code=found.code, by=hearing.person.code))
        for one in others(hearing, found.id, *await never_told(hearing, found.id))
    )
    noted = hearing.reply(say("office-move-noted", code=found.code))
    return Deed(changes=(KeepPerson(moved),), replies=(noted, welcome, *heard))


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A chat that waits to be let in."""

    address: Address
    number: str
    since: datetime


def _waiting(person: Person) -> _Waiting | None:
    written = person.facts.get(_WAITS, "").split()
    if len(written) != 4:
        return None
    bot, chat, number, since = written
    address = Address(BotId(int(bot)), ChatId(int(chat)))
    return _Waiting(address, number, datetime.fromisoformat(since))


# --- In the new chat -----------------------------------------------------------------------------


async def start(hearing: Hearing) -> Deed | None:
    """Show the number; nobody is let in by it alone."""
    moved = await _moved(hearing)
    invitation = hearing.invitation
    if invitation is None or moved is None:
        return None
    if hearing.visitor.person is not None:
        mine = hearing.visitor.person.id == moved.id
        return hearing.answer(say("move-here-already" if mine else "move-other-chat"))
    kept = {"token": hearing.rest, "language": invitation.language}
    pressed = (
        button("button-office-same", "office-move", "yes"),
        button("button-office-differs", "office-move", "no"),
    )
    return hearing.answer(
        say("move-number", number=invitation.number),
        buttons=(pressed,),
        changes=(hearing.talk("office-move", kept),),
    )


async def compared(hearing: Hearing) -> Deed | None:
    """Hear whether the number is the same; then the coordinator is asked whether they heard it."""
    dialogue = hearing.visitor.dialogue
    if dialogue is None or dialogue.step != "office-move":
        return None
    answer = hearing.choice("yes", "no")
    if answer is None:
        return None
    if answer == "no":
        return hearing.answer(say("move-stop"), changes=(hearing.end_talk(),))
    invitation = await hearing.rooms.readings.invitation(dialogue.data["token"])
    moved = None
    if invitation is not None and invitation.person is not None:
        moved = await hearing.rooms.readings.person(invitation.person)
    if invitation is None or invitation.inviter is None or moved is None:
        return hearing.answer(say("move-stop"), changes=(hearing.end_talk(),))
    address = hearing.visitor.address
    number, code = invitation.number, moved.code
    waits = f"{address.bot} {address.chat} {number} {hearing.now.isoformat()}"
    asked = told(
        invitation.inviter,
        say("office-move-heard", code=code, number=number),
        buttons=(
            (button("button-office-yes-heard", "move", f"{code} {number}", number=number),),
            (button("button-office-no", "move", f"{code} no"),),
        ),
    )
    said = hearing.reply(say("move-wait"))
    changes = (
        KeepPerson(replace(moved, facts={**moved.facts, _WAITS: waits})),
        UseUp(invitation),
        hearing.end_talk(),
    )
    return Deed(replies=(said, asked), changes=changes)


async def _moved(hearing: Hearing) -> Person | None:
    """Return who gets a new chat by this link; somebody who was never here is enrolled instead."""
    invitation = hearing.invitation
    if invitation is None or invitation.person is None:
        return None
    found = await hearing.rooms.readings.person(invitation.person)
    gone = {Standing.INVITED, Standing.LEFT}
    return None if found is None or found.standing in gone else found


_C = Role.COORDINATOR

ROUTES = (
    Route(_C, By.COMMAND, "move", move),
    Route(_C, By.BUTTON, "move", move),
    Route(None, By.LINK, "moving", start, at_once=True),
    Route(None, By.STEP, "office-move", compared),
    Route(None, By.BUTTON, "office-move", compared),
)
