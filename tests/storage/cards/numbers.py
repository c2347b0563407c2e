"""Numbers of a card that was made for Amina, and what is done with them."""

from sqlalchemy import text

from sealing.cards import new_code
from storage.deed import Deed, MakeCards, UseCard

GENUINE = tuple(new_code() for _ in range(6))
FORCED = tuple(new_code() for _ in range(3))
BATCH = b"b" * 16


def unlike(*known):
    """A code that is none of these, however small the chance."""
    return next(code for code in iter(new_code, None) if code not in known)


async def make(storage, circle, batch=BATCH, genuine=GENUINE, forced=FORCED):
    """Write a card down."""
    made = MakeCards(circle.amina.id, batch, genuine, forced)
    await storage.journal.record(Deed(changes=(made,)))


async def use(storage, card):
    """Use one of its numbers up."""
    await storage.journal.record(Deed(changes=(UseCard(card),)))


async def rows(storage, asked):
    """What stands in the database, as SQL asks for it."""
    return await storage.reader.ask(lambda look: look.connection.execute(text(asked)).all())
