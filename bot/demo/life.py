"""The life that the demo plays: who does what, and when. What must be heard stands in expected.txt.

People act as on a phone: they open links, press what they see and type what they know.
"""

import asyncio
from datetime import timedelta

from bot.demo.cast import Cast
from bot.demo.hands import link_in, link_shown_to, press, say
from bot.demo.handset import open_page
from bot.demo.keepsakes import NUMBER, SPARE
from bot.demo.stage import Stage
from simulator.people import Person

_DAY = timedelta(days=1)
_A_LOOK = 1.5  #: real seconds in which everything that is on its way arrives


async def play(stage: Stage, cast: Cast) -> None:
    """Play the whole life. Raises Impossible where somebody cannot do their part."""
    await enrol_everybody(stage, cast)
    await keep_the_practice_days(stage, cast)
    await travel(stage, cast)
    await fall_silent_and_come_back(stage, cast)
    await lose_a_contact_and_the_power(stage, cast)
    await let_telegram_go_away(stage, cast)


# --- Joining -------------------------------------------------------------------------------------


async def enrol_everybody(stage: Stage, cast: Cast) -> None:
    """The operator sets up; the coordinator joins, invites her; she invites two of her people."""
    coordinator, defender = cast.coordinator, cast.defender
    printed = await stage.command("init", "--awake", "always", "--zone", "Asia/Dushanbe")
    await stage.start()
    await coordinator.opens_link(link_in(printed))
    await stage.settle()
    for label in ("Yes", "English", "Next", "Next", "I understand", "Yes"):
        await press(stage, coordinator, label)
    await say(stage, coordinator, "invite low en Dushanbe 09:00 21:00 Zara")
    link = await link_shown_to(coordinator)
    await stage.at("07:40")
    await say(stage, coordinator, "terms A1 grace 30 reminders 0 15")
    await press(stage, coordinator, "Yes")
    await stage.at("07:50")
    await defender.opens_link(link)
    await stage.settle()
    for label in ("Next", "Next", "Next", "Next", "I understand", "Yes", "Yes"):
        await press(stage, defender, label)
    for label in ("Next", "Next", "Next", "Yes"):
        await press(stage, defender, label)
    await stage.at("08:10")
    await invite_contact(stage, defender, cast.first, "Maria")
    await stage.at("08:20")
    await invite_contact(stage, defender, cast.second, "Nasrin")
    await stage.at("08:30")
    # Whoever of the second step can open it gets her sheet, as the stories have it.
    order = "order A1 1: first 10; 2: second duty 30 sheet all; 3: all 30"
    await say(stage, coordinator, order)
    await press(stage, coordinator, "Yes")


async def invite_contact(stage: Stage, defender: Person, contact: Person, name: str) -> None:
    """She names somebody, hands the link on and says the number; they read and say yes."""
    await say(stage, defender, "invite")
    await say(stage, defender, name)
    await press(stage, defender, "Friend")
    await press(stage, defender, "English")
    await contact.opens_link(await link_shown_to(defender))
    await stage.settle()
    for label in ("Yes", "Next", "Yes", "Yes"):
        await press(stage, contact, label)
    await say(stage, contact, "22")


# --- Ordinary days -------------------------------------------------------------------------------


async def keep_the_practice_days(stage: Stage, cast: Cast) -> None:
    """She sends her notes for a week; on the first evening her people are tested once."""
    await note(stage, cast, "08:50")
    await note(stage, cast, "20:20")
    await stage.at("22:00")
    for contact in (cast.first, cast.second):
        await press(stage, contact, "I am here")
    for _ in range(6):
        stage.day += _DAY
        await note(stage, cast, "08:20")
        await note(stage, cast, "20:20")
    stage.day += _DAY
    await note(stage, cast, "08:20")
    await choose_numbers(stage, cast)
    await sealed_note(stage, cast, "20:20")


async def note(stage: Stage, cast: Cast, clock: str) -> None:
    """She presses her key."""
    await stage.at(clock)
    await cast.defender.presses("1 note")
    await stage.settle()


