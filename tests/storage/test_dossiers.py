"""A dossier is kept for those to whom it is sealed, until another takes its place or she does."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from sealing.dossier import LONGEST, NoDossierError
from storage.deed import RestoreDossier, WithdrawDossier
from storage.dossier_files import MOST_EARLIER, SET_ASIDE
from storage.dossiers import KEPT_AFTER, DossierFault, recipients_of
from storage.expiring import erase_expired
from storage.tables import dossiers
from storage.versions import CompareAndSwapMissed
from tests.storage.circle import a_circle, enrol, somebody
from tests.storage.sheets import give_keys, keep, record, sheet_for

MOMENT = timedelta(seconds=1)


@pytest.fixture
async def held(storage, circle):
    """Olga, Tom and Zora hold keys."""
    await give_keys(storage, circle.olga, circle.tom, circle.zora)
    return circle


async def standing(storage, owner):
    """What is released today: section and when it came, by section."""
    kept = await storage.dossiers.kept(owner.id)
    return [(one.section, one.made_at) for one in kept if one.gone_at is None]


async def gone(storage, owner):
    return [one for one in await storage.dossiers.kept(owner.id) if one.gone_at is not None]


async def rows(storage):
    query = select(func.count()).select_from(dossiers)
    return await storage.reader.ask(lambda look: look.connection.scalar(query))


async def expire(storage):
    return await storage.writer.do(lambda tx: erase_expired(tx, storage.clock()))


async def take_back(storage, owner):
    await record(storage, WithdrawDossier(owner.id, storage.clock()))


async def test_what_she_sealed_is_kept_as_it_came(storage, held, clock):
    file = sheet_for(held.olga, held.tom)
    assert recipients_of(file) == 2
    assert await storage.dossiers.judge(held.amina.id, file) is None
    await keep(storage, held.amina, file)

    (seen,) = await storage.dossiers.kept(held.amina.id)
    assert (seen.section, seen.made_at, seen.recipients) == (0, clock(), 2)
    assert (seen.gone_at, seen.anew, seen.withdrawn, seen.seized) == (None, False, False, False)
    kept = await storage.dossiers.file(seen.id)
    assert (kept.owner, kept.section, kept.file, kept.gone_at) == (held.amina.id, 0, file, None)
    assert await storage.dossiers.file_bytes(seen.id) == file
    assert await storage.dossiers.kept(held.zora.id) == ()


async def test_a_whole_one_takes_the_place_of_all_and_a_section_of_its_own(storage, held, clock):
    file, amina = sheet_for(held.olga), held.amina
    first = clock()
    for section in (0, 3, 1):
        await keep(storage, amina, file, section)
    assert await standing(storage, amina) == [(0, first), (1, first), (3, first)]

    second = clock.push(hours=1)
    await keep(storage, amina, file, 3)
    assert await standing(storage, amina) == [(0, first), (1, first), (3, second)]
    assert [(one.section, one.gone_at) for one in await gone(storage, amina)] == [(3, second)]

    third = clock.push(hours=1)
    await keep(storage, amina, file)
    assert await standing(storage, amina) == [(0, third)]
    assert [(one.section, one.gone_at) for one in await gone(storage, amina)] == [
        (0, third), (1, third), (3, third), (3, second),
    ]  # fmt: skip


async def test_what_was_replaced_is_erased_three_days_later(storage, held, clock):
    await keep(storage, held.amina, sheet_for(held.olga))
    await keep(storage, held.amina, sheet_for(held.olga, held.tom))
    (old,) = await gone(storage, held.amina)
    assert (await storage.dossiers.file(old.id)).gone_at == clock()

    clock.push(seconds=(KEPT_AFTER - MOMENT).total_seconds())
    assert await expire(storage) == 0
    assert [one.id for one in await gone(storage, held.amina)] == [old.id]
    clock.push(seconds=1)
    # Before the housekeeping comes as well as after it.
    for erased in (1, 0):
        assert await gone(storage, held.amina) == []
        assert await storage.dossiers.file(old.id) is None
        assert await expire(storage) == erased
    assert await rows(storage) == 1


async def test_what_she_took_back_is_handed_to_nobody_and_can_be_brought_back(storage, held, clock):
    first = clock()
    await keep(storage, held.amina, sheet_for(held.olga))
    second = clock.push(hours=1)
    await keep(storage, held.amina, sheet_for(held.olga))
    at = clock.push(hours=1)
    await take_back(storage, held.amina)
    assert await standing(storage, held.amina) == []
    for one in await gone(storage, held.amina):
        assert (one.withdrawn, one.gone_at) == (True, at)
        assert await storage.dossiers.file(one.id) is None
        assert await storage.dossiers.file_bytes(one.id) is None

    clock.push(hours=1)
    await record(storage, RestoreDossier(held.amina.id))
    # As it was: one that is released, one that it took the place of.
    assert await standing(storage, held.amina) == [(0, second)]
    (old,) = await gone(storage, held.amina)
    assert (old.withdrawn, old.made_at, old.gone_at) == (False, first, second)
    assert (await storage.dossiers.file(old.id)).gone_at == second


async def test_taken_back_twice_it_is_gone_three_days_after_the_first(storage, held, clock):
    await keep(storage, held.amina, sheet_for(held.olga))
    await take_back(storage, held.amina)
    at = clock()
    clock.push(hours=71)
    await take_back(storage, held.amina)
    assert [one.gone_at for one in await gone(storage, held.amina)] == [at]
    clock.push(hours=1)
    await record(storage, RestoreDossier(held.amina.id))
    assert await storage.dossiers.kept(held.amina.id) == ()
    assert await expire(storage) == 1


async def test_what_was_replaced_is_not_kept_longer_because_it_was_taken_back(storage, held, clock):
    await keep(storage, held.amina, sheet_for(held.olga))
    await keep(storage, held.amina, sheet_for(held.olga))
    clock.push(hours=60)
    await take_back(storage, held.amina)
    clock.push(hours=12)
    assert [one.withdrawn for one in await gone(storage, held.amina)] == [True]
    await record(storage, RestoreDossier(held.amina.id))
    assert len(await standing(storage, held.amina)) == 1
    assert await gone(storage, held.amina) == []


async def test_what_she_seals_after_taking_back_stands_even_if_the_first_comes_back(
    storage, held, clock
):
    await keep(storage, held.amina, sheet_for(held.olga))
    await take_back(storage, held.amina)
    newer = clock.push(hours=1)
    await keep(storage, held.amina, sheet_for(held.olga))
    assert await standing(storage, held.amina) == [(0, newer)]
    await record(storage, RestoreDossier(held.amina.id))
    assert await standing(storage, held.amina) == [(0, newer)]
    assert [one.withdrawn for one in await gone(storage, held.amina)] == [False]


async def test_whoever_overwrites_again_and_again_does_not_push_out_what_was_first(storage, held):
    first, file = sheet_for(held.olga, text=b"hers"), sheet_for(held.olga, text=b"not hers")
    await keep(storage, held.amina, first)
    for _ in range(MOST_EARLIER + 5):
        await keep(storage, held.amina, file)
    earlier = await gone(storage, held.amina)
    assert len(earlier) == MOST_EARLIER
    assert await storage.dossiers.file_bytes(earlier[-1].id) == first
    assert await rows(storage) == MOST_EARLIER + 1


async def test_what_a_phone_in_other_hands_sends_is_set_aside(storage, held, clock):
    hers = clock()
    await keep(storage, held.amina, sheet_for(held.olga), 1)
    at = clock.push(hours=1)
    for _ in range(2):
        await keep(storage, held.amina, sheet_for(held.tom), 1, seized=True)
    await keep(storage, held.amina, sheet_for(held.tom), seized=True)
    await keep(storage, held.amina, sheet_for(held.tom), 2, seized=True)
    assert await standing(storage, held.amina) == [(1, hers)]
    aside = await gone(storage, held.amina)
    assert [(one.section, one.gone_at, one.seized) for one in aside] == [
        (0, at, True),
        (2, at, True),
    ]
    for one in aside:
        assert await storage.dossiers.file(one.id) is None

    # It is not brought back by what brings back, and goes once she has written herself.
    await take_back(storage, held.amina)
    await record(storage, RestoreDossier(held.amina.id))
    assert await standing(storage, held.amina) == [(1, hers)]
    await keep(storage, held.amina, sheet_for(held.olga), 2)
    assert [one.section for one in await gone(storage, held.amina)] == [0]
    clock.push(seconds=SET_ASIDE.total_seconds())
    assert await gone(storage, held.amina) == []


async def test_files_of_any_length_show_their_length_in_steps_only(storage, held):
    sizes = set()
    query = select(func.length(dossiers.c.sealed_head), func.length(dossiers.c.sealed_file))
    for length in (1, 500, 900):
        await keep(storage, held.amina, sheet_for(held.olga, text=b"x" * length), 1)
        kept = await storage.reader.ask(lambda look: look.connection.execute(query).all())
        sizes.update(map(tuple, kept))
    assert len(sizes) == 1


# --- What is kept ---------------------------------------------------------------------------------


async def test_what_is_no_dossier_is_refused_with_its_reason(storage, held):
    amina, file = held.amina.id, sheet_for(held.olga, held.tom)
    lines = file.split(b"\n")
    nobody = lines[0] + b"\n" + b"\n".join(lines[5:])
    refused = {
        b"hello": DossierFault.NOT_A_SHEET,
        file.replace(b"mlkem768x25519", b"X25519", 1): DossierFault.NOT_A_SHEET,
        nobody: DossierFault.TOO_FEW,
        file + bytes(LONGEST): DossierFault.TOO_LONG,
        sheet_for(held.olga, held.tom, held.zora, held.bek): DossierFault.STRANGE,
    }
    for one, fault in refused.items():
        assert await storage.dossiers.judge(amina, one) is fault
    assert await storage.dossiers.judge(amina, sheet_for(held.olga, held.tom, held.zora)) is None
    # For somebody who is not here nobody holds a key.
    assert await storage.dossiers.judge(somebody(), file) is DossierFault.STRANGE


async def test_what_was_not_judged_is_not_kept(storage, held):
    with pytest.raises(NoDossierError):
        await keep(storage, held.amina, b"hello")
    with pytest.raises(ValueError, match="no section 8"):
        await keep(storage, held.amina, sheet_for(held.olga), 8)
    assert await storage.dossiers.kept(held.amina.id) == ()


async def test_nothing_is_kept_of_somebody_who_is_not_here(storage, held):
    nobody = a_circle(3).amina
    for change in (WithdrawDossier(nobody.id, storage.clock()), RestoreDossier(nobody.id)):
        with pytest.raises(CompareAndSwapMissed):
            await record(storage, change)
    with pytest.raises(CompareAndSwapMissed):
        await keep(storage, nobody, sheet_for(held.olga))
    assert await storage.dossiers.kept(nobody.id) == ()
    assert await storage.dossiers.file(nobody.id) is None


async def test_of_many_that_come_at_once_one_stands(opened, clock):
    houses, circle = [opened(), opened()], a_circle()
    await enrol(houses[0], circle, started=False)
    await give_keys(houses[0], circle.olga)
    file = sheet_for(circle.olga)
    tried = [keep(houses[n % 2], circle.amina, file) for n in range(10)]
    tried += [take_back(houses[n % 2], circle.amina) for n in range(2)]
    await asyncio.gather(*tried)
    kept = await houses[0].dossiers.kept(circle.amina.id)
    assert len(kept) == 10
    assert sum(one.gone_at is None for one in kept) <= 1
