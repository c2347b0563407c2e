"""Plays a ready-made story step by step, or by itself, and says what hindered it if it cannot."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

from bot.demo.expecting import LATE, Expected, faults, read_page
from bot.demo.morning import Hindered, fresh_morning
from bot.demo.stage import ZONE, NeverSaid, VigilFailed
from bot.demo.story import Scene, Story
from simulator.people import Impossible

PATIENCE = 40.0  #: real seconds that a line may take to be said: many in one chat take long
#: Real seconds between two steps of a story that goes on by itself: time to read.
PAUSE = 8.0

_FIRST = "Everybody goes back to an ordinary morning: what was open is ended, notes are sent."


@dataclass(slots=True)
class Player:
    """One story at a time."""

    scene: Scene
    stories: Mapping[str, Story]
    changed: Callable[[], Awaitable[None]]  #: to be called when the page shall show it anew
    pause: float = PAUSE
    patience: float = PATIENCE
    automatic: bool = False
    playing: str | None = None
    done: set[str] = field(default_factory=set)
    step: dict[str, Any] | None = None
    fault: str | None = None
    _go_on: asyncio.Event = field(default_factory=asyncio.Event)
    _task: asyncio.Task[None] | None = None

    def as_slot(self) -> dict[str, Any]:
        """Return the slot `stories`."""
        return {
            "playing": self.playing,
            "automatic": self.automatic,
            "list": [
                {
                    "id": one.id,
                    "title": one.title,
                    "sentence": one.sentence,
                    "done": one.id in self.done,
                }
                for one in self.stories.values()
            ],
            "step": self.step,
            "fault": self.fault,
        }

    async def wish(self, what: str) -> None:
        """Do what was pressed on the page; what is not known is left alone."""
        if what == "next":
            self._go_on.set()
        elif what == "automatic":
            self.automatic = not self.automatic
            self._go_on.set()
        elif what == "stop":
            await self.stop()
        elif what in self.stories:
            await self.stop()
            # Shown at once, also before the task has had its first turn.
            self.playing = what
            self._task = asyncio.create_task(self.play(self.stories[what]))
        await self.changed()

    async def stop(self) -> None:
        """Break off what is being played."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def over(self) -> None:
        """Wait until nothing is played any more."""
        if self._task is not None:
            await self._task

    async def play(self, story: Story) -> None:
        """Play a story to its end; what hinders it is kept in `fault`."""
        self.playing, self.fault, self.step = story.id, None, None
        self.done.discard(story.id)
        try:
            found = await self._play(story)
        except (Impossible, VigilFailed, Hindered, NeverSaid) as error:
            self.fault = f"The story could not go on: {error}"
        except httpx.HTTPError as error:
            self.fault = f"The stand-in does not answer: {type(error).__name__}"
        else:
            if found:
                self.fault = f"It went otherwise than the story has it. {found[0]}"
            else:
                self.done.add(story.id)
        finally:
            self.playing = None
            await self.changed()

    async def _play(self, story: Story) -> tuple[str, ...]:
        stage = self.scene.stage
        stage.begin(())
        stage.strict, stage.patience = True, self.patience
        await self._show(story, 0, _FIRST)
        await fresh_morning(self.scene, crowd=story.crowd)
        expected = read_page(story.page, ZONE, first_day=stage.day, late=LATE)
        expected = tuple(one for one in expected if self._is_in_english(one))
        await stage.read()
        stage.begin(expected)
        for number, step in enumerate(story.steps, start=1):
            if number > 1:
                await self._wait(story, number - 1)
            await self._show(story, number, step.sentence)
            await step.act(self.scene)
        lines = await stage.read()
        return faults(expected, [one for one in lines if self._is_in_english(one)])

    def _is_in_english(self, said: Expected | Any) -> bool:
        """Say whether a line is held against the page, which is written in English."""
        return self.scene.cast.language == "en" or not said.chat.startswith("defender ")

    async def _wait(self, story: Story, number: int) -> None:
        """Wait for "next", or a while where it goes on by itself."""
        stage = self.scene.stage
        await self._show(story, number, story.steps[number - 1].sentence, waits=True)
        self._go_on.clear()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self.pause if self.automatic else None):
                await self._go_on.wait()
        # Whatever was done meanwhile is seen before it goes on, at the pace of every day.
        await stage.stand.run_at(1.0)
        await stage.read()

    async def _show(self, story: Story, number: int, sentence: str, *, waits: bool = False) -> None:
        self.step = {
            "number": number,
            "of": len(story.steps),
            "sentence": sentence,
            "waits": waits,
        }
        await self.changed()
