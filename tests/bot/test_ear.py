"""What is handed over is kept before it is confirmed; silence counts only while we hear."""

import asyncio
import json
from datetime import timedelta

import pytest

from bot import ear as ears
from bot.ear import ALLOWED, Ear
from tests.bot.circle import AMINA, BOT


@pytest.fixture
async def amina(stand):
    return await stand.person(AMINA, "Amina")


@pytest.fixture
async def ear(wire, storage, clock, hold):
    held = hold(f"ear:{BOT}")
    return Ear(BOT, wire, storage.inbox, storage.journal, clock, storage.woken, held)


@pytest.fixture
def kept(storage, clock):
    """What stands in the inbox, by text."""

    async def kept():
        waiting = await storage.inbox.take(50, clock.now())
        for one in waiting:
            storage.inbox._in_work.discard(one.lane)
        return [one.raw.get("message", {}).get("text") for one in waiting]

    return kept


async def calls(stand, method="getUpdates"):
    return [one for one in await stand.calls() if one["method"] == method]


async def test_what_is_said_is_kept_and_then_forgotten_by_telegram(
    stand, ear, amina, turning, until, kept
):
    turning(ear)
    await amina.says("1")
    await until(kept)
    assert await kept() == ["1"]

    async def confirmed():
        return not await stand.queue(BOT)

    await until(confirmed)


async def test_telegram_is_told_each_time_what_to_hand_over(stand, ear, turning, until):
    turning(ear)
    await until(lambda: calls(stand))
    asked = (await calls(stand))[0]["params"]
    assert tuple(json.loads(asked["allowed_updates"])) == ALLOWED
    assert int(asked["limit"]) == 100
    assert "offset" not in asked


async def test_what_could_not_be_committed_is_asked_for_again(
    stand, ear, amina, storage, turning, until, kept
):
    fails = iter([True, True])

    def power_fails(edge, kinds):
        if edge == "before" and "inbox" in kinds and next(fails, False):
            raise OSError("no space left on device")

    storage.writer.on_commit = power_fails
    await amina.says("1")
    turning(ear)
    await until(kept)
    offsets = [one["params"].get("offset") for one in await calls(stand)]
    assert offsets[:3] == [None, None, None]
    assert await kept() == ["1"]


async def test_a_second_listener_does_not_listen_while_the_first_lives(
    stand, ear, wire, storage, clock, database, keyring, turning, until
):
    turning(ear)
    await until(lambda: ear._hold.is_held)
    other = ears.Hold(storage.leases, f"ear:{BOT}", clock)
    turning(other)
    await asyncio.sleep(0.1)
    assert not other.is_held


async def test_whoever_lost_the_lease_keeps_nothing(
    stand, ear, amina, elsewhere, clock, turning, until, kept
):
    turning(ear)
    await until(lambda: ear.fetched_until)
    later = clock.now() + timedelta(minutes=5)
    stolen = await elsewhere.leases.take(f"ear:{BOT}", later, timedelta(hours=1))
    assert stolen is not None
    await amina.says("1")
    await until(lambda: not ear._hold.is_held)
    assert await kept() == []
    assert len(await stand.queue(BOT)) == 1


async def test_hearing_reaches_to_the_moment_the_poll_was_asked(
    stand, ear, clock, storage, turning, until
):
    await stand.freeze()
    now = await stand.now()
    turning(ear)
    await until(lambda: ear.fetched_until)
    await stand.push(3600)
    await until(lambda: ear.fetched_until >= now + timedelta(hours=1))
    heard = await storage.ear.heard_until(BOT)
    assert heard == ear.fetched_until
    assert abs(heard - now - timedelta(hours=1)) < timedelta(seconds=0.1)


async def test_hearing_stands_still_while_telegram_is_away_and_then_catches_up(
    stand, ear, amina, clock, turning, until, kept
):
    await stand.freeze()
    turning(ear)
    await until(lambda: ear.fetched_until)
    before = ear.fetched_until
    await stand.arm("bad_gateway", methods=["getupdates"])
    await stand.push(3 * 3600)
    await until(lambda: ear.trouble_since)
    assert ear.fetched_until - before < timedelta(seconds=1)
    await until(lambda: clock.now() > before + timedelta(hours=2))
    await stand.push(200)
    await until(lambda: ear.is_deaf(before, clock.now()))
    await amina.says("1")
    await stand.disarm()
    await until(lambda: ear.trouble_since is None, seconds=15)
    assert await kept() == ["1"]
    assert not ear.is_deaf(ear.fetched_until, clock.now())


async def test_a_clock_that_jumps_makes_nobody_deaf(stand, ear, clock, turning, until):
    await stand.freeze()
    turning(ear)
    await until(lambda: ear.fetched_until)
    before = ear.fetched_until
    assert not ear.is_deaf(before, clock.now() + timedelta(hours=5))


