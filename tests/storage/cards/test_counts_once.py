"""The code of a card counts once, however it was typed and whoever uses it first."""

import asyncio

import pytest

from rules.events import CheckedIn, Verdict
from rules.terms import Way
from sealing.cards import grouped, new_code
from sealing.keyring import Purpose
from storage.cards import is_card
from storage.deed import Deed, DropCards, Forget, KeepPerson, Lived, UseCard
from storage.opening import open_storage
from storage.versions import CompareAndSwapMissed
from tests.storage.cards.numbers import BATCH, FORCED, GENUINE, make, unlike, use
from tests.storage.circle import a_circle, enrol


def _persian(code):
    return "".join(chr(0x06F0 + int(digit)) for digit in code)


async def joined(storage, circle):
    """Write down a circle that comes to a house with people in it."""
    await storage.journal.record(Deed(changes=tuple(map(KeepPerson, circle.everybody))))
    return circle


async def test_a_code_is_found_however_it_was_typed_and_says_what_it_means(storage, circle):
    for codes, verdict in ((GENUINE, Verdict.GENUINE), (FORCED, Verdict.FORCED)):
        for code in codes:
            for typed in (code, grouped(code), f" {grouped(code)} ", _persian(code)):
                card = await storage.readings.card(typed)
                assert (card.person, card.verdict) == (circle.amina.id, verdict)
                assert card.meaning.batch == BATCH
                assert card.meaning.made_at == storage.clock()


async def test_no_other_text_finds_a_card(storage, circle):
    strange = unlike(*GENUINE, *FORCED)
    assert is_card(strange)
    wrong = str((int(strange[-1]) + 1) % 10)
    for typed in (strange, strange[:-1] + wrong, GENUINE[0][:-1], GENUINE[0] + "1", "1", ""):
        assert await storage.readings.card(typed) is None
    assert not is_card(strange[:-1] + wrong)


async def test_a_code_counts_once(storage, circle):
    card = await storage.readings.card(GENUINE[0])
    await use(storage, card)
    assert await storage.readings.card(GENUINE[0]) is None
    with pytest.raises(CompareAndSwapMissed):
        await use(storage, card)
    assert await storage.readings.cards_left(circle.amina.id) == len(GENUINE + FORCED) - 1


async def test_of_many_who_use_it_at_once_one_does(opened):
    houses, circle = [opened(), opened()], a_circle()
    await enrol(houses[0], circle)
    await make(houses[0], circle)
    card = await houses[0].readings.card(FORCED[0])
    sign = CheckedIn(houses[0].clock(), Way.CARD, card.verdict)
    deed = Deed(happenings=(Lived(card.person, sign),), changes=(UseCard(card),))
    tried = [houses[n % 2].journal.record(deed) for n in range(16)]
    missed = [one for one in await asyncio.gather(*tried, return_exceptions=True) if one]
    assert len(missed) == 15
    assert all(isinstance(one, CompareAndSwapMissed) for one in missed)
    lines = await houses[0].readings.diary(circle.amina.id, 100)
    assert sum(isinstance(one.happening.event, CheckedIn) for one in lines) == 1


async def test_a_code_that_somebody_has_is_not_given_to_another(storage, circle):
    other = await joined(storage, a_circle(2))
    with pytest.raises(CompareAndSwapMissed):
        await make(storage, other, genuine=(GENUINE[0],), forced=())
    with pytest.raises(CompareAndSwapMissed):
        await make(storage, a_circle(3), genuine=(unlike(*GENUINE),), forced=())


async def test_an_older_batch_is_dropped_and_nobody_elses(storage, circle):
    other = await joined(storage, a_circle(2))
    theirs, newer = new_code(), new_code()
    await make(storage, other, genuine=(theirs,), forced=())
    await make(storage, circle, batch=b"n" * 16, genuine=(newer,), forced=())
    for _ in range(2):
        await storage.journal.record(Deed(changes=(DropCards(circle.amina.id, b"n" * 16),)))
        assert await storage.readings.card(GENUINE[0]) is None
        assert (await storage.readings.card(newer)).person == circle.amina.id
        assert (await storage.readings.card(theirs)).person == other.amina.id
    with pytest.raises(CompareAndSwapMissed):
        await storage.journal.record(Deed(changes=(DropCards(a_circle(3).amina.id, BATCH),)))


async def test_a_code_made_under_an_older_key_is_still_found(
    database, storage, circle, keyring, clock
):
    newer = open_storage(database, keyring.with_new_version(Purpose.CARDS), clock=clock)
    try:
        assert (await newer.readings.card(GENUINE[0])).person == circle.amina.id
        fresh = unlike(*GENUINE)
        await make(newer, circle, genuine=(fresh,), forced=())
        assert (await newer.readings.card(fresh)).person == circle.amina.id
    finally:
        await newer.close()


async def test_of_somebody_forgotten_no_card_is_kept(house, keychain):
    gone, stays = a_circle(1), a_circle(2)
    await enrol(house, gone, stays, started=False)
    await make(house, gone)
    other = unlike(*GENUINE, *FORCED)
    await make(house, stays, genuine=(other,), forced=())
    await house.journal.record(Deed(changes=(Forget(gone.amina.id),)))
    await house.forgetting.forget([gone.amina.id], keychain)

    assert await house.readings.card(GENUINE[0]) is None
    assert await house.readings.cards_left(gone.amina.id) == 0
    assert (await house.readings.card(other)).person == stays.amina.id
