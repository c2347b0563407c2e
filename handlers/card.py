"""Hears the code of a printed card, from whosever phone it comes, before anything else is heard.

Whoever lends a phone must learn nothing, nor must whoever tries numbers: what is shaped like a code
goes from the chat at once, and but in its owner's own chat the answer is the same, used, unknown or
good (DECISIONS.md, 18). Nothing is said in her own chat of a code that came from another: nobody
there has asked (law 15), and she used another phone for a reason.
"""

from dataclasses import replace

from handlers.context import Hearing, say
from handlers.hands import meant
from handlers.stranger import dull_answer
from rules.events import Arrived, CheckedIn
from rules.life import Life
from rules.notices import Keep
from rules.people import Role
from rules.terms import Way
from rules.watch import Sort, Stage
from storage.cards import Card, is_card
from storage.deed import Deed, Lived, Unsay, UseCard
from storage.persons import Person, Standing


async def hear_card(hearing: Hearing) -> Deed | None:
    """Return what follows from a text shaped like a code; None for any other text.

    A code counts for the moment Telegram received it (law 10), once, and only where cards were
    agreed, or something weaker: there another way may have been agreed on since, or nothing has
    begun, but a forced one must never be lost.
    """
    if not is_card(hearing.text):
        return None
    card = await hearing.rooms.readings.card(hearing.text)
    sign = None if card is None else await _sign(hearing, card)
    if card is None or sign is None:
        return gone(hearing, _answer(hearing))
    said = _answer(hearing) if sign.elsewhere else Deed()
    counted = replace(said, happenings=(Lived(card.person, sign),), changes=(UseCard(card),))
    return gone(hearing, counted)


def gone(hearing: Hearing, deed: Deed) -> Deed:
    """Return the deed with a text shaped like a code taken from the chat at once (law 14)."""
    if hearing.message_id is None or not is_card(hearing.text):
        return deed
    address = hearing.visitor.address
    return replace(deed, unsays=(Unsay(address, (hearing.message_id,), hearing.now),))


async def _sign(hearing: Hearing, card: Card) -> CheckedIn | Arrived | None:
    """Return the sign of life that this code is; None where it may not count."""
    readings, visitor = hearing.rooms.readings, hearing.visitor
    owner, life = await readings.person(card.person), await readings.life(card.person)
    if owner is None or life is None or not _may_count(owner, life):
        return None
    travels = any(
        one.sort is Sort.JOURNEY and one.stage is not Stage.RESTING for one in life.watches
    )
    elsewhere = visitor.person is None or visitor.person.id != owner.id
    kind = Arrived if travels else CheckedIn
    # From a phone that coordinators say is in other hands, whoever holds it has the card as well.
    verdict = card.verdict if visitor.person is None else meant(hearing, card.verdict)
    return kind(hearing.at, Way.CARD, verdict, elsewhere=elsewhere)


def _may_count(owner: Person, life: Life) -> bool:
    here = Role.DEFENDER in owner.roles and owner.standing is not Standing.LEFT
    return here and any(one.sort is Sort.ROUTINE and one.terms.takes_cards for one in life.watches)


def _answer(hearing: Hearing) -> Deed:
    """Answer as any text is answered that means nothing here; the answer goes in a moment."""
    if hearing.visitor.person is not None:
        return hearing.answer(say("not-understood"), keep=Keep.MOMENT)
    dull = dull_answer(hearing)
    return replace(dull, replies=tuple(replace(one, keep=Keep.MOMENT) for one in dull.replies))
