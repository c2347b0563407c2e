"""A card: her phone is gone, and a number from a page in her pocket does, from anybody's phone."""

from bot.demo.keepsakes import hand_a_card
from bot.demo.story import Scene, Step, Story
from sealing.cards import grouped
from simulator.people import Impossible, Person

_LENDER = "Тимур"


async def handed_over(scene: Scene) -> None:
    stage, cast = scene.stage, scene.cast
    await scene.at("12:00")
    insight = stage.look_inside()
    her = await insight.behind(stage.bot, cast.defender.id)
    if her is None:
        raise Impossible("she is not here")
    cast.card = await hand_a_card(insight, her.id, stage.data_dir)


async def borrows(scene: Scene) -> None:
    stage, cast = scene.stage, scene.cast
    if cast.lender is None:
        cast.lender = await stage.enter("stranger", _LENDER)
    await scene.at("20:20")
    await cast.lender.opens_link("")
    await stage.settle()


async def types_a_free_one(scene: Scene) -> None:
    await _types(scene, forced=False)


async def it_is_gone(scene: Scene) -> None:
    await scene.at("20:22")


async def nobody_asks(scene: Scene) -> None:
    await scene.at("21:40")


async def types_a_forced_one(scene: Scene) -> None:
    await scene.at("22:00")
    await _types(scene, forced=True)


async def office_hears(scene: Scene) -> None:
    await scene.at("22:03")
    await scene.presses(scene.cast.coordinator, "Open")


async def closed(scene: Scene) -> None:
    await scene.at("22:10")
    await scene.orders(scene.cast.coordinator, "take {}")
    await scene.at("22:36")  # what was opened has folded away
    await scene.at("22:40")
    await scene.orders(scene.cast.coordinator, "close {} safe she is with us")
    await scene.presses(scene.cast.coordinator, "Yes, *")


async def _types(scene: Scene, *, forced: bool) -> None:
    card = scene.cast.card
    if card is None:
        raise Impossible("she has no page")
    code = (card.forced if forced else card.genuine)[0]
    await scene.says(_lender(scene), grouped(code))


def _lender(scene: Scene) -> Person:
    if scene.cast.lender is None:
        raise Impossible("nobody lends her a phone")
    return scene.cast.lender


CARD = Story(
    id="card",
    title="A card",
    sentence="Her phone is gone. She types a number from a page in her pocket on a stranger's.",
    steps=(
        Step(
            "The operator has printed a page for her: names and telephone numbers, as anybody "
            "might carry. It lies beside the database as phones.pdf. Some of the numbers say that "
            "she is forced; which letters those names begin with, she has been told aloud.",
            handed_over,
        ),
        Step(
            "Her phone was stolen, and her evening note is due. Somebody on the way lends her a "
            "phone; the chat there knows nobody.",
            borrows,
        ),
        Step(
            "She types one of the numbers. The answer is the one that every stranger gets, "
            "whatever is typed.",
            types_a_free_one,
        ),
        Step("Within a minute both are gone from the phone that was lent.", it_is_gone),
        Step(
            "The number has kept her promise: nine has passed, half an hour of grace as well, and "
            "nobody is asked. Her own chat, in other hands perhaps, shows nothing of it.",
            nobody_asks,
        ),
        Step(
            "Later somebody makes her prove that she is well. She takes a number that says she is "
            "forced; nothing on the phone is different.",
            types_a_forced_one,
        ),
        Step("Soon after, when chance has it, the office hears, and nobody else.", office_hears),
        Step("The office takes it, finds her, and closes it.", closed),
    ),
)
