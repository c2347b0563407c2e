"""The stage of the demo: the stand-in, our own process beside it, and the clock in our hands.

The bot is a child process with settings like any operator's, and is killed with SIGKILL.
"""

import asyncio
import os
import secrets
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.demo.expecting import Expected, first_missing, still_to_come
from bot.demo.insight import Insight
from bot.demo.transcript import Line, lines_of
from simulator.people import Person, Stand

DAWN = datetime(2026, 3, 2, 2, 30, tzinfo=UTC)  #: Monday 07:30 in Dushanbe
ZONE = "Asia/Dushanbe"  #: where the defender of the demo lives
PATIENCE = 60.0  #: real seconds that a line may take to be said
_STILL = 0.15  #: real seconds without a request: nobody has anything more to say
_LAST_WORDS = 30.0  #: real seconds that our process may take to end when it is asked to
LOOPBACK = "127.0.0.1"
#: Below what the system hands out by itself: nobody takes ours while our process is dead.
_PORTS = range(20_000, 30_000)
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


class NeverSaid(Exception):
    """What was to be said was not said; the message tells what was waited for."""


def free_port() -> int:
    """Return a port of this machine at which nobody listens now."""
    while True:
        port = secrets.choice(_PORTS)
        with socket.socket() as line:
            if line.connect_ex((LOOPBACK, port)):
                return port


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
    strict: bool = False  #: whoever waits in vain is told so (NeverSaid)
    pressed: set[tuple[int, int, str]] = field(default_factory=set)  #: keys that were pressed
    insight: Insight | None = None  #: set once it is looked into
    _vigil: asyncio.subprocess.Process | None = None
    _shown: int = 0
    _record: list[Line] = field(default_factory=list)
    seen: int = 0  #: the record's number up to which it was read
    lives: bool = False  #: our process has been started before
    port: int = field(default_factory=free_port)  #: at which our process serves its page
    _reading: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def enter(
        self, role: str, name: str, language: str = "en", *, started: bool = False
    ) -> Person:
        """Let somebody come on the stage, with a phone of their own."""
        number = 70_000_000 + secrets.randbelow(9_000_000)
        person = await self.stand.person(number, name, language, started=started)
        self.chats[number] = f"{role} {name}"
        return person.with_bot(self.bot)

    @property
    def bot(self) -> int:
        """The bot's own number."""
        return int(self.token.partition(":")[0])

    @property
    def log(self) -> Path:
        """Where our process writes what it does."""
        return self.data_dir / "vigil.log"

    def look_inside(self) -> Insight:
        """Open what only the demo can show; the house must have been set up."""
        if self.insight is None:
            self.insight = Insight(self.environment, DAWN)
        return self.insight

    # --- Our own process ----------------------------------------------------------------

    @property
    def environment(self) -> dict[str, str]:
        """The settings that our process is started with, and nothing else of this shell's."""
        kept = {name: os.environ[name] for name in _HANDED_ON if name in os.environ}
        return kept | {
            "VIGIL_TELEGRAM_URL": self.stand.url,
            "VIGIL_TOKEN_FILE": str(self.data_dir / "token"),
            "VIGIL_DATA_DIR": str(self.data_dir),
            # The phones of the stage are on this machine, and so is the page that they open.
            "VIGIL_PUBLIC_URL": f"http://{LOOPBACK}:{self.port}/page",
            "VIGIL_LISTEN": f"{LOOPBACK}:{self.port}",
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
        """Start our process, if it does not run; it is ready when it polls."""
        if self.running:
            return
        self.lives = True
        with self.log.open("ab") as log:
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
        """Ask our process to end; one that does not is killed, so that nothing is left behind."""
        try:
            async with asyncio.timeout(_LAST_WORDS):
                await self._end(signal.SIGTERM)
        except TimeoutError:
            await self._end(signal.SIGKILL)
        finally:
            if self.insight is not None:
                await self.insight.close()

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

    async def meets(self, fault: int, times: int) -> None:
        """Wait until our process has met a fault so often, or for as long as we are patient."""
        loop = asyncio.get_running_loop()
        ends = loop.time() + self.patience
        while loop.time() < ends:
            armed = await self.stand.ask("faults")
            if any(one["id"] == fault and one["struck"] >= times for one in armed):
                return
            await asyncio.sleep(_STILL)

    async def settle(self) -> None:
        """Wait until what is expected by now has been said, and nobody speaks any more.

        Raises NeverSaid where that is not so in the end, if the stage is strict; VigilFailed where
        our process has ended without having been asked to.
        """
        loop = asyncio.get_running_loop()
        ends, left = loop.time() + self.patience, ""
        while loop.time() < ends:
            await asyncio.sleep(_STILL)
            if self._vigil is not None and self._vigil.returncode is not None:
                raise VigilFailed(f"our server has ended by itself: {self.log.name} says why")
            still = await self.stand.quiet(_STILL, within=5.0)
            if not still and self.running:
                # What waits at Telegram has not been heard: a start takes long on a busy machine.
                left = "messages wait at Telegram, or its clock runs too fast"
                continue
            await self.read()
            now = await self.stand.now()
            left = await self._left_to_do(now)
            if not left and not still_to_come(self.expected, self._record, now):
                return
        if self.strict:
            missing = first_missing(self.expected, self._record, await self.stand.now())
            raise NeverSaid(missing or f"our server does not come to rest: {left}")

    async def _left_to_do(self, now: datetime) -> str:
        """Return what our process has left to do, where it lives and can be looked into."""
        if self.insight is None or not self.running:
            return ""
        return await self.insight.left_to_do(now)

    def begin(self, expected: Sequence[Expected]) -> None:
        """Expect something else from now on; what was said before belongs to what is over."""
        self.expected = expected
        self._record.clear()

    async def read(self) -> tuple[Line, ...]:
        """Read what the stand-in recorded since, show it, and return all of it."""
        # One reader at a time: two would both take the same lines for new.
        async with self._reading:
            record = await self.stand.record(self.seen)
            if record:
                self.seen = record[-1]["n"]
                new = lines_of(record, self.chats)
                self._record.extend(new)
                for line in new:
                    self.show(line)
            return tuple(self._record)
