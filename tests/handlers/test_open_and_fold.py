"""On a real phone: outer words arrive, inner ones come when asked for, fold away, and go."""

from datetime import timedelta

import pytest
from telegram import Bot

from handlers.telling import tell
from rules.events import Cause
from rules.people import Part
from simulator.running import running
from storage.deed import Cried, Deed

TOKEN = "4242:open-and-fold"
MINA, AUNT, BEA = 100, 200, 300


class Wire:
    """Carries what must be said to the phones, and what is done there back to the house."""

    def __init__(self, house, stand, bot):
        self.house, self.stand, self.bot = house, stand, bot
        self.fence = None
        self.heard = 0

    async def starts(self, **people):
        """These people have phones and have started the bot; what they did so far is over."""
        found = []
        for name, chat in people.items():
            found.append(await self.stand.person(chat, name.title()))
            await found[-1].says("/start")
        self.heard = max(one["update_id"] for one in await self.stand.queue(4242))
        return found

    async def carries(self):
        """Say all that is due now."""
        outbox = self.house.storage.outbox
        if self.fence is None:
            lease = timedelta(days=9)
            self.fence = await self.house.storage.leases.take("courier", self.house.now, lease)
        settled, said = [], 0
        while claimed := await outbox.turn(settled, 20, self.house.now, self.fence):
            settled = [
                (one, await tell(self.bot, one, self.house.rooms.stamps, lambda: self.house.now))
                for one in claimed
            ]
            said += len(settled)
        return said

    async def hears(self):
        """Let the house hear all that was done on the phones since."""
        for update in await self.stand.queue(4242):
            if update["update_id"] > self.heard:
                self.heard = update["update_id"]
                who = (update.get("message") or update["callback_query"])["from"]["id"]
                raw = {key: value for key, value in update.items() if key != "update_id"}
                await self.house.gets(raw, who)
        return await self.carries()

    async def passes(self, **time):
        self.house.passes(**time)
        await self.stand.push(timedelta(**time).total_seconds())
        return await self.carries()


@pytest.fixture
async def wire(house):
    async with running(token=TOKEN, at=house.now, limits=False) as stand:
        await stand.freeze()
        async with Bot(TOKEN, base_url=stand.bot_url) as bot:
            yield Wire(house, stand, bot)


async def test_what_a_contact_opens_folds_away_comes_again_and_is_gone_in_the_end(house, wire):
    _, aunt, bea = await wire.starts(mina=MINA, auntie=AUNT, bea=BEA)
    mina = await house.defender(nick="Mina")
    await house.contact(mina, chat=AUNT, nick="Auntie", part=Part.FRIEND)
    await house.coordinator(chat=BEA)

    await house.storage.journal.record(Deed((Cried(mina.id, Cause.MISSED, house.now),)))
    await wire.carries()
    assert [one.text.partition(" ")[0] for one in (await bea.sees()).from_bot] == ["1"]
    assert (await aunt.sees()).from_bot == []

    house.passes(minutes=46)
    await house.storage.journal.sweep_alarms(house.now)
    await wire.carries()
    (outer,) = (await aunt.sees()).from_bot
    assert outer.text == "Something to read, please, when you are alone."
    assert outer.protected

    await aunt.taps("Open")
    await wire.hears()
    (inner,) = (await aunt.sees()).from_bot
    assert inner.message_id == outer.message_id
    assert "no note from Mina" in inner.text
    assert [row[0] for row in inner.buttons] == [
        "Yes, I have",
        "No, but I can help",
        "I cannot now",
    ]

    await wire.passes(minutes=31)
    (folded,) = (await aunt.sees()).from_bot
    assert folded.text == outer.text
    assert folded.buttons == [["Again"]]

    await aunt.taps("Again")
    await wire.hears()
    assert "no note from Mina" in (await aunt.sees()).from_bot[0].text

    await aunt.says("open")
    await wire.hears()
    typed = (await aunt.sees()).from_bot[-1]
    assert "no note from Mina" in typed.text
    assert typed.protected

    await wire.passes(minutes=31)
    texts = [one.text for one in (await aunt.sees()).from_bot]
    assert not any("Mina" in text for text in texts)

    await wire.passes(hours=25)
    assert (await aunt.sees()).from_bot == []
    assert "open" not in (await aunt.sees()).texts, "what she typed is gone as well"


async def test_the_office_opens_takes_and_reads_that_it_has_it(house, wire):
    _, bea = await wire.starts(mina=MINA, bea=BEA)
    mina = await house.defender(nick="Mina")
    coordinator = await house.coordinator(chat=BEA)
    await house.storage.journal.record(Deed((Cried(mina.id, Cause.FORCED, house.now),)))
    await wire.carries()

    (outer,) = (await bea.sees()).from_bot
    assert outer.text == "1 · A7. Open before you do anything."
    await bea.taps("Open")
    await wire.hears()
    (inner,) = (await bea.sees()).from_bot
    assert inner.text.startswith("A7 gave the forced sign at")

    await bea.taps("Take")
    await wire.hears()
    (alarm,) = await house.alarms()
    assert alarm.holder == coordinator.id
    assert any("1 is with B2 until" in one.text for one in (await bea.sees()).from_bot)
