"""What should never come changes nothing, is answered clearly or not at all, and the next works."""

from datetime import timedelta

import pytest

from storage.moments import to_micros
from tests.stories.circle import CHATS, IDS
from tests.stories.nonsense import EVE, EVERYTHING, SILENCE, UNNUMBERED, message
from tests.stories.stage import plain

MENU = "1: a note. 2: help."


async def kept(stage):
    """Everything that stands written and that nonsense must not change."""
    readings = stage.house.storage.readings
    people = {name: await readings.person(id_) for name, id_ in IDS.items()}
    return (
        people,
        await readings.house(),
        await stage.life(),
        stage.ask("SELECT count(*) FROM people"),
        stage.ask("SELECT count(*) FROM alarms"),
        stage.ask("SELECT count(*) FROM invitations"),
    )


async def sent(stage, raw):
    """Let Telegram hand over an update; return what was said because of it, by chat."""
    since = await _end(stage)
    await stage.gets(raw)
    record = await stage.stand.record(since)
    return [
        (one["chat_id"], plain(one["text"]))
        for one in record
        if one["by"] == "bot" and one["direction"] in {"out", "edit"}
    ]


async def _end(stage):
    record = await stage.stand.record(0)
    return record[-1]["n"] if record else 0


async def calm(stage):
    """Nothing has happened yet; her note is open."""
    await stage.at("08:40")


async def asked(stage):
    """She is missed, and three people were asked."""
    await stage.at("09:40")


def test_the_table_is_long_enough():
    assert sum(map(len, EVERYTHING.values())) >= 60


@pytest.mark.parametrize("moment", [calm, pytest.param(asked, marks=pytest.mark.slow)])
@pytest.mark.parametrize("kind", EVERYTHING)
async def test_nonsense_changes_nothing_and_the_next_message_works(stage, kind, moment):
    await stage.stand.person(EVE, "Eve", started=True)
    await moment(stage)
    before, wrong = await kept(stage), []
    for case in EVERYTHING[kind]:
        heard = await sent(stage, case.raw(stage))
        if case.answer is SILENCE:
            fits = not heard
        else:
            fits = len(heard) == 1 and heard[0][0] == case.by
            fits = fits and heard[0][1].startswith(case.answer)
        after = await kept(stage)
        works = await sent(stage, {"message": message(stage, "0")})
        works = [text for chat, text in works if chat == CHATS["zarina"] and MENU in text]
        if not fits or after != before or not works:
            wrong.append((case.says, heard, after == before, works))

    assert wrong == []
    await stage.says("zarina", "1")
    assert (await stage.reads("zarina"))[-1].startswith("Noted 0")


@pytest.mark.parametrize("case", UNNUMBERED, ids=lambda case: case.says)
async def test_what_has_no_number_stops_nobody(stage, case):
    await calm(stage)
    before = await kept(stage)
    await stage.gets(case.raw(stage), settled=False)
    await stage.says("zarina", "0")

    assert await kept(stage) == before
    assert MENU in "".join(await stage.reads("zarina"))


async def test_what_comes_twice_counts_once(stage):
    await calm(stage)
    first = {"update_id": 900_000, "message": message(stage, "1")}
    await stage.gets(first)
    before = await kept(stage)
    # The same number again, even with something else in it, was had before.
    await stage.gets(first)
    await stage.gets({"update_id": 900_000, "message": message(stage, "2")})

    assert await kept(stage) == before
    assert await stage.alarms() == []


async def test_what_comes_late_counts_for_when_it_was_sent(stage):
    await stage.at("09:35")
    assert await stage.alarms()
    two = [message(stage, "0"), message(stage, "1", date=int(stage.now.timestamp()) - 3600)]
    # The newer one came first.
    await stage.gets({"update_id": 900_002, "message": two[0]})
    await stage.gets({"update_id": 900_001, "message": two[1]})

    assert "Noted 08:35." in "".join(await stage.reads("zarina"))


async def test_an_old_note_keeps_no_promise_of_today(stage):
    await stage.at("08:40")
    due = (await stage.routine()).due_at
    for days in (1, 3, 30, 20_000):
        old = int((stage.now - timedelta(days=days)).timestamp())
        await stage.gets({"message": message(stage, "1", date=old)})

    assert (await stage.routine()).due_at == due
    await stage.at("09:30")
    assert len(await stage.alarms()) == 1


async def test_a_note_from_the_future_keeps_no_promise_beyond_the_next(stage):
    await stage.at("08:40")
    for days in (1, 10, 20_000):
        date = int((stage.now + timedelta(days=days)).timestamp())
        await stage.gets({"message": message(stage, "1", date=date)})
    await stage.at("21:30")

    assert len(await stage.alarms()) == 1


async def test_poison_is_set_aside_and_told_and_the_others_go_on(stage):
    await calm(stage)
    poison = {"message": message(stage) | {"from": "nobody"}}
    for _ in range(3):
        await stage.gets(poison)
    await stage.says("zarina", "1")
    assert (await stage.reads("zarina"))[-1] == "Noted 08:40. Next by 21:00."

    async def tried():
        due = "SELECT count(*) FROM inbox WHERE state = 0 AND try_at <= :now"
        return stage.ask(due, now=to_micros(stage.now)) == [(0,)]

    # Until it is set aside, it holds back the silence of its own sender and of nobody else.
    for clock in ("08:41", "08:42", "08:44", "08:49"):
        await stage.push_to(clock)
        await stage.until(tried)
    await stage.settle()
    assert stage.ask("SELECT count(*) FROM inbox WHERE state = 2") == [(3,)]
    await stage.house.look()
    assert [one.name for one in stage.house.found] == ["dead-letters-3"]
    await stage.at("21:29")
    assert await stage.alarms() == []
    await stage.at("21:30")
    assert len(await stage.alarms()) == 1
