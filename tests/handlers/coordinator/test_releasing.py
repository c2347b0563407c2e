"""The office sees what is kept of a sheet, and gives it by hand to one who may read it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rules.events import Cause
from rules.notices import Kind, Notice
from rules.people import Part
from storage.deed import (
    Deed,
    DropKey,
    KeepDossier,
    KeepPerson,
    Noted,
    RestoreDossier,
    WithdrawDossier,
)
from tests.handlers.coordinator.office import cry, kept_from
from tests.handlers.sheets import (
    has_a_key_of_their_own,
    read_by,
    sheet_for,
    with_page,
)
from tests.handlers.speaking import deliver, kinds


@pytest.fixture
async def holders(house, bea, mina, aunt):
    """Bea and Mina's aunt hold keys; Carl does not."""
    with_page(house)
    people = [await bea.person(), await aunt.person()]
    await has_a_key_of_their_own(house, *people)
    return people


async def keep(house, mina, holders, section=0, text=b"first"):
    """Let a sheet of Mina's be kept."""
    file = sheet_for(*holders, text=text)
    kept = KeepDossier((await mina.person()).id, section, file, house.now)
    await house.storage.journal.record(Deed(changes=(kept,)))


async def given(house, to):
    """The files that somebody gets, as they read them."""
    person = await to.person()
    said = [one for one in await deliver(house) if one.reader == person.id]
    sheets = [one.act for one in said if getattr(one.act, "kind", None) is Kind.SHEET]
    files = [await house.storage.dossiers.file(bytes.fromhex(one.facts["file"])) for one in sheets]
    return [read_by(person, one.file) for one in files]


async def test_the_office_sees_since_when_and_for_how_many_and_never_what(
    house, bea, mina, holders
):
    await keep(house, mina, holders, text=b"Nino has the spare key")

    read = await bea.types("sheet A7")

    assert read.ids == ["inner-office-sheet"]
    assert "A7 · 0: The whole sheet, since 08:00, for 2 people." in read.text
    assert "Nino" not in read.text
    assert read.replies[0].folds


async def test_nothing_kept_is_said_so(bea, mina):
    assert (await bea.types("sheet A7")).ids == ["inner-office-sheet-none"]
    assert (await bea.types("sheet")).ids == ["office-form-sheet"]
    assert (await bea.types("sheet B9")).ids == ["office-nobody-called"]


async def test_what_was_replaced_and_withdrawn_is_seen_too(house, bea, mina, holders):
    await keep(house, mina, holders)
    house.passes(hours=1)
    await keep(house, mina, holders, text=b"second")
    assert (await bea.types("sheet A7")).ids == [
        "inner-office-sheet",
        "inner-office-sheet-replaced",
    ]

    taken_back = WithdrawDossier((await mina.person()).id, house.now)
    await house.storage.journal.record(Deed(changes=(taken_back,)))

    assert set((await bea.types("sheet A7")).ids) == {"inner-office-sheet-withdrawn"}


@pytest.mark.parametrize(
    ("name", "index"), [("B2", "bea"), ("Auntie", "aunt"), ("auntie", "aunt"), ("1", "aunt")]
)
async def test_by_hand_it_goes_to_one_person_after_a_second_word(
    house, bea, carl, mina, aunt, holders, name, index
):
    reader = {"bea": bea, "aunt": aunt}[index]
    await keep(house, mina, holders)
    asked = await bea.types(f"release A7 {name}")
    assert asked.ids == ["inner-office-release-all"]
    yes, no = asked.buttons[:2]
    assert (yes.partition(":")[0], no.partition(":")[0]) == ("release-yes", "release-no")
    assert await given(house, reader) == []

    read = await bea.presses(yes)

    assert read.ids == ["office-released"]
    told = [one for one in read.deed.replies if one.to == (await carl.person()).id]
    assert [one.words[0].id for one in told] == ["office-released-told"]
    assert [type(one) for one in read.deed.happenings] == [Noted]
    assert await given(house, reader) == [b"first"]
    assert await bea.dialogue() is None


