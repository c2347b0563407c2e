"""The stand-in and the house as two processes behave as the embedded demo does."""

import asyncio

import pytest

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
        assert f"The page: {stand.url}/" in printed
        assert await stand.violations() == []
        people = await stand.ask("people")
        assert [one["first_name"] for one in people] == ["Farid", "Зарина", "María", "نسرین"]
