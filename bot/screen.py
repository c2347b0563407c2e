"""How the operator's commands speak: questions, faults, progress, and how they give up."""

import asyncio
import contextlib
import os
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from bot.copying import CopyInTheWay, CopyNotNoted
from bot.desk import Invited, NoTelegram, NotSetUp
from bot.export import ForeignDirectory, NotExported
from bot.fault import Fault, sentence
from bot.init import WrongAnswer
from bot.page import PageMisshapen, PageMissing
from bot.settings import Settings, SettingsError, load
from bot.web import CannotListen
from sealing.key import KeyTroubleError
from sealing.selftest import SelfTestFailedError
from storage.engines import DatabaseUnknownError
from storage.keychain import OthersAtWorkError
from storage.schema import SchemaNotReadyError, SchemaUnknownError

T = TypeVar("T")

#: What keeps a command from doing its work, each with a sentence of its own.
_EXPECTED = (
    KeyTroubleError,
    SelfTestFailedError,
    DatabaseUnknownError,
    SchemaUnknownError,
    SchemaNotReadyError,
    OthersAtWorkError,
    NotSetUp,
    NoTelegram,
    WrongAnswer,
    CannotListen,
    CopyInTheWay,
    CopyNotNoted,
    PageMissing,
    PageMisshapen,
    ForeignDirectory,
    NotExported,
)

SettingsFile = Annotated[
    Path | None, typer.Option("--settings", help="A file of settings: TOML, or NAME=value lines.")
]

screen = Console(highlight=False, soft_wrap=True)
errors = Console(stderr=True, highlight=False, soft_wrap=True)


def read_settings(file: Path | None) -> Settings:
    """Return the settings; where they are wrong, say all that is and exit with 2."""
    try:
        return load(os.environ, file)
    except SettingsError as error:
        for fault in error.faults:
            errors.print(f"- {fault}", markup=False)
        raise typer.Exit(2) from error


def do(work: Coroutine[Any, Any, T]) -> T:
    """Do it; what may be expected to go wrong is said in one sentence."""
    with expected():
        return asyncio.run(work)


@contextlib.contextmanager
def expected() -> Iterator[None]:
    """Say what may be expected to go wrong in one sentence, and exit with 1."""
    try:
        yield
    except _EXPECTED as error:
        give_up(sentence(error))


def give_up(why: str) -> NoReturn:
    """Say why it cannot be done and exit with 1."""
    errors.print(why, markup=False)
    raise typer.Exit(1)


def ask(flag: str, question: str, given: str | None, check: Callable[[str], object]) -> str:
    """Return the answer that was given as a flag or is given now; `check` raises WrongAnswer."""
    while True:
        if given is None and not sys.stdin.isatty():
            give_up(f"{question}? Nobody is here to answer: give {flag}.")
        answer = given if given is not None else str(typer.prompt(question))
        try:
            check(answer)
        except WrongAnswer as error:
            if given is not None:
                give_up(str(error))
            errors.print(str(error), markup=False)
        else:
            return answer


def say_aloud(invited: Invited) -> None:
    """Show a one-time link and what is said aloud with it."""
    screen.print(f"Give this link to {invited.code}, and to nobody else:", markup=False)
    screen.print(f"  {invited.link}", markup=False)
    screen.print(f"It opens once and ends after {invited.hours} hours.")
    screen.print(f'Say aloud: "My number is {invited.number}. If yours differs, stop."')


def show(faults: list[Fault]) -> None:
    """Show each fault with its mend."""
    for fault in faults:
        mark = "x" if fault.grave else "-"
        screen.print(f"{mark} {fault.what}\n    mend: {fault.mend}", markup=False)


def bar() -> Progress:
    """Return a bar that goes away when it is done."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, TimeRemainingColumn(), console=errors, transient=True)


def steps(progress: Progress) -> Callable[[str, int, int], None]:
    """Return what moves the bars: one for each kind of work."""
    tasks: dict[str, TaskID] = {}

    def step(what: str, done: int, total: int) -> None:
        if what not in tasks:
            tasks[what] = progress.add_task(what, total=total)
        progress.update(tasks[what], completed=done, total=total)

    return step
