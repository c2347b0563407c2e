"""Somebody asks what happens if no note comes, and reads it in plain words."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from handlers.promise import pages, preview
from handlers.words import Speech
from rules.events import ChangeAsked, CheckedIn, ClosingAsked, Outcome, Verdict
from rules.people import Part
from rules.templates import TEMPLATES
from rules.terms import Group, Level, NewTerms, Rung
from rules.watch import Sort, Stage, Watch, WatchId
from storage.deed import Deed, Helped, KeepHouse, Lived, OpenWatch
from storage.persons import ContactLink, Standing
from tests.handlers.speaking import Somebody, deliver, pass_time

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
async def mina(house):
    """Mina at noon; her note is due at 19:00."""
    house.now = NOON
    await house.defender()
    await deliver(house)
    return Somebody(house, 100)


async def reads_all(person, first="5"):
    heard = await person.types(first)
    read = [heard]
    while heard.buttons == ["status-more:next"]:
        heard = await person.types("next")
        read.append(heard)
    return read


async def test_the_preview_names_every_step_and_its_moment(mina, house):
    person = await mina.person()
    await house.contact(person, nick="Auntie")
    await house.contact(person, chat=201, nick="Zaur")

    read = "\n".join(heard.text for heard in await reads_all(mina))

    assert "Note by 19:00. If none comes:" in read
    assert "19:00: we remind you." in read
    assert "20:00: we remind you again." in read
    assert "21:00: we ask whoever is on duty in our office." in read
    assert "21:45: we ask the first of your people." in read
    assert "22:45: we ask everybody in our office." in read
    assert "22:45: we ask the others of your people." in read
    assert "day and night" in read


async def test_nobody_is_named_on_the_screen(mina, house):
    await house.contact(await mina.person(), nick="Auntie")

    read = "\n".join(heard.text for heard in await reads_all(mina))

    assert "Auntie" not in read


async def test_what_is_shown_folds_away(mina):
    for heard in await reads_all(mina):
        assert all(reply.folds for reply in heard.deed.replies)


async def test_a_note_that_is_late_says_until_when(mina, house):
    await pass_time(house, hours=7, minutes=5)
    await deliver(house)

    heard = await mina.types("status")

    assert heard.ids[0] == "status-late"
    assert "The 19:00 note is open. If none comes by 21:00:" in heard.text


async def test_a_note_that_is_missing_says_only_that_it_is_open(mina, house):
    for _ in range(4):
        await pass_time(house, hours=3)
        await deliver(house)
    assert (await mina.routine()).stage is Stage.MISSED

    heard = await mina.types("5")

    assert heard.ids[0] == "status-open"
    assert "preview-by" not in heard.ids


async def test_a_break_and_what_waits_are_said(mina):
    await mina.types("3 fri 20:00")
    await mina.types("4 18:00")

    ids = [one for heard in await reads_all(mina) for one in heard.ids]

    assert ids[:3] == ["status-trip", "break-coming", "status-keep"]


async def test_forced_or_not_the_screen_is_the_same(house):
    """Law 7: what a note meant shows nowhere in the chat it came from."""
    house.now = NOON
    first = await house.defender(chat=100, code="A1", nick="Mina")
    second = await house.defender(chat=101, code="A2", nick="Nino")
    house.now = NOON + timedelta(hours=6, minutes=30)
    for person, verdict in ((first, Verdict.GENUINE), (second, Verdict.FORCED)):
        sign = CheckedIn(house.now, verdict=verdict)
        await house.storage.journal.record(Deed((Lived(person.id, sign),)))
    await pass_time(house, minutes=30)
    assert len(await house.alarms()) == 1

    read = [await reads_all(Somebody(house, chat)) for chat in (100, 101)]

    assert [heard.text for heard in read[0]] == [heard.text for heard in read[1]]


async def test_the_office_sleeps_and_the_screen_says_so(mina, house):
    kept = replace(await house.storage.readings.house(), awake_from=time(7), awake_to=time(23))
    await house.storage.journal.record(Deed(changes=(KeepHouse(kept),)))
    await house.keeps(replace(await mina.person(), zone="Asia/Dushanbe"))

    read = "\n".join(heard.text for heard in await reads_all(mina))

    assert "from 12:00 to 04:00" in read


@pytest.mark.parametrize("text", ["0", "menu", "what can i send"])
async def test_the_list_of_what_can_be_sent(mina, text):
    heard = await mina.types(text)

    assert heard.ids == ["menu-notes", "menu-keys"]
    assert heard.deed.replies[1].ways


async def test_what_is_not_understood_is_answered_and_changes_nothing(mina):
    before = await mina.routine()

    assert (await mina.types("where am I")).ids == ["not-understood"]
    assert await mina.routine() == before


@pytest.mark.parametrize("level", list(Level))
def test_every_template_can_be_previewed(level):
    people = tuple(
        ContactLink(bytes([n]) * 16, part, part, Standing.PROVEN) for n, part in enumerate(Part)
    )
    speech = Speech("en", "UTC", NOON)

    shown = pages(preview(TEMPLATES[level], NOON, people), speech)

    for page in shown:
        said = "\n\n".join(speech.say(one.id, one.args) for one in page)
        assert len(said) <= 350


def test_where_nobody_was_named_the_preview_says_the_office():
    terms = replace(
        TEMPLATES[Level.LOW], ladder=(Rung((Group.NEAR, Group.LAWYER), timedelta(minutes=5)),)
    )

    assert [one.id for one in preview(terms, NOON, ())][-1] == "preview-duty"


def test_somebody_named_in_the_ladder_is_one_of_your_people():
    auntie = ContactLink(b"a" * 16, "Auntie", Part.FRIEND, Standing.AGREED)
    terms = replace(TEMPLATES[Level.LOW], ladder=(Rung((auntie.id,), timedelta(minutes=5)),))

    assert [one.id for one in preview(terms, NOON, (auntie,))][-1] == "preview-one"


def test_whoever_cannot_be_reached_is_not_promised():
    gone = ContactLink(b"a" * 16, "Auntie", Part.LAWYER, Standing.AGREED, reachable=False)
    terms = replace(
        TEMPLATES[Level.LOW],
        ladder=(Rung((Group.LAWYER, Group.ALL), timedelta(minutes=5)),),
    )

    assert "preview-lawyer" not in [one.id for one in preview(terms, NOON, (gone,))]


def test_family_is_never_promised_on_the_first_rung():
    mother = ContactLink(b"m" * 16, "Mother", Part.FAMILY, Standing.AGREED)
    rung = Rung((Group.ALL, Group.FAMILY), timedelta(minutes=5))
    terms = replace(TEMPLATES[Level.LOW], ladder=(rung, rung))

    ids = [one.id for one in preview(terms, NOON, (mother,))]

    assert ids.count("preview-family") == 1


def test_whom_never_to_tell_is_not_promised():
    auntie = ContactLink(b"a" * 16, "Auntie", Part.FRIEND, Standing.AGREED)
    terms = replace(
        TEMPLATES[Level.LOW],
        ladder=(Rung((Group.FIRST_CONTACT, Group.ALL), timedelta(minutes=5)),),
        never_tell=frozenset({auntie.id}),
    )

    assert "preview-first" not in [one.id for one in preview(terms, NOON, (auntie,))]


async def test_a_break_that_has_begun_is_all_there_is(mina, house):
    await mina.types("3 fri 20:00")
    for _ in range(2):
        house.now = house.now.replace(hour=18)
        await mina.types("1")
        await pass_time(house, days=1)

    assert (await mina.types("5")).ids == ["break-now", "status-practice"]


async def test_leaving_is_said_with_its_moment(mina):
    await mina.types("stop")
    await mina.types("yes")

    ids = [one for heard in await reads_all(mina) for one in heard.ids]

    assert ids[:2] == ["leaving-asked", "status-keep"]


async def test_new_terms_that_wait_are_said(mina, house):
    person = await mina.person()
    longer = replace((await mina.routine()).terms, grace=timedelta(hours=4))
    asked = Lived(person.id, ChangeAsked(house.now, NewTerms(longer)))
    await house.storage.journal.record(Deed((asked,)))

    ids = [one for heard in await reads_all(mina) for one in heard.ids]

    assert ids[:2] == ["status-terms", "status-keep"]


async def test_before_the_first_note_the_screen_says_that_nothing_has_begun(house):
    nino = await house.keeps(house._person(101, "defender", code="A9", nick="Nino"))
    watch = Watch(
        id=WatchId(b"w" * 16), owner=nino.id, sort=Sort.ROUTINE, terms=TEMPLATES[Level.LOW]
    )
    await house.storage.journal.record(Deed(changes=(OpenWatch(watch),)))

    assert (await Somebody(house, 101).types("5")).ids == ["enrol-later"]


async def test_after_a_bad_end_no_note_is_asked_for(mina, house):
    bea = await house.coordinator()
    for _ in range(4):
        await pass_time(house, hours=3)
        await deliver(house)
    (alarm,) = await house.alarms()
    event = ClosingAsked(house.now, bea.id, Outcome.DETAINED)
    await house.storage.journal.record(Deed((Helped(alarm.id, event),)))

    assert (await mina.types("5")).ids[0] == "status-resting"
    assert (await mina.types("resume")).ids == []
    assert (await mina.routine()).stage is Stage.WAITING


async def test_the_next_part_can_be_pressed(mina, house):
    await house.contact(await mina.person(), nick="Auntie")
    await house.contact(await mina.person(), chat=201, nick="Zaur")
    heard = await mina.types("5")
    assert heard.buttons == ["status-more:next"]

    assert "awake-always" in (await mina.presses("status-more:next")).ids
