"""What tests of carrying need: a courier, something to say, and what arrived on phones."""

from datetime import timedelta

import pytest

from bot.courier import Courier
from bot.limiter import Limiter
from handlers.telling import tell
from rules.notices import Rank
from storage.deed import Deed


@pytest.fixture
def due(storage, clock, pushed):
    """Lets time pass until the next thing is to be said, but never while something is in hand."""

    async def due(carrying):
        at = await storage.outbox.next_try()
        if at is not None and at > clock.now() and not carrying._in_hand:
            await pushed(at)

    return due


@pytest.fixture
async def make(storage, clock, wire, hold):
    bot = wire.bot()

    def make(*, limits=False, senders=8, say=None, limiter=None):
        async def really(claimed):
            return await tell(bot, claimed, storage.stamps, clock.now)

        limiter, lease = limiter or Limiter(on=limits), hold("courier")
        return Courier(
            storage.outbox, say or really, limiter, clock, storage.woken, lease, senders=senders
        )

    return make


@pytest.fixture
def decide(storage):
    """Writes down what must be said."""

    async def decide(*replies):
        await storage.journal.record(Deed(replies=replies))

    return decide


@pytest.fixture
def heard(stand):
    """What arrived on phones, in its order: (chat, text)."""

    async def heard():
        return [
            (one["chat_id"], one["text"])
            for one in await stand.record()
            if one["direction"] == "out"
        ]

    return heard


@pytest.fixture
def left(storage, clock):
    """How much is still to be said, deletions left out."""

    async def left():
        backlog = await storage.outbox.backlog(clock.now() + timedelta(days=3))
        return sum(count for rank, count in backlog.due.items() if rank is not Rank.UNSAYING)

    return left
