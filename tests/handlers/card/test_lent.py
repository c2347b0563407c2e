"""A code counts from whosever phone it comes, and shows nobody there what it was."""

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.patience import ANSWERS_A_CHAT
from handlers.stranger import DULL
from rules.alarm import Kind as AlarmKind
from rules.events import CheckedIn, Verdict
from rules.notices import MOMENT
from rules.terms import Way
from rules.watch import Stage
from storage.claims import Told
from storage.deed import (
    Deed,
    KeepHouse,
    Talk,
    Unsay,
)
from storage.persons import Address, ChatId, Dialogue
from tests.handlers.card.codes import (
    AUNTS,
    BOT,
    HERS,
    LENDERS,
    OFFICE,
    card,
    said,
    signs,
    stage,
    unknown,
)
from tests.handlers.speaking import deliver, kinds, pass_time


@pytest.mark.parametrize("dull", DULL)
@pytest.mark.parametrize("forced", [False, True])
async def test_a_lent_phone_shows_what_a_stranger_is_always_answered(house, mina, dull, forced):
    kept = await house.storage.readings.house()
    await house.storage.journal.record(Deed(changes=(KeepHouse(replace(kept, stranger=dull)),)))
    code = await card(house, mina, forced=forced)

    good = await house.hears(LENDERS, code)
    strange = await house.hears(LENDERS + 1, unknown())
    hello = await house.hears(LENDERS + 2, "hello")

    assert signs(good) == [
        CheckedIn(
            house.now, Way.CARD, Verdict.FORCED if forced else Verdict.GENUINE, elsewhere=True
        )
    ]
    assert said(good) == said(strange)
    assert [one.words for one in said(good)] == [one.words for one in said(hello)]
    assert [len(one.unsays) for one in (good, strange, hello)] == [1, 1, 0]
    assert good.unsays[0].at == strange.unsays[0].at == house.now


async def test_in_her_own_chat_nothing_is_said_of_a_code_from_another(house, mina):
    due = (await stage(house, mina)).due_at

    await house.hears(LENDERS, await card(house, mina))

    assert (await stage(house, mina)).due_at > due
    heard = await deliver(house)
    assert kinds(heard, mina) == []
    assert [one.to.chat for one in heard] == [LENDERS]


@pytest.mark.parametrize("forced", [False, True])
async def test_a_missed_promise_is_kept_without_a_word_in_her_chat(house, mina, forced):
    await house.contact(mina, chat=AUNTS)
    code = await card(house, mina, forced=forced)
    for hours in (2, 1, 1):  # the note is due, she is reminded, her grace is over
        await pass_time(house, hours=hours)
        await deliver(house)
    assert (await stage(house, mina)).stage is Stage.MISSED

    await house.hears(LENDERS, code)
    await pass_time(house, minutes=20)

    assert (await stage(house, mina)).stage is Stage.WAITING
    assert [one.to.chat for one in await deliver(house) if one.to.chat == HERS] == []
    kinds_open = [one.kind for one in await house.alarms()]
    assert kinds_open == [AlarmKind.DURESS if forced else AlarmKind.MISSED]


@pytest.mark.parametrize("chat", [AUNTS, OFFICE])
async def test_in_the_chat_of_somebody_who_is_known_nothing_shows_either(house, mina, chat):
    await house.contact(mina, chat=AUNTS)
    code = await card(house, mina)

    good, strange = await house.hears(chat, code), await house.hears(chat, unknown())

    assert signs(good)[0].elsewhere
    assert said(good) == said(strange)
    assert good.unsays[0].at == strange.unsays[0].at == house.now
    assert await house.storage.readings.card(code) is None


async def test_of_a_lent_phone_nothing_is_kept(house, mina):
    code = await card(house, mina)
    counts = await house.storage.readings.counts()
    deed = await house.hears(LENDERS, code)
    await house.storage.journal.record(Deed())
    claimed = await house.tells()
    begun = house.now
    while claimed:
        came = [(one, Told(house.now, 900 + n)) for n, one in enumerate(claimed)]
        claimed = await house.storage.outbox.turn(came, 50, house.now, house.fence)
    house.passes(seconds=MOMENT.total_seconds())
    (last,) = await house.tells()

    assert isinstance(last.act, Unsay)
    assert (last.to.chat, house.now - begun <= timedelta(minutes=1)) == (LENDERS, True)
    await house.storage.outbox.turn([(last, Told(house.now, None))], 0, house.now, house.fence)
    assert await house.tells() == []
    after = await house.storage.readings.counts()
    assert (after.people, after.chats, after.dialogues) == (counts.people, counts.chats, 0)
    assert deed.happenings
    visitor = await house.storage.readings.visitor(Address(BOT, ChatId(LENDERS)))
    assert (visitor.person, visitor.dialogue) == (None, None)


async def test_whoever_goes_on_and_on_is_answered_no_more_and_still_heard(house, mina):
    answers = [bool((await house.hears(LENDERS, unknown())).replies) for _ in range(8)]
    assert answers == [True] * ANSWERS_A_CHAT + [False] * (8 - ANSWERS_A_CHAT)

    deed = await house.hears(LENDERS, await card(house, mina))

    assert (len(signs(deed)), deed.replies, len(deed.unsays)) == (1, (), 1)


async def test_somebody_in_the_middle_of_joining_may_lend_a_phone_too(house, mina):
    address = Address(BOT, ChatId(LENDERS))
    later = house.now + timedelta(minutes=30)
    talk = Talk(Dialogue(address=address, step="enrol-number", expires_at=later))
    await house.storage.journal.record(Deed(changes=(talk,)))

    good, strange = (
        await house.hears(LENDERS, await card(house, mina)),
        await house.hears(LENDERS, unknown()),
    )

    assert signs(good)[0].elsewhere
    assert said(good) == said(strange)
    assert (await house.storage.readings.visitor(address)).dialogue.step == "enrol-number"
