"""A coordinator lets somebody choose new codes without those of before: once, and for a while."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rules.events import Verdict
from storage.credentials import CHALLENGES, SEEN, Challenge, Credentials, credentials_of
from storage.deed import Deed, KeepCredentials
from storage.proofs import Chosen, Wrong
from storage.rows import write_noun
from tests.storage.test_proofs import (  # noqa: F401  (fixtures)
    FORCED,
    OWN,
    amina,
    challenge_for,
    coded,
    keep,
    keyring,
    says,
    sealed,
)

NEW, OTHER = "905172", "338461"


async def let(storage, who, span=timedelta(hours=24)):
    kept = await storage.reader.ask(lambda look: credentials_of(look, who))
    until = storage.clock() + span
    changed = replace(kept, anew_until=until)
    await storage.journal.record(Deed(changes=(KeepCredentials(changed),)))


async def test_without_her_old_code_she_chooses_anew_and_only_once(storage, coded):  # noqa: F811
    assert isinstance(await says(storage, coded, t="codes", code=NEW, forced=OTHER), Wrong)
    await let(storage, coded)

    chosen = await says(storage, coded, t="codes", code=NEW, forced=OTHER)

    assert isinstance(chosen, Chosen)
    assert (chosen.verdict, chosen.first, chosen.pair) == (Verdict.GENUINE, True, False)
    assert (await says(storage, coded, t="note", code=NEW)).verdict is Verdict.GENUINE
    assert (await says(storage, coded, t="note", code=OTHER)).verdict is Verdict.FORCED
    assert isinstance(await says(storage, coded, t="note", code=OWN), Wrong)
    assert isinstance(await says(storage, coded, t="codes", code="571294"), Wrong)


@pytest.mark.parametrize(("code", "verdict"), [(OWN, Verdict.GENUINE), (FORCED, Verdict.FORCED)])
async def test_until_she_has_chosen_what_she_had_counts(storage, coded, code, verdict):  # noqa: F811
    await let(storage, coded)
    assert (await says(storage, coded, t="note", code=code)).verdict is verdict


async def test_it_ends_by_itself(storage, coded):  # noqa: F811
    await let(storage, coded, timedelta(hours=-1))
    assert isinstance(await says(storage, coded, t="codes", code=NEW), Wrong)
    assert (await says(storage, coded, t="note", code=OWN)).verdict is Verdict.GENUINE


async def test_on_a_phone_in_other_hands_it_seems_done_and_hers_stays(storage, coded):  # noqa: F811
    await let(storage, coded)
    envelope = sealed(storage, await challenge_for(storage, coded), t="codes", code=NEW)

    found = await storage.proofs.sealed(coded, envelope, storage.clock(), seized=True)

    assert (found.verdict, found.first) == (Verdict.FORCED, True)
    await keep(storage, found.credentials)
    assert (await says(storage, coded, t="note", code=OWN)).verdict is Verdict.GENUINE
    assert (await says(storage, coded, t="note", code=NEW)).verdict is Verdict.FORCED
    assert isinstance(await says(storage, coded, t="codes", code=OTHER), Wrong)


async def test_the_fullest_row_is_no_larger_than_the_emptiest(storage, coded):  # noqa: F811
    kept = await storage.reader.ask(lambda look: credentials_of(look, coded))
    full = Credentials(
        person=coded,
        code=replace(kept.code, given_up=kept.code.forced * 2, hers=False, own_given_up=True),
        anew_until=storage.clock(),
        pair=2,
        wrong=999,
        wrong_at=storage.clock(),
        challenges=(Challenge(b"c" * 16, storage.clock()),) * CHALLENGES,
        seen=(b"s" * 16,) * SEEN,
    )

    assert len(write_noun(full)) < 2048 - 4
