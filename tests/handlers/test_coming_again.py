"""Somebody comes by a second link: for the same place, or after they have gone."""

import pytest

from rules.people import Role
from storage.persons import Standing
from tests.handlers.speaking import Somebody

TO_THE_YES = ("next", "next", "next", "next", "i understand", "yes", "yes")


@pytest.fixture
async def bea(house):
    """Bea, of the office."""
    await house.coordinator()
    return Somebody(house, 300)


@pytest.fixture
async def mina(house):
    """Mina, who has named her aunt."""
    await house.contact(await house.defender())
    return Somebody(house, 100)


async def test_an_older_link_opens_nothing_once_somebody_came_by_a_newer_one(house, bea):
    invited = await bea.types("invite low en UTC 19:00 Nino")
    older, code = invited.token, invited.invitation.code
    newer = (await bea.types(f"invite {code}")).token
    nino, finder, late = (Somebody(house, chat) for chat in (501, 502, 503))
    await late.types(f"/start {older}")
    for word in TO_THE_YES[:-1]:
        await late.types(word)
    for word in (f"/start {newer}", *TO_THE_YES):
        heard = await nino.types(word)
    assert heard.ids == ["enrol-agreed"]

    assert (await finder.types(f"/start {older}")).ids == ["stranger-not-in-use"]
    assert (await late.types("yes")).ids == ["link-over"]

    assert await finder.person() is None
    assert await late.person() is None
    assert (await nino.person()).code == code


async def test_a_contact_who_has_gone_may_come_again_before_they_are_forgotten(house, bea, mina):
    auntie = Somebody(house, 200)
    await auntie.types("stop")
    await auntie.types("yes")
    before = await auntie.person()
    assert before.standing is Standing.LEFT
    for word in ("invite", "Auntie", "near", "3"):
        handed = await mina.types(word)

    for word in (f"/start {handed.token}", "yes", "next", "yes", "yes", "3"):
        heard = await auntie.types(word)

    assert heard.ids == ["join-done"]
    again = await auntie.person()
    assert again.id != before.id
    assert again.roles == {Role.CONTACT}
    assert [one.id for one in (await mina.person()).contacts] == [again.id]
    assert before.id in await house.storage.forgetting.waiting()
    assert (await house.storage.readings.person(before.id)).chats == ()


async def test_whoever_has_gone_reads_what_every_stranger_reads(house, bea, mina):
    auntie = Somebody(house, 200)
    await auntie.types("stop")
    await auntie.types("yes")

    assert (await auntie.types("open")).ids == ["stranger-not-in-use"]
    assert (await auntie.presses("seen")).ids == ["stranger-not-in-use"]


async def test_a_bare_start_of_somebody_known_is_unsaid_and_a_strangers_is_left_alone(house, mina):
    assert len((await mina.types("/start")).deed.unsays) == 1
    assert (await Somebody(house, 666).types("/start")).deed.unsays == ()
