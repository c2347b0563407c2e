"""The clock that can be pushed, and what a push waits for."""

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx
import pytest

from simulator.clock import A_MONDAY, Clock
from simulator.gate import Gate
from simulator.people import Impossible
from simulator.running import running
from tests.simulator.conftest import AT_ONCE, TOKEN


async def test_every_answer_tells_the_virtual_time(stand):
    await stand.push_to(datetime(2026, 3, 29, 0, 59, 59, 250_000, tzinfo=UTC))
    async with httpx.AsyncClient(base_url=stand.url) as http:
        for path in (f"/bot{TOKEN}/getMe", "/botnonsense/x", "/control/health", "/", "/nowhere"):
            answer = await http.get(path)
            assert answer.headers.get_list("date") == ["Sun, 29 Mar 2026 00:59:59 GMT"]
            assert answer.headers["x-clock"] == "2026-03-29T00:59:59.250000+00:00"
            said = parsedate_to_datetime(answer.headers["date"])
            assert said == datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC)


async def test_messages_carry_the_virtual_time(stand, bot, mina):
    at = datetime(2027, 1, 1, tzinfo=UTC)
    await stand.push_to(at)
    await mina.says("happy new year")
    assert (await bot.get_updates())[0].message.date == at
    assert (await bot.send_message(7, "and to you")).date == at


def test_the_clock_runs_stands_still_and_jumps():
    clock = Clock(A_MONDAY, speed=0)
    assert clock.now() == A_MONDAY
    assert clock.push(90) == A_MONDAY + timedelta(seconds=90)
    clock.push(-90)
    assert clock.now() == A_MONDAY
    clock.run_at(1_000_000)
    assert clock.now() > A_MONDAY
    with pytest.raises(ValueError, match="backwards"):
        clock.run_at(-1)
    with pytest.raises(ValueError, match="zone"):
        Clock(datetime(2026, 1, 1))  # noqa: DTZ001 - that is what is refused


async def test_a_push_releases_the_long_poll_and_tells_it_the_new_time(stand, polls):
    seen = []

    async def look(answer):
        seen.append(answer.headers["x-clock"])

    async with httpx.AsyncClient(event_hooks={"response": [look]}) as http:
        polling = asyncio.create_task(
            http.post(f"{stand.bot_url}{TOKEN}/getUpdates", json={"timeout": 50}, timeout=60)
        )
        await polls()
        pushed = await stand.push(3600)
        async with asyncio.timeout(AT_ONCE):
            assert (await polling).json() == {"ok": True, "result": []}
    assert seen == [pushed.isoformat(timespec="microseconds")]


async def test_the_first_poll_after_a_push_comes_back_at_once(stand, bot, mina, polls):
    await stand.push(60)
    async with asyncio.timeout(AT_ONCE):
        assert await bot.get_updates(timeout=50) == ()
    polling = asyncio.create_task(bot.get_updates(timeout=40))
    await polls()
    assert not polling.done()
    await mina.says("done")
    assert len(await polling) == 1


async def test_a_push_waits_for_requests_under_way_and_holds_back_new_ones(
    stand, bot, mina, struck
):
    await mina.opens_link("")
    before = await stand.now()
    await stand.arm("latency", seconds=1.0, methods=["sendMessage"], times=1)
    slow = asyncio.create_task(bot.send_message(7, "slow"))
    await struck()
    # Nobody outside sees that a push waits; at the gate itself it is seen below.
    pushed = await stand.push(3600)
    assert pushed == before + timedelta(seconds=3600)
    assert (await slow).date == before.replace(microsecond=0)
    assert (await bot.send_message(7, "later")).date == pushed.replace(microsecond=0)


async def test_whoever_comes_while_a_push_waits_passes_after_it():
    gate, passed = Gate(), []
    await gate.enter()

    async def push():
        async with gate.alone():
            passed.append("push")

    async def come():
        await gate.enter()
        passed.append("later")
        gate.leave()

    async with asyncio.TaskGroup() as everybody:
        everybody.create_task(push())
        await asyncio.sleep(0)
        everybody.create_task(come())
        for _ in range(5):
            await asyncio.sleep(0)
        assert passed == []
        gate.leave()
    assert passed == ["push", "later"]


async def test_pushes_pass_one_after_the_other(stand):
    before = await stand.now()
    await asyncio.gather(*(stand.push(10) for _ in range(8)))
    assert await stand.now() == before + timedelta(seconds=80)


async def test_a_moment_without_a_zone_is_refused(stand):
    with pytest.raises(Impossible, match="zone"):
        await stand.tell("clock", set="2026-03-02T05:00:00")


async def test_the_clock_runs_beside_real_time_unless_it_is_told_otherwise():
    async with running(at=datetime(2030, 1, 1, tzinfo=UTC)) as stand:
        first = await stand.now()
        await asyncio.sleep(0.02)
        assert timedelta(0) < await stand.now() - first < timedelta(minutes=5)
        frozen = await stand.freeze()
        await asyncio.sleep(0.02)
        assert await stand.now() == frozen
