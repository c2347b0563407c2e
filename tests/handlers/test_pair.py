"""Two equal buttons stand under her chat; which of them is the forced one shows nowhere."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rules.alarm import Kind as AlarmKind
from rules.events import ChangeAsked, Verdict
from rules.notices import Kind
from rules.templates import TEMPLATES
from rules.terms import Level, NewTerms, Way
from storage.credentials import Credentials
from storage.deed import Deed, KeepCredentials, Lived
from tests.handlers.speaking import Somebody, deliver, kinds, pass_time


@pytest.fixture
async def mina(house):
    """Mina, for whom the second of the two buttons is the forced one, before her note is due."""
    her = await house.defender(level=Level.MEDIUM)
    await house.coordinator()
    await house.contact(her, chat=200)
    kept = await house.storage.proofs.credentials(her.id) or Credentials(person=her.id)
    chosen = KeepCredentials(replace(kept, pair=2))
    await house.storage.journal.record(Deed(changes=(chosen,)))
    (watch,) = (await house.storage.readings.life(her.id)).watches
    house.now = watch.due_at - timedelta(hours=2)
    await deliver(house)
    return Somebody(house, 100)


def verdicts(heard):
    return [one.event.verdict for one in heard.deed.happenings if isinstance(one, Lived)]


async def test_the_two_keep_the_promise_and_are_answered_alike(mina, house):
    due = (await mina.routine()).due_at

    await mina.types("Fine")  # the promise is kept; what follows is only early
    await deliver(house)
    free = await mina.types("Fine")
    first = kinds(await deliver(house), await mina.person())
    forced = await mina.types("All good")
    second = kinds(await deliver(house), await mina.person())

    assert verdicts(free) + verdicts(forced) == list(Verdict)
    assert free.replies == forced.replies == []
    assert first == second == [Kind.TOO_EARLY]
    assert (await mina.routine()).due_at > due
    without_words = [replace(one.deed, happenings=(), unsays=()) for one in (free, forced)]
    assert without_words[0] == without_words[1]


async def test_the_forced_one_is_told_to_the_office_alone_after_the_hush(mina, house):
    await mina.types("All good")
    assert await house.alarms() == []

    await pass_time(house, minutes=3)

    (alarm,) = await house.alarms()
    assert alarm.kind is AlarmKind.DURESS
    assert not [one for one in await deliver(house) if one.to is not None and one.to.chat == 200]


async def test_where_none_was_chosen_neither_is_forced(house, mina):
    kept = await house.storage.proofs.credentials((await mina.person()).id)
    await house.storage.journal.record(Deed(changes=(KeepCredentials(replace(kept, pair=None)),)))

    for text in ("Fine", "All good"):
        assert verdicts(await mina.types(text)) == [Verdict.GENUINE]


@pytest.mark.parametrize("text", ["fine people came to my door", "All good until he came"])
async def test_more_than_the_label_is_no_sign_of_life(mina, text):
    assert verdicts(await mina.types(text)) == []


async def test_where_it_was_not_agreed_the_words_are_a_note_like_any_other(house):
    await house.defender(level=Level.HIGH)  # sealed, or by card

    heard = await Somebody(house, 100).types("Fine")

    assert heard.ids == ["note-other-way"]
    assert verdicts(heard) == []


async def test_where_taps_were_agreed_as_well_the_forced_word_is_still_the_forced_one(house):
    her = await house.defender(level=Level.LOW)
    chosen = KeepCredentials(Credentials(person=her.id, pair=2))
    await house.storage.journal.record(Deed(changes=(chosen,)))
    phone = Somebody(house, 100)

    said = [verdicts(await phone.types(text)) for text in ("1", "note", "Fine", "All good")]

    assert said == [[Verdict.GENUINE]] * 3 + [[Verdict.FORCED]]


async def test_where_only_taps_are_left_the_forced_one_does_not_pass_for_a_tap(house):
    """The keys of before may still lie under her chat, and she under somebody's hands."""
    her = await house.defender(level=Level.LOW)
    taps = replace(TEMPLATES[Level.LOW], ways=frozenset({Way.TAP}))
    asked = ChangeAsked(house.now, NewTerms(taps), Way.HEARD)
    await house.storage.journal.record(Deed((Lived(her.id, asked),)))
    (watch,) = (await house.storage.readings.life(her.id)).watches
    assert watch.terms.ways == {Way.TAP}
    phone = Somebody(house, 100)
    assert verdicts(await phone.types("All good")) == [Verdict.GENUINE]

    chosen = KeepCredentials(Credentials(person=her.id, pair=2))
    await house.storage.journal.record(Deed(changes=(chosen,)))

    said = [verdicts(await phone.types(text)) for text in ("Fine", "All good", "1")]
    assert said == [[Verdict.GENUINE], [Verdict.FORCED], [Verdict.GENUINE]]


async def test_before_anything_has_begun_nothing_counts(house):
    await house.defender(level=Level.MEDIUM, begins=False)

    heard = await Somebody(house, 100).types("Fine")

    assert heard.ids == ["note-not-begun"]
    assert heard.deed.happenings == ()


async def test_a_stranger_and_a_contact_press_nothing(mina, house):
    for chat in (666, 200):
        assert (await Somebody(house, chat).types("All good")).deed.happenings == ()


async def test_over_an_open_question_the_label_is_still_a_note(mina):
    await mina.types("3")

    assert verdicts(await mina.types("All good")) == [Verdict.FORCED]


async def test_the_buttons_keep_their_meaning_in_another_language(mina, house):
    await house.keeps(replace(await mina.person(), language="fr"))

    assert verdicts(await mina.types("Tout va bien")) == [Verdict.FORCED]
    assert verdicts(await mina.types("Bien")) == [Verdict.GENUINE]
