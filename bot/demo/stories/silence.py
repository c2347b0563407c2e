"""Silence: no note comes, her people are asked rung by rung, she comes back, a person confirms."""

from bot.demo.story import Scene, Step, Story


async def nudged(scene: Scene) -> None:
    await scene.at("20:30")


async def reminded(scene: Scene) -> None:
    await scene.at("21:00")
    await scene.at("21:15")


async def first_asked(scene: Scene) -> None:
    await scene.at("21:30")
    await scene.presses(scene.cast.first, "Open")


async def second_asked(scene: Scene) -> None:
    await scene.at("21:40")


async def second_answers(scene: Scene) -> None:
    await scene.presses(scene.cast.second, "Open")
    await scene.at("21:44")
    await scene.presses(scene.cast.second, "No, but I can help")


async def cannot_reach(scene: Scene) -> None:
    await scene.at("21:55")
    await scene.presses(scene.cast.second, "No answer")
    await scene.at("21:57")
    await scene.presses(scene.cast.second, "Give it back")


async def office_takes(scene: Scene) -> None:
    await scene.at("21:59")
    await scene.presses(scene.cast.coordinator, "Take")


async def she_is_back(scene: Scene) -> None:
    await scene.at("22:30")
    await scene.says(scene.cast.defender, "1")


async def words_come(scene: Scene) -> None:
    await scene.at("22:46")


async def confirmed(scene: Scene) -> None:
    await scene.at("22:50")
    await scene.orders(scene.cast.coordinator, "confirm {} voice")


SILENCE = Story(
    id="silence",
    title="Silence",
    sentence="Her evening note does not come; people are asked one after the other.",
    steps=(
        Step("Half an hour before her note is due, a word comes without a sound.", nudged),
        Step(
            "Nine o'clock has passed. She is reminded twice and nobody else hears anything: most "
            "silences are a flat battery.",
            reminded,
        ),
        Step(
            "Half an hour of grace is over, so the first contact is asked. What arrives says "
            "nothing; only after Open does it say about whom.",
            first_asked,
        ),
        Step(
            "Nobody has answered for ten minutes: the second contact and the office are asked.",
            second_asked,
        ),
        Step(
            "The second contact can help. The office reads that somebody looks, and until when.",
            second_answers,
        ),
        Step("She asked around, got no answer, and gives it back: it is free again.", cannot_reach),
        Step("The coordinator takes it. Everybody who was asked hears that.", office_takes),
        Step(
            "A note comes late. It ends nothing by itself, for somebody may be forcing her: "
            "what her phone shows is the same as always.",
            she_is_back,
        ),
        Step(
            "Some minutes later, chance says when, all who were asked hear the same neutral words.",
            words_come,
        ),
        Step(
            "The coordinator has spoken with her and knows the voice. Only now is it over, and "
            "everybody who was asked hears the end.",
            confirmed,
        ),
    ),
)
