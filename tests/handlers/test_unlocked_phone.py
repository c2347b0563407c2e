"""Somebody has her unlocked phone for an hour: what they ask for seems done, and harms nothing."""

from dataclasses import replace

import pytest

from rules.alarm import Kind as AlarmKind
from rules.events import Cause, Verdict
from rules.notices import Kind
from rules.people import Role
from rules.terms import Leave, Pause
from storage.deed import Cried, Deed, KeepHouse
from storage.persons import Member
from tests.handlers.speaking import Somebody, deliver, kinds, pass_time, sentences


@pytest.fixture
async def bea(house):
    """Bea, who says what is seized."""
    await house.coordinator()
    return Somebody(house, 300)


@pytest.fixture
async def tom(house, bea):
    """Tom, who also coordinates."""
    await house.coordinator(chat=301, code="B3", on_duty=False)
    return Somebody(house, 301)


@pytest.fixture
async def mina(house, bea, tom):
    """Mina, who has two people, and whose phone somebody else holds later."""
    her = await house.defender()
    await house.contact(her, chat=200, nick="Auntie")
    await house.contact(her, chat=201, nick="Bek")
    await deliver(house)
    return Somebody(house, 100)


def same(one, other):
    """Whether whoever looks at the chat reads the same."""
    return one.text == other.text and one.buttons == other.buttons


# --- Leaving and breaks ---------------------------------------------------------------------------


async def test_leaving_seems_to_begin_and_nobody_is_forgotten(mina, bea, tom, house):
    await bea.types("seized A7")
    await deliver(house)

    await mina.types("stop")
    await mina.types("8")
    said = await deliver(house)

    assert Kind.LEAVING in kinds(said, await mina.person())
    assert Kind.LEAVING_ASKED in kinds(said, await bea.person())
    (waits,) = (await mina.routine()).pending
    assert (waits.change, waits.verdict) == (Leave(), Verdict.FORCED)
    assert (await mina.types("stop")).ids == ["leaving-asked"]
    alarm = (await house.alarms())[0]
    await pass_time(house, hours=73)
    await bea.types(f"close {alarm.number} detained she is in the old town")
    await bea.types("yes")
    assert await house.alarms() == []
    assert (await mina.person()) is not None
    assert (await mina.routine()).left_at is None


async def test_leaving_that_was_asked_before_anybody_knew_waits_for_a_word_by_voice(
    mina, bea, tom, house
):
    await mina.types("stop")
    await mina.types("8")
    (waits,) = (await mina.routine()).pending
    assert waits.verdict is Verdict.GENUINE
    await bea.types("seized A7")

    await pass_time(house, hours=73)
    await bea.types(f"close {(await house.alarms())[0].number} detained in the old town")
    await bea.types("yes")

    assert (await mina.routine()).left_at is None


async def test_a_break_is_answered_as_ever_and_the_office_hears_of_it(mina, bea, tom, house):
    await bea.types("seized A7")
    await deliver(house)

    await mina.types("break 5d")

    said = await deliver(house)
    assert kinds(said, await mina.person()) == [Kind.BREAK_PENDING]
    assert Kind.CHANGE_TOLD in kinds(said, await bea.person())
    (waits,) = (await mina.routine()).pending
    assert isinstance(waits.change, Pause)
    assert waits.verdict is Verdict.FORCED
    # However long it is: she is sought until somebody of the office says how it ended.
    await pass_time(house, hours=30)
    assert [one.kind for one in await house.alarms()] == [AlarmKind.DURESS]


async def test_in_her_own_hands_both_mean_what_they_say(mina):
    await mina.types("break 5d")
    await mina.types("stop")
    await mina.types("8")

    assert {one.verdict for one in (await mina.routine()).pending} == {Verdict.GENUINE}


# --- Her people -----------------------------------------------------------------------------------


async def test_somebody_taken_out_there_seems_gone_and_is_asked_all_the_same(mina, bea, house):
    await bea.types("seized A7")
    before = await mina.person()

    await mina.types("remove")
    gone = await mina.types("Auntie")

    assert gone.ids == ["removed"]
    assert "A…" not in (await mina.types("people")).text
    assert len((await mina.types("remove")).buttons) == 1
    assert (await mina.person()).contacts == before.contacts
    assert (await Somebody(house, 200).person()).owners
    assert (await mina.types("Auntie")).ids != ["removed"]  # she is not there to be taken out again

    await bea.types("free A7")

    assert "A…" in (await mina.types("people")).text


async def test_all_of_them_may_seem_gone(mina, bea, house):
    await bea.types("seized A7")
    for name in ("Auntie", "Bek"):
        await mina.types("remove")
        await mina.types(name)

    assert (await mina.types("people")).ids == ["people-nobody"]
    assert len((await mina.person()).contacts) == 2


