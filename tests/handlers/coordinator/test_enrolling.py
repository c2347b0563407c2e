"""Somebody joins the office: the number, what it means, a yes, and no word before it matches."""

from dataclasses import replace

import pytest

from handlers.words import Speech, languages
from rules.people import Role
from tests.handlers.coordinator.office import Colleague
from tests.handlers.speaking import deliver, sentences

TONGUE = languages()[-1]


@pytest.fixture
async def link(bea):
    """A link for B1, as Bea handed it out."""
    return await bea.types("invite coordinator")


@pytest.fixture
def dan(house):
    """Somebody nobody knows yet."""
    return Colleague(house, 400)


async def reads_to_the_end(somebody, link, language="en"):
    """Open the link and answer until the last question stands there."""
    await somebody.types(f"/start {link.token}")
    await somebody.types("yes")
    await somebody.presses(f"office-join-language:{language}")
    for answer in ("next", "next", "i understand"):
        await somebody.types(answer)


async def test_the_number_comes_first_and_nothing_else(dan, link):
    read = await dan.types(f"/start {link.token}")

    assert read.ids == ["office-join-number"]
    assert link.invitation.number in read.text
    assert await dan.person() is None


async def test_a_number_that_differs_ends_it_and_keeps_nothing(dan, link):
    await dan.types(f"/start {link.token}")

    read = await dan.types("no")

    assert read.ids == ["office-join-no"]
    assert await dan.person() is None
    assert await dan.dialogue() is None


async def test_reading_choosing_a_language_and_saying_yes(dan, bea, link, house):
    await reads_to_the_end(dan, link, TONGUE)
    assert await dan.person() is None

    await dan.types("yes")

    person = await dan.person()
    assert person.roles == {Role.COORDINATOR}
    assert (person.code, person.language) == ("B1", TONGUE)
    member = await dan.member()
    assert not member.on_duty
    assert member.language == TONGUE
    assert sentences(await deliver(house), await bea.person())[-1] == "office-join-told"
    assert await house.storage.readings.invitation(link.token) is None


async def test_everybody_of_the_office_hears_who_joins_it(dan, bea, carl, link, house):
    await reads_to_the_end(dan, link)
    await dan.types("yes")

    said = await deliver(house)

    for colleague in (bea, carl):
        assert sentences(said, await colleague.person()).count("office-join-told") == 1
    assert "office-join-told" not in sentences(said, await dan.person())


@pytest.mark.parametrize("said", ["number", "code", "name"])
@pytest.mark.parametrize("chosen", languages())
async def test_a_language_by_its_number_code_or_own_name(dan, link, house, chosen, said):
    name = Speech(chosen, "UTC", house.now).say(f"language-{chosen}")
    number = str(languages().index(chosen) + 1)
    await dan.types(f"/start {link.token}")
    await dan.types("1")

    await dan.types({"number": number, "code": chosen, "name": name}[said])

    dialogue = await dan.dialogue()
    assert (dialogue.step, dialogue.data["language"]) == ("office-join-work", chosen)


async def test_where_nobody_else_answers_the_new_one_is_on_duty_at_once(bea, link, house, dan):
    person = await bea.person()
    closed = tuple(replace(one, reachable=False) for one in person.chats)
    await house.keeps(replace(person, chats=closed))

    await reads_to_the_end(dan, link)
    read = await dan.types("yes")

    assert (await dan.member()).on_duty
    assert "office-join-on-duty" in read.ids


@pytest.mark.parametrize("answer", ["no", "2"])
async def test_a_no_keeps_nothing(dan, link, answer, house):
    await reads_to_the_end(dan, link)

    read = await dan.types(answer)

    assert read.ids == ["office-join-no"]
    assert await dan.person() is None
    assert all(one.code != "B1" for one in (await house.storage.readings.house()).members)


async def test_whoever_comes_second_gets_nothing(dan, link, house):
    other = Colleague(house, 401)
    await reads_to_the_end(dan, link)
    await reads_to_the_end(other, link)
    await dan.types("yes")

    read = await other.types("yes")

    assert read.ids == ["link-over"]
    assert await other.person() is None


async def test_a_used_link_gets_the_dull_answer(dan, link, house):
    await reads_to_the_end(dan, link)
    await dan.types("yes")

    read = await Colleague(house, 401).types(f"/start {link.token}")

    assert read.ids == ["stranger-not-in-use"]


async def test_a_link_that_has_expired_gets_the_dull_answer(dan, link, house):
    house.passes(hours=49)

    assert (await dan.types(f"/start {link.token}")).ids == ["stranger-not-in-use"]


async def test_what_means_nothing_shows_the_question_again(dan, link):
    await dan.types(f"/start {link.token}")

    assert (await dan.types("what is this")).ids == ["office-join-number"]
    assert (await dan.presses("office-join-join:yes")).ids == ["office-join-number"]
    assert await dan.person() is None


async def test_somebody_who_sends_notes_may_coordinate_too_and_keeps_their_name(mina, link, house):
    her = Colleague(house, 100)

    await reads_to_the_end(her, link)
    await her.types("yes")

    person = await her.person()
    assert person.roles == {Role.DEFENDER, Role.COORDINATOR}
    assert (person.code, person.nick) == ("A7", "Mina")
    assert (await her.member()).code == "A7"


async def test_a_colleague_who_opens_such_a_link_gets_the_dull_answer(bea, link):
    assert (await bea.types(f"/start {link.token}")).ids == ["stranger-not-in-use"]
