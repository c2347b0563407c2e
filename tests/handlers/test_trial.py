"""Whoever holds a key types the number of their trial sheet; nothing else is shown or counted."""

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.inner import inner_words_in
from handlers.outer import presses
from handlers.telling import inside
from handlers.words import Speech
from rules.notices import Kind, Notice
from rules.people import Role
from storage.deed import Deed, KeepKey, ProveKey
from storage.dossiers import AgeKey
from tests.handlers.sheets import has_a_key_of_their_own, public_of, read_by, seed_of
from tests.handlers.speaking import Somebody, deliver, kinds

ARABIC, PERSIAN = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"


@pytest.fixture
async def bea(house):
    """Bea, of the office, on duty."""
    return await house.coordinator()


@pytest.fixture
async def tom(house, bea):
    """Tom, who also coordinates."""
    return await house.coordinator(301, "B3", on_duty=False)


@pytest.fixture
async def mina(house, bea):
    """Mina, who sends no notes yet: months may pass."""
    return await house.defender(begins=False)


@pytest.fixture
async def aunt(house, mina):
    """Her aunt, whom she named second."""
    await house.contact(mina, chat=201, nick="Bek")
    return await house.contact(mina)


async def tries(house):
    """Let the housekeeping do it, and the courier tell what follows."""
    for who in await house.storage.journal.trials_due():
        await house.storage.journal.try_key(who)
    return await deliver(house)


async def sheet_of(house, person):
    """What that person reads in the trial sheet that comes now."""
    said = await tries(house)
    (notice,) = [
        one.act
        for one in said
        if isinstance(one.act, Notice) and (one.act.to, one.act.kind) == (person.id, Kind.TRIAL)
    ]
    speech = Speech("en", "UTC", house.now)
    file = await house.storage.dossiers.handed_on(notice, lambda number: inside(speech, number))
    return read_by(person, file).decode().rstrip()


async def number_of(house, person):
    return (await sheet_of(house, person)).rsplit("\n", 1)[1]


def another(number):
    return f"{(int(number) + 1) % 1_000_000:06d}"


async def test_a_contact_reads_the_number_and_types_it(house, aunt):
    await has_a_key_of_their_own(house, aunt)
    house.passes(days=90)
    text = await sheet_of(house, aunt)
    first, why, number = text.split("\n")
    assert first == "[trial] A sheet to try"
    assert "Nothing has happened" in why
    assert not inner_words_in(text)

    house.passes(minutes=3)
    heard = await Somebody(house, 200).types(number)

    assert heard.ids == ["trial-right"]
    assert heard.deed.unsays[0].at == house.now
    assert (await house.storage.dossiers.key_of(aunt.id)).proven_at == house.now


@pytest.mark.parametrize("digits", [ARABIC, PERSIAN])
@pytest.mark.parametrize("between", ["", " ", "-"])
async def test_it_is_understood_in_every_script(house, aunt, digits, between):
    await has_a_key_of_their_own(house, aunt)
    house.passes(days=90)
    number = await number_of(house, aunt)
    written = "".join(digits[int(one)] for one in number)

    heard = await Somebody(house, 200).types(f" {written[:3]}{between}{written[3:]} ")

    assert heard.ids == ["trial-right"]


async def test_another_number_is_answered_calmly_and_changes_nothing(house, aunt):
    await has_a_key_of_their_own(house, aunt)
    house.passes(days=90)
    number = await number_of(house, aunt)

    heard = await Somebody(house, 200).types(another(number))

    assert heard.ids == ["trial-other"]
    assert heard.deed.changes == ()
    assert (await Somebody(house, 200).types(number)).ids == ["trial-right"]


@pytest.mark.parametrize("text", ["123456", "12 34 56", "hello", "12345", "1234567"])
async def test_without_a_trial_whatever_is_typed_is_answered_as_ever(house, aunt, bea, text):
    await has_a_key_of_their_own(house, aunt, bea)

    assert (await Somebody(house, 200).types(text)).ids == ["nothing-to-read"]
    assert (await Somebody(house, 300).types(text)).ids == ["not-understood"]


@pytest.mark.parametrize("text", ["hello", "12345", "1234567", "1"])
async def test_whatever_is_no_such_number_is_answered_as_ever_meanwhile(house, aunt, text):
    as_ever = (await Somebody(house, 200).types(text)).ids
    await has_a_key_of_their_own(house, aunt)
    house.passes(days=90)
    await number_of(house, aunt)

    assert (await Somebody(house, 200).types(text)).ids == as_ever


async def test_somebody_of_the_office_does_it_too_and_the_letters_show_when(house, bea, tom):
    await has_a_key_of_their_own(house, bea)
    phone = Somebody(house, 300)
    assert "inner-office-key-proven" not in (await phone.types("keys")).ids
    house.passes(days=90)

    heard = await phone.types(await number_of(house, bea))

    assert heard.ids == ["trial-right"]
    shown = await phone.types("keys")
    assert "inner-office-key-proven" in shown.ids
    assert "last tried 21 Feb" in shown.text


