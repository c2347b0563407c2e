"""Sealed notes: she chooses her numbers on the page; Telegram carries what only we can open."""

from bot.demo.keepsakes import NUMBER, SPARE
from bot.demo.story import Scene, Step, Story

_MISTYPED = "482951"


async def office_asks(scene: Scene) -> None:
    await scene.at("11:00")
    await scene.says(scene.cast.coordinator, "code A1")


async def she_chooses(scene: Scene) -> None:
    await scene.at("11:05")
    await scene.seals(scene.cast.defender, "e", "codes", code=NUMBER, forced=SPARE)


async def office_has_heard(scene: Scene) -> None:
    await scene.presses(scene.cast.coordinator, "Open")


async def nudged(scene: Scene) -> None:
    await scene.at("20:30")


async def she_mistypes(scene: Scene) -> None:
    await scene.at("20:40")
    await scene.seals(scene.cast.defender, "n", "note", code=_MISTYPED, state="", text="")


async def she_sends(scene: Scene) -> None:
    await scene.at("20:41")
    await scene.seals(
        scene.cast.defender, "n", "note", code=NUMBER, state="", text="At my sister's tonight"
    )


async def her_friend_hears_nothing(scene: Scene) -> None:
    await scene.at("21:40")


SEALED = Story(
    id="sealed",
    title="A sealed note",
    sentence="She chooses her numbers on the page and sends a note that Telegram cannot read.",
    steps=(
        Step(
            "She wants other numbers. The office lets her choose them once; the key under her "
            "chat now opens the page where she does it, in the chat nothing is typed.",
            office_asks,
        ),
        Step(
            "One for every day and a spare one, each entered twice. What leaves the phone is "
            "sealed to our key; open Raw Bot API calls below to see what Telegram saw.",
            she_chooses,
        ),
        Step(
            "The office hears that codes were chosen, never which: it asks her by voice whether "
            "that was she.",
            office_has_heard,
        ),
        Step("In the evening a word comes half an hour before her note is due.", nudged),
        Step(
            "She mistypes. Nobody hears of it, and nothing says what was wrong; five in a row "
            "would call the office.",
            she_mistypes,
        ),
        Step(
            "Her number, and a few words that only the office can read. The chat shows the "
            "receipt and nothing of what was sent.",
            she_sends,
        ),
        Step("The promise is kept: nobody is asked tonight.", her_friend_hears_nothing),
    ),
)
