"""The demo as a command: sets the stage, plays the life, holds it against the page, stays open."""

import asyncio
import contextlib
import os
import secrets
import sys
import tempfile
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.demo.cast import Cast, enter
from bot.demo.expecting import LATE, faults, read_page
from bot.demo.hands import say
from bot.demo.life import play
from bot.demo.page import Page, shown
from bot.demo.planting import enrol_circle
from bot.demo.player import Player
from bot.demo.stage import DAWN, ZONE, Stage, VigilFailed
from bot.demo.stories import STORIES
from bot.demo.story import Scene
from bot.demo.transcript import Line, write_json
from bot.demo.transcript import shown as in_one_line
from simulator.people import Impossible, Stand
from simulator.running import running

PAGE = Path(__file__).with_name("expected.txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked for on the command line."""

    once: bool = False  #: play the life, then exit
    json_file: Path | None = None
    stage_only: bool = False  #: no life: everybody is enrolled in a moment
    stand_url: str | None = None  #: a stand-in that runs already; None: our own
    open_browser: bool = False
    language: str = "en"  #: the defender's own, where there is no life
    page: Path = PAGE


@dataclass(frozen=True, slots=True)
class Played:
    """What came of the life."""

    lines: tuple[Line, ...]
    faults: tuple[str, ...]


@asynccontextmanager
async def stage(
    data_dir: Path,
    *,
    page: Path = PAGE,
    show: Callable[[Line], None] | None = None,
    stand_url: str | None = None,
) -> AsyncIterator[Stage]:
    """Start a stand-in, or take the one at `stand_url`; take everything of ours down in the end."""
    bot_id = 4_200_000_000 + secrets.randbelow(9_000_000)
    token = f"{bot_id}:{secrets.token_urlsafe(26)}"
    await asyncio.to_thread(_keep_token, data_dir, token)
    async with running(at=DAWN) if stand_url is None else Stand(stand_url) as stand:
        if stand_url is not None:
            await stand.push_to(DAWN)
            await stand.run_at(1.0)
        await stand.bot(token, username="noted_daily_bot", first_name="Notes")
        one = Stage(
            stand, data_dir, token, read_page(page, ZONE, late=LATE), show or (lambda _: None)
        )
        try:
            yield one
        finally:
            await one.stop()


def _keep_token(data_dir: Path, token: str) -> None:
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    token_file = data_dir / "token"
    token_file.write_text(token + "\n", encoding="utf-8")
    token_file.chmod(0o600)


async def play_once(one: Stage, cast: Cast | None = None) -> Played:
    """Play the life to its end and say where it parted from what was expected."""
    broken: tuple[str, ...] = ()
    try:
        await play(one, cast or await enter(one))
    except (Impossible, VigilFailed) as error:
        # Somebody could not do their part; how far the page was kept says the rest.
        broken = (f"the life could not go on: {error}",)
    lines = await one.read()
    violated = tuple(f"against the Bot API: {one}" for one in await one.stand.violations())
    return Played(lines, (*broken, *faults(one.expected, lines), *violated))


async def set_up_at_once(one: Stage, language: str = "en") -> Scene:
    """Enrol everybody in a moment and start; her first note brings the keys to her phone."""
    cast = await enter(one, language, started=True)
    one.begin(())
    await one.command("init", "--awake", "always", "--zone", ZONE)
    await enrol_circle(one, cast)
    await one.start()
    await say(one, cast.defender, "1")
    # The office's phone says by itself what can be sent there.
    await say(one, cast.coordinator, "help")
    return Scene(one, cast)


async def demo(asked: Asked) -> int:
    """Play the life; return 0 if every expectation held, else 1. Without `once`, stay open."""
    given = os.environ.get("VIGIL_DATA_DIR")
    data_dir = Path(given) if given else Path(tempfile.mkdtemp(prefix="vigil-demo-"))
    failed = False
    async with AsyncExitStack() as stack:
        one = await stack.enter_async_context(
            stage(data_dir.absolute(), page=asked.page, show=_print, stand_url=asked.stand_url)
        )
        _say(f"The page: {one.stand.url}/")
        if asked.open_browser:
            await asyncio.to_thread(_open, f"{one.stand.url}/")
        if asked.stage_only:
            scene = await set_up_at_once(one, asked.language)
            page = Page(scene)
        else:
            scene = Scene(one, await enter(one))
            page = Page(scene)
            if not asked.once:
                await stack.enter_async_context(shown(page))
            failed = await _live(one, scene.cast, asked)
        _say(f"The database and the keys are left in {one.data_dir}")
        if not asked.once:
            if asked.stage_only:
                await stack.enter_async_context(shown(page))
            await _stay_open(page)
    return 1 if failed else 0


async def _live(one: Stage, cast: Cast, asked: Asked) -> bool:
    """Play the life and print what came of it; say whether anything failed."""
    played = await play_once(one, cast)
    if asked.json_file is not None:
        # Written in one go, when nothing else is to be done.
        write_json(played.lines, asked.json_file)
    _say("")
    for fault in played.faults:
        _say(f"FAILED  {fault}")
    if not played.faults:
        _say(f"Every one of {len(one.expected)} expectations held.")
    return bool(played.faults)


async def _stay_open(page: Page) -> None:
    """Let people play, until they have had enough."""
    one = page.scene.stage
    await one.start()
    await one.stand.run_at(1.0)
    one.begin(())
    page.player = Player(page.scene, STORIES, page.show_ourselves)
    _say(f"Stories are ready, and every phone can be used, at {one.stand.url}/  (Ctrl-C ends it)")
    try:
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
    finally:
        await page.player.stop()


def _open(address: str) -> None:
    """Open the address in a browser, where there plainly is one."""
    has_screen = sys.platform in {"darwin", "win32"} or any(
        os.environ.get(one) for one in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if not (has_screen and webbrowser.open(address)):
        _say("No browser is to be had here: open the address yourself.")


def _print(line: Line) -> None:
    _say(in_one_line(line, ZONE))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
