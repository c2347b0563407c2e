"""Where a code may not count, or was passed on, it goes all the same and nothing follows."""

from dataclasses import replace

import pytest

from rules.alarm import Kind as AlarmKind
from rules.events import ChangeAsked, Verdict
from rules.notices import Kind
from rules.terms import Level, NewTerms, Way
from storage.cards import is_card
from storage.deed import (
    Deed,
    DropCards,
    Lived,
)
from storage.persons import Standing
from tests.handlers.card.codes import (
    AUNTS,
    HERS,
    LENDERS,
    OFFICE,
    card,
    signs,
    stage,
)
from tests.handlers.speaking import deliver, kinds, pass_time


async def test_a_code_counts_nothing_where_only_stronger_ways_were_agreed(house, mina):
    code = await card(house, mina)
    stronger = replace((await stage(house, mina)).terms, ways=frozenset({Way.SEALED}))
    asked = ChangeAsked(house.now, NewTerms(stronger), Way.HEARD)
    await house.storage.journal.record(Deed((Lived(mina.id, asked),)))
    assert (await stage(house, mina)).terms.ways == frozenset({Way.SEALED})

    for chat in (HERS, LENDERS):
        deed = await house.hears(chat, code)
        assert (signs(deed), deed.changes) == ([], ())
        assert len(deed.unsays) == len(deed.replies) == 1
    assert await house.storage.readings.card(code) is not None


@pytest.mark.parametrize("forced", [False, True])
async def test_a_code_counts_also_where_something_weaker_was_agreed_on_since(house, forced):
    tapper = await house.defender(chat=HERS, level=Level.LOW)
    code = await card(house, tapper, forced=forced)

    (sign,) = signs(await house.hears(LENDERS, code))

    assert sign.verdict is (Verdict.FORCED if forced else Verdict.GENUINE)


async def test_before_anything_has_begun_a_forced_code_is_not_lost_either(house):
    early = await house.defender(chat=HERS, level=Level.MEDIUM, begins=False)
    office = await house.coordinator(chat=OFFICE)
    code = await card(house, early, forced=True)
    assert signs(await house.hears(LENDERS, code))
    await deliver(house)

    await pass_time(house, minutes=3)

    (alarm,) = (await house.storage.readings.life(early.id)).alarms
    assert alarm.kind is AlarmKind.DURESS
    assert Kind.ALARM in kinds(await deliver(house), office)


async def test_a_code_of_somebody_who_has_left_counts_nothing(house, mina):
    code = await card(house, mina)
    aunt = await house.contact(mina, chat=AUNTS)
    hers = await card(house, aunt)
    assert signs(await house.hears(LENDERS, hers)) == []

    kept = await house.storage.readings.person(mina.id)
    await house.keeps(replace(kept, standing=Standing.LEFT))
    assert signs(await house.hears(HERS, code)) == []
    assert signs(await house.hears(LENDERS + 1, code)) == []


async def test_a_dropped_batch_counts_nothing(house, mina):
    code = await card(house, mina)
    await house.storage.journal.record(Deed(changes=(DropCards(mina.id, b"n" * 16),)))
    assert signs(await house.hears(LENDERS, code)) == []


@pytest.mark.parametrize("how", ["edited", "forwarded", "scheduled"])
@pytest.mark.parametrize("chat", [HERS, LENDERS])
async def test_what_was_changed_or_passed_on_counts_nothing_and_goes_all_the_same(
    house, mina, how, chat
):
    code = await card(house, mina)
    if how == "edited":
        raw = {
            "message_id": 5,
            "date": int(house.now.timestamp()),
            "edit_date": int(house.now.timestamp()),
            "chat": {"id": chat, "type": "private"},
            "from": {"id": chat, "is_bot": False, "first_name": "Somebody"},
            "text": code,
        }
        deed = await house.gets({"edited_message": raw}, chat)
    else:
        origin = {"type": "hidden_user", "date": 1, "sender_user_name": "x"}
        more = {"forward_origin": origin} if how == "forwarded" else {"is_from_offline": True}
        deed = await house.hears(chat, code, **more)

    assert (signs(deed), deed.changes) == ([], ())
    assert [one.at for one in deed.unsays] == [house.now]
    assert await house.storage.readings.card(code) is not None


async def test_a_code_in_a_group_is_not_even_looked_at(house, mina):
    code = await card(house, mina)
    deed = await house.hears(LENDERS, code, chat={"id": -5, "type": "group"})
    assert deed == Deed()
    assert await house.storage.readings.card(code) is not None


async def test_a_number_that_only_looks_like_one_is_heard_as_ever(house, mina):
    number = next(text for n in range(10) if not is_card(text := f"71422819063{n}"))
    deed = await house.hears(HERS, number)
    assert [one.words[0].id for one in deed.replies] == ["not-understood"]
    assert deed.unsays[0].at > house.now
