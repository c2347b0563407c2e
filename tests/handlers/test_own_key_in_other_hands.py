"""On a phone in other hands a key of one's own seems to be made and dropped, however often."""

from dataclasses import replace

import pytest

from rules.people import Part, Role
from storage.persons import ContactLink, OwnerLink, Standing
from tests.handlers.phone import Phone
from tests.handlers.sheets import (
    has_a_key_of_their_own,
    key_of,
    makes_a_key,
    public_of,
    seed_of,
    with_page,
)
from tests.handlers.speaking import Somebody

ANOTHER = b"t" * 32


@pytest.fixture
async def bea(house):
    """Bea, who says what is seized."""
    with_page(house)
    await house.coordinator()
    return Somebody(house, 300)


async def asked_and_sending(house, mina, chat, code):
    """Somebody who sends notes, and whom Mina has named: her phone."""
    her = await house.defender(chat, code, "Dora")
    kept = await house.storage.readings.person(her.id)
    named = (OwnerLink(mina.id, "Mina"),)
    both = replace(kept, roles=kept.roles | {Role.CONTACT}, owners=named)
    await house.keeps(both)
    owner = await house.storage.readings.person(mina.id)
    link = ContactLink(her.id, code, Part.FRIEND, Standing.PROVEN)
    await house.keeps(replace(owner, contacts=(*owner.contacts, link)))
    await has_a_key_of_their_own(house, both)
    return Phone(house, chat)


async def tries_all(house, phone):
    """Do what whoever holds a phone may do with its key; return what was read."""
    read = [(await phone.types("key")).ids]
    for seed in (ANOTHER, ANOTHER):
        read.append((await makes_a_key(phone, seed)).text)
        read.append((await phone.types("key")).text)
        house.passes(hours=30)
    read.append((await phone.types("key")).text)
    asked = await phone.types("drop my key")
    read.append(asked.ids)
    for _ in range(2):
        read.append((await phone.presses("own-key-yes")).ids)
        read.append((await phone.types("key")).ids)
    read.append((await phone.types("drop my key")).ids)
    read.append((await makes_a_key(phone, ANOTHER)).text)
    read.append((await phone.types("key")).text)
    return read


async def test_whoever_tries_everything_twice_reads_what_any_phone_says(house, bea):
    mina = await house.defender()
    free = await asked_and_sending(house, mina, 201, "A8")
    seized = await asked_and_sending(house, mina, 202, "A9")
    before = (await key_of(house, seized)).public
    start = house.now

    as_ever = await tries_all(house, free)
    house.now = start
    await bea.types("seized A9")
    seems = await tries_all(house, seized)

    assert seems == as_ever
    assert (await key_of(house, seized)).public == before
    assert (await key_of(house, free)).public == public_of(ANOTHER)


async def test_with_the_phone_back_the_key_that_was_hers_is_there(house, bea):
    mina = await house.defender()
    phone = await asked_and_sending(house, mina, 202, "A9")
    hers = public_of(seed_of(await phone.person()))
    as_it_was = (await phone.types("key")).text
    await bea.types("seized A9")
    await makes_a_key(phone, ANOTHER)
    assert (await phone.types("key")).text != as_it_was

    await bea.types("free A9")
    assert (await phone.types("key")).text == as_it_was
    assert (await key_of(house, phone)).public == hers

    await bea.types("seized A9")
    assert (await phone.types("key")).text == as_it_was  # of an earlier time nothing seems to be


async def test_so_it_is_on_the_phone_of_somebody_of_the_office(house, bea):
    await house.coordinator(301, "B3")
    her = await house.defender(303, "A9", "Dora")
    kept = await house.storage.readings.person(her.id)
    await house.keeps(replace(kept, roles=kept.roles | {Role.COORDINATOR}))
    phone = Phone(house, 303)
    await bea.types("seized A9")

    made = await makes_a_key(phone, ANOTHER)
    there = await phone.types("key")

    letters = made.replies[0].words[0].args["letters"]
    assert letters in there.text
    assert await key_of(house, phone) is None
