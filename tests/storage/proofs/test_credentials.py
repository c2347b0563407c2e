"""What somebody proves with is one row of one size, whatever it holds; two writers miss none."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from storage.credentials import CHALLENGES, SEEN, Credentials, issue
from storage.proofs import Refused
from storage.versions import CompareAndSwapMissed
from tests.storage.circle import a_circle
from tests.storage.proofs.proving import (
    FORCED,
    NEW,
    OWN,
    SPARE,
    challenge_for,
    keep,
    proof,
    says,
)


async def rows(storage):
    asked = "SELECT version, length(sealed_credentials) FROM credentials"
    return await storage.reader.ask(lambda look: look.connection.execute(text(asked)).all())


async def test_every_row_has_the_same_size_whatever_is_kept_in_it(storage, amina):
    sizes = {(await rows(storage))[0][1]}
    await says(storage, amina, t="codes", code=OWN, forced=FORCED)
    sizes.add((await rows(storage))[0][1])
    for number in range(2 * SEEN):  # every third is wrong, and is not known again
        for _ in range(3):
            await challenge_for(storage, amina)
        code = (OWN, FORCED, "111222")[number % 3]
        kept = await storage.proofs.credentials(amina)
        await keep(storage, replace(kept, wrong=0, wrong_at=None))
        await says(storage, amina, t="note", code=code)
        sizes.add((await rows(storage))[0][1])
    for old, new in ((FORCED, NEW), (NEW, SPARE), (SPARE, FORCED)):
        await says(storage, amina, t="codes", code=new, old=old)
        sizes.add((await rows(storage))[0][1])
    kept = await storage.proofs.credentials(amina)
    assert len(kept.seen) == SEEN
    given_up = replace(kept.code, given_up=kept.code.forced[:4], hers=False, own_given_up=True)
    now = storage.clock()
    full = replace(kept, code=given_up, anew_until=now, pair=2, wrong=10**6, wrong_at=now)
    for _ in range(CHALLENGES + 2):
        full = full.challenged(bytes(range(16)), now)
    assert len(full.challenges) == CHALLENGES
    await keep(storage, full)
    sizes.add((await rows(storage))[0][1])
    assert len(sizes) == 1


async def test_two_who_keep_at_once_do_not_overrule_each_other(storage, coded):
    read = await storage.proofs.credentials(coded)
    await challenge_for(storage, coded)
    with pytest.raises(CompareAndSwapMissed):
        await keep(storage, read.was_wrong(storage.clock()))
    with pytest.raises(CompareAndSwapMissed):
        await keep(storage, Credentials(person=coded))


async def test_nothing_is_kept_or_issued_for_somebody_who_is_not_here(storage, coded):
    stranger = a_circle().amina.id
    with pytest.raises(CompareAndSwapMissed):
        await keep(storage, Credentials(person=stranger))
    at = storage.clock()
    for people in ([stranger], []):
        made = await storage.writer.do(lambda tx, p=people: issue(tx, p, at), kind="effect")
        assert made == {}
    assert isinstance(await proof(storage, stranger, "x"), Refused)
