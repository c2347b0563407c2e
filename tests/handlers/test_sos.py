"""Somebody asks for help: at once, without a question back, and the message is unsaid."""

import pytest

from rules.alarm import Kind as AlarmKind
from rules.alarm import Stage
from rules.notices import Kind
from storage.deed import Unsay
from tests.handlers.speaking import Somebody, deliver, kinds


@pytest.fixture
async def mina(house, bea):
    """Mina, whose notes have begun."""
    await house.defender()
    await deliver(house)
    return Somebody(house, 100)


@pytest.mark.parametrize(
    "text", ["2", "\u0662", "\u06f2", "2 help", "help", "SOS", "Help me!", "help they come"]
)
async def test_one_message_asks_for_help(mina, house, bea, text):
    heard = await mina.types(text)

    assert [(one.kind, one.stage) for one in await house.alarms()] == [
        (AlarmKind.SOS, Stage.RAISED)
    ]
    assert heard.ids == []
    said = await deliver(house)
    assert kinds(said, await mina.person()) == [Kind.SOS_NOTED]
    assert kinds(said, bea) == [Kind.ALARM]


async def test_the_call_is_unsaid_at_once(mina, house):
    heard = await mina.types("2")

    assert [(type(one), one.at) for one in heard.deed.unsays] == [(Unsay, house.now)]


async def test_the_answer_makes_no_sound(mina, house):
    await mina.types("2")

    noted = [one.act for one in await deliver(house) if one.act.to == (await mina.person()).id]
    assert [one.silent for one in noted] == [True]


async def test_a_second_call_joins_the_first(mina, house):
    await mina.types("2")
    await mina.types("2")
    await mina.types("help")

    (alarm,) = await house.alarms()
    assert len(alarm.causes) == 3


@pytest.mark.parametrize("question", ["3", "4", "stop", "remove", "invite", "7", "5"])
async def test_two_is_help_whatever_question_is_open(mina, house, question):
    await mina.types(question)

    await mina.types("2")

    assert [one.kind for one in await house.alarms()] == [AlarmKind.SOS]


async def test_the_key_is_help_whatever_question_is_open(mina, house):
    await mina.types("3")

    await mina.types("2 help")

    assert [one.kind for one in await house.alarms()] == [AlarmKind.SOS]


async def test_help_works_before_the_first_note(house, bea):
    await house.keeps(house._person(101, "defender", code="A9", nick="Nino"))

    await Somebody(house, 101).types("help")

    assert [one.kind for one in await house.alarms()] == [AlarmKind.SOS]


async def test_a_button_asks_for_help_too(mina, house):
    await mina.presses("help")

    assert [one.kind for one in await house.alarms()] == [AlarmKind.SOS]


async def test_it_counts_for_when_telegram_received_it(mina, house):
    sent = house.now
    house.passes(hours=2)

    await mina.types("2", date=int(sent.timestamp()))

    (alarm,) = await house.alarms()
    assert alarm.since == sent


async def test_a_stranger_alarms_nobody(house, bea):
    await Somebody(house, 666).types("help")

    assert await house.alarms() == []


async def test_a_contact_who_types_help_alarms_nobody_by_it(house, mina, bea):
    await house.contact(await mina.person())

    heard = await Somebody(house, 200).types("help")

    assert heard.ids == ["nothing-to-read"]
    assert await house.alarms() == []


async def test_a_forwarded_call_is_asked_for_anew(mina, house):
    heard = await mina.types(
        "help", forward_origin={"type": "hidden_user", "date": 1, "sender_user_name": "x"}
    )

    assert heard.ids == ["type-it-new"]
    assert await house.alarms() == []
