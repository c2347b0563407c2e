"""Whatever is tried on two phones, in whatever order, reads alike on both.

Two lives are alike but for one thing: what her signs mean (law 7), or in whose hands the phone is
(law 17). Whoever holds it knows both of her codes, presses everything twice, and comes back later.
"""

import random
import re
from dataclasses import dataclass, field, replace

import pytest

from rules.events import ChangeAsked
from rules.notices import Notice
from rules.people import Part, PersonId, Role
from rules.terms import Level, NewTerms, Way
from storage.agekeys import AgeKey
from storage.deed import Deed, KeepKey, Lived, Reply
from storage.persons import ContactLink, OwnerLink, Standing
from tests.handlers.phone import FORCED, OWN, Phone
from tests.handlers.sheets import has_a_key_of_their_own, pieces, public_of, sheet_for, with_page
from tests.handlers.sheets import written as as_page_writes
from tests.handlers.speaking import Somebody, deliver, pass_time

TYPED = (
    *("0", "1", "2", "3", "3 1d", "4", "4 +2", "+1", "there", "5", "6", "8", "9", "2d"),
    *("yes", "no", "next", "invite", "remove", "cancel", "Nino", "open", "hello there", "worried"),
    *("sheet", "keys of my people", "withdraw my sheet", "keep my sheet", "stop", "keep", "resume"),
    *("new numbers", "my buttons", "Fine", "All good", "key", "drop my key", "yes, drop it"),
)
CODES = (OWN, FORCED, "905172", "338461", "571294")
#: In the second life the other of her two stands for each: forced there where she is free here.
SWAPPED = {OWN: FORCED, FORCED: OWN, "Fine": "All good", "All good": "Fine"}
STEPS = 30
_DRAWN = re.compile(r"[A-Za-z0-9_-]{20,}|\b\d{4}\b")


@dataclass
class Life(Phone):
    """One of the two: somebody who sends notes, and whom another has named."""

    swapped: bool = False
    buttons: list = field(default_factory=list)  #: those under what was read last

    def said(self, one):
        """What is said here where `one` is said in the other life."""
        return SWAPPED.get(one, one) if self.swapped and isinstance(one, str) else one

    async def does(self, act, what):
        """Type, press or send this; return what was answered at once."""
        match act:
            case "types":
                heard = await self.types(self.said(what))
            case "presses":
                heard = await self.presses(self.buttons[what])
            case _:
                heard = await self.sends(**{name: self.said(one) for name, one in what.items()})
        self.buttons = heard.buttons or self.buttons
        return _DRAWN.sub("#", heard.text), [_DRAWN.sub("#", one) for one in heard.buttons]

    def came(self, said):
        """Return all that came to this chat, and remember the newest key to the page."""
        mine = [one.act for one in said if one.to is not None and one.to.chat == self.chat]
        for act in mine:
            facts = act.facts if isinstance(act, Notice) else {"challenge": act.challenge}
            self.challenge = facts.get("challenge") or self.challenge
        return sorted(map(_shown, mine))


def _shown(act):
    """A message as it is seen: all but what is drawn at random for it."""
    if isinstance(act, Notice):
        facts = {name: one for name, one in act.facts.items() if name not in {"challenge", "kid"}}
        return repr((str(act.kind), _plain(facts)))
    assert isinstance(act, Reply)
    words = [(one.id, _plain(one.args)) for one in act.words]
    return repr((words, act.ways, act.screen))


def _plain(facts):
    named = {name: "#" if isinstance(one, bytes) else one for name, one in facts.items()}
    return _DRAWN.sub("#", repr(sorted(named.items())))


async def begins(house, owner, chat, code, **how):
    """Somebody who seals her notes, with two people, a key of her own, and one who named her."""
    her = await house.defender(chat, code, "Dora", level=Level.MEDIUM)
    kept = await house.storage.readings.person(her.id)
    both = replace(
        kept, roles=kept.roles | {Role.CONTACT}, owners=(OwnerLink(owner.id, owner.nick),)
    )
    await house.keeps(both)
    owner = await house.storage.readings.person(owner.id)
    link = ContactLink(PersonId(her.id), code, Part.FRIEND, Standing.PROVEN)
    await house.keeps(replace(owner, contacts=(*owner.contacts, link)))
    for place, nick in enumerate(("Auntie", "Bek"), start=1):
        await house.contact(both, chat + 1000 * place, nick)
    key = KeepKey(AgeKey(her.id, public_of(b"z" * 32), house.now))
    (watch,) = (await house.storage.readings.life(her.id)).watches
    ways = replace(watch.terms, ways=frozenset({Way.SEALED, Way.PAIR, Way.CARD}))
    agreed = Lived(her.id, ChangeAsked(house.now, NewTerms(ways), by=owner.id))
    await house.storage.journal.record(Deed((agreed,), (key,)))
    return Life(house, chat, **how)


def sealed(chance, sheet):
    """Something that the page can send, by whoever has it open."""
    code, (new, spare) = chance.choice(CODES), chance.sample(CODES[2:], 2)
    chosen = {"t": "codes", "code": new} | ({"forced": spare} if chance.random() < 0.5 else {})
    return chance.choice(
        [
            *({"t": "note", "code": one} for one in CODES),
            {"t": "note", "code": code, "state": "raid", "text": "at the bridge"},
            *3 * ({**chosen, "old": code},),
            chosen,
            {"t": "pair", "forced": chance.choice((1, 2)), "code": code},
            {"t": "sos"},
            {"t": "key", "recipient": as_page_writes(public_of(chance.choice((b"s", b"t")) * 32))},
            chance.choice([*pieces(sheet)]),
        ]
    )


# These three try out the code that a change was not made with.
@pytest.mark.parametrize("seed", [2, 6, 10])
@pytest.mark.parametrize("forced", [True, False])
async def test_whoever_tries_everything_reads_the_same_in_both_lives(house, seed, forced):
    chance = random.Random(seed)
    with_page(house)
    bea, office = await house.coordinator(), Somebody(house, 300)
    await has_a_key_of_their_own(house, bea)
    sheet = sheet_for(bea)
    owner = await house.defender(99, "A1", "Mina")
    lives = [
        await begins(house, owner, 201, "A8"),
        await begins(house, owner, 202, "A9", swapped=forced),
    ]
    for one in lives:
        await one.does("types", "new numbers")
    said = await deliver(house)
    assert lives[0].came(said) == lives[1].came(said)
    for one in lives:
        await one.sends(t="codes", code=OWN, forced=FORCED)
    for text in ("pair A8 2", "pair A9 2") if forced else ("seized A9",):
        await office.types(text)
    done = []
    for _ in range(STEPS):
        said = await deliver(house)
        assert lives[0].came(said) == lives[1].came(said), done
        act = chance.choice(("types", "types", "presses", "sends", "sends", "waits"))
        if act == "waits" or (act == "presses" and not lives[0].buttons):
            await pass_time(house, minutes=chance.choice((1, 10, 31, 61, 300)))
            continue
        what = {
            "types": chance.choice(TYPED),
            "presses": chance.randrange(len(lives[0].buttons) or 1),
            "sends": sealed(chance, sheet),
        }[act]
        done.append((act, what))
        assert await lives[0].does(act, what) == await lives[1].does(act, what), done
        await pass_time(house, seconds=2)
