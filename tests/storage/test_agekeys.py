"""Whoever may be handed a dossier holds a key; we know its public half, and whose it is."""

import asyncio
import base64
from dataclasses import replace

import pytest

from rules.people import Part
from sealing.epochs import public_bytes
from sealing.recipients import fingerprint, write_recipient
from storage.agekeys import AgeKey, AgeKeyFault, letters_of, read_key
from storage.deed import Deed, DropKey, Forget, KeepHouse, KeepKey, KeepPerson
from storage.persons import ContactLink, OwnerLink, Standing
from storage.versions import CompareAndSwapMissed
from tests.storage.circle import a_circle, enrol, somebody
from tests.storage.sheets import give_keys, public_of, record, seed_of

PUBLIC = public_bytes(b"o" * 32)
TYPED = write_recipient(PUBLIC)
ENCODED = base64.urlsafe_b64encode(PUBLIC).decode()


@pytest.mark.parametrize(
    "given",
    [
        PUBLIC,
        TYPED,
        TYPED.upper(),
        f"  {TYPED[:900]}\n{TYPED[900:]} ",
        ENCODED,
        ENCODED.rstrip("="),
    ],
)
def test_a_key_is_read_however_it_comes(given):
    assert read_key(given) == PUBLIC


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ("AGE-SECRET-KEY-PQ-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9", AgeKeyFault.OWN_HALF),
        (f"# public key: {TYPED}\nage-secret-key-1qqqsy", AgeKeyFault.OWN_HALF),
        ("age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p", AgeKeyFault.OTHER_KIND),
        ("age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t",
         AgeKeyFault.OTHER_KIND),
        (TYPED[:-1], AgeKeyFault.NO_KEY),
        (TYPED[:-1] + "b", AgeKeyFault.NO_KEY),
        ("hello", AgeKeyFault.NO_KEY),
        ("", AgeKeyFault.NO_KEY),
        (ENCODED[:-3], AgeKeyFault.NO_KEY),
        ("?" * len(ENCODED.rstrip("=")), AgeKeyFault.NO_KEY),
        ("é" * len(ENCODED.rstrip("=")), AgeKeyFault.NO_KEY),
        (PUBLIC[:-1], AgeKeyFault.NO_KEY),
        (b"\xff" * len(PUBLIC), AgeKeyFault.NO_KEY),
    ],
)  # fmt: skip
def test_what_is_no_key_is_refused_with_its_reason(given, fault):
    assert read_key(given) is fault


def test_the_letters_are_those_that_the_page_shows():
    assert letters_of(PUBLIC) == fingerprint(PUBLIC)
    assert len(letters_of(PUBLIC)) == 19


# --- Whose they are -------------------------------------------------------------------------------


async def test_a_key_is_shown_as_it_came(storage, circle, clock):
    await give_keys(storage, circle.olga)
    held = await storage.dossiers.key_of(circle.olga.id)
    public = public_of(seed_of(circle.olga))
    assert (held.person, held.code_or_nick) == (circle.olga.id, circle.olga.code)
    assert (held.public, held.since, held.version) == (public, clock(), 1)
    assert (held.recipient, held.letters) == (write_recipient(public), letters_of(public))
    assert await storage.dossiers.key_of(circle.tom.id) is None
    assert await storage.dossiers.key_of(somebody()) is None


async def test_the_office_stands_in_the_order_of_the_roster(storage, circle):
    await give_keys(storage, circle.tom, circle.zora, circle.olga)
    names = [one.code_or_nick for one in await storage.dossiers.office_keys()]
    assert names == [circle.olga.code, circle.tom.code]
    house = await storage.readings.house()
    turned = replace(house, members=house.members[::-1])
    await record(storage, KeepHouse(turned))
    names = [one.code_or_nick for one in await storage.dossiers.office_keys()]
    assert names == [circle.tom.code, circle.olga.code]


