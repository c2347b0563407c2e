"""How fast we speak: never faster than Telegram bears, hardly slower, and first things first."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.limiter import PER_SECOND, Limiter
from storage.persons import Address

AMINA, BEN = Address(1, 77), Address(1, 78)
GROUP = Address(1, -100500)


class Monotonic:
    def __init__(self):
        self.at = 5000.0

    def __call__(self):
        return self.at


@pytest.fixture
def time():
    return Monotonic()


@pytest.fixture
def limiter(time):
    return Limiter(monotonic=time)


def most_in_any(seconds, moments):
    return max(sum(1 for one in moments if at <= one < at + seconds) for at in moments)


@given(
    st.lists(
        st.tuples(
            st.floats(0, 2),
            st.sampled_from(["grant", "give back", "halt", "wait"]),
            st.integers(1, 40),
        ),
        min_size=5,
        max_size=120,
    )
)
@settings(max_examples=200, deadline=None)
def test_no_second_ever_sees_more_than_thirty(steps):
    time = Monotonic()
    limiter = Limiter(monotonic=time)
    sent, halted_until = [], 0.0
    for wait, what, number in steps:
        match what:
            case "grant":
                granted = limiter.grant(number).count
                assert granted <= number
                assert not granted or time.at >= halted_until
                sent += [time.at] * granted
            case "give back":
                unused = min(number, sum(1 for one in sent if one == time.at))
                limiter.give_back(unused)
                del sent[len(sent) - unused :]
            case "halt":
                limiter.halt(number / 10)
                halted_until = max(halted_until, time.at + number / 10)
            case "wait":
                time.at += limiter.seconds_until(number)
                assert limiter.seconds_until(number) <= 1.0 + 1e-6
        time.at += wait / 10
    assert not sent or most_in_any(1.0, sent) <= 30


@given(st.lists(st.floats(0, 5), min_size=2, max_size=100), st.booleans())
@settings(max_examples=200, deadline=None)
def test_a_chat_is_never_flooded(waits, is_group):
    time = Monotonic()
    limiter = Limiter(monotonic=time)
    chat = GROUP if is_group else AMINA
    sent = []
    for wait in waits:
        time.at += wait
        missing = limiter.take_chat(chat)
        if missing:
            time.at += missing
            assert limiter.take_chat(chat) == 0.0
        sent.append(time.at)
    if is_group:
        assert most_in_any(59.9, sent) <= 20
    else:
        for first, fifth in zip(sent, sent[4:], strict=False):
            assert fifth - first > 0.99  # a burst of three, then one a second


def test_a_long_queue_takes_hardly_longer_than_telegram_needs(time, limiter):
    began, sent = time.at, 0
    while sent < 1000:
        sent += limiter.grant(8).count
        time.at += 0.01
    assert time.at - began <= 1.05 * 1000 / PER_SECOND


def test_whoever_waits_is_let_through_at_once_after_a_silence(limiter):
    assert limiter.seconds_until() == 0.0
    assert limiter.grant(8).count == 8
    assert limiter.grant(1).count == 0
    assert 0 < limiter.seconds_until() <= 1 / PER_SECOND + 1e-6


@pytest.mark.parametrize("wanted", [1, 3, 8])
def test_one_in_seven_is_kept_for_receipts_and_reminders(time, limiter, wanted):
    kept = total = 0
    for _ in range(800):
        grant = limiter.grant(wanted)
        total += grant.count
        kept += grant.kept
        assert grant.kept <= grant.count
        time.at += wanted / PER_SECOND
    assert kept / total == pytest.approx(4 / 28, abs=0.02)


def test_places_that_were_not_used_are_not_lost(time, limiter):
    for _ in range(50):
        limiter.give_back(limiter.grant(8).count)
    assert limiter.grant(8).count == 8


def test_chats_do_not_wait_for_one_another(limiter):
    assert [limiter.take_chat(AMINA) for _ in range(3)] == [0.0, 0.0, 0.0]
    assert limiter.take_chat(AMINA) == pytest.approx(1.0)
    assert limiter.take_chat(BEN) == 0.0


def test_a_refusal_halts_everything_for_as_long_as_telegram_says(time, limiter):
    limiter.halt(17)
    limiter.halt(3)
    assert limiter.grant(8).count == 0
    assert 17 <= limiter.seconds_until() < 18
    time.at += 17.2
    assert limiter.grant(8).count == 8


def test_when_telegram_is_back_we_go_on_at_once(limiter):
    limiter.halt(300)
    limiter.go_on()
    assert limiter.grant(8).count == 8


def test_switched_off_it_holds_nobody_back():
    limiter = Limiter(on=False)
    assert limiter.grant(5000).count == 5000
    assert limiter.grant(5000).kept == 0
    limiter.give_back(5000)
    assert limiter.seconds_until(5000) == 0.0
    assert all(limiter.take_chat(AMINA) == 0.0 for _ in range(100))


def test_only_chats_that_need_no_limit_are_forgotten(time, limiter):
    for _ in range(20):
        limiter.take_chat(GROUP)
    time.at += 30
    for number in range(3000):
        limiter.take_chat(Address(1, 10_000 + number))
        time.at += 0.001
    assert limiter.take_chat(GROUP) > 0
    time.at += 100
    limiter.take_chat(AMINA)
    for number in range(3000):
        limiter.take_chat(Address(1, 50_000 + number))
    assert GROUP not in limiter._chats
    assert limiter.take_chat(Address(1, 52_999)) == 0.0
