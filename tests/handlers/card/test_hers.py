"""A code from a printed card counts in her own chat, like any other sign."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rules.events import Arrived, CheckedIn, Started, Verdict
from rules.notices import Kind
from rules.schedule import Until
from rules.templates import TEMPLATES
from rules.terms import Level, Way
from rules.watch import Sort, Watch, WatchId
from sealing.cards import grouped
from storage.deed import (
    Deed,
    Lived,
    OpenWatch,
    Unsay,
    UseCard,
)
from storage.persons import Address, ChatId
from tests.handlers.card.codes import (
    BOT,
    HERS,
    LENDERS,
    card,
    said,
    signs,
    stage,
    unknown,
)
from tests.handlers.speaking import deliver, kinds


@pytest.mark.parametrize("forced", [False, True])
async def test_a_code_in_her_own_chat_counts_and_gets_the_usual_receipt(house, mina, forced):
    due = (await stage(house, mina)).due_at
    code = await card(house, mina, forced=forced)

    deed = await house.hears(HERS, grouped(code))

    verdict = Verdict.FORCED if forced else Verdict.GENUINE
    assert signs(deed) == [CheckedIn(house.now, Way.CARD, verdict)]
    assert deed.replies == ()
    assert deed.unsays == (Unsay(Address(BOT, ChatId(HERS)), (1,), house.now),)
    assert (await stage(house, mina)).due_at > due
    assert kinds(await deliver(house), mina) == [Kind.RECEIPT]


async def test_it_counts_for_the_moment_telegram_received_it(house, mina):
    code, sent = await card(house, mina), house.now - timedelta(minutes=40)

    deed = await house.hears(LENDERS, code, date=int(sent.timestamp()))

    assert [one.at for one in signs(deed)] == [sent]


async def test_a_code_counts_once_and_then_is_a_text_like_any_other(house, mina):
    code = await card(house, mina)
    await house.hears(HERS, code)

    again, never = await house.hears(HERS, code), await house.hears(HERS, unknown())

    assert (signs(again), again.changes) == ([], ())
    assert said(again) == said(never)
    assert [one.words[0].id for one in again.replies] == ["not-understood"]
    assert await house.storage.readings.card(code) is None


async def test_on_a_journey_a_code_says_that_she_has_arrived(house, mina):
    journey = Watch(
        id=WatchId(house.storage.chance.new_id()),
        owner=mina.id,
        sort=Sort.JOURNEY,
        terms=replace(
            TEMPLATES[Level.MEDIUM], schedule=Until(house.now + timedelta(hours=3)), seasons=()
        ),
    )
    begun = (Lived(mina.id, Started(house.now)),)
    await house.storage.journal.record(Deed(begun, (OpenWatch(journey),)))

    deed = await house.hears(LENDERS, await card(house, mina, forced=True))

    assert signs(deed) == [Arrived(house.now, Way.CARD, Verdict.FORCED, elsewhere=True)]
    assert [one.sort for one in (await house.storage.readings.life(mina.id)).watches] == [
        Sort.ROUTINE
    ]


async def test_an_open_question_neither_takes_a_code_for_its_answer_nor_is_closed_by_it(
    house, mina
):
    await house.hears(HERS, "3")
    before = (await house.storage.readings.visitor(Address(BOT, ChatId(HERS)))).dialogue
    assert before is not None

    deed = await house.hears(HERS, await card(house, mina))

    assert [type(one) for one in deed.changes] == [UseCard]
    after = (await house.storage.readings.visitor(Address(BOT, ChatId(HERS)))).dialogue
    assert after == before
