"""What must be said is said in its order, by one teller at a time, until it is settled."""

import asyncio
from datetime import timedelta

import pytest

from rules.events import Cause
from rules.notices import Keep, Kind, Notice, Rank
from rules.people import Role
from storage.claiming import LEASE
from storage.claims import Claimed, Told, TryAgain
from storage.deed import Cried, Deed, Unsay
from storage.leases import FenceLostError
from tests.fakes import Fuse, PowerCut
from tests.storage.circle import a_circle, enrol
from tests.storage.telling import ALARM, SOMEWHERE, Teller, numbered, numbers, rows, say


async def test_the_first_are_claimed_first(storage, clock, circle, teller):
    amina = circle.amina.id
    await say(
        storage,
        Unsay(SOMEWHERE, (5,), clock()),
        numbered(1),
        Notice(amina, Kind.RECEIPT),
        Notice(circle.olga.id, Kind.TAKEN, alarm=ALARM),
        Notice(circle.zora.id, Kind.ASK, alarm=ALARM, first=True),
        numbered(2),
    )
    claimed = await teller.claim()

    assert [one.rank for one in claimed] == [
        Rank.FIRST, Rank.ALARM, Rank.REMINDER, Rank.REST, Rank.REST, Rank.UNSAYING,
    ]  # fmt: skip
    assert numbers(claimed[3:5]) == ["1", "2"]


async def test_no_more_is_claimed_than_was_wanted_and_nothing_before_its_time(
    storage, clock, circle, teller
):
    later = clock() + timedelta(minutes=9)
    await say(storage, numbered(1), numbered(2), Notice(circle.amina.id, Kind.NUDGE, at=later))

    assert numbers(await teller.claim(1)) == ["1"]
    assert numbers(await teller.claim(5)) == ["2"]
    assert await teller.claim(5) == []
    assert await storage.outbox.next_try() == clock() + LEASE
    clock.at = later
    assert len(await teller.claim(1)) == 1


async def test_places_are_kept_for_receipts_and_reminders(storage, circle, teller):
    asks = [Notice(circle.zora.id, Kind.ASK, alarm=ALARM) for _ in range(4)]
    await say(storage, *asks, Notice(circle.amina.id, Kind.RECEIPT))
    claimed = await teller.claim(3, kept=1)

    assert [one.rank for one in claimed] == [Rank.ALARM, Rank.ALARM, Rank.REMINDER]
    assert len(await teller.claim(3, kept=1)) == 2


async def test_what_is_claimed_by_one_is_never_claimed_by_another(opened, clock):
    one, other = opened(), opened()
    await enrol(one, a_circle(), started=False)
    await say(one, *(numbered(number) for number in range(60)))
    fence = (await Teller.begin(one, clock)).fence

    turns = await asyncio.gather(
        *(house.outbox.turn([], 5, clock(), fence) for _ in range(6) for house in (one, other))
    )

    claimed = [one.id for turn in turns for one in turn]
    assert len(claimed) == len(set(claimed)) == 60


async def test_what_a_silent_teller_claimed_falls_due_again(storage, clock, teller):
    await say(storage, numbered(1))
    (first,) = await teller.claim()
    clock.push(seconds=119)
    assert await teller.claim() == []
    clock.push(seconds=1)
    (second,) = await teller.claim()

    assert second.id == first.id
    assert (first.tries, second.tries) == (1, 2)


async def test_a_new_start_takes_over_from_a_dead_one_at_once(opened, clock):
    dead, heir = opened(), opened()
    await enrol(dead, a_circle(), started=False)
    await say(dead, numbered(1), numbered(2))
    died = await Teller.begin(dead, clock)
    (claimed,) = await died.claim(1)
    await asyncio.to_thread(dead.alive.close)

    teller = await Teller.begin(heir, clock)
    assert await heir.outbox.release_dead(teller.fence) == 1
    assert numbers(await teller.claim()) == ["1", "2"]
    with pytest.raises(FenceLostError):
        await died.claim()
    with pytest.raises(FenceLostError):
        await died.settle((claimed, Told(clock())))
    with pytest.raises(FenceLostError):
        await dead.outbox.release_dead(died.fence)
    assert len(await rows(heir)) == 2


