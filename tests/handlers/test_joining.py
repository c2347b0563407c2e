"""Somebody who was named compares the number, reads, says yes or no, and proves reachable."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from handlers.sounding import is_due, sound
from rules.events import CheckedIn, Verdict
from rules.notices import Kind
from rules.people import Role
from storage.deed import Deed, Lived
from storage.persons import Standing
from tests.handlers.speaking import Somebody, deliver, kinds, pass_time, sentences

MONTHS = timedelta(days=60)


@pytest.fixture
async def mina(house):
    """Mina, who has named Auntie."""
    await house.defender()
    await deliver(house)
    return Somebody(house, 100)


@pytest.fixture
async def token(mina):
    """The link that she has given to Auntie."""
    await mina.types("invite")
    await mina.types("Auntie")
    await mina.types("near")
    return (await mina.types("English")).token


@pytest.fixture
def auntie(house):
    return Somebody(house, 200)


async def says_yes(auntie, token):
    await auntie.types(f"/start {token}")
    for answer in ("yes", "next", "yes", "yes"):
        heard = await auntie.types(answer)
    return heard


async def link_of(mina):
    (link,) = (await mina.person()).contacts
    return link


async def test_not_a_word_before_the_number_matches(auntie, token):
    heard = await auntie.types(f"/start {token}")

    assert heard.ids == ["join-number"]
    assert "Mina" not in heard.text
    assert await auntie.person() is None


async def test_every_part_is_read_before_anything_is_kept(auntie, token):
    seen = (await auntie.types(f"/start {token}")).ids
    for answer in ("1", "1", "1"):
        seen += (await auntie.types(answer)).ids
        assert await auntie.person() is None
    seen += (await auntie.types("1")).ids

    assert seen == ["join-number", "join-asked", "join-adult", "join-kept", "join-hour"]


async def test_the_name_they_know_is_protected_and_folds_away(auntie, token):
    await auntie.types(f"/start {token}")

    heard = await auntie.types("yes")

    assert "Mina would like us to ask you" in heard.text
    assert "Every 90 days" in heard.text
    assert all(reply.folds for reply in heard.deed.replies)


async def test_a_yes_is_kept_on_both_sides(auntie, mina, token, house):
    await says_yes(auntie, token)
    await auntie.types("3")

    person, link = await auntie.person(), await link_of(mina)
    assert (person.roles, person.worst_hour) == ({Role.CONTACT}, 3)
    assert [one.nick for one in person.owners] == ["Mina"]
    assert (link.id, link.standing) == (person.id, Standing.AGREED)
    assert sentences(await deliver(house), await mina.person())[-1] == "invite-accepted"


async def test_pressing_says_yes_as_well(auntie, mina, token):
    heard = await auntie.types(f"/start {token}")
    while await auntie.person() is None:
        heard = await auntie.presses(heard.buttons[0])

    assert (await link_of(mina)).standing is Standing.AGREED


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (("no",), "invite-other-number"),
        (("2",), "invite-other-number"),
        (("yes", "next", "no"), "invite-declined"),
        (("yes", "next", "yes", "no"), "invite-declined"),
        (("yes", "next", "yes", "2"), "invite-declined"),
    ],
)
async def test_a_no_ends_it_and_is_told(auntie, mina, token, house, answers, told):
    await auntie.types(f"/start {token}")
    for answer in answers:
        heard = await auntie.types(answer)

    assert heard.ids == ["join-ended"]
    assert await auntie.person() is None
    assert (await mina.person()).contacts == ()
    assert sentences(await deliver(house), await mina.person())[-1] == told
    assert (await auntie.types(f"/start {token}")).ids == ["stranger-not-in-use"]


async def test_a_quiet_no_is_told_to_nobody(auntie, mina, token, house):
    await deliver(house)
    await auntie.types(f"/start {token}")
    for answer in ("yes", "next", "yes", "no, quietly"):
        heard = await auntie.types(answer)

    assert heard.ids == ["join-ended"]
    assert (await link_of(mina)).standing is Standing.INVITED
    assert sentences(await deliver(house), await mina.person()) == []


async def test_while_something_is_open_her_chat_gets_nothing_unasked(auntie, mina, token, house):
    await house.coordinator()
    await mina.types("2")
    await deliver(house)

    await says_yes(auntie, token)

    assert "invite-accepted" not in sentences(await deliver(house), await mina.person())


async def test_a_forced_sign_shows_in_nothing_that_comes(house):
    """Law 7: whoever reads her chat cannot tell by what is missing in it."""
    heard = {}
    for chat, code, verdict in ((100, "A1", Verdict.GENUINE), (101, "A2", Verdict.FORCED)):
        person = await house.defender(chat=chat, code=code, nick=code)
        mina = Somebody(house, chat)
        await mina.types("invite")
        await mina.types("Auntie")
        await mina.types("near")
        token = (await mina.types("English")).token
        sign = CheckedIn(house.now, verdict=verdict)
        await house.storage.journal.record(Deed((Lived(person.id, sign),)))
        await pass_time(house, minutes=5)
        await deliver(house)
        await says_yes(Somebody(house, chat + 100), token)
        heard[verdict] = sentences(await deliver(house), person)

    assert [one.kind for one in await house.alarms()] == ["duress"]
    assert heard[Verdict.GENUINE] == heard[Verdict.FORCED] == ["invite-accepted"]


async def test_nobody_is_their_own_contact(mina, token):
    assert (await mina.types(f"/start {token}")).ids == ["stranger-not-in-use"]


async def test_whoever_comes_second_gets_nothing(auntie, token, house):
    await says_yes(auntie, token)

    assert (await Somebody(house, 201).types(f"/start {token}")).ids == ["stranger-not-in-use"]


async def test_one_contact_of_two_people(auntie, mina, token, house):
    await says_yes(auntie, token)
    await auntie.types("3")
    await house.defender(chat=101, code="A8", nick="Nino")
    nino = Somebody(house, 101)
    await nino.types("invite")
    await nino.types("Aunt")
    await nino.types("friend")
    second = (await nino.types("English")).token

    await says_yes(auntie, second)

    person = await auntie.person()
    assert [one.nick for one in person.owners] == ["Mina", "Nino"]
    assert (await link_of(nino)).id == person.id


@pytest.mark.parametrize("text", ["24", "three", "-1", "3:30", "99999999999"])
async def test_an_hour_that_is_none_is_asked_again(auntie, token, text):
    await says_yes(auntie, token)

    assert (await auntie.types(text)).ids == ["join-hour-unread"]
    assert (await auntie.person()).worst_hour is None
    assert (await auntie.types("\u0663")).ids == ["join-done"]


# --- The sounding test ---------------------------------------------------------------------------


@pytest.fixture
async def tested(auntie, token, house):
    """Auntie, at three at night, with the test in her chat."""
    await says_yes(auntie, token)
    await auntie.types("3")
    house.now = datetime(2026, 11, 24, 3, 5, tzinfo=UTC)
    await house.storage.journal.record(sound(await auntie.person(), house.now))
    return auntie


async def test_it_is_due_at_the_hour_they_like_least(auntie, token, house):
    await says_yes(auntie, token)
    person = await auntie.person()
    night = datetime(2026, 11, 24, 3, 5, tzinfo=UTC)
    assert not is_due(person, MONTHS, night)  # no hour was said yet

    await auntie.types("3")

    person = await auntie.person()
    assert is_due(person, MONTHS, night)
    assert not is_due(person, MONTHS, night + timedelta(hours=1))


async def test_the_test_sounds(tested, house):
    contact = (await tested.person()).id

    asked = [one.act for one in await deliver(house) if one.reader == contact]

    assert {one.words[0].id: one.sound for one in asked}["sounding"]


@pytest.mark.parametrize("text", ["1", "\u06f1", "I am here", "ready", "press"])
async def test_an_answer_within_ten_minutes_proves_it(tested, mina, house, text):
    house.passes(minutes=9)

    heard = await (tested.presses("ready") if text == "press" else tested.types(text))

    assert heard.ids == ["sounding-passed"]
    assert (await tested.person()).standing is Standing.PROVEN
    assert (await link_of(mina)).standing is Standing.PROVEN
    assert not is_due(await tested.person(), MONTHS, house.now + timedelta(days=1))
    again = datetime(2027, 1, 24, 3, 5, tzinfo=UTC)
    assert is_due(await tested.person(), MONTHS, again)


async def test_an_answer_after_ten_minutes_proves_nothing(tested, mina, house):
    house.passes(minutes=11)

    assert (await tested.types("I am here")).ids == ["sounding-late"]
    assert (await link_of(mina)).standing is Standing.AGREED
    assert is_due(await tested.person(), MONTHS, datetime(2026, 11, 25, 3, tzinfo=UTC))


async def test_an_answer_that_was_sent_in_time_counts_whenever_we_hear_it(tested, mina, house):
    sent = house.passes(minutes=5)
    house.passes(hours=2)

    await tested.types("I am here", date=int(sent.timestamp()))

    assert (await link_of(mina)).standing is Standing.PROVEN


async def test_ready_without_a_test_is_nothing(auntie, token):
    await says_yes(auntie, token)
    await auntie.types("3")

    assert (await auntie.types("ready")).ids == ["nothing-to-read"]


async def test_after_too_many_nights_whoever_named_them_hears(tested, mina, house):
    for night in range(3):
        house.passes(days=1)
        assert is_due(await tested.person(), MONTHS, house.now), night
        await house.storage.journal.record(sound(await tested.person(), house.now))

    assert Kind.CONTACT_UNREACHABLE in kinds(await deliver(house), await mina.person())


async def test_while_her_own_note_is_missing_her_chat_hears_nothing_of_it(tested, mina, house):
    for _ in range(3):
        house.passes(days=1)
        quiet = {(await mina.person()).id}
        deed = sound(await tested.person(), house.now, quiet=quiet)
        await house.storage.journal.record(deed)

    assert (await tested.person()).facts["soundings-unanswered"] == "4"
    assert Kind.CONTACT_UNREACHABLE not in kinds(await deliver(house), await mina.person())


async def test_somebody_without_a_chat_is_not_tested(tested, house):
    person = await tested.person()
    lost = replace(person, chats=tuple(replace(one, reachable=False) for one in person.chats))

    assert sound(lost, house.now).replies == ()
