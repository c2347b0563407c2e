"""A lost phone: a link from the office, a number compared by voice; the old chat hears nothing."""

import re

from bot.demo.hands import link_in
from bot.demo.story import Scene, Step, Story
from simulator.people import Impossible, Person


async def office_makes_link(scene: Scene) -> None:
    await scene.at("11:00")
    await scene.says(scene.cast.coordinator, "move A1")


async def new_phone(scene: Scene) -> None:
    stage, cast = scene.stage, scene.cast
    link = link_in("\n".join(await _texts(cast.coordinator)))
    name = cast.defender.first_name
    if cast.lost is None:
        cast.lost = await stage.enter("stranger", name, cast.language)
    # From here on what was found again is the new phone, and the other is the lost one.
    stage.chats[cast.lost.id] = f"defender {name}-new"
    await stage.at("11:10")
    await cast.lost.opens_link(link)
    await stage.settle()


async def compares(scene: Scene) -> None:
    await scene.says(_other(scene), "1")


async def office_has_heard(scene: Scene) -> None:
    await scene.at("11:12")
    await scene.presses(scene.cast.coordinator, "Yes*")
    scene.cast.swap_phones()
    stage, lost = scene.stage, _other(scene)
    stage.chats[lost.id] = f"stranger {lost.first_name}-old"


async def first_note(scene: Scene) -> None:
    await scene.at("20:30")
    await scene.at("20:40")
    await scene.says(scene.cast.defender, "1")


async def old_phone(scene: Scene) -> None:
    await scene.at("20:45")
    await scene.says(_other(scene), "1")


def _other(scene: Scene) -> Person:
    if scene.cast.lost is None:
        raise Impossible("there is no other phone")
    return scene.cast.lost


async def _texts(person: Person) -> list[str]:
    """Return what the bot has written that holds a link, the newest first."""
    seen = reversed((await person.sees()).from_bot)
    return [one.text for one in seen if re.search(r"https://t\.me/", one.text)]


LOST_PHONE = Story(
    id="lost-phone",
    title="A lost phone",
    sentence="Her phone is gone; she comes back with another account and keeps her promise.",
    steps=(
        Step(
            "She has called the office from a neighbour's phone. The coordinator makes a link "
            "that is good for one person, and reads a number.",
            office_makes_link,
        ),
        Step("She opens the link on another phone, under another account.", new_phone),
        Step(
            "The number there is the one the coordinator said aloud, so she says yes; that alone "
            "lets nobody in.",
            compares,
        ),
        Step(
            "The coordinator has heard the same number in her own voice and lets the new phone in.",
            office_has_heard,
        ),
        Step("Her evening note comes from the new phone; the promise never stopped.", first_note),
        Step(
            "Whoever found the old phone writes on it, and is answered like any stranger.",
            old_phone,
        ),
    ),
)
