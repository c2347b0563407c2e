"""Whoever says no, comes second, is here already or gives no answer leaves nothing behind."""

from datetime import timedelta

import pytest

from rules.people import Role
from rules.terms import Level
from storage.deed import Deed, Invite
from storage.persons import Invitation
from tests.handlers.enrol.parts import (
    reads_to_the_end,
    says_yes,
)
from tests.handlers.speaking import Somebody


@pytest.mark.parametrize(
    ("answers", "last"),
    [
        (("1", "1", "1", "1", "2"), "enrol-another-way"),
        (("1", "1", "1", "1", "another way"), "enrol-another-way"),
        (("1", "1", "1", "1", "1", "2"), "enrol-shared"),
        (("1", "1", "1", "1", "1", "1", "not now"), "enrol-not-now"),
    ],
)
async def test_whoever_says_no_leaves_nothing_behind(mina, invited, answers, last):
    await mina.types(f"/start {invited}")
    for answer in answers:
        heard = await mina.types(answer)

    assert heard.ids == [last]
    assert await mina.person() is None
    assert await mina.dialogue() is None
    # The link stays good: a second thought costs nobody their place.
    assert (await mina.types(f"/start {invited}")).ids == ["enrol-number"]


async def test_ask_me_when_i_am_alone_waits_as_long_as_the_link_is_good(mina, invited, house):
    await mina.types(f"/start {invited}")
    for answer in ("1", "1", "1", "1", "1", "1"):
        await mina.types(answer)
    assert (await mina.types("ask me when i am alone")).ids == ["enrol-alone"]

    house.passes(hours=30)

    assert (await mina.types("next")).ids == ["enrol-join"]
    assert (await mina.types("yes")).ids == ["enrol-agreed"]


async def test_the_link_is_worth_nothing_to_whoever_comes_second(mina, invited, house):
    await says_yes(mina, invited)
    stranger = Somebody(house, 666)

    assert (await stranger.types(f"/start {invited}")).ids == ["stranger-not-in-use"]


async def test_two_who_read_at_once_do_not_both_get_in(mina, invited, house):
    other = Somebody(house, 101)
    await other.types(f"/start {invited}")
    await says_yes(mina, invited)
    for answer in ("1", "1", "1", "1", "1", "1"):
        await other.types(answer)

    assert (await other.types("yes")).ids == ["link-over"]
    assert await other.person() is None


async def test_an_expired_link_is_over(mina, invited, house):
    house.passes(hours=49)

    assert (await mina.types(f"/start {invited}")).ids == ["stranger-not-in-use"]


async def test_what_is_not_an_answer_shows_the_question_again(mina, invited):
    await mina.types(f"/start {invited}")

    assert (await mina.types("what is this")).ids == ["enrol-number"]


async def test_her_old_button_says_nothing_when_the_conversation_is_over(mina, invited, house):
    heard = await mina.types(f"/start {invited}")
    house.passes(hours=2)

    assert (await mina.presses(heard.buttons[0])).ids in ([], ["stranger-not-in-use"])
    assert await mina.person() is None


async def test_a_coordinator_who_is_also_watched_over_stays_one_person(house, invited):
    bea = await house.coordinator()
    chat = Somebody(house, 300)

    await says_yes(chat, invited)

    person = await chat.person()
    assert person.id == bea.id
    assert person.roles == {Role.COORDINATOR, Role.DEFENDER}
    assert person.code == "B2"
    assert (await chat.routine()).terms.grace == timedelta(minutes=30)
    assert await house.storage.readings.by_code("A7") is None


async def test_whoever_is_here_already_gets_nothing_from_a_second_link(house, invited):
    await house.defender(chat=100, code="A9")

    assert (await Somebody(house, 100).types(f"/start {invited}")).ids == ["stranger-not-in-use"]


async def test_somebody_invited_without_preparation_gets_the_template(house, mina):
    stamps = house.storage.stamps
    token = stamps.new_token()
    invitation = Invitation(
        digest=stamps.digest(token),
        role=Role.DEFENDER,
        inviter=None,
        number="1234",
        expires_at=house.now + timedelta(hours=48),
        code="A8",
        nick="Nino",
        level=Level.MEDIUM,
    )
    await house.storage.journal.record(Deed(changes=(Invite(invitation),)))

    await says_yes(mina, token)

    person = await mina.person()
    assert (person.code, person.nick, person.level) == ("A8", "Nino", Level.MEDIUM)
    assert (await mina.routine()).terms.level is Level.MEDIUM


async def test_a_button_of_the_terms_opens_them_again_when_the_conversation_is_over(
    mina, invited, house
):
    heard = await says_yes(mina, invited)
    house.passes(hours=2)

    assert "enrol-terms" in (await mina.presses(heard.buttons[0])).ids


async def test_a_button_of_the_terms_says_nothing_once_it_has_begun(mina, invited):
    heard = await says_yes(mina, invited)
    await reads_to_the_end(mina)
    await mina.types("yes")
    before = await mina.routine()

    await mina.presses(heard.buttons[0])
    await mina.presses("begin:yes")

    assert await mina.routine() == before
