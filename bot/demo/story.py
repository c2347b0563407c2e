"""What a ready-made story is: steps that a person can follow, each with one sentence about it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from bot.demo.cast import Cast
from bot.demo.hands import press, say
from bot.demo.handset import open_page
from bot.demo.stage import Stage
from simulator.people import Impossible, Person

_PAGES = Path(__file__).with_name("stories")


@dataclass(frozen=True, slots=True)
class Scene:
    """The stage and those on it, as a story's steps take them in hand."""

    stage: Stage
    cast: Cast

    async def at(self, clock: str) -> None:
        """Let it become this local time of the story's present day, and all be said."""
        await self.stage.at(clock)

    async def says(self, person: Person, text: str) -> None:
        """Let somebody type."""
        await say(self.stage, person, text)

    async def open_alarms(self) -> list[int]:
        """Return the numbers of the alarms that are open."""
        glimpse = await self.stage.look_inside().look(await self.stage.stand.now())
        return [one.alarm.number for one in glimpse.alarms if one.alarm.closed_at is None]

    async def orders(self, person: Person, order: str, *, newest: bool = False) -> None:
        """Let a coordinator send a command about an open alarm, whose number is `{}`: the oldest.

        Raises Impossible where none is open.
        """
        numbers = await self.open_alarms()
        if not numbers:
            raise Impossible("no alarm is open")
        await self.says(person, order.format((max if newest else min)(numbers)))

    async def presses(self, person: Person, label: str) -> None:
        """Let somebody press a button under a message."""
        await press(self.stage, person, label)

    async def seals(self, person: Person, screen: str, kind: str, **fields: object) -> None:
        """Let somebody open the page by their key and send one thing from it."""
        page = await open_page(person, screen)
        await page.sends(kind, **fields)
        await self.stage.settle()


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is done, and the sentence that says what happens and why."""

    sentence: str
    act: Callable[[Scene], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Story:
    """A story. What must be heard in it stands in stories/<id>.txt, in the form of expecting.py.

    It begins at 08:20 of its first day, when the defender has just sent her note.
    """

    id: str
    title: str
    sentence: str
    steps: tuple[Step, ...]
    crowd: bool = False  #: it is about twelve more, whose notes of the day are open when it begins

    @property
    def page(self) -> Path:
        """The page of what must be heard."""
        return _PAGES / f"{self.id.replace('-', '_')}.txt"
