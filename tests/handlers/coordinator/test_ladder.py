"""A ladder of her own: who is asked on which step, how long it waits, what of the sheet is read."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from rules.notices import Kind
from rules.people import Part
from rules.terms import Group, Rung
from storage.deed import Deed, KeepHouse
from tests.handlers.coordinator.office import terms_of
from tests.handlers.speaking import deliver, kinds

M = timedelta(minutes=1)


async def test_a_ladder_of_her_own(bea, nino, house):
    asked = await bea.types("ladder A1 1: first 30; 2: second duty 30; 3: all 30")
    assert "1: first of their people; wait 30 min." in asked.text

    await bea.types("yes")

    assert (await terms_of(house, "A1")).ladder == (
        Rung((Group.FIRST_CONTACT,), 30 * M),
        Rung((Group.SECOND_CONTACT, Group.DUTY), 30 * M),
        Rung((Group.ALL,), 30 * M),
    )


async def test_the_ladder_is_shown_with_every_group_in_words(bea, nino, house):
    await bea.types(
        "order A1 duty near 10; another two lawyer 1h; family others second 20m; all first B2 30"
    )
    await bea.types("yes")

    read = await bea.types("order A1")

    assert "2: another of the office, two of the office, lawyer; wait 60 min." in read.text
    assert "B2" in read.text


async def test_one_of_her_people_by_name_is_shown_by_part_alone(bea, mina, aunt, house):
    await bea.types("ladder A7 duty 10; auntie 10; all 10")

    read = await bea.types("yes")
    assert read.ids[0] == "office-terms-noted"
    shown = await bea.types("ladder A7")
    assert "Auntie" not in shown.text


async def test_a_ladder_that_cannot_be_is_refused_with_all_faults(bea, mina):
    for text, faults in [
        ("whoever 30", ["office-fault-whom"]),
        ("duty", ["office-fault-wait"]),
        ("duty 30; nobody; all x", [*["office-fault-wait", "office-fault-whom"] * 2]),
        ("duty 13h", ["office-fault-wait"]),
        ("family 30; all 30", ["office-fault-family-first"]),
        ("first 30", ["office-fault-no-coordinator"]),
        ("30; all 30", ["office-fault-empty-rung"]),
        ("; ".join(["duty 10"] * 9), ["office-fault-rungs"]),
    ]:
        read = await bea.types(f"ladder A7 {text}")

        assert sorted(read.ids) == sorted(faults)
        assert read.deed.changes == ()


async def test_family_by_name_is_never_first(bea, mina, house):
    await house.contact(await mina.person(), 201, "Mother", Part.FAMILY)

    read = await bea.types("ladder A7 mother duty 30; all 30")

    assert read.ids == ["office-fault-family-first"]


async def test_a_ladder_that_ends_while_all_sleep_is_refused(bea, mina, house):
    kept = await house.storage.readings.house()
    asleep = replace(kept, awake_from=time(7), awake_to=time(23))
    await house.storage.journal.record(Deed(changes=(KeepHouse(asleep),)))

    read = await bea.types("terms A7 times 22:30")

    assert read.ids == ["office-fault-ends-asleep"]


# --- What is read of the sheet --------------------------------------------------------------------


async def test_a_step_says_what_is_read_of_the_sheet_in_plain_words(bea, nino, house):
    asked = await bea.types("order A1 duty 10; all lawyer 20 sheet health call; all 30 sheet all")
    assert "gets from the sheet: whom to call, health." in asked.text
    assert "gets from the sheet: everything." in asked.text
    assert "1: duty; wait 10 min." in asked.text

    await bea.types("yes")

    assert [rung.sections for rung in (await terms_of(house, "A1")).ladder] == [(), (1, 3), (0,)]


@pytest.mark.parametrize(
    "text", ["all 30 sheet 3 1", "all 30 Sheet call, health", "all 30m sheet 1 health"]
)
async def test_sections_are_named_by_word_or_number(bea, nino, house, text):
    await bea.types(f"order A1 {text}")
    await bea.types("yes")

    assert [rung.sections for rung in (await terms_of(house, "A1")).ladder] == [(1, 3)]


@pytest.mark.parametrize(
    ("text", "word"), [("all 30 sheet moon", "moon"), ("all 30 sheet", "sheet")]
)
async def test_what_is_no_part_of_a_sheet_is_said(bea, mina, text, word):
    read = await bea.types(f"order A7 {text}")

    assert read.ids == ["office-fault-sheet"]
    assert read.deed.replies[0].words[0].args["word"] == word
    assert read.deed.changes == ()


async def test_of_more_that_is_read_the_others_of_the_office_hear_and_it_holds_at_once(
    bea, carl, mina, house
):
    rungs = "duty 45; first 60; all others 60"
    await deliver(house)
    await bea.types(f"order A7 {rungs} sheet call")
    await bea.types("yes")

    assert (await mina.routine()).terms.ladder[-1].sections == (1,)
    assert (await mina.routine()).pending == ()
    assert kinds(await deliver(house), await carl.person()) == [Kind.CHANGE_TOLD]

    await bea.types(f"order A7 {rungs}")
    await bea.types("yes")

    assert (await mina.routine()).terms.ladder[-1].sections == ()
    assert kinds(await deliver(house), await carl.person()) == []
