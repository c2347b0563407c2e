"""Nobody is forgotten before it is known what their last sign meant, free or forced."""

import pytest

from rules.events import CheckedIn, Verdict
from storage.deed import Deed, Lived
from storage.forgetting import WhyNot
from tests.storage.circle import a_circle, enrol


@pytest.mark.parametrize("verdict", Verdict)
async def test_what_a_sign_meant_comes_out_before_they_are_forgotten(
    house, keychain, clock, verdict
):
    storage, circle = house, a_circle()
    await enrol(storage, circle)
    sign = Lived(circle.amina.id, CheckedIn(clock(), verdict=verdict))
    await storage.journal.record(Deed(happenings=(sign,)))
    forgotten = await storage.forgetting.forget([circle.amina.id], keychain)
    assert forgotten.refused == {circle.amina.id: WhyNot.JUST_HEARD}

    await storage.journal.sweep_watches(clock.push(minutes=3))
    forgotten = await storage.forgetting.forget([circle.amina.id], keychain)
    forced = {circle.amina.id: WhyNot.ALARM_OPEN}
    assert forgotten.refused == (forced if verdict is Verdict.FORCED else {})
