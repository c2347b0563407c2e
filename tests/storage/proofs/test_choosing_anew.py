"""A coordinator lets somebody choose new codes without those of before: once, and for a while."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rules.events import Verdict
from storage.proofs import Chosen, Wrong
from tests.storage.proofs.proving import FORCED, NEW, OWN, SPARE, keep, says


async def let(storage, who, span=timedelta(hours=24)):
    kept = await storage.proofs.credentials(who)
    await keep(storage, replace(kept, anew_until=storage.clock() + span))


async def test_without_her_old_code_she_chooses_anew_and_only_once(storage, coded):
    assert isinstance(await says(storage, coded, t="codes", code=NEW, forced=SPARE), Wrong)
    await let(storage, coded)

    chosen = await says(storage, coded, t="codes", code=NEW, forced=SPARE)

    assert isinstance(chosen, Chosen)
    assert (chosen.verdict, chosen.first, chosen.pair) == (Verdict.GENUINE, True, False)
    assert (await says(storage, coded, t="note", code=NEW)).verdict is Verdict.GENUINE
    assert (await says(storage, coded, t="note", code=SPARE)).verdict is Verdict.FORCED
    assert isinstance(await says(storage, coded, t="note", code=OWN), Wrong)
    assert isinstance(await says(storage, coded, t="codes", code="571294"), Wrong)


@pytest.mark.parametrize(("code", "verdict"), [(OWN, Verdict.GENUINE), (FORCED, Verdict.FORCED)])
async def test_until_she_has_chosen_what_she_had_counts(storage, coded, code, verdict):
    await let(storage, coded)
    assert (await says(storage, coded, t="note", code=code)).verdict is verdict


async def test_it_ends_by_itself(storage, coded):
    await let(storage, coded, timedelta(hours=-1))
    assert isinstance(await says(storage, coded, t="codes", code=NEW), Wrong)
    assert (await says(storage, coded, t="note", code=OWN)).verdict is Verdict.GENUINE


async def test_on_a_phone_in_other_hands_it_seems_done_and_hers_stays(storage, coded):
    await let(storage, coded)

    found = await says(storage, coded, seized=True, t="codes", code=NEW)

    assert (found.verdict, found.first) == (Verdict.FORCED, True)
    assert (await says(storage, coded, t="note", code=OWN)).verdict is Verdict.GENUINE
    assert (await says(storage, coded, t="note", code=NEW)).verdict is Verdict.FORCED
    assert isinstance(await says(storage, coded, t="codes", code=SPARE), Wrong)
