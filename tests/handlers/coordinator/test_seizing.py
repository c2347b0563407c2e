"""A phone in other hands is answered as ever, and for a while what it sends counts as forced."""

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.words import languages
from rules.alarm import Kind as AlarmKind
from rules.events import Cause, Verdict
from rules.notices import Kind
from rules.terms import Level
from sealing.cards import grouped, new_code
from storage.deed import Deed, MakeCards, Noted, Reply
from tests.handlers.phone import FORCED, NEITHER, OWN, seals_notes, verdicts, with_a_key
from tests.handlers.speaking import Somebody, deliver, kinds, sentences

HOLDS = timedelta(hours=72)


@pytest.fixture
async def mina(house, bea, carl):
    """Mina, who seals her notes, or presses one of two buttons."""
    return await seals_notes(house)


async def until(who):
    return [one.seized_until for one in (await who.person()).chats]


# --- Said by the office ---------------------------------------------------------------------------


async def test_it_is_told_to_the_office_alone_and_the_person_is_sought(mina, bea, carl, house):
    heard = await bea.types("seized A7")

    assert heard.ids == ["office-seized-noted"]
    assert await until(mina) == [house.now + HOLDS]
    (alarm,) = await house.alarms()
    assert (alarm.kind, alarm.causes) == (AlarmKind.DURESS, (Cause.SEIZED,))
    said = await deliver(house)
    assert kinds(said, await carl.person()) == [Kind.ALARM]
    assert sentences(said, await carl.person()) == ["office-seized-told"]
    assert {one.to.chat for one in said if one.to} == {300, 301}


async def test_whoever_opens_it_reads_until_when(mina, bea, carl, house):
    await bea.types("seized A7")
    said = [one.act for one in await deliver(house) if one.reader == (await carl.person()).id]
    (told,) = [one for one in said if isinstance(one, Reply)]

    heard = await Somebody(house, 301).presses(told.buttons[0][0].data)

    assert "inner-person-seized" in heard.ids


@pytest.mark.parametrize("said", ["sealed", "pair"])
async def test_what_the_phone_sends_is_answered_as_ever_and_counts_as_forced(
    mina, bea, house, said
):
    answers = []
    for step in ("", "seized A7"):
        if step:
            await bea.types(step)
        await mina.reads()
        sent = await (mina.sends(t="note", code=OWN) if said == "sealed" else mina.types("Fine"))
        answers.append((sent.replies, kinds(await mina.reads(), await mina.person())))
        assert verdicts(sent) == [Verdict.FORCED if step else Verdict.GENUINE]

    assert answers[0][0] == answers[1][0]
    assert len(answers[0][1]) == len(answers[1][1]) == 1


async def test_a_tap_counts_as_forced_as_well(house, bea):
    await house.defender()
    await bea.types("seized A7")

    for text in ("1", "there"):
        assert verdicts(await Somebody(house, 100).types(text)) == [Verdict.FORCED]
    assert verdicts(await Somebody(house, 100).presses("note")) == [Verdict.FORCED]


async def test_codes_chosen_on_that_phone_change_nothing_and_seem_done(mina, bea):
    await bea.types("seized A7")
    await mina.reads()

    heard = await mina.sends(t="codes", code="338461", forced=NEITHER, old=OWN)

    assert heard.ids == []
    assert verdicts(heard) == [Verdict.FORCED]
    await bea.types("free A7")
    await mina.reads()
    assert verdicts(await mina.sends(t="note", code=OWN)) == [Verdict.GENUINE]
    await mina.reads()
    assert verdicts(await mina.sends(t="note", code="338461")) == [Verdict.FORCED]


async def test_first_codes_chosen_on_that_phone_are_not_hers(house, bea):
    her = await house.defender(level=Level.MEDIUM)
    phone = await with_a_key(house, her)
    await bea.types("seized A7")
    await phone.reads()

    heard = await phone.sends(t="codes", code=OWN, forced=FORCED)

    assert heard.ids == ["menu-keys"]
    await phone.reads()
    assert verdicts(await phone.sends(t="note", code=OWN)) == [Verdict.FORCED]
    assert not (await phone.credentials()).code.hers


@pytest.mark.parametrize(("chat", "verdict"), [(100, Verdict.FORCED), (666, Verdict.GENUINE)])
async def test_a_card_counts_as_forced_on_that_phone_and_means_what_it_says_on_another(
    mina, bea, house, chat, verdict
):
    code = new_code()
    made = MakeCards((await mina.person()).id, b"b" * 16, (code,), ())
    await house.storage.journal.record(Deed(changes=(made,)))
    await bea.types("seized A7")

    assert verdicts(await Somebody(house, chat).types(grouped(code))) == [verdict]


