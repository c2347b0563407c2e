"""Whoever has no mouse, a narrow window, a dark room or a screen reader can use the page too."""

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import expect

from tests.browser.sitting import inline, keyboard
from tests.browser.test_desk import ROW

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.slow]

STORY = {"id": "silence", "title": "Silence", "sentence": "No note comes.", "done": True}
STEP = {"number": 1, "of": 3, "sentence": "Nobody writes at nine.", "waits": True}
SLOTS = {
    "stories": {
        "playing": "silence",
        "automatic": False,
        "list": [STORY],
        "step": STEP,
        "fault": None,
    },
    "timeline": {
        "title": "Promises and alarms",
        "rows": [
            ROW | {"id": tone, "tone": tone}
            for tone in ("calm", "watch", "late", "open", "held", "closed", "drill")
        ],
    },
    "moments": [{"at": "2026-03-02T09:00:00+00:00", "text": "the note of A1 is due"}],
    "buttons": [
        {"id": "kill", "label": "Our server is killed", "pressed": True, "hint": "No power"}
    ],
    "status": {"text": "It runs", "tone": "good"},
}
#: Whatever makes a page hard or impossible to use; the rest is taste.
GRAVE = {"serious", "critical"}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOCUSED = (
    "() => document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"
)


async def furnished(room):
    """Everything that the page can show at once; gives two phones."""
    mina = await room.somebody("Mina")
    nasrin = await room.somebody("نسرین", 8, "fa")
    for name, content in SLOTS.items():
        await room.stand.tell("slots", name=name, content=content)
    await room.bot_says(mina, "Which?", reply_markup=keyboard(["1 note", "2 help"], ["3 break"]))
    await room.bot_says(mina, "Who takes it?", reply_markup=inline(["Take", "Not me"], ["Open"]))
    await room.bot_says(nasrin, "سلام", reply_markup=inline(["بله", "نه"]))
    mina_s, nasrin_s = room.phone("Mina"), room.phone("نسرین")
    await mina_s.hears("Who takes it?")
    await nasrin_s.hears("سلام")
    await expect(room.page.get_by_role("region", name="Promises and alarms")).to_be_visible()
    return mina_s, nasrin_s


async def tab_to(room, place):
    """Press Tab until the focus is there; tells what had it on the way."""
    passed = []
    for _ in range(150):
        await room.page.keyboard.press("Tab")
        if await place.evaluate("e => e === document.activeElement"):
            return passed
        passed.append(await room.page.evaluate(FOCUSED))
    raise AssertionError(passed)


async def test_everything_is_reached_and_done_without_a_mouse(room):
    mina, _ = await furnished(room)
    page = room.page

    await page.keyboard.press("Tab")
    assert await page.evaluate(FOCUSED) == "Skip to the phones"
    passed = await tab_to(room, mina.field)
    order = ["+15 min", "Silence", "Telegram is down", "Chat menu", "Take", "Not me", "Open"]
    found = [next(at for at, one in enumerate(passed) if name in one) for name in order]
    assert found == sorted(found)
    await page.keyboard.type("good evening")
    await page.keyboard.press("Enter")
    await mina.hears("good evening")
    await tab_to(room, mina.key("2 help"))
    await page.keyboard.press("Enter")
    await mina.hears("2 help")

    await tab_to(room, mina.whole.get_by_role("button", name="three minutes"))
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog", name="three minutes")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(mina.whole.get_by_role("button", name="three minutes")).to_be_focused()

    heard = [one["message"]["text"] for one in await room.bot_hears(2)]
    assert heard == ["good evening", "2 help"]


async def test_escape_leaves_a_menu_and_gives_the_focus_back(room):
    mina, _ = await furnished(room)
    await mina.tool("Chat menu").focus()
    await room.page.keyboard.press("Enter")
    await expect(mina.whole.get_by_role("dialog")).to_be_visible()

    await room.page.keyboard.press("Escape")

    await expect(mina.whole.get_by_role("dialog")).to_have_count(0)
    await expect(mina.tool("Chat menu")).to_be_focused()


async def test_what_has_the_focus_is_seen_to_have_it(room):
    mina, _ = await furnished(room)
    for place in (mina.key("1 note"), mina.button("Take"), mina.tool("Chat menu")):
        await place.focus()
        await room.page.keyboard.press("Shift+Tab")
        await room.page.keyboard.press("Tab")
        ring = await place.evaluate(
            "e => getComputedStyle(e).outlineStyle + getComputedStyle(e).boxShadow"
        )
        assert ring != "nonenone"


async def test_a_narrow_window_scrolls_in_one_direction_only(room, keep_picture):
    mina, nasrin = await furnished(room)
    await room.page.set_viewport_size({"width": 360, "height": 740})
    await room.page.get_by_role("heading", name="Raw Bot API calls").click()

    for state in ("open", "officer"):
        if state == "officer":
            await mina.whole.get_by_role("button", name="three minutes").click()
        wide = await room.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 360, state
        await keep_picture(room.page, f"narrow-{state}", full_page=True)
    await room.page.keyboard.press("Escape")
    upper, lower = await mina.whole.bounding_box(), await nasrin.whole.bounding_box()
    assert upper["y"] + upper["height"] <= lower["y"]
    assert lower["x"] >= 0
    assert lower["x"] + lower["width"] <= 360


async def grave_faults(room, within=None):
    """What axe finds on the page, or within a part of it, for a person to read."""
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
    found = (await Axe().run(room.page, within, options)).response["violations"]
    return [
        (one["id"], node["target"], node["failureSummary"])
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("theme", ["Light", "Dark"])
async def test_nothing_keeps_anybody_out(room, open_page, keep_picture, theme):
    # axe styles what it measures, which the page's own policy forbids.
    await room.page.goto("about:blank")
    room.page = await open_page(room.stand.url, bypass_csp=True)
    mina, nasrin = await furnished(room)
    await room.page.get_by_role("radio", name=theme).check(force=True)
    await room.page.get_by_role("heading", name="Raw Bot API calls").click()
    await nasrin.tool("Turn the phone over").click()
    await keep_picture(room.page, f"desk-{theme.lower()}", full_page=True)

    assert await grave_faults(room) == []

    await nasrin.whole.get_by_role("button", name="Turn to the front").click()
    await nasrin.tool("Lay face down").click()
    await room.stand.tell("slots", name="phones", content=None)
    await mina.tool("Chat menu").click()
    assert await grave_faults(room, "#phones") == []
    await room.page.keyboard.press("Escape")
    await mina.whole.get_by_role("button", name="three minutes").click()
    await expect(room.page.get_by_role("dialog")).to_be_visible()
    assert await grave_faults(room, "dialog[open]") == []


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_the_page_follows_the_system(stand, open_page, theme):
    page = await open_page(stand.url, color_scheme=theme)

    shown = await page.evaluate("getComputedStyle(document.body).backgroundColor")

    lightness = sum(int(part) for part in shown.removeprefix("rgb(").rstrip(")").split(",")) / 3
    assert (lightness > 128) is (theme == "light")
