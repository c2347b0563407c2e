"""What hands do on a phone: press what is seen, type what is known, find a link that was sent."""

import asyncio
import re

from bot.demo.stage import Stage
from simulator.people import Impossible, Person

_LINK = re.compile(r"https://t\.me/\S+")
_LOOKS, _LOOK = 50, 0.1  #: how often, and how many real seconds apart, a person looks for a key


async def press(stage: Stage, person: Person, label: str) -> None:
    """Press a button under the newest message that has it and was not pressed before.

    A label that ends in `*` is any that begins so. Raises Impossible where no such button comes.
    """
    for _ in range(_LOOKS):
        for one in reversed((await person.sees()).from_bot):
            key = next((key for row in one.buttons for key in row if _is(key, label)), None)
            if key is not None and (person.id, one.message_id, one.text) not in stage.pressed:
                stage.pressed.add((person.id, one.message_id, one.text))
                await person.taps(key, one.message_id)
                await stage.settle()
                return
        await asyncio.sleep(_LOOK)
    raise Impossible(f"{person.first_name} sees no key {label!r}")


async def say(stage: Stage, person: Person, text: str) -> None:
    """Type something."""
    await person.says(text)
    await stage.settle()


def link_in(text: str) -> str:
    """Return the first link. Raises Impossible where there is none."""
    found = _LINK.search(text.replace("\n", " "))
    if found is None:
        raise Impossible(f"no link in: {text}")
    return found.group()


async def link_shown_to(person: Person) -> str:
    """Return the newest link in somebody's chat. Raises Impossible where there is none."""
    texts = [one.text for one in (await person.sees()).from_bot]
    return link_in("\n".join(reversed(texts)))


def _is(key: str, label: str) -> bool:
    return key.startswith(label[:-1]) if label.endswith("*") else key == label
