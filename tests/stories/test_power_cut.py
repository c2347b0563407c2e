"""The power is cut at everything that touches the world. The life must still end well.

In the n-th life every step is cut at its n-th commit or request: before it, or after it and before
anybody knows. What was in memory is gone, and the house is started again from the disk. What was
heard is read from the stand-in's own record.
"""

import itertools
from collections import Counter

import pytest

from tests.stories.fuse import Fuse
from tests.stories.life import LIFE

SLICES = 6
#: What must be among the cut points, by the kind of commit or the method of the Bot API.
KINDS = {
    "inbox",
    "effect",
    "sweep",
    "claim",
    "settle",
    "getUpdates",
    "sendMessage",
    "editMessageText",
    "deleteMessages",
    "answerCallbackQuery",
}

pytestmark = pytest.mark.slow


async def lived(stage):
    """Live the life. Returns what was heard in each step, and what stands in each chat at last."""
    heard = [await stage.heard()]
    for step in LIFE:
        await step.come_near(stage)
        stage.fuse.begin_step()
        await step.take(stage)
        stage.fuse.end_step()
        heard.append(await stage.heard())
    routine = await stage.routine()
    assert await stage.alarms() == []
    assert await stage.stand.violations() == []
    return heard, {name: Counter(await stage.reads(name)) for name in stage.people}, routine.wake_at


def by_kind(counted):
    """Count commits that several jobs share with each of their kinds."""
    kinds = Counter()
    for (kind, edge), times in counted.items():
        for one in kind.split("+"):
            kinds[one, edge] += times
    return dict(sorted(kinds.items()))


@pytest.fixture
async def untouched(staged):
    """The life as it is when nothing fails."""
    fuse = Fuse()
    async with staged(fuse, senders=1) as stage:
        return *await lived(stage), fuse


def misheard(cut, whole, most):
    """Say what somebody did not hear, and where more than `most` was heard twice."""
    wrong = []
    for step, after, before in zip(("start", *LIFE), cut, whole, strict=True):
        missing = {who: before[who] - after[who] for who in before if before[who] - after[who]}
        extra = {who: after[who] - before[who] for who in after if after[who] - before[who]}
        new = {who: texts for who in extra if (texts := set(extra[who]) - set(before[who]))}
        if missing or new or sum(each.total() for each in extra.values()) > most:
            wrong.append((step, "missing", missing, "too many", extra))
    return wrong


async def cut_through(staged, untouched, lives, senders):
    """Live these lives, each cut at its own place in every step; stop when none is cut any more."""
    heard, standing, wakes, _ = untouched
    cuts = Counter()
    for n in lives:
        fuse = Fuse(blow_at=n)
        async with staged(fuse, senders=senders) as stage:
            cut_heard, cut_standing, cut_wakes = await lived(stage)
        assert misheard(cut_heard, heard, senders) == [], f"life {n}, cut at {fuse.places}"
        assert cut_wakes == wakes
        for who, texts in standing.items():
            # What was sent and never heard of by us cannot be unsaid; nothing else is left over.
            assert cut_standing[who] >= texts, f"life {n}, {who}"
            assert (cut_standing[who] - texts).total() <= fuse.cuts.total(), f"life {n}, {who}"
        cuts += fuse.cuts
        if not fuse.cuts:
            break
    print(f"{cuts.total()} cuts", by_kind(cuts))  # noqa: T201 - what the run shows
    return cuts


@pytest.mark.parametrize("part", range(SLICES))
async def test_everybody_hears_everything_wherever_the_power_is_cut(staged, untouched, part):
    """With one sender at most one message of each step is heard twice."""
    assert await cut_through(staged, untouched, itertools.count(part + 1, SLICES), 1)


async def test_with_eight_senders_no_more_is_heard_twice_than_they_had_in_hand(staged, untouched):
    assert await cut_through(staged, untouched, range(6, 40, 6), 8)


async def test_there_is_enough_to_cut(untouched):
    fuse = untouched[-1]
    kinds = by_kind(fuse.seen)
    print(f"{fuse.seen.total()} cut points", kinds)  # noqa: T201 - what the run shows
    assert fuse.seen.total() > 150
    assert {(kind, edge) for kind in KINDS for edge in ("before", "after")} <= set(kinds)
