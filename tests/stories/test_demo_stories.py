"""The ready-made stories: played as the page plays them, in any order, whoever joins in."""

import asyncio
import contextlib
from datetime import datetime

import pytest

from bot.demo.page import Page, shown
from bot.demo.player import Player
from bot.demo.playing import set_up_at_once, stage
from bot.demo.stories import STORIES

pytestmark = pytest.mark.slow

WITHIN = 240  #: real seconds after which what was waited for will never happen


@contextlib.asynccontextmanager
async def a_stage(home, *, language="en", patience=120.0):
    """A stage that is ready for stories, its page filled, everything played without a pause."""
    async with stage(home / "data") as one:
        scene = await set_up_at_once(one, language)
        page = Page(scene)
        page.player = Player(
            scene, STORIES, page.show_ourselves, pause=0.0, patience=patience, automatic=True
        )
        async with shown(page):
            try:
                yield page
            finally:
                await page.player.stop()
        assert await one.stand.violations() == []


async def wish(page, slot, what):
    """Press something on the page."""
    stand = page.scene.stage.stand
    await until(lambda: _is_there(stand, slot))
    await stand.tell("wishes", slot=slot, id=what)


async def _is_there(stand, slot):
    return slot in await stand.ask("slots")


async def until(is_so):
    """Wait until something is so."""
    async with asyncio.timeout(WITHIN):
        while not await is_so():  # noqa: ASYNC110 - nothing on the wire tells of it
            await asyncio.sleep(0.05)


async def shown_there(page, name):
    """What stands in a slot of the page."""
    return (await page.scene.stage.stand.ask("slots")).get(name)


async def is_played(page, story):
    """Press a story on the page and wait for its end; return what the page says then."""

    async def begun():
        at = await shown_there(page, "stories")
        return at is not None and at["playing"] == story

    async def over():
        at = await shown_there(page, "stories")
        return at["playing"] is None

    await wish(page, "stories", story)
    await until(begun)
    await until(over)
    return await shown_there(page, "stories")


def done(at):
    return {one["id"] for one in at["list"] if one["done"]}


async def test_every_story_is_played_to_its_end_and_may_be_played_again(tmp_path):
    again = ("lost-phone", "silence")
    async with a_stage(tmp_path) as page:
        for story in (*STORIES, *again):
            at = await is_played(page, story)
            assert at["fault"] is None, story
            assert story in done(at)
            assert at["step"]["number"] == at["step"]["of"] == len(STORIES[story].steps)
        assert done(at) == set(STORIES)

        # Between stories the crowd sends its notes by itself, so that the others stand alone.
        one, amina = page.scene.stage, page.scene.cast.crowd[0]
        since = one.seen
        for _ in range(8):
            await one.stand.push(4 * 3600)
            await one.settle()
            await page.show_time()
            await one.settle()
        await amina.hears("Noted", since=since, within=WITHIN)


async def test_whoever_joins_in_is_told_what_hindered_it_and_the_next_story_can_be_played(tmp_path):
    async with a_stage(tmp_path, patience=5.0) as page:
        player, cast, one = page.player, page.scene.cast, page.scene.stage
        player.automatic = False
        await player.wish("silence")
        await until(lambda: waits_at(page, 1))
        await player.wish("next")
        await until(lambda: waits_at(page, 2))
        await cast.defender.says("1")  # the visitor sends her note, and nobody is ever asked
        while player.playing:
            await player.wish("next")
            await asyncio.sleep(0.05)
        assert "could not go on: contact María was to hear: Something to read" in player.fault
        assert "silence" not in player.done

        # And leaves the stage as no story would.
        await cast.defender.says("2")
        await cast.first.blocks()
        await cast.coordinator.says("duty off")
        await cast.defender.says("invite")
        await one.stand.arm("bad_gateway")
        await one.stand.run_at(600)
        await one.kill()
        player.automatic, player.patience = True, 120.0
        await player.wish("journey")
        await player.over()
        assert player.fault is None
        await player.wish("silence")
        await player.over()
        assert player.fault is None


async def waits_at(page, number):
    step = page.player.step
    return step is not None and step["number"] == number and step["waits"]


async def test_a_story_can_be_broken_off(tmp_path):
    async with a_stage(tmp_path) as page:
        page.player.automatic = False
        await wish(page, "stories", "sos")
        await until(lambda: waits_at(page, 1))
        await wish(page, "stories", "stop")

        async def stopped():
            return (await shown_there(page, "stories"))["playing"] is None

        await until(stopped)
        assert page.player.fault is None
        assert done(await shown_there(page, "stories")) == set()


async def test_in_another_language_the_stories_are_played_as_well(tmp_path):
    async with a_stage(tmp_path, language="fa") as page:
        for story in ("journey", "silence"):
            at = await is_played(page, story)
            assert at["fault"] is None, story
        her = await page.scene.cast.defender.sees()
        assert not any("Noted" in text for text in her.texts)


async def test_the_page_shows_what_is_promised_and_goes_on_showing_it_while_we_are_dead(tmp_path):
    async with a_stage(tmp_path) as page:
        one, cast = page.scene.stage, page.scene.cast
        await until(lambda: _is_there(one.stand, "moments"))
        phones = await shown_there(page, "phones")
        assert [phone["role"] for phone in phones] == [
            "defender",
            "contact",
            "contact",
            "coordinator",
        ]
        assert {phone["bot"] for phone in phones} == {one.bot}
        rows = (await shown_there(page, "timeline"))["rows"]
        assert [row["label"] for row in rows] == ["Зарина · note"]
        assert rows[0]["text"] == "a note by 21:00"
        moments = await shown_there(page, "moments")
        assert [moment["text"] for moment in moments] == [
            "a quiet word to Зарина",
            "Зарина's note is due",
            "Зарина is reminded",
            "without a note, the alarm about Зарина",
        ]
        for moment in moments:
            await one.stand.push_to(datetime.fromisoformat(moment["at"]))
            await one.settle()

        async def alarm_is_shown():
            rows = (await shown_there(page, "timeline"))["rows"]
            return rows[0]["label"] == "Alarm 1 · Зарина · no note came"

        await until(alarm_is_shown)
        row = (await shown_there(page, "timeline"))["rows"][0]
        assert (row["tone"], row["to"]) == ("open", None)
        assert row["text"] == "rung 1 of 3: asks María"
        assert row["next"]["text"].endswith("asks the second contact and whoever is on duty")

        await wish(page, "buttons", "server")

        async def is_dead():
            return (await shown_there(page, "buttons"))[0]["pressed"]

        await until(is_dead)
        assert not one.running
        assert (await shown_there(page, "status"))["tone"] == "bad"
        await one.stand.push(3600)
        assert (await shown_there(page, "timeline"))["rows"][0]["text"] == row["text"]
        await wish(page, "buttons", "server")
        await until(lambda: _lives(one))
        await one.settle()
        await cast.second.hears("Something to read", within=WITHIN)


async def _lives(one):
    return one.running
