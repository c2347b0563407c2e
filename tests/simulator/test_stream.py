"""Who has the page open hears of everything at once, and nobody is slowed by it."""

import asyncio
import contextlib
import json

import httpx
import pytest

from simulator.clock import A_MONDAY
from simulator.people import Stand
from simulator.running import LOOPBACK, bind, serve
from simulator.stand import StandIn
from simulator.stream import SHELF, News
from tests.simulator.conftest import TOKEN

#: After so many real seconds what was waited for will never come, on any machine.
PATIENCE = 60


@contextlib.asynccontextmanager
async def listening(stand):
    """Open the stream as a page does; gives a function that reads up to a piece of news."""
    async with (
        httpx.AsyncClient(trust_env=False, timeout=PATIENCE) as http,
        http.stream("GET", f"{stand.url}/control/stream") as answer,
    ):
        assert answer.headers["content-type"].startswith("text/event-stream")
        lines = answer.aiter_lines()

        async def until(**wanted):
            seen = []
            async with asyncio.timeout(PATIENCE):
                async for line in lines:
                    if line.startswith("data: "):
                        piece = json.loads(line.removeprefix("data: "))
                        seen.append(piece)
                        if wanted.items() <= piece.items():
                            return seen
            raise AssertionError(f"the stream ended after {seen}")

        yield until


@pytest.fixture
async def house():
    """A stand-in whose inside can be looked at."""
    stand_in = StandIn(A_MONDAY, 0)
    stand_in.town.limits.on = False
    stand_in.town.admit_bot(TOKEN)
    line, stop = bind(), asyncio.Event()
    serving = asyncio.create_task(serve(stand_in, line, stop))
    async with Stand(f"http://{LOOPBACK}:{line.getsockname()[1]}") as stand:
        yield stand_in, stand, stop
    stop.set()
    await serving
    line.close()


async def test_the_first_news_says_where_the_record_stands(stand, mina):
    await mina.says("hello")
    async with listening(stand) as until:
        assert await until() == [{"topic": "hello", "n": 1}]


async def test_a_new_message_notifies_and_its_edit_does_not(stand, bot, mina):
    await mina.opens_link("")
    async with listening(stand) as until:
        await until(topic="hello")
        sent = await bot.send_message(7, "For you", disable_notification=True)
        heard = await until(topic="notify")
        here = {"bot": bot.id, "chat_id": 7}
        assert heard[-1] == here | {
            "topic": "notify",
            "message_id": sent.message_id,
            "text": "For you",
            "silent": True,
        }
        assert {"topic": "chat", "n": 2} | here in heard
        await bot.edit_message_text("Words", 7, sent.message_id)
        await bot.delete_message(7, sent.message_id)
        after = await until(topic="chat", n=4)
        assert not [piece for piece in after if piece["topic"] == "notify"]


async def test_typing_and_read_marks_are_news_of_the_chat(stand, bot, mina):
    said = await mina.says("hello")
    async with listening(stand) as until:
        await until(topic="hello")
        await bot.send_chat_action(7, "typing")
        await until(topic="chat", chat_id=7)
        await bot.get_updates(offset=said["update_id"] + 1)
        await until(topic="chat", chat_id=7)


async def test_people_faults_slots_and_the_clock_are_news(stand):
    async with listening(stand) as until:
        await until(topic="hello")
        await stand.person(9, "Ana")
        await until(topic="town")
        number = await stand.arm("bad_gateway")
        await until(topic="faults")
        await stand.disarm(number)
        await until(topic="faults")
        await stand.fill("status", {"text": "well"})
        await until(topic="slots", name="status")
        # The open stream does not hold the push back, or it would never come.
        at = await stand.push(3600)
        told = (await until(topic="clock"))[-1]
        assert (told["at"], told["speed"], told["frozen"]) == (
            at.isoformat(timespec="microseconds"),
            0,
            True,
        )


