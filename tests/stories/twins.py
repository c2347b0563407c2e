"""Two lives that are alike but for what a sign means; what each leaves is in `traces.py`."""

import json
from dataclasses import dataclass, field, replace
from datetime import timedelta

from telegram import Bot, Update

from handlers.context import Rooms
from handlers.router import hear
from handlers.telling import tell
from rules.events import Started, Verdict
from rules.notices import Notice
from rules.people import PersonId
from rules.schedule import Until
from rules.terms import Way
from rules.watch import Sort, Watch, WatchId
from sealing.cards import new_code
from sealing.checkin import seal_envelope
from sealing.codes import Code
from sealing.epochs import epoch_at, public_bytes
from sealing.keyring import Purpose
from storage.deed import Deed, KeepCredentials, KeepPerson, Lived, MakeCards, OpenWatch, Reply
from storage.persons import Address, ChatId
from storage.proofs import deployment
from tests.storage.circle import BOT, a_circle, enrol, short_terms, sweep_all
from tests.storage.mail import Post, text
from tests.stories.traces import OTHERS, PAGE, Lines, Seen, Trace, Wire, by_part

TOKEN = f"{BOT}:twins"
LENT = 900
CODES = {Verdict.GENUINE: "482915", Verdict.FORCED: "730164"}
BUTTONS = {Verdict.GENUINE: "Fine", Verdict.FORCED: "All good"}
#: No sign confirms itself: where terms let it, what contacts hear in the end differs (law 16).
TERMS = replace(short_terms(), ways=frozenset({Way.SEALED, Way.PAIR, Way.CARD}), self_confirms=None)
SITUATIONS = ("early", "waiting", "late", "missed untold", "missed told", "journey")
_LABELS = 6  #: dull words for a key; the same person always has the same


async def _no_file(_):
    """Nobody sends a file in these lives."""


