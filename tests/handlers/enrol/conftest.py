"""A link that the office has handed out, and Mina, who opens it."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from rules.people import PersonId, Role
from rules.schedule import DailyAt, slots_at
from rules.templates import TEMPLATES
from rules.terms import Level
from rules.watch import Sort, Watch, WatchId
from storage.deed import Deed, Invite, OpenWatch
from storage.persons import Invitation, Person
from tests.handlers.speaking import Somebody


@pytest.fixture
async def invited(house):
    """The token of a link that the office has handed out, for Mina, with terms of her own."""
    stamps = house.storage.stamps
    token = stamps.new_token()
    mina = Person(
        id=PersonId(house.storage.chance.new_id()),
        roles=frozenset({Role.DEFENDER}),
        code="A7",
        nick="Mina",
        zone="Asia/Dushanbe",
    )
    terms = replace(
        TEMPLATES[Level.LOW],
        schedule=DailyAt(slots_at(time(9), time(21)), "Asia/Dushanbe"),
        grace=timedelta(minutes=30),
        reminders=TEMPLATES[Level.LOW].reminders[:1],
    )
    watch = Watch(
        id=WatchId(house.storage.chance.new_id()), owner=mina.id, sort=Sort.ROUTINE, terms=terms
    )
    await house.keeps(mina)
    invitation = Invitation(
        digest=stamps.digest(token),
        role=Role.DEFENDER,
        inviter=None,
        number="4821",
        expires_at=house.now + timedelta(hours=48),
        code="A7",
        nick="Mina",
    )
    await house.storage.journal.record(Deed(changes=(OpenWatch(watch), Invite(invitation))))
    return token


@pytest.fixture
def mina(house):
    return Somebody(house, 100)
