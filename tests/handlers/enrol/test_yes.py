"""Somebody is invited, reads what it is, says yes, and begins."""

from dataclasses import replace
from datetime import time

from rules.notices import Kind
from rules.signs import ways_of
from rules.watch import Stage
from storage.deed import Deed, KeepHouse
from storage.persons import Standing
from tests.handlers.enrol.parts import (
    reads_to_the_end,
    says_yes,
)
from tests.handlers.speaking import deliver, kinds


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
