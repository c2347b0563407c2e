"""What tests of the intake say, and ears that note what they hear and can be made to wait."""

import asyncio

from storage.deed import NOTHING
from tests.bot.circle import AMINA


def message(number, chat=AMINA, text="1", **more):
    sender = {"id": chat, "is_bot": False, "first_name": "P"}
    said = {"message_id": number, "date": 1772427600, "text": text, "from": sender}
    return {"update_id": number, "message": said | {"chat": {"id": chat, "type": "private"}} | more}


class Ears:
    """Hears everything and changes nothing; knows the order, and who was heard at once.

    Nobody is heard to the end before as many as `together` are being heard.
    """

    def __init__(self, together=1):
        self.heard, self.now, self.most, self.together = [], set(), 0, together
        self.are_together = asyncio.Event()

    async def __call__(self, update, visitor, rooms, at):
        chat = update.effective_chat.id
        assert chat not in self.now, "two of one chat at once"
        self.now.add(chat)
        self.most = max(self.most, len(self.now))
        if len(self.now) == self.together:
            self.are_together.set()
        await self.are_together.wait()
        await asyncio.sleep(0)
        self.now.discard(chat)
        self.heard.append((chat, update.update_id))
        return NOTHING


def noted(door, name):
    """Note what comes through a door from now on."""
    came, real = [], getattr(door, name)

    async def noting(*given):
        came.append(await real(*given))
        return came[-1]

    setattr(door, name, noting)
    return came
