"""What Telegram handed us is never lost: kept, handled once, in order, set aside at last."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy import text as sql

from rules.events import CheckedIn
from sealing.keyring import Purpose
from storage.deed import NOTHING, Deed, KeepPerson, Lived
from storage.leases import FenceLostError
from storage.persons import BotId
from storage.tables import inbox
from storage.versions import CompareAndSwapMissed
from tests.fakes import Fuse, PowerCut
from tests.storage.circle import BOT, a_circle, enrol
from tests.storage.mail import Post, handle_all, pressed, rows, text


async def test_an_update_comes_out_as_it_went_in(post, clock):
    hers = text(7, post.amina, clock(), "\u06f1 \U0001f33f \ud83d half")
    await post.brings(hers)

    (waiting,) = await post.storage.inbox.take(8, clock())

    assert waiting.raw == hers
    assert (waiting.bot, waiting.update_id, waiting.tries) == (BOT, 7, 0)
    assert waiting.received_at == clock()


async def test_nothing_of_it_lies_in_the_clear(post, clock):
    await post.brings(text(7, post.amina, clock(), "meet me at the old mill"))
    (row,) = await rows(post.storage)

    for plain in (b"mill", str(post.amina).encode(), b"Somebody"):
        assert plain not in row.sealed_raw
    assert len(row.lane) == 16
    assert post.amina not in row


async def test_what_came_twice_is_handled_once(post, clock):
    await post.brings(text(1, post.amina, clock()))
    await post.brings(text(1, post.amina, clock()), text(2, post.amina, clock()))
    assert await handle_all(post) == [1, 2]
    await post.brings(text(1, post.amina, clock()))

    assert await handle_all(post) == []


async def test_the_same_number_from_another_bot_is_another_update(post, clock):
    await post.brings(text(1, post.amina, clock()))
    other = BotId(77)
    fence = await post.storage.leases.take("ear:77", clock(), timedelta(seconds=60))
    await post.storage.inbox.keep(
        other, [text(1, post.amina, clock())], asked_at=clock(), limit=100, fence=fence
    )

    taken = await post.storage.inbox.take(8, clock())
    assert [(one.bot, one.update_id) for one in taken] == [(BOT, 1), (other, 1)]


async def test_each_chat_is_handled_in_order_one_at_a_time(post, clock):
    hers = [text(number, post.amina, clock()) for number in (1, 3, 4)]
    await post.brings(hers[0], text(2, post.zora, clock()), *hers[1:], pressed(5, post.amina))
    inbox = post.storage.inbox

    first = await inbox.take(8, clock())
    assert [one.update_id for one in first] == [1, 2]
    assert await inbox.take(8, clock()) == []
    await inbox.settle(first[0], NOTHING)
    (second,) = await inbox.take(8, clock())
    assert second.update_id == 3
    await inbox.settle(second, NOTHING)
    assert await handle_all(post) == [4, 5]


async def test_one_busy_chat_does_not_hide_the_others(post, clock):
    flood = [text(number, post.stranger, clock()) for number in range(1, 101)]
    await post.brings(*flood[:50], *flood[50:])
    await post.brings(text(101, post.amina, clock()))

    first = await post.storage.inbox.take(1, clock())
    second = await post.storage.inbox.take(1, clock())
    assert [one.update_id for one in (*first, *second)] == [1, 101]


async def test_of_many_workers_none_gets_what_another_has(post, clock):
    chats = range(1000, 1040)
    await post.brings(*(text(number, chat, clock()) for number, chat in enumerate(chats)))
    taken = await asyncio.gather(*(post.storage.inbox.take(3, clock()) for _ in range(20)))

    numbers = [one.update_id for some in taken for one in some]
    assert len(numbers) == len(set(numbers))


async def test_what_follows_and_done_are_one_commit_and_the_text_is_gone(opened, clock):
    fuse = Fuse()
    storage, circle = opened(on_commit=fuse), a_circle()
    await enrol(storage, circle)
    post = await Post.begin(storage, clock, circle)
    await post.brings(text(1, post.amina, clock()))
    (waiting,) = await storage.inbox.take(8, clock())
    commits = len(fuse.commits)

    await storage.inbox.settle(waiting, Deed((Lived(circle.amina.id, CheckedIn(clock())),)))

    assert fuse.commits[commits:] == [("effect",)]
    (row,) = await rows(storage)
    assert (row.state, row.sealed_raw, row.lane, row.holds_from) == (1, None, None, None)
    assert await storage.outbox.next_try() is not None  # her receipt


@pytest.mark.parametrize("edge", ["before", "after"])
async def test_a_power_cut_at_the_commit_loses_nothing_and_does_nothing_twice(opened, clock, edge):
    fuse = Fuse()
    storage, circle = opened(on_commit=fuse), a_circle()
    await enrol(storage, circle)
    post = await Post.begin(storage, clock, circle)
    deed = Deed((Lived(circle.amina.id, CheckedIn(clock())),))
    await post.brings(text(1, post.amina, clock()))
    (waiting,) = await storage.inbox.take(8, clock())
    fuse.blow(edge)
    with pytest.raises(PowerCut):
        await storage.inbox.settle(waiting, deed)

    again = opened()
    for waiting in await again.inbox.take(8, clock()):
        await again.inbox.settle(waiting, deed)

    life = await again.readings.life(circle.amina.id)
    assert life.watches[0].last_sign_at == clock()
    receipts = sql("SELECT count(*) FROM notices WHERE rank = 2")
    before_and_now = await again.reader.ask(lambda look: look.connection.scalar(receipts))
    assert before_and_now == 2  # one that she began, one that she checked in


async def test_a_cut_before_the_commit_of_what_was_fetched_leaves_it_to_telegram(opened, clock):
    fuse = Fuse()
    storage, circle = opened(on_commit=fuse), a_circle()
    await enrol(storage, circle)
    post = await Post.begin(storage, clock, circle)
    fuse.blow("before")
    with pytest.raises(PowerCut):
        await post.brings(text(1, post.amina, clock()))

    assert await storage.inbox.offset(BOT) == 0
    assert await post.heard() is None
    assert await rows(storage) == []


async def test_done_by_another_process_is_not_done_again(opened, clock):
    one, other = opened(), opened()
    circle = a_circle()
    await enrol(one, circle)
    post = await Post.begin(one, clock, circle)
    await post.brings(text(1, post.amina, clock()))
    (mine,), (theirs,) = await one.inbox.take(8, clock()), await other.inbox.take(8, clock())
    clock.push(minutes=1)
    await one.inbox.settle(mine, Deed((Lived(circle.amina.id, CheckedIn(clock())),)))
    signed = clock()
    clock.push(minutes=1)
    await other.inbox.settle(theirs, Deed((Lived(circle.amina.id, CheckedIn(clock())),)))

    life = await one.readings.life(circle.amina.id)
    assert life.watches[0].last_sign_at == signed


async def test_whoever_was_overruled_keeps_it_in_work_and_decides_again(post, clock):
    await post.brings(text(1, post.amina, clock()), text(2, post.amina, clock()))
    (waiting,) = await post.storage.inbox.take(8, clock())
    await post.storage.writer.do(
        lambda tx: tx.connection.execute(sql("UPDATE people SET version = version + 1"))
    )
    amina = post.circle.amina
    stale = Deed(changes=(KeepPerson(replace(amina, version=1)),))

    with pytest.raises(CompareAndSwapMissed):
        await post.storage.inbox.settle(waiting, stale)
    assert await post.storage.inbox.take(8, clock()) == []
    (row, _) = await rows(post.storage)
    assert row.state == 0

    await post.storage.inbox.settle(waiting, NOTHING)
    assert await handle_all(post) == [2]


async def test_an_old_fence_keeps_nothing(post, clock):
    clock.push(minutes=5)
    await post.storage.leases.leave(post.fence)
    assert await post.storage.leases.take(post.fence.name, clock(), timedelta(seconds=60))

    with pytest.raises(FenceLostError):
        await post.brings(text(1, post.amina, clock()))
    count = select(func.count()).select_from(inbox)
    assert await post.storage.reader.ask(lambda look: look.connection.scalar(count)) == 0


async def test_she_is_still_found_while_the_index_key_is_being_changed(post, clock, keyring):
    post.storage.keys.follow(keyring.with_new_version(Purpose.INDEX))
    told_at = clock() - timedelta(hours=1)
    await post.brings(text(1, post.amina, told_at), text(2, post.stranger, told_at))

    assert await post.heard() == told_at
    assert await handle_all(post) == [1, 2]


async def test_the_loops_are_woken_when_the_last_one_was_handled(post, clock):
    await post.brings(text(1, post.amina, clock()), text(2, post.zora, clock()))
    assert await post.storage.woken.wait(0)
    taken = await post.storage.inbox.take(8, clock())
    await post.storage.inbox.settle(taken[0], NOTHING)
    assert not await post.storage.woken.wait(0)
    await post.storage.inbox.settle(taken[1], NOTHING)
    assert await post.storage.woken.wait(0)