async def test_what_was_told_is_settled_together_with_the_next_claim(opened, clock):
    fuse = Fuse()
    storage = opened(on_commit=fuse)
    await enrol(storage, a_circle(), started=False)
    await say(storage, numbered(1), numbered(2))
    teller = await Teller.begin(storage, clock)
    (first,) = await teller.claim(1)
    commits = len(fuse.commits)

    (second,) = await teller.settle((first, Told(clock(), 1)), want=1)

    assert numbers([second]) == ["2"]
    assert fuse.commits[commits:] == [("settle",)]


@pytest.mark.parametrize("edge", ["before", "after"])
async def test_a_cut_between_telling_and_settling_repeats_at_most_that(opened, clock, edge):
    fuse = Fuse()
    storage = opened(on_commit=fuse)
    await enrol(storage, a_circle(), started=False)
    await say(storage, numbered(1, keep=Keep.DAY))
    teller = await Teller.begin(storage, clock)
    (claimed,) = await teller.claim()
    fuse.blow(edge)
    with pytest.raises(PowerCut):
        await teller.tell(claimed)

    clock.push(minutes=2)
    again = await teller.claim()
    assert [one.id for one in again] == ([claimed.id] if edge == "before" else [])


async def test_the_backlog_counts_what_is_due_by_rank(storage, clock, circle, teller):
    empty = await storage.outbox.backlog(clock())
    assert (dict(empty.due), empty.oldest) == ({}, None)
    await say(storage, Unsay(SOMEWHERE, (5,), clock()))
    clock.push(minutes=1)
    born = clock()
    later = born + timedelta(hours=1)
    await say(storage, numbered(1), numbered(2), Notice(circle.amina.id, Kind.NUDGE, at=later))
    clock.push(minutes=1)
    await say(storage, Notice(circle.olga.id, Kind.TAKEN))

    backlog = await storage.outbox.backlog(clock())
    assert backlog.due == {Rank.ALARM: 1, Rank.REST: 2, Rank.UNSAYING: 1}
    assert backlog.oldest == born


async def test_the_courier_is_woken_for_what_is_due_and_not_for_what_is_far_off(storage, clock):
    await enrol(storage, a_circle(), started=False)
    await storage.woken.wait(0)
    await say(storage, Unsay(SOMEWHERE, (5,), clock() + timedelta(hours=1)))
    assert not await storage.woken.wait(0)
    await say(storage, numbered(1))
    assert await storage.woken.wait(0)


async def test_a_cry_is_heard_by_a_coordinator_before_everything_else(storage, circle, teller):
    await say(storage, numbered(1))
    cry = Cried(circle.amina.id, Cause.SOS, storage.clock())
    await storage.journal.record(Deed((cry,)))
    claimed = await teller.claim(1)

    assert isinstance(claimed[0], Claimed)
    assert claimed[0].rank is Rank.FIRST
    assert Role.COORDINATOR in claimed[0].reader_roles


async def test_a_clock_that_is_set_back_makes_nothing_wait(storage, clock, circle, teller):
    clock.push(hours=2)
    later = clock() + timedelta(minutes=9)
    await say(storage, numbered(1), numbered(2), Notice(circle.amina.id, Kind.NUDGE, at=later))
    (first,) = await teller.claim(1)
    clock.push(hours=-1)

    assert numbers(await teller.settle((first, TryAgain(clock())), want=5)) == ["1", "2"]
    assert await storage.outbox.next_try() == clock() + LEASE


async def test_a_clock_that_was_set_back_while_we_were_down_makes_nothing_wait(opened, clock):
    clock.push(hours=2)
    before = opened()
    await enrol(before, a_circle(), started=False)
    await say(before, numbered(1), numbered(2))
    clock.push(hours=-1)

    teller = await Teller.begin(opened(), clock)
    assert await teller.claim() == []
    assert await teller.storage.outbox.release_dead(teller.fence) == 0
    assert numbers(await teller.claim()) == ["1", "2"]
