"""Dossiers as a page seals them, the keys of those who open them, and how they are kept."""

from functools import cache

from sealing.epochs import public_bytes
from storage.agekeys import AgeKey
from storage.deed import Deed, KeepDossier, KeepKey
from tests.sealing.age_witness import seal_file


def seed_of(person):
    """The secret half of somebody's key: tests alone know it."""
    return (person.id * 2)[:32]


@cache
def public_of(seed):
    return public_bytes(seed)


def sheet_for(*people, text=b"Call the lawyer first."):
    """A file that these people open."""
    return seal_file(text, [public_of(seed_of(one)) for one in people])


async def record(storage, *changes, **more):
    await storage.journal.record(Deed(changes=changes, **more))


async def give_keys(storage, *people):
    at = storage.clock()
    keys = [AgeKey(one.id, public_of(seed_of(one)), at) for one in people]
    await record(storage, *(KeepKey(key) for key in keys))


async def keep(storage, owner, file, section=0, **more):
    await record(storage, KeepDossier(owner.id, section, file, storage.clock(), **more))
