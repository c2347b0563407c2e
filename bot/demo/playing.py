"""The demo as a command: sets the stage, plays the life, holds it against the page, stays open."""

import asyncio
import contextlib
import os
import secrets
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.demo.expecting import faults, read_page
from bot.demo.life import DAWN, play
from bot.demo.stage import ZONE, Stage, VigilFailed
from bot.demo.transcript import Line, shown, write_json
from simulator.people import Impossible
from simulator.running import running

PAGE = Path(__file__).with_name("expected.txt")


@dataclass(frozen=True, slots=True)
class Played:
    """What came of the life."""

    lines: tuple[Line, ...]
    faults: tuple[str, ...]


@asynccontextmanager
async def stage(
    data_dir: Path, *, page: Path = PAGE, show: Callable[[Line], None] | None = None
) -> AsyncIterator[Stage]:
    """Start the stand-in, and take everything down in the end."""
    bot_id = 4_200_000_000 + secrets.randbelow(9_000_000)
    token = f"{bot_id}:{secrets.token_urlsafe(26)}"
    await asyncio.to_thread(_keep_token, data_dir, token)
    async with running(at=DAWN) as stand:
        await stand.bot(token, username="noted_daily_bot", first_name="Notes")
        one = Stage(stand, data_dir, token, read_page(page, ZONE), show or (lambda _: None))
        try:
            yield one
        finally:
            await one.stop()


def _keep_token(data_dir: Path, token: str) -> None:
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    token_file = data_dir / "token"
    token_file.write_text(token + "\n", encoding="utf-8")
    token_file.chmod(0o600)


async def play_once(one: Stage) -> Played:
    """Play the life to its end and say where it parted from what was expected."""
    broken: tuple[str, ...] = ()
    try:
        await play(one)
    except (Impossible, VigilFailed) as error:
        # Somebody could not do their part; how far the page was kept says the rest.
        broken = (f"the life could not go on: {error}",)
    lines = await one.read()
    violated = tuple(f"against the Bot API: {one}" for one in await one.stand.violations())
    return Played(lines, (*broken, *faults(one.expected, lines), *violated))


async def demo(*, once: bool, json_file: Path | None = None, page: Path = PAGE) -> int:
    """Play the life; return 0 if every expectation held, else 1. Without `once`, stay open."""
    given = os.environ.get("VIGIL_DATA_DIR")
    data_dir = Path(given) if given else Path(tempfile.mkdtemp(prefix="vigil-demo-"))
    async with stage(data_dir.absolute(), page=page, show=_print) as one:
        played = await play_once(one)
        if json_file is not None:
            write_json(played.lines, json_file)
        _say("")
        for fault in played.faults:
            _say(f"FAILED  {fault}")
        if not played.faults:
            _say(f"Every one of {len(one.expected)} expectations held.")
        _say(f"The database and the keys are left in {one.data_dir}")
        if not once:
            await _stay_open(one)
    return 1 if played.faults else 0


async def _stay_open(one: Stage) -> None:
    if not one.running:
        await one.start()
    await one.stand.run_at(1.0)
    _say(f"The stand-in goes on at {one.stand.url}/  (Ctrl-C ends it)")
    with contextlib.suppress(asyncio.CancelledError):
        while True:
            await one.read()
            await asyncio.sleep(1)


def _print(line: Line) -> None:
    _say(shown(line, ZONE))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
