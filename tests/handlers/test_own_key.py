"""A contact or somebody of the office has a key of their own; its letters are read aloud."""

from dataclasses import replace

import pytest

from rules.notices import Kind
from sealing.recipients import fingerprint
from storage.deed import DropKey, KeepKey
from tests.handlers.phone import Phone
from tests.handlers.sheets import (
    has_a_key_of_their_own,
    key_of,
    makes_a_key,
    public_of,
    sends_sheet,
    sheet_for,
    with_page,
    written,
)
from tests.handlers.speaking import deliver, kinds, sentences

SEED, ANOTHER = b"s" * 32, b"t" * 32


@pytest.fixture
async def bea(house):
    """Bea, of the office, who has no key yet."""
    with_page(house)
    return await house.coordinator()


@pytest.fixture
async def mina(house, bea):
    """Mina, who sends notes."""
    return await house.defender()


@pytest.fixture
async def aunt(house, mina):
    """The phone of her aunt, whom she named."""
    await house.contact(mina)
    return Phone(house, 200)


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