async def test_the_office_sees_which_of_her_people_hold_a_key_that_opens(house, aunt, bea):
    await has_a_key_of_their_own(house, aunt)
    office = Somebody(house, 300)
    shown = await everything(office, "who A7")
    assert "2: has a key, since 23 Nov" in shown
    assert "1: has a key" not in shown
    house.passes(days=90)
    await Somebody(house, 200).types(await number_of(house, aunt))
    assert "2: has a key, last tried 21 Feb" in await everything(office, "who A7")


async def everything(office, text):
    """All pages of what is shown."""
    heard = await office.types(text)
    read = heard.text
    while more := [one for one in heard.buttons if one.endswith("!") and one[-3].isdecimal()]:
        heard = await office.presses(more[0])
        read += "\n" + heard.text
    return read


# --- Without an answer ----------------------------------------------------------------------------


async def unanswered(house):
    house.passes(days=90)
    for _ in range(3):
        await tries(house)
        house.passes(days=7)
    return await tries(house)


async def test_three_times_unheard_and_the_office_hears_once_whose_and_what_to_do(
    house, aunt, bea, tom, mina
):
    await has_a_key_of_their_own(house, aunt)
    said = await unanswered(house)

    assert kinds(said, bea) == [Kind.KEY_UNPROVEN]
    assert kinds(said, tom) == kinds(said, mina) == kinds(said, aunt) == []
    opened = await Somebody(house, 300).presses(opens(house, said))
    assert opened.ids == ["inner-key-unproven-contact"]
    assert 'Number 2 in "who A7"' in opened.text
    assert "Auntie" not in opened.text
    assert "asked three times" in await everything(Somebody(house, 300), "who A7")
    house.passes(days=30)
    assert Kind.KEY_UNPROVEN not in kinds(await tries(house), bea)


async def test_whoever_let_them_all_go_by_asks_for_one_more_and_shows_it(house, aunt, bea):
    await has_a_key_of_their_own(house, aunt)
    await unanswered(house)
    phone = Somebody(house, 200)
    asked = await phone.types("my key")
    assert "own-key-there" in asked.ids

    number = await number_of(house, aunt)
    assert (await phone.types(number)).ids == ["trial-right"]

    assert not (await house.storage.dossiers.key_of(aunt.id)).unproven
    # Then there is nothing more to try, however often they look at their key.
    assert (await phone.types("my key")).deed.notices == ()


async def test_of_one_of_the_office_the_others_hear_by_code(house, bea, tom):
    await has_a_key_of_their_own(house, bea)
    said = await unanswered(house)

    assert kinds(said, tom) == [Kind.KEY_UNPROVEN]
    assert kinds(said, bea) == []
    opened = await Somebody(house, 301).presses(opens(house, said))
    assert opened.ids == ["inner-key-unproven"]
    assert "B2 was asked three times" in opened.text
    assert "inner-office-key-unproven" in (await Somebody(house, 301).types("keys")).ids
    # Whom it is about does not open it, and a contact reads nothing there.
    assert (await Somebody(house, 300).presses(opens(house, said))).ids == ["nothing-to-read"]


async def test_once_it_was_shown_all_the_same_there_is_nothing_left_to_read(house, aunt, bea):
    await has_a_key_of_their_own(house, aunt)
    house.passes(days=90)
    for _ in range(3):
        number = await number_of(house, aunt)
        house.passes(days=7)
    said = await tries(house)
    assert (await Somebody(house, 200).types(number)).ids == ["trial-right"]

    opened = await Somebody(house, 300).presses(opens(house, said))

    assert opened.ids == ["nothing-to-read"]


def opens(house, said):
    """What the button under the notice carries."""
    from_office = [one.act for one in said if getattr(one.act, "kind", 0) is Kind.KEY_UNPROVEN]
    ((_, data),) = presses(from_office[0])
    return data


# --- On a phone in other hands --------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.CONTACT, Role.COORDINATOR])
async def test_on_a_phone_in_other_hands_it_is_answered_alike_and_proves_nothing(
    house, mina, bea, tom, role
):
    answers = []
    for seized in (False, True):
        chat = 500 + seized
        her = await one_more(house, mina, chat, role)
        await old_key(house, her)
        number = await number_of(house, her)
        if seized:
            until = house.now + timedelta(hours=72)
            chats = tuple(replace(one, seized_until=until) for one in her.chats)
            await house.keeps(replace(await house.storage.readings.person(her.id), chats=chats))
        phone = Somebody(house, chat)
        heard = [await phone.types(one) for one in (number, number, another(number), "hello")]
        answers.append([one.ids for one in heard])
        kept = [one for each in heard for one in each.deed.changes if isinstance(one, ProveKey)]
        assert bool(kept) is not seized
        proven = (await house.storage.dossiers.key_of(her.id)).proven_at
        assert (proven is None) is seized

    assert answers[0] == answers[1]


async def one_more(house, mina, chat, role):
    if role is Role.CONTACT:
        return await house.contact(mina, chat=chat, nick=f"Friend {chat}")
    return await house.coordinator(chat, f"B{chat}", on_duty=False)


async def old_key(house, person):
    made = house.now - timedelta(days=90)
    key = AgeKey(person.id, public_of(seed_of(person)), made)
    await house.storage.journal.record(Deed(changes=(KeepKey(key),)))
