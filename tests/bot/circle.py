"""Who takes part: Amina sends notes at 09:00 and 20:00, Ben is asked, Cora is on duty."""

from dataclasses import replace
from datetime import time, timedelta

from rules.events import Started
from rules.people import Part, PersonId, Role
from rules.schedule import DailyAt, slots_at
from rules.templates import TEMPLATES
from rules.terms import Level, Way
from rules.watch import Sort, Watch, WatchId
from storage.deed import Deed, KeepHouse, KeepPerson, Lived, OpenWatch
from storage.persons import Address, Chat, ContactLink, House, Member, OwnerLink, Person, Standing

BOT = 4242
AMINA, BEN, CORA, DAVID = 7001, 7002, 7003, 7004
SHE, HE, OFFICE, NIGHT = (
    PersonId(name.ljust(16, b".")) for name in (b"amina", b"ben", b"cora", b"d")
)

TERMS = replace(
    TEMPLATES[Level.LOW],
    schedule=DailyAt(slots_at(time(9), time(20)), "UTC"),
    grace=timedelta(minutes=30),
    ways=frozenset({Way.TAP}),
    practice=timedelta(0),
)


def chat(number):
    return (Chat(Address(BOT, number)),)


def people():
    amina = Person(
        id=SHE,
        roles=frozenset({Role.DEFENDER}),
        code="A7",
        nick="Mina",
        standing=Standing.AGREED,
        contacts=(ContactLink(HE, "Auntie", Part.FRIEND, Standing.PROVEN),),
        chats=chat(AMINA),
    )
    ben = Person(
        id=HE,
        roles=frozenset({Role.CONTACT}),
        standing=Standing.PROVEN,
        owners=(OwnerLink(SHE, "Mina"),),
        chats=chat(BEN),
        worst_hour=3,
    )
    office = Person(
        id=OFFICE,
        roles=frozenset({Role.COORDINATOR}),
        code="B1",
        chats=chat(CORA),
        standing=Standing.AGREED,
    )
    night = Person(
        id=NIGHT,
        roles=frozenset({Role.COORDINATOR}),
        code="B2",
        chats=chat(DAVID),
        standing=Standing.AGREED,
    )
    return amina, ben, office, night


async def gather(storage, terms=TERMS):
    """Write everybody down and let the first promise begin."""
    house = House(
        members=(Member(id=OFFICE, code="B1", on_duty=True), Member(id=NIGHT, code="B2")),
        next_coordinator=3,
        next_defender=8,
    )
    watch = Watch(id=WatchId(b"w" * 16), owner=SHE, sort=Sort.ROUTINE, terms=terms)
    await storage.journal.record(
        Deed(
            changes=(KeepHouse(house), *map(KeepPerson, people()), OpenWatch(watch)),
            happenings=(Lived(SHE, Started(storage.clock())),),
        )
    )


async def gather_into(house, terms=TERMS):
    """Let the circle live in this house, whose own roster is empty."""
    storage = house.storage
    kept = await storage.readings.house()

    async def record(deed):
        changes = tuple(
            KeepHouse(replace(one.house, version=kept.version))
            if isinstance(one, KeepHouse)
            else one
            for one in deed.changes
        )
        await type(storage.journal).record(storage.journal, replace(deed, changes=changes))

    stands_in = type("Journal", (), {"record": staticmethod(record)})
    opened = type("Storage", (), {"journal": stands_in, "clock": staticmethod(storage.clock)})
    await gather(opened, terms)
