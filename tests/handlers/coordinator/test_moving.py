"""A lost phone: a new chat by one link, a number compared by voice, no word to the old one."""

from dataclasses import replace

import pytest

from storage.deed import Reply
from storage.persons import Chat
from tests.handlers.coordinator.office import Colleague
from tests.handlers.speaking import deliver, sentences


@pytest.fixture
def new_phone(house):
    """Whoever holds the new phone."""
    return Colleague(house, 900)


@pytest.fixture
async def link(bea, mina):
    """The link for A7's new chat."""
    return await bea.types("move A7")


async def test_the_number_heard_by_voice_lets_the_new_chat_in(
    bea, carl, mina, new_phone, link, house
):
    number = link.invitation.number
    shown = await new_phone.types(f"/start {link.token}")
    assert shown.ids == ["move-number"]
    assert number in shown.text
    assert (await new_phone.types("yes")).ids == ["move-wait"]
    assert await new_phone.person() is None  # the link alone lets nobody in
    await deliver(house)

    await bea.types(f"move A7 {number}")

    person = await new_phone.person()
    assert person.code == "A7"
    assert [one.address.chat for one in person.chats] == [900]
    assert "moving-to" not in person.facts
    said = await deliver(house)
    assert sentences(said, person) == ["move-done"]
    assert sentences(said, await carl.person()) == ["office-move-told"]
    assert not [one for one in said if one.to.chat == 100]  # the old chat is told nothing


async def test_the_button_does_the_same(bea, mina, new_phone, link, house):
    await new_phone.types(f"/start {link.token}")
    await new_phone.presses("office-move:yes")
    said = await deliver(house)
    replies = [one.act for one in said if isinstance(one.act, Reply)]
    (asked,) = [one for one in replies if one.words[0].id == "office-move-heard"]

    await bea.presses(asked.buttons[0][0].data)

    assert (await new_phone.person()).code == "A7"


async def test_the_old_chat_is_a_stranger_from_then_on(bea, mina, new_phone, link, house):
    await _moves(bea, new_phone, link)

    read = await mina.types("1")

    assert read.ids == ["stranger-not-in-use"]
    assert read.deed.happenings == ()
    assert (await new_phone.types("1")).deed.happenings != ()


@pytest.mark.parametrize("answer", ["no", "2"])
async def test_a_number_that_differs_ends_it(bea, new_phone, link, answer, house):
    await new_phone.types(f"/start {link.token}")

    assert (await new_phone.types(answer)).ids == ["move-stop"]
    assert (await bea.types(f"move A7 {link.invitation.number}")).ids == ["office-move-nobody"]
    assert await new_phone.person() is None


async def test_another_number_lets_nobody_in(bea, new_phone, link):
    await new_phone.types(f"/start {link.token}")
    await new_phone.types("1")

    read = await bea.types("move A7 0000x")

    assert read.ids == ["office-move-other-number"]
    assert await new_phone.person() is None


async def test_the_office_may_say_no(bea, new_phone, link):
    await new_phone.types(f"/start {link.token}")
    await new_phone.types("1")

    await bea.types("move A7 no")

    assert (await bea.types(f"move A7 {link.invitation.number}")).ids == ["office-move-nobody"]
    assert await new_phone.person() is None


async def test_after_two_hours_it_must_begin_anew(bea, new_phone, link, house):
    await new_phone.types(f"/start {link.token}")
    await new_phone.types("1")
    house.passes(hours=3)

    assert (await bea.types(f"move A7 {link.invitation.number}")).ids == ["office-move-nobody"]


async def test_whoever_opens_the_link_second_gets_the_dull_answer(new_phone, link, house):
    await new_phone.types(f"/start {link.token}")
    await new_phone.types("1")
    other = Colleague(house, 901)

    assert (await other.types(f"/start {link.token}")).ids == ["stranger-not-in-use"]


async def test_two_who_have_it_open_do_not_both_get_on(new_phone, link, house):
    other = Colleague(house, 901)
    await new_phone.types(f"/start {link.token}")
    await other.types(f"/start {link.token}")
    await new_phone.types("1")

    assert (await other.types("1")).ids == ["move-stop"]


async def test_a_second_link_does_not_let_in_by_the_first_number(bea, new_phone, link, house):
    await new_phone.types(f"/start {link.token}")
    await new_phone.types("1")
    second = await bea.types("/move A7")
    other = Colleague(house, 901)
    await other.types(f"/start {second.token}")
    await other.types("1")

    read = await bea.types(f"move A7 {link.invitation.number}")

    assert link.invitation.number != second.invitation.number
    assert read.ids == ["office-move-other-number"]
    assert await other.person() is None


async def test_ones_own_chat_needs_no_moving(link, house):
    read = await Colleague(house, 100).types(f"/start {link.token}")

    assert read.ids == ["move-here-already"]
    assert read.deed.changes == ()


async def test_another_persons_chat_is_refused(link, aunt, house):
    read = await Colleague(house, 200).types(f"/start {link.token}")

    assert read.ids == ["move-other-chat"]


async def test_a_coordinator_who_moves_can_be_reached_again(bea, carl, house, new_phone):
    him = await carl.person()
    closed = tuple(Chat(one.address, reachable=False) for one in him.chats)
    await house.keeps(replace(him, chats=closed))
    assert not (await carl.member()).reachable
    link = await bea.types("move B3")

    await _moves(bea, new_phone, link, "B3")

    assert (await new_phone.person()).code == "B3"
    assert (await new_phone.member()).reachable


async def test_what_cannot_be_moved(bea, mina):
    for text, answer in [
        ("move", "office-form-move"),
        ("move A99", "office-nobody-called"),
        ("move B2", "office-not-yourself"),
        ("move A7 1234", "office-move-nobody"),
        ("move A7 yes", "office-move-nobody"),
    ]:
        read = await bea.types(text)

        assert read.ids == [answer]
        assert read.deed.changes == ()


async def test_somebody_who_has_not_come_yet_gets_an_invitation_instead(bea):
    await bea.types("/invite low en UTC usual Nino")

    assert (await bea.types("move A1")).ids == ["office-not-here-yet"]


async def _moves(bea, new_phone, link, code="A7"):
    await new_phone.types(f"/start {link.token}")
    await new_phone.types("1")
    await bea.types(f"move {code} {link.invitation.number}")
