"""Everything that was kept has its effect once, in order, and nothing that fails stops the rest."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot import intake as intakes
from bot.fetching import fetching
from bot.intake import Intake
from handlers.context import Rooms
from handlers.router import hear
from storage.deed import NOTHING, Deed, KeepHouse
from storage.inbox import WAITING
from storage.tables import inbox
from storage.versions import CompareAndSwapMissed
from tests.bot.circle import AMINA, BEN, BOT
from tests.bot.hearing import Ears, message, noted


@pytest.fixture
async def fence(storage, clock):
    return await storage.leases.take("ear:4242", clock.now(), timedelta(hours=1))


@pytest.fixture
def keep(storage, clock, fence):
    """Keeps updates as the ear does, without polling for them."""

    async def keep(*updates):
        await storage.inbox.keep(BOT, updates, asked_at=clock.now(), limit=100, fence=fence)

    return keep


@pytest.fixture
def done(storage):
    """Whether nothing that was kept still waits."""
    count = select(func.count()).select_from(inbox).where(inbox.c.state == WAITING)

    async def done():
        return not await storage.reader.ask(lambda look: look.connection.scalar(count))

    return done


@pytest.fixture
def make(storage, clock, wire):
    def make(hearing=hear):
        bot = wire.bot()
        rooms = Rooms(
            readings=storage.readings,
            stamps=storage.stamps,
            bot_username="bot",
            pages_url=None,
            proofs=storage.proofs,
            now=clock.now,
            dossiers=storage.dossiers,
            fetch=fetching(bot),
        )
        return Intake(
            bot, storage.inbox, storage.readings, rooms, clock, storage.woken, hear=hearing
        )

    return make


async def test_each_chat_is_heard_in_order_and_several_at_once(make, keep, turning, until):
    await keep(*[message(number, 9000 + number % 5) for number in range(50)])
    ears = Ears(together=5)
    turning(make(ears))
    await until(lambda: len(ears.heard) == 50)
    for chat in range(9000, 9005):
        numbers = [number for one, number in ears.heard if one == chat]
        assert numbers == sorted(numbers)
    assert ears.most == 5


async def test_no_more_are_heard_at_once_than_there_are_workers(make, keep, turning, until):
    await keep(*[message(number, 9000 + number) for number in range(60)])
    ears = Ears(together=intakes.WORKERS)
    turning(make(ears))
    await until(lambda: len(ears.heard) == 60)
    assert ears.most == intakes.WORKERS


async def test_what_comes_later_is_heard_without_waiting(
    make, keep, storage, turning, until, monkeypatch
):
    monkeypatch.setattr(intakes, "_LONGEST_SLEEP", 3600.0)
    looked = noted(storage.inbox, "take")
    turning(make(ears := Ears()))
    await until(lambda: looked)  # from now on it sleeps, unless it is woken
    assert looked == [[]]
    await keep(message(1))
    await until(lambda: ears.heard == [(AMINA, 1)])


async def test_what_was_heard_is_not_heard_again(make, keep, turning, until):
    turning(make(ears := Ears()))
    await keep(message(1))
    await until(lambda: ears.heard)
    await keep(message(1), message(2))
    await until(lambda: len(ears.heard) == 2)
    assert ears.heard == [(AMINA, 1), (AMINA, 2)]


NONSENSE = [
    {"update_id": 5, "message": {"chat": {"id": AMINA, "type": "private"}, "date": "yesterday"}},
    {"update_id": 5, "message": "oops"},
    {"update_id": 5, "callback_query": {"id": "1", "from": 7, "chat_instance": "x"}},
    message(5, date=10**30),
]


@pytest.mark.parametrize("nonsense", NONSENSE)
async def test_nonsense_steps_aside_and_stops_nobody(
    make, keep, turning, until, clock, pushed, storage, nonsense
):
    ears = Ears()
    intake = make(ears)
    turning(intake)
    await keep(nonsense, message(6), message(7, BEN))
    await until(lambda: len(ears.heard) == 2)
    assert {number for _, number in ears.heard} == {6, 7}

    async def is_set_aside():
        await pushed(clock.now() + timedelta(minutes=5))
        return intake.dead_letters

    await until(is_set_aside)
    assert intake.dead_letters == await storage.inbox.dead_letters() == 1


async def test_what_is_of_no_chat_is_done_without_a_word(make, keep, turning, until, done):
    ears = Ears()
    turning(make(ears))
    await keep({"update_id": 1, "of_no_chat": {"id": "1"}})
    assert not await done()
    await until(done)
    assert ears.heard == []


async def test_a_conversation_that_fails_is_tried_again_and_the_chat_goes_on(
    make, keep, standstill, clock, pushed, turning, until
):
    heard, fails = [], iter([True])

    async def stumbling(update, visitor, rooms, at):
        if update.update_id == 1 and next(fails, False):
            raise KeyError("what she said")
        heard.append(update.update_id)
        return NOTHING

    turning(make(stumbling))
    await keep(message(1), message(2))
    await until(lambda: heard == [2])
    await pushed(clock.now() + timedelta(seconds=5))
    await until(lambda: heard == [2, 1])


async def test_who_was_overtaken_decides_again_on_what_is_there_now(
    make, keep, turning, until, storage, circle
):
    seen = []

    async def counting(update, visitor, rooms, at):
        if not seen:
            other = await storage.readings.house()
            await storage.journal.record(Deed(changes=(KeepHouse(other),)))
        seen.append(visitor.house.version)
        return Deed(changes=(KeepHouse(visitor.house),))

    turning(make(counting))
    await keep(message(1))
    await until(lambda: len(seen) == 2)
    assert seen[1] == seen[0] + 1


async def test_who_is_overtaken_for_ever_steps_aside(
    make, keep, standstill, turning, until, storage
):
    calls = []

    async def hopeless(update, visitor, rooms, at):
        calls.append(1)
        return NOTHING

    async def settle(waiting, deed):
        raise CompareAndSwapMissed

    storage.inbox.settle = settle
    aside = noted(storage.inbox, "step_aside")
    turning(make(hopeless))
    await keep(message(1))
    await until(lambda: aside)
    assert aside == [False]  # it is tried again later
    assert len(calls) == 5


async def test_a_pressed_button_stops_spinning_after_the_commit(
    make, stand, circle, storage, fence, clock, turning, until, wire
):
    bot = wire.bot()
    sent = await bot.send_message(
        AMINA, "?", reply_markup={"inline_keyboard": [[{"text": "Go", "callback_data": "x"}]]}
    )
    await circle[AMINA].taps("Go", sent.message_id)
    pending = [one for one in await stand.queue(BOT) if "callback_query" in one]
    await storage.inbox.keep(BOT, pending, asked_at=clock.now(), limit=100, fence=fence)
    turning(make(Ears()))

    async def answered():
        return [one for one in await stand.calls() if one["method"] == "answerCallbackQuery"]

    assert (await until(answered))[0]["status"] == 200


async def test_a_button_that_is_too_old_to_be_answered_troubles_nobody(make, keep, turning, until):
    ears = Ears()
    turning(make(ears))
    pressed = {"id": "1", "chat_instance": "1", "data": "x"} | {
        "from": {"id": AMINA, "is_bot": False, "first_name": "P"},
        "message": {"message_id": 1, "date": 0, "chat": {"id": AMINA, "type": "private"}},
    }
    await keep({"update_id": 1, "callback_query": pressed}, message(2))
    await until(lambda: len(ears.heard) == 2)


async def test_while_the_database_takes_nothing_everything_waits_and_nothing_is_lost(
    make, keep, turning, until, storage, done, clock, pushed, monkeypatch
):
    monkeypatch.setattr(intakes, "_PAUSE", 0.02)
    ears, fails = Ears(), iter([True] * 4)

    def power_fails(edge, kinds):
        if edge == "before" and {"effect", "aside"} & set(kinds) and next(fails, False):
            raise OSError("no space left on device")

    await keep(message(1), message(2, BEN))
    storage.writer.on_commit = power_fails
    turning(make(ears))
    await until(lambda: {(AMINA, 1), (BEN, 2)} <= set(ears.heard))

    async def tried_again():
        await pushed(clock.now() + timedelta(minutes=5))
        return await done()

    await until(tried_again)
    assert next(fails, None) is None
    assert await storage.inbox.dead_letters() == 0


async def test_while_the_database_cannot_be_read_the_loop_stands_and_goes_on(
    make, keep, turning, until, storage, monkeypatch
):
    monkeypatch.setattr(intakes, "_PAUSE", 0.02)
    ears, fails, real = Ears(), iter([True, True]), storage.inbox.take

    async def take(limit, now):
        if next(fails, False):
            raise OSError("gone")
        return await real(limit, now)

    storage.inbox.take = take
    await keep(message(1))
    turning(make(ears))
    await until(lambda: ears.heard)
