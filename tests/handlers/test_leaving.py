"""Somebody stops: the office speaks with whoever sends notes, a contact goes at once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from rules.notices import Kind
from rules.people import Role
from rules.terms import Leave
from storage.persons import OwnerLink, Standing
from tests.handlers.speaking import Somebody, deliver, kinds, pass_time, sentences


@pytest.fixture
async def mina(house, bea):
    """Mina, who has named Auntie."""
    house.now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    mina = await house.defender()
    await house.contact(mina, chat=200, nick="Auntie")
    await deliver(house)
    return Somebody(house, 100)


async def leaving(mina):
    return [one for one in (await mina.routine()).pending if isinstance(one.change, Leave)]


# --- Somebody who sends notes --------------------------------------------------------------------


@pytest.mark.parametrize("yes", ["8", "yes", "\u0668", "press"])
async def test_stopping_is_asked_once_and_told_to_the_office(mina, house, bea, yes):
    heard = await mina.types("stop")
    assert heard.ids == ["leaving-sure"]
    assert "72 hours" in heard.text

    await (mina.presses("leave-sure:yes") if yes == "press" else mina.types(yes))

    (pending,) = await leaving(mina)
    assert pending.from_at == house.now + timedelta(hours=72)
    said = await deliver(house)
    assert kinds(said, bea) == [Kind.LEAVING_ASKED]
    assert kinds(said, await mina.person()) == [Kind.LEAVING]


@pytest.mark.parametrize("no", ["9", "no", "cancel", "nonsense", "1", "2", "3", "4"])
async def test_nobody_leaves_by_a_slip(mina, no):
    await mina.types("stop")

    await mina.types(no)

    assert await leaving(mina) == []


async def test_one_and_two_are_note_and_help_also_here(mina, house):
    await mina.types("stop")
    await mina.types("1")
    assert (await mina.routine()).last_sign_at == house.now

    await mina.types("2")
    assert [one.kind for one in await house.alarms()] == ["sos"]


async def test_whoever_has_asked_reads_until_when_and_may_stay(mina):
    await mina.types("stop")
    await mina.types("yes")

    heard = await mina.types("stop")
    assert heard.ids == ["leaving-asked"]
    await mina.types("keep")

    assert await leaving(mina) == []


async def test_notes_go_on_until_then(mina, house):
    await mina.types("stop")
    await mina.types("yes")
    house.now = house.now.replace(hour=18)

    await mina.types("1")

    assert (await mina.routine()).last_sign_at == house.now


async def test_nobody_is_kept_longer_than_that(mina, house, bea):
    await mina.types("stop")
    await mina.types("yes")
    for _ in range(3):
        house.now = house.now.replace(hour=18)
        await mina.types("1")
        await pass_time(house, days=1)
        said = await deliver(house)

    assert Kind.LEFT in kinds(said, bea)


# --- A contact -----------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["1", "yes", "press"])
async def test_a_contact_goes_at_once(mina, house, bea, how):
    auntie = Somebody(house, 200)
    assert (await auntie.types("stop")).ids == ["part-how"]

    heard = await (auntie.presses("part-how:yes") if how == "press" else auntie.types(how))

    assert heard.ids == ["part-done", "part-delete"]
    assert (await mina.person()).contacts == ()
    assert (await auntie.person()).standing is Standing.LEFT
    said = await deliver(house)
    assert kinds(said, bea) == [Kind.CONTACT_UNREACHABLE]
    assert sentences(said, await mina.person()) == ["part-told"]
    assert (await auntie.types("hello")).ids == ["stranger-not-in-use"]


@pytest.mark.parametrize("how", ["2", "quietly"])
async def test_a_contact_goes_quietly(mina, house, bea, how):
    auntie = Somebody(house, 200)
    await auntie.types("stop")

    await auntie.types(how)

    (link,) = (await mina.person()).contacts
    assert link.standing is Standing.LEFT
    assert (await mina.life()).roster.contacts == ()
    said = await deliver(house)
    assert sentences(said, await mina.person()) == []
    assert kinds(said, await mina.person()) == []
    assert kinds(said, bea) == [Kind.CONTACT_UNREACHABLE]
    assert "A…, friend: cannot be reached" in (await mina.types("6")).text


@pytest.mark.parametrize("how", ["3", "no", "cancel", "hm"])
async def test_a_contact_may_stay(mina, house, how):
    auntie = Somebody(house, 200)
    await auntie.types("stop")

    await auntie.types(how)

    assert (await auntie.person()).standing is Standing.PROVEN
    assert len((await mina.person()).contacts) == 1


async def test_whoever_goes_in_the_middle_is_passed_over_at_once(mina, house):
    auntie = Somebody(house, 200)
    await mina.types("2")
    for _ in range(3):
        await pass_time(house, minutes=5)
        await deliver(house)
    (alarm,) = await house.alarms()
    person = await auntie.person()
    assert person.id in alarm.told

    await auntie.types("stop")
    await auntie.types("yes")

    (alarm,) = await house.alarms()
    assert person.id in alarm.unreachable
    # While it is open her chat gets nothing unasked (law 15).
    assert "part-told" not in sentences(await deliver(house), await mina.person())


async def test_somebody_of_the_office_stays_for_that(mina, house):
    lawyer = await house.coordinator(chat=202, code="B3")
    both = frozenset({Role.CONTACT, Role.COORDINATOR})
    known = (OwnerLink((await mina.person()).id, "Mina"),)
    await house.keeps(replace(lawyer, roles=both, owners=known))

    await Somebody(house, 202).types("stop")
    heard = await Somebody(house, 202).types("yes")

    assert heard.ids == ["part-done"]
    left = await Somebody(house, 202).person()
    assert (left.roles, left.owners) == (frozenset({Role.COORDINATOR}), ())
    assert left.standing is not Standing.LEFT
