"""What a card leaves behind says nothing of what its code means: no size, place, write or line."""

import logging

import pytest

from rules.events import CheckedIn, Verdict
from rules.terms import Way
from storage.deed import Deed, Lived, UseCard
from storage.tables import metadata
from tests.storage.cards.numbers import FORCED, GENUINE, make, rows, unlike
from tests.storage.circle import a_circle, enrol
from tests.stories.traces import Trace, shape


async def test_neither_size_nor_place_of_a_row_says_what_its_code_means(storage, circle):
    found = await rows(storage, 'SELECT id, blind, length(sealed_card) FROM cards ORDER BY "row"')
    assert len(found) == len(GENUINE + FORCED)
    assert len({size for *_, size in found}) == 1
    blinds = [bytes(blind) for _, blind, _ in found]
    assert blinds == sorted(blinds)
    assert not {bytes(one.id) for one in found} & set(blinds)


async def sizes(storage):
    """How many rows every table has, and how long each of their values is."""
    found = {}
    for name, table in metadata.tables.items():
        kept = await storage.reader.ask(
            lambda look, t=table: look.connection.execute(t.select()).all()
        )
        found[name] = sorted(str([shape(value) for value in row]) for row in kept)
    return found


@pytest.mark.parametrize("way", ["own", "elsewhere"])
async def test_a_forced_code_leaves_the_trace_of_a_free_one(opened, database, caplog, clock, way):
    """Of two people who are alike one is free: the same questions, writes and lines in the log."""
    caplog.set_level(logging.DEBUG)
    house, traces, sized, logged = opened(), [], [], []
    pair = [a_circle(1), a_circle(2)]
    await enrol(house, *pair)
    for circle in pair:
        codes = [unlike() for _ in range(4)]
        await make(house, circle, genuine=tuple(codes[:2]), forced=tuple(codes[2:]))
    for circle, verdict in zip(pair, (Verdict.GENUINE, Verdict.FORCED), strict=True):
        code = await _code_that_means(house, circle, verdict)
        before = await sizes(house)
        caplog.clear()
        with Trace() as trace:
            card = await house.readings.card(code)
            sign = CheckedIn(clock(), Way.CARD, card.verdict, elsewhere=way == "elsewhere")
            deed = Deed(happenings=(Lived(card.person, sign),), changes=(UseCard(card),))
            await house.journal.record(deed)
        after = await sizes(house)
        traces.append(trace.seen)
        sized.append({name: _without(after[name], before[name]) for name in after})
        logged.append([(one.levelno, one.name, one.msg) for one in caplog.records])
    assert traces[0] == traces[1]
    assert len(traces[0]) > 5
    assert sized[0] == sized[1]
    assert sum(map(len, sized[0].values())) > 1
    assert logged[0] == logged[1]


async def _code_that_means(house, circle, verdict):
    """One of the codes just made; which one it is, only the one who asks knows."""
    code = unlike()
    free, forced = ((code,), ()) if verdict is Verdict.GENUINE else ((), (code,))
    await make(house, circle, batch=b"m" * 16, genuine=free, forced=forced)
    return code


def _without(many, few):
    left = list(many)
    for one in few:
        if one in left:
            left.remove(one)
    return left
