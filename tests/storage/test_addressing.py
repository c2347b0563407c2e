"""Everything is said where, in the language and with the names its reader has at that moment."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import delete, update

from rules.events import Cause
from rules.notices import Kind, Notice, Rank
from rules.people import Role
from rules.terms import Level
from storage.claims import Name
from storage.deed import Button, Deed, KeepPerson, Reply, Words
from storage.persons import Address, ChatId
from storage.tables import chats, notices, people
from tests.storage.circle import BOT
from tests.storage.telling import ALARM, numbered, numbers, rows, say


async def test_who_reads_it_is_found_out_when_it_is_claimed(storage, circle, teller):
    amina = await storage.readings.person(circle.amina.id)
    moved = replace(amina.chats[0], address=Address(BOT, ChatId(4711)))
    changed = replace(amina, chats=(moved,), language="ru", zone="Europe/Kyiv")
    await say(storage, Notice(amina.id, Kind.NUDGE))
    await storage.journal.record(Deed(changes=(KeepPerson(changed),)))
    (claimed,) = await teller.claim()

    assert claimed.to == moved.address
    assert (claimed.language, claimed.zone) == ("ru", "Europe/Kyiv")
    assert (claimed.reader, claimed.reader_roles) == (amina.id, {Role.DEFENDER})


async def test_a_stranger_reads_the_language_of_the_house(storage, circle, teller):
    await say(storage, numbered(1), numbered(2, language="ar"))
    first, second = await teller.claim()

    assert (first.language, second.language) == ("en", "ar")
    assert (first.reader, first.reader_roles, first.zone) == (None, frozenset(), "UTC")
    assert first.chat_kept == timedelta(hours=1)


async def test_a_chat_that_is_somebodys_is_read_in_their_language(storage, circle, teller):
    await say(storage, replace(numbered(1), to=circle.olga.chats[0].address))
    (claimed,) = await teller.claim()

    assert (claimed.reader, claimed.reader_roles) == (circle.olga.id, {Role.COORDINATOR})


async def test_everybody_is_called_as_the_reader_knows_them(storage, circle, teller):
    amina, zora = circle.amina.id, circle.zora.id
    facts = {"subject": amina, "contact": zora}
    button = Button(Words("ask", {"who": amina}), "x")
    await say(
        storage,
        Notice(zora, Kind.ASK, {"subject": amina}),
        Notice(amina, Kind.CONTACT_UNREACHABLE, facts),
        Notice(circle.olga.id, Kind.CONTACT_UNREACHABLE, facts),
        Reply(to=zora, words=(Words("hello"),), buttons=((button,),)),
        Notice(circle.olga.id, Kind.CLOSED, {"by": b"?" * 16}),
    )
    names = {(one.reader, one.act.__class__, one.rank): one.names for one in await teller.claim()}

    assert names[zora, Notice, Rank.ALARM] == {amina: Name("A1", "Amina")}
    assert names[amina, Notice, Rank.REST][zora] == Name("", "Auntie")
    assert names[circle.olga.id, Notice, Rank.REST] == {
        amina: Name("A1", "Amina"),
        zora: Name("", "Auntie"),
    }
    assert names[zora, Reply, Rank.REST] == {amina: Name("A1", "Amina")}
    assert names[circle.olga.id, Notice, Rank.ALARM] == {b"?" * 16: Name("", "")}


async def test_what_was_for_somebody_forgotten_goes_with_them(storage, circle, teller):
    await say(storage, Notice(circle.bek.id, Kind.ASK), Notice(circle.zora.id, Kind.ASK))

    def forget(tx):
        tx.connection.execute(delete(chats).where(chats.c.person_id == circle.bek.id))
        tx.connection.execute(delete(people).where(people.c.id == circle.bek.id))

    await storage.writer.do(forget)
    (claimed,) = await teller.claim()

    assert claimed.reader == circle.zora.id
    assert len(await rows(storage)) == 1


async def test_what_does_not_open_is_kept_and_silences_nobody_else(
    storage, clock, circle, teller, caplog
):
    await say(storage, Notice(circle.bek.id, Kind.ASK), numbered(1), numbered(2))
    broken = (await rows(storage))[1].id

    def damage(tx):
        change = update(notices).where(notices.c.id == broken)
        tx.connection.execute(change.values(sealed_notice=b"\x01" * 200))
        someone = update(people).where(people.c.id == circle.bek.id)
        tx.connection.execute(someone.values(sealed_profile=b"\x01" * 200))

    await storage.writer.do(damage)

    assert numbers(await teller.claim()) == ["2"]
    assert "notices-unreadable" in caplog.text
    assert len(await rows(storage)) == 3
    clock.push(minutes=10)
    due = (await storage.outbox.backlog(clock())).due
    assert due[Rank.ALARM] == 1


async def test_nothing_of_what_is_said_lies_in_the_clear(storage, circle):
    facts = {"cause": Cause.SOS, "since": storage.clock(), "number": 3, "subject": circle.amina.id}
    await say(storage, Notice(circle.olga.id, Kind.ALARM, facts, alarm=ALARM), numbered("mill"))

    sizes = set()
    for row in await rows(storage):
        for plain in (circle.olga.id, circle.amina.id, b"alarm", b"mill", b"sos"):
            assert plain not in row.sealed_notice
        sizes.add(len(row.sealed_notice))
    assert len(sizes) == 1


async def test_what_is_written_down_comes_out_equal(storage, circle, teller):
    since = storage.clock()
    facts = {"cause": Cause.SOS, "since": since, "number": 3, "subject": circle.amina.id}
    said = Notice(circle.olga.id, Kind.ALARM, facts, alarm=ALARM, first=True, silent=True)
    label = Words("label", {"who": circle.zora.id, "rank": Rank.ALARM})
    asked = Reply(
        to=circle.olga.chats[0].address,
        words=(Words("a", {"level": Level.LOW}), Words("b")),
        buttons=((Button(label, "x:1"),), ()),
        keyboard=((Words("k"),),),
        folds=(Words("f", {"at": since}),),
        sound=True,
    )
    await say(storage, said, asked, replace(asked, keyboard=()))

    acts = [one.act for one in await teller.claim()]
    assert acts == [said, asked, replace(asked, keyboard=())]
    # What it came from is not kept: a member of an enum comes back as its plain value.
    assert type(acts[0].facts["cause"]) is str
