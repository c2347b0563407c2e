"""Mina, whose friend and whose office may be asked about her, and how it goes on."""

from handlers.context import short
from handlers.opening import ROUTES
from handlers.words import Speech
from rules.events import (
    Cause,
    CheckedIn,
    Told,
)
from storage.deed import Cried, Deed, Helped, Lived

CONTACT, OFFICE = 200, 300


def text(reply, speech):
    """What would stand on the phone."""
    return "\n\n".join(speech.say(words.id, words.args) for words in reply.words)


def labels(reply):
    return [button.label.id for row in reply.buttons for button in row]


class Story:
    """Mina, whose friend and whose office may be asked about her."""

    def __init__(self, house, mina, aunt, bea):
        self.house, self.mina, self.aunt, self.bea = house, mina, aunt, bea

    async def cries(self, cause=Cause.MISSED):
        """An alarm about Mina opens, and everybody on every rung has been asked."""
        await self.house.storage.journal.record(Deed((Cried(self.mina.id, cause, self.house.now),)))
        return await self.climbs()

    async def climbs(self, minutes=46):
        """The present rung is told and nobody answers: the next one is asked."""
        (alarm,) = await self.house.alarms()
        await self.happens(alarm, *(Told(self.house.now, who) for who in alarm.asked_now))
        self.house.passes(minutes=minutes)
        await self.house.storage.journal.sweep_alarms(self.house.now)
        (alarm,) = await self.house.alarms()
        return alarm

    async def happens(self, alarm, *events):
        await self.house.storage.journal.record(
            Deed(tuple(Helped(alarm.id, event) for event in events))
        )
        found = [one for one in await self.house.alarms() if one.id == alarm.id]
        return found[0] if found else None

    async def opens(self, chat, arg, **how):
        return await self.house.feels(chat, f"open:{arg}", message_id=77, routes=ROUTES, **how)

    async def types(self, chat, words):
        return await self.house.hears(chat, words, routes=ROUTES)

    def reads(self, deed):
        """All that is shown; no screen holds more than a short text."""
        speech = Speech("en", "UTC", self.house.now)
        screens = [text(reply, speech) for reply in deed.replies]
        assert all(len(screen) <= 350 for screen in screens)
        return "\n\n".join(screens)


async def _opened(story, alarm):
    deed = await story.opens(CONTACT, short(alarm.id))
    return story.reads(deed), labels(deed.replies[0])


async def _missed(story):
    """Mina really misses her note, after her practice days; everybody is asked."""
    house = story.house
    for _ in range(10):
        house.passes(days=1)
        at = house.now.replace(hour=18)
        await house.storage.journal.record(Deed((Lived(story.mina.id, CheckedIn(at)),)))
    for _ in range(8):
        house.passes(hours=6)
        await house.storage.journal.sweep_watches(house.now)
    await story.climbs()
    (alarm,) = await house.alarms()
    assert story.aunt.id in alarm.asked
    return alarm
