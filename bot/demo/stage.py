"""The stage of the demo: the stand-in, our own process beside it, and the clock in our hands.

The bot is a child process with settings like any operator's, and is killed with SIGKILL.
"""

import asyncio
import os
import secrets
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.demo.expecting import Expected, still_to_come
from bot.demo.transcript import Line, lines_of
from simulator.people import Person, Stand

ZONE = "Asia/Dushanbe"  #: where the defender of the demo lives
PATIENCE = 20.0  #: real seconds that a line may take to be said
_STILL = 0.15  #: real seconds without a request: nobody has anything more to say
_HANDED_ON = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "SSL_CERT_FILE",
    "XDG_RUNTIME_DIR",
    "VIRTUAL_ENV",
    "VIGIL_LOG_LEVEL",
)


class VigilFailed(Exception):
    """A command of Vigil's own failed; the message is what it printed."""


@dataclass
class Stage:
    """Everything the life is played with."""

    stand: Stand
    data_dir: Path
    token: str
    expected: Sequence[Expected]
    show: Callable[[Line], None]
    day: date = date(2026, 3, 2)
    chats: dict[int, str] = field(default_factory=dict)
    patience: float = PATIENCE
    pressed: set[tuple[int, int, str]] = field(default_factory=set)  #: keys that were pressed
    _vigil: asyncio.subprocess.Process | None = None
    _shown: int = 0
    _record: list[Line] = field(default_factory=list)
    _seen: int = 0

    async def enter(self, role: str, name: str, language: str = "en") -> Person:
        """Let somebody come on the stage, with a phone of their own."""
        number = 70_000_000 + secrets.randbelow(9_000_000)
        person = await self.stand.person(number, name, language)
        self.chats[number] = f"{role} {name}"
        return person

    # --- Our own process ----------------------------------------------------------------

    @property
    def environment(self) -> dict[str, str]:
        """The settings that our process is started with, and nothing else of this shell's."""
        kept = {name: os.environ[name] for name in _HANDED_ON if name in os.environ}
        return kept | {
            "VIGIL_TELEGRAM_URL": self.stand.url,
            "VIGIL_TOKEN_FILE": str(self.data_dir / "token"),
            "VIGIL_DATA_DIR": str(self.data_dir),
            "PYTHONUNBUFFERED": "1",
        }

    async def command(self, *words: str) -> str:
        """Run a command of Vigil's and return what it printed. Raises VigilFailed."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *words,
            env=self.environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        printed, complained = await process.communicate()
        if process.returncode:
            raise VigilFailed((printed + complained).decode(errors="replace"))
        return printed.decode()

    async def start(self) -> None:
        """Start our process; it is ready when it polls."""
        with (self.data_dir / "vigil.log").open("ab") as log:
            self._vigil = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                env=self.environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    async def kill(self) -> None:
        """Take the power away from our process."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        """Ask our process to end."""
        await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> None:
        if self._vigil is not None and self._vigil.returncode is None:
            self._vigil.send_signal(how)
            await self._vigil.wait()
        self._vigil = None

    @property
    def running(self) -> bool:
        """Whether our process lives."""
        return self._vigil is not None and self._vigil.returncode is None

    # --- Time ----------------------------------------------------------------------------

    async def at(self, clock: str) -> None:
        """Push the clock to this local time of the present day, and let everything be said."""
        await self.push_to(clock)
        await self.settle()

    async def push_to(self, clock: str) -> None:
        """Push the clock to this local time and wait for nothing."""
        await self.stand.push_to(
            datetime.combine(self.day, time.fromisoformat(clock), ZoneInfo(ZONE))
        )

    async def settle(self) -> None:
        """Wait until what is expected by now has been said, and nobody speaks any more."""
        loop = asyncio.get_running_loop()
        ends = loop.time() + self.patience
        while loop.time() < ends:
            await asyncio.sleep(_STILL)
            await self.stand.quiet(_STILL, within=5.0)
            await self.read()
            if not still_to_come(self.expected, self._record, await self.stand.now()):
                return

    async def read(self) -> tuple[Line, ...]:
        """Read what the stand-in recorded since, show it, and return all of it."""
        record = await self.stand.record(self._seen)
        if record:
            self._seen = record[-1]["n"]
            new = lines_of(record, self.chats)
            self._record.extend(new)
            for line in new:
                self.show(line)
        return tuple(self._record)
