"""Amina, before and after she has chosen two codes."""

import pytest

from storage.credentials import Credentials
from storage.proofs import Chosen
from tests.storage.circle import a_circle, enrol
from tests.storage.proofs.proving import FORCED, OWN, keep, says


@pytest.fixture(scope="session")
def keyring(keyring):
    return keyring.with_epoch(11).with_epoch(12)


@pytest.fixture
async def amina(storage):
    circle = a_circle()
    await enrol(storage, circle, started=False)
    await keep(storage, Credentials(person=circle.amina.id))
    return circle.amina.id


@pytest.fixture
async def coded(storage, amina):
    assert isinstance(await says(storage, amina, t="codes", code=OWN, forced=FORCED), Chosen)
    return amina