async def test_a_later_seizure_begins_with_all_of_them(mina, bea, house):
    await bea.types("seized A7")
    await mina.types("remove")
    await mina.types("Auntie")
    await bea.types("free A7")
    await bea.types("seized A7")

    assert "A…" in (await mina.types("people")).text


async def test_it_looks_as_it_does_in_her_own_hands(mina, bea, house):
    """The same words and buttons as somebody gets who really takes out her people."""
    her = await house.defender(chat=110, code="A8", nick="Nora")
    await house.contact(her, chat=210, nick="Auntie")
    await house.contact(her, chat=211, nick="Bek")
    await bea.types("seized A7")
    nora = Somebody(house, 110)

    for text in ("people", "remove", "Auntie", "people"):
        seized, free = await mina.types(text), await nora.types(text)
        assert seized.text == free.text, text
        assert [type(one) for one in seized.deed.changes] == [
            type(one) for one in free.deed.changes
        ], text


async def test_in_her_own_hands_they_are_gone_at_once(mina, house):
    await mina.types("remove")
    await mina.types("Auntie")

    assert [one.nick for one in (await mina.person()).contacts] == ["Bek"]
    assert (await Somebody(house, 200).person()).owners == ()


# --- Somebody of the office who also sends notes --------------------------------------------------


@pytest.fixture
async def olga(house, bea, tom):
    """Olga, who coordinates and also sends notes, as A9."""
    her = await house.defender(chat=130, code="A9", nick="Olga")
    both = replace(her, roles=frozenset({Role.DEFENDER, Role.COORDINATOR}))
    kept = await house.storage.readings.person(her.id)
    await house.keeps(replace(kept, roles=both.roles))
    known = await house.storage.readings.house()
    members = (*known.members, Member(id=her.id, code="A9"))
    await house.storage.journal.record(Deed(changes=(KeepHouse(replace(known, members=members)),)))
    return Somebody(house, 130)


@pytest.fixture
async def open_one(mina, olga, house):
    """The number of an alarm about Mina."""
    cried = Cried((await mina.person()).id, Cause.SOS, house.now)
    await house.storage.journal.record(Deed((cried,)))
    await deliver(house)
    return (await house.alarms())[0].number


async def test_what_a_coordinator_does_there_seems_done_and_is_not(
    open_one, olga, bea, mina, house
):
    await bea.types("seized A9")
    await deliver(house)

    await olga.types(f"take {open_one}")

    said = await deliver(house)
    assert Kind.TAKEN in kinds(said, await olga.person())
    (alarm,) = [one for one in await house.alarms() if one.number == open_one]
    assert alarm.holder is None
    assert Kind.NEWS in kinds(said, await bea.person())


async def test_nothing_is_ended_from_there_and_no_phone_given_back(
    open_one, olga, bea, mina, house
):
    await bea.types("seized A9")
    await bea.types("seized A7")
    await deliver(house)

    await olga.types(f"close {open_one} safe all is well")
    closed = await olga.types("yes")
    assert closed.ids == []  # the rules would say it
    freed = await olga.types("free A7")
    assert freed.ids == ["office-freed"]
    weaker = await olga.types("terms A7 grace 3h")
    assert weaker.ids[0] == "inner-terms-sure"
    await olga.types("yes")

    assert open_one in [one.number for one in await house.alarms()]
    assert [one.in_other_hands(house.now) for one in (await mina.person()).chats] == [True]
    assert (await mina.routine()).pending == ()
    said = await deliver(house)
    assert sentences(said, await Somebody(house, 301).person()) == []


async def test_whoever_has_the_duty_there_has_it_no_longer(olga, bea, house):
    await olga.types("duty on")
    await bea.types("seized A9")

    her = (await olga.person()).id
    members = (await house.storage.readings.house()).members
    assert [one.on_duty for one in members if one.id == her] == [False]
    assert [one.on_duty for one in members if one.code == "B2"] == [True]
    await olga.types("duty on")  # seems taken, and is not
    members = (await house.storage.readings.house()).members
    assert [one.on_duty for one in members if one.id == her] == [False]


async def test_in_her_own_hands_it_counts(open_one, olga, house):
    await olga.types(f"take {open_one}")

    (alarm,) = [one for one in await house.alarms() if one.number == open_one]
    assert alarm.holder == (await olga.person()).id


async def test_looking_something_up_is_answered_as_ever(open_one, olga, bea, house):
    free = await olga.types("board")
    await bea.types("seized A9")
    await deliver(house)

    seized = await olga.types("duty")

    assert seized.deed.happenings == ()
    assert free.deed.happenings == ()
