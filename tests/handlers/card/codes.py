"""Codes of printed cards, and what followed from one."""

from dataclasses import replace

from sealing.cards import new_code
from storage.deed import (
    Deed,
    MakeCards,
)
from storage.persons import Address, BotId, ChatId

BOT = BotId(4242)
HERS, LENDERS, AUNTS, OFFICE = 100, 666, 200, 300


async def card(house, who, *, forced=False):
    code = new_code()
    free, under = ((), (code,)) if forced else ((code,), ())
    made = MakeCards(who.id, b"b" * 16, free, under)
    await house.storage.journal.record(Deed(changes=(made,)))
    return code


def unknown():
    return new_code()


async def stage(house, who):
    return (await house.storage.readings.life(who.id)).watches[0]


def said(deed):
    """What was answered, all of it but where."""
    return [replace(one, to=Address(BOT, ChatId(0))) for one in deed.replies]


def signs(deed):
    return [one.event for one in deed.happenings]