async def test_it_lapses_by_itself_and_the_office_is_reminded_before(mina, bea, carl, house):
    await bea.types("seized A7")
    await deliver(house)
    house.passes(hours=65)
    assert Kind.SEIZED_LAPSES not in kinds(await deliver(house), await carl.person())
    house.passes(hours=1)
    said = await deliver(house)
    for one in (await carl.person(), await bea.person()):
        assert Kind.SEIZED_LAPSES in kinds(said, one)

    house.passes(hours=6)

    assert verdicts(await mina.types("Fine")) == [Verdict.GENUINE]


async def test_said_again_it_holds_longer_and_only_the_later_end_is_reminded_of(
    mina, bea, carl, house
):
    await bea.types("seized A7")
    house.passes(hours=60)
    await deliver(house)

    again = await bea.types("seized A7")

    assert [type(one) for one in again.deed.happenings] == [Noted]
    assert await until(mina) == [house.now + HOLDS]
    house.passes(hours=6)
    assert Kind.SEIZED_LAPSES not in kinds(await deliver(house), await carl.person())
    house.passes(hours=60)
    assert Kind.SEIZED_LAPSES in kinds(await deliver(house), await carl.person())


async def test_when_it_is_theirs_again_nobody_is_reminded_and_what_is_open_stays_open(
    mina, bea, carl, house
):
    await bea.types("seized A7")
    await deliver(house)

    assert (await bea.types("free A7")).ids == ["office-freed"]

    assert sentences(await deliver(house), await carl.person()) == ["office-seized-told"]
    assert [one.kind for one in await house.alarms()] == [AlarmKind.DURESS]
    assert verdicts(await mina.types("Fine")) == [Verdict.GENUINE]
    house.passes(hours=66)
    assert Kind.SEIZED_LAPSES not in kinds(await deliver(house), await carl.person())
    assert (await bea.types("free A7")).ids == ["office-not-seized"]


async def test_a_new_account_is_in_her_own_hands(mina, bea, house):
    await bea.types("seized A7")
    kept = await mina.person()
    assert [one.in_other_hands(house.now) for one in kept.chats] == [True]

    link = await bea.types("move A7")
    new = Somebody(house, 555)
    await new.types(f"/start {link.token}")
    await new.presses("office-move:yes")
    number = link.invitation.number
    await bea.types(f"move A7 {number}")

    assert [one.seized_until for one in (await new.person()).chats] == [None]
    assert verdicts(await new.types("Fine")) == [Verdict.GENUINE]


async def test_only_the_office_may_say_it_and_never_of_themselves(mina, bea, house):
    for who in (Somebody(house, 200), Somebody(house, 100), Somebody(house, 666)):
        for text in ("seized A7", "free A7", "pair A7 1"):
            assert (await who.types(text)).deed.changes == ()
    assert await until(mina) == [None]
    assert (await bea.types("seized")).ids == ["office-form-seized"]
    assert (await bea.types("free")).ids == ["office-form-free"]
    assert (await bea.types("seized B2")).ids == ["office-not-yourself"]
    assert (await bea.types("seized X9")).ids == ["office-nobody-called"]


async def test_of_somebody_without_a_chat_nothing_can_be_said(house, bea):
    her = await house.defender()
    await house.keeps(replace(await house.storage.readings.person(her.id), chats=()))

    assert (await bea.types("seized A7")).ids == ["office-not-here-yet"]


# --- Said by a contact ----------------------------------------------------------------------------


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("answer", ["3", "press"])
async def test_a_contact_says_it_to_the_office_alone(mina, bea, carl, house, answer, language):
    auntie = Somebody(house, 200)
    await house.keeps(replace(await auntie.person(), language=language))
    assert (await auntie.types("worried")).ids == ["worried-sure"]

    await (auntie.presses("worried-sure:other-hands") if answer == "press" else auntie.types("3"))

    (alarm,) = await house.alarms()
    assert (alarm.kind, alarm.causes) == (AlarmKind.CONCERN, (Cause.OTHER_HANDS,))
    assert await until(mina) == [None]  # only the office sets it
    assert len((await auntie.person()).concerns) == 1
    said = await deliver(house)
    assert kinds(said, await bea.person()) == [Kind.ALARM]
    assert {one.to.chat for one in said if one.to and one.to.chat != 200} == {300}
    opened = await bea.types(f"open {alarm.number}")
    assert {"inner-alarm-other-hands", "inner-do-other-hands"} <= set(opened.ids)


@pytest.mark.parametrize("yes", ["yes", "1", "3", "Somebody else has the phone"])
async def test_a_contact_may_begin_by_the_word(mina, house, yes):
    auntie = Somebody(house, 200)
    assert (await auntie.types("Somebody else has the phone")).ids == ["worried-sure"]
    await auntie.types(yes)

    assert [one.causes for one in await house.alarms()] == [(Cause.OTHER_HANDS,)]


async def test_it_is_one_of_two_concerns_in_thirty_days(mina, house):
    auntie = Somebody(house, 200)
    for answer in ("3", "yes"):
        await auntie.types("worried")
        await auntie.types(answer)

    assert (await auntie.types("somebody else has the phone")).ids == ["worried-enough"]
