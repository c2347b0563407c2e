"""In each chat things are heard in the order in which they were decided, a second apart."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.lanes import Go, GoBack, Lanes, Linger
from bot.limiter import Limiter
from rules.notices import Kind, Notice, Rank
from rules.people import PersonId
from storage.claims import Claimed
from storage.deed import Reply, Unsay, Words
from storage.persons import Address

CHAT, OTHER = Address(1, 77), Address(1, 78)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class Time:
    """Monotonic time and the clock, moved together."""

    def __init__(self):
        self.passed = 0.0

    def monotonic(self):
        return self.passed

    def now(self):
        return NOON + timedelta(seconds=self.passed)


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def lanes(time):
    return Lanes(Limiter(monotonic=time.monotonic), time.now)


def said(number, rank=Rank.ALARM, act=None):
    act = act or Notice(PersonId(b"x" * 16), Kind.LOOKING)
    return Claimed(id=bytes([number]), rank=rank, tries=1, act=act, to=CHAT, born_at=NOON)


def fill(lanes):
    """Say as much at once as a chat bears."""
    for number in range(3):
        assert lanes.next_step(said(100 + number), CHAT) == Go()


def test_a_burst_goes_at_once_and_the_rest_a_second_apart(lanes, time):
    fill(lanes)
    first, second = lanes.next_step(said(1), CHAT), lanes.next_step(said(2), CHAT)
    assert first == GoBack(NOON + timedelta(seconds=1))
    assert second == GoBack(NOON + timedelta(seconds=2))
    assert lanes.next_step(said(9), OTHER) == Go()
    time.passed = 1.0
    assert lanes.next_step(said(2), CHAT) == GoBack(NOON + timedelta(seconds=2))
    assert lanes.next_step(said(1), CHAT) == Go()
    time.passed = 2.0
    assert lanes.next_step(said(2), CHAT) == Go()


def test_a_moment_is_waited_out_rather_than_given_back(lanes, time):
    fill(lanes)
    time.passed = 0.9
    step = lanes.next_step(said(1), CHAT)
    assert step == Linger(pytest.approx(0.1))


def test_the_first_word_of_an_alarm_waits_behind_nobody(lanes, time):
    fill(lanes)
    lanes.next_step(said(1), CHAT)
    step = lanes.next_step(said(2, Rank.FIRST), CHAT)
    assert step == Linger(pytest.approx(1.0))
    time.passed = 1.0
    assert lanes.next_step(said(2, Rank.FIRST), CHAT) == Go()
    assert isinstance(lanes.next_step(said(1), CHAT), GoBack)


def test_what_edits_or_deletes_waits_for_nobody(lanes):
    fill(lanes)
    words = (Words("x"),)
    assert lanes.next_step(said(1, act=Reply(to=CHAT, words=words, edits=5)), CHAT) == Go()
    assert lanes.next_step(said(2, act=Unsay(CHAT, (5,), NOON)), CHAT) == Go()
    assert isinstance(lanes.next_step(said(3, act=Reply(to=CHAT, words=words)), CHAT), GoBack)


def test_behind_what_failed_everything_keeps_its_order(lanes, time):
    later = NOON + timedelta(seconds=5)
    lanes.failed([said(1), said(2)], CHAT, later)
    assert isinstance(lanes.next_step(said(3), CHAT), GoBack)
    time.passed = 5.0
    assert isinstance(lanes.next_step(said(3), CHAT), GoBack)
    assert isinstance(lanes.next_step(said(2), CHAT), GoBack)
    assert [lanes.next_step(said(number), CHAT) for number in (1, 2, 3)] == [Go()] * 3


def test_what_was_dropped_with_its_alarm_holds_nobody_up_for_long(lanes, time):
    fill(lanes)
    lanes.next_step(said(1), CHAT)
    time.passed = 20.0
    assert isinstance(lanes.next_step(said(2), CHAT), GoBack)
    time.passed = 32.0
    assert lanes.next_step(said(2), CHAT) == Go()


def test_chats_that_nobody_waits_for_any_more_are_forgotten(lanes, time):
    for number in range(1500):
        chat = Address(1, 1000 + number)
        lanes.failed([said(1)], chat, NOON)
    time.passed = 60.0
    assert lanes.next_step(said(1), CHAT) == Go()
    assert len(lanes._lanes) == 0