@dataclass
class Twins:
    """A house in which two people live who are alike; the second gives forced signs."""

    house: object
    clock: object
    wire: Wire
    bot: Bot
    people: list
    post: Post
    fence: object
    keys: dict = field(default_factory=dict)  #: the newest challenge under each chat
    number: int = 0

    @classmethod
    async def begin(cls, house, clock, stand, wire, bot):
        circles = [_alike(1), _alike(2)]
        for circle in circles:
            for one in circle.everybody:
                await stand.person(one.chats[0].address.chat, "Somebody", "en", started=True)
        for lent in (LENT + 1, LENT + 2):
            await stand.person(lent, "Somebody", "en", started=True)
        await enrol(house, *circles)
        fence = await house.leases.take("courier", clock(), timedelta(days=9))
        post = await Post.begin(house, clock, circles[0])
        twins = cls(house, clock, wire, bot, circles, post, fence)
        await twins.tells()
        pepper = house.keys.newest(Purpose.PEPPER).secret
        for circle in circles:
            who = circle.amina.id
            kept = await house.proofs.credentials(who)
            code = Code.make(*CODES.values(), pepper=pepper, person=who)
            await house.journal.record(
                Deed(changes=(KeepCredentials(replace(kept, code=code, pair=2)),))
            )
        await post.brings()
        return twins

    async def comes_to(self, situation):
        """Let it come to that for both of them, at the same moments."""
        (due,) = {(await self.routine(one)).due_at for one in self.people}
        if situation == "early":
            await self.passes(due - self.clock() - timedelta(hours=8))
            return
        await self.passes(due - self.clock() - timedelta(hours=1))
        if situation == "journey":
            for circle in self.people:
                await self._travels(circle)
            await self.tells()
        if situation in ("late", "missed untold", "missed told"):
            await self.passes(timedelta(hours=1))
            await self.passes(timedelta(minutes=2))
        if situation.startswith("missed"):
            await self.passes(timedelta(minutes=31), telling=situation.endswith(" told"))

    async def sends(self, act):
        """Let both do the same thing, one freely and one under force; return what each left."""
        return [await self._does(act, one, v) for one, v in zip(self.people, Verdict, strict=True)]

    async def sends_as_free(self, act):
        """Let both do the same thing freely, one of them from a phone in other hands."""
        theirs = self.people[1].amina.id
        kept = await self.house.readings.person(theirs)
        until = self.clock() + timedelta(hours=72)
        chats = tuple(replace(one, seized_until=until) for one in kept.chats)
        await self.house.journal.record(Deed(changes=(KeepPerson(replace(kept, chats=chats)),)))
        return [await self._does(act, one, Verdict.GENUINE) for one in self.people]

    async def sends_untold(self, act):
        """Let both do it before anything more is said to anybody; then let all be said at once.

        What is asked of the database as it is said belongs to both, and is not compared.
        """
        pairs = zip(self.people, Verdict, strict=True)
        before = len(self.wire.calls)
        left = [await self._does(act, one, verdict, telling=False) for one, verdict in pairs]
        await self.tells()
        said = self.wire.calls[before:]
        return [
            replace(
                seen, calls=[one for one in by_part(said, circle, self.office) if one[0] != OTHERS]
            )
            for seen, circle in zip(left, self.people, strict=True)
        ]

    async def passes(self, span, *, telling=True):
        """Let time pass, with everything that falls due in it; return who was called, and how."""
        self.clock.push(seconds=span.total_seconds())
        await sweep_all(self.house, self.clock())
        before = len(self.wire.calls)
        if telling:
            await self.tells()
        return self.wire.calls[before:]

    async def tells(self):
        """Say over the wire all that is due."""
        settled = []
        while claimed := await self.house.outbox.turn(settled, 20, self.clock(), self.fence):
            settled = []
            for one in claimed:
                self._notes_key(one)
                outcome = await tell(self.bot, one, self.house.stamps, self.clock, PAGE)
                settled.append((one, outcome))
        await self.house.outbox.turn(settled, 0, self.clock(), self.fence)

    @property
    def office(self):
        """The chats of all who coordinate."""
        return {
            one.chats[0].address.chat for circle in self.people for one in (circle.olga, circle.tom)
        }

    async def routine(self, circle):
        life = await self.house.readings.life(circle.amina.id)
        return next(one for one in life.watches if one.sort is Sort.ROUTINE)

    async def alarms(self, circle):
        """The open alarms about somebody, by their kind."""
        life = await self.house.readings.life(circle.amina.id)
        return [one.kind for one in life.alarms if one.closed_at is None]

    async def _does(self, act, circle, verdict, *, telling=True):
        raw = await self._update(act, circle, verdict)
        before = len(self.wire.calls)
        with Trace() as trace, Lines() as lines:
            await self.post.brings(raw)
            (waiting,) = await self.house.inbox.take(8, self.clock())
            update = Update.de_json(dict(waiting.raw), None)
            rooms = Rooms(
                self.house.readings,
                self.house.stamps,
                "bot",
                PAGE,
                self.house.proofs,
                self.clock,
                self.house.dossiers,
                _no_file,
            )
            where = Address(BOT, ChatId(raw["message"]["chat"]["id"]))
            visitor = await self.house.readings.visitor(where)
            deed = await hear(update, visitor, rooms, waiting.received_at)
            await self.house.inbox.settle(waiting, deed)
            if telling:
                await self.tells()
        return Seen(by_part(self.wire.calls[before:], circle, self.office), trace.seen, lines.seen)

    async def _update(self, act, circle, verdict):
        self.number += 1
        chat = circle.amina.chats[0].address.chat
        if act.startswith("card"):
            code = await self._card(circle.amina.id, verdict)
            chat = LENT + self.people.index(circle) + 1 if act.endswith("lent") else chat
            return text(self.number, chat, self.clock(), code)
        if act == "pair":
            return text(self.number, chat, self.clock(), BUTTONS[verdict])
        raw = text(self.number, chat, self.clock())
        del raw["message"]["text"]
        sealed = self._seals(chat, SEALED[act](CODES[verdict]))
        raw["message"]["web_app_data"] = {"data": sealed, "button_text": "Diary"}
        return raw

    def _seals(self, chat, fields):
        seed = self.house.keys.held(Purpose.EPOCHS)[epoch_at(self.clock())]
        content = json.dumps({"v": 1, **fields}).encode()
        challenge = bytes.fromhex(self.keys[chat])
        return seal_envelope(public_bytes(seed), deployment(self.house.keys), challenge, content)

    async def _card(self, who, verdict):
        code = new_code()
        free, forced = ((code,), ()) if verdict is Verdict.GENUINE else ((), (code,))
        made = MakeCards(who, b"b" * 16, free, forced)
        await self.house.journal.record(Deed(changes=(made,)))
        return code

    async def _travels(self, circle):
        until = Until(self.clock() + timedelta(hours=3))
        watch = Watch(
            id=WatchId(self.house.chance.new_id()),
            owner=PersonId(circle.amina.id),
            sort=Sort.JOURNEY,
            terms=replace(TERMS, schedule=until, seasons=()),
        )
        begun = Lived(circle.amina.id, Started(self.clock()))
        await self.house.journal.record(Deed((begun,), (OpenWatch(watch),)))

    def _notes_key(self, claimed):
        act = claimed.act
        facts = act.facts if isinstance(act, Notice) else {}
        found = act.challenge if isinstance(act, Reply) else facts.get("challenge", "")
        if found:
            self.keys[claimed.to.chat] = found


#: What can be sealed, with the code by which it is meant freely or under force.
SEALED = {
    "note": lambda code: {"t": "note", "code": code},
    "note and more": lambda code: {
        "t": "note",
        "code": code,
        "state": "taken",
        "text": "at the bridge",
        "place": [38.5, 68.8],
    },
    "codes": lambda code: {"t": "codes", "code": "338461", "forced": "905172", "old": code},
    "codes unfit": lambda code: {"t": "codes", "code": "123456", "old": code},
    "pair choice": lambda code: {"t": "pair", "forced": 1, "code": code},
}
ACTS = (*SEALED, "pair", "card", "card lent")


def _alike(number):
    """A circle whose defender has the same word on her key as the other's."""
    while (circle := a_circle(number, TERMS)).amina.id[0] % _LABELS:
        pass
    return circle
