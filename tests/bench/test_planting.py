"""What is planted is what the house itself would have kept, and it can be lived with."""

from dataclasses import replace

import pytest

from bench.beneath import how_it_is_opened, rows_written
from bench.crowd import DEADLINE, Crowd, address, person_id
from bench.engine import engine
from bench.figures import Verdict
from bench.ground import Backend, NoServerError, ground
from bench.plan import Plan
from bench.planting import plant, sealed_rows
from bench.sweep import measure
from storage.keeping import open_a_watch
from storage.opening import open_storage
from storage.people import keep_person, people_of
from storage.tables import chats, people, watches

pytestmark = pytest.mark.slow  # plants many people

SLOW = pytest.mark.slow


@pytest.fixture
async def here(tmp_path):
    async with ground(tmp_path) as place:
        yield place


@pytest.fixture
async def open_here(here):
    url = f"sqlite:///{here.directory('db')}/vigil.sqlite"
    storage = open_storage(url, here.keyring, clock=lambda: DEADLINE)
    yield storage
    await storage.close()


async def test_who_was_planted_is_found_by_chat_by_code_and_with_their_promise(open_here):
    crowd = Crowd(20, 2)
    await plant(open_here, crowd)
    for number in range(crowd.size):
        life = await open_here.readings.life(person_id(number))
        assert life.watches == (crowd.watch(number),)
        planted = replace(crowd.person(number), version=1)
        assert (await open_here.readings.visitor(address(number))).person == planted
        assert await open_here.readings.by_code(f"a{number + 1}") == planted
    board = await open_here.readings.board()
    assert len(board.lines) == crowd.size
    assert [one.on_duty for one in (await open_here.readings.house()).members] == [True] + 2 * [
        False
    ]


async def test_diaries_that_were_planted_are_whole(open_here):
    await plant(open_here, Crowd(20))
    await open_here.heads.sign()
    checked = await open_here.heads.check()
    assert (checked.lines, checked.faults) == (20, ())


async def test_a_planted_row_is_as_long_as_the_one_the_house_writes(here, open_here):
    crowd = Crowd(10)
    planted = sealed_rows(here.keyring, crowd, range(1))

    def keep(tx):
        keep_person(tx, crowd.person(0))
        open_a_watch(tx, people_of(tx, [person_id(0)])[person_id(0)].subject, crowd.watch(0))
        read = [
            tx.connection.execute(table.select()).mappings().one()
            for table in (people, chats, watches)
        ]
        return [dict(row) for row in read]

    kept = await open_here.writer.do(keep)
    for row, of_the_house in zip((rows[0] for rows in planted), kept, strict=False):
        for name, value in row.items():
            there = of_the_house[name]
            if name.startswith("sealed_"):
                assert len(value) == len(there), name
            elif name != "id":
                assert value == there, name
        filled = {name for name, value in of_the_house.items() if value not in (None, 0)}
        assert filled - {"row"} <= row.keys()


@pytest.mark.parametrize(
    ("backend", "safe"),
    [
        (Backend.SQLITE, ("journal_mode=wal", "synchronous=2", "secure_delete=1")),
        pytest.param(Backend.POSTGRESQL, ("fsync=on", "synchronous_commit=on"), marks=SLOW),
    ],
)
async def test_a_copy_can_be_swept_and_the_planted_one_stays_as_it_was(here, backend, safe):
    crowd = Crowd(20, 4)
    for _ in range(2):
        async with here.copy(backend, crowd) as url, engine(here, url, DEADLINE) as one:
            await one.hear(DEADLINE)
            before = await rows_written(one.storage)
            await one.tick.turn()
            # PostgreSQL counts what others wrote a while later.
            written = await rows_written(one.storage) - before
            assert backend is Backend.POSTGRESQL or written >= 4 * 5
            counts = await one.storage.readings.counts()
            backlog = await one.storage.outbox.backlog(one.clock.now())
            assert (counts.open_alarms, sum(backlog.due.values())) == (4, 8)
            assert one.watch.with_kind("sweep")
            opened = await how_it_is_opened(one.storage)
            assert all(setting in opened for setting in safe)


async def test_a_crowd_nobody_of_whom_has_to_be_swept_makes_an_idle_turn(here):
    url = await here.planted(Backend.SQLITE, Crowd(10))
    async with engine(here, url, DEADLINE) as one:
        await one.hear(DEADLINE)
        await one.tick.turn()
        assert not one.watch.with_kind("sweep")


async def test_a_measured_sweep_says_what_it_found(here):
    plan = Plan(backends=(Backend.SQLITE,), rounds=1, sweeps=((20, 10),))
    found = await measure(here, plan)
    speed, processor, rows, commits = found.figures
    assert speed.value > 0
    assert processor.value > 0
    assert rows.value >= 5
    assert commits.verdict is Verdict.NONE
    assert found.not_measured == []
    assert found.circumstances[0].startswith("SQLite 3.")


async def test_without_a_server_postgresql_is_said_to_be_unmeasured(here, monkeypatch, tmp_path):
    monkeypatch.setattr("sys.executable", str(_nothing(tmp_path)))
    with pytest.raises(NoServerError):
        await here.planted(Backend.POSTGRESQL, Crowd(10))
    found = await measure(here, Plan(backends=(Backend.POSTGRESQL,), rounds=1, sweeps=((10, 1),)))
    assert found.figures == []
    assert "requirements-dev.lock" in found.not_measured[0]


def _nothing(place):
    script = place / "nothing"
    script.write_text("#!/bin/sh\nexit 1\n")
    script.chmod(0o755)
    return script
