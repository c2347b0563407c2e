"""A contact is asked, answers in whatever way they can, and hears no outcome from us."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from handlers.context import short
from rules.alarm import Stage
from rules.events import Answered, ClosingAsked, Finding, Outcome
from rules.notices import Kind
from rules.people import Role
from storage.deed import Deed, Helped
from storage.persons import OwnerLink
from tests.handlers.speaking import Somebody, deliver, kinds, pass_time


@pytest.fixture
async def bea(house):
    """Bea, who is on duty."""
    return await house.coordinator()


@pytest.fixture
async def mina(house, bea):
    """Mina, who has named Auntie and Zaur, and whose practice days are over."""
    house.now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    mina = await house.defender()
    await house.contact(mina, chat=200, nick="Auntie")
    await house.contact(mina, chat=201, nick="Zaur")
    return Somebody(house, 100)


@pytest.fixture
async def asked(mina, house):
    """Auntie, who has just been asked: Mina's note did not come, and Bea does not answer."""
    await falls_silent(mina, house)
    auntie = Somebody(house, 200)
    (alarm,) = await house.alarms()
    assert (await auntie.person()).id in alarm.told
    return auntie


async def falls_silent(mina, house):
    """Days of notes; then none, until the first contact was asked."""
    for _ in range(8):
        house.now = house.now.replace(hour=18, minute=0)
        await mina.types("1")
        await pass_time(house, hours=12)
        await deliver(house)
    house.now = house.now.replace(hour=19, minute=1)
    for _ in range(12):
        await pass_time(house, minutes=15)
        await deliver(house)


async def alarm_of(house):
    (alarm,) = await house.alarms()
    return alarm


async def test_nothing_is_shown_while_nothing_is_open(mina, house):
    auntie = Somebody(house, 200)
    for text in ("hello", "1", "2", "3", "4", "5", "what is Mina's schedule", "seen", "6"):
        heard = await auntie.types(text)
        assert heard.ids in (["nothing-to-read"], ["worried-sure"]), text
        assert "Mina" not in heard.text


@pytest.mark.parametrize("text", ["2", "\u0662", "no, but i can help", "can help"])
async def test_an_answer_holds_the_rung(asked, house, bea, text):
    heard = await asked.types(text)

    alarm = await alarm_of(house)
    assert (alarm.stage, alarm.holder) == (Stage.HELD, (await asked.person()).id)
    assert heard.ids == ["answer-help"]
    assert Kind.TAKEN in kinds(await deliver(house), bea)


async def test_what_is_answered_can_be_pressed(asked, house):
    await asked.types("open")
    alarm = await alarm_of(house)

    heard = await asked.presses(f"can-help:{short(alarm.id)}", message_id=77)

    assert (await alarm_of(house)).stage is Stage.HELD
    (reply,) = heard.replies
    assert reply.edits == 77  # the inner words go at once
    assert f"hand-back:{short(alarm.id)}" in heard.buttons


async def test_answering_again_moves_nothing(asked, house):
    """Law 29: one answer holds a rung once."""
    await asked.types("2")
    held = await alarm_of(house)
    house.passes(minutes=20)

    await asked.types("2")

    assert (await alarm_of(house)).turn_at == held.turn_at


async def test_who_has_seen_them_is_asked_how_it_was(asked, house):
    heard = await asked.types("1")

    assert heard.ids == ["answer-seen"]
    assert [one.split(":")[0] for one in heard.buttons] == ["found-safe", "in-danger"]


async def test_cannot_now_asks_others_at_once(asked, house):
    rung = (await alarm_of(house)).rung

    heard = await asked.types("3")

    assert heard.ids == ["answer-cannot-now"]
    alarm = await alarm_of(house)
    assert alarm.rung > rung
    assert (await asked.person()).id not in alarm.unreachable


@pytest.mark.parametrize(
    ("text", "finding", "said"),
    [
        ("4", Finding.SAFE, "answer-safe"),
        ("seen or heard, and well", Finding.SAFE, "answer-safe"),
        ("5", Finding.CANNOT_REACH, "answer-cannot-reach"),
        ("no answer", Finding.CANNOT_REACH, "answer-cannot-reach"),
        ("6", Finding.IN_DANGER, "answer-in-danger"),
        ("something is wrong", Finding.IN_DANGER, "answer-in-danger"),
    ],
)
async def test_what_they_found_goes_to_the_office(asked, house, bea, text, finding, said):
    await asked.types("2")
    await deliver(house)

    heard = await asked.types(text)

    assert heard.ids == [said]
    if finding is not None:
        assert [one.event.finding for one in heard.deed.happenings] == [finding]
        assert Kind.FOUND in kinds(await deliver(house), bea)


async def test_a_report_of_safety_ends_nothing(asked, house):
    await asked.types("2")

    await asked.types("4")

    assert (await alarm_of(house)).stage is not Stage.CLOSED


async def test_their_own_words_go_to_the_diary(asked):
    heard = await asked.types("6 they took her in a white car")

    assert [one.reason for one in heard.deed.happenings] == ["they took her in a white car"]


async def test_they_give_it_back_and_are_free(asked, house):
    await asked.types("2")
    await deliver(house)

    heard = await asked.types("7")

    assert heard.ids == []  # the thanks are the rules' to say
    assert (await alarm_of(house)).holder is None
    assert Kind.PASSED_ON in kinds(await deliver(house), await asked.person())


async def test_nobody_gives_back_what_they_do_not_have(asked, house):
    before = await alarm_of(house)

    assert (await asked.types("7")).ids == ["answer-not-yours"]
    assert await alarm_of(house) == before


async def test_whoever_helps_while_somebody_else_has_it_hears_so(asked, house, bea):
    await house.storage.journal.record(
        Deed((Helped((await alarm_of(house)).id, _taken_by(bea, house)),))
    )

    heard = await asked.types("2")

    assert heard.ids == ["notice-taken-contact"]
    assert (await alarm_of(house)).holder == bea.id


def _taken_by(bea, house):
    return Answered(house.now, bea.id)


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


async def closes(house, bea):
    alarm = await alarm_of(house)
    event = ClosingAsked(house.now, bea.id, Outcome.SAFE)
    await house.storage.journal.record(Deed((Helped(alarm.id, event),)))
    await deliver(house)
    assert await house.alarms() == []
    return alarm


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


async def alarm_of_mina(mina):
    (alarm,) = (await mina.life()).alarms
    return alarm


async def test_the_menu_of_somebody_who_is_asked(mina, house):
    assert (await Somebody(house, 200).types("0")).ids == ["menu-asked"]
