"""Short stories of one life each, over the real wire and in a real database."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from rules.alarm import Stage
from rules.watch import Stage as Promise
from storage.persons import Standing
from tests.stories.circle import IDS, TERMS

READ = "Something to read, please, when you are alone."


def who_heard(said, words):
    """Who heard something that begins with these words."""
    return {name for name, texts in said.items() if any(one.startswith(words) for one in texts)}


async def test_a_note_keeps_the_promise(stage):
    await stage.at("08:20")
    await stage.says("zarina", "1")

    assert (await stage.reads("zarina"))[-1] == "Noted 08:20. Next by 21:00."
    await stage.at("09:31")
    assert await stage.alarms() == []
    said = await stage.heard()
    assert {name for name in said if said[name]} == {"zarina"}


async def test_silence_climbs_rung_by_rung(stage):
    await stage.heard()
    for clock, said in (
        ("08:30", {"zarina": "A note, by 09:00."}),
        ("09:00", {"zarina": "Your note is still open. Please send it by 09:30."}),
        ("09:15", {"zarina": "Your note is still open. Please send it by 09:30."}),
        ("09:29", {}),
        ("09:30", {"maria": READ}),
        ("09:39", {}),
        ("09:40", {"nasrin": READ, "farid": "1 · A1 · 10 min. Who takes it?"}),
        ("10:09", {}),
        ("10:10", dict.fromkeys(("farid", "golnar"), "1 · A1 · 40 min. Who takes it?")),
        # Nobody answers: the last rung repeats and never goes quiet.
        ("10:40", dict.fromkeys(("farid", "golnar"), "1 · A1 · 70 min. Who takes it?")),
    ):
        await stage.at(clock)
        assert await stage.heard() == {
            name: Counter([said[name]] if name in said else []) for name in stage.people
        }, clock


async def test_a_contact_who_blocked_us_is_passed_at_once(stage):
    await stage.people["maria"].blocks()
    await stage.at("09:20")
    await stage.heard()
    await stage.at("09:30")

    said = await stage.heard()
    assert who_heard(said, READ) == {"nasrin"}
    assert who_heard(said, "1 · A1 · 0 min") == {"farid"}


async def test_a_contact_whose_account_is_gone_is_passed_at_once(stage):
    await stage.people["maria"].deactivates()
    await stage.at("09:29")
    await stage.at("09:30")

    assert who_heard(await stage.heard(), READ) == {"nasrin"}


async def test_a_stranger_learns_nothing(stage):
    before = stage.ask("SELECT (SELECT count(*) FROM people), (SELECT count(*) FROM chats)")
    eve = await stage.stand.person(990_001_000, "Eve")
    for text in ("/start", "/start abcdefghijklmnopqrstuv", "hello", "1", "/board", "take 1", "A1"):
        await eve.says(text)
        await stage.settle()

    assert {one.text for one in (await eve.sees()).from_bot} == {"This chat is not in use."}
    assert stage.ask("SELECT (SELECT count(*) FROM people), (SELECT count(*) FROM chats)") == before
    assert stage.ask("SELECT count(*) FROM dialogues") == [(0,)]


async def test_whoever_calls_for_help_is_heard_at_once(stage):
    await stage.heard()
    await stage.says("zarina", "2")

    said = await stage.heard()
    assert [*said["zarina"]] == ["Noted 07:30. Thank you."]
    assert who_heard(said, "1 · A1 · now · 0 min") == {"farid", "golnar"}
    assert who_heard(said, READ) == set()
    await stage.at("07:40")
    assert who_heard(await stage.heard(), READ) == {"maria", "nasrin"}
    # A note ends nothing: only the office can.
    await stage.says("zarina", "1")
    await stage.at("07:55")
    (alarm,) = await stage.alarms()
    assert alarm.stage is not Stage.CLOSED


async def test_a_trip_that_takes_longer_and_does_not_end_raises_an_alarm(stage):
    await stage.at("08:20")
    for text in ("1", "4", "13:00"):
        await stage.says("zarina", text)
    await stage.at("12:40")
    await stage.says("zarina", "+1")
    await stage.heard()
    await stage.at("14:00")
    assert who_heard(await stage.heard(), "14:00 has passed. Send 1, or +1.") == {"zarina"}
    await stage.at("15:29")
    assert await stage.alarms() == []
    await stage.at("15:30")

    assert who_heard(await stage.heard(), READ) == {"maria"}
    await stage.at("15:40")
    assert who_heard(await stage.heard(), "1 · A1 · trip · 10 min") == {"farid"}


async def test_a_break_is_silent_and_ends_by_itself(stage):
    await stage.at("08:20")
    for text in ("1", "3", "2d"):
        await stage.says("zarina", text)
    begins = "Noted. The break begins 21:00, if your notes come until then, and ends Wed 08:20."
    said = await stage.heard()
    assert begins in said["zarina"]
    assert who_heard(said, "A1: a change") == {"farid"}
    await stage.at("20:20")
    await stage.says("zarina", "1")
    await stage.heard()
    for clock in ("21:30", "09:30", "21:30"):
        await stage.at(clock)
        assert await stage.alarms() == []
    assert (await stage.heard())["zarina"] == Counter()
    await stage.at("08:20")

    assert (await stage.heard())["zarina"] == Counter(["The break is over. Next note by 09:00."])
    await stage.at("09:00")
    await stage.at("09:30")
    assert await stage.alarms()


async def test_whoever_leaves_is_heard_alone_and_then_forgotten(stage):
    await stage.at("08:20")
    for text in ("1", "stop", "8"):
        await stage.says("zarina", text)
    assert who_heard(await stage.heard(), "A1 would like to speak with you") == {"farid", "golnar"}
    for _ in range(3):
        await stage.at("20:20")
        await stage.says("zarina", "1")
        await stage.at("08:19")
        await stage.says("zarina", "1")
    await stage.at("08:21")
    await stage.house.housekeeping.each_hour()
    await stage.settle()

    said = await stage.heard()
    assert who_heard(said, "Done, ") == {"zarina"}
    assert who_heard(said, "A1 no longer takes part.") == {"farid"}
    assert await stage.house.storage.readings.person(IDS["zarina"]) is None
    assert stage.ask("SELECT count(*) FROM watches") == [(0,)]
    await stage.says("zarina", "1")
    assert (await stage.reads("zarina"))[-1] == "This chat is not in use."


async def test_a_new_phone_takes_the_place_of_the_old_one(stage):
    await stage.says("farid", "move A1")
    said = "\n".join(await stage.reads("farid"))
    link = next(word for word in said.split() if word.startswith("https://t.me/"))
    number = said.partition("it must be ")[2][:4]
    new = await stage.stand.person(990_002_000, "Зарина")
    await new.opens_link(link)
    await stage.settle()
    assert number in (await new.sees()).from_bot[-1].text
    await new.says("1")
    await stage.settle()
    # Nobody is let in before the number was heard in a voice that somebody knows.
    assert (await stage.house.storage.readings.person(IDS["zarina"])).chats[
        0
    ].address.chat != new.id
    await stage.says("farid", f"move A1 {number}")
    await stage.at("08:20")
    await new.says("1")
    await stage.settle()

    assert "Noted 08:20. Next by 21:00." in [one.text for one in (await new.sees()).from_bot]
    await stage.says("zarina", "1")
    assert (await stage.reads("zarina"))[-1] == "This chat is not in use."


async def test_in_the_days_of_practice_only_the_office_hears(staged):
    async with staged(terms=replace(TERMS, practice=timedelta(days=7))) as stage:
        for clock in ("09:00", "09:30", "09:40", "10:10", "10:40"):
            await stage.at(clock)
        said = await stage.heard()

    assert who_heard(said, READ) == set()
    assert who_heard(said, "1 · A1 · ") == {"farid", "golnar"}


async def test_an_outage_over_a_deadline_with_a_note_in_the_queue_alarms_nobody(stage):
    await stage.at("08:20")
    away = await stage.stand.arm("bad_gateway")
    await stage.push_to("08:40")
    await stage.people["zarina"].says("1")
    for clock in ("09:00", "09:30", "10:00", "10:30", "11:00", "11:20"):
        await stage.push_to(clock)
    await stage.heard()
    await stage.stand.disarm(away)
    await stage.push_to("11:21")
    await stage.settle()

    assert await stage.alarms() == []
    routine = await stage.routine()
    assert routine.stage is Promise.WAITING
    said = await stage.heard()
    assert who_heard(said, "Noted 08:40. Next by 21:00.") == {"zarina"}
    assert not said["maria"] + said["nasrin"]


async def test_after_an_outage_of_ours_nobody_is_passed_over(stage):
    """The ladder counts from the telling: two rungs are never told in one breath (law 4)."""
    await stage.at("09:20")
    await stage.at("09:30")
    assert who_heard(await stage.heard(), READ) == {"maria"}
    await stage.crash()
    await stage.push_to("12:30")
    await stage.stand.arm("latency", methods=["sendmessage"], seconds=0.5, times=1)
    await stage.start()
    await stage.settle()

    said = await stage.heard()
    assert who_heard(said, "1 · A1 · ") == {"farid"}
    assert said["farid"].total() == 1
    await stage.at("12:59")
    assert who_heard(await stage.heard(), "1 · A1 · ") == set()
    await stage.at("13:00")
    assert who_heard(await stage.heard(), "1 · A1 · ") == {"farid", "golnar"}


async def test_somebody_takes_it_and_a_person_ends_it(stage):
    await stage.at("09:30")
    await stage.at("09:40")
    await stage.taps("nasrin", "Open")
    await stage.says("nasrin", "2")
    await stage.says("nasrin", "5")
    await stage.says("nasrin", "7")
    await stage.says("farid", "take 1")
    await stage.at("10:00")
    await stage.heard()
    await stage.says("zarina", "1")
    assert {name for name, texts in (await stage.heard()).items() if texts} == {"zarina"}
    await stage.at("10:10")
    said = await stage.heard()
    assert who_heard(said, "We have a message and are looking at it.") == {"maria", "nasrin"}
    assert who_heard(said, "1: a note came 10:00.") == {"farid", "golnar"}
    await stage.says("farid", "confirm 1 voice")

    said = await stage.heard()
    assert who_heard(said, "All is well. Thank you.") == {"maria", "nasrin"}
    assert who_heard(said, "1 is over. All is well. By B1.") == {"farid", "golnar"}
    assert await stage.alarms() == []


async def test_whoever_stops_being_asked_is_replaced_by_the_office(stage):
    await stage.says("maria", "stop")
    await stage.says("maria", "1")

    maria = await stage.house.storage.readings.person(IDS["maria"])
    assert maria is None or maria.standing is Standing.LEFT
    await stage.at("09:29")
    await stage.heard()
    await stage.at("09:30")
    said = await stage.heard()
    assert not said["maria"]
    assert who_heard(said, READ) | who_heard(said, "1 · A1 · 0 min")
