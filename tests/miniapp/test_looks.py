"""The page can be read and used on the smallest phone, from either side, by anybody."""

import pytest
from axe_playwright_python.async_playwright import Axe

from sealing.recipients import recipient_of

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.xdist_group("miniapp"),
    pytest.mark.slow,
]

SCREENS = "necpdry"
LANGUAGES = {"en": "ltr", "es": "ltr", "fr": "ltr", "ru": "ltr", "ar": "rtl", "fa": "rtl"}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
#: The landmarks of a whole site; a page inside a chat is one main part.
NOT_HERE = {"rules": {"region": {"enabled": False}}}
DARK = {
    "bg_color": "#17212b",
    "text_color": "#f5f5f5",
    "button_color": "#5288c1",
    "button_text_color": "#ffffff",
}
SMALL = """() => [...document.querySelectorAll("button, summary, textarea, input")]
    .filter((one) => one.getClientRects().length)
    .map((one) => [one.closest("label, .choice label") ?? one, one])
    .filter(([area, one]) => {
        const { width, height } = area.getBoundingClientRect();
        return width < 44 || height < 44;
    }).map(([, one]) => one.outerHTML.slice(0, 80))"""
NAMELESS = """() => [...document.querySelectorAll("button, input, textarea, summary")]
    .filter((one) => one.getClientRects().length && !one.matches("[type=hidden]"))
    .filter((one) => !one.ariaLabel && !one.labels?.length && !one.textContent.trim())
    .map((one) => one.outerHTML.slice(0, 80))"""
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def whole(site):
    keys = (("Amal", recipient_of(b"a" * 32)), ("Bea", recipient_of(b"b" * 32)))
    return site("whole", "/sheets", keys)


async def opened(phone, whole, screen, language, **how):
    one = await phone(screen, address=whole, language=language, **how)
    await one.open_all()
    return one


@pytest.mark.parametrize("language", LANGUAGES)
async def test_everything_fits_a_narrow_phone_and_a_thumb(phone, whole, language):
    for screen in SCREENS:
        one = await opened(phone, whole, screen, language)
        root = one.page.locator("html")
        assert await root.get_attribute("lang") == language
        assert await root.get_attribute("dir") == LANGUAGES[language]
        assert not await one.page.evaluate(WIDE), screen
        assert await one.page.evaluate(SMALL) == [], screen
        assert await one.page.evaluate(NAMELESS) == [], screen


@pytest.mark.parametrize(
    "how",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"theme": DARK}],
    ids=["light", "dark", "theirs"],
)
async def test_nobody_is_left_out(phone, whole, how):
    for screen, language in zip(SCREENS, ("en", "fa", "ar", "ru", "fr", "es", "fa"), strict=True):
        one = await opened(phone, whole, screen, language, **how)
        found = await Axe().run(one.page, options=RULES | NOT_HERE)
        assert found.violations_count == 0, found.generate_report()


async def test_a_note_can_be_sent_by_keyboard_alone_in_the_order_it_is_read(phone, whole):
    one = await phone("n", address=whole)
    seen = []
    for _ in range(17):
        await one.page.keyboard.press("Tab")
        seen.append(
            await one.page.evaluate(
                "document.activeElement.ariaLabel || document.activeElement.textContent"
                " || document.activeElement.labels?.[0].textContent"
            )
        )
    assert seen[:4] == ["Favourite", "A few words", "As usual", "Mix the digits"]
    digits = [*"123456789", "Words instead of digits", "0", "Erase the last one"]
    assert seen[4:] == [*digits, "Send"]


async def test_nothing_moves_for_whoever_wants_nothing_to_move(phone, whole):
    one = await phone("n", address=whole, reduced_motion="reduce")
    moving = "document.getAnimations().length"
    await one.press("Favourite")
    assert await one.page.evaluate(moving) == 0


async def test_the_hosts_colours_are_taken_and_followed(phone, whole):
    one = await phone("n", address=whole, theme=DARK)
    paper = "getComputedStyle(document.body).backgroundColor"
    assert await one.page.evaluate(paper) == "rgb(23, 33, 43)"
    theme = {"bg_color": "#ffffff", "text_color": "#000000"}
    await one.page.evaluate(
        "(theme) => Telegram.WebView.receiveEvent('theme_changed', { theme_params: theme })", theme
    )
    assert await one.page.evaluate(paper) == "rgb(255, 255, 255)"
