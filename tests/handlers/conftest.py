"""A house at work for the conversations: real database, real stamps, real updates as Telegram's."""

import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Update

from handlers.context import Rooms
from handlers.router import hear
from rules.events import Started
from rules.people import Part, PersonId, Role
from rules.templates import TEMPLATES
from rules.terms import Level
from rules.watch import Sort, Watch, WatchId
from sealing.epochs import epoch_at
from sealing.keyring import Keyring
from sealing.unlocking import create_unlock_key
from storage.chance import Chance
from storage.deed import Deed, KeepHouse, KeepPerson, Lived, OpenWatch
from storage.engines import read_url
from storage.opening import open_storage
from storage.persons import (
    Address,
    BotId,
    Chat,
    ChatId,
    ContactLink,
    Member,
    OwnerLink,
    Person,
    Standing,
)
from storage.schema import bring_up_to_date

BOT = BotId(4242)
A_MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@dataclass
class Files:
    """The files that people have sent, as Telegram holds them."""

    held: dict = field(default_factory=dict)

    async def fetch(self, file):
        """Hand one out by its id; None once it is gone."""
        return self.held.get(file)


@dataclass
class House:
    """The rooms that a conversation enters, and Telegram's end of the wire."""

    storage: object
    rooms: Rooms
    now: datetime = A_MONDAY
    numbers: int = 0
    said: list = field(default_factory=list)  #: every deed that followed, oldest first
    files: dict = field(default_factory=dict)  #: what Telegram holds, by the id it gave each

    def passes(self, **time):
        """Let time pass."""
        self.now += timedelta(**time)
        return self.now

    async def hears(self, who, text, *, routes=None, **how):
        """Somebody types; what follows is written and returned."""
        message = {
            "message_id": self._number(),
            "date": int(self.now.timestamp()),
            "chat": {"id": who, "type": "private"},
            "from": {"id": who, "is_bot": False, "first_name": "Somebody"},
            "text": text,
        } | how
        return await self.gets({"message": message}, who, routes=routes)

    async def feels(self, chat, data, *, message_id=1, stamped=True, routes=None):
        """Somebody presses a button with this data."""
        address = Address(BOT, ChatId(chat))
        pressed = {
            "id": "1",
            "from": {"id": chat, "is_bot": False, "first_name": "Somebody"},
            "chat_instance": "1",
            "data": self.rooms.stamps.stamp(address, data) if stamped else data,
            "message": {
                "message_id": message_id,
                "date": int(self.now.timestamp()),
                "chat": {"id": chat, "type": "private"},
            },
        }
        return await self.gets({"callback_query": pressed}, chat, routes=routes)

    async def gets(self, raw, chat, *, routes=None, write=True):
        """Telegram hands us an update."""
        update = Update.de_json({"update_id": self._number(), **raw}, None)
        visitor = await self.storage.readings.visitor(Address(BOT, ChatId(chat)))
        chosen = {} if routes is None else {"routes": routes}
        deed = await hear(update, visitor, self.rooms, self.now, **chosen)
        if write:
            await self.storage.journal.record(deed)
            self.said.append(deed)
        return deed

    async def keeps(self, person):
        """Write a person down as they are."""
        await self.storage.journal.record(Deed(changes=(KeepPerson(person),)))
        return await self.storage.readings.person(person.id)

    async def defender(
        self, chat=100, code="A7", nick="Mina", level=Level.LOW, *, begins=True, **how
    ):
        """Somebody who sends notes, whose first promise runs (if it `begins`)."""
        mina = await self.keeps(self._person(chat, Role.DEFENDER, code=code, nick=nick, **how))
        watch = Watch(
            id=WatchId(self.storage.chance.new_id()),
            owner=mina.id,
            sort=Sort.ROUTINE,
            terms=TEMPLATES[level],
        )
        begun = (Lived(mina.id, Started(self.now)),) if begins else ()
        await self.storage.journal.record(Deed(begun, (OpenWatch(watch),)))
        return mina

    async def contact(self, owner, chat=200, nick="Auntie", part=Part.FRIEND, **how):
        """Somebody whom `owner` named, who agreed and can be reached."""
        owner = await self.storage.readings.person(owner.id)
        known = (OwnerLink(owner.id, owner.nick),)
        aunt = await self.keeps(self._person(chat, Role.CONTACT, owners=known, **how))
        link = ContactLink(aunt.id, nick, part, Standing.PROVEN)
        await self.keeps(replace(owner, contacts=(*owner.contacts, link)))
        return aunt

    async def coordinator(self, chat=300, code="B2", *, on_duty=True, **how):
        """Somebody of the office."""
        bea = await self.keeps(self._person(chat, Role.COORDINATOR, code=code, **how))
        house = await self.storage.readings.house()
        members = (*house.members, Member(id=bea.id, code=code, on_duty=on_duty))
        await self.storage.journal.record(
            Deed(changes=(KeepHouse(replace(house, members=members)),))
        )
        return bea

    async def nears(self, her, hours=2):
        """Let it be so long before her next note is due."""
        (watch,) = (await self.storage.readings.life(her.id)).watches
        self.now = watch.due_at - timedelta(hours=hours)

    async def tells(self, want=50):
        """Claim what must be said now, as the courier would; nothing of it is settled."""
        if not hasattr(self, "fence"):
            self.fence = await self.storage.leases.take("courier", self.now, timedelta(hours=1))
        return await self.storage.outbox.turn([], want, self.now, self.fence)

    async def alarms(self):
        """The open alarms, the oldest first."""
        return [one.alarm for one in await self.storage.readings.open_alarms()]

    def _person(self, chat, role, **how):
        return Person(
            id=PersonId(self.storage.chance.new_id()),
            roles=frozenset({role}),
            standing=Standing.PROVEN if role is Role.CONTACT else Standing.AGREED,
            agreed_at=self.now,
            chats=(Chat(Address(BOT, ChatId(chat))),),
            **how,
        )

    def _number(self):
        self.numbers += 1
        return self.numbers


@pytest.fixture
async def bea(house):
    """Bea, of the office, who is on duty."""
    return await house.coordinator()


@pytest.fixture
async def tom(house, bea):
    """Tom, who also coordinates, and is not."""
    return await house.coordinator(chat=301, code="B3", on_duty=False)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory):
    """Tables as a first start makes them; every house gets a copy of its own."""
    file = tmp_path_factory.mktemp("empty") / "vigil.db"
    bring_up_to_date(read_url(f"sqlite:///{file}"))
    return file


@pytest.fixture
async def house(tmp_path, empty_database):
    keyring = Keyring.create(
        tmp_path / "keys" / "keyring", create_unlock_key(tmp_path / "unlock" / "key")
    ).with_epoch(epoch_at(A_MONDAY))
    (tmp_path / "db").mkdir()
    shutil.copy(empty_database, tmp_path / "db" / "vigil.db")
    clock, files = {}, Files()
    storage = open_storage(
        f"sqlite:///{tmp_path / 'db' / 'vigil.db'}",
        keyring,
        clock=lambda: clock["house"].now,
        chance=Chance.seeded(7),
    )
    rooms = Rooms(
        readings=storage.readings,
        stamps=storage.stamps,
        bot_username="quiet_notes_bot",
        pages_url=None,
        proofs=storage.proofs,
        now=lambda: clock["house"].now,
        dossiers=storage.dossiers,
        fetch=files.fetch,
    )
    clock["house"] = House(storage, rooms, files=files.held)
    yield clock["house"]
    await storage.close()
