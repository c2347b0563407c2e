"""The running house as its parts see it: greeting, looking, calling; and the wire."""

import logging
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from telegram.error import TelegramError

from bot import state
from bot.clock import Clock, machine_now
from bot.wire import Request, Wire
from bot.worries import Horn, Worry
from tests.bot.conftest import TOKEN

ROOT = Path(__file__).parents[2]


async def test_a_look_is_said_and_people_are_called(house, settings, ears):
    house.tick.deaf_since = house.clock.now() - timedelta(minutes=11)
    await house.look()
    assert state.read(settings.state_file).worries == ("deaf", "deaf-for-long")
    await house.horn.silence()
    assert len(ears.heard) == 1


async def test_who_cannot_even_look_is_called_about(house, settings, ears):
    house.worries._doors.readings = None
    await house.look()
    await house.horn.silence()
    assert house.found == (Worry("cannot-look", stops_pulse=True, horn=Horn.AGAIN),)
    assert len(ears.heard) == 1
    await house.beat()
    assert house.pulse.stopped


async def test_what_is_set_aside_is_called_about_once(house, ears):
    house.intake.dead_letters = 1
    for _ in range(2):
        await house.look()
        await house.horn.silence()
    assert len(ears.heard) == 1


async def test_greeting_goes_on_until_telegram_answers(house, stand, monkeypatch):
    monkeypatch.setattr("bot.house._RETRY", 0.01)
    await stand.arm("bad_gateway", methods=["getme", "getwebhookinfo"], times=3)
    await house.greet()
    assert house.intake.rooms.bot_username == "bot4242_bot"


async def test_the_work_of_now_and_then_goes_on_when_a_piece_of_it_fails(
    house, monkeypatch, caplog
):
    monkeypatch.setattr("bot.house._FIRST_AFTER", 0)
    scheduler = house._schedule()
    scheduler.start(paused=True)
    assert len(scheduler.get_jobs()) == 4
    for job in scheduler.get_jobs():
        assert job.misfire_grace_time is None
        assert job.coalesce
        await job.func()
    house.housekeeping._storage = None
    for job in scheduler.get_jobs():
        await job.func()
    scheduler.shutdown(wait=False)
    failed = [one for one in caplog.records if one.getMessage() == "running.work_failed"]
    assert {one.work for one in failed} == {"Housekeeping.each_hour", "Housekeeping.follow_keys"}


# --- The wire ------------------------------------------------------------------------------------


async def test_what_wakes_by_heard_time_is_dated_by_the_clock_that_is_heard(house):
    now, behind = house.clock.now(), timedelta(hours=1)
    house.clock.follows = False
    house.clock.answered(format_datetime(now - behind, usegmt=True), None, now)
    dated = await house.storage.writer.do(lambda tx: tx.at_telegram)
    assert house.clock.now() - dated >= behind


async def test_an_answer_moves_the_clock_of_whoever_lives_in_its_time(stand):
    await stand.freeze()
    clock = Clock(follows=True)
    wire = Wire(stand.url, TOKEN, clock, direct=True)
    bot = wire.bot()
    for _ in range(2):
        await bot.get_me()
    assert clock.now() == await stand.now()
    await wire.close()


async def test_how_far_we_are_off_is_read_from_every_answer(stand):
    clock = Clock()
    wire = Wire(stand.url, TOKEN, clock, direct=True)
    asked = machine_now()
    await wire.bot().get_me()
    answered = machine_now()
    away_at_most = await stand.now() - answered
    away_at_least = away_at_most + answered - machine_now()
    # The header is cut to the second, and was written at some moment while we waited.
    error = timedelta(seconds=1) + answered - asked
    assert away_at_least - error <= clock.offset <= away_at_most + error
    await wire.close()


@pytest.mark.parametrize("answer", [b"<html>", b"[]", b"\xff\x00", b'"text of hers"'])
def test_an_answer_that_cannot_be_read_is_never_logged(answer, caplog):
    with caplog.at_level(logging.DEBUG), pytest.raises(TelegramError) as caught:
        Request.parse_json_payload(answer)
    assert caplog.records == []
    assert "hers" not in str(caught.value)
