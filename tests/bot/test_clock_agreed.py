"""Before a key is destroyed by the calendar, another clock has to agree with ours."""

from datetime import timedelta
from email.utils import format_datetime

import pytest

from bot.clock import Clock
from bot.running import _is_agreed
from tests.fakes import NINE


@pytest.mark.parametrize(
    ("off", "agreed"), [(timedelta(seconds=3), True), (timedelta(days=-40), False), (None, False)]
)
def test_telegrams_clock_has_to_agree_first(off, agreed):
    clock = Clock(machine=lambda: NINE, monotonic=lambda: 0.0)
    if off is not None:
        clock.answered(format_datetime(NINE + off, usegmt=True), None, NINE)

    assert _is_agreed(clock) is agreed


def test_the_clock_of_a_stand_in_is_ours():
    assert _is_agreed(Clock(follows=True, machine=lambda: NINE, monotonic=lambda: 0.0))
