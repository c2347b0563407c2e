"""Sealed notes are measured from the stand-in to the receipt, and a page in a real browser."""

import shutil
from dataclasses import replace

import pytest

from bench import phones, sealed
from bench.crowd import Crowd, address, number_of, person_id
from bench.ground import Backend, ground
from bench.page import table
from bench.plan import QUICK
from sealing.codes import Answer
from sealing.keyring import Purpose

TINY = replace(QUICK, backends=(Backend.SQLITE,), sealed=6, carried=60)


def test_whoever_is_reached_at_a_chat_is_known_by_it():
    assert [number_of(address(one).chat) for one in (0, 59, 7)] == [0, 59, 7]


async def test_everybody_has_a_code_and_a_challenge_of_their_own(tmp_path):
    async with ground(tmp_path) as place:
        chats = [address(one).chat for one in range(3)]
        senders = sealed._senders(place.keyring, chats, 2)
        pepper = place.keyring.current(Purpose.PEPPER).secret
    assert [one.person for one in senders] == [person_id(one) for one in range(3)]
    assert len({one.challenge for one in senders}) == 3
    for one in senders:
        assert one.code.check("482915", pepper=pepper, person=one.person) is Answer.GENUINE
        assert one.code.check("730164", pepper=pepper, person=one.person) is Answer.FORCED


@pytest.mark.slow
async def test_a_few_sealed_notes_go_all_the_way(tmp_path, monkeypatch):
    monkeypatch.setattr(sealed, "_CEILING_SECONDS", 0.1)
    async with ground(tmp_path) as place:
        found = await sealed.measure(place, TINY)
    names = [one.name for one in found.figures]
    crowd = Crowd(60)
    assert names[0] == f"SQLite, 6 notes among N = {crowd.size}: until the receipt is settled"
    assert "≥ 25" in table(found)
    assert all(one.value > 0 for one in found.figures)
    assert found.not_measured == []


@pytest.mark.slow
async def test_the_page_is_opened_in_a_browser_where_there_is_one(tmp_path):
    if shutil.which("chromium") is None:
        pytest.skip("there is no chromium here")
    async with ground(tmp_path) as place:
        found = await phones.measure(place, TINY)
    figures = {one.name.strip(): one for one in found.figures}
    assert figures["size"].verdict.value == "met"
    assert figures["from pressing Send to the envelope, the first of a page"].value > 0


async def test_without_a_browser_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    async with ground(tmp_path) as place:
        found = await phones.measure(place, TINY)
    assert found.figures == []
    assert found.not_measured == [
        "the page: Sealing is measured in a real browser, and there is no chromium here."
    ]
