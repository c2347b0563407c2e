"""Codes and buttons are chosen and changed on the phone; under force it only seems done."""

import pytest

from rules.events import Verdict
from sealing.choosing import CodeFault
from storage.proofs import Chosen, Unfit, Wrong
from tests.storage.proofs.proving import FORCED, NEW, OWN, SPARE, says


async def test_codes_that_are_easy_to_guess_are_not_taken(storage, amina):
    unfit = await says(storage, amina, t="codes", code="123456", forced="123457")
    assert isinstance(unfit, Unfit)
    assert unfit.faults == (CodeFault.ROW, CodeFault.ALIKE)
    assert (await storage.proofs.credentials(amina)).code is None


async def test_codes_are_changed_by_whoever_knows_the_old_one(storage, coded):
    new = {"t": "codes", "code": NEW, "forced": SPARE}
    assert isinstance(await says(storage, coded, **new), Wrong)
    assert isinstance(await says(storage, coded, **new, old="111222"), Wrong)
    changed = await says(storage, coded, **new, old=OWN)
    assert changed.verdict is Verdict.GENUINE
    assert (await says(storage, coded, t="note", code=NEW)).verdict is Verdict.GENUINE
    assert (await says(storage, coded, t="note", code=SPARE)).verdict is Verdict.FORCED
    assert isinstance(await says(storage, coded, t="note", code=OWN), Wrong)


async def test_changed_under_force_it_seems_done_and_hers_stays(storage, coded):
    new = {"t": "codes", "code": NEW, "forced": SPARE}
    changed = await says(storage, coded, **new, old=FORCED)
    assert isinstance(changed, Chosen)
    assert changed.verdict is Verdict.FORCED
    for code in (NEW, SPARE):
        assert (await says(storage, coded, t="note", code=code)).verdict is Verdict.FORCED
    assert (await says(storage, coded, t="note", code=OWN)).verdict is Verdict.GENUINE


async def test_who_tries_the_old_code_after_a_change_finds_it_wrong_free_or_forced(storage, coded):
    """Else whoever made her change it would learn by one more note that she gave the forced one."""
    new = {"t": "codes", "code": NEW, "forced": SPARE}
    await says(storage, coded, **new, old=FORCED)

    tried = await says(storage, coded, t="note", code=FORCED)

    assert isinstance(tried, Wrong)
    assert tried.locks  # and the office hears of it
    assert (await says(storage, coded, t="note", code=NEW)).verdict is Verdict.FORCED


async def test_in_other_hands_the_old_code_looks_wrong_too_and_is_hers_again_later(storage, coded):
    await says(storage, coded, seized=True, t="codes", code=NEW, forced=SPARE, old=OWN)

    assert isinstance(await says(storage, coded, seized=True, t="note", code=OWN), Wrong)
    assert (await says(storage, coded, seized=True, t="note", code=NEW)).verdict is Verdict.FORCED
    assert (await says(storage, coded, t="note", code=OWN)).verdict is Verdict.GENUINE
    assert (await says(storage, coded, seized=True, t="note", code=OWN)).verdict is Verdict.FORCED


async def test_first_codes_chosen_in_other_hands_work_there_and_are_never_hers(storage, amina):
    first = await says(storage, amina, seized=True, t="codes", code=OWN, forced=FORCED)
    assert (first.verdict, first.first) == (Verdict.FORCED, True)
    for code in (OWN, FORCED):
        assert (
            await says(storage, amina, seized=True, t="note", code=code)
        ).verdict is Verdict.FORCED
    assert isinstance(await says(storage, amina, seized=True, t="codes", code=NEW), Wrong)

    chosen = await says(storage, amina, t="codes", code=NEW)

    assert (chosen.verdict, chosen.first) == (Verdict.GENUINE, True)
    assert (await says(storage, amina, t="note", code=NEW)).verdict is Verdict.GENUINE


@pytest.mark.parametrize(
    "chosen",
    [{"code": OWN, "forced": SPARE}, {"code": SPARE, "forced": OWN}, {"code": OWN}],
)
async def test_her_own_code_never_becomes_a_forced_one(storage, coded, chosen):
    assert isinstance(await says(storage, coded, t="codes", old=FORCED, **chosen), Chosen)
    assert (await says(storage, coded, t="note", code=OWN)).verdict is Verdict.GENUINE


async def test_unfit_codes_are_refused_alike_whatever_the_old_one_meant(storage, coded):
    new = {"t": "codes", "code": "123456"}
    free, forced = [await says(storage, coded, **new, old=one) for one in (OWN, FORCED)]
    assert free.faults == forced.faults == (CodeFault.ROW,)


async def test_the_forced_button_is_chosen_on_the_phone_and_stays_under_force(
    storage, amina, coded
):
    assert isinstance(await says(storage, coded, t="pair", forced=2), Wrong)
    await says(storage, coded, t="pair", forced=2, code=OWN)
    assert (await storage.proofs.credentials(coded)).pair == 2
    assert isinstance(await says(storage, coded, t="pair", forced=1, code=FORCED), Chosen)
    assert (await storage.proofs.credentials(coded)).pair == 2


async def test_without_a_code_the_forced_button_is_chosen_without_one(storage, amina):
    await says(storage, amina, t="pair", forced=1)
    assert (await storage.proofs.credentials(amina)).pair == 1


async def test_whoever_holds_the_phone_later_does_not_turn_the_buttons_round(storage, amina):
    await says(storage, amina, t="pair", forced=1)

    assert isinstance(await says(storage, amina, t="pair", forced=2), Wrong)

    assert (await storage.proofs.credentials(amina)).pair == 1
