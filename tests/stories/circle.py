"""Who takes part in the stories: Zarina sends notes, María and Nasrin are asked, two answer for the
office. They have agreed already; how people join is told in a story of its own.
"""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from rules.events import Started
from rules.people import Part, PersonId, Role
from rules.schedule import DailyAt, slots_at
from rules.templates import TEMPLATES
from rules.terms import Group, Level, Reminder, Rung, Way
from rules.watch import Sort, Watch, WatchId
from storage.chance import Chance
from storage.deed import Deed, KeepHouse, KeepPerson, Lived, OpenWatch
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
TOKEN = f"{BOT}:AAE-some_Thing_that_is_long_enough_to_be_real"
ZONE = "Asia/Dushanbe"
DAWN = datetime(2026, 3, 2, 2, 30, tzinfo=UTC)  #: Monday 07:30 in Dushanbe
_M = timedelta(minutes=1)

NAMES = {"zarina": "Зарина", "maria": "María", "nasrin": "نسرین", "farid": "Farid", "golnar": "Gol"}
CHATS = {name: ChatId(770_001_000 + place) for place, name in enumerate(NAMES)}
IDS = {name: PersonId(name.encode().ljust(16, b".")) for name in NAMES}

#: At nine and nine; half an hour of grace; then María, then Nasrin and the office, then everybody.
TERMS = replace(
    TEMPLATES[Level.LOW],
    schedule=DailyAt(slots_at(time(9), time(21)), ZONE),
    grace=30 * _M,
    reminders=(Reminder(0 * _M), Reminder(15 * _M)),
    ladder=(
        Rung((Group.FIRST_CONTACT,), 10 * _M),
        Rung((Group.SECOND_CONTACT, Group.DUTY), 30 * _M),
        Rung((Group.ALL,), 30 * _M),
    ),
    ways=frozenset({Way.TAP}),
    practice=timedelta(0),
)


class EvenChance(Chance):
    """Draws ids at random, and delays always the same, so that two lives can be compared."""

    def hush(self):
        return timedelta(seconds=60)

    def words_delay(self):
        return timedelta(minutes=8)


async def gather(storage, terms=TERMS, language="en"):
    """Write everybody down and let Zarina's promise begin."""
    kept = await storage.readings.house()
    watch = Watch(id=WatchId(b"w" * 16), owner=IDS["zarina"], sort=Sort.ROUTINE, terms=terms)
    members = (
        Member(id=IDS["farid"], code="B1", on_duty=True, language=language),
        Member(id=IDS["golnar"], code="B2", language=language),
    )
    house = House(
        version=kept.version,
        zone=ZONE,
        members=members,
        next_coordinator=3,
        next_defender=2,
        opened_on=storage.clock().date(),
    )
    await storage.journal.record(
        Deed(
            changes=(
                KeepHouse(house),
                *map(KeepPerson, _people(storage.clock(), language)),
                OpenWatch(watch),
            ),
            happenings=(Lived(IDS["zarina"], Started(storage.clock())),),
        )
    )


def _people(now, language):
    zarina = _person(
        "zarina",
        Role.DEFENDER,
        code="A1",
        nick="Zara",
        contacts=(
            ContactLink(IDS["maria"], "Maria", Part.FRIEND, Standing.PROVEN),
            ContactLink(IDS["nasrin"], "Nasrin", Part.FRIEND, Standing.PROVEN),
        ),
    )
    known = (OwnerLink(IDS["zarina"], "Zara"),)
    contacts = [_person(one, Role.CONTACT, owners=known) for one in ("maria", "nasrin")]
    office = [
        _person(one, Role.COORDINATOR, code=code)
        for one, code in (("farid", "B1"), ("golnar", "B2"))
    ]
    for one in (zarina, *contacts, *office):
        yield replace(one, agreed_at=now, language=language, zone=ZONE)


def _person(name, role, **how):
    standing = Standing.PROVEN if role is Role.CONTACT else Standing.AGREED
    chats = (Chat(Address(BOT, CHATS[name])),)
    more = {"worst_hour": 3} if role is Role.CONTACT else {}
    return Person(
        id=IDS[name], roles=frozenset({role}), standing=standing, chats=chats, **more, **how
    )
