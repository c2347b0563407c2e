"""Lives that were played, kept so that every law can be looked for in all of them.

The lives of one run are the same in every run: their seeds are 0, 1, 2 and so on. They are played
one by one as they are asked for, so a law that is broken early is found early.
"""

from collections import Counter
from contextlib import contextmanager
from functools import lru_cache

from rules.events import Started
from tests.rules.acting import act
from tests.rules.world import BEGIN, begun_world, recorded

LIVES = 96  #: how many lives one run looks at
LENGTH = 160  #: how many things happen in each
_FIRST = [0]  #: the seed of the first


def play(seed, length=LENGTH):
    """Return the world after a whole life, with all its turns and steps."""
    world = begun_world(seed)
    with recorded(world):
        world.lives(Started(BEGIN))
        for _ in range(length):
            if world.gone:
                break
            act(world)
    return world


@lru_cache(maxsize=LIVES)
def _played(seed):
    return play(seed)


def worlds():
    """Yield every life of this run."""
    for seed in range(_FIRST[0], _FIRST[0] + LIVES):
        yield _played(seed)


@contextmanager
def other_lives(first):
    """Look at the lives from this seed on, in place of the usual ones."""
    _FIRST[0] = first
    try:
        yield
    finally:
        _FIRST[0] = 0


def enough(times, more_than):
    """Fail where the usual lives show too little of what a law is about; others may show less."""
    assert times > more_than or _FIRST[0]


def steps():
    """Yield everything that happened in them."""
    for world in worlds():
        yield from world.steps


def watch_turns(*events):
    """Yield every question to a promise, of these kinds if any are named."""
    for world in worlds():
        for turn in world.turns:
            if turn.roster is None and (not events or isinstance(turn.event, events)):
                yield turn


def alarm_turns(*events):
    """Yield every question to an alarm, of these kinds if any are named."""
    for world in worlds():
        for turn in world.turns:
            if turn.roster is not None and (not events or isinstance(turn.event, events)):
                yield turn


def visits():
    """Return how often each cell of both tables was visited; what is turned away is not."""
    counted = Counter()
    for turn in watch_turns():
        counted["watch", *turn.cell] += 1
    for turn in alarm_turns():
        who = getattr(turn.event, "who", getattr(turn.event, "by", None))
        if who != turn.before.subject:
            counted["alarm", *turn.cell] += 1
    return counted
