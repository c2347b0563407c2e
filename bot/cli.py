"""The operator's commands. What they say on the screen is said to the operator alone."""

import asyncio
import json
import os
import signal
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot import logs, state
from bot.clock import machine_now
from bot.desk import Invited, desk, invite_coordinator
from bot.doctor import examine
from bot.export import PAGE, export_page
from bot.forget import Answer, forget_by_code
from bot.init import ALWAYS, Answers, first_run, read_awake, read_zone
from bot.keys_commands import keys_app
from bot.running import run as run_house
from bot.screen import (
    SettingsFile,
    ask,
    bar,
    do,
    give_up,
    read_settings,
    say_aloud,
    screen,
    show,
    steps,
)
from bot.settings_faults import LogFormat
from handlers.stranger import DULL
from handlers.words import languages

app = typer.Typer(
    name="vigil",
    no_args_is_help=True,
    add_completion=False,
    # A traceback with its locals would show what people said.
    pretty_exceptions_enable=False,
    help="Watches over people who promised to give a sign of life.",
)
app.add_typer(keys_app, name="keys")
miniapp_app = typer.Typer(no_args_is_help=True, help="The page on which phones seal.")
app.add_typer(miniapp_app, name="miniapp")

_AWAKE = "When does somebody answer (07:00-23:00, or always)"
_ZONE = "In which zone (for example Asia/Dushanbe)"

AsJson = Annotated[bool, typer.Option("--json", help="Say it as JSON.")]


def main() -> None:
    """Run the command that was given."""
    app()


@app.command()
def run(settings: SettingsFile = None) -> None:
    """Run Vigil until it is told to stop."""
    chosen = read_settings(settings)
    secrets = (chosen.token, chosen.pulse_url or "", *chosen.horn_urls, chosen.database_url)
    logs.set_up(chosen.log_level, chosen.log_format, secrets)

    async def until_stopped() -> None:
        stop = asyncio.Event()
        for one in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(one, stop.set)
        await run_house(chosen, stop)

    do(until_stopped())


@app.command()
def init(
    *,
    settings: SettingsFile = None,
    awake: Annotated[
        str | None, typer.Option(help=f'When somebody answers: "07:00-23:00" or "{ALWAYS}".')
    ] = None,
    zone: Annotated[str | None, typer.Option(help="In which zone that is, such as UTC.")] = None,
    language: Annotated[
        str, typer.Option(help=f"The office's language: {', '.join(languages())}.")
    ] = "en",
    stranger: Annotated[
        str, typer.Option(help=f"What strangers are answered: {', '.join(DULL)}.")
    ] = DULL[0],
) -> None:
    """Set Vigil up: keys, database, when somebody is awake, the first coordinator's link."""
    chosen = read_settings(settings)
    logs.set_up("ERROR", chosen.log_format, (chosen.token,))
    answers = Answers(
        awake=ask("--awake", _AWAKE, awake, read_awake),
        zone=ask("--zone", _ZONE, zone, read_zone),
        language=language,
        stranger=stranger,
    )
    made = do(first_run(chosen, os.environ, answers))
    for line in made.done or ["everything was set up already"]:
        screen.print(f"- {line}")
    show(made.faults)
    if made.invited is not None:
        say_aloud(made.invited)
        screen.print("Next: vigil run, and in another window vigil doctor.")
    if any(fault.grave for fault in made.faults):
        raise typer.Exit(1)


@app.command()
def doctor(*, settings: SettingsFile = None, as_json: AsJson = False) -> None:
    """Name every fault and its mend; exit with 1 if there is one."""
    logs.set_up("CRITICAL", LogFormat.PLAIN)
    examined = do(examine(os.environ, settings))
    grave = [fault for fault in examined.faults if fault.grave]
    if as_json:
        found = [fault.as_json() for fault in examined.faults]
        page = examined.page.as_json() if examined.page is not None else None
        answer = {"well": not grave, "faults": found, "page": page}
        sys.stdout.write(json.dumps(answer, indent=2) + "\n")
    else:
        show(examined.faults)
        for line in examined.page.lines() if examined.page is not None else ():
            screen.print(line, markup=False)
        if not grave:
            screen.print("No faults found.")
    raise typer.Exit(1 if grave else 0)