async def test_what_lies_open_on_a_table_names_none_of_her_people(
    house, bea, carl, mina, aunt, holders
):
    await keep(house, mina, holders)
    asked = await bea.types("release A7 Auntie")
    assert "Auntie" in asked.text

    read = await bea.presses(asked.buttons[0])

    heard = read.deed.replies
    assert {one.to for one in heard} >= {(await carl.person()).id}
    said = [words for one in heard for words in one.words]
    assert {one.args["who"] for one in said} == {(await aunt.person()).id}


async def test_typed_yes_is_as_good_and_no_gives_nothing(house, bea, mina, aunt, holders):
    await keep(house, mina, holders)
    asked = await bea.types("release A7 Auntie")
    assert (await bea.types("no")).ids == ["office-not-released"]
    assert await given(house, aunt) == []
    assert (await bea.presses(asked.buttons[0])).ids == ["office-too-late"]

    await bea.types("release A7 Auntie")
    assert (await bea.types("yes")).ids == ["office-released"]

    assert await given(house, aunt) == [b"first"]


async def test_a_yes_under_one_question_gives_nothing_of_another(house, bea, mina, aunt, holders):
    """Both stand in her chat for half an hour, and what has been read cannot be taken back."""
    for section in (1, 5):
        await keep(house, mina, holders, section, text=str(section).encode())
    to_herself = await bea.types("release A7 B2 1")
    to_the_aunt = await bea.types("release A7 Auntie 5")

    assert (await bea.presses(to_herself.buttons[0])).ids == ["office-too-late"]
    assert (await bea.presses(to_herself.buttons[1])).ids == ["office-too-late"]
    assert await given(house, aunt) == []

    assert (await bea.presses(to_the_aunt.buttons[0])).ids == ["office-released"]
    assert await given(house, aunt) == [b"5"]


async def test_what_goes_back_or_is_dropped_before_the_yes_is_not_said_to_go(
    house, bea, carl, mina, aunt, holders
):
    await keep(house, mina, holders)
    asked = await bea.types("release A7 Auntie")
    taken_back = WithdrawDossier((await mina.person()).id, house.now)
    await house.storage.journal.record(Deed(changes=(taken_back,)))

    read = await bea.presses(asked.buttons[0])

    assert read.ids == ["office-release-nothing"]
    assert len(read.deed.replies) == 1  # nobody else hears that something goes
    assert await bea.dialogue() is None
    await house.storage.journal.record(Deed(changes=(RestoreDossier((await mina.person()).id),)))
    await bea.types("release A7 Auntie")
    await house.storage.journal.record(Deed(changes=(DropKey((await aunt.person()).id),)))
    assert (await bea.types("yes")).ids == ["office-release-no-key"]


async def test_a_number_that_means_somebody_else_by_now_gives_nothing(
    house, bea, mina, aunt, holders
):
    uncle = await house.contact(await mina.person(), chat=201, nick="Uncle")
    await has_a_key_of_their_own(house, uncle)
    third = await house.contact(await mina.person(), chat=202, nick="Third")
    await has_a_key_of_their_own(house, third)
    await keep(house, mina, holders)
    asked = await bea.types("release A7 2")
    assert "Uncle" in asked.text
    her = await mina.person()
    without = tuple(one for one in her.contacts if one.nick != "Auntie")
    await house.keeps(replace(her, contacts=without))

    read = await bea.presses(asked.buttons[0])

    assert read.ids == ["office-release-who"]
    assert kinds(await deliver(house), third) == []


async def test_sections_go_alone(house, bea, mina, aunt, holders):
    for section in (1, 2, 5):
        await keep(house, mina, holders, section, text=str(section).encode())
    asked = await bea.types("release A7 Auntie 1 5")
    assert asked.ids == ["inner-office-release"]
    assert "1, 5" in asked.text

    await bea.types("yes")

    assert await given(house, aunt) == [b"1", b"5"]