async def choose_numbers(stage: Stage, cast: Cast) -> None:
    """Her notes are to be sealed from now on: the office agrees, she chooses on the page."""
    await stage.at("11:00")
    await say(stage, cast.coordinator, "terms A1 ways tap card sealed")
    await press(stage, cast.coordinator, "Yes")
    await stage.at("11:10")
    await say(stage, cast.coordinator, "code A1")
    await stage.at("11:15")
    page = await open_page(cast.defender, "e")
    await page.sends("codes", code=NUMBER, forced=SPARE)
    await stage.settle()


async def sealed_note(stage: Stage, cast: Cast, clock: str) -> None:
    """She opens the page, enters her number, and what leaves the phone is sealed."""
    await stage.at(clock)
    page = await open_page(cast.defender, "n")
    await page.sends("note", code=NUMBER, state="", text="")
    await stage.settle()


async def travel(stage: Stage, cast: Cast) -> None:
    """She goes on a trip, takes an hour more, and is there."""
    stage.day += _DAY
    await sealed_note(stage, cast, "08:20")
    await stage.at("10:00")
    await cast.defender.presses("4 trip")
    await stage.settle()
    await say(stage, cast.defender, "13:00")
    await stage.at("12:40")
    await say(stage, cast.defender, "+1")
    await stage.at("13:50")
    await say(stage, cast.defender, "1")


# --- Silence -------------------------------------------------------------------------------------


async def fall_silent_and_come_back(stage: Stage, cast: Cast) -> None:
    """No note at nine: reminded, asked about rung by rung; she comes back; a person confirms."""
    for clock in ("20:30", "21:00", "21:15", "21:30"):
        await stage.at(clock)
    await press(stage, cast.first, "Open")
    await stage.at("21:40")
    await press(stage, cast.second, "Open")
    await stage.at("21:44")
    await press(stage, cast.second, "No, but I can help")
    await stage.at("21:55")
    await press(stage, cast.second, "No answer")
    await stage.at("21:57")
    await press(stage, cast.second, "Give it back")
    await stage.at("21:59")
    await press(stage, cast.coordinator, "Take")
    await stage.at("22:40")
    await say(stage, cast.coordinator, "take 1")
    await press(stage, cast.coordinator, "Open")
    await stage.at("23:10")
    await say(stage, cast.defender, "1")
    await stage.at("23:16")
    await stage.at("23:20")
    # Chance decides whether the neutral words come now; she reads them before she confirms.
    await asyncio.sleep(_A_LOOK)
    await say(stage, cast.coordinator, "confirm 1 voice")
    await stage.at("23:50")


async def lose_a_contact_and_the_power(stage: Stage, cast: Cast) -> None:
    """The first contact blocks the bot; silent again; our process is killed in the middle."""
    stage.day += _DAY
    await sealed_note(stage, cast, "08:20")
    await stage.push_to("15:00")
    await cast.first.blocks()
    await stage.settle()
    for clock in ("20:30", "21:00", "21:15"):
        await stage.at(clock)
    await stage.kill()
    await stage.push_to("21:29")
    await stage.start()
    await stage.settle()
    await stage.at("21:30")
    await press(stage, cast.coordinator, "Take")
    await stage.at("21:50")
    await say(stage, cast.coordinator, "heard A1 voice")
    await stage.at("22:06")
    await say(stage, cast.coordinator, "confirm 2 voice")
    await stage.at("22:30")


async def let_telegram_go_away(stage: Stage, cast: Cast) -> None:
    """Telegram is away over a deadline; her note waits in its queue; nobody is alarmed."""
    stage.day += _DAY
    await sealed_note(stage, cast, "08:20")
    await stage.at("19:30")
    away = await stage.stand.arm("bad_gateway")
    await stage.meets(away, 1)
    await stage.push_to("20:40")
    # It has to be away for a while, not only between two glances of ours.
    await stage.meets(away, 2)
    await cast.defender.says("1")
    for clock in ("21:00", "21:30", "22:00", "22:30"):
        await stage.push_to(clock)
    await stage.stand.disarm(away)
    await stage.settle()
    await stage.at("22:40")
    await stage.at("23:30")
