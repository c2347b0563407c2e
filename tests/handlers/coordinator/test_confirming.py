"""Before everybody is stood down, a question that only they can answer is asked, by voice."""

from dataclasses import replace

import pytest

from rules.alarm import Stage
from rules.notices import Kind, Notice
from storage.deed import Deed, KeepDossier, Noted
from storage.keeping import Changes
from storage.lives import read_lives
from tests.handlers.sheets import has_a_key_of_their_own, sheet_for
from tests.handlers.speaking import deliver, kinds, pass_time

ANSWERS = ["question:1 send", "question:1 voice", "question:1 right", "question:1 wrong"]


@pytest.fixture
async def back(bea, mina, missed, house):
    """Mina has written after Bea was told of it; everybody heard the neutral words."""
    await mina.types("1")
    await pass_time(house, minutes=16)
    await deliver(house)
    return missed


@pytest.fixture
async def asks(house, bea, mina, back):
    """What is agreed with Mina asks for a question, and Bea can open what she wrote."""
    await agreed(house, mina, question=True)
    await has_a_key_of_their_own(house, await bea.person())
    return back


async def agreed(house, mina, **terms):
    """Let Mina's terms be these, as if nothing were open about her."""
    routine = await mina.routine()

    def write(tx):
        lives = read_lives(tx, [routine.owner])
        found, changes = lives.found[routine.owner], Changes(tx)
        watch = replace(routine, terms=replace(routine.terms, **terms))
        changes.note(found, replace(found.life, watches=(watch,)))
        changes.write()

    await house.storage.writer.do(write, kind="effect")


async def keeps(house, mina, bea, *sections):
    """Let sections of a sheet of hers be kept."""
    file = sheet_for(await bea.person())
    owner = (await mina.person()).id
    kept = tuple(KeepDossier(owner, section, file, house.now) for section in sections)
    await house.storage.journal.record(Deed(changes=kept))


@pytest.mark.parametrize("text", ["confirm 1", "confirm 1 voice", "confirm 1 question"])
@pytest.mark.parametrize("section", [0, 5])
async def test_a_question_comes_first(house, bea, mina, asks, text, section):
    await keeps(house, mina, bea, section)

    read = await bea.types(text)

    assert read.ids == ["inner-question"]
    assert read.buttons == ANSWERS
    assert (await bea.sees(asks)).stage is not Stage.CLOSED


@pytest.mark.parametrize(("sections", "given"), [((0,), "0"), ((5,), "5"), ((0, 5), "5")])
async def test_the_questions_come_to_whoever_asks_them(house, bea, mina, asks, sections, given):
    await keeps(house, mina, bea, *sections)
    await bea.types("confirm 1")

    read = await bea.presses("question:1 send")

    assert read.ids == ["office-question-sent"]
    (notice,) = [one for one in read.deed.notices if isinstance(one, Notice)]
    assert notice.kind is Kind.SHEET
    assert (notice.to, notice.facts["sections"]) == ((await bea.person()).id, given)
    assert kinds(await deliver(house), await bea.person()) == [Kind.SHEET]
    assert (await bea.dialogue()).step == "office-question"


@pytest.mark.parametrize("answer", ["right", "voice", "RIGHT"])
async def test_a_right_answer_stands_everybody_down(house, bea, mina, asks, answer):
    await keeps(house, mina, bea, 5)
    await bea.types("confirm 1")

    await bea.types(answer)

    assert (await bea.sees(asks)).stage is Stage.CLOSED
    assert Kind.CLOSED in kinds(await deliver(house), await bea.person())
    assert await bea.dialogue() is None


async def test_by_buttons_too(house, bea, mina, asks):
    await keeps(house, mina, bea, 5)
    await bea.presses("confirm:1")

    await bea.presses("question:1 right")

    assert (await bea.sees(asks)).stage is Stage.CLOSED


async def test_a_wrong_answer_ends_nothing_and_the_others_hear_of_it_at_once(
    house, bea, carl, mina, asks
):
    await keeps(house, mina, bea, 5)
    await bea.types("confirm 1")

    read = await bea.presses("question:1 wrong")

    assert read.ids == ["office-question-wrong"]
    assert '"seized A7"' in read.text
    assert (await bea.sees(asks)).stage is not Stage.CLOSED
    assert [type(one) for one in read.deed.happenings] == [Noted]
    (told,) = [one for one in read.deed.replies if one.to == (await carl.person()).id]
    assert [one.id for one in told.words] == ["office-question-wrong-told"]
    assert told.sound
    assert [one.data for row in told.buttons for one in row] == ["open:1"]
    assert not [one for one in await deliver(house) if one.to and one.to.chat in {100, 200}]


async def test_whoever_has_seen_them_needs_no_question(house, bea, mina, asks):
    await keeps(house, mina, bea, 5)

    await bea.types("confirm 1 seen")

    assert (await bea.sees(asks)).stage is Stage.CLOSED


async def test_where_no_question_is_kept_none_is_asked(house, bea, mina, asks):
    await keeps(house, mina, bea, 2)

    assert (await bea.types("confirm 1")).ids == ["inner-office-confirm"]
    await bea.types("voice")

    assert (await bea.sees(asks)).stage is Stage.CLOSED


async def test_where_the_terms_ask_for_none_none_is_asked(house, bea, mina, back):
    await has_a_key_of_their_own(house, await bea.person())
    await keeps(house, mina, bea, 5)

    await bea.types("confirm 1 voice")

    assert (await bea.sees(back)).stage is Stage.CLOSED


async def test_whoever_has_no_key_is_told_so_and_gets_nothing(house, bea, carl, mina, asks):
    await keeps(house, mina, bea, 5)

    read = await carl.types("confirm 1")
    assert read.ids == ["inner-question", "inner-question-no-key"]
    sent = await carl.presses("question:1 send")

    assert sent.ids == ["office-release-no-key"]
    assert sent.deed.notices == ()


async def test_nothing_is_asked_before_a_sign_of_life(house, bea, mina, missed):
    await agreed(house, mina, question=True)
    await has_a_key_of_their_own(house, await bea.person())
    await keeps(house, mina, bea, 5)

    await bea.types("confirm 1 voice")

    assert (await bea.sees(missed)).stage is not Stage.CLOSED
    assert Kind.REFUSED in kinds(await deliver(house), await bea.person())


async def test_no_questions_are_handed_out_before_a_sign_of_life(house, bea, mina, missed):
    """Nobody can be asked yet; by hand a sheet goes nowhere without the others hearing of it."""
    await agreed(house, mina, question=True)
    await has_a_key_of_their_own(house, await bea.person())
    await keeps(house, mina, bea, 0)

    await bea.types("question 1 send")

    said = kinds(await deliver(house), await bea.person())
    assert Kind.SHEET not in said
    assert Kind.REFUSED in said


async def test_an_answer_that_comes_when_it_is_over_hears_that_it_is_over(house, bea, mina, asks):
    await keeps(house, mina, bea, 5)
    await bea.types("confirm 1")
    await bea.types("right")

    assert (await bea.presses("question:1 right")).ids == ["office-over"]
    assert (await bea.presses("question:1 wrong")).ids == ["office-over"]


async def test_any_other_word_leaves_the_question_open(house, bea, mina, asks):
    await keeps(house, mina, bea, 5)
    await bea.types("confirm 1")

    await bea.types("she sounded odd")

    assert (await bea.dialogue()).step == "office-question"
    assert (await bea.sees(asks)).stage is not Stage.CLOSED