async def test_what_was_replaced_goes_only_when_it_is_asked_for(house, bea, mina, aunt, holders):
    await keep(house, mina, holders)
    house.passes(hours=1)
    await keep(house, mina, holders, text=b"forced on her")
    await bea.types("release A7 Auntie")
    await bea.types("yes")
    assert await given(house, aunt) == [b"forced on her"]

    asked = await bea.types("release A7 Auntie earlier")
    assert "replaced before" in asked.text
    await bea.types("yes")

    assert sorted(await given(house, aunt)) == [b"first", b"forced on her"]


async def test_what_she_took_back_is_given_to_nobody_in_no_way(house, bea, mina, aunt, holders):
    await keep(house, mina, holders)
    taken_back = WithdrawDossier((await mina.person()).id, house.now)
    await house.storage.journal.record(Deed(changes=(taken_back,)))

    for text in ("release A7 Auntie", "release A7 Auntie earlier", "release A7 Auntie 0"):
        assert (await bea.types(text)).ids == ["office-release-nothing"]


async def test_whoever_has_no_key_could_open_nothing(house, bea, carl, mina, holders):
    await keep(house, mina, holders)

    read = await bea.types("release A7 B3")

    assert read.ids == ["office-release-no-key"]


@pytest.mark.parametrize("name", ["Uncle", "B9", "A7", "B3 1 2", "Auntie x", "2", "0"])
async def test_nobody_else_is_a_reader(house, bea, mina, holders, name):
    await keep(house, mina, holders)

    assert (await bea.types(f"release A7 {name}")).ids == ["office-release-who"]


async def test_a_name_may_have_spaces(house, bea, mina, holders):
    nino = await house.contact(
        await mina.person(), chat=201, nick="Nino from school", part=Part.FRIEND
    )
    await has_a_key_of_their_own(house, nino)
    await keep(house, mina, [*holders, nino])

    asked = await bea.types("release A7 nino from school 0 earlier")

    assert asked.ids == ["inner-office-release-all"]
    assert "Nino from school" in asked.text


@pytest.mark.parametrize("text", ["release", "release A7"])
async def test_a_half_sentence_is_answered_with_an_example(bea, mina, text):
    assert (await bea.types(text)).ids == ["office-form-release"]


async def test_whoever_must_never_hear_of_somebody_neither_sees_nor_gives_nor_gets(
    house, bea, carl, mina
):
    await has_a_key_of_their_own(house, await bea.person(), await carl.person())
    await kept_from(house, await bea.person())

    for text in ("sheet A5", "release A5 B3"):
        assert (await bea.types(text)).ids == ["office-nobody-called"]
    assert (await carl.types("release A5 B2")).ids == ["office-release-who"]


async def test_while_something_is_open_its_number_stands_on_it_for_the_office_alone(
    house, bea, mina, aunt, holders
):
    await keep(house, mina, holders)
    number = await cry(house, await mina.person(), Cause.SOS)
    facts = []
    for name in ("B2", "Auntie"):
        await bea.types(f"release A7 {name}")
        read = await bea.types("yes")
        (notice,) = [one for one in read.deed.notices if isinstance(one, Notice)]
        facts.append(notice.facts.get("number"))

    assert facts == [number, None]


async def test_nothing_is_given_to_a_coordinator_whose_phone_is_in_other_hands(
    house, carl, bea, mina, holders
):
    await keep(house, mina, holders)
    her = await bea.person()
    until = house.now + timedelta(hours=72)
    chats = tuple(replace(one, seized_until=until) for one in her.chats)
    await house.storage.journal.record(Deed(changes=(KeepPerson(replace(her, chats=chats)),)))

    assert (await carl.types("release A7 B2")).ids == ["office-release-who"]
