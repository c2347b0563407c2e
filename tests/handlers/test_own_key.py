"""A contact or somebody of the office has a key of their own; its letters are read aloud."""

from dataclasses import replace

import pytest

from rules.notices import Kind
from rules.people import Role
from sealing.recipients import fingerprint, write_recipient
from storage.deed import DropKey, KeepKey
from tests.handlers.phone import Phone
from tests.handlers.sheets import (
    attaches,
    has_a_key_of_their_own,
    public_of,
    seed_of,
    sends_sheet,
    sheet_for,
    with_page,
    written,
)
from tests.handlers.speaking import Somebody, deliver, kinds, sentences

SEED, ANOTHER = b"s" * 32, b"t" * 32
SECRET = "AGE-SECRET-KEY-PQ-1" + "Q" * 58


@pytest.fixture
async def bea(house):
    """Bea, of the office, who has no key yet."""
    with_page(house)
    return await house.coordinator()


@pytest.fixture
async def tom(house, bea):
    """Tom, who also coordinates."""
    return await house.coordinator(301, "B3", on_duty=False)


@pytest.fixture
async def mina(house, bea):
    """Mina, who sends notes."""
    return await house.defender()


@pytest.fixture
async def aunt(house, mina):
    """The phone of her aunt, whom she named."""
    await house.contact(mina)
    return Phone(house, 200)


async def makes_a_key(phone, seed=SEED):
    """Make a key on the page, and send the half that anybody may see."""
    await phone.types("key")
    await phone.reads()
    assert phone.screen == "y"
    heard = await phone.sends(t="key", recipient=written(public_of(seed)))
    await phone.reads()
    return heard


async def key_of(house, phone):
    return await house.storage.dossiers.key_of((await phone.person()).id)


# --- On a phone -----------------------------------------------------------------------------------


async def test_a_contact_makes_a_key_and_reads_its_letters_aloud(house, aunt):
    asked = await aunt.types("key")
    assert asked.ids == ["own-key-first"]
    assert asked.replies[0].ways == "page"

    heard = await makes_a_key(aunt)

    assert heard.ids == ["own-key-kept"]
    assert fingerprint(public_of(SEED)) in heard.text
    assert heard.deed.unsays[0].at == house.now
    assert heard.replies[0].keyboard == ()  # nothing is left under the chat
    assert (await key_of(house, aunt)).public == public_of(SEED)


async def test_who_has_one_hears_its_letters_and_may_make_another(house, aunt):
    await makes_a_key(aunt)

    again = await aunt.types("my key")
    assert again.ids == ["own-key-first", "own-key-there"]
    assert fingerprint(public_of(SEED)) in again.text
    await makes_a_key(aunt, ANOTHER)

    assert (await key_of(house, aunt)).public == public_of(ANOTHER)


async def test_the_same_key_sent_once_more_changes_nothing(house, aunt):
    await makes_a_key(aunt)

    heard = await makes_a_key(aunt)

    assert heard.ids == ["own-key-kept"]
    assert not [one for one in heard.deed.changes if isinstance(one, KeepKey)]


#: Well formed, but nothing can be sealed to it: a sheet for many would be locked for none.
POINTLESS = public_of(SEED)[:-32] + bytes(32)


@pytest.mark.parametrize("recipient", ["", "x" * 1621, written(POINTLESS), "age1pq1qqqq"])
async def test_what_is_no_key_is_refused_in_plain_words(house, aunt, recipient):
    await aunt.types("key")
    await aunt.reads()

    heard = await aunt.sends(t="key", recipient=recipient)

    assert heard.ids == ["own-key-fault-no-key"]
    assert await key_of(house, aunt) is None


async def test_what_does_not_open_is_to_be_sent_once_more(house, aunt):
    await aunt.types("key")
    await aunt.reads()
    before = aunt.challenge

    heard = await aunt.sends("nothing that opens")
    await aunt.reads()

    assert heard.ids == ["once-more"]
    assert (aunt.screen, aunt.challenge != before) == ("y", True)


