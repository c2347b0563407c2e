"""Somebody is invited, reads what it is, says yes, and begins; or does not."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from rules.notices import Kind
from rules.people import PersonId, Role
from rules.schedule import DailyAt, slots_at
from rules.signs import ways_of
from rules.templates import TEMPLATES
from rules.terms import Level
from rules.watch import Sort, Stage, Watch, WatchId
from storage.deed import Deed, Invite, KeepHouse, OpenWatch
from storage.persons import Invitation, Person, Standing
from tests.handlers.speaking import Somebody, deliver, kinds


@pytest.fixture
async def invited(house):
    """The token of a link that the office has handed out, for Mina, with terms of her own."""
    stamps = house.storage.stamps
    token = stamps.new_token()
    mina = Person(
        id=PersonId(house.storage.chance.new_id()),
        roles=frozenset({Role.DEFENDER}),
        code="A7",
        nick="Mina",
        zone="Asia/Dushanbe",
    )
    terms = replace(
        TEMPLATES[Level.LOW],
        schedule=DailyAt(slots_at(time(9), time(21)), "Asia/Dushanbe"),
        grace=timedelta(minutes=30),
        reminders=TEMPLATES[Level.LOW].reminders[:1],
    )
    watch = Watch(
        id=WatchId(house.storage.chance.new_id()), owner=mina.id, sort=Sort.ROUTINE, terms=terms
    )
    await house.keeps(mina)
    invitation = Invitation(
        digest=stamps.digest(token),
        role=Role.DEFENDER,
        inviter=None,
        number="4821",
        expires_at=house.now + timedelta(hours=48),
        code="A7",
        nick="Mina",
    )
    await house.storage.journal.record(Deed(changes=(OpenWatch(watch), Invite(invitation))))
    return token


@pytest.fixture
def mina(house):
    return Somebody(house, 100)


async def says_yes(mina, token):
    """She opens the link, reads every part and agrees."""
    await mina.types(f"/start {token}")
    for answer in ("next", "next", "next", "next", "i understand", "yes", "yes"):
        heard = await mina.types(answer)
    return heard


async def reads_to_the_end(mina):
    """She reads her terms up to the question whether it shall begin."""
    heard = await mina.types("next")
    read = [heard.text]
    while "enrol-begin" not in heard.ids:
        heard = await mina.types("next")
        read.append(heard.text)
    return read


async def test_the_number_comes_first_and_the_link_is_unsaid_at_once(mina, invited, house):
    heard = await mina.types(f"/start {invited}")

    assert "4821" in heard.text
    assert heard.ids == ["enrol-number"]
    assert [one.at for one in heard.deed.unsays] == [house.now]
    assert await mina.person() is None


async def test_every_part_is_read_before_anything_is_kept(mina, invited):
    seen = (await mina.types(f"/start {invited}")).ids
    for answer in ("1", "1", "1", "1", "1", "1"):
        assert await mina.person() is None
        seen += (await mina.types(answer)).ids

    assert seen == [
        "enrol-number",
        "enrol-note",
        "awake-always",
        "enrol-may-fail",
        "enrol-kept",
        "enrol-seen",
        "enrol-own",
        "enrol-join",
    ]


async def test_the_hours_in_which_somebody_is_awake_are_said(mina, invited, house):
    kept = replace(await house.storage.readings.house(), awake_from=time(7), awake_to=time(23))
    await house.storage.journal.record(Deed(changes=(KeepHouse(kept),)))
    await mina.types(f"/start {invited}")
    await mina.types("next")

    assert "from 07:00 to 23:00" in (await mina.types("next")).text


async def test_a_yes_takes_the_place_that_the_office_prepared(mina, invited):
    heard = await says_yes(mina, invited)

    person = await mina.person()
    assert heard.ids == ["enrol-agreed"]
    assert (person.code, person.zone, person.standing) == ("A7", "Asia/Dushanbe", Standing.AGREED)
    assert person.agreed_at is not None
    assert (await mina.routine()).stage is Stage.RESTING


async def test_the_terms_are_read_in_plain_words_before_anything_begins(mina, invited):
    await says_yes(mina, invited)

    read = "\n".join(await reads_to_the_end(mina))

    # Monday 08:00 UTC is 13:00 in Dushanbe: the next note is due at 21:00 there, 16:00 UTC.
    assert "Note by 16:00. If none comes:" in read
    assert "16:30: we ask whoever is on duty in our office." in read
    assert "Somebody of our office is awake" in read
    assert (await mina.routine()).begun_at is None


async def test_it_begins_when_she_says_so(mina, invited, house):
    await says_yes(mina, invited)
    await reads_to_the_end(mina)

    heard = await mina.types("yes")

    routine = await mina.routine()
    assert routine.stage is Stage.WAITING
    assert routine.begun_at == house.now
    assert routine.due_at == house.now.replace(hour=16)
    assert heard.deed.replies[0].ways == ways_of(routine.terms)
    assert Kind.STARTED in kinds(await deliver(house), await mina.person())


async def test_she_may_begin_later_with_a_one(mina, invited):
    await says_yes(mina, invited)
    await reads_to_the_end(mina)
    await mina.types("not now")
    assert (await mina.routine()).begun_at is None

    assert (await mina.types("1")).ids == ["note-not-begun"]
    await reads_to_the_end(mina)
    await mina.types("1")

    assert (await mina.routine()).stage is Stage.WAITING


async def test_buttons_do_the_same_as_words(mina, invited):
    heard = await mina.types(f"/start {invited}")
    while await mina.person() is None:
        heard = await mina.presses(heard.buttons[0])
    while (await mina.routine()).begun_at is None:
        heard = await mina.presses(heard.buttons[0])

    assert (await mina.routine()).stage is Stage.WAITING


async def test_a_button_pressed_twice_skips_nothing(mina, invited):
    heard = await mina.types(f"/start {invited}")
    once = heard.buttons[0]
    await mina.presses(once)

    assert (await mina.presses(once)).ids == ["enrol-note"]


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
