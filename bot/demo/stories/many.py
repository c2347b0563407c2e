"""Many at once: the network of a town fails, and twelve fall silent together."""

from bot.demo.story import Scene, Step, Story
from simulator.people import Person


async def here_they_are(scene: Scene) -> None:
    await scene.at("12:30")


async def none_of_them_writes(scene: Scene) -> None:
    await scene.at("13:00")
    await scene.at("14:00")


async def office_is_asked(scene: Scene) -> None:
    await scene.at("15:00")


async def board(scene: Scene) -> None:
    await scene.at("15:02")
    await scene.says(scene.cast.coordinator, "board")


async def they_are_back(scene: Scene) -> None:
    await scene.at("15:20")
    await together(scene, [(one, "1") for one in scene.cast.crowd])


async def each_is_confirmed(scene: Scene) -> None:
    await scene.at("15:22")
    office = scene.cast.coordinator
    await together(scene, [(office, f"confirm {one} voice") for one in await scene.open_alarms()])


async def together(scene: Scene, said: list[tuple[Person, str]]) -> None:
    """Let all this be written at the same moment."""
    bot = scene.stage.bot
    messages = [{"bot": bot, "from": person.id, "text": text} for person, text in said]
    await scene.stage.stand.tell("say", *messages)
    await scene.stage.settle()


MANY = Story(
    id="many",
    crowd=True,
    title="Many at once",
    sentence="The network of a town fails; twelve people fall silent at the same time.",
    steps=(
        Step(
            "Twelve more people send one note a day, due at 13:00. Half an hour before, a quiet "
            "word comes to each.",
            here_they_are,
        ),
        Step(
            "The network fails and none of them writes. Each is reminded, as if alone.",
            none_of_them_writes,
        ),
        Step(
            "Their grace ends in the same minute. The coordinator gets one line for each, as fast "
            "as Telegram lets a chat fill: no alarm waits behind another person's reminder.",
            office_is_asked,
        ),
        Step("The board puts them in order: what is open, and what nobody has taken.", board),
        Step(
            "The network is back and twelve notes arrive together; each holds its own alarm.",
            they_are_back,
        ),
        Step(
            "Nobody is stood down by a heap: the coordinator calls each and confirms each.",
            each_is_confirmed,
        ),
    ),
)
