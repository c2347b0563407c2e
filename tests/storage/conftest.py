"""A circle of people, a teller for what is said to them, and a house whose keys can be changed."""

import pytest

from sealing.keyring import Keyring
from sealing.unlocking import create_unlock_key
from storage.keychain import Keychain
from tests.storage.circle import a_circle, enrol
from tests.storage.mail import Post
from tests.storage.telling import Teller


@pytest.fixture
async def circle(storage):
    circle = a_circle()
    await enrol(storage, circle, started=False)
    return circle


@pytest.fixture
async def teller(storage, clock, circle):
    return await Teller.begin(storage, clock)


@pytest.fixture
async def post(storage, clock):
    """A poller, and people whose first promise runs."""
    circle = a_circle()
    await enrol(storage, circle)
    return await Post.begin(storage, clock, circle)


@pytest.fixture
def keychain(tmp_path):
    keys = tmp_path / "keys"
    return Keychain(keys / "keyring", create_unlock_key(keys / "unlock"))


@pytest.fixture
async def house(opened, keychain):
    return opened(keys=Keyring.create(keychain.path, keychain.unlock))
