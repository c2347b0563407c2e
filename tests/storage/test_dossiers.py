"""A dossier is kept for those to whom it is sealed, until another takes its place."""

import pytest

from tests.storage.sheets import give_keys, keep, sheet_for


@pytest.fixture
async def held(storage, circle):
    """Olga, Tom and Zora hold keys."""
    await give_keys(storage, circle.olga, circle.tom, circle.zora)
    return circle


async def standing(storage, owner):
    return [one for one in await storage.dossiers.kept(owner.id) if one.gone_at is None]


async def test_what_she_sealed_is_kept_as_it_came(storage, held, clock):
    file = sheet_for(held.olga, held.tom)
    assert await storage.dossiers.judge(held.amina.id, file) is None
    await keep(storage, held.amina, file)
    (seen,) = await storage.dossiers.kept(held.amina.id)
    assert (seen.section, seen.made_at, seen.recipients) == (0, clock(), 2)
    assert (seen.gone_at, seen.anew, seen.withdrawn) == (None, False, False)
    kept = await storage.dossiers.file(seen.id)
    assert (kept.owner, kept.section, kept.file, kept.gone_at) == (held.amina.id, 0, file, None)
    assert await storage.dossiers.kept(held.zora.id) == ()
