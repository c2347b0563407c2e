"""What is released goes, file by file, to those who hold a key, and stands in the diary."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rules.events import Cause
from rules.notices import Kind, Notice
from storage.deed import Cried, Deed, DropKey, KeepPerson, WithdrawDossier
from storage.diary import Released
from tests.storage.circle import Courier, a_circle, somebody
from tests.storage.sheets import give_keys, keep, record, sheet_for
from tests.storage.telling import ALARM, say


@pytest.fixture
async def held(storage, circle):
    """Olga, Tom and Zora hold keys; Bek does not."""
    await give_keys(storage, circle.olga, circle.tom, circle.zora)
    return circle


async def keeps(storage, held, *sections):
    """She keeps one file of each of these sections; return them."""
    files = {one: sheet_for(held.olga, held.zora, text=b"%d" % one) for one in sections}
    for section, file in files.items():
        await keep(storage, held.amina, file, section)
    return files


@pytest.fixture
def courier(storage):
    return Courier(storage)


def released(held, to, sections="0", **facts):
    return Notice(to.id, Kind.SHEET, {"subject": held.amina.id, "sections": sections, **facts})


async def told(courier):
    """What a courier is handed: to whom, which section, which file."""
    storage = courier.storage
    sheets = [one for one in await courier.tell_all() if one.act.kind is Kind.SHEET]
    return [
        (
            one.reader,
            one.act.facts["section"],
            await storage.dossiers.file_bytes(bytes.fromhex(one.act.facts["file"])),
        )
        for one in sheets
    ]


async def diary(storage, person):
    lines = await storage.readings.diary(person.id, 20)
    return [one.happening for one in lines[::-1] if isinstance(one.happening, Released)]


async def test_a_whole_one_goes_to_whoever_is_named(storage, held):
    files = await keeps(storage, held, 0)
    await say(storage, released(held, held.olga, number=12), released(held, held.zora))
    (first, second) = await Courier(storage).tell_all()
    assert {one.reader for one in (first, second)} == {held.olga.id, held.zora.id}
    assert first.act.facts.keys() | second.act.facts.keys() == {
        "subject", "number", "section", "file",
    }  # fmt: skip
    for one in (first, second):
        assert one.act.facts["subject"] == held.amina.id
        assert one.act.facts.get("number") == (12 if one.reader == held.olga.id else None)
        named = bytes.fromhex(one.act.facts["file"])
        assert await storage.dossiers.file_bytes(named) == files[0]


@pytest.mark.parametrize(
    ("sections", "there"),
    [("0", [0, 1, 3, 5]), ("1 3", [1, 3]), ("3", [3]), ("2 5", [5]), ("2", [])],
)
async def test_only_the_sections_that_were_agreed_go(storage, held, courier, sections, there):
    files = await keeps(storage, held, 0, 5, 1, 3)
    await say(storage, released(held, held.olga, sections))
    assert await told(courier) == [(held.olga.id, one, files[one]) for one in there]
    expected = [Released(held.amina.id, held.olga.id, tuple(there))] if there else []
    assert await diary(storage, held.amina) == expected


async def test_whoever_holds_no_key_gets_nothing_and_no_line_says_so(storage, held, courier):
    await keeps(storage, held, 0)
    nobody = a_circle(3).amina
    await say(storage, *(released(held, one) for one in (held.bek, nobody)))
    # Nor does she herself, though she held one: of an alarm about her she hears nothing.
    await give_keys(storage, held.amina)
    await say(storage, released(held, held.amina))
    await say(storage, Notice(held.olga.id, Kind.SHEET, {"subject": somebody(), "sections": "0"}))
    assert await told(courier) == []
    assert await diary(storage, held.amina) == []


async def test_where_nothing_is_kept_nothing_is_said(storage, held, courier):
    await say(storage, released(held, held.olga), released(held, held.olga, earlier=1))
    assert await told(courier) == []
    assert await diary(storage, held.amina) == []


async def test_what_was_replaced_goes_by_hand_alone_and_no_longer_than_it_is_kept(
    storage, held, courier, clock
):
    old = await keeps(storage, held, 0, 1)
    clock.push(hours=1)
    new = await keeps(storage, held, 1)
    await say(storage, released(held, held.olga, "1"))
    assert await told(courier) == [(held.olga.id, 1, new[1])]
    await say(storage, released(held, held.olga, "1", earlier=1))
    assert await told(courier) == [(held.olga.id, 1, new[1]), (held.olga.id, 1, old[1])]
    await say(storage, released(held, held.olga, earlier=1))
    assert [section for _, section, _ in await told(courier)] == [0, 1, 1]
    clock.push(hours=72)
    await say(storage, released(held, held.olga, "1", earlier=1))
    assert await told(courier) == [(held.olga.id, 1, new[1])]


async def test_what_she_took_back_goes_to_nobody_by_no_way(storage, held, courier, clock):
    await keeps(storage, held, 0, 1)
    await keeps(storage, held, 1)
    await record(storage, WithdrawDossier(held.amina.id, clock()))
    await say(storage, released(held, held.olga), released(held, held.olga, earlier=1))
    assert await told(courier) == []


async def test_what_came_from_a_phone_in_other_hands_goes_to_nobody(storage, held, courier):
    files = await keeps(storage, held, 0)
    await keep(storage, held.amina, sheet_for(held.olga), seized=True)
    await say(storage, released(held, held.olga), released(held, held.tom, earlier=1))
    assert {file for _, _, file in await told(courier)} == {files[0]}


async def test_what_she_takes_back_while_it_is_on_its_way_does_not_arrive(
    storage, held, courier, clock
):
    await keeps(storage, held, 0, 1)
    await say(storage, released(held, held.olga), released(held, held.zora))
    await record(storage, WithdrawDossier(held.amina.id, clock()))
    assert await told(courier) == []
    assert await storage.outbox.next_try() is None


async def test_what_is_replaced_while_it_is_on_its_way_still_arrives(storage, held, courier, clock):
    files = await keeps(storage, held, 0)
    await say(storage, released(held, held.olga))
    newer = await keeps(storage, held, 0)
    assert await told(courier) == [(held.olga.id, 0, files[0])]
    # But not once it is erased.
    await say(storage, released(held, held.olga, earlier=1))
    clock.push(hours=72)
    assert await told(courier) == [(held.olga.id, 0, newer[0])]


async def test_nothing_arrives_with_whoever_has_no_part_in_it_any_more(storage, held, courier):
    await keeps(storage, held, 0)
    everybody = (held.olga, held.tom, held.zora)
    await say(storage, *(released(held, one) for one in everybody))
    zora = await storage.readings.person(held.zora.id)
    others = a_circle(3).zora
    stranger = KeepPerson(replace(zora, owners=others.owners))
    await record(storage, DropKey(held.tom.id), stranger)
    assert [reader for reader, _, _ in await told(courier)] == [held.olga.id]


@pytest.mark.parametrize("before", [True, False])
async def test_nothing_goes_to_a_phone_in_other_hands(storage, held, courier, clock, before):
    """Whoever holds a coordinator's phone may hold the key that opens it as well."""
    await keeps(storage, held, 0)
    olga = await storage.readings.person(held.olga.id)
    until = clock() + timedelta(hours=72)
    chats = tuple(replace(one, seized_until=until) for one in olga.chats)
    seized = KeepPerson(replace(olga, chats=chats))
    if before:
        await record(storage, seized)
    await say(storage, released(held, held.olga), released(held, held.tom))
    if not before:
        await record(storage, seized)
    assert [reader for reader, _, _ in await told(courier)] == [held.tom.id]
    named = [one.to for one in await diary(storage, held.amina)]
    assert (held.olga.id in named) is not before


