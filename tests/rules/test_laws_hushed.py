"""Law 7 and DECISIONS.md, 11: nobody but responders can tell a forced sign from a free one."""

from dataclasses import replace
from functools import cache
from random import Random

from rules.events import Cause, Verdict
from tests.rules.cast import SHE
from tests.rules.twins import live_through

PAIRS = 44


def free(step):
    return Verdict.GENUINE


def forced(step):
    return Verdict.FORCED


def mixed(seed):
    fate = Random(seed)
    drawn = [fate.choice(list(Verdict)) for _ in range(200)]
    return lambda step: drawn[step]


@cache
def twins_of(seed):
    """Return three lives of one seed: all signs free, all forced, some of each."""
    return tuple(live_through(seed, means) for means in (free, forced, mixed(seed)))


def pairs():
    for seed in range(PAIRS):
        one, other, third = twins_of(seed)
        yield seed, one, other
        yield seed, one, third


def without_meaning(watch):
    hush = watch.hush and replace(watch.hush, verdict=Verdict.GENUINE)
    return replace(watch, hush=hush)


def hers(twin):
    return [(step, replace(one, alarm=None)) for step, one in twin.said if one.to == SHE]


def test_law_7_the_promise_is_the_same_for_ever_whatever_her_signs_meant():
    for seed, one, other in pairs():
        mine = [without_meaning(watch) for watch in one.life.watches]
        assert mine == [without_meaning(watch) for watch in other.life.watches], seed
        assert one.gone or other.gone or len(mine) > 0


def test_law_7_her_own_chat_is_the_same_for_ever_whatever_her_signs_meant():
    spoken = 0
    for seed, one, other in pairs():
        assert hers(one) == hers(other), seed
        spoken += len(hers(one))
    assert spoken > 500


def test_decision_11_contacts_hear_the_same_until_the_hold_is_over():
    heard = superseded = 0
    for seed, one, other in pairs():
        office = {member.id for member in one.life.roster.coordinators} | {SHE}
        until = min(twin.left_hold or 10**6 for twin in (one, other))
        mine, theirs = (
            [(s, n.to, n.kind, n.facts) for s, n in twin.said if n.to not in office and s < until]
            for twin in (one, other)
        )
        assert mine == theirs, seed
        heard += len(mine)
        superseded += other.superseded
    assert heard > 100
    assert superseded > 5


def test_a_forced_sign_is_never_lost():
    """In every forced life in which a hush was over, coordinators heard of it."""
    alarmed = 0
    for _seed, _, other in pairs():
        hushed = any(watch.hush is not None for watch in other.life.watches)
        signs = any(n.kind in {"receipt", "too-early"} for _, n in other.said)
        duress = [n for _, n in other.said if n.facts.get("cause") == Cause.FORCED]
        if signs and not hushed and other.life.roster.coordinators:
            alarmed += bool(duress)
    assert alarmed > 20
