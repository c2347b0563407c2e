"""Makes keys anew, moves what is kept to them, copies them for safekeeping: `vigil keys`."""

import os
from pathlib import Path
from typing import Annotated

import typer

from bot.copying import copy_keyring
from bot.desk import desk
from bot.screen import SettingsFile, bar, do, expected, give_up, read_settings, screen, steps

keys_app = typer.Typer(no_args_is_help=True, help="Change the keys that seal what is kept.")


@keys_app.command("rotate")
def rotate(settings: SettingsFile = None) -> None:
    """Make a new key for every purpose; what is written from now on is under it."""
    chosen = read_settings(settings)

    async def renew() -> None:
        async with desk(chosen, os.environ) as open_desk:
            open_desk.storage.rewrapping.rotate(open_desk.keychain)

    do(renew())
    screen.print("New keys seal from now on. Next: vigil keys rewrap, while Vigil is stopped.")


@keys_app.command("rewrap")
def rewrap(settings: SettingsFile = None) -> None:
    """Move everything to the newest keys, then destroy the old ones; Vigil must be stopped."""
    chosen = read_settings(settings)
    with bar() as shown:
        step = steps(shown)

        async def move() -> tuple[int, int, int]:
            async with desk(chosen, os.environ) as open_desk:
                rewrapping = open_desk.storage.rewrapping
                done = await rewrapping.rewrap(open_desk.keychain, progress=step)
                return done.moved, done.left, len(done.destroyed)

        moved, left, destroyed = do(move())
    screen.print(f"Moved {moved} rows; destroyed {destroyed} old keys.")
    if left:
        give_up(f"{left} rows do not open under any key and keep the one that they name.")


@keys_app.command("copy")
def copy(
    place: Annotated[Path, typer.Argument(help="A new file, or the copy that was made before.")],
    settings: SettingsFile = None,
) -> None:
    """Copy the keyring for safekeeping, without the keys that must be destroyed on time."""
    chosen = read_settings(settings)
    with expected():
        copy_keyring(chosen, os.environ, place)
    for line in (
        f"Wrote {place}; the same unlock key opens it. Keep it apart from copies of the database.",
        "It lacks the keys to which phones seal. Whoever puts it back gets new ones at the next",
        "start; what phones sealed before is asked for once more, and a page on another host must",
        "be exported anew. Copy it whenever you copy the database, and put back two of one time:",
        "keys change by vigil keys rotate and rewrap, and whenever somebody is forgotten.",
    ):
        screen.print(line, markup=False)
