"""How an alarm ends: somebody makes sure, or closes it; nobody by a slip of the thumb."""

import pytest

from rules.alarm import Kind as AlarmKind
from rules.alarm import Stage
from rules.events import Cause, CheckedIn, Outcome, Verdict
from rules.notices import Kind, Notice
from storage.deed import Deed, Helped, Lived
from tests.handlers.coordinator.office import Colleague, cry
from tests.handlers.speaking import deliver, kinds, pass_time


@pytest.fixture
async def back(bea, mina, missed, house):
    """Mina has written after Bea was told of it; everybody heard the neutral words."""
    await mina.types("1")
    await pass_time(house, minutes=16)
    await deliver(house)
    return missed


@pytest.mark.parametrize(
    "text", ["confirm 1 voice", "/confirm 1 VOICE", "confirm \u06f1 question", "/confirm 1 seen"]
)
async def test_confirming_in_one_line_stands_everybody_down(bea, carl, back, house, text):
    await bea.types(text)

    assert (await bea.sees(back)).stage is Stage.CLOSED
    said = await deliver(house)
    assert Kind.CLOSED in kinds(said, await bea.person())


@pytest.mark.parametrize("answer", ["1", "voice", "\u0662", "seen", "3"])
async def test_it_asks_how_one_made_sure(bea, back, answer):
    read = await bea.types("confirm 1")

    assert read.ids == ["inner-office-confirm"]
    assert read.buttons == ["confirm:1 voice", "confirm:1 question", "confirm:1 seen"]
    assert (await bea.sees(back)).stage is not Stage.CLOSED

    await bea.types(answer)

    assert (await bea.sees(back)).stage is Stage.CLOSED
    assert await bea.dialogue() is None


async def test_making_sure_by_two_presses(bea, back):
    await bea.presses("confirm:1")
    assert (await bea.sees(back)).stage is not Stage.CLOSED

    await bea.presses("confirm:1 voice")

    assert (await bea.sees(back)).stage is Stage.CLOSED


async def test_nothing_is_confirmed_before_a_sign_of_life(bea, missed, house):
    await bea.types("confirm 1 voice")

    assert (await bea.sees(missed)).stage is not Stage.CLOSED
    assert kinds(await deliver(house), await bea.person()) == [Kind.REFUSED]


async def test_a_cry_for_help_is_not_confirmed_but_closed(bea, mina, house):
    number = await cry(house, await mina.person(), Cause.SOS)

    read = await bea.types(f"confirm {number} voice")

    assert read.ids == ["office-close-it"]
    assert read.deed.happenings == ()


#: What is typed at first, and what is then still asked for.
LEFT_TO_SAY = {
    "close 1 safe her brother saw her": [],
    "close 1 safe": ["her brother saw her"],
    "close 1": ["safe", "her brother saw her"],
}


@pytest.mark.parametrize("said", LEFT_TO_SAY)
async def test_what_has_got_worse_meanwhile_is_not_ended_by_a_yes_of_before(
    bea, carl, mina, missed, house, said
):
    await bea.types(said)
    forced = CheckedIn(house.now, verdict=Verdict.FORCED)
    await house.storage.journal.record(Deed((Lived((await mina.person()).id, forced),)))
    await pass_time(house, minutes=3)
    await deliver(house)
    for answer in LEFT_TO_SAY[said]:
        await bea.types(answer)

    await bea.types("yes")

    assert (await bea.sees(missed)).stage is not Stage.CLOSED
    assert (await bea.sees(missed)).kind is AlarmKind.DURESS
    said = [one.act for one in await deliver(house) if isinstance(one.act, Notice)]
    assert [(one.kind, one.facts["why"]) for one in said] == [(Kind.REFUSED, "news")]

    for again in ("close 1 safe she is with us", "yes"):
        await bea.types(again)
    assert (await bea.sees(missed)).stage is Stage.CLOSED


async def test_closing_step_by_step(bea, carl, missed, house):
    asked = await bea.types("close 1")
    assert asked.ids == ["inner-office-close-outcome"]
    why = await bea.types("3")
    assert why.ids == ["inner-office-close-reason"]
    sure = await bea.types("her brother saw the car")
    assert sure.ids == ["inner-office-close-sure"]
    assert "held by somebody" in sure.text
    assert (await bea.sees(missed)).stage is not Stage.CLOSED

    done = await bea.types("yes")

    (closing,) = done.deed.happenings
    assert isinstance(closing, Helped)
    assert closing.reason == "her brother saw the car"
    alarm = await bea.sees(missed)
    assert (alarm.stage, alarm.outcome) == (Stage.CLOSED, Outcome.DETAINED)
    assert Kind.CLOSED in kinds(await deliver(house), await bea.person())


