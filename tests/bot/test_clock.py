"""Whose time we live in, and how far off it is."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.clock import Clock, machine_now

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class Machine:
    """A machine whose clock may be wrong, and whose monotonic time never is."""

    def __init__(self, wrong_by=timedelta()):
        self.passed = 0.0
        self.wrong_by = wrong_by

    def true(self):
        return NOON + timedelta(seconds=self.passed)

    def now(self):
        return self.true() + self.wrong_by

    def monotonic(self):
        return 7000.0 + self.passed

    def clock(self, **how):
        return Clock(machine=self.now, monotonic=self.monotonic, **how)


def date(at):
    return format_datetime(at.replace(microsecond=0), usegmt=True)


def test_the_machines_time_is_aware_utc():
    assert machine_now().utcoffset() == timedelta()


def test_the_machines_own_time_stands_whatever_telegram_says():
    machine = Machine(wrong_by=timedelta(minutes=3))
    clock = machine.clock()
    clock.answered(date(machine.true()), "2020-01-01T00:00:00+00:00", clock.now())
    assert clock.now() == NOON + timedelta(minutes=3)


@pytest.mark.parametrize("minutes", [-7, 3])
def test_how_far_the_clock_is_off_is_measured(minutes):
    machine = Machine(wrong_by=timedelta(minutes=minutes))
    clock = machine.clock()
    for _ in range(40):
        asked = clock.now()
        machine.passed += 0.037
        clock.answered(date(machine.true()), None, asked)
        machine.passed += 25.1
    assert clock.offset is not None
    assert abs(clock.offset + timedelta(minutes=minutes)) < timedelta(seconds=0.2)


def test_a_clock_that_is_right_has_no_offset():
    machine = Machine()
    clock = machine.clock()
    assert clock.offset is None
    asked = clock.now()
    machine.passed += 0.7
    clock.answered(date(machine.true()), None, asked)
    assert clock.offset == timedelta()


def test_silence_is_counted_in_telegrams_time_when_ours_is_ahead():
    machine = Machine(wrong_by=timedelta(minutes=10))
    clock = machine.clock()
    clock.answered(date(machine.true()), None, clock.now())
    assert clock.now_at_telegram() <= machine.true()
    assert clock.now_at_telegram() > machine.true() - timedelta(seconds=1.1)


def test_a_slow_clock_of_ours_never_hears_ahead_of_itself():
    machine = Machine(wrong_by=timedelta(minutes=-10))
    clock = machine.clock()
    clock.answered(date(machine.true()), None, clock.now())
    assert clock.now_at_telegram() == clock.now()


def test_the_stand_ins_time_is_followed_to_the_microsecond_and_runs_on():
    machine = Machine()
    clock = machine.clock(follows=True)
    assert clock.now() == machine.now()
    there = NOON.replace(year=2027)
    clock.answered(date(there), (there + timedelta(microseconds=5)).isoformat(), clock.now())
    assert clock.now() == there + timedelta(microseconds=5)
    machine.passed += 2
    assert clock.now() == there + timedelta(seconds=2, microseconds=5)


def test_a_pushed_clock_is_followed_and_everybody_who_sleeps_is_told():
    machine, jumps = Machine(), []
    clock = machine.clock(follows=True)
    clock.on_jump.append(lambda: jumps.append(clock.now()))
    clock.answered(None, NOON.isoformat(), clock.now())
    machine.passed += 10
    clock.answered(None, (NOON + timedelta(seconds=10.02)).isoformat(), clock.now())
    assert len(jumps) == 1
    clock.answered(None, (NOON + timedelta(hours=3)).isoformat(), clock.now())
    assert jumps[1:] == [NOON + timedelta(hours=3)]
    clock.answered(None, (NOON - timedelta(days=1)).isoformat(), clock.now())
    assert clock.now() == NOON - timedelta(days=1)


def test_a_clock_that_stands_still_stands_still_here_too_even_when_it_is_pushed():
    machine = Machine()
    clock = machine.clock(follows=True)
    for at in (NOON, NOON, NOON + timedelta(hours=1)):
        machine.passed += 30
        clock.answered(None, at.isoformat(), clock.now())
    machine.passed += 25
    assert clock.now() == NOON + timedelta(hours=1)
    assert clock.seconds_until(NOON + timedelta(hours=2)) == float("inf")
    assert clock.seconds_until(NOON) == 0.0


def test_a_clock_that_runs_again_runs_here_too():
    machine = Machine()
    clock = machine.clock(follows=True)
    for seconds in (0, 0, 3):
        machine.passed += 3
        clock.answered(None, (NOON + timedelta(seconds=seconds)).isoformat(), clock.now())
    machine.passed += 1
    assert clock.now() == NOON + timedelta(seconds=4)
    assert clock.seconds_until(NOON + timedelta(seconds=9)) == 5.0


def test_whole_seconds_are_enough_to_follow_by_and_do_not_jitter():
    machine, jumps = Machine(), []
    clock = machine.clock(follows=True)
    clock.on_jump.append(lambda: jumps.append(1))
    clock.answered(date(machine.true()), None, clock.now())
    before = clock.now()
    for _ in range(20):
        machine.passed += 0.61
        clock.answered(date(machine.true()), None, clock.now())
        assert clock.now() > before
        before = clock.now()
    assert len(jumps) == 1
    clock.answered(date(machine.true() + timedelta(hours=2)), None, clock.now())
    assert clock.now() > NOON + timedelta(hours=2)


@pytest.mark.parametrize("nonsense", [None, "", "yesterday", "2026-03-02T12:00:00"])
@pytest.mark.parametrize("follows", [True, False])
def test_nonsense_in_an_answer_moves_no_clock(nonsense, follows):
    machine = Machine()
    clock = machine.clock(follows=follows)
    clock.answered(nonsense, nonsense, clock.now())
    assert clock.now() == NOON
    assert clock.offset is None


def test_a_clock_that_says_how_fast_it_runs_is_kept_up_with():
    machine, told = Machine(), []
    clock = machine.clock(follows=True)
    clock.on_jump.append(lambda: told.append(clock.speed))
    clock.answered(None, NOON.isoformat(), clock.now(), "1")
    clock.answered(None, NOON.isoformat(), clock.now(), "600")
    assert told == [1, 600]
    machine.passed += 6
    assert clock.now() == NOON + timedelta(hours=1)
    assert clock.seconds_until(NOON + timedelta(hours=2)) == 6.0
    assert clock.real(60) == 0.1
    assert clock.stretch(0.1) == timedelta(minutes=1)
    clock.answered(None, clock.now().isoformat(), clock.now(), "0")
    machine.passed += 6
    assert clock.now() == NOON + timedelta(hours=1)
    assert clock.seconds_until(NOON + timedelta(hours=2)) == float("inf")
    assert clock.real(60) == 60
    assert clock.stretch(60) == timedelta(minutes=1)


def test_an_answer_that_is_late_sets_no_fast_clock_back():
    machine, jumps = Machine(), []
    clock = machine.clock(follows=True)
    clock.on_jump.append(lambda: jumps.append(1))
    for _ in range(2):
        clock.answered(None, NOON.isoformat(), clock.now(), "600")
    machine.passed += 1
    late = NOON + timedelta(minutes=9)
    clock.answered(None, late.isoformat(), clock.now(), "600")
    assert clock.now() == NOON + timedelta(minutes=10)
    early = NOON + timedelta(minutes=11)
    clock.answered(None, early.isoformat(), clock.now(), "600")
    assert clock.now() == early
    assert len(jumps) == 1
    clock.answered(None, (early + timedelta(hours=1)).isoformat(), clock.now(), "600")
    assert len(jumps) == 2


@pytest.mark.parametrize("nonsense", ["", "fast", "-1", "inf", "nan"])
def test_nonsense_about_its_speed_makes_no_clock_run(nonsense):
    machine = Machine()
    clock = machine.clock(follows=True)
    clock.answered(None, NOON.isoformat(), clock.now(), nonsense)
    assert clock.speed == 1.0
