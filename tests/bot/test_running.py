"""A whole house: set up from nothing, lived in over real HTTP, stopped, and started again."""

import asyncio
import contextlib
import logging
import sqlite3

import pytest

from bot import state
from bot.init import Answers, first_run
from bot.running import How, run
from bot.settings import load
from tests.bot.conftest import PATIENCE, TOKEN

#: Long numbers that every record has; four digits of somebody's may stand in them by chance.
_NUMBERS = {"created", "msecs", "relativeCreated", "thread", "process", "lineno"}


@pytest.fixture
async def settings(stand, tmp_path):
    token = tmp_path / "token"
    token.write_text(TOKEN)
    token.chmod(0o600)
    return load(
        {
            "VIGIL_TELEGRAM_URL": stand.url,
            "VIGIL_TOKEN_FILE": str(token),
            "VIGIL_DATA_DIR": str(tmp_path / "data"),
        }
    )


@pytest.fixture
async def made(planted, settings):
    return await first_run(settings, {}, Answers(awake="always", zone="Asia/Dushanbe"))


@pytest.fixture
def lives(settings):
    """Lets the house run inside a `with`; whatever ends it by itself fails the test."""

    @contextlib.asynccontextmanager
    async def lives(**how):
        stop = asyncio.Event()
        how = How(limits=False, **how)
        task = asyncio.create_task(run(settings, stop, environ={}, how=how))
        try:
            yield task
        finally:
            stop.set()
            await task

    return lives


async def answers(person, *labels):
    """Press the newest button that begins with each of these, as soon as it is there."""
    since = 0
    for label in labels:
        async with asyncio.timeout(PATIENCE):
            while True:
                found = [
                    (one.message_id, button)
                    for one in (await person.sees()).from_bot
                    for row in one.buttons
                    for button in row
                    if button.startswith(label) and one.message_id > since
                ]
                if found:
                    break
                await asyncio.sleep(0.02)
        since, button = found[-1]
        await person.taps(button, since)


async def test_the_first_coordinator_joins_and_sees_the_board(made, lives, stand):
    async with lives():
        cora = await stand.person(1, "Cora")
        await cora.opens_link(made.invited.link)
        await cora.hears(made.invited.number, within=PATIENCE)
        await answers(cora, "Yes", "English", "Next", "Next", "I understand", "Yes")
        await cora.hears("You are on duty", within=PATIENCE)
        await cora.says("/board")
        await cora.hears("with nobody: 0", within=PATIENCE)
    assert await stand.violations() == []


async def test_a_house_that_was_stopped_goes_on_where_it_stood(made, lives, stand):
    cora = await stand.person(1, "Cora")
    async with lives():
        await cora.opens_link(made.invited.link)
        await answers(cora, "Yes")
        await cora.hears("Which language", within=PATIENCE)
    await answers(cora, "English")  # nobody is there to hear it
    async with lives():
        await answers(cora, "Next")
        await cora.hears("account number", within=PATIENCE)


async def test_it_says_how_it_is_and_where_it_runs(made, lives, settings, until, monkeypatch):
    monkeypatch.setattr("bot.house._FIRST_AFTER", 0)
    monkeypatch.setattr("bot.house._LOOK_EVERY", 0.05)

    def is_well():
        # Until it was greeted and has heard something, it worries.
        said = state.read(settings.state_file)
        return said if said and said.bot and not said.worries else None

    async with lives():
        said = await until(is_well)
    assert said.bot.endswith("bot")
    assert said.memory_mb > 20


async def test_a_stranger_learns_nothing_and_nothing_is_kept_of_them(made, lives, stand):
    async with lives():
        eve = await stand.person(99, "Eve")
        for text in ("hello", "/start", "/board", "1", "help"):
            await eve.says(text)
        await eve.hears("Received.", within=PATIENCE)
        seen = {one.text for one in (await eve.sees()).from_bot}
    assert seen == {"Received."}


async def test_a_webhook_that_somebody_set_is_taken_away_and_nothing_of_it_is_lost(
    made, lives, stand, wire
):
    eve = await stand.person(99, "Eve")
    await wire.bot().set_webhook("http://127.0.0.1:9/hook")
    await eve.says("hello")
    async with lives():
        await eve.hears("Received.", within=PATIENCE)
    calls = [one for one in await stand.calls() if one["method"] == "deleteWebhook"]
    assert calls
    assert "drop_pending_updates" not in calls[0]["params"]


async def test_no_name_number_text_or_token_is_ever_logged(
    made, lives, stand, settings, until, caplog
):
    def handled():
        """Nothing waits, neither there nor here."""
        kept = sqlite3.connect(f"file:{settings.database_file}?mode=ro", uri=True)
        with contextlib.closing(kept):
            counted = kept.execute("SELECT count(*), sum(state = 1) FROM inbox").fetchone()
        return counted == (4, 4)

    with caplog.at_level(logging.DEBUG):
        async with lives():
            cora = await stand.person(770077007, "Corazon")
            await cora.opens_link(made.invited.link)
            await answers(cora, "Yes", "English")
            await cora.says("Something that only she knows")
            await until(handled)
    ours = [
        record.getMessage() + str({k: v for k, v in record.__dict__.items() if k not in _NUMBERS})
        for record in caplog.records
        if record.name.split(".")[0] in {"bot", "handlers", "storage", "sealing", "rules"}
    ]
    assert ours
    for secret in (TOKEN, "770077007", "Corazon", "only she knows", made.invited.number):
        assert not [line for line in ours if secret in line]


async def test_while_telegram_is_away_the_house_stands_and_then_hears_everything(
    made, lives, stand, until
):
    async def polls():
        return [one["note"] for one in await stand.calls() if one["method"] == "getUpdates"]

    async def polls_in_vain():
        return "bad_gateway" in await polls()

    eve = await stand.person(99, "Eve")
    async with lives():
        await until(polls)
        number = await stand.arm("bad_gateway")
        await eve.says("hello")
        await until(polls_in_vain)
        await stand.disarm(number)
        await eve.hears("Received.", within=PATIENCE)


async def test_a_house_without_one_of_its_loops_is_none(made, lives, monkeypatch):
    async def ends(self):
        raise ZeroDivisionError

    monkeypatch.setattr("bot.tick.Tick.run", ends)
    with pytest.raises(ZeroDivisionError):
        async with lives() as task:
            await asyncio.wait({task}, timeout=PATIENCE)
