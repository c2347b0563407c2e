"""Makes a card for somebody: new codes in the database, and one page beside them."""

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.cards.mixing import Mixed, NotMixed, Rule, mix
from bot.cards.sheet import MOST_LINES, draw
from bot.desk import desk
from bot.settings import Settings
from handlers.words import Speech
from rules.people import PersonId, Role
from rules.watch import Sort
from sealing.cards import new_code
from storage.deed import Deed, DropCards, MakeCards
from storage.persons import House, Standing
from storage.readings import Readings

_HOME = Path(__file__).with_name("lists")
_MODE = 0o600
_BATCH_SIZE = 16
ANSWER_THAT_FITS = "received"  #: of those that strangers may get, the one that says so


class NobodyOfThisName(Exception):
    """No defender of this code name is kept."""


class FileInTheWay(Exception):
    """There is such a file already; nothing is written over it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the operator asks for."""

    code: str
    out: Path
    count: int
    forced: int
    style: str
    rule: Rule
    language: str | None  #: None: hers
    names: Path | None
    revoke: bool


@dataclass(frozen=True, slots=True)
class Made:
    """What the operator is told; the rule is kept nowhere else."""

    rule: str
    genuine: int
    forced: int
    left: int  #: unused numbers of hers, older ones too
    counts: bool  #: whether a number counts as her terms stand
    answer: str  #: what a phone that is lent shows
    fits: bool  #: whether that answer says that something was received


def styles() -> tuple[str, ...]:
    """Return what a card may look like."""
    return tuple(sorted(one.name for one in _HOME.iterdir() if one.is_dir()))


async def make(settings: Settings, environ: Mapping[str, str], order: Order) -> Made:
    """Make a card. Raises what keeps the house from opening, and what is wrong with the order."""
    async with desk(settings, environ) as open_desk:
        storage = open_desk.storage
        person = await storage.readings.by_code(order.code)
        if person is None or Role.DEFENDER not in person.roles or person.standing is Standing.LEFT:
            raise NobodyOfThisName
        mixed = _mixed(order, order.language or person.language)
        page = draw(mixed.lines, open_desk.clock.now().date())
        batch = secrets.token_bytes(_BATCH_SIZE)
        made = MakeCards(person.id, batch, mixed.genuine, mixed.forced)
        dropped = (DropCards(person.id, batch),) if order.revoke else ()
        # The page first: a number on paper that we do not know would be worse than a lost one, and
        # until the rule was said nobody is handed the page.
        undo = _write_new(order.out, page)
        try:
            await storage.journal.record(Deed(changes=(made, *dropped)))
        except BaseException:
            undo()
            raise
        house = await storage.readings.house()
        return Made(
            mixed.rule,
            len(mixed.genuine),
            len(mixed.forced),
            await storage.readings.cards_left(person.id),
            await _counts(storage.readings, person.id),
            _answer(house, open_desk.clock.now()),
            house.stranger == ANSWER_THAT_FITS,
        )


def _mixed(order: Order, language: str) -> Mixed:
    if not 1 <= order.count <= MOST_LINES:
        raise NotMixed(f"A page holds 1 to {MOST_LINES} numbers.")
    file = order.names or _HOME / order.style / f"{language}.txt"
    try:
        names = file.read_text("utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise NotMixed(f"The names in {file.name} cannot be read.") from error
    codes: set[str] = set()
    while len(codes) < order.count:
        codes.add(new_code())
    return mix(names, tuple(codes), order.forced, order.rule)


async def _counts(readings: Readings, person: PersonId) -> bool:
    life = await readings.life(person)
    return life is not None and any(
        one.sort is Sort.ROUTINE and one.terms.takes_cards for one in life.watches
    )


def _answer(house: House, now: datetime) -> str:
    return Speech(house.language, house.zone, now).say(f"stranger-{house.stranger}")


def _write_new(path: Path, page: bytes) -> Callable[[], None]:
    """Write a file that only its owner may read; return what takes it away again."""
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _MODE)
    except FileExistsError as error:
        raise FileInTheWay from error
    except OSError as error:
        raise NotMixed(f"{path.name} cannot be written ({error.strerror}).") from error
    with os.fdopen(file, "wb") as out:
        out.write(page)
    return lambda: path.unlink(missing_ok=True)