async def test_a_key_that_was_not_used_is_put_away_before_it_can_no_longer_be_unsaid(house, aunt):
    await aunt.types("key")
    await aunt.reads()
    house.passes(hours=46)

    said = await deliver(house)

    person = await aunt.person()
    assert sentences(said, person) == ["own-key-put-away"]
    (away,) = [one.act for one in said if one.reader == person.id]
    assert away.keyboard == ()
    assert not away.sound
    house.passes(hours=46)
    assert sentences(await deliver(house), person) == []


async def test_a_contact_drops_their_key_after_a_second_word(house, aunt, mina, bea):
    await makes_a_key(aunt)
    asked = await aunt.types("drop my key")
    assert asked.ids == ["own-key-sure"]
    assert await key_of(house, aunt) is not None

    heard = await aunt.presses(*asked.buttons)

    assert heard.ids == ["own-key-gone"]
    assert heard.deed.changes == (DropKey((await aunt.person()).id),)
    assert await key_of(house, aunt) is None
    assert (await aunt.types("drop my key")).ids == ["own-key-none"]


async def test_without_a_page_they_speak_with_the_office(house, aunt):
    house.rooms = replace(house.rooms, pages_url=None)

    assert (await aunt.types("key")).ids == ["own-key-no-page"]


# --- What others hear -----------------------------------------------------------------------------


async def test_a_contact_who_drops_their_key_lets_the_writer_lock_anew(house, aunt, bea):
    await has_a_key_of_their_own(house, bea)
    await makes_a_key(aunt)
    phone = await writes_sheets_as(house)
    await sends_sheet(phone, sheet_for(bea))
    await deliver(house)

    await aunt.types("yes, drop it")

    assert Kind.SHEET_ANEW in kinds(await deliver(house), await phone.person())


async def writes_sheets_as(house):
    phone = Phone(house, 100)
    await phone.types("sheet")
    await phone.reads()
    return phone


@pytest.mark.parametrize("text", ["keys", "keys add age1pq1", "release A7 B2", "sheet A7", "/keys"])
async def test_an_informant_is_answered_as_ever_whatever_of_the_office_they_type(house, aunt, text):
    as_ever = await aunt.types("hello there")

    heard = await aunt.types(text)

    assert heard.ids == as_ever.ids
    assert heard.deed.changes == ()


async def test_a_stranger_with_a_page_gets_the_dull_answer(house, aunt, mina):
    await aunt.types("key")
    await aunt.reads()
    sealed = aunt.seals(t="key", recipient=written(public_of(SEED)))

    heard = await Phone(house, 666).sends(sealed)

    hello = await Phone(house, 667).types("hello")
    assert heard.ids == hello.ids
    assert heard.deed.changes == ()


async def test_the_key_of_another_cannot_be_put_in_their_place(house, aunt, mina, bea):
    """What was sealed for the aunt's chat opens in no other chat."""
    await house.contact(await house.storage.readings.person(mina.id), chat=201, nick="Uncle")
    uncle = Phone(house, 201)
    await uncle.types("key")
    await uncle.reads()
    await aunt.types("key")
    await aunt.reads()

    heard = await uncle.sends(aunt.seals(t="key", recipient=written(public_of(SEED))))

    assert heard.ids == ["once-more"]
    assert await key_of(house, uncle) is None


# --- In the office --------------------------------------------------------------------------------


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

    assert heard.ids == ["inner-office-key-none", "inner-office-key", "inner-office-keys"]
    assert f"B3: {fingerprint(public_of(seed_of(tom)))}" in heard.text
    assert heard.replies[0].folds


async def test_a_coordinator_without_a_key_is_said_to_the_others_too(house, bea, tom):
    phone = Somebody(house, 300)
    await has_a_key_of_their_own(house, bea)
    asked = await phone.types("keys drop")
    assert asked.ids == ["own-key-sure"]

    heard = await phone.presses(*asked.buttons)

    assert await key_of(house, phone) is None
    told = [one for one in heard.deed.replies if one.to == tom.id]
    assert [one.words[0].id for one in told] == ["office-key-gone-told"]


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
