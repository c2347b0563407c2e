"""The life with the stand-in as a process of its own, and with the stories after it."""

import asyncio

import pytest

from bot.demo.cast import enter
from bot.demo.page import Page, shown
from bot.demo.player import Player
from bot.demo.playing import play_once, stage
from bot.demo.stories import STORIES
from bot.demo.story import Scene
from simulator.running import launched
from tests.stories.test_demo import run

pytestmark = pytest.mark.slow


async def test_the_life_is_played_with_the_stand_in_as_a_process_of_its_own(tmp_path):
    """Only VIGIL_TELEGRAM_URL lies between `python -m simulator` and `vigil run`."""
    async with launched() as stand:
        code, printed = await asyncio.to_thread(
            run, tmp_path / "data", "-m", "bot.demo", "--once", "--stand", stand.url
        )
        assert "FAILED" not in printed
        assert code == 0, printed[-2000:]
        assert printed.startswith(f"The page: {stand.url}/\n")
        assert await stand.violations() == []
        people = await stand.ask("people")
        assert [one["first_name"] for one in people] == ["Farid", "Зарина", "María", "نسرین"]


async def test_after_the_life_the_stories_are_played_with_the_same_people(tmp_path):
    """The page is filled while the life is played, and asks nothing of it."""
    async with stage(tmp_path / "data") as one:
        scene = Scene(one, await enter(one))
        page = Page(scene)
        async with shown(page):
            played = await play_once(one, scene.cast)
            assert played.faults == ()
            rows = (await one.stand.ask("slots"))["timeline"]["rows"]
            assert "Зарина · note" in {row["label"] for row in rows}
            player = page.player = Player(
                scene, STORIES, page.show_ourselves, pause=0.0, patience=120.0, automatic=True
            )
            # The sheet is handed on only if she agreed to it in the life, too.
            for story in ("silence", "sos", "sheet"):
                await player.play(STORIES[story])
                assert player.fault is None, story
        assert await one.stand.violations() == []
