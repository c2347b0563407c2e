"""What fails steps aside, is set aside at last, and stops nobody meanwhile."""

from datetime import timedelta

from sqlalchemy import update

from storage.inbox import TRIES
from storage.tables import inbox
from tests.storage.circle import BOT
from tests.storage.mail import handle_all, rows, text


async def test_what_failed_steps_aside_and_its_chat_goes_on(post, clock):
    await post.brings(text(1, post.amina, clock()), text(2, post.amina, clock()))
    (poison,) = await post.storage.inbox.take(8, clock())
    assert not await post.storage.inbox.step_aside(poison, clock())

    assert await handle_all(post) == [2]
    clock.push(seconds=1)
    (again,) = await post.storage.inbox.take(8, clock())
    assert (again.update_id, again.tries) == (1, 1)


async def test_after_five_tries_it_is_set_aside_for_good_still_sealed(post, clock):
    began = clock()
    await post.brings(text(1, post.amina, clock()))
    outcomes = []
    while taken := await post.storage.inbox.take(8, clock()):
        outcomes.append(await post.storage.inbox.step_aside(taken[0], clock()))
        clock.push(minutes=4)

    assert outcomes == [False] * (TRIES - 1) + [True]
    assert await post.storage.inbox.dead_letters() == 1
    (row,) = await rows(post.storage)
    assert row.sealed_raw is not None
    assert await post.heard() == began


async def test_all_its_tries_end_within_the_ten_minutes_it_may_hold_her_back(post, clock):
    began = clock()
    await post.brings(text(1, post.amina, clock()))
    while not await post.storage.inbox.dead_letters():
        for waiting in await post.storage.inbox.take(8, clock()):
            await post.storage.inbox.step_aside(waiting, clock())
        clock.push(seconds=1)

    assert clock() - began < timedelta(minutes=10)


async def test_what_does_not_open_is_set_aside_and_stops_nobody(post, clock):
    await post.brings(text(1, post.amina, clock()), text(2, post.zora, clock()))
    broken = update(inbox).where(inbox.c.update_id == 1).values(sealed_raw=b"\x01" * 100)
    await post.storage.writer.do(lambda tx: tx.connection.execute(broken))

    assert await handle_all(post) == [2]
    assert await post.storage.inbox.dead_letters() == 1


async def test_what_makes_no_sense_is_kept_all_the_same(post, clock):
    odd = [{"update_id": 3, "message": "x"}, {"update_id": 4}, {"update_id": 5, "new": {"a": 1}}]
    await post.brings({"no": "number"}, *odd)

    assert sorted(await handle_all(post)) == [3, 4, 5]
    assert await post.storage.inbox.offset(BOT) == 6


async def test_the_place_is_forgotten_when_telegram_may_have_numbered_anew(post, clock):
    await post.brings(text(41, post.amina, clock()))
    assert await post.storage.inbox.offset(BOT) == 42
    clock.push(days=5)
    assert await post.storage.inbox.offset(BOT) == 42
    clock.push(days=2)
    assert await post.storage.inbox.offset(BOT) == 0


async def test_housekeeping_erases_what_was_done_long_ago_and_nothing_that_waits(post, clock):
    await post.brings(text(1, post.amina, clock()))
    await handle_all(post)
    clock.push(days=10)
    await post.brings(text(2, post.amina, clock()))
    assert await post.storage.inbox.housekeep(clock()) == 0
    clock.push(days=5)
    assert await post.storage.inbox.housekeep(clock()) == 1
    clock.push(days=30)
    assert await post.storage.inbox.housekeep(clock()) == 0
    assert await handle_all(post) == [2]


async def test_oldest_untried_is_asked_over_all_bots(post, clock):
    assert await post.storage.inbox.oldest_untried() is None
    told_at = clock() - timedelta(minutes=3)
    await post.brings(text(1, post.amina, told_at))
    assert await post.storage.inbox.oldest_untried() == told_at
