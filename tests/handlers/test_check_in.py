"""Somebody says that they are well, in whatever way comes to hand."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from rules.events import Arrived, ChangeAsked, CheckedIn
from rules.notices import Kind
from rules.terms import NewTerms, Way
from rules.watch import Stage
from storage.deed import Deed, KeepPerson, Lived
from tests.handlers.speaking import Somebody, deliver, kinds

EVENING = datetime(2026, 11, 23, 18, 50, tzinfo=UTC)  #: ten minutes before her note is due


@pytest.fixture
async def mina(house):
    """Mina, whose note is due at 19:00."""
    await house.defender()
    await deliver(house)  # the words of the beginning
    return Somebody(house, 100)


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "\u0661",
        "\u06f1",
        "1 note",
        "note",
        "Note.",
        "OK",
        "I am well",
        "  fine ",
        "1 all quiet",
    ],
)
async def test_a_note_in_any_script_keeps_the_promise(mina, house, text):
    house.now = EVENING

    heard = await mina.types(text)

    routine = await mina.routine()
    assert routine.due_at == EVENING + timedelta(days=1, minutes=10)
    assert routine.last_sign_at == EVENING
    assert heard.ids == []  # the receipt is the rules' to say, not the conversation's
    assert kinds(await deliver(house), await mina.person()) == [Kind.RECEIPT]


async def test_a_note_counts_for_when_telegram_received_it(mina, house):
    house.now = EVENING + timedelta(hours=3)

    await mina.types("1", date=int(EVENING.timestamp()))

    assert (await mina.routine()).last_sign_at == EVENING


async def test_a_button_under_a_reminder_is_a_note(mina, house):
    house.now = EVENING

    await mina.presses("note")

    assert (await mina.routine()).last_sign_at == EVENING


async def test_an_early_note_is_thanked_and_moves_nothing(mina, house):
    due = (await mina.routine()).due_at

    await mina.types("1")

    assert (await mina.routine()).due_at == due
    assert kinds(await deliver(house), await mina.person()) == [Kind.TOO_EARLY]


async def test_a_few_words_go_along_for_the_diary(mina):
    heard = await mina.types("1 somebody followed me")

    assert list(heard.deed.notes.values()) == ["somebody followed me"]


@pytest.mark.parametrize("text", ["1", "note", "1 note", "1 NOTE"])
async def test_the_label_of_the_key_is_no_message_of_its_own(mina, text):
    assert (await mina.types(text)).deed.notes == {}


@pytest.mark.parametrize(
    "how",
    [
        {"forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "x"}},
        {"is_from_offline": True},
        {"via_bot": {"id": 9, "is_bot": True, "first_name": "b"}},
    ],
)
async def test_what_was_not_typed_now_is_no_sign_of_life(mina, how):
    heard = await mina.types("1", **how)

    assert heard.deed.happenings == ()


@pytest.mark.parametrize("text", ["hello", "0.1", "11", "note-book", "one", "1️⃣2"])
async def test_what_is_no_note_is_no_sign_of_life(mina, text):
    before = await mina.routine()

    await mina.types(text)

    assert await mina.routine() == before


async def test_a_note_while_a_question_is_open_is_still_a_note(mina, house):
    house.now = EVENING
    await mina.types("3")

    await mina.types("1")

    assert (await mina.routine()).last_sign_at == EVENING


async def test_a_note_on_a_trip_is_the_arrival(mina, house):
    await mina.types("4 12:00")

    heard = await mina.types("1")

    assert [type(one.event) for one in heard.deed.happenings] == [Arrived]
    assert await mina.journey() is None


@pytest.mark.parametrize("text", ["there", "I am there", "home"])
async def test_there_without_a_trip_is_a_note(mina, text):
    heard = await mina.types(text)

    assert [type(one.event) for one in heard.deed.happenings] == [CheckedIn]


async def test_where_a_tap_was_not_agreed_it_does_not_count_and_fresh_keys_come(mina, house):
    terms = (await mina.routine()).terms
    stronger = NewTerms(replace(terms, ways=frozenset({Way.SEALED})))
    asked = Lived((await mina.person()).id, ChangeAsked(house.now, stronger))
    await house.storage.journal.record(Deed((asked,)))

    heard = await mina.types("1")

    assert heard.ids == ["note-other-way"]
    assert heard.deed.happenings == ()
    (reply,) = heard.deed.replies
    assert reply.ways == "sealed"


async def test_a_late_note_stands_everybody_down_before_anybody_was_told(mina, house):
    house.now = EVENING + timedelta(hours=1)
    await house.storage.journal.sweep_watches(house.now)
    assert (await mina.routine()).stage is Stage.LATE

    await mina.types("1")

    assert (await mina.routine()).stage is Stage.WAITING


async def test_a_stranger_who_types_one_changes_nothing(house):
    heard = await Somebody(house, 666).types("1")

    assert heard.deed.happenings == ()
    assert not any(isinstance(one, KeepPerson) for one in heard.deed.changes)


async def test_nobody_checks_in_for_somebody_else(mina, house):
    mina_is = (await mina.person()).id
    await house.defender(chat=101, code="A8")

    heard = await Somebody(house, 101).types("1")

    assert [one.person for one in heard.deed.happenings if isinstance(one, Lived)] != [mina_is]
