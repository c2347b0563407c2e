"""Silence is evidence only up to the moment until which everything was fetched and tried."""

from datetime import UTC, datetime, timedelta

import pytest

from rules.hearing import Poll, proven_by
from storage.deed import NOTHING
from storage.ear import held_back
from storage.leases import FenceLostError
from storage.updates import chat_of, dated, said_after, update_id_of
from tests.storage.circle import BOT, a_circle, enrol
from tests.storage.mail import Post, pressed, text

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
async def post(storage, clock):
    circle = a_circle()
    await enrol(storage, circle, started=False)
    return await Post.begin(storage, clock, circle)


async def test_before_the_first_poll_nothing_was_heard(storage):
    assert await storage.ear.heard_until(BOT) is None


async def test_an_empty_poll_hears_everything_up_to_when_it_was_asked(post, clock):
    await post.brings()
    assert await post.heard() == clock()


async def test_a_full_poll_hears_only_up_to_its_newest_message(post, clock):
    told_at = clock() - timedelta(minutes=7)
    await post.brings(text(1, post.stranger, told_at), limit=1)

    assert await post.heard() == told_at - timedelta(seconds=1)


async def test_her_message_holds_the_ear_back_until_it_was_tried(post, clock):
    asked = clock.push(hours=3)
    told_at = asked - timedelta(hours=2)
    await post.brings(text(1, post.amina, told_at))
    assert await post.heard() == told_at

    (waiting,) = await post.storage.inbox.take(8, clock())
    await post.storage.inbox.settle(waiting, NOTHING)
    assert await post.heard() == asked


async def test_a_stranger_holds_nothing_back(post, clock):
    await post.brings(text(1, post.stranger, clock() - timedelta(hours=1)))
    assert await post.heard() == clock()


async def test_a_pressed_button_holds_back_to_what_was_fetched_before(post, clock):
    before = clock()
    await post.brings()
    clock.push(seconds=20)
    await post.brings(pressed(1, post.amina))

    assert await post.heard() == before


async def test_a_button_after_a_long_outage_was_pressed_in_the_last_150_seconds(post, clock):
    await post.brings()
    asked = clock.push(hours=3)
    await post.brings(pressed(1, post.amina))

    assert await post.heard() == asked - timedelta(seconds=150)


async def test_what_failed_once_holds_back_only_its_sender(post, clock):
    told_at = clock() - timedelta(minutes=1)
    await post.brings(text(1, post.amina, told_at))
    (waiting,) = await post.storage.inbox.take(8, clock())
    await post.storage.inbox.step_aside(waiting, clock())

    assert await post.heard() == clock()
    held = await post.storage.reader.ask(held_back)
    assert held == {post.circle.amina.id: told_at}


async def test_nobody_is_held_back_once_all_is_done(post, clock):
    await post.brings(text(1, post.amina, clock()))
    (waiting,) = await post.storage.inbox.take(8, clock())
    await post.storage.inbox.settle(waiting, NOTHING)

    assert await post.storage.reader.ask(held_back) == {}


async def test_what_was_heard_once_stays_heard(post, clock):
    later = clock.push(minutes=5)
    await post.brings()
    clock.push(minutes=-3)  # the clock was set back
    await post.brings()

    assert await post.heard() == later


async def test_another_road_moves_the_ear_and_not_the_place(post, clock):
    await post.brings(text(7, post.stranger, clock()))
    later = clock.push(minutes=5)
    await post.storage.ear.move(BOT, later, post.fence)

    assert await post.heard() == later
    assert await post.storage.inbox.offset(BOT) == 8


async def test_a_poller_that_was_replaced_writes_nothing(opened, clock):
    old, new = opened(), opened()
    circle = a_circle()
    await enrol(old, circle, started=False)
    replaced = await Post.begin(old, clock, circle)
    clock.push(minutes=2)
    post = await Post.begin(new, clock, circle)
    await post.brings()
    heard = await post.heard()
    clock.push(minutes=1)

    with pytest.raises(FenceLostError):
        await replaced.brings(text(1, post.amina, clock()))
    with pytest.raises(FenceLostError):
        await old.ear.move(BOT, clock(), replaced.fence)
    assert await post.heard() == heard
    assert await new.inbox.take(8, clock()) == []


def test_a_full_poll_without_dates_proves_nothing():
    assert proven_by(Poll(NOON, 1, 1, None)) is None


@pytest.mark.parametrize(
    ("update", "chat"),
    [
        ({"message": {"chat": {"id": 5}, "from": {"id": 6}}}, 5),
        ({"callback_query": {"from": {"id": 6}, "message": {"chat": {"id": 5}}}}, 5),
        ({"callback_query": {"from": {"id": 6}, "inline_message_id": "x"}}, 6),
        ({"my_chat_member": {"chat": {"id": -100}}}, -100),
        ({"message": {"chat": {"id": "5"}, "from": {"id": 6}}}, 6),
        ({"message": {"chat": {"id": True}}}, None),
        ({"message": {"chat": {"id": 1 << 70}}}, None),
        ({"message": {"chat": [5]}}, None),
        ({"message": "hello"}, None),
        ({"poll": {"id": "5"}}, None),
        ({}, None),
    ],
)
def test_the_chat_is_found_in_whatever_comes(update, chat):
    assert chat_of({"update_id": 1, **update}) == chat


@pytest.mark.parametrize(
    ("update", "number"),
    [
        ({"update_id": 3}, 3),
        ({"update_id": -1}, None),
        ({"update_id": True}, None),
        ({"update_id": "3"}, None),
        ({"update_id": 1 << 63}, None),
        ({}, None),
        ("update", None),
        (None, None),
    ],
)
def test_only_what_has_a_number_can_be_kept_apart(update, number):
    assert update_id_of(update) == number


@pytest.mark.parametrize(
    ("body", "seconds_before"),
    [
        ({"date": NOON.timestamp() - 90}, None),  # seconds are whole numbers
        ({"date": int(NOON.timestamp()) - 90}, 90),
        ({"date": int(NOON.timestamp()) - 9000, "edit_date": int(NOON.timestamp()) - 60}, 60),
        ({"date": int(NOON.timestamp()) + 60}, -60),
        ({"date": 0}, None),
        ({"date": 1 << 62}, None),
        ({"date": "yesterday"}, None),
        ({"message": {"date": int(NOON.timestamp()) - 90}}, None),  # a button's message is ours
        ({}, None),
    ],
)
def test_a_date_is_believed_only_where_it_can_be_one(body, seconds_before):
    found = dated({"update_id": 1, "message": body}, NOON)
    assert (None if found is None else (NOON - found).total_seconds()) == seconds_before


def test_what_was_said_later_than_asked_does_not_move_the_ear_ahead():
    ahead = {"update_id": 1, "message": {"date": int(NOON.timestamp()) + 60}}
    assert said_after(ahead, NOON, None) == NOON


@pytest.mark.parametrize(
    ("fetched", "expected"),
    [
        (None, NOON - timedelta(seconds=150)),
        (LONG_AGO, NOON - timedelta(seconds=150)),
        (NOON - timedelta(seconds=9), NOON - timedelta(seconds=9)),
        (NOON + timedelta(seconds=9), NOON),
    ],
)
def test_what_has_no_date_came_after_what_was_fetched(fetched, expected):
    assert said_after({"update_id": 1, "callback_query": {}}, NOON, fetched) == expected
