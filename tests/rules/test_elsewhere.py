"""A sign given in another chat than hers counts in full, and her own chat hears nothing of it."""

from dataclasses import replace

import pytest

from rules.events import Arrived, TimePassed, Verdict
from rules.life import lived
from rules.terms import Way
from tests.rules.cast import (
    SHE,
    at,
    draws,
    heard_by,
    journey,
    late,
    life,
    missed_and_told,
    routine,
    sign,
    waiting,
)

LIVES = {
    "resting": life(routine()),
    "waiting, too early": life(waiting()),
    "waiting": life(waiting()),
    "late": life(late()),
    "missed, untold": lived(life(late()), TimePassed(at("21:00")), draws()).life,
    "missed, told": missed_and_told().life,
    "on a journey": life(waiting(), journey()),
}
WHEN = {"waiting, too early": "13:00", "waiting": "19:00", "on a journey": "18:00"}


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("kind", ["note", "arrival"])
@pytest.mark.parametrize("stage", LIVES)
def test_law_15_it_counts_as_if_given_in_her_chat_and_nothing_is_said_there(stage, kind, verdict):
    here = sign(WHEN.get(stage, "21:30"), verdict, Way.CARD)
    if kind == "arrival":
        here = Arrived(here.at, here.way, here.verdict, here.hush_until, here.words_at)
    before = LIVES[stage]
    own = lived(before, here, draws())
    away = lived(before, replace(here, elsewhere=True), draws())

    assert heard_by(own.notices, SHE)
    assert heard_by(away.notices, SHE) == []
    assert away.life == own.life
    assert [one for one in own.notices if one.to != SHE] == list(away.notices)