async def test_what_nobody_works_through_makes_us_deaf(stand, ear, clock, turning, until):
    turning(ear)
    await until(lambda: ear.fetched_until)
    now = clock.now()
    assert ear.is_deaf(now - timedelta(minutes=3), now)
    assert ear.is_deaf(None, now)
    assert not ear.is_deaf(now - timedelta(minutes=1), now)


@pytest.mark.parametrize("kind", ["refuse", "bad_gateway", "drop"])
async def test_a_broken_line_is_mended_and_nothing_is_lost(
    stand, ear, amina, turning, until, kept, kind
):
    await stand.arm(kind, methods=["getupdates"], times=2)
    await amina.says("1")
    turning(ear)
    await until(kept, seconds=10)
    assert await kept() == ["1"]


async def test_a_line_that_fails_for_long_is_built_anew(
    stand, ear, wire, turning, until, monkeypatch
):
    monkeypatch.setattr(ears, "_REBUILD_AFTER", 0.2)
    made = []
    real = wire.request

    def make(**how):
        made.append(1)
        return real(**how)

    monkeypatch.setattr(wire, "request", make)
    await stand.arm("refuse", methods=["getupdates"], times=3)
    turning(ear)
    await until(lambda: ear.fetched_until, seconds=10)
    assert len(made) >= 2


async def test_somebody_else_who_polls_is_left_the_field_for_a_while(
    stand, ear, turning, until, kept, amina
):
    await stand.arm(
        "refusal",
        methods=["getupdates"],
        times=1,
        code=409,
        description="Conflict: terminated by other getUpdates request",
    )
    turning(ear)
    await amina.says("1")
    await until(kept, seconds=20)
    # What was kept is committed before the ear's turn ends, and only then is the trouble over.
    await until(lambda: ear.fetched_until, seconds=20)
    assert ear._failures == 0


async def test_telegrams_wish_for_a_pause_is_respected(stand, ear, turning, until, clock):
    await stand.arm(
        "refusal",
        methods=["getupdates"],
        times=1,
        code=429,
        description="Too Many Requests: retry after 1",
        retry_after=1,
    )
    began = asyncio.get_running_loop().time()
    turning(ear)
    await until(lambda: ear.fetched_until, seconds=8)
    assert asyncio.get_running_loop().time() - began > 0.9


async def test_a_wrong_token_is_no_reason_to_die(stand, ear, turning, until):
    await stand.arm("refusal", methods=["getupdates"], code=401, description="Unauthorized")
    turning(ear)
    await until(lambda: ear._failures)
    assert ear.trouble_since is not None


async def test_more_than_telegram_hands_over_at_once_is_fetched_at_once(
    stand, ear, amina, turning, until, storage, clock
):
    await stand.tell("say", *[{"from": AMINA, "text": str(number)} for number in range(130)])
    turning(ear)
    await until(lambda: ear.fetched_until, seconds=10)
    assert await stand.queue(BOT) == [] or len(await stand.queue(BOT)) <= 30
    assert len(await calls(stand)) >= 2


@pytest.mark.parametrize("answer", ["{}", '{"ok": true, "result": {}}', "[]", "\x00"])
async def test_an_answer_that_makes_no_sense_is_trouble_and_nothing_worse(
    ear, answer, monkeypatch, turning, until
):
    async def do_request(self, *args, **how):
        return 200, answer.encode()

    monkeypatch.setattr("bot.wire.Request.do_request", do_request)
    turning(ear)
    await until(lambda: ear._failures)


async def test_an_update_without_a_number_is_passed_over(stand, ear, amina, turning, until, kept):
    await stand.tell("raw_update", bot=BOT, update={"message": {"text": "x"}, "update_id": "x"})
    await amina.says("1")
    turning(ear)
    await until(kept)
    assert await kept() == ["1"]


async def test_a_poll_is_cut_when_somebodys_time_comes_first(
    stand, ear, storage, turning, until, monkeypatch, clock
):
    turning(ear)
    await until(lambda: ear.fetched_until)
    first = ear.fetched_until
    wake = clock.now() + timedelta(seconds=2)

    async def next_wake():
        return wake

    monkeypatch.setattr(type(storage.journal), "next_wake", lambda self: next_wake())
    storage.woken.ring()
    await until(lambda: ear.fetched_until >= wake, seconds=4)
    assert ear.fetched_until - first < timedelta(seconds=10)
    polls = await calls(stand)
    assert min(int(one["params"]["timeout"]) for one in polls) <= 2


async def test_after_days_without_a_word_telegrams_numbers_begin_anew(
    stand, ear, amina, turning, until, kept
):
    await stand.freeze()
    turning(ear)
    await amina.says("1")
    await until(kept)
    await stand.push(7 * 86400)

    async def asked_from_the_start():
        return "offset" not in (await calls(stand))[-1]["params"]

    await until(asked_from_the_start)
