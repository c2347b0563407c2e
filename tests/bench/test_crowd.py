"""The people of the bench: circles of ten, who falls silent, and what they have promised."""

from collections import Counter
from datetime import timedelta

import pytest

from bench.crowd import CIRCLE, DEADLINE, MORNING, Crowd, address, person_id
from rules.events import TimePassed
from rules.people import Part, Role
from rules.watch import RaiseAlarm, Stage
from rules.watching import decide


def test_everybody_is_watched_over_by_the_two_after_them_and_nobody_by_themselves():
    crowd = Crowd(30)
    people = {person_id(number): crowd.person(number) for number in range(crowd.size)}
    for one in people.values():
        near, friend = one.contacts
        assert (near.part, friend.part) == (Part.NEAR, Part.FRIEND)
        assert one.id not in {near.id, friend.id}
        for link in one.contacts:
            assert one.id in {owner.id for owner in people[link.id].owners}
    assert len({one.code for one in people.values()}) == 30
    assert len({one.chats[0].address for one in people.values()}) == 30


@pytest.mark.parametrize("due", [0, 1, 3, 10, 11, 25, 100])
def test_so_many_fall_silent_as_were_asked_for_first_one_of_each_circle(due):
    crowd = Crowd(100, due)
    silent = [number for number in range(100) if crowd.is_due(number)]
    assert sorted(crowd.due_numbers()) == silent
    assert len(silent) == due
    shares = Counter(number // CIRCLE for number in silent)
    assert max(shares.values(), default=0) - min(shares.values(), default=0) <= 1


def test_who_falls_silent_wakes_at_the_deadline_and_is_missed():
    crowd = Crowd(20, 2)
    watch = crowd.watch(0)
    assert (watch.stage, watch.wake_at) == (Stage.LATE, DEADLINE)
    missed = decide(watch, TimePassed(DEADLINE))
    assert missed.watch.stage is Stage.MISSED
    assert [type(order) for order in missed.orders] == [RaiseAlarm]
    assert not missed.orders[0].practice


def test_everybody_else_sleeps_through_the_night():
    waking = [Crowd(200).watch(number).wake_at for number in range(200)]
    assert min(waking) == MORNING - timedelta(minutes=30)
    assert len(set(waking)) == 60
    some_due = Crowd(200, 20)
    others = [some_due.watch(n).wake_at for n in range(200) if not some_due.is_due(n)]
    assert set(others) < set(waking)


def test_alone_nobody_is_asked_twice_and_no_coordinator():
    alone, usual = Crowd(100, 10, alone=True), Crowd(100, 10)
    assert alone.asked() == sorted(address(10 * n + 1).chat for n in range(10))
    assert len(usual.asked()) == 10 + len(usual.coordinators())
    assert all(Role.COORDINATOR in one.roles for one in usual.coordinators())


@pytest.mark.parametrize(("size", "due"), [(0, 0), (15, 0), (20, 21), (20, -1)])
def test_no_crowd_that_cannot_be(size, due):
    with pytest.raises(ValueError, match="circles"):
        Crowd(size, due)
