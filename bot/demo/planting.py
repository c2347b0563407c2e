"""Enrols people in a moment, for training: written down as the conversations would have done it.

The life shows how people join; whoever only wants to play has everybody there at once.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.demo.cast import CROWD, Cast
from bot.demo.keepsakes import WAYS, her_numbers
from bot.demo.stage import ZONE, Stage
from rules.events import Started
from rules.people import Part, PersonId, Role
from rules.schedule import DailyAt, slots_at
from rules.templates import from_template
from rules.terms import Group, Level, Reminder, Rung, Terms, Way
from rules.watch import Sort, Watch, WatchId
from storage.deed import Change, Deed, KeepHouse, KeepPerson, Lived, OpenWatch
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

_M = timedelta(minutes=1)


def her_terms() -> Terms:
    """Return what the defender of the demo has agreed to, and has practised long enough."""
    return replace(
        from_template(Level.LOW, ZONE),
        schedule=DailyAt(slots_at(time(9), time(21)), ZONE),
        grace=30 * _M,
        reminders=(Reminder(0 * _M), Reminder(15 * _M)),
        ladder=(
            Rung((Group.FIRST_CONTACT,), 10 * _M),
            # Whoever of these can open it gets her sheet, if she has written one.
            Rung((Group.SECOND_CONTACT, Group.DUTY), 30 * _M, (0,)),
            Rung((Group.ALL,), 30 * _M),
        ),
        ways=WAYS,
        practice=0 * _M,
    )


def terms_of_many() -> Terms:
    """Return what each of the crowd has agreed to: one note a day, and the office is asked."""
    return replace(
        from_template(Level.LOW, ZONE),
        schedule=DailyAt(slots_at(time(13)), ZONE),
        ladder=(Rung((Group.DUTY,), 30 * _M), Rung((Group.ALL,), 60 * _M)),
        ways=frozenset({Way.TAP}),
        practice=0 * _M,
    )


async def enrol_circle(stage: Stage, cast: Cast) -> None:
    """Write the four down, as they would stand after having joined, and begin her promise."""
    insight, now = stage.look_inside(), await stage.stand.now()
    storage = await insight.storage()
    kept = await storage.readings.house()
    her, maria, nasrin, farid = (PersonId(one) for one in storage.chance.ids(4))
    chats = {
        her: cast.defender.id,
        maria: cast.first.id,
        nasrin: cast.second.id,
        farid: cast.coordinator.id,
    }
    zara = _person(
        her,
        Role.DEFENDER,
        code="A1",
        nick="Zara",
        language=cast.language,
        contacts=(
            ContactLink(maria, "Maria", Part.FRIEND, Standing.PROVEN),
            ContactLink(nasrin, "Nasrin", Part.FRIEND, Standing.PROVEN),
        ),
    )
    owners = (OwnerLink(her, "Zara"),)
    people = (
        zara,
        _person(maria, Role.CONTACT, standing=Standing.PROVEN, owners=owners),
        _person(nasrin, Role.CONTACT, standing=Standing.PROVEN, owners=owners),
        _person(farid, Role.COORDINATOR, code="B1"),
    )
    house = replace(
        kept,
        members=(Member(id=farid, code="B1", on_duty=True),),
        next_coordinator=2,
        next_defender=2,
    )
    here = _settled(people, chats, stage.bot, now)
    begun = _begun(house, here, {her: her_terms()}, now, storage.chance.ids(1))
    numbers = await her_numbers(insight, her)
    await insight.record(replace(begun, changes=(*begun.changes, numbers)))


async def enrol_crowd(stage: Stage, cast: Cast) -> None:
    """Give the crowd phones and write them down; each promises a note a day."""
    insight, now = stage.look_inside(), await stage.stand.now()
    storage = await insight.storage()
    kept = await storage.readings.house()
    first = kept.next_defender
    ids = [PersonId(one) for one in storage.chance.ids(len(CROWD))]
    for name in CROWD:
        cast.crowd.append(await stage.enter("defender", name, started=True))
    people = tuple(
        _person(one, Role.DEFENDER, code=f"A{first + place}", nick=f"N{first + place}")
        for place, one in enumerate(ids)
    )
    chats = {one: person.id for one, person in zip(ids, cast.crowd, strict=True)}
    house = replace(kept, next_defender=first + len(people))
    here = _settled(people, chats, stage.bot, now)
    terms = dict.fromkeys(ids, terms_of_many())
    await insight.record(_begun(house, here, terms, now, storage.chance.ids(len(ids))))


def _begun(
    house: House,
    people: Iterable[Person],
    terms: dict[PersonId, Terms],
    now: datetime,
    watches: Iterable[bytes],
) -> Deed:
    promises = [
        OpenWatch(Watch(id=WatchId(watch), owner=owner, sort=Sort.ROUTINE, terms=agreed))
        for watch, (owner, agreed) in zip(watches, terms.items(), strict=True)
    ]
    changes: tuple[Change, ...] = (KeepHouse(house), *map(KeepPerson, people), *promises)
    return Deed(changes=changes, happenings=tuple(Lived(one, Started(now)) for one in terms))


def _person(
    who: PersonId,
    role: Role,
    *,
    code: str = "",
    nick: str = "",
    language: str = "en",
    standing: Standing = Standing.AGREED,
    contacts: tuple[ContactLink, ...] = (),
    owners: tuple[OwnerLink, ...] = (),
) -> Person:
    return Person(
        id=who,
        roles=frozenset({role}),
        code=code,
        nick=nick,
        language=language,
        zone=ZONE,
        standing=standing,
        contacts=contacts,
        owners=owners,
    )


def _settled(
    people: Iterable[Person], chats: dict[PersonId, int], bot: int, now: datetime
) -> tuple[Person, ...]:
    return tuple(
        replace(one, agreed_at=now, chats=(Chat(Address(BotId(bot), ChatId(chats[one.id]))),))
        for one in people
    )