async def test_she_may_seal_to_the_office_and_to_her_own_people(storage, circle):
    other = a_circle(2)
    await record(storage, *map(KeepPerson, other.everybody))
    await give_keys(storage, circle.bek, circle.zora, circle.tom, other.zora)

    async def names(owner):
        return [one.code_or_nick for one in await storage.dossiers.keys_for(owner.id)]

    assert await names(circle.amina) == [circle.tom.code, "Auntie", "Bek"]
    assert await names(other.amina) == [circle.tom.code, "Auntie"]
    assert await storage.dossiers.keys_for(somebody()) == ()

    # Whoever has not said yes to her is not hers, though another has named them too.
    bek = await storage.readings.person(circle.bek.id)
    asked = ContactLink(bek.id, "Bek", Part.FRIEND, Standing.INVITED)
    hers = await storage.readings.person(other.amina.id)
    await record(
        storage,
        KeepPerson(replace(bek, owners=(*bek.owners, OwnerLink(hers.id, "Amina")))),
        KeepPerson(replace(hers, contacts=(*hers.contacts, asked))),
    )
    assert await names(other.amina) == [circle.tom.code, "Auntie"]


async def test_a_coordinator_whom_she_named_is_there_once(storage, circle):
    amina = await storage.readings.person(circle.amina.id)
    link = ContactLink(circle.olga.id, "Olya", Part.FRIEND, Standing.PROVEN)
    await record(storage, KeepPerson(replace(amina, contacts=(link, *amina.contacts))))
    await give_keys(storage, circle.olga)
    (held,) = await storage.dossiers.keys_for(circle.amina.id)
    assert held.code_or_nick == circle.olga.code


async def test_nothing_is_sealed_to_whoever_has_left(storage, circle):
    await give_keys(storage, circle.olga, circle.zora)
    await record(storage, Forget(circle.olga.id), Forget(circle.zora.id))
    assert await storage.dossiers.office_keys() == ()
    assert await storage.dossiers.keys_for(circle.amina.id) == ()
    assert await storage.dossiers.key_of(circle.zora.id) is None


async def test_a_key_makes_room_for_another_and_goes_when_it_is_dropped(storage, circle, clock):
    await give_keys(storage, circle.olga)
    newer = AgeKey(circle.olga.id, PUBLIC, clock.push(hours=1), version=1)
    await record(storage, KeepKey(newer))
    held = await storage.dossiers.key_of(circle.olga.id)
    assert (held.public, held.since, held.version) == (PUBLIC, newer.made_at, 2)
    await record(storage, DropKey(circle.olga.id))
    assert await storage.dossiers.key_of(circle.olga.id) is None
    await record(storage, DropKey(circle.olga.id))
    await record(storage, KeepKey(replace(newer, version=0)))
    assert (await storage.dossiers.key_of(circle.olga.id)).version == 1


@pytest.mark.parametrize("version", [0, 2])
async def test_whoever_comes_second_puts_no_key_in_the_place_of_the_first(storage, circle, version):
    await give_keys(storage, circle.olga)
    late = AgeKey(circle.olga.id, PUBLIC, storage.clock(), version)
    with pytest.raises(CompareAndSwapMissed):
        await record(storage, KeepKey(late))
    for wrong in (replace(late, person=circle.tom.id, version=1), replace(late, person=somebody())):
        with pytest.raises(CompareAndSwapMissed):
            await record(storage, KeepKey(wrong))


async def test_of_many_who_hand_in_a_key_at_once_one_does(opened):
    houses, circle = [opened(), opened()], a_circle()
    await enrol(houses[0], circle, started=False)
    at = houses[0].clock()
    deeds = [
        Deed(changes=(KeepKey(AgeKey(circle.olga.id, public_of(bytes([n]) * 32), at)),))
        for n in range(8)
    ]
    tried = [houses[n % 2].journal.record(deed) for n, deed in enumerate(deeds)]
    missed = [one for one in await asyncio.gather(*tried, return_exceptions=True) if one]
    assert len(missed) == 7
    assert all(isinstance(one, CompareAndSwapMissed) for one in missed)
