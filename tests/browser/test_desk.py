"""The desk around the phones: the clock, the switches, the slots, and what went over the wire."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import expect

from simulator.running import running
from tests.browser.sitting import TOKEN

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.slow]

NINE = "2026-03-02T09:00:00+00:00"
ROW = {
    "id": "w1",
    "label": "A1 نسرین",
    "from": "2026-03-02T04:00:00+00:00",
    "to": None,
    "tone": "watch",
    "text": "A note is expected",
    "marks": [{"at": "2026-03-02T04:30:00+00:00", "text": "nudged", "tone": "calm"}],
    "next": {"at": NINE, "text": "the note is due"},
}


async def press(room, name):
    await room.page.get_by_role("button", name=name, exact=True).click()


async def shows(room, time):
    await expect(room.page.get_by_role("region", name="Virtual clock")).to_contain_text(time)


async def test_the_clock_is_pushed_by_buttons_and_jumps_to_the_next_deadline(room):
    await shows(room, "05:00:00")
    await press(room, "+15 min")
    await shows(room, "05:15:00")
    await press(room, "+1 h")
    await shows(room, "06:15:00")
    deadline = room.page.get_by_role("button", name="Next deadline")
    await expect(deadline).to_be_hidden()

    moments = [{"at": NINE, "text": "the note of A1 is due"}]
    await room.stand.tell("slots", name="moments", content=moments)
    await expect(room.page.get_by_text("the note of A1 is due")).to_be_visible()
    await deadline.click()

    await shows(room, "09:00:00")
    await expect(deadline).to_be_disabled()
    assert await room.stand.now() == datetime(2026, 3, 2, 9, tzinfo=UTC)


async def test_the_clock_runs_sixty_times_as_fast_and_stops(room):
    began = await room.stand.now()
    pace = room.page.get_by_role("group", name="Pace of the clock")
    fast = pace.get_by_title("Run at 60 times real speed")
    await fast.click()
    await expect(fast).to_have_attribute("aria-pressed", "true")
    clock = room.page.get_by_role("region", name="Virtual clock")
    await expect(clock).not_to_contain_text("05:00:")

    await press(room, "Pause")

    await expect(room.page.get_by_text("paused")).to_be_visible()
    assert (await room.stand.ask("clock"))["frozen"]
    assert await room.stand.now() - began >= timedelta(minutes=1)


async def test_telegram_is_down_until_it_is_switched_on_again(room):
    down = room.page.get_by_role("switch", name="Telegram is down")
    await down.click()
    await expect(down).to_be_checked()
    answer = await room.http.post("/getMe")
    assert (answer.status_code, "<html>" in answer.text) == (502, True)

    await down.click()

    await expect(down).not_to_be_checked()
    assert (await room.http.post("/getMe")).status_code == 200


async def test_a_fault_that_somebody_else_switched_on_is_shown_too(room):
    await room.stand.arm("bad_gateway")

    await expect(room.page.get_by_role("switch", name="Telegram is down")).to_be_checked()


async def test_the_houses_own_switches_send_wishes(room):
    button = {"id": "kill", "label": "Our server is killed", "pressed": False, "hint": "No power"}
    await room.stand.tell("slots", name="buttons", content=[button])
    knob = room.page.get_by_role("switch", name="Our server is killed")

    await knob.click()

    (wish,) = await room.stand.ask("wishes", since=0, wait=60)
    assert (wish["slot"], wish["id"]) == ("buttons", "kill")
    await room.stand.tell("slots", name="buttons", content=[button | {"pressed": True}])
    await expect(knob).to_be_checked()


async def test_a_stand_in_that_was_away_is_found_again(open_page):
    async with running(token=TOKEN, speed=0) as first:
        page = await open_page(first.url)
        await expect(page.get_by_text("@bot4242_bot")).to_be_attached()
    lost = page.get_by_text("Connection lost")
    await expect(lost).to_be_visible()

    async with running(int(first.url.rpartition(":")[2]), token="4343:another-bot", speed=0):
        await expect(lost).to_be_hidden()
        await expect(page.get_by_text("@bot4343_bot")).to_be_attached()
        await expect(page.get_by_text("@bot4242_bot")).to_have_count(0)


async def test_a_story_is_played_step_by_step(room):
    listed = {"id": "silence", "title": "Silence", "sentence": "No note comes.", "done": False}
    content = {"playing": None, "automatic": False, "list": [listed], "step": None, "fault": None}
    await room.stand.tell("slots", name="stories", content=content)
    await room.page.get_by_role("button", name="Silence").click()
    step = {"number": 1, "of": 3, "sentence": "Nobody writes at nine.", "waits": True}
    playing = content | {"playing": "silence", "step": step}
    await room.stand.tell("slots", name="stories", content=playing)

    narrator = room.page.get_by_role("region", name="Story being played")
    await expect(narrator).to_contain_text("Nobody writes at nine.")
    await expect(narrator).to_contain_text("1 of 3")
    await narrator.get_by_role("button", name="Next step").click()
    await narrator.get_by_role("button", name="Stop").click()
    await room.stand.tell("slots", name="stories", content=content | {"fault": "It broke."})
    await expect(narrator.get_by_role("alert")).to_have_text("It broke.")

    wishes = await room.stand.ask("wishes", since=0, wait=60)
    assert [one["id"] for one in wishes] == ["silence", "next", "stop"]


async def test_the_timeline_is_drawn_and_is_a_table_for_whoever_cannot_see_it(room):
    timeline = room.page.get_by_role("region", name="Promises")
    await room.stand.tell("slots", name="timeline", content={"title": "Promises", "rows": [ROW]})

    await expect(timeline.locator('[data-row="w1"]')).to_be_visible()
    row = timeline.get_by_role("table").get_by_role("row").nth(1)
    for words in ("A1 نسرین", "watched", "A note is expected", "nudged", "the note is due"):
        await expect(row).to_contain_text(words)
    await timeline.get_by_role("button", name="Table").click()
    await expect(timeline.locator('[data-row="w1"]')).to_be_hidden()
    await room.stand.tell("slots", name="timeline", content=None)
    await expect(timeline).to_have_count(0)


async def test_what_went_over_the_wire_unfolds_without_the_token(room, keep_picture):
    mina = await room.somebody("Mina")
    await room.bot_says(mina, "Noted 19:52.")
    await room.stand.tell("slots", name="status", content={"text": "It runs", "tone": "good"})
    await expect(room.page.get_by_text("It runs")).to_be_visible()

    await room.page.get_by_role("heading", name="Raw Bot API calls").click()

    log = room.page.get_by_role("log", name="Bot API calls")
    call = log.get_by_role("group").filter(has_text="sendMessage")
    await expect(call).to_contain_text("200")
    await call.locator("summary").click()
    await expect(call.get_by_label("Parameters")).to_contain_text("Noted 19:52.")
    await keep_picture(room.page, "calls", full_page=True)
    assert TOKEN not in await room.page.content()
