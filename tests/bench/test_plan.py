"""What is measured when nobody says otherwise, and how the command line changes it."""

import subprocess
import sys

import pytest

from bench.crowd import CIRCLE
from bench.plan import QUICK, Plan, planned


def test_everything_is_measured_up_to_the_sizes_that_were_asked_for():
    plan = planned(quick=False)
    assert plan == Plan()
    assert max(size for size, _ in plan.sweeps) == 100_000
    assert max(due for _, due in plan.sweeps) == 10_000
    assert plan.idle == (1_000, 100_000, 1_000_000)


def test_every_crowd_of_every_plan_is_whole_circles_with_enough_people():
    for plan in (Plan(), QUICK, planned(quick=True, people=50, due=3), planned(quick=False, due=7)):
        for size, due in plan.sweeps:
            assert size % CIRCLE == 0
            assert due <= size
        assert plan.people % CIRCLE == 0
        assert all(size % CIRCLE == 0 for size in plan.idle)


def test_people_and_due_set_the_sizes():
    plan = planned(quick=True, people=500, due=40)
    assert (plan.sweeps, plan.alarms, plan.people) == (((500, 40),), (40,), 500)
    assert planned(quick=False, people=500).sweeps == ((500, 50),)


@pytest.mark.parametrize(("people", "due"), [(15, None), (20, 21)])
def test_sizes_that_cannot_be_are_refused(people, due):
    with pytest.raises(ValueError, match="circles"):
        planned(quick=True, people=people, due=due)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["gallop"], "there is no gallop"), (["sweep", "--people", "15"], "whole circles")],
)
def test_a_wrong_command_is_explained(arguments, said):
    ran = subprocess.run(
        [sys.executable, "-m", "bench", *arguments], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2
    assert said in ran.stderr
