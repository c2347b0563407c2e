"""Somebody names their people, and takes them out again."""

import pytest

from rules.people import Part, Role
from storage.persons import Standing
from tests.handlers.speaking import Somebody, deliver


@pytest.fixture
async def mina(house):
    """Mina, who has named nobody yet."""
    await house.defender()
    await deliver(house)
    return Somebody(house, 100)


async def invites(mina, name="Auntie", part="friend", language="en"):
    """She names somebody and gets the link."""
    await mina.types("invite")
    await mina.types(name)
    await mina.types(part)
    return await mina.types({"en": "English"}.get(language, language))


async def test_somebody_is_named_and_gets_a_link_and_a_number(mina, house):
    heard = await invites(mina)

    (link,) = (await mina.person()).contacts
    assert (link.nick, link.part, link.standing) == ("Auntie", Part.FRIEND, Standing.INVITED)
    assert heard.invitation.role is Role.CONTACT
    assert heard.invitation.number in heard.text
    assert f"https://t.me/quiet_notes_bot?start={heard.token}" in heard.text
    assert await house.storage.readings.invitation(heard.token) == heard.invitation


async def test_the_number_never_stands_beside_the_link(mina):
    heard = await invites(mina)

    aloud, link = heard.deed.replies
    assert "start=" not in str(aloud.words)
    assert heard.invitation.number not in str(link.words)


async def test_everything_can_be_pressed(mina):
    await mina.presses("invite")
    heard = await mina.types("Auntie")
    assert heard.buttons[0] == "invite-part:near"
    heard = await mina.presses("invite-part:lawyer")
    await mina.presses(heard.buttons[0])

    (link,) = (await mina.person()).contacts
    assert link.part is Part.LAWYER


@pytest.mark.parametrize(("digit", "part"), [("3", "near"), ("4", "friend"), ("\u0665", "lawyer")])
async def test_parts_are_counted_from_three(mina, digit, part):
    await mina.types("invite")
    await mina.types("Auntie")
    await mina.types(digit)
    await mina.types("3")

    (link,) = (await mina.person()).contacts
    assert link.part == part


@pytest.mark.parametrize("name", ["", "7777", "🙂", "M" * 25, "   ", "_x", "3 break"])
async def test_a_name_that_does_not_fit_changes_nothing(mina, name):
    await mina.types("invite")

    await mina.types(name)

    assert (await mina.person()).contacts == ()


async def test_a_name_is_taken_without_the_signs_that_turn_a_line(mina):
    await invites(mina, name="Au\u202entie \u2067x")

    (link,) = (await mina.person()).contacts
    assert link.nick == "Auntie x"


async def test_a_name_is_there_once(mina, house):
    await house.contact(await mina.person(), nick="Auntie")
    await mina.types("invite")

    assert (await mina.types("auntie")).ids == ["invite-name-taken"]


async def test_to_invite_the_same_name_again_ends_the_first_link(mina, house):
    first = await invites(mina)
    await invites(mina)

    assert len((await mina.person()).contacts) == 1
    heard = await Somebody(house, 200).types(f"/start {first.token}")
    assert heard.ids == ["stranger-not-in-use"]


async def test_there_is_an_end_to_how_many(mina, house):
    for n in range(12):
        await house.contact(await mina.person(), chat=200 + n, nick=f"Somebody {n}")

    assert (await mina.types("invite")).ids == ["people-enough"]


async def test_the_list_says_what_became_of_each(mina, house):
    assert (await mina.types("6")).ids == ["people-nobody"]
    await house.contact(await mina.person(), nick="Auntie", part=Part.NEAR)
    await invites(mina, name="Zaur", part="family")

    heard = await mina.types("my people")

    assert "3. A…, close by: ready" in heard.text
    assert "Auntie" not in heard.text
    assert "4. Z…, family: no answer yet" in heard.text
    assert all(reply.folds for reply in heard.deed.replies)


async def test_a_long_list_stays_short(mina, house):
    for n in range(12):
        await house.contact(await mina.person(), chat=200 + n, nick=f"A long name {n:012}")

    heard = await mina.types("6")

    assert all(len(part) <= 350 for part in heard.text.split("\n\n\n"))
    assert heard.ids.count("people-line") == 12


async def test_somebody_is_taken_out_and_told_nothing(mina, house):
    auntie = await house.contact(await mina.person(), nick="Auntie")
    await mina.types("remove")

    assert (await mina.types("Auntie")).ids == ["removed"]

    assert (await mina.person()).contacts == ()
    assert (await Somebody(house, 200).person()).owners == ()
    assert [one for one in await deliver(house) if one.reader == auntie.id] == []


async def test_whoever_was_taken_out_cannot_find_out(mina, house):
    auntie = Somebody(house, 200)
    await house.contact(await mina.person(), nick="Auntie")
    before = (await auntie.types("hello")).text
    await mina.types("remove")
    await mina.types("3")

    assert (await auntie.types("hello")).text == before


async def test_to_take_out_is_one_press(mina, house):
    await house.contact(await mina.person(), nick="Auntie")
    heard = await mina.types("remove")

    await mina.presses(heard.buttons[0])

    assert (await mina.person()).contacts == ()


async def test_an_invitation_that_was_taken_out_is_worth_nothing(mina, house):
    heard = await invites(mina)
    await mina.types("remove")
    await mina.types("3")

    assert (await Somebody(house, 200).types(f"/start {heard.token}")).ids == [
        "stranger-not-in-use"
    ]


@pytest.mark.parametrize("text", ["99", "Somebody else", "1", "-1"])
async def test_nobody_is_taken_out_by_a_slip(mina, house, text):
    await house.contact(await mina.person(), nick="Auntie")
    await mina.types("remove")

    await mina.types(text)

    assert len((await mina.person()).contacts) == 1


async def test_only_the_one_who_sends_notes_names_people(house):
    await house.coordinator()

    heard = await Somebody(house, 300).types("remove")

    assert heard.deed.changes == ()
