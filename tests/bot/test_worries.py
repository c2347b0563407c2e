"""What somebody should look at, who is called about it, and what stops the pulse."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.pulse import Pulse
from bot.stale import Trouble
from bot.worries import Doors, Horn, Worries, Worry
from rules.alarm import Alarm, Kind, Stage
from rules.events import Cause
from rules.notices import AlarmId, Rank
from rules.people import PersonId
from rules.terms import Level
from storage.outbox import Backlog

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SHE, CORA = PersonId(b"she".ljust(16)), PersonId(b"cora".ljust(16))

FRESH = Alarm(
    id=AlarmId(b"alarm".ljust(16)),
    number=12,
    subject=SHE,
    kind=Kind.MISSED,
    level=Level.MEDIUM,
    causes=(Cause.MISSED,),
    since=NOON,
    opened_at=NOON,
    ladder=(),
    hold=30 * MINUTE,
    wake_at=NOON + 10 * MINUTE,
    rung_at=NOON,
    told={CORA: NOON},
)


class Everything:
    """Every part of a house at once, as it is when all is well."""

    def __init__(self):
        self.fetched_until, self.trouble_since = NOON, None
        self.deaf_since, self.failures, self.turned_at = None, 0, float("inf")
        self.stands_since, self.unsayable, self.dead_letters = None, 0, 0
        self.alarms, self.stuck, self.oldest = [], (), None

    async def open_alarms(self):
        return [type("Seen", (), {"alarm": one}) for one in self.alarms]

    async def undecidable(self, now):
        return self.stuck

    async def backlog(self, now):
        return Backlog({Rank.ALARM: 1} if self.oldest else {}, self.oldest)


@pytest.fixture
def house():
    return Everything()


@pytest.fixture
def worries(house):
    return Worries(Doors(house, house, house, house, house, house, house))


async def names(worries, now):
    return [one.name for one in await worries.look(now)]


async def test_when_all_is_well_there_is_no_worry(worries, house):
    house.alarms = [FRESH]
    assert await names(worries, NOON + MINUTE) == []


async def test_an_alarm_that_nobody_takes_is_called_about_after_five_minutes(worries, house):
    house.alarms = [FRESH]
    assert await names(worries, NOON + 4 * MINUTE) == []
    (worry,) = await worries.look(NOON + 5 * MINUTE)
    assert worry == Worry("alarm-untaken-12", stops_pulse=False, horn=Horn.AGAIN)


async def test_a_clock_that_is_set_back_keeps_nobody_from_being_called(worries, house):
    house.alarms = [FRESH]
    await worries.look(NOON + MINUTE)
    for late in (0, 4):
        assert await names(worries, NOON - 300 * MINUTE + late * MINUTE) == []
    assert await names(worries, NOON - 295 * MINUTE) == ["alarm-untaken-12"]


async def test_an_alarm_that_somebody_has_is_not_called_about(worries, house):
    house.alarms = [replace(FRESH, stage=Stage.HELD, holder=CORA)]
    assert await names(worries, NOON + 50 * MINUTE) == []


async def test_an_alarm_that_comes_free_again_is_called_about_five_minutes_later(worries, house):
    house.alarms = [replace(FRESH, stage=Stage.HELD, holder=CORA)]
    await worries.look(NOON + 30 * MINUTE)
    free = replace(FRESH, answered=frozenset({0}), rung_at=NOON + 31 * MINUTE)
    house.alarms = [free]
    assert await names(worries, NOON + 32 * MINUTE) == []
    house.alarms = [replace(free, rung=2, rung_at=NOON + 35 * MINUTE)]
    assert await names(worries, NOON + 36 * MINUTE) == ["alarm-untaken-12"]


async def test_a_drill_calls_nobody(worries, house):
    house.alarms = [replace(FRESH, kind=Kind.DRILL)]
    assert await names(worries, NOON + 50 * MINUTE) == []


async def test_an_alarm_told_to_nobody_stops_the_pulse_after_five_minutes(worries, house):
    house.alarms = [replace(FRESH, told={}, stage=Stage.HELD)]
    assert await names(worries, NOON + 4 * MINUTE) == []
    (worry,) = await worries.look(NOON + 5 * MINUTE)
    assert worry == Worry("alarm-untold-12", stops_pulse=True, horn=Horn.AGAIN)


@pytest.mark.parametrize(
    ("what", "value", "worry"),
    [
        ("fetched_until", None, Worry("never-heard", stops_pulse=True)),
        ("deaf_since", NOON, Worry("deaf", stops_pulse=True)),
        ("failures", 1, Worry("sweep-fails", stops_pulse=True)),
        ("failures", 100, Worry("sweep-fails", stops_pulse=True, horn=Horn.AGAIN)),
        ("turned_at", -1000.0, Worry("sweep-stands", stops_pulse=True, horn=Horn.AGAIN)),
        ("stuck", ("row",), Worry("undecidable", stops_pulse=True, horn=Horn.AGAIN)),
        ("stands_since", NOON, Worry("outbox-stands", stops_pulse=True)),
        ("dead_letters", 3, Worry("dead-letters-3", stops_pulse=False, horn=Horn.ONCE)),
        ("unsayable", 1, Worry("unsayable", stops_pulse=False, horn=Horn.ONCE)),
    ],
)
async def test_whatever_is_wrong_with_us_is_a_worry(worries, house, what, value, worry):
    setattr(house, what, value)
    assert await worries.look(NOON + MINUTE) == (worry,)


async def test_being_deaf_for_long_calls_people(worries, house):
    house.deaf_since = NOON
    assert await names(worries, NOON + 9 * MINUTE) == ["deaf"]
    found = {one.name: one.horn for one in await worries.look(NOON + 10 * MINUTE)}
    assert found == {"deaf": Horn.NO, "deaf-for-long": Horn.AGAIN}


async def test_what_waits_to_be_said_for_long_is_a_worry_once_it_lasts(worries, house):
    house.oldest = NOON
    assert await names(worries, NOON + 6 * MINUTE) == []
    assert await names(worries, NOON + 7 * MINUTE) == ["outbox-stuck"]
    house.oldest = None
    assert await names(worries, NOON + 8 * MINUTE) == []
    house.oldest = NOON
    assert await names(worries, NOON + 9 * MINUTE) == []


class Watcher:
    """Somebody outside who is asked each minute."""

    def __init__(self):
        self.asked, self.status = [], "200 OK"

    async def serve(self, reader, writer):
        self.asked.append((await reader.readuntil(b"\r\n\r\n")).decode())
        writer.write(f"HTTP/1.1 {self.status}\r\nContent-Length: 0\r\n\r\n".encode())
        await writer.drain()
        writer.close()


@pytest.fixture
async def watcher():
    watcher = Watcher()
    server = await asyncio.start_server(watcher.serve, "127.0.0.1", 0)
    watcher.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/beat"
    yield watcher
    server.close()
    await asyncio.sleep(0.01)


async def test_the_pulse_beats_while_nothing_stops_it(watcher):
    pulse = Pulse(watcher.url, direct=True)
    assert await pulse.beat([Worry("dead-letters-1", stops_pulse=False)])
    assert watcher.asked[0].startswith("GET /beat HTTP/1.1")
    assert not await pulse.beat([Worry("deaf", stops_pulse=True)])
    assert pulse.stopped
    assert await pulse.beat([])
    assert not pulse.stopped
    assert len(watcher.asked) == 2


async def test_a_watcher_that_is_away_or_in_trouble_harms_nobody(watcher):
    watcher.status = "500 No"
    assert not await Pulse(watcher.url, direct=True).beat([])
    gone = Pulse("http://127.0.0.1:9/", direct=True)
    assert not await gone.beat([])
    assert not await gone.beat([])
    assert gone.failures == 2
    assert not await Pulse("http://", direct=True).beat([])


async def test_without_a_watcher_nobody_is_asked():
    assert not await Pulse(None).beat([])


# --- A page on another host -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("trouble", "horn"),
    [
        (Trouble.SOON, Horn.ONCE),
        (Trouble.OFFICE, Horn.ONCE),
        (Trouble.STALE, Horn.AGAIN),
        (Trouble.FOREIGN, Horn.AGAIN),
        (Trouble.NOWHERE, Horn.NO),
        (Trouble.OLDER, Horn.NO),
    ],
)
async def test_somebody_is_called_while_a_page_can_still_be_exported_in_time(house, trouble, horn):
    class Page:
        async def look(self, now):
            return [trouble]

    doors = Doors(house, house, house, house, house, house, house, Page())
    assert await Worries(doors).look(NOON) == (Worry(trouble.value, stops_pulse=False, horn=horn),)
