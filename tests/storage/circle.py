"""A small circle of people to write down: a defender, her contacts, the coordinators."""

import os
from dataclasses import dataclass, replace
from datetime import timedelta

from rules.events import Started
from rules.people import Part, PersonId, Role
from rules.templates import TEMPLATES
from rules.terms import Group, Level, Rung, Terms
from rules.watch import Sort, Watch, WatchId
from storage.claims import Refused, Told, Why
from storage.deed import Deed, KeepHouse, KeepPerson, Lived, OpenWatch, Unsay
from storage.persons import (
    Address,
    BotId,
    Chat,
    ChatId,
    ContactLink,
    House,
    Member,
    OwnerLink,
    Person,
    Standing,
)

BOT = BotId(4242)
MINUTES = timedelta(minutes=1)


def somebody() -> PersonId:
    return PersonId(os.urandom(16))


def chat(number: int) -> Chat:
    return Chat(Address(BOT, ChatId(number)))


def short_terms(zone: str = "UTC") -> Terms:
    """One time a day, 19:00; grace 30 min; a contact first, then everybody."""
    terms = TEMPLATES[Level.LOW]
    return replace(
        terms,
        schedule=replace(terms.schedule, zone=zone),
        nudge=None,
        grace=30 * MINUTES,
        reminders=terms.reminders[:1],
        ladder=(
            Rung((Group.FIRST_CONTACT,), 20 * MINUTES),
            Rung((Group.DUTY, Group.SECOND_CONTACT), 20 * MINUTES),
            Rung((Group.ALL,), 30 * MINUTES),
        ),
        practice=timedelta(0),
    )


@dataclass(frozen=True, slots=True)
class Circle:
    """Amina watches out; Zora and Bek are asked; Olga and Tom coordinate."""

    amina: Person
    zora: Person
    bek: Person
    olga: Person
    tom: Person
    watch: Watch

    @property
    def everybody(self) -> tuple[Person, ...]:
        return (self.amina, self.zora, self.bek, self.olga, self.tom)


def a_circle(number: int = 1, terms: Terms | None = None) -> Circle:
    amina, zora, bek, olga, tom = (somebody() for _ in range(5))
    first = number * 10
    defender = Person(
        id=amina,
        roles=frozenset({Role.DEFENDER}),
        code=f"A{number}",
        nick="Amina",
        zone="Asia/Dushanbe",
        standing=Standing.AGREED,
        contacts=(
            ContactLink(zora, "Auntie", Part.FRIEND, Standing.PROVEN),
            ContactLink(bek, "Bek", Part.FRIEND, Standing.PROVEN),
        ),
        chats=(chat(first + 1),),
    )
    contacts = [
        Person(
            id=who,
            roles=frozenset({Role.CONTACT}),
            standing=Standing.PROVEN,
            owners=(OwnerLink(amina, "Amina"),),
            chats=(chat(first + 2 + place),),
        )
        for place, who in enumerate((zora, bek))
    ]
    coordinators = [
        Person(
            id=who,
            roles=frozenset({Role.COORDINATOR}),
            code=f"B{number}{place}",
            standing=Standing.AGREED,
            chats=(chat(first + 4 + place),),
        )
        for place, who in enumerate((olga, tom))
    ]
    watch = Watch(
        id=WatchId(os.urandom(16)), owner=amina, sort=Sort.ROUTINE, terms=terms or short_terms()
    )
    return Circle(defender, *contacts, *coordinators, watch)


def house_of(*circles: Circle) -> House:
    members = []
    for circle in circles:
        members.append(Member(id=circle.olga.id, code=circle.olga.code, on_duty=True))
        members.append(Member(id=circle.tom.id, code=circle.tom.code))
    return House(members=tuple(members))


async def enrol(storage, *circles: Circle, started: bool = True) -> None:
    """Write the circles down and begin their promises."""
    changes = [KeepPerson(person) for one in circles for person in one.everybody]
    watches = [OpenWatch(one.watch) for one in circles]
    await storage.journal.record(Deed(changes=(KeepHouse(house_of(*circles)), *changes, *watches)))
    if started:
        at = storage.clock()
        begun = tuple(Lived(one.amina.id, Started(at)) for one in circles)
        await storage.journal.record(Deed(happenings=begun))


async def sweep_all(storage, at) -> int:
    """Let time pass for everybody until nothing is awake; return how many were handled."""
    handled = 0
    while True:
        one = await storage.journal.sweep_watches(at)
        two = await storage.journal.sweep_alarms(at)
        handled += one.handled + two.handled
        if not (one.handled or two.handled):
            return handled


class Courier:
    """Tells what the outbox hands out, as a courier would, to those who can be reached."""

    def __init__(self, storage, *, blocked=()) -> None:
        self.storage = storage
        self.blocked = set(blocked)
        self.told = []
        self.claimed = []
        self.fence = None

    async def claim(self):
        """Claim everything that is due, without telling it yet."""
        now = await self._begin()
        claimed = await self.storage.outbox.turn([], 100, now, self.fence)
        self.claimed += claimed
        return claimed

    async def _begin(self):
        now = self.storage.clock()
        ttl = timedelta(minutes=1)
        self.fence = self.fence or await self.storage.leases.take("courier", now, ttl)
        return now

    async def tell_all(self):
        """Tell everything that is due; return the notices and replies among it, in order."""
        storage, now = self.storage, await self._begin()
        settled, told = [], []
        while claimed := await storage.outbox.turn(settled, 20, now, self.fence):
            settled = []
            for one in claimed:
                if one.to is None or one.reader in self.blocked:
                    settled.append((one, Refused(Why.BLOCKED)))
                else:
                    settled.append((one, Told(now, 1000 + len(self.told) + len(told))))
                    told.append(one)
        await storage.outbox.turn(settled, 0, now, self.fence)
        self.told += told
        return [one for one in told if not isinstance(one.act, Unsay)]
