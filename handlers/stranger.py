"""Answers everybody who is not known, and every link that opens nothing, alike (DECISIONS.md, 18).

A stranger learns nothing: not whether a link was ever good, not what this chat is for.
"""

from dataclasses import replace

from handlers.context import Hearing, say
from rules.notices import Keep
from storage.deed import NOTHING, Deed

#: The dull answers among which the operator chooses; each is `stranger-<name>` in handlers/words.
#: A new house says the first: whoever types the number of a card on somebody else's phone reads
#: that it came, and nobody else learns anything by that.
DULL = ("received", "not-in-use", "nobody-here")


def dull_answer(hearing: Hearing) -> Deed:
    """Return the one answer that everybody gets, or nothing when it was given often enough."""
    house = hearing.visitor.house
    address = hearing.visitor.address
    if not hearing.rooms.patience.allows(hash((address.bot, address.chat)), hearing.now):
        return NOTHING
    chosen = house.stranger if house.stranger in DULL else DULL[0]
    reply = hearing.reply(say(f"stranger-{chosen}"), keep=Keep.DAY)
    return Deed(replies=(replace(reply, language=house.language),))
