"""The small file in which a running house says how it is."""

import json
from datetime import timedelta

import pytest

from bot.clock import machine_now
from bot.state import State, memory_mb, read


def test_what_was_said_is_read_again(tmp_path):
    said = State(said_at=machine_now().isoformat(), bot="a_bot", worries=("deaf",), memory_mb=9.5)
    said.write(tmp_path / "state.json")
    assert read(tmp_path / "state.json") == said
    assert [one.name for one in tmp_path.iterdir()] == ["state.json"]


def test_a_house_that_says_nothing_any_more_does_not_turn():
    now = machine_now()
    said = State(said_at=now.isoformat())
    assert said.is_fresh(now + timedelta(seconds=119))
    assert not said.is_fresh(now + timedelta(seconds=121))
    assert not said.is_fresh(now - timedelta(seconds=121))


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", "oops", '{"said_at": "soon"}', '{"said_at": 7}', '{"said": 1}']
)
def test_what_makes_no_sense_was_never_said(tmp_path, content):
    (tmp_path / "state.json").write_text(content)
    assert read(tmp_path / "state.json") is None


def test_what_is_not_there_was_never_said(tmp_path):
    assert read(tmp_path / "nowhere") is None


def test_it_holds_nothing_about_anybody(tmp_path):
    State(said_at=machine_now().isoformat()).write(tmp_path / "s")
    fields = set(json.loads((tmp_path / "s").read_text()))
    assert fields == {"said_at", "heard_until", "offset_seconds", "bot", "worries", "memory_mb"}


def test_memory_is_measured():
    assert 10 < memory_mb() < 4000
