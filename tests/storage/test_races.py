"""Many things happen to one person at once; none of them overrules another."""

import asyncio
from dataclasses import replace

import pytest

from rules.events import Answered, Cause, CheckedIn
from rules.watch import Stage
from storage.deed import Cried, Deed, Helped, KeepPerson, Lived
from storage.heads import Heads
from storage.persons import Person
from storage.versions import CompareAndSwapMissed
from tests.storage.circle import a_circle, enrol, sweep_all

TASKS = 64


async def test_sixty_four_tasks_on_one_watch_all_count(storage, clock):
    circle = a_circle()
    await enrol(storage, circle)
    clock.push(hours=8)
    deed = Deed(happenings=(Lived(circle.amina.id, CheckedIn(clock())),))
    await asyncio.gather(*(storage.journal.record(deed) for _ in range(TASKS)))
    lines = await storage.readings.diary(circle.amina.id, 1000)
    assert sum(isinstance(one.happening.event, CheckedIn) for one in lines) == TASKS
    heads = Heads(storage.writer, storage.reader, clock)
    await heads.sign()
    assert (await heads.check()).faults == ()


async def test_two_houses_write_about_one_person_and_lose_nothing(opened, clock):
    houses = [opened(), opened()]
    circle = a_circle()
    await enrol(houses[0], circle)
    clock.push(hours=8)
    deed = Deed(happenings=(Lived(circle.amina.id, CheckedIn(clock())),))
    await asyncio.gather(*(houses[n % 2].journal.record(deed) for n in range(TASKS)))
    lines = await houses[0].readings.diary(circle.amina.id, 1000)
    assert sum(isinstance(one.happening.event, CheckedIn) for one in lines) == TASKS


@pytest.mark.parametrize("check_in_first", [True, False])
async def test_a_check_in_that_lands_while_the_sweep_decides_is_never_overruled(
    opened, clock, check_in_first
):
    """Whichever comes first: with her note in the window she is never left as missed."""
    houses = [opened(), opened()]
    circles = [a_circle(number) for number in range(1, 17)]
    await enrol(houses[0], *circles)
    clock.push(hours=10, minutes=45)

    async def check_in(circle, house):
        await house.journal.record(Deed(happenings=(Lived(circle.amina.id, CheckedIn(clock())),)))

    async def sweep(house):
        await house.journal.sweep_watches(clock(), limit=3)

    notes = [check_in(circle, houses[n % 2]) for n, circle in enumerate(circles)]
    sweeps = [sweep(houses[n % 2]) for n in range(12)]
    both = [*notes, *sweeps] if check_in_first else [*sweeps, *notes]
    await asyncio.gather(*both)
    await sweep_all(houses[0], clock())
    for circle in circles:
        life = await houses[0].readings.life(circle.amina.id)
        assert life.watches[0].stage is Stage.WAITING
        assert life.watches[0].due_at > clock()
        assert not life.alarms


async def test_of_all_who_change_one_person_each_was_decided_on_what_it_read(opened):
    houses = [opened(), opened()]
    circle = a_circle()
    await enrol(houses[0], circle)

    async def count_up(house):
        while True:
            read: Person = await house.readings.person(circle.amina.id)
            changed = replace(read, facts={"n": str(int(read.facts.get("n", "0")) + 1)})
            try:
                await house.journal.record(Deed(changes=(KeepPerson(changed),)))
            except CompareAndSwapMissed:
                continue
            return

    await asyncio.gather(*(count_up(houses[n % 2]) for n in range(TASKS)))
    assert (await houses[1].readings.person(circle.amina.id)).facts == {"n": str(TASKS)}


async def test_of_all_who_cry_for_help_at_once_one_alarm_opens(opened, clock):
    houses = [opened(), opened()]
    circle = a_circle()
    await enrol(houses[0], circle)
    cry = Deed(happenings=(Cried(circle.amina.id, Cause.SOS, clock()),))
    await asyncio.gather(*(houses[n % 2].journal.record(cry) for n in range(TASKS)))
    (seen,) = await houses[0].readings.open_alarms()
    assert len(seen.alarm.causes) == 20  # as many as an alarm remembers


async def test_alarms_that_open_at_once_have_numbers_of_their_own(opened, clock):
    houses = [opened(), opened()]
    circles = [a_circle(number) for number in range(1, 25)]
    await enrol(houses[0], *circles)
    cries = [
        houses[n % 2].journal.record(Deed(happenings=(Cried(one.amina.id, Cause.SOS, clock()),)))
        for n, one in enumerate(circles)
    ]
    await asyncio.gather(*cries)
    seen = await houses[0].readings.open_alarms()
    assert [one.alarm.number for one in seen] == list(range(1, 25))


async def test_two_coordinators_take_it_at_once_and_one_has_it(opened, clock):
    houses = [opened(), opened()]
    circle = a_circle()
    await enrol(houses[0], circle)
    await houses[0].journal.record(Deed(happenings=(Cried(circle.amina.id, Cause.SOS, clock()),)))
    (seen,) = await houses[0].readings.open_alarms()
    takes = [
        Deed(happenings=(Helped(seen.alarm.id, Answered(clock(), who)),))
        for who in (circle.olga.id, circle.tom.id)
    ]
    await asyncio.gather(*(houses[n % 2].journal.record(takes[n % 2]) for n in range(16)))
    (seen,) = await houses[1].readings.open_alarms()
    assert seen.alarm.holder in {circle.olga.id, circle.tom.id}
