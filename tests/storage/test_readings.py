"""What the house may ask, and what each of them may see."""

from dataclasses import replace
from datetime import timedelta

from rules.events import Answered, Cause, ChangeAsked, CheckedIn, Finding, Reported
from rules.terms import Pause
from rules.watch import Sort, Stage, Watch, WatchId
from storage.deed import Cried, Deed, Helped, KeepPerson, Lived, OpenWatch
from tests.storage.circle import Courier, a_circle, enrol, somebody, sweep_all


async def record(storage, *happenings, **more):
    await storage.journal.record(Deed(happenings=happenings, **more))


async def test_a_contact_sees_an_alarm_only_once_they_were_asked(storage, clock):
    circle, others = a_circle(1), a_circle(2)
    await enrol(storage, circle, others)
    clock.push(hours=10)
    await sweep_all(storage, clock())
    await Courier(storage).tell_all()

    async def seen_by(person):
        return (await storage.readings.visitor(person.chats[0].address)).alarms_told

    assert await seen_by(circle.zora) == ()
    clock.push(minutes=30)
    await sweep_all(storage, clock())
    (mine,) = await seen_by(circle.zora)
    assert mine.subject == circle.amina.id
    assert await seen_by(circle.bek) == ()
    (theirs,) = await seen_by(others.zora)
    assert theirs.subject == others.amina.id
    assert await seen_by(circle.amina) == ()


async def test_a_coordinator_sees_all_alarms_they_were_asked_in(storage, clock):
    circles = [a_circle(1), a_circle(2)]
    await enrol(storage, *circles)
    for circle in circles:
        await record(storage, Cried(circle.amina.id, Cause.SOS, clock()))
    # Two coordinators are asked first: those on duty.
    olga = circles[0].olga.chats[0].address
    told = (await storage.readings.visitor(olga)).alarms_told
    assert [one.number for one in told] == [2, 1]
    tom = circles[0].tom.chats[0].address
    assert (await storage.readings.visitor(tom)).alarms_told == ()


async def test_an_alarm_names_everybody_who_has_to_do_with_it(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    await record(storage, Cried(circle.amina.id, Cause.CONCERN, clock()))
    (opened,) = await storage.readings.open_alarms()
    await record(storage, Helped(opened.alarm.id, Answered(clock(), circle.olga.id)))
    seen = await storage.readings.alarm(opened.alarm.number)
    assert seen == await storage.readings.alarm_by_id(opened.alarm.id)
    assert seen.subject.code == "A1"
    assert seen.names[circle.olga.id].code == "B10"
    assert seen.names[circle.amina.id].nick == "Amina"
    assert [one.id for one in seen.watches] == [circle.watch.id]
    assert await storage.readings.alarm(99) is None
    assert await storage.readings.alarm_by_id(somebody()) is None


async def test_the_board_shows_the_worst_first(storage, clock):
    well, late, alarmed, resting = (a_circle(number) for number in range(1, 5))
    await enrol(storage, well, late, alarmed, resting)
    await record(storage, Cried(alarmed.amina.id, Cause.SOS, clock()))
    clock.push(hours=9, minutes=50)
    here = (well, alarmed, resting)
    await record(storage, *(Lived(one.amina.id, CheckedIn(clock())) for one in here))
    asked = ChangeAsked(clock(), Pause(clock() + timedelta(days=2)), by=resting.olga.id)
    await record(storage, Lived(resting.amina.id, asked))
    clock.push(minutes=15)
    await sweep_all(storage, clock())
    board = await storage.readings.board()
    assert [one.code for one in board.lines][:2] == ["A3", "A2"]
    lines = {one.code: one for one in board.lines}
    assert [one.number for one in lines["A3"].alarms] == [1]
    assert (lines["A2"].stage, lines["A1"].stage) == (Stage.LATE, Stage.WAITING)
    assert lines["A1"].due_at == clock() + timedelta(hours=23, minutes=55)
    assert lines["A4"].pending or lines["A4"].resting_until
    assert not lines["A1"].unreachable


async def test_the_board_shows_who_cannot_be_reached(storage):
    circle = a_circle()
    await enrol(storage, circle)
    for who in (circle.amina.id, circle.bek.id):
        person = await storage.readings.person(who)
        lost = tuple(replace(one, reachable=False) for one in person.chats)
        await record(storage, changes=(KeepPerson(replace(person, chats=lost)),))
    (line,) = (await storage.readings.board()).lines
    assert line.unreachable
    assert line.lost_contacts == 1


async def test_a_life_is_everything_the_rules_know(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    journey = Watch(
        id=WatchId(somebody()),
        owner=circle.amina.id,
        sort=Sort.JOURNEY,
        terms=circle.watch.terms,
    )
    await record(storage, changes=(OpenWatch(journey),))
    life = await storage.readings.life(circle.amina.id)
    assert {one.sort for one in life.watches} == {Sort.ROUTINE, Sort.JOURNEY}
    assert [one.id for one in life.roster.contacts] == [circle.zora.id, circle.bek.id]
    assert [one.id for one in life.roster.coordinators] == [circle.olga.id, circle.tom.id]
    assert await storage.readings.life(somebody()) is None


async def test_the_diary_tells_what_happened_and_what_was_said_because_of_it(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    await record(storage, Cried(circle.amina.id, Cause.SOS, clock()))
    (seen,) = await storage.readings.open_alarms()
    clock.push(minutes=1)
    found = Reported(clock(), circle.tom.id, Finding.CANNOT_REACH)
    await record(storage, Helped(seen.alarm.id, found, "No light in the house."))
    newest, cried, _ = await storage.readings.diary(circle.amina.id, 10)
    assert newest.words == "No light in the house."
    assert newest.at == clock()
    assert isinstance(cried.happening, Cried)
    assert {who for who, _ in cried.said} == {circle.amina.id, circle.olga.id, circle.tom.id}
    assert await storage.readings.diary(circle.amina.id, 1) == (newest,)
    assert await storage.readings.diary(somebody(), 10) == ()


async def test_a_note_sent_along_goes_into_the_diary(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    note = {circle.amina.id: "Raid next door."}
    await record(storage, Lived(circle.amina.id, CheckedIn(clock())), notes=note)
    (line,) = await storage.readings.diary(circle.amina.id, 1)
    assert line.words == "Raid next door."


async def test_the_operator_counts_without_opening_anything(storage):
    await enrol(storage, a_circle(1), a_circle(2))
    counts = await storage.readings.counts()
    assert (counts.people, counts.chats, counts.open_alarms, counts.stuck) == (10, 10, 0, 0)
    assert counts.watches == {Stage.WAITING: 2}
