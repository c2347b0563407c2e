"""Those of the office hold keys, made on a phone or by the age tool, and compare their letters."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rules.people import Role
from sealing.epochs import public_bytes
from sealing.keyring import Purpose
from sealing.recipients import fingerprint, write_recipient
from tests.handlers.phone import Phone
from tests.handlers.sheets import (
    attaches,
    has_a_key_of_their_own,
    key_of,
    makes_a_key,
    public_of,
    seed_of,
    with_page,
)
from tests.handlers.speaking import Somebody

SEED = b"s" * 32
SECRET = "AGE-SECRET-KEY-PQ-1" + "Q" * 58


@pytest.fixture
async def bea(house):
    """Bea, of the office, who has no key yet."""
    with_page(house)
    return await house.coordinator()


async def test_a_coordinator_makes_one_on_their_phone_and_the_others_hear_it(house, bea, tom):
    heard = await makes_a_key(Phone(house, 300))

    assert heard.ids == ["own-key-kept"]
    assert (await key_of(house, Phone(house, 300))).public == public_of(SEED)
    told = [one for one in heard.deed.replies if one.to == tom.id]
    assert [one.words[0].id for one in told] == ["office-key-told"]
    assert all(one.sound for one in told)


async def test_a_coordinator_sends_one_that_the_age_tool_made(house, bea, tom):
    phone = Somebody(house, 300)

    heard = await phone.types(f"keys add {write_recipient(public_of(SEED))}")

    assert heard.ids == ["own-key-kept"]
    assert heard.deed.unsays[0].at == house.now
    assert (await key_of(house, phone)).public == public_of(SEED)


async def test_or_the_file_that_the_age_tool_wrote(house, bea):
    file = f"# public key:\n{write_recipient(public_of(SEED))}\n".encode()

    heard = await attaches(house, 300, file, "keys.txt")

    assert heard.ids == ["own-key-kept"]
    assert heard.deed.unsays[0].at == house.now


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        (SECRET, "own-half"),
        ("age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj", "other-kind"),
        ("hello", "no-key"),
        ("", "no-key"),
    ],
)
async def test_what_is_no_key_of_the_office_is_refused_and_gone(house, bea, typed, fault):
    phone = Somebody(house, 300)

    heard = await phone.types(f"keys add {typed}")
    in_a_file = await attaches(house, 300, typed.encode(), "key.txt")

    assert heard.ids == in_a_file.ids == [f"own-key-fault-{fault}"]
    assert heard.deed.unsays[0].at == in_a_file.deed.unsays[0].at == house.now
    assert await key_of(house, phone) is None


async def test_a_file_with_both_halves_is_refused_although_one_of_them_is_good(house, bea):
    both = f"# public key: {write_recipient(public_of(SEED))}\n{SECRET}\n".encode()

    heard = await attaches(house, 300, both, "key.txt")

    assert heard.ids == ["own-key-fault-own-half"]


async def test_the_office_compares_the_letters_of_every_key(house, bea, tom):
    await has_a_key_of_their_own(house, tom)

    heard = await Somebody(house, 300).types("keys")

    assert heard.ids == [
        "inner-office-key-none", "inner-office-key", "inner-page-key", "inner-page-keys",
        "inner-office-keys",
    ]  # fmt: skip
    assert f"B3: {fingerprint(public_of(seed_of(tom)))}" in heard.text
    assert heard.replies[0].folds


async def test_the_office_compares_the_letters_of_the_page_too(house, bea):
    (now,) = house.storage.keys.held(Purpose.EPOCHS).values()

    heard = await Somebody(house, 300).types("keys")

    assert f"Page, until 27 Nov: {fingerprint(public_bytes(now))}" in heard.text
    house.rooms = replace(house.rooms, pages_url=None)
    heard = await Somebody(house, 300).types("keys")
    assert "inner-page-key" not in heard.ids


async def test_a_coordinator_without_a_key_is_said_to_the_others_too(house, bea, tom):
    phone = Somebody(house, 300)
    await has_a_key_of_their_own(house, bea)
    asked = await phone.types("keys drop")
    assert asked.ids == ["own-key-sure"]

    heard = await phone.presses(*asked.buttons)

    assert await key_of(house, phone) is None
    told = [one for one in heard.deed.replies if one.to == tom.id]
    assert [one.words[0].id for one in told] == ["office-key-gone-told"]


async def test_a_phone_in_other_hands_puts_no_key_in_the_place_of_theirs(house, bea, tom):
    her = await house.defender(303, "A9", "Dora")
    until = house.now + timedelta(hours=72)
    stored = await house.storage.readings.person(her.id)
    chats = tuple(replace(one, seized_until=until) for one in stored.chats)
    both = stored.roles | {Role.COORDINATOR}
    await has_a_key_of_their_own(house, her)
    await house.keeps(replace(stored, roles=both, chats=chats))
    phone = Phone(house, 303)
    file = write_recipient(public_of(SEED)).encode()

    answered = [
        (await makes_a_key(phone)).ids,
        (await attaches(house, 303, file, "keys.txt")).ids,
        (await phone.types("yes, drop it")).ids,
    ]

    assert answered == [["own-key-kept"], ["own-key-kept"], ["own-key-gone"]]
    assert (await key_of(house, phone)).public == public_of(seed_of(her))


async def test_whoever_coordinates_and_sends_notes_keeps_the_keys_of_their_notes(house, bea):
    her = await house.defender(303, "A9", "Dora")
    kept = await house.storage.readings.person(her.id)
    await house.keeps(replace(kept, roles=kept.roles | {Role.COORDINATOR}))
    phone = Phone(house, 303)
    asked = await phone.types("key")
    assert asked.replies[0].ways == "tap pair page"

    heard = await makes_a_key(phone)

    assert heard.ids == ["own-key-kept"]
    assert heard.replies[0].ways == "tap pair"
