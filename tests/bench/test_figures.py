"""The arithmetic of the bench: shares, aims, and numbers as people read them."""

import json
import math
from pathlib import Path

import pytest

from bench.figures import Figure, Findings, Verdict, at_least, at_most, middle, percentile, shown
from bench.machine import Machine, this_machine
from bench.page import document, summary, table

HERE = Machine("a processor", 2, 24, "Linux 6", "3.11.7", 4_500.0, 0.1)


@pytest.mark.parametrize(
    ("values", "share", "is_at"),
    [
        ([5.0], 0.99, 5.0),
        ([3.0, 1.0, 2.0], 0.5, 2.0),
        ([float(n) for n in range(1, 101)], 0.99, 99.0),
        ([float(n) for n in range(1, 101)], 1.0, 100.0),
        ([float(n) for n in range(1, 201)], 0.99, 198.0),
        ([1.0, 1.0, 1.0, 9.0], 0.75, 1.0),
    ],
)
def test_so_many_of_a_hundred_are_no_slower(values, share, is_at):
    assert percentile(values, share) == is_at
    assert sum(one <= is_at for one in values) >= share * len(values)


@pytest.mark.parametrize(("values", "share"), [([], 0.5), ([1.0], 0.0), ([1.0], 1.5)])
def test_nothing_has_no_share(values, share):
    with pytest.raises(ValueError, match="percentile"):
        percentile(values, share)


def test_one_bad_round_of_three_does_not_count():
    assert middle([10.0, 900.0, 12.0]) == 12.0


@pytest.mark.parametrize(
    ("aim", "value", "verdict"),
    [
        (at_least(800), 800, Verdict.MET),
        (at_least(800), 799.9, Verdict.MISSED),
        (at_most(0.2), 0.2, Verdict.MET),
        (at_most(0.2), 0.21, Verdict.MISSED),
        (at_least(1), math.nan, Verdict.MISSED),
        (at_most(1), math.nan, Verdict.MISSED),
        (at_most(1), math.inf, Verdict.MISSED),
    ],
)
def test_an_aim_is_met_at_its_bound_and_by_no_miracle(aim, value, verdict):
    assert Figure("it", value, "", aim).verdict is verdict


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"),
        (5_312.4, "5,312"),
        (1.0, "1.00"),
        (0.0356, "0.0356"),
        (23.26, "23.3"),
        (math.nan, "-"),
    ],
)
def test_numbers_are_shown_as_people_read_them(value, said):
    assert shown(value) == said


def test_a_miss_is_said_twice_and_what_was_not_measured_as_well():
    found = Findings("Sweep: fast", not_measured=["PostgreSQL: there is none"])
    found.add("alarms", 4_000, "a second", at_least(5_000))
    found.add("commits", 0.1, "an alarm", at_most(0.2))
    found.add("rows", 5, "an alarm")
    printed = table(found)
    assert "not measured: PostgreSQL: there is none" in printed
    assert [line.split()[-1] for line in printed.splitlines()[1:3]] == ["missed", "met"]
    assert summary([found]).splitlines() == [
        "1 of 2 aims met",
        "  missed: Sweep: alarms: 4,000 a second, aim ≥ 5,000",
    ]
    read = json.loads(document(HERE, [found]))
    assert read["missed"] == 1
    assert [one["verdict"] for one in read["findings"][0]["figures"]] == ["missed", "met", None]


def test_circumstances_are_noted_once():
    found = Findings("Sweep")
    found.under("SQLite")
    found.under("SQLite")
    assert found.circumstances == ["SQLite"]


def test_a_machine_that_others_use_says_so(tmp_path):
    busy = Machine("a processor", 2, 24, "Linux 6", "3.11.7", 4_500.0, 3.0)
    assert "others are using this machine" in busy.lines()[-1]
    assert "others are using this machine" not in "\n".join(HERE.lines())
    here = this_machine(tmp_path)
    assert here.syncs > 0
    assert here.cores > 0
    assert list(Path(tmp_path).iterdir()) == []
