"""A code from a printed card counts from whosever phone it comes, and shows nobody what it was."""

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.patience import ANSWERS_A_CHAT
from handlers.stranger import DULL
from rules.alarm import Kind as AlarmKind
from rules.events import Arrived, ChangeAsked, CheckedIn, Started, Verdict
from rules.notices import MOMENT, Kind
from rules.schedule import Until
from rules.templates import TEMPLATES
from rules.terms import Level, NewTerms, Way
from rules.watch import Sort, Stage, Watch, WatchId
from sealing.cards import grouped, new_code
from storage.cards import is_card
from storage.claims import Told
from storage.deed import (
    Deed,
    DropCards,
    KeepHouse,
    Lived,
    MakeCards,
    OpenWatch,
    Talk,
    Unsay,
    UseCard,
)
from storage.persons import Address, BotId, ChatId, Dialogue, Standing
from tests.handlers.speaking import deliver, kinds, pass_time

BOT = BotId(4242)
HERS, LENDERS, AUNTS, OFFICE = 100, 666, 200, 300


@pytest.fixture
async def mina(house):
    """Somebody for whom cards were agreed, two hours before a note is due."""
    mina = await house.defender(chat=HERS, level=Level.MEDIUM)
    await house.coordinator(chat=OFFICE)
    (watch,) = (await house.storage.readings.life(mina.id)).watches
    house.now = watch.due_at - timedelta(hours=2)
    await deliver(house)
    return mina


async def card(house, who, *, forced=False):
    code = new_code()
    free, under = ((), (code,)) if forced else ((code,), ())
    made = MakeCards(who.id, b"b" * 16, free, under)
    await house.storage.journal.record(Deed(changes=(made,)))
    return code


def unknown():
    return new_code()


async def stage(house, who):
    return (await house.storage.readings.life(who.id)).watches[0]


def said(deed):
    """What was answered, all of it but where."""
    return [replace(one, to=Address(BOT, ChatId(0))) for one in deed.replies]


def signs(deed):
    return [one.event for one in deed.happenings]


# --- In her own chat -----------------------------------------------------------------------------


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


# --- From somebody else's phone ------------------------------------------------------------------


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


# --- What does not count -------------------------------------------------------------------------


async def test_a_code_counts_nothing_where_only_stronger_ways_were_agreed(house, mina):
    code = await card(house, mina)
    stronger = replace((await stage(house, mina)).terms, ways=frozenset({Way.SEALED}))
    asked = ChangeAsked(house.now, NewTerms(stronger), Way.HEARD)
    await house.storage.journal.record(Deed((Lived(mina.id, asked),)))
    assert (await stage(house, mina)).terms.ways == frozenset({Way.SEALED})

    for chat in (HERS, LENDERS):
        deed = await house.hears(chat, code)
        assert (signs(deed), deed.changes) == ([], ())
        assert len(deed.unsays) == len(deed.replies) == 1
    assert await house.storage.readings.card(code) is not None


@pytest.mark.parametrize("forced", [False, True])
async def test_a_code_counts_also_where_something_weaker_was_agreed_on_since(house, forced):
    tapper = await house.defender(chat=HERS, level=Level.LOW)
    code = await card(house, tapper, forced=forced)

    (sign,) = signs(await house.hears(LENDERS, code))

    assert sign.verdict is (Verdict.FORCED if forced else Verdict.GENUINE)


async def test_before_anything_has_begun_a_forced_code_is_not_lost_either(house):
    early = await house.defender(chat=HERS, level=Level.MEDIUM, begins=False)
    office = await house.coordinator(chat=OFFICE)
    code = await card(house, early, forced=True)
    assert signs(await house.hears(LENDERS, code))
    await deliver(house)

    await pass_time(house, minutes=3)

    (alarm,) = (await house.storage.readings.life(early.id)).alarms
    assert alarm.kind is AlarmKind.DURESS
    assert Kind.ALARM in kinds(await deliver(house), office)


async def test_a_code_of_somebody_who_has_left_counts_nothing(house, mina):
    code = await card(house, mina)
    aunt = await house.contact(mina, chat=AUNTS)
    hers = await card(house, aunt)
    assert signs(await house.hears(LENDERS, hers)) == []

    kept = await house.storage.readings.person(mina.id)
    await house.keeps(replace(kept, standing=Standing.LEFT))
    assert signs(await house.hears(HERS, code)) == []
    assert signs(await house.hears(LENDERS + 1, code)) == []


async def test_a_dropped_batch_counts_nothing(house, mina):
    code = await card(house, mina)
    await house.storage.journal.record(Deed(changes=(DropCards(mina.id, b"n" * 16),)))
    assert signs(await house.hears(LENDERS, code)) == []


@pytest.mark.parametrize("how", ["edited", "forwarded", "scheduled"])
@pytest.mark.parametrize("chat", [HERS, LENDERS])
async def test_what_was_changed_or_passed_on_counts_nothing_and_goes_all_the_same(
    house, mina, how, chat
):
    code = await card(house, mina)
    if how == "edited":
        raw = {
            "message_id": 5,
            "date": int(house.now.timestamp()),
            "edit_date": int(house.now.timestamp()),
            "chat": {"id": chat, "type": "private"},
            "from": {"id": chat, "is_bot": False, "first_name": "Somebody"},
            "text": code,
        }
        deed = await house.gets({"edited_message": raw}, chat)
    else:
        origin = {"type": "hidden_user", "date": 1, "sender_user_name": "x"}
        more = {"forward_origin": origin} if how == "forwarded" else {"is_from_offline": True}
        deed = await house.hears(chat, code, **more)

    assert (signs(deed), deed.changes) == ([], ())
    assert [one.at for one in deed.unsays] == [house.now]
    assert await house.storage.readings.card(code) is not None


async def test_a_code_in_a_group_is_not_even_looked_at(house, mina):
    code = await card(house, mina)
    deed = await house.hears(LENDERS, code, chat={"id": -5, "type": "group"})
    assert deed == Deed()
    assert await house.storage.readings.card(code) is not None


async def test_a_number_that_only_looks_like_one_is_heard_as_ever(house, mina):
    number = next(text for n in range(10) if not is_card(text := f"71422819063{n}"))
    deed = await house.hears(HERS, number)
    assert [one.words[0].id for one in deed.replies] == ["not-understood"]
    assert deed.unsays[0].at > house.now