@app.command()
def health(settings: SettingsFile = None) -> None:
    """Say by the exit code alone whether Vigil turns here (for containers)."""
    try:
        chosen = read_settings(settings)
    except typer.Exit as wrong:
        # Container engines know 0 and 1 only.
        raise typer.Exit(1) from wrong
    said = state.read(chosen.state_file)
    raise typer.Exit(0 if said is not None and said.is_fresh(machine_now()) else 1)


@app.command()
def invite(
    *,
    settings: SettingsFile = None,
    language: Annotated[str, typer.Option(help="In which language they read.")] = "en",
    as_json: AsJson = False,
) -> None:
    """Make a one-time link for somebody who is to coordinate, and the number to say aloud."""
    chosen = read_settings(settings)
    logs.set_up("ERROR", chosen.log_format, (chosen.token,))
    if language not in languages():
        give_up(f"Which language? One of: {', '.join(languages())}.")

    async def make() -> Invited:
        async with desk(chosen, os.environ) as open_desk:
            return await invite_coordinator(open_desk, language)

    invited = do(make())
    if as_json:
        sys.stdout.write(json.dumps({"link": invited.link, "number": invited.number}) + "\n")
    else:
        say_aloud(invited)


@app.command()
def forget(
    code: Annotated[str, typer.Argument(help="The code name, such as A7.")],
    *,
    settings: SettingsFile = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether it is meant.")] = False,
) -> None:
    """Erase what is kept about somebody, and the keys that could open an old copy of it."""
    chosen = read_settings(settings)
    logs.set_up("ERROR", chosen.log_format, (chosen.token,))
    if not yes and not typer.confirm(f"Erase all that is kept about {code}, for ever?"):
        raise typer.Exit(1)
    with bar() as shown:
        answer = do(forget_by_code(chosen, os.environ, code, steps(shown)))
    screen.print(answer.value)
    raise typer.Exit(0 if answer in (Answer.FORGOTTEN, Answer.LATER) else 1)


@miniapp_app.command("export")
def export(
    directory: Annotated[Path, typer.Argument(help="An empty directory, or one exported to.")],
    settings: SettingsFile = None,
) -> None:
    """Write the page as a file for any static host; it is good for thirty days at least."""
    chosen = read_settings(settings)
    logs.set_up("ERROR", chosen.log_format, (chosen.token,))
    exported = do(export_page(chosen, os.environ, directory))
    for line in (
        f"Wrote {directory / PAGE}, good until {exported.good_until:%Y-%m-%d}.",
        f"SHA-256 of the whole file: {exported.whole}",
        f"SHA-256 of the bundle: {exported.bundle}",
        f"SHA-256 of the data block: {exported.data}",
        "Next: put it on a host that speaks https; set VIGIL_PUBLIC_URL to its address there and",
        "VIGIL_LISTEN=none, and restart Vigil. Export it anew every 30 days.",
    ):
        screen.print(line, markup=False)


@app.command(
    context_settings={
        "allow_extra_args": True,
        "ignore_unknown_options": True,
        "help_option_names": [],
    }
)
def cards(context: typer.Context) -> None:
    """Print one-time numbers for somebody; vigil cards --help says how."""
    _become("bot.cards", context.args)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def demo(context: typer.Context) -> None:
    """Play one whole life against a stand-in for Telegram; --once plays it and exits."""
    _become("bot.demo", context.args)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def bench(context: typer.Context) -> None:
    """Measure how fast it all goes on this machine."""
    _become("bench", context.args)


def _become(module: str, args: list[str]) -> NoReturn:
    """Go on as another program: what only it needs is never loaded into the house."""
    if find_spec(module) is None:
        give_up(f"{module} is not part of this installation.")
    # The same interpreter, the arguments as they were typed, no shell in between.
    os.execv(sys.executable, [sys.executable, "-m", module, *args])  # noqa: S606
