"""Conversations as the people in them live them: they type and press, and read what comes."""

from dataclasses import dataclass

from handlers.words import Speech
from rules.notices import Notice
from storage.claims import Fold, Refused, Told, Why
from storage.deed import Deed, Invite, Reply, Unsay
from storage.persons import Address, BotId, ChatId, Invitation

LONGEST = 350
BOT = BotId(4242)  #: the one in conftest.py


@dataclass
class Somebody:
    """A person with a phone, in a chat with our bot."""

    house: object
    chat: int
    language: str = "en"

    async def types(self, text, **how):
        """Type something; what we answered is checked for its length and returned."""
        return self._read(await self.house.hears(self.chat, text, **how))

    async def presses(self, data, **how):
        """Press the button that carries this."""
        return self._read(await self.house.feels(self.chat, data, **how))

    async def person(self):
        """Return what is kept of them."""
        seen = await self.house.storage.readings.visitor(self._address())
        return seen.person

    async def dialogue(self):
        """Return where their conversation stands."""
        seen = await self.house.storage.readings.visitor(self._address())
        return seen.dialogue

    async def life(self):
        """Return their promises and the alarms about them."""
        return await self.house.storage.readings.life((await self.person()).id)

    async def routine(self):
        """Return the promise that comes again and again."""
        return next(one for one in (await self.life()).watches if one.sort == 0)

    async def journey(self):
        """Return the journey that is running, or None."""
        running = (one for one in (await self.life()).watches if one.sort == 1 and one.stage)
        return next(running, None)

    def _address(self):
        return Address(BOT, ChatId(self.chat))

    def _read(self, deed):
        for reply in deed.replies:
            copied = [one.args["recipient"] for one in reply.words if "recipient" in one.args]
            # A key is to be copied, not to be read.
            assert len(text_of(reply, self.house.now)) - sum(map(len, copied)) <= LONGEST
        return Heard(deed, self.house.now)


@dataclass
class Heard:
    """What followed from one message."""

    deed: Deed
    at: object  #: the moment at which it is read

    @property
    def replies(self):
        """What was answered to whoever spoke; what others hear is not in it."""
        return [one for one in self.deed.replies if isinstance(one.to, Address)]

    @property
    def ids(self):
        """The sentences that were said, all replies together."""
        return [words.id for reply in self.replies for words in reply.words]

    @property
    def text(self):
        """What the asker reads, in their language."""
        return "\n\n".join(text_of(reply, self.at) for reply in self.replies)

    @property
    def buttons(self):
        """What can be pressed, by what each button carries."""
        rows = [row for reply in self.replies for row in reply.buttons]
        return [button.data for row in rows for button in row]

    @property
    def invitation(self) -> Invitation:
        """The invitation that was handed out."""
        return next(one.invitation for one in self.deed.changes if isinstance(one, Invite))

    @property
    def token(self):
        """The token of the link that was handed out."""
        return self.text.rpartition("?start=")[2].split()[0]


def text_of(reply, now, zone="UTC"):
    """Return a reply as it is read, with long names where a name would stand."""
    speech = Speech(reply.language or "en", zone, now)

    def said(words):
        args = {
            name: "M" * 24 if isinstance(fact, bytes) else fact for name, fact in words.args.items()
        }
        return speech.say(words.id, args)

    for row in reply.buttons:
        for button in row:
            assert said(button.label)
    return "\n\n".join(said(words) for words in reply.words)


async def deliver(house, refusing=()):
    """Let the courier say all that is due, as Telegram would take it; return what was said.

    `refusing`: the chats of those who have blocked us.
    """
    said = []
    claimed = await house.tells()
    while claimed:
        said += claimed
        came = [
            (one, _outcome(one, refusing) or Told(house.now, 900 + i))
            for i, one in enumerate(claimed)
        ]
        claimed = await house.storage.outbox.turn(came, 50, house.now, house.fence)
    return [one for one in said if not isinstance(one.act, Unsay | Fold)]


def _outcome(one, refusing):
    """Why it cannot be said; None if it can."""
    if one.to is None:
        return Refused(Why.NOT_FOUND)
    return Refused(Why.BLOCKED) if one.to.chat in refusing else None


def kinds(said, to):
    """The kinds of notices among what was said to this person."""
    return [one.act.kind for one in said if isinstance(one.act, Notice) and one.act.to == to.id]


def sentences(said, to):
    """The sentences of conversations among what was said to this person, or to their chat."""
    mine = [one for one in said if isinstance(one.act, Reply) and one.reader == to.id]
    return [words.id for one in mine for words in one.act.words]


async def pass_time(house, **time):
    """Let heard time pass, with everything that falls due in it."""
    house.passes(**time)
    await house.storage.journal.sweep_watches(house.now)
    await house.storage.journal.sweep_alarms(house.now)
