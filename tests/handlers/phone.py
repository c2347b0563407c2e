"""A phone with our page on it, played: it seals as the page does, for the key under the chat."""

import json
from dataclasses import dataclass

from rules.notices import Notice
from rules.terms import Level
from sealing.checkin import seal_envelope
from sealing.epochs import epoch_at, public_bytes
from sealing.keyring import Purpose
from storage.credentials import issue
from storage.deed import Lived, Reply
from storage.proofs import deployment
from tests.handlers.speaking import Somebody, deliver

OWN, FORCED, NEITHER = "482915", "730164", "905172"


@dataclass
class Phone(Somebody):
    """Somebody whose notes are sealed on their phone."""

    challenge: str = ""  #: of the key that stands under the chat
    screen: str = ""  #: which screen of the page that key opens

    async def reads(self):
        """Read all that is due; the newest message that brings a key is the one that counts."""
        said = await deliver(self.house)
        for one in said:
            act = one.act
            if one.to is None or one.to.chat != self.chat:
                continue
            if isinstance(act, Notice) and "challenge" in act.facts:
                self.challenge, self.screen = act.facts["challenge"], "n"
            if isinstance(act, Reply) and act.challenge:
                self.challenge, self.screen = act.challenge, act.screen
        return said

    def seals(self, **fields):
        """Return what the page would send."""
        keys = self.house.storage.keys
        seed = keys.held(Purpose.EPOCHS)[epoch_at(self.house.now)]
        content = json.dumps({"v": 1, **fields}).encode()
        challenge = bytes.fromhex(self.challenge)
        return seal_envelope(public_bytes(seed), deployment(keys), challenge, content)

    async def sends(self, data=None, **fields):
        """Press the key of the page; what followed is read like any answer."""
        sent = data if data is not None else self.seals(**fields)
        message = {
            "message_id": 7,
            "date": int(self.house.now.timestamp()),
            "chat": {"id": self.chat, "type": "private"},
            "from": {"id": self.chat, "is_bot": False, "first_name": "Somebody"},
            "web_app_data": {"data": sent, "button_text": "Diary"},
        }
        return self._read(await self.house.gets({"message": message}, self.chat))

    async def credentials(self):
        """Return what is kept of their codes."""
        return await self.house.storage.proofs.credentials((await self.person()).id)

    async def has_codes(self):
        """Choose codes, as somebody does before their first note."""
        await self.sends(t="codes", code=OWN, forced=FORCED)
        await self.reads()


async def with_a_key(house, who, chat=100):
    """Return the phone of somebody who has just read a message that brings the key."""
    phone = Phone(house, chat)
    await phone.reads()
    if not phone.challenge:
        await phone.sends("nothing that opens")
        await phone.reads()
    assert phone.challenge, who
    return phone


async def seals_notes(house):
    """Return the phone of Mina, who has chosen codes, two hours before a note is due."""
    her = await house.defender(level=Level.MEDIUM)
    await house.contact(her, chat=200)
    await house.nears(her)
    phone = await with_a_key(house, her)
    await phone.has_codes()
    return phone


async def has_a_key(house, who, phone):
    """Let a key stand under the chat, as it did while notes were sealed."""
    at = house.now
    made = await house.storage.writer.do(lambda tx: issue(tx, [who.id], at), kind="effect")
    phone.challenge = made[who.id].hex()


async def not_begun(house):
    """Return the phone of somebody who has agreed to seal her notes and is to choose codes."""
    her = await house.defender(level=Level.MEDIUM, begins=False)
    phone = Phone(house, 100)
    await has_a_key(house, her, phone)
    return phone


def events(heard):
    """Return what happened to her promises."""
    return [one.event for one in heard.deed.happenings if isinstance(one, Lived)]


def verdicts(heard):
    """Return what the signs meant that were heard."""
    return [one.verdict for one in events(heard)]


def what(heard):
    """Return everything of a deed that her chat or a thief of the disk could see."""
    deed = heard.deed
    return (
        [type(one) for one in deed.happenings],
        [type(one) for one in deed.changes],
        deed.notices,
        deed.replies,
        deed.unsays,
    )
