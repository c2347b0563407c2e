"""By what somebody sends her notes is agreed; what the house has not got is refused plainly."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rules import signs
from rules.notices import Kind
from rules.terms import Level, Way
from storage.deed import Deed, MakeCards
from tests.handlers.coordinator.office import terms_of
from tests.handlers.speaking import deliver, kinds


def has(house, **rooms):
    """Let the house have this."""
    house.rooms = replace(house.rooms, **rooms)


PAGE = "https://page.example/n"


async def prints_cards(house, code):
    person = await house.storage.readings.by_code(code)
    made = MakeCards(person.id, b"b" * 16, ("482915730",), ("730164482",))
    await house.storage.journal.record(Deed(changes=(made,)))


async def ways_of(house, code):
    return (await terms_of(house, code)).ways


# --- High -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rooms", "cards", "lacking"),
    [
        ({}, False, ["no-cards", "high-without-horn"]),
        ({"horn": True}, False, ["no-cards"]),
        ({"pages_url": PAGE}, False, ["high-without-horn"]),
        ({}, True, ["high-without-horn"]),
        ({"pages_url": PAGE}, True, ["high-without-horn"]),
    ],
)
async def test_high_is_refused_where_the_house_cannot_keep_it(
    bea, nino, house, rooms, cards, lacking
):
    has(house, **rooms)
    if cards:
        await prints_cards(house, "A1")

    read = await bea.types("terms A1 high")

    assert sorted(read.ids) == sorted(f"office-fault-{one}" for one in lacking)
    assert read.deed.changes == ()


@pytest.mark.parametrize(
    ("rooms", "cards", "ways"),
    [
        ({"pages_url": PAGE}, False, {Way.SEALED, Way.CARD}),
        ({}, True, {Way.CARD}),
        ({"pages_url": PAGE}, True, {Way.SEALED, Way.CARD}),
    ],
)
async def test_high_is_agreed_with_a_page_or_paper_and_another_road(
    bea, nino, house, rooms, cards, ways
):
    has(house, horn=True, **rooms)
    if cards:
        await prints_cards(house, "A1")

    await bea.types("terms A1 high")
    await bea.types("yes")

    person = await house.storage.readings.by_code("A1")
    (watch,) = (await house.storage.readings.life(person.id)).watches
    assert (watch.terms.level, watch.terms.ways) == (Level.HIGH, ways)
    assert watch.terms.question


async def test_high_by_a_tap_is_refused_in_any_house(bea, nino, house):
    has(house, pages_url=PAGE, horn=True)

    read = await bea.types("terms A1 high ways tap")

    assert read.ids == ["office-fault-high-without-strong-way"]


async def test_what_holds_already_is_not_asked_about_again(bea, nino, house):
    has(house, pages_url=PAGE, horn=True)
    await bea.types("terms A1 high")
    await bea.types("yes")
    has(house, pages_url=None, horn=False)

    assert (await bea.types("terms A1 grace 20")).ids[0] == "inner-terms-sure"


# --- Ways -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("page card", {Way.SEALED, Way.CARD}),
        ("sealed", {Way.SEALED}),
        ("Tap, pair", {Way.TAP, Way.PAIR}),
        ("cards tap", {Way.CARD, Way.TAP}),
    ],
)
async def test_ways_are_named_shown_and_kept(bea, nino, house, typed, ways):
    has(house, pages_url=PAGE)

    asked = await bea.types(f"terms A1 ways {typed}")
    assert "inner-terms-ways" in asked.ids
    await bea.types("yes")

    assert await ways_of(house, "A1") == ways


async def test_they_are_shown_in_plain_words_the_weakest_first(bea, nino, house):
    has(house, pages_url=PAGE)
    await bea.types("terms A1 ways page card pair")
    await bea.types("yes")

    read = await bea.types("terms A1")

    assert "Notes by: one of two buttons, a number on paper, a code on the page." in read.text


async def test_codes_need_a_page_and_paper_alone_must_be_printed(bea, nino):
    assert (await bea.types("terms A1 ways page")).ids == ["office-fault-no-page"]
    assert (await bea.types("terms A1 ways card")).ids == ["office-fault-no-cards"]
    assert (await bea.types("terms A1 ways moon")).ids == ["office-fault-unreadable"]
    assert (await bea.types("terms A1 ways")).ids == ["office-fault-unreadable"]


async def test_a_weaker_way_begins_late_and_a_stronger_one_at_once(bea, carl, mina, house):
    has(house, pages_url=PAGE)
    await bea.types("terms A7 ways page")
    await bea.types("yes")
    assert (await mina.routine()).terms.ways == {Way.SEALED}
    await deliver(house)

    asked = await bea.types("terms A7 ways page pair")
    assert "office-terms-later" in asked.ids
    await bea.types("yes")

    routine = await mina.routine()
    assert routine.terms.ways == {Way.SEALED}
    (waits,) = routine.pending
    assert waits.from_at - house.now >= timedelta(hours=12)
    said = await deliver(house)
    assert kinds(said, await carl.person()) == [Kind.CHANGE_TOLD]


# --- A question before somebody confirms ----------------------------------------------------------


async def test_a_question_is_agreed_at_once_and_given_up_late(bea, mina, house):
    asked = await bea.types("terms A7 question on")
    assert "inner-terms-question" in (await _all(bea, asked))
    await bea.types("yes")
    assert (await mina.routine()).terms.question

    await bea.types("terms A7 question off")
    await bea.types("yes")

    routine = await mina.routine()
    assert routine.terms.question
    assert [one.change.terms.question for one in routine.pending] == [False]


async def test_her_place_is_asked_for_only_once_that_is_agreed(bea, mina, house):
    has(house, pages_url=PAGE)
    assert not (await mina.routine()).terms.place
    asked = await bea.types("terms A7 ways page card place on")
    assert "inner-terms-place" in (await _all(bea, asked))
    await bea.types("yes")
    assert signs.ways_of((await mina.routine()).terms) == "sealed place"

    await bea.types("terms A7 place off")
    await bea.types("yes")

    assert signs.ways_of((await mina.routine()).terms) == "sealed"


async def test_what_is_neither_on_nor_off_is_said(bea, mina):
    for text in ("question", "question maybe", "question on off", "place", "place here"):
        assert (await bea.types(f"terms A7 {text}")).ids == ["office-fault-unreadable"]


async def _all(somebody, read):
    """Every sentence on every page."""
    found, page = list(read.ids), 2
    while more := [one for one in read.buttons if one == f"terms-look:A7 {page} !"]:
        read = await somebody.presses(more[0])
        found += read.ids
        page += 1
    return found


async def test_once_it_was_answered_the_pages_are_those_of_what_holds(bea, mina):
    asked = await bea.types("terms A7 question on")
    (more,) = [one for one in asked.buttons if one.startswith("terms-look:")]
    await bea.types("no")

    read = await bea.presses(more)

    assert "inner-terms-question" not in await _all(bea, read)
    assert read.deed.changes == ()


# --- What is said by voice before anything is chosen ----------------------------------------------


async def test_the_office_is_told_what_to_say_before_she_chooses(nino, bea):
    has(nino, pages_url=PAGE)
    await bea.types("terms A1 ways page")

    agreed = await bea.types("yes")

    assert agreed.ids == ["office-terms-noted", "office-terms-first", "office-choices-say"]
    read = await bea.types("/help numbers")
    (more,) = read.buttons
    assert read.ids == ["inner-help-numbers"]
    assert (await bea.presses(more)).ids == ["inner-help-numbers-how"]
    await bea.types("terms A1 grace 30")
    assert "office-choices-say" not in (await bea.types("yes")).ids


async def test_of_whoever_has_begun_without_a_number_it_says_that_none_can_count(bea, house):
    await house.defender(level=Level.LOW)
    has(house, pages_url=PAGE)
    await bea.types("terms A7 ways page tap")

    agreed = await bea.types("yes")

    assert agreed.ids[-2:] == ["office-choices-say", "office-choices-none"]
    assert "code A7" in agreed.text
    await bea.types("terms A7 ways page")
    assert (await bea.types("yes")).ids[-1] == "office-choices-none"


async def test_with_the_link_it_comes_by_itself_for_the_link_is_passed_on(bea, house):
    has(house, pages_url=PAGE)

    link, aside = (await bea.types("/invite medium en UTC usual Nino")).replies

    assert [one.id for one in aside.words] == ["office-choices-say"]
    assert "office-choices-say" not in [one.id for one in link.words]
    assert len((await bea.types("/invite low en UTC usual Mina")).replies) == 1
