"""Help: one key, nothing asked back; the office at once, her people after ten minutes."""

from bot.demo.story import Scene, Step, Story


async def asks_for_help(scene: Scene) -> None:
    await scene.at("15:00")
    await scene.says(scene.cast.defender, "2")


async def office_opens(scene: Scene) -> None:
    await scene.presses(scene.cast.coordinator, "Open")


async def contacts_asked(scene: Scene) -> None:
    await scene.at("15:10")


async def office_takes(scene: Scene) -> None:
    await scene.at("15:12")
    await scene.presses(scene.cast.coordinator, "Take")


async def her_note(scene: Scene) -> None:
    await scene.at("15:40")
    await scene.says(scene.cast.defender, "1")


async def closed(scene: Scene) -> None:
    await scene.at("16:10")
    await scene.orders(scene.cast.coordinator, "close {} safe she is with us")
    await scene.presses(scene.cast.coordinator, "Yes, *")


SOS = Story(
    id="sos",
    title="Help",
    sentence="She presses 2; the office hears it at once.",
    steps=(
        Step(
            "One press, and nothing is asked back that could betray her. \u201cThank you\u201d is "
            "the sign, learned before, that it has arrived.",
            asks_for_help,
        ),
        Step(
            "The coordinator opens it: what it is about, and what must not be done.", office_opens
        ),
        Step(
            "Nobody has taken it for ten minutes, so her people are asked as well.", contacts_asked
        ),
        Step(
            "The coordinator takes it. Her phone shows only \u201cSeen\u201d, without a sound.",
            office_takes,
        ),
        Step(
            "A note of hers ends no call for help: whoever holds her phone could have sent it.",
            her_note,
        ),
        Step(
            "The office has her with them and closes it, with how it ended and why; it asks once "
            "more, for what everybody now hears cannot be taken back.",
            closed,
        ),
    ),
)
