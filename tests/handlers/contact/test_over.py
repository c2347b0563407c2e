"""What a contact says when it is over, was never theirs, or makes no sense, changes nothing."""

from dataclasses import replace

import pytest

from handlers.context import short
from rules.alarm import Stage
from rules.notices import Kind
from rules.people import Role
from storage.deed import Deed
from storage.persons import OwnerLink
from tests.handlers.contact.silence import (
    alarm_of,
    alarm_of_mina,
    closes,
    falls_silent,
)
from tests.handlers.speaking import Somebody, deliver, kinds, pass_time


async def test_after_a_sign_of_life_everybody_reads_the_same_words(asked, mina, house):
    await mina.types("1")
    await pass_time(house, minutes=20)
    await deliver(house)

    assert (await asked.types("2")).ids == ["notice-looking"]


async def test_an_answer_when_it_is_over_hears_that_it_is_over(asked, mina, house, bea):
    alarm = await closes(house, bea)

    heard = await asked.presses(f"can-help:{short(alarm.id)}")

    assert heard.ids == []
    assert Kind.IT_IS_OVER in kinds(await deliver(house), await asked.person())


async def test_danger_reported_when_it_is_over_opens_a_new_one(asked, house, bea):
    alarm = await closes(house, bea)

    await asked.presses(f"in-danger:{short(alarm.id)}")

    (new,) = await house.alarms()
    assert new.kind == "concern"


async def test_a_button_that_stays_opens_two_alarms_in_thirty_days_and_no_more(asked, house, bea):
    alarm = await closes(house, bea)
    button = f"in-danger:{short(alarm.id)}"
    for _ in range(2):
        assert (await asked.presses(button)).ids == ["answer-in-danger"]
        await closes(house, bea)

    assert (await asked.presses(button)).ids == ["worried-enough"]

    assert await house.alarms() == []
    assert (await asked.types("worried")).ids == ["worried-enough"]
    house.passes(days=30)
    await asked.presses(button)
    assert len(await house.alarms()) == 1


async def test_whoever_was_not_asked_changes_nothing(asked, house):
    zaur = Somebody(house, 201)
    alarm = await alarm_of(house)
    assert (await zaur.person()).id not in alarm.asked

    for heard in (
        await zaur.presses(f"can-help:{short(alarm.id)}"),
        await zaur.presses(f"in-danger:{short(alarm.id)}"),
        await zaur.types("2"),
    ):
        assert heard.ids == ["nothing-to-read"]
        assert heard.deed.happenings == ()
    assert await alarm_of(house) == alarm


@pytest.mark.parametrize(
    "data", ["can-help:", "can-help:x", "can-help:" + "A" * 22, "seen:../../etc", "can-help:12:34"]
)
async def test_a_made_up_button_changes_nothing(mina, house, data):
    heard = await Somebody(house, 200).presses(data)

    assert heard.ids == ["nothing-to-read"]
    assert heard.deed.happenings == ()


async def test_a_forged_button_is_silence(asked, house):
    alarm = await alarm_of(house)

    heard = await asked.presses(f"can-help:{short(alarm.id)}", stamped=False)

    assert heard.deed == Deed()


async def test_free_words_are_answered_with_what_can_be_sent(asked):
    assert (await asked.types("I think she was at the market")).ids == ["answer-how"]


async def test_whoever_sends_notes_too_is_never_misread(mina, house):
    """A digit of somebody who sends notes is a note, also while they are asked about somebody."""
    await house.defender(chat=102, code="A9", nick="Nino")
    nino, contacts = Somebody(house, 102), (await mina.person()).contacts
    links = (replace(contacts[0], id=(await nino.person()).id), *contacts[1:])
    await house.keeps(replace(await mina.person(), contacts=links))
    known = (OwnerLink((await mina.person()).id, "Mina"),)
    both = frozenset({Role.DEFENDER, Role.CONTACT})
    await house.keeps(replace(await nino.person(), roles=both, owners=known))
    await falls_silent(mina, house)
    assert (await nino.person()).id in (await alarm_of_mina(mina)).told

    await nino.types("1")

    assert (await nino.routine()).last_sign_at == house.now
    assert (await alarm_of_mina(mina)).stage is Stage.RAISED


async def test_the_menu_of_somebody_who_is_asked(mina, house):
    assert (await Somebody(house, 200).types("0")).ids == ["menu-asked"]