async def test_a_bot_that_changes_its_name_or_menu_is_news_of_the_town(stand, bot):
    async with listening(stand) as until:
        await until(topic="hello")
        await bot.set_my_name("Notes")
        await until(topic="town")
        await bot.set_my_commands([("note", "Write a note")])
        await until(topic="town")


async def test_a_fault_that_strikes_is_news(stand, raw):
    await stand.arm("drop", times=1)
    async with listening(stand) as until:
        await until(topic="hello")
        with pytest.raises(httpx.HTTPError):
            await raw("getMe")
        await until(topic="faults")


async def test_who_listens_is_not_cut_off_when_telegram_restarts(stand, bot, mina):
    await mina.opens_link("")
    waiting = asyncio.create_task(stand.wishes(wait=PATIENCE))
    async with listening(stand) as until:
        await until(topic="hello")
        await stand.fill("buttons", [])
        await until(topic="slots")
        await bot.get_me()
        assert (await stand.tell("restart"))["broken"] >= 1
        await bot.send_message(7, "back again")
        assert (await until(topic="notify"))[-1]["text"] == "back again"
        await stand.tell("wishes", slot="buttons", id="go")
        assert [wish["id"] for wish in await waiting] == ["go"]


async def test_calls_are_told_at_most_four_times_a_second(stand, raw):
    loop = asyncio.get_running_loop()
    async with listening(stand) as until:
        began = loop.time()
        for _ in range(60):
            await raw("getMe")
        told = [piece["n"] for piece in await until(topic="calls", n=60) if "n" in piece]
        took = loop.time() - began
        assert told == sorted(told)
        assert len(told) - 1 <= 2 + took * 4


async def test_a_flood_in_one_chat_is_told_once(stand, bot, mina):
    ana = await stand.person(8, "Ana")
    async with listening(stand) as until:
        await until(topic="hello")
        flood = [{"from": person, "text": str(n)} for n in range(200) for person in (7, ana.id)]
        await stand.tell("say", *flood)
        await stand.fill("end", 1)
        heard = await until(topic="slots", name="end")
        told = [piece for piece in heard if piece["topic"] == "chat"]
        assert sorted((piece["chat_id"], piece["n"]) for piece in told) == [(7, 400), (8, 400)] or (
            # The two may stand on both sides of a moment at which news goes out.
            len(told) <= 4
        )


async def test_all_who_listen_are_told(stand, mina):
    async with listening(stand) as one, listening(stand) as other:
        await one(topic="hello")
        await other(topic="hello")
        await mina.says("hello")
        assert (await one(topic="chat"))[-1] == (await other(topic="chat"))[-1]


async def test_nothing_is_watched_while_nobody_listens(house):
    stand_in, stand, _ = house
    await stand.person(7, "Mina")
    assert stand_in.town.watchers == []
    async with listening(stand) as until:
        await until(topic="hello")
        assert len(stand_in.town.watchers) == 1
        assert stand_in.town.record.on_call is not None
    async with asyncio.timeout(PATIENCE):
        # The server learns that a listener has left when its line breaks.
        while stand_in.town.watchers:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert stand_in.town.record.on_call is None


async def test_the_stream_ends_when_the_stand_in_stops(house):
    _, stand, stop = house
    async with listening(stand) as until:
        await until(topic="hello")
        stop.set()
        with pytest.raises((AssertionError, httpx.HTTPError)):
            await until(topic="never")


async def test_who_is_too_slow_is_told_to_begin_anew(house):
    stand_in, _, _ = house
    news = News(stand_in.town)
    slow = news.listen()
    slow.shelf.clear()
    for number in range(SHELF):
        news.hear("notify", {"chat_id": number})
    assert len(slow.shelf) == SHELF
    news.hear("town", {})
    news.hear("notify", {"chat_id": 0})
    assert list(slow.shelf.values()) == [{"topic": "hello"}]
    news.leave(slow)
    assert stand_in.town.watchers == []
