"""A sheet: locked on her phone for two readers, kept unread, handed on when nobody finds her."""

import secrets

from bot.demo.handset import open_page, read_sheet
from bot.demo.story import Scene, Step, Story
from sealing.recipients import recipient_of
from simulator.people import Impossible

_WORDS = """[call] Whom to call
My sister, before anybody else.

[health] Health
Insulin, twice a day. The blue bag."""
_SEED_SIZE = 32


async def office_has_a_key(scene: Scene) -> None:
    await scene.at("11:00")
    made = recipient_of(secrets.token_bytes(_SEED_SIZE))
    await scene.says(scene.cast.coordinator, f"keys add {made}")


async def friend_makes_a_key(scene: Scene) -> None:
    await scene.at("11:05")
    await scene.says(scene.cast.second, "my key")
    page = await open_page(scene.cast.second, "y")
    await page.makes_a_key()
    await scene.stage.settle()


async def she_writes(scene: Scene) -> None:
    await scene.at("11:20")
    await scene.says(scene.cast.defender, "my sheet")
    page = await open_page(scene.cast.defender, "d")
    await scene.stage.push_to("11:25")
    await page.posts_a_sheet(_WORDS)
    await scene.stage.settle()


async def office_sees_that_it_is_there(scene: Scene) -> None:
    await scene.at("11:30")
    await scene.says(scene.cast.coordinator, "sheet A1")


async def silence(scene: Scene) -> None:
    for clock in ("20:30", "21:00", "21:15", "21:30"):
        await scene.at(clock)


async def handed_on(scene: Scene) -> None:
    await scene.at("21:40")


async def friend_reads(scene: Scene) -> None:
    if await read_sheet(scene.cast.second) != _WORDS:
        raise Impossible("another sheet was handed on than she has written")


async def found(scene: Scene) -> None:
    await scene.at("21:44")
    await scene.presses(scene.cast.coordinator, "Take")
    await scene.at("22:20")
    await scene.says(scene.cast.coordinator, "heard A1 voice")
    await scene.at("22:24")
    await scene.orders(scene.cast.coordinator, "confirm {} voice")


async def a_key_goes(scene: Scene) -> None:
    await scene.at("22:50")
    await scene.says(scene.cast.second, "drop my key")
    await scene.presses(scene.cast.second, "Yes, drop it")


SHEET = Story(
    id="sheet",
    title="A sheet for later",
    sentence="She writes what others should know; it is kept unread, and opened when it is needed.",
    steps=(
        Step(
            "The coordinator has made a key with the age tool on a computer of their own, and "
            "sends the half that anybody may see. Its letters are compared by voice.",
            office_has_a_key,
        ),
        Step(
            "Her friend makes a key on the phone; it stays in the secure store there. An officer "
            "finds it there too: have a look.",
            friend_makes_a_key,
        ),
        Step(
            "She fills in whom to call and what she needs. It is locked on her phone to these two "
            "keys; the chat says for how many people, and nothing of what it says.",
            she_writes,
        ),
        Step(
            "The office sees that there is one and since when. Neither it nor our server can read "
            "it here.",
            office_sees_that_it_is_there,
        ),
        Step("In the evening no note comes; her first contact is asked.", silence),
        Step(
            "Nobody has found her, so the next step is taken, on which the terms disclose the "
            "sheet: both who are asked now get it as a file.",
            handed_on,
        ),
        Step(
            "Her friend saves the file and opens it with the key on that phone; nothing of it "
            "leaves it. Try it: press the button under the file.",
            friend_reads,
        ),
        Step("The coordinator has found her and knows the voice; it is over.", found),
        Step(
            "Her friend gives the key up. Whatever was locked to it can be opened by fewer people "
            "from now on, so she is asked to lock her sheet anew.",
            a_key_goes,
        ),
    ),
)
