"""The real process is killed at random moments of a burst: no update and no alarm is lost.

It is started by the command that operators use, keeps to Telegram's limits as it always does, and
is killed with SIGKILL. What was heard is read from the stand-in's own record.
"""

import asyncio
import os
import random
import shutil
import sqlite3
import sys
from collections import Counter
from datetime import timedelta

import pytest

from bench.crowd import DEADLINE, Crowd, address, person_id
from bench.planting import plant
from bot.keys import open_keyring
from bot.settings import load
from simulator.running import running
from storage.opening import open_storage
from tests.stories.circle import TOKEN

KILLS = 20
CHECK_INS = 300
#: Telegram answers each sending so many seconds late, so that on any machine some are in hand.
SLOW_ANSWER = 0.1
ALARMS = 300
_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "XDG_RUNTIME_DIR", "VIRTUAL_ENV", "PYTHONPATH")
#: What the last carrier had claimed and not settled; what is only to be deleted is not said twice.
_IN_HAND = """
SELECT id, fence FROM notices
WHERE fence = (SELECT fence FROM leases WHERE name = 'courier') AND rank < 4
"""

pytestmark = pytest.mark.slow


class Process:
    """`vigil run`, as operators start it."""

    def __init__(self, stand, home):
        self.stand, self.home = stand, home
        self.process = None

    async def start(self):
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        settings = {
            "VIGIL_TELEGRAM_URL": self.stand.url,
            "VIGIL_TOKEN_FILE": str(self.home / "token"),
            "VIGIL_DATA_DIR": str(self.home),
            "VIGIL_LOG_LEVEL": "WARNING",
        }
        with (self.home / "log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"), env=kept | settings, stdout=log, stderr=log
            )

    async def polls(self):
        """Wait until it has asked for updates once more."""
        before = await self._counted()
        async with asyncio.timeout(60):
            while await self._counted() == before:
                assert self.process.returncode is None, (self.home / "log").read_text()
                await asyncio.sleep(0.02)

    async def has_something_in_hand(self):
        """Wait until it has claimed something that it has not settled."""
        async with asyncio.timeout(60):
            while not asked(self.home, _IN_HAND):
                assert self.process.returncode is None, (self.home / "log").read_text()
                await asyncio.sleep(0.01)

    async def kill(self):
        self.process.kill()
        await self.process.wait()

    async def _counted(self):
        return (await self.stand.ask("counts")).get("getUpdates", 0)


def asked(home, question):
    """Read the database's file, past every door of the house."""
    connection = sqlite3.connect(f"file:{home}/db/vigil.sqlite?mode=ro", uri=True)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


async def planted(home, stand, crowd):
    """Write the crowd down, some of whom have fallen silent, and give their readers phones."""
    settings = load(
        {
            "VIGIL_TELEGRAM_URL": stand.url,
            "VIGIL_TOKEN_FILE": str(home / "token"),
            "VIGIL_DATA_DIR": str(home),
        }
    )
    keyring, _ = open_keyring(settings, {})
    storage = open_storage(settings.database_url, keyring, clock=lambda: DEADLINE)
    await plant(storage, crowd)
    await storage.close()


async def heard(stand):
    """How often each chat was told something, by its first word."""
    record = await stand.record()
    told = (one for one in record if one["by"] == "bot" and one["direction"] == "out")
    return Counter((one["chat_id"], one["text"].split(" ")[0]) for one in told)


async def test_killed_twenty_times_in_a_burst_it_loses_nothing(ground, tmp_path):
    home, chance = tmp_path / "data", random.Random(20)
    shutil.copytree(ground, home)
    crowd = Crowd(size=10 * ALARMS, due=ALARMS, alone=True)
    near = crowd.asked()
    idle = [one for one in range(crowd.size) if not crowd.is_due(one)]
    senders = [chat for one in idle if (chat := address(one).chat) not in near][:CHECK_INS]
    async with running(at=DEADLINE - timedelta(minutes=10), token=TOKEN) as stand:
        await planted(home, stand, crowd)
        phones = [{"id": one, "first_name": "N", "started": True} for one in (*senders, *near)]
        await stand.tell("people", *phones)
        process, in_hand = Process(stand, home), set()
        await process.start()
        await process.polls()
        await stand.push_to(DEADLINE + timedelta(seconds=1))
        slow = await stand.arm("latency", methods=["sendmessage"], seconds=SLOW_ANSWER)
        for number in range(KILLS):
            together = CHECK_INS // KILLS
            some = senders[number * together : (number + 1) * together]
            await stand.tell("say", *({"from": one, "text": "1"} for one in some))
            # Some are killed while they start, some at any moment, some in the middle of a telling.
            if number % 4 == 3:
                await process.has_something_in_hand()
            else:
                await asyncio.sleep(chance.uniform(0.05, 0.9))
            await process.kill()
            in_hand.update(asked(home, _IN_HAND))
            await process.start()
            if number % 4:
                await process.polls()
        await stand.disarm(slow)
        expected = {(one, "Noted") for one in senders} | {(one, "Something") for one in near}
        async with asyncio.timeout(120):
            # Nothing tells that the last was heard; it has to be looked for.
            while not expected <= set(told := await heard(stand)):  # noqa: ASYNC110
                await asyncio.sleep(0.25)
        await stand.quiet(1.0, within=20.0)
        told = await heard(stand)
        await process.kill()
        violations = await stand.violations()

    twice = told.total() - len(told)
    print(f"{KILLS} kills; {len(in_hand)} in hand when killed, {twice} heard twice")  # noqa: T201
    assert set(told) == expected
    assert asked(home, "SELECT state, count(*) FROM inbox GROUP BY state") == [(1, CHECK_INS)]
    assert asked(home, "SELECT count(*), count(DISTINCT person_id) FROM alarms") == [
        (ALARMS, ALARMS)
    ]
    silent = {person_id(one) for one in crowd.due_numbers()}
    assert {id_ for (id_,) in asked(home, "SELECT person_id FROM alarms")} == silent
    assert twice <= len(in_hand)
    assert in_hand  # or nothing was killed in the middle of anything
    assert violations == []