async def test_closing_by_buttons(bea, missed):
    await bea.presses("close:1")
    await bea.presses("close:1 safe")
    await bea.types("she slept")

    await bea.presses("close-yes:1")

    assert (await bea.sees(missed)).outcome is Outcome.SAFE


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("close 1 safe we met her", Outcome.SAFE),
        ("/close 1 well we met her", Outcome.SAFE),
        ("close 1 false wrong clock", Outcome.FALSE_ALARM),
        ("close 1 false-alarm wrong clock", Outcome.FALSE_ALARM),
        ("close 1 4 in hospital", Outcome.HARMED),
        ("close 1 \u06f5 we do not know", Outcome.UNKNOWN),
    ],
)
async def test_closing_in_one_line_still_asks_once(bea, missed, text, outcome):
    asked = await bea.types(text)

    assert asked.ids == ["inner-office-close-sure"]
    assert (await bea.sees(missed)).stage is not Stage.CLOSED

    await bea.types("1")

    assert (await bea.sees(missed)).outcome is outcome


@pytest.mark.parametrize("no", ["no", "2", "No."])
async def test_a_no_keeps_it_open(bea, missed, no):
    await bea.types("close 1 safe x")

    read = await bea.types(no)

    assert read.ids == ["office-not-closed"]
    assert (await bea.sees(missed)).stage is not Stage.CLOSED
    assert await bea.dialogue() is None


async def test_the_last_yes_means_nothing_without_the_question(bea, missed, house):
    read = await bea.presses("close-yes:1")
    assert read.ids == ["office-too-late"]

    await bea.types("close 1 safe x")
    house.passes(minutes=31)
    read = await bea.presses("close-yes:1")

    assert read.ids == ["office-too-late"]
    assert (await bea.sees(missed)).stage is not Stage.CLOSED


async def test_the_last_yes_is_for_the_number_that_was_asked_about(bea, missed, house):
    number = await cry(house, await house.defender(101, "A8", "Nora"), Cause.SOS)
    await bea.types("close 1 safe x")

    read = await bea.presses(f"close-yes:{number}")

    assert read.ids == ["office-too-late"]
    assert len(await house.alarms()) == 2


async def test_an_outcome_that_means_nothing_is_asked_for_again(bea, missed):
    read = await bea.types("close 1 splendid")

    assert read.ids == ["inner-office-close-outcome"]
    assert (await bea.types("9")).ids == ["not-understood"]
    assert (await bea.types("board")).ids[0] == "inner-board"
    assert (await bea.sees(missed)).stage is not Stage.CLOSED


@pytest.mark.parametrize("text", ["seized A7", "seized \u04107", "who a7", "alarm \u06f1"])
async def test_what_plainly_asks_for_something_else_is_no_reason(bea, missed, text):
    await bea.types("close 1 safe")

    read = await bea.types(text)

    assert not {"inner-office-close-sure", "not-understood"} & set(read.ids)


@pytest.mark.parametrize("text", ["who saw her says so", "seized by nobody", "heard her laugh"])
async def test_a_reason_may_begin_like_a_command(bea, missed, text):
    await bea.types("close 1 safe")

    assert (await bea.types(text)).ids == ["inner-office-close-sure"]


async def test_a_reason_that_is_a_letter_is_too_long(bea, missed):
    await bea.types("close 1 safe")

    read = await bea.types("x" * 301)

    assert read.ids == ["inner-office-close-shorter"]
    assert (await bea.types("short")).ids == ["inner-office-close-sure"]


async def test_somebody_else_closing_it_meanwhile_is_told_who_did(bea, carl, missed, house):
    await bea.types("close 1 safe x")
    await carl.types("close 1 false y")
    await carl.types("yes")

    read = await bea.types("yes")

    assert (await bea.sees(missed)).outcome is Outcome.FALSE_ALARM
    assert read.ids in ([], ["office-over"])
    assert Kind.CLOSED in kinds(await deliver(house), await bea.person())


async def test_a_number_that_is_gone_ends_the_question(carl, missed, house):
    stranger = Colleague(house, 999)

    assert (await stranger.presses("close-yes:1")).deed.happenings == ()
    assert (await carl.types("close 77 safe x")).ids == ["office-no-such-number"]