async def test_a_release_is_written_with_the_alarm_it_belongs_to_and_dropped_with_it(storage, held):
    await keeps(storage, held, 0)
    notice = Notice(
        held.zora.id, Kind.SHEET, {"subject": held.amina.id, "sections": "0"}, alarm=ALARM
    )
    await say(storage, notice)
    (claimed,) = await Courier(storage).claim()
    assert claimed.act.alarm == ALARM


@pytest.mark.parametrize(("kept", "there"), [((0,), [0]), ((0, 2), [2]), ((1, 0), [0]), ((5,), [])])
async def test_a_step_of_the_ladder_gives_the_office_a_whole_one_that_was_never_parted(
    storage, held, courier, kept, there
):
    files = await keeps(storage, held, *kept)
    step = [replace(released(held, one, "2 3"), alarm=ALARM) for one in (held.olga, held.zora)]
    await say(storage, *step)
    hers = [(held.olga.id, one, files[one]) for one in there]
    contacts = [(held.zora.id, one, files[one]) for one in there if one]
    assert sorted(await told(courier)) == sorted([*hers, *contacts])


async def test_the_diary_stays_one_chain_whatever_else_happens_at_once(storage, held, clock):
    await keeps(storage, held, 0, 2)
    for _ in range(2):
        cry = Cried(held.amina.id, Cause.SOS, clock())
        deed = Deed(
            happenings=(cry,),
            notices=(released(held, held.olga), released(held, held.zora, "2")),
        )
        await storage.journal.record(deed)
    assert (
        await diary(storage, held.amina)
        == [
            Released(held.amina.id, held.olga.id, (0, 2)),
            Released(held.amina.id, held.zora.id, (2,)),
        ]
        * 2
    )
    await storage.heads.sign()
    assert (await storage.heads.check()).faults == ()
