"""One notice or reply is told as the courier would tell it, on a played phone."""

from handlers.telling import tell
from rules.notices import AlarmId, Rank
from rules.people import PersonId
from simulator.running import A_MONDAY
from storage.claims import Claimed, Name
from storage.persons import Address, BotId, ChatId

TOKEN = "4242:telling"
MINA, OMID, BEA = PersonId(b"m" * 16), PersonId(b"o" * 16), PersonId(b"b" * 16)
ALARM = AlarmId(b"a" * 16)
NAMES = {
    MINA: Name("A7", "Mina"),
    OMID: Name("", "Auntie"),
    BEA: Name("B2", ""),
}

#: As the page's address is written: 16 bytes, the key's name.
CHALLENGE, KID = "00" * 16, "c0ffee00"


def claimed(act, chat=7, **how):
    how = {"rank": Rank.ALARM, "tries": 1, "born_at": A_MONDAY, "names": NAMES} | how
    return Claimed(id=b"i" * 16, act=act, to=Address(BotId(4242), ChatId(chat)), **how)


def now():
    return A_MONDAY


async def told(bot, stamps, act, **how):
    return await tell(bot, claimed(act, **how), stamps, now)


async def newest(omid):
    return (await omid.sees()).messages[-1]
