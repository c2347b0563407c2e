"""Decides which conversation hears an update. The order matters; this is the only place with one.

Whatever comes from a group, a stranger or a forged button changes nothing. Edited, forwarded,
scheduled and via-bot messages are never a sign of life (law 10).
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from telegram import Update
from telegram.constants import ChatType

from handlers import (
    beginning,
    breaks,
    check_in,
    choosing,
    concern,
    contact,
    dossier,
    enrol,
    inviting,
    joining,
    journey,
    language,
    leaving,
    opening,
    own_key,
    pair,
    reach,
    sealed,
    sos,
    sounding,
    status,
    trial,
)
from handlers.arriving import (
    is_stranger,
    second_hand,
    still_here,
    understood,
)
from handlers.card import gone, hear_card
from handlers.context import By, Hearing, Rooms, Route, say
from handlers.coordinator import (
    alarms,
    board,
    codes,
    confirming,
    duty,
    ending,
    enrolling,
    heard,
    helping,
    moving,
    pairing,
    people,
    releasing,
    seizing,
    terms,
    wrote,
)
from handlers.coordinator import breaks as office_breaks
from handlers.coordinator import inviting as office_inviting
from handlers.fitting import ROLES, fitting, may_take
from handlers.hands import in_other_hands
from handlers.seeming import only_seems
from handlers.stranger import dull_answer
from handlers.understanding import command
from rules.people import Role
from storage.deed import NOTHING, Deed, KeepPerson, Unsay
from storage.persons import Person
from storage.readings import Visitor

#: What a person sent is unsaid this long after we heard it, unless its route says at once (law 14).
UNSAID_AFTER = timedelta(minutes=2)

MOVING = "moving"  #: the route of a link for somebody who is already here

#: https://core.telegram.org/bots/features#deep-linking
_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,64}")

#: Every conversation. Where two take the same word for the same role, the one named first hears it.
ROUTES: tuple[Route, ...] = (
    # What must be heard before anything else.
    *sos.ROUTES,
    *opening.ROUTES,
    # Joining.
    *enrol.ROUTES,
    *beginning.ROUTES,
    *joining.ROUTES,
    *enrolling.ROUTES,
    *moving.ROUTES,
    # Somebody who sends notes.
    *journey.ROUTES,
    *pair.ROUTES,
    *check_in.ROUTES,
    *sealed.ROUTES,
    *choosing.ROUTES,
    *dossier.ROUTES,
    *breaks.ROUTES,
    *status.ROUTES,
    *inviting.ROUTES,
    *language.ROUTES,
    *leaving.ROUTES,
    # Somebody who is asked.
    *sounding.ROUTES,
    *trial.ROUTES,
    *contact.ROUTES,
    *concern.ROUTES,
    *own_key.ROUTES,
    # Somebody of the office.
    *alarms.ROUTES,
    *confirming.ROUTES,
    *ending.ROUTES,
    *releasing.ROUTES,
    *heard.ROUTES,
    *board.ROUTES,
    *people.ROUTES,
    *office_inviting.ROUTES,
    *terms.ROUTES,
    *office_breaks.ROUTES,
    *duty.ROUTES,
    *seizing.ROUTES,
    *wrote.ROUTES,
    *pairing.ROUTES,
    *codes.ROUTES,
    *helping.ROUTES,
)


async def hear(
    update: Update,
    visitor: Visitor,
    rooms: Rooms,
    at: datetime,
    routes: tuple[Route, ...] = ROUTES,
) -> Deed:
    """Return all that follows from one update. `at`: when the poll that brought it was asked."""
    chat = update.effective_chat
    if chat is None or chat.type != ChatType.PRIVATE:
        return NOTHING
    left, visitor = visitor.person, still_here(visitor)
    if visitor.person is None and left is not None:
        deed = await _hear(update, visitor, rooms, at, routes)
        return reach.let_go(left, visitor, deed)
    return await _hear(update, visitor, rooms, at, routes)


async def _hear(
    update: Update, visitor: Visitor, rooms: Rooms, at: datetime, routes: tuple[Route, ...]
) -> Deed:
    if update.my_chat_member is not None:
        return reach.turned(update.my_chat_member, visitor)
    hearing = understood(update, visitor, rooms, at)
    if hearing is None:
        return NOTHING
    if second_hand(update):
        return gone(hearing, _ask_anew(hearing, routes))
    hearing, person = _restored(hearing)
    said = _hear_button if hearing.pressed else _hear_message
    return _with(person, await said(hearing, routes))


# --- What was typed ------------------------------------------------------------------------------


async def _hear_message(hearing: Hearing, routes: Iterable[Route]) -> Deed:
    if hearing.sealed is not None:
        return await _hear_sealed(hearing, routes)
    if hearing.attached is not None and hearing.visitor.person is not None:
        return await _hear_document(hearing, routes)
    by_card = await hear_card(hearing)
    if by_card is not None:
        return by_card
    typed = command(hearing.text)
    if typed is not None and typed.slashed and typed.name == "start":
        return await _follow_link(hearing, routes)
    if is_stranger(hearing.visitor):
        return dull_answer(hearing)
    for route, fit in fitting(hearing, typed, tuple(routes)):
        deed = await _taken(route, fit)
        if deed is not None:
            return _unsaid(deed, fit, at_once=route.at_once)
    if hearing.visitor.person is None:
        return dull_answer(hearing)
    answer = say("not-understood" if hearing.text else "only-typed")
    return _unsaid(hearing.answer(answer), hearing)


async def _hear_sealed(hearing: Hearing, routes: Iterable[Route]) -> Deed:
    """Hear what a page sent; it goes from the chat at once, whatever it was and whoever sent it."""
    if hearing.visitor.person is None:
        return _unsaid(dull_answer(hearing), hearing, at_once=True)
    for route in routes:
        if route.by is By.SEALED and may_take(route, hearing.visitor):
            deed = await _taken(route, hearing)
            if deed is not None:
                return _unsaid(deed, hearing, at_once=True)
    return _unsaid(hearing.answer(say("only-typed")), hearing, at_once=True)


async def _hear_document(hearing: Hearing, routes: Iterable[Route]) -> Deed:
    """Hear a file; it goes from the chat at once, whatever it was."""
    for role in ROLES:
        for route in routes:
            fits = route.by is By.DOCUMENT and route.role is role
            if fits and may_take(route, hearing.visitor):
                deed = await _taken(route, hearing)
                if deed is not None:
                    return _unsaid(deed, hearing, at_once=True)
    return _unsaid(hearing.answer(say("only-typed")), hearing, at_once=True)


async def _follow_link(hearing: Hearing, routes: Iterable[Route]) -> Deed:
    """A link that is used, expired or wrong gets the same answer as a bare /start (law 13)."""
    message = hearing.update.effective_message
    words = (message.text or "").split() if message is not None else []
    token = words[1] if len(words) == 2 and _TOKEN.fullmatch(words[1]) else None
    invitation = await hearing.rooms.readings.invitation(token) if token is not None else None
    if invitation is None:
        dull = dull_answer(hearing)
        return dull if hearing.visitor.person is None else _unsaid(dull, hearing)
    name = invitation.role.value if invitation.person is None else MOVING
    linked = replace(hearing, invitation=invitation, word=name, rest=words[1])
    for route in routes:
        if route.by is By.LINK and route.name == name:
            deed = await route.handler(linked)
            if deed is not None:
                return _unsaid(deed, linked, at_once=True)
    return dull_answer(hearing)


# --- What was pressed ----------------------------------------------------------------------------


async def _hear_button(hearing: Hearing, routes: Iterable[Route]) -> Deed:
    if is_stranger(hearing.visitor):
        return dull_answer(hearing)
    for role in ROLES:
        for route in routes:
            fits = route.by is By.BUTTON and route.role is role and route.name == hearing.verb
            if fits and may_take(route, hearing.visitor):
                deed = await _taken(route, replace(hearing, word=route.name))
                if deed is not None:
                    return deed
    return NOTHING


async def _taken(route: Route, hearing: Hearing) -> Deed | None:
    """Let a conversation answer; what the office does on a phone in other hands only seems done."""
    deed = await route.handler(hearing)
    if deed is None or route.role is not Role.COORDINATOR or not in_other_hands(hearing):
        return deed
    return await only_seems(hearing, deed)


# --- What is not heard, and whom a chat brings back ----------------------------------------------


def _ask_anew(hearing: Hearing, routes: Iterable[Route]) -> Deed:
    if hearing.visitor.person is None:
        return NOTHING if hearing.update.edited_message is not None else dull_answer(hearing)
    attaches = (one for one in routes if one.by is By.DOCUMENT)
    if hearing.attached is not None and any(may_take(one, hearing.visitor) for one in attaches):
        return _unsaid(hearing.answer(say("attach-it-anew")), hearing, at_once=True)
    if not hearing.meant:
        return _unsaid(NOTHING, hearing)
    return _unsaid(hearing.answer(say("type-it-new")), hearing)


def _unsaid(deed: Deed, hearing: Hearing, *, at_once: bool = False) -> Deed:
    """Return the deed with what they sent taken from the chat, soon or at once (law 14)."""
    assert hearing.message_id is not None
    at = hearing.now if at_once else hearing.now + UNSAID_AFTER
    gone = Unsay(hearing.visitor.address, (hearing.message_id,), at)
    return replace(deed, unsays=(*deed.unsays, gone))


def _restored(hearing: Hearing) -> tuple[Hearing, Person | None]:
    """A message from a chat that was closed to us opens it again (law 27)."""
    before = hearing.visitor.person
    if before is None:
        return hearing, None
    person = reach.with_chat(before, hearing.visitor.address, reachable=True)
    if person == before:
        return hearing, None
    return replace(hearing, visitor=replace(hearing.visitor, person=person)), person


def _with(restored: Person | None, deed: Deed) -> Deed:
    """Return the deed with the restored person kept, unless it keeps them already."""
    kept = {change.person.id for change in deed.changes if isinstance(change, KeepPerson)}
    if restored is None or restored.id in kept:
        return deed
    return replace(deed, changes=(KeepPerson(restored), *deed.changes))
