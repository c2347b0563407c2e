"""Duress: her other number says that she is forced; her phone shows nothing, the office hears."""

from bot.demo.keepsakes import SPARE
from bot.demo.story import Scene, Step, Story


async def nudged(scene: Scene) -> None:
    await scene.at("20:30")


async def she_is_made_to_send(scene: Scene) -> None:
    await scene.at("20:40")
    await scene.seals(scene.cast.defender, "n", "note", code=SPARE, state="followed", text="")


async def office_hears(scene: Scene) -> None:
    await scene.at("20:43")


async def office_opens(scene: Scene) -> None:
    await scene.presses(scene.cast.coordinator, "Open")


async def office_takes(scene: Scene) -> None:
    await scene.at("20:45")
    await scene.presses(scene.cast.coordinator, "Take")


async def phone_is_taken(scene: Scene) -> None:
    await scene.at("20:50")
    await scene.says(scene.cast.first, "somebody else has the phone")
    await scene.presses(scene.cast.first, "Yes")


async def counts_as_seized(scene: Scene) -> None:
    await scene.at("20:52")
    await scene.presses(scene.cast.coordinator, "Open")
    await scene.orders(scene.cast.coordinator, "take {}", newest=True)
    await scene.says(scene.cast.coordinator, "seized A1")


async def they_write(scene: Scene) -> None:
    await scene.at("20:55")
    await scene.cast.defender.presses("1 note")
    await scene.stage.settle()
    await scene.at("20:58")


async def she_is_free(scene: Scene) -> None:
    await scene.at("21:16")  # what was opened has folded away
    await scene.at("21:20")
    await scene.says(scene.cast.coordinator, "free A1")
    for number in await scene.open_alarms():
        await scene.says(scene.cast.coordinator, f"close {number} safe she is with us")
        await scene.presses(scene.cast.coordinator, f"Yes, {number} *")


DURESS = Story(
    id="duress",
    title="Under force",
    sentence="Somebody makes her send her note; her phone shows nothing, the office alone knows.",
    steps=(
        Step(
            "An evening like any other: a word comes half an hour before her note is due.", nudged
        ),
        Step(
            "Somebody stands beside her and wants the note sent. She opens the page as always and "
            "enters her other number. Her chat shows what it shows on any evening; compare it.",
            she_is_made_to_send,
        ),
        Step(
            "Chance decides when, within two minutes: then the office alone hears of it. What "
            "arrives says nothing but to open it before anything else.",
            office_hears,
        ),
        Step(
            "What it is, and what must not be done: no call, no visit, no word to her people, and "
            "never a sign that anybody knows.",
            office_opens,
        ),
        Step("The coordinator takes it. None of her people has heard anything.", office_takes),
        Step(
            "Her friend has seen her without her phone and says so; the office alone hears that "
            "too, and asks her friend by voice.",
            phone_is_taken,
        ),
        Step(
            "Whatever that phone sends counts as forced from now on, for three days at most, "
            "whichever number is entered.",
            counts_as_seized,
        ),
        Step(
            "Whoever holds the phone presses her key. It is answered as ever, and the office hears "
            "that it was used.",
            they_write,
        ),
        Step(
            "She is with the office, her phone is her own again, and it is closed: by the office "
            "alone, with how it ended and why.",
            she_is_free,
        ),
    ),
)
