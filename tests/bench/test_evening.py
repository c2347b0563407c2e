"""A real house lives through an evening beside the stand-in, and the bench sees what happened."""

import pytest

from bench.crowd import Crowd
from bench.evening import live_through
from bench.ground import Backend, ground


@pytest.mark.slow
async def test_the_near_person_of_everybody_who_is_silent_is_asked_in_time(tmp_path):
    async with ground(tmp_path) as place:
        evening = await live_through(
            place, Backend.SQLITE, Crowd(40, 3, alone=True), limits=True, within=60
        )
    assert [one.kind for one in evening.told] == ["ask"] * 3
    assert evening.deadline <= evening.heard <= evening.swept[0].began
    assert evening.swept[0].began <= evening.decided < evening.told[0].claimed
    assert evening.turned < evening.decided
    assert evening.told[-1].ended <= evening.settled
    assert evening.commits >= 3
    assert evening.refused == 0
    assert evening.peak > 30_000_000
