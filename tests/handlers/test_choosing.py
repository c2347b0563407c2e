"""Codes and buttons are chosen on the phone; a change looks alike, free or forced, to all."""

from dataclasses import replace

import pytest

from handlers.outer import opens
from rules.events import ChangeAsked, Verdict
from rules.notices import CHOSEN, Kind, Notice
from rules.terms import Level, NewTerms
from rules.watch import Stage
from storage.deed import Deed, Lived
from tests.handlers.phone import FORCED, OWN, events, not_begun, seals_notes, what, with_a_key
from tests.handlers.speaking import Somebody, deliver, kinds

NEW = {"t": "codes", "code": "338461", "forced": "905172"}


@pytest.fixture
async def mina(house, bea):
    """Mina, who seals her notes, two hours before one is due."""
    return await seals_notes(house)


async def test_codes_are_chosen_before_the_first_note_and_then_it_can_begin(house):
    phone = await not_begun(house)

    heard = await phone.sends(t="codes", code=OWN, forced=FORCED)

    assert heard.ids == ["codes-kept-begin"]
    assert heard.buttons == ["begin:next"]
    assert events(heard) == []
    assert (await phone.credentials()).code is not None
    for _ in range(12):
        heard = await phone.types("next")
        if "begin:yes" in heard.buttons:
            break
    await phone.types("yes")
    assert (await phone.routine()).stage is Stage.WAITING
    await phone.reads()
    assert [one.verdict for one in events(await phone.sends(t="note", code=FORCED))] == [
        Verdict.FORCED
    ]


async def test_whoever_chooses_codes_where_there_were_none_has_proven_nothing(house):
    her = await house.defender(level=Level.MEDIUM)
    phone = await with_a_key(house, her)

    heard = await phone.sends(t="codes", code=OWN, forced=FORCED)

    assert heard.deed.happenings == ()
    assert heard.ids == ["menu-keys"]


@pytest.mark.parametrize(
    "fields",
    [
        {"t": "codes", "code": "338461", "forced": "905172"},
        {"t": "pair", "forced": 2},
    ],
)
async def test_a_change_is_a_sign_and_looks_alike_free_or_forced(mina, fields):
    name = "old" if fields["t"] == "codes" else "code"
    forced = await mina.sends(**fields, **{name: FORCED})
    await mina.reads()
    free = await mina.sends(**fields, **{name: OWN})

    assert what(free) == what(forced)
    assert [one.verdict for one in events(forced) + events(free)] == [
        Verdict.FORCED,
        Verdict.GENUINE,
    ]


@pytest.mark.parametrize("old", [OWN, FORCED])
async def test_codes_that_cannot_be_taken_are_asked_anew_and_the_old_one_has_counted(mina, old):
    heard = await mina.sends(t="codes", code="123456", forced="338461", old=old)

    assert heard.ids == ["codes-other"]
    assert [one.verdict for one in events(heard)] == [
        Verdict.GENUINE if old == OWN else Verdict.FORCED
    ]
    await mina.reads()
    assert mina.screen == "c"


async def test_first_codes_that_cannot_be_taken_are_asked_anew(house):
    phone = await not_begun(house)

    heard = await phone.sends(t="codes", code="123456")

    assert heard.ids == ["codes-other"]
    assert heard.deed.happenings == ()
    await phone.reads()
    assert phone.screen == "e"


# --- What the office hears ------------------------------------------------------------------------


def changes(heard):
    told = [one for one in heard.deed.notices if one.kind is Kind.CODES_TOLD]
    return [one.facts["change"] for one in told]


async def test_whoever_is_on_duty_hears_of_first_codes_and_of_no_more(house, bea, tom):
    phone = await not_begun(house)

    heard = await phone.sends(t="codes", code=OWN, forced=FORCED)

    assert changes(heard) == ["codes-first"]
    said = await deliver(house)
    assert kinds(said, bea) == [Kind.CODES_TOLD]
    assert kinds(said, tom) == []


@pytest.mark.parametrize("code", [OWN, FORCED])
@pytest.mark.parametrize(
    ("fields", "name", "change"),
    [(NEW, "old", "codes"), ({"t": "pair", "forced": 2}, "code", "pair")],
)
async def test_of_a_change_the_office_hears_the_same_free_or_forced(
    mina, house, bea, code, fields, name, change
):
    heard = await mina.sends(**fields, **{name: code})

    assert changes(heard) == [change]
    said = await mina.reads()
    assert kinds(said, bea) == [Kind.CODES_TOLD]
    assert Kind.CODES_TOLD not in kinds(said, await mina.person())


async def test_a_first_choice_of_buttons_is_told_as_well(house, bea):
    phone = await not_begun(house)
    assert changes(await phone.sends(t="pair", forced=1)) == ["pair"]


async def test_what_was_not_taken_is_not_told(mina):
    assert changes(await mina.sends(t="codes", code="123456", old=OWN)) == []
    await mina.reads()
    assert changes(await mina.sends(**NEW, old="571294")) == []
    await mina.reads()
    assert changes(await mina.sends(t="note", code=OWN)) == []


async def test_whom_she_asked_never_to_tell_hears_nothing(house, bea, tom):
    phone = await not_begun(house)
    routine = await phone.routine()
    await _never_tells(house, routine, bea)

    await phone.sends(t="codes", code=OWN, forced=FORCED)

    said = await deliver(house)
    assert kinds(said, bea) == []
    assert kinds(said, tom) == [Kind.CODES_TOLD]


async def test_what_changed_and_what_to_do_is_read_only_after_open(mina, house, bea):
    await mina.sends(**NEW, old=OWN)
    (told,) = [
        one for one in await deliver(house) if isinstance(one.act, Notice) and one.act.to == bea.id
    ]
    office = Somebody(house, 300)
    place = CHOSEN.index("codes")
    (wanted,) = {one for one in (opens(told.act),) if one.endswith(f":{place}")}

    opened = await office.presses(f"open:{wanted}")

    assert opened.ids[0] == "inner-codes-changed"
    (folds,) = opened.replies[0].folds
    again = await office.presses(folds.args["again"])
    assert again.ids == opened.ids
    assert (await office.presses(f"open:{wanted[:-1]}9")).ids == opened.ids[1:]


async def _never_tells(house, routine, who):
    terms = replace(routine.terms, never_tell=frozenset({who.id}))
    change = ChangeAsked(house.now, NewTerms(terms), by=who.id)
    await house.storage.journal.record(Deed((Lived(routine.owner, change),)))


async def test_a_note_of_somebody_who_has_chosen_nothing_leads_to_choosing(house, bea):
    """Terms were changed to the page, and nobody let her choose: no note of hers could count."""
    house.rooms = replace(house.rooms, pages_url="https://page.example/n")
    her = await house.defender(level=Level.MEDIUM)
    phone = await with_a_key(house, her)

    wrong = await phone.sends(t="note", code=OWN)
    assert wrong.ids == ["codes-choose"]
    await phone.reads()
    assert phone.screen == "e"

    typed = await phone.types("1")
    assert typed.ids == ["note-other-way", "codes-choose"]
    await phone.reads()
    assert phone.screen == "e"
    await phone.has_codes()

    assert events(await phone.sends(t="note", code=OWN))
    assert (await phone.types("1")).ids == ["note-other-way"]
