"""A teller who claims and settles, and what there is to be said."""

from datetime import timedelta

from sqlalchemy import select

from rules.notices import AlarmId, Notice
from storage.claims import Told
from storage.deed import Reply, Unsay, Words
from storage.outgoing import write_notices
from storage.persons import Address, ChatId
from storage.tables import notices
from tests.storage.circle import BOT

TTL = timedelta(seconds=60)
ALARM = AlarmId(b"a" * 16)
SOMEWHERE = Address(BOT, ChatId(999_999))


class Teller:
    """Claims and settles, as the courier does."""

    def __init__(self, storage, clock, fence):
        self.storage, self.clock, self.fence = storage, clock, fence

    @classmethod
    async def begin(cls, storage, clock):
        fence = await storage.leases.take("courier", clock(), TTL)
        assert fence is not None
        return cls(storage, clock, fence)

    async def claim(self, want=20, **more):
        return await self.storage.outbox.turn([], want, self.clock(), self.fence, **more)

    async def settle(self, *settled, want=0):
        return await self.storage.outbox.turn(list(settled), want, self.clock(), self.fence)

    async def tell(self, claimed, message_id=77):
        await self.settle((claimed, Told(self.clock(), message_id)))


async def say(storage, *what, chat_kept=None):
    """Write notices, replies and deletions down, as a decision does."""
    some = {kind: [one for one in what if isinstance(one, kind)] for kind in (Notice, Reply, Unsay)}
    at = storage.clock()

    def job(tx):
        write_notices(tx, *some.values(), at, chat_kept=chat_kept or {})

    await storage.writer.do(job)


async def rows(storage):
    def look(look):
        return look.connection.execute(select(notices).order_by(notices.c.row)).all()

    return await storage.reader.ask(look)


def numbered(number, **more):
    return Reply(to=SOMEWHERE, words=(Words(f"{number}"),), **more)


def numbers(claimed):
    return [one.act.words[0].id for one in claimed]
