"""Whoever is forgotten is gone from the database; those who counted on them go on without them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from rules.events import Answered, Cause, CheckedIn, ClosingAsked, Outcome
from rules.notices import Kind, Notice
from rules.people import Role
from sealing.cards import new_code
from sealing.keyring import Purpose
from storage.deed import (
    Cried,
    Deed,
    Forget,
    Helped,
    Invite,
    KeepPerson,
    Lived,
    MakeCards,
    Reply,
    Talk,
    Unsay,
    Words,
)
from storage.forgetting import WhyNot
from storage.heads import Heads
from storage.inbox import TRIES
from storage.keychain import OthersAtWorkError
from storage.persons import Dialogue, Invitation, Standing
from tests.storage import mail
from tests.storage.circle import BOT, Courier, a_circle, enrol, somebody
from tests.storage.mail import Post

TTL = timedelta(minutes=1)


async def count(storage, table, **where):
    condition = " AND ".join(f"{name} = :{name}" for name in where) or "1 = 1"
    query = text(f"SELECT count(*) FROM {table} WHERE {condition}")
    return await storage.reader.ask(lambda look: look.connection.scalar(query, where))


async def leave(storage, *people):
    await storage.journal.record(Deed(changes=tuple(Forget(one.id) for one in people)))


async def test_of_somebody_forgotten_nothing_is_kept(house, keychain, clock):
    storage, circle, others = house, a_circle(1), a_circle(2)
    await enrol(storage, circle, others)
    amina, address = circle.amina.id, circle.amina.chats[0].address
    later = clock() + timedelta(hours=1)
    talk = Dialogue(address=address, step="break-until", expires_at=later)
    link = Invitation(
        digest=storage.stamps.digest("token"),
        role=Role.CONTACT,
        inviter=amina,
        number="4821",
        expires_at=later,
    )
    ear = await storage.leases.take("ear", clock(), TTL)
    raw = {"update_id": 1, "message": {"chat": {"id": address.chat}, "text": "my name is"}}
    await storage.inbox.keep(BOT, [raw], asked_at=clock(), limit=100, fence=ear)
    await storage.leases.leave(ear)
    deed = Deed(
        changes=(Talk(talk), Invite(link)),
        replies=(Reply(to=address, words=(Words("hello"),)),),
        notices=(Notice(amina, Kind.NUDGE, {"due": later}),),
        unsays=(Unsay(address, (17,), clock()),),
    )
    await storage.journal.record(deed)
    await Heads(storage.writer, storage.reader, clock).sign()
    await leave(storage, circle.amina)
    assert await storage.forgetting.waiting() == (amina,)
    forgotten = await storage.forgetting.forget([amina], keychain)
    assert (forgotten.gone, dict(forgotten.refused)) == ((amina,), {})
    assert await storage.forgetting.waiting() == ()

    for table in ("chats", "watches", "alarms"):
        assert await count(storage, table, person_id=amina) == 0
    assert await count(storage, "people", id=amina) == 0
    assert await count(storage, "diary", subject_id=amina) == 0
    assert await count(storage, "heads", id=amina) == 0
    assert await count(storage, "dialogues") == 0
    assert await count(storage, "invitations") == 0
    assert await count(storage, "inbox") == 0
    # What we said in that chat is still taken back; nothing more is said there.
    told = await Courier(storage).tell_all()
    assert amina not in {one.reader for one in told}
    assert address not in {one.to for one in told}
    for contact in (circle.zora, circle.bek):
        assert (await storage.readings.person(contact.id)).owners == ()
    assert (await storage.readings.visitor(address)).person is None
    # The others live on as before, and their diaries are whole.
    assert (await storage.readings.life(others.amina.id)).watches
    assert (await Heads(storage.writer, storage.reader, clock).check()).faults == ()


async def test_what_we_said_is_still_unsaid_after_somebody_was_forgotten(house, keychain, clock):
    storage, circle = house, a_circle()
    await enrol(storage, circle)
    courier = Courier(storage)
    await courier.tell_all()
    await leave(storage, circle.amina)
    await storage.forgetting.forget([circle.amina.id], keychain, ours=[courier.fence])
    clock.push(days=2)
    await courier.tell_all()
    unsaid = [one for one in courier.told if isinstance(one.act, Unsay)]
    assert {one.to for one in unsaid} == {circle.amina.chats[0].address}


async def test_a_contact_and_a_coordinator_are_taken_out_of_every_list(house, keychain):
    storage, circle = house, a_circle()
    await enrol(storage, circle)
    await leave(storage, circle.zora, circle.tom)
    await storage.forgetting.forget([circle.zora.id, circle.tom.id], keychain)
    amina = await storage.readings.person(circle.amina.id)
    assert [one.id for one in amina.contacts] == [circle.bek.id]
    members = (await storage.readings.house()).members
    assert [one.id for one in members] == [circle.olga.id]


async def test_the_last_word_is_said_in_the_chat_they_had(house, keychain, clock):
    storage, circle = house, a_circle()
    await enrol(storage, circle)
    courier = Courier(storage)
    await courier.tell_all()
    await leave(storage, circle.amina)

    def farewell(person, at):
        words = (Words("erased", {"at": at}),)
        return Reply(to=person.chats[0].address, words=words, language=person.language)

    await storage.forgetting.forget(
        [circle.amina.id], keychain, ours=[courier.fence], farewell=farewell
    )
    (last,) = [one for one in await courier.tell_all() if isinstance(one.act, Reply)]
    assert last.act.words[0].id == "erased"
    assert last.to == circle.amina.chats[0].address


async def test_nobody_is_forgotten_while_an_alarm_or_a_leaving_is_open(house, keychain, clock):
    storage, alarmed, leaving = house, a_circle(1), a_circle(2)
    await enrol(storage, alarmed, leaving)
    cry = Cried(alarmed.amina.id, Cause.SOS, clock())
    await storage.journal.record(Deed(happenings=(cry,)))
    (seen,) = await storage.readings.open_alarms()
    taken = Helped(seen.alarm.id, Answered(clock(), alarmed.olga.id))
    await storage.journal.record(Deed(happenings=(taken,)))
    person = await storage.readings.person(leaving.amina.id)
    asked = replace(person, standing=Standing.LEAVING)
    await storage.journal.record(Deed(changes=(KeepPerson(asked),)))
    nobody = somebody()
    who = [alarmed.amina.id, alarmed.olga.id, leaving.amina.id, nobody, leaving.bek.id]
    forgotten = await storage.forgetting.forget(who, keychain)
    assert forgotten.gone == (leaving.bek.id,)
    assert forgotten.refused == {
        alarmed.amina.id: WhyNot.ALARM_OPEN,
        alarmed.olga.id: WhyNot.HOLDS_ALARM,
        leaving.amina.id: WhyNot.LEAVING,
        nobody: WhyNot.UNKNOWN,
    }
    assert await storage.readings.person(alarmed.amina.id) is not None


async def test_nobody_is_forgotten_under_another_vigil_at_work(house, keychain, clock):
    """It would go on wrapping keys under the key that is destroyed, and lose those people."""
    storage, circle = house, a_circle()
    await enrol(storage, circle)
    fence = await storage.leases.take("courier", clock(), TTL)
    with pytest.raises(OthersAtWorkError):
        await storage.forgetting.forget([circle.amina.id], keychain)
    assert await storage.readings.person(circle.amina.id) is not None
    await storage.forgetting.forget([circle.amina.id], keychain, ours=[fence])
    assert await storage.readings.person(circle.amina.id) is None


async def test_a_house_goes_on_while_and_after_somebody_is_forgotten(house, keychain, clock):
    storage, circle, others = house, a_circle(1), a_circle(2)
    await enrol(storage, circle, others)
    await storage.forgetting.forget([circle.amina.id], keychain)
    note = Lived(others.amina.id, CheckedIn(clock()))
    await storage.journal.record(Deed(happenings=(note,)))
    newcomer = replace(a_circle(3).amina, contacts=())
    await storage.journal.record(Deed(changes=(KeepPerson(newcomer),)))
    await storage.forgetting.forget([others.bek.id], keychain)
    assert (await storage.readings.person(newcomer.id)).code == "A3"
    assert len(storage.keys.held(Purpose.SUBJECTS)) == 1


async def test_the_number_of_an_erased_alarm_is_not_given_twice(house, keychain, clock):
    storage, one, two = house, a_circle(1), a_circle(2)
    await enrol(storage, one, two)
    cry = Cried(one.amina.id, Cause.SOS, clock())
    await storage.journal.record(Deed(happenings=(cry,)))
    (seen,) = await storage.readings.open_alarms()
    ended = Helped(seen.alarm.id, ClosingAsked(clock(), one.olga.id, Outcome.SAFE))
    await storage.journal.record(Deed(happenings=(ended,)))
    await storage.forgetting.forget([one.amina.id], keychain)
    assert await storage.readings.alarm(1) is None
    again = Cried(two.amina.id, Cause.SOS, clock())
    await storage.journal.record(Deed(happenings=(again,)))
    (seen,) = await storage.readings.open_alarms()
    assert seen.alarm.number == 2


async def test_a_forgetting_that_was_cut_short_is_finished_the_next_time(house, keychain):
    storage, circle = house, a_circle()
    await enrol(storage, circle)

    class CutError(Exception):
        pass

    def cut(what, done, total):
        if what == "people":
            raise CutError

    assert not storage.forgetting.is_unfinished
    with pytest.raises(CutError):
        await storage.forgetting.forget([circle.amina.id], keychain, progress=cut)
    assert storage.forgetting.is_unfinished
    assert (await storage.readings.person(circle.zora.id)) is not None
    await storage.forgetting.forget([], keychain)
    assert not storage.forgetting.is_unfinished
    assert (await storage.readings.person(circle.zora.id)) is not None


async def test_what_a_number_of_their_card_brought_from_another_phone_goes_too(
    house, keychain, clock
):
    storage, circle = house, a_circle()
    await enrol(storage, circle)
    code = new_code()
    made = MakeCards(circle.amina.id, b"b" * 16, (code,), ())
    await storage.journal.record(Deed(changes=(made,)))
    post = await Post.begin(storage, clock, circle)
    await post.brings(mail.text(1, post.stranger, clock(), code))
    for _ in range(TRIES):
        (lent,) = await storage.inbox.take(8, clock())
        await storage.inbox.step_aside(lent, clock())
        clock.push(minutes=4)
    assert await storage.inbox.dead_letters() == 1
    await storage.leases.leave(post.fence)
    await storage.forgetting.forget([circle.amina.id], keychain)
    assert await storage.inbox.dead_letters() == 0


async def test_what_is_damaged_does_not_make_a_new_key_each_hour(house, keychain):
    storage, circle = house, a_circle()
    await enrol(storage, circle)
    bek = text("UPDATE people SET sealed_key = :broken WHERE id = :id")
    broken = {"broken": b"\x01\x00\x01" + bytes(64), "id": circle.bek.id}
    await storage.writer.do(lambda tx: tx.connection.execute(bek, broken).rowcount)
    await storage.forgetting.forget([circle.amina.id], keychain)
    assert storage.forgetting.is_unfinished
    held = storage.keys.held(Purpose.SUBJECTS)
    await storage.forgetting.forget([], keychain)
    assert storage.keys.held(Purpose.SUBJECTS) == held
