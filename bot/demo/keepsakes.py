"""What she carries in her head and in her pocket: two numbers, and a page that looks like a list.

On a stage everybody may know them; they stand under her phone, and stories use them.
"""

import asyncio
import secrets
from dataclasses import replace
from pathlib import Path

from bot.cards.mixing import Mixed, Rule, mix
from bot.cards.sheet import draw
from bot.demo.insight import Insight
from rules.people import PersonId
from rules.terms import Way
from sealing.cards import new_code
from sealing.codes import Code
from sealing.keyring import Purpose
from storage.credentials import Credentials
from storage.deed import Deed, DropCards, KeepCredentials, MakeCards
from storage.opening import Storage

NUMBER = "482915"  #: hers, under every note
SPARE = "730164"  #: the one for when somebody forces her
#: How she may send a note: a press, so that every story can be played by hand, and what is better.
WAYS = frozenset({Way.TAP, Way.CARD, Way.SEALED})

_NAMES = Path(__file__).parents[1] / "cards" / "lists" / "phones" / "en.txt"
_ON_A_CARD, _FORCED = 12, 4
_BATCH_SIZE = 16


async def her_numbers(insight: Insight, person: PersonId) -> KeepCredentials:
    """Return what gives her the numbers that stories know; what her phone was sent stays good."""
    storage = await insight.storage()
    kept = await storage.proofs.credentials(person) or Credentials(person=person)
    code = await asyncio.to_thread(_made, storage, person)
    return KeepCredentials(replace(kept.was_right(), code=code, pair=None, anew_until=None))


async def hand_a_card(insight: Insight, person: PersonId, folder: Path) -> Mixed:
    """Print a page for her, as the operator's machine does, and make her older ones worthless."""
    names = _NAMES.read_text("utf-8").splitlines()
    codes: set[str] = set()
    while len(codes) < _ON_A_CARD:
        codes.add(new_code())
    mixed = mix(names, tuple(codes), _FORCED, Rule.LETTER)
    batch = secrets.token_bytes(_BATCH_SIZE)
    page = await asyncio.to_thread(draw, mixed.lines, insight.now.date())
    await asyncio.to_thread((folder / "phones.pdf").write_bytes, page)
    made = MakeCards(person, batch, mixed.genuine, mixed.forced)
    await insight.record(Deed(changes=(made, DropCards(person, batch))))
    return mixed


def _made(storage: Storage, person: PersonId) -> Code:
    pepper = storage.keys.newest(Purpose.PEPPER).secret
    return Code.make(NUMBER, SPARE, pepper=pepper, person=person)
