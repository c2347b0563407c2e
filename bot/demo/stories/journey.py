"""A journey: until when, an hour more, late, there."""

from bot.demo.story import Scene, Step, Story


async def begins(scene: Scene) -> None:
    await scene.at("10:00")
    await scene.says(scene.cast.defender, "4")
    await scene.says(scene.cast.defender, "13:00")


async def extends(scene: Scene) -> None:
    await scene.at("12:40")
    await scene.says(scene.cast.defender, "+1")


async def is_late(scene: Scene) -> None:
    await scene.at("14:00")
    await scene.at("14:15")


async def is_there(scene: Scene) -> None:
    await scene.at("14:20")
    await scene.says(scene.cast.defender, "1")


async def nothing_more(scene: Scene) -> None:
    await scene.at("16:00")


JOURNEY = Story(
    id="journey",
    title="A journey",
    sentence="She goes on a trip, takes an hour more, is late, and arrives.",
    steps=(
        Step("She says until when she will be on the way; nothing else is asked.", begins),
        Step("It takes longer. She may take an hour more by herself, a few times.", extends),
        Step(
            "The hour has passed and she has not said that she is there: she is reminded twice, "
            "and nobody else is told.",
            is_late,
        ),
        Step("She is there. The trip is over, and her evening note stays as it was.", is_there),
        Step("The grace of the trip would be over now: nobody was ever asked.", nothing_more),
    ),
)
