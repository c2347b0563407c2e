"""What the housekeeping does about keys, and what whoever is asked reads and types."""

from rules.notices import Kind, Notice
from sealing.agefile import open_file
from storage.deed import ProveKey
from tests.storage.sheets import record, seed_of


async def tries(storage):
    """Do what the housekeeping does each hour."""
    for who in await storage.journal.trials_due():
        await storage.journal.try_key(who)


async def told(storage, courier):
    """Do it, and let the courier tell all that follows."""
    await tries(storage)
    return [one.act for one in await courier.tell_all() if isinstance(one.act, Notice)]


async def sheets(storage, courier):
    """The trial sheets that are sent now, by whom they are for."""
    return {one.to: one for one in await told(storage, courier) if one.kind is Kind.TRIAL}


async def unproven(storage, courier):
    """Who of the office hears now of whose keys."""
    said = await told(storage, courier)
    return [(one.to, one.facts["subject"]) for one in said if one.kind is Kind.KEY_UNPROVEN]


async def number_in(storage, notice, person):
    """What whoever holds that person's key reads in the sheet."""
    file = await storage.dossiers.handed_on(notice, str)
    return open_file(file, seed_of(person)).decode().strip()


async def types(storage, person, number):
    """Type a number, as the conversation does; return what it was to the trial."""
    tried = await storage.dossiers.tried(person.id, number, storage.clock())
    if tried is not None and tried.right and not tried.proven:
        await record(storage, ProveKey(person.id, tried.asked_at, storage.clock()))
    return tried


def another(number):
    return f"{(int(number) + 1) % 1_000_000:06d}"


async def unanswered(storage, courier, clock, times=3):
    clock.push(days=90)
    for _ in range(times):
        assert await sheets(storage, courier)
        clock.push(days=7)
