"""Whoever takes the disk or reads the logs learns no name, chat, text, zone or code of anybody."""

import logging
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text, update

from rules.events import Answered, Cause, CheckedIn, Confirmed, Proof, Reported
from rules.events import Finding as Found
from rules.people import Part, Role
from storage.deed import (
    Cried,
    Deed,
    Helped,
    Invite,
    KeepPerson,
    Lived,
    Reply,
    Talk,
    Unsay,
    Words,
)
from storage.heads import Heads
from storage.persons import (
    Address,
    BotId,
    Chat,
    ChatId,
    ContactLink,
    Dialogue,
    Invitation,
    Standing,
)
from storage.tables import watches
from storage.versions import CompareAndSwapMissed
from tests.storage.circle import BOT, Courier, a_circle, enrol, short_terms, sweep_all
from tests.storage.raw import contents_of, disguises, found_in

NAMES = ("Gulnora Sharipova", "خواهر بزرگ", "Тётя Зарина")
TEXTS = (
    "they are at the door of the office",
    "she answered and knew the question about the river",
    "no light in the house on Rudaki avenue",
    "until Friday after the hearing",
)
CODES = ("KESTREL71", "HERON44")
ZONES = ("Asia/Dushanbe", "America/Tegucigalpa")
CHATS = (7_318_224_551, 6_992_114_087, 5_127_733_910)
FACTS = ("the cousin in Khujand may ask", "nothing in the press")
CONTROL = "planted-control-Ψ"

SECRETS = (*NAMES, *TEXTS, *CODES, *ZONES, *CHATS, *FACTS)


def a_leaky_circle():
    """Amina and hers, with nothing about them that could stand anywhere by chance."""
    circle = a_circle(1, short_terms(ZONES[0]))
    links = (
        ContactLink(circle.zora.id, NAMES[1], Part.FRIEND, Standing.PROVEN),
        ContactLink(circle.bek.id, NAMES[2], Part.FRIEND, Standing.PROVEN),
    )
    amina, zora, olga = (
        replace(one, chats=(Chat(Address(BOT, ChatId(number))),))
        for one, number in zip((circle.amina, circle.zora, circle.olga), CHATS, strict=True)
    )
    facts = {"proxy": FACTS[0], "publicity": FACTS[1]}
    return replace(
        circle,
        amina=replace(
            amina, nick=NAMES[0], code=CODES[0], zone=ZONES[1], contacts=links, facts=facts
        ),
        zora=zora,
        olga=replace(olga, code=CODES[1]),
    )


async def a_whole_life(storage, circle, clock):
    """Let everything happen that writes: joining, talking, silence, help, the end."""
    await enrol(storage, circle)
    record, address = storage.journal.record, circle.amina.chats[0].address
    courier = Courier(storage, blocked=[circle.bek.id])
    token = storage.stamps.new_token()
    invitation = Invitation(
        digest=storage.stamps.digest(token),
        role=Role.CONTACT,
        inviter=circle.amina.id,
        number="4821",
        expires_at=clock() + timedelta(hours=48),
        nick=NAMES[2],
    )
    talk = Dialogue(
        address=address,
        step="break-until",
        data={"said": TEXTS[3]},
        expires_at=clock() + timedelta(hours=1),
    )
    reply = Reply(to=address, words=(Words("break-sure", {"until": TEXTS[3]}),))
    unsay = Unsay(address, (17,), clock() + timedelta(hours=1))
    await record(Deed(changes=(Invite(invitation), Talk(talk)), replies=(reply,), unsays=(unsay,)))
    ear = await storage.leases.take("ear", clock(), timedelta(minutes=1))
    raw = {
        "update_id": 1,
        "message": {
            "message_id": 1,
            "date": int(clock().timestamp()),
            "chat": {"id": CHATS[0], "type": "private"},
            "from": {"id": CHATS[0], "first_name": NAMES[0]},
            "text": TEXTS[0],
        },
    }
    await storage.inbox.keep(BOT, [raw], asked_at=clock(), limit=100, fence=ear)
    (waiting,) = await storage.inbox.take(1, clock())
    note = {circle.amina.id: TEXTS[0]}
    heard = Deed(happenings=(Lived(circle.amina.id, CheckedIn(clock())),), notes=note)
    await storage.inbox.settle(waiting, heard)
    await courier.tell_all()
    clock.push(hours=10)
    await sweep_all(storage, clock())
    await courier.tell_all()
    for _ in range(4):
        clock.push(hours=10)
        await sweep_all(storage, clock())
        await courier.tell_all()
    (seen,) = await storage.readings.open_alarms()
    alarm, olga = seen.alarm.id, circle.olga.id
    for happening in (
        Helped(alarm, Answered(clock(), olga)),
        Helped(alarm, Reported(clock(), circle.zora.id, Found.CANNOT_REACH), TEXTS[2]),
        Lived(circle.amina.id, CheckedIn(clock())),
        Helped(alarm, Confirmed(clock(), olga, Proof.QUESTION), TEXTS[1]),
        Cried(circle.amina.id, Cause.SOS, clock()),
    ):
        await record(Deed(happenings=(happening,)))
        await courier.tell_all()
    amina = await storage.readings.person(circle.amina.id)
    moved = Chat(Address(BotId(777), ChatId(CHATS[0])))
    await record(Deed(changes=(KeepPerson(replace(amina, chats=(moved, *amina.chats))),)))
    # And what goes wrong: a version that is too old, a row that does not open.
    with pytest.raises(CompareAndSwapMissed):
        await record(Deed(changes=(KeepPerson(amina),)))
    spoil = update(watches).values(sealed_watch=bytes(200))
    await storage.writer.do(lambda tx: tx.connection.execute(spoil).rowcount)
    clock.push(days=2)
    await storage.journal.sweep_watches(clock())
    await Heads(storage.writer, storage.reader, clock).sign()
    return token


async def test_nothing_of_anybody_stands_in_the_files_or_in_the_logs(
    opened, database, clock, caplog
):
    caplog.set_level(logging.DEBUG)
    for name in ("sqlalchemy.engine", "sqlalchemy.pool", "psycopg", "asyncio", "storage"):
        caplog.set_level(logging.DEBUG, name)
    storage, circle = opened(), a_leaky_circle()
    token = await a_whole_life(storage, circle, clock)
    # The searching itself is searched: a control is planted in every place that is read.
    plant = text("UPDATE heads SET mark = :control WHERE id = :id")
    planted = b"".join(sorted(disguises(CONTROL)))
    row = {"control": planted, "id": circle.amina.id}
    await storage.writer.do(lambda tx: tx.connection.execute(plant, row).rowcount)
    logging.getLogger("storage").info("%s", CONTROL)

    controls, leaked = 0, {}
    for path, content in contents_of(database):
        controls += all(one in content for one in disguises(CONTROL))
        if found := found_in(content, [*SECRETS, token]):
            leaked[path.name] = found
    assert controls >= 1
    assert leaked == {}
    logs = "\n".join(f"{one.getMessage()} {one.exc_text or ''}" for one in caplog.records)
    assert found_in(logs.encode(), [CONTROL]) == {CONTROL}
    assert "sqlalchemy.engine.Engine" in {one.name for one in caplog.records}
    assert found_in(logs.encode(), [*SECRETS, token]) == set()


@pytest.mark.parametrize("secret", SECRETS)
def test_every_disguise_of_a_secret_is_found(secret):
    for one in disguises(secret):
        assert found_in(b"before" + one + b"after", SECRETS) >= {secret}


def test_what_is_not_there_is_not_found():
    assert found_in(b"\0" * 4096 + b"vigil" * 100, SECRETS) == set()
