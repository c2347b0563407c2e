"""The office at work: coordinators type and press, and read what comes, as short as it must be."""

from dataclasses import dataclass, replace

from handlers.coordinator import (
    alarms,
    board,
    breaks,
    codes,
    confirming,
    duty,
    ending,
    enrolling,
    heard,
    helping,
    inviting,
    moving,
    pairing,
    people,
    releasing,
    seizing,
    terms,
    wrote,
)
from rules.events import Started
from rules.people import Role
from rules.templates import TEMPLATES
from rules.terms import Level
from rules.watch import Sort, Watch, WatchId
from storage.deed import Cried, Deed, KeepHouse, Lived, OpenWatch
from storage.persons import Member
from tests.handlers.speaking import Somebody

OFFICE = (
    *alarms.ROUTES,
    *board.ROUTES,
    *breaks.ROUTES,
    *codes.ROUTES,
    *confirming.ROUTES,
    *duty.ROUTES,
    *ending.ROUTES,
    *enrolling.ROUTES,
    *heard.ROUTES,
    *helping.ROUTES,
    *inviting.ROUTES,
    *moving.ROUTES,
    *pairing.ROUTES,
    *people.ROUTES,
    *releasing.ROUTES,
    *seizing.ROUTES,
    *terms.ROUTES,
    *wrote.ROUTES,
)


@dataclass
class Colleague(Somebody):
    """Somebody with a phone who reads whatever the office may read."""

    async def sees(self, number):
        """Return an alarm as it stands."""
        return (await self.house.storage.readings.alarm(number)).alarm

    async def member(self):
        """Return their line in the roster."""
        house = await self.house.storage.readings.house()
        person = await self.person()
        return next(one for one in house.members if one.id == person.id)


async def cry(house, person, cause):
    """Let an alarm be open about somebody; return its number."""
    await house.storage.journal.record(Deed((Cried(person.id, cause, house.now),)))
    return max(one.number for one in await house.alarms())


async def terms_of(house, code):
    """The terms that are kept for somebody."""
    person = await house.storage.readings.by_code(code)
    (watch,) = (await house.storage.readings.life(person.id)).watches
    return watch.terms


async def colleague_who_sends_notes(house, chat=303, code="A9"):
    """One person of two roles: A9 coordinates, and sends notes herself."""
    dora = await house.defender(chat, code, "Dora")
    dora = await house.storage.readings.person(dora.id)
    await house.keeps(replace(dora, roles=dora.roles | {Role.COORDINATOR}))
    kept = await house.storage.readings.house()
    members = (*kept.members, Member(id=dora.id, code=code))
    await house.storage.journal.record(Deed(changes=(KeepHouse(replace(kept, members=members)),)))
    return Colleague(house, chat)


async def kept_from(house, *people, chat=104, code="A5"):
    """Somebody who has agreed that these people must never hear of them."""
    olga = await house.keeps(house._person(chat, Role.DEFENDER, code=code, nick="Olga"))
    terms = replace(TEMPLATES[Level.LOW], never_tell=frozenset(one.id for one in people))
    watch = Watch(
        id=WatchId(house.storage.chance.new_id()), owner=olga.id, sort=Sort.ROUTINE, terms=terms
    )
    begins = (Lived(olga.id, Started(house.now)),)
    await house.storage.journal.record(Deed(begins, (OpenWatch(watch),)))
    return olga
