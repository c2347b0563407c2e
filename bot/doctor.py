"""Looks the house over from outside and names every fault together with its mend.

One fault hides no other: each look stands by itself, and what keeps one from looking is itself one.
"""

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from telegram.error import TelegramError

from bot import state
from bot.clock import machine_now
from bot.copying import is_too_old
from bot.desk import Desk, NoTelegram, NotSetUp, desk
from bot.fault import Fault, sentence
from bot.keys import find_unlock
from bot.page_faults import Shown, look_at_page
from bot.profile import faults_in_profile, refusal, webhook_fault
from bot.settings import Settings, SettingsError, load
from rules.offering import Lack, lacks
from sealing.key import KeyTroubleError
from sealing.keyring import ROTATED, Purpose
from sealing.selftest import SelfTestFailedError
from sealing.unlocking import UnlockKeyMissingError
from storage.board import BoardLine
from storage.engines import DatabaseUnknownError
from storage.persons import House
from storage.schema import SchemaNotReadyError, SchemaUnknownError
from storage.writing import NotWrittenError

_ROOM = 500_000_000  #: bytes that must be free where the database grows
_CLOCK_OFF = timedelta(seconds=5)
_LATE = timedelta(minutes=5)
#: Buttons live on for two days, so the key before the newest is still good for them.
_KEPT = {Purpose.LINKS: 2}

#: What a running house worries about, and what helps. By the beginning of the worry's name.
_MENDS: Mapping[str, tuple[str, str]] = {
    "never-heard": ("Nothing was heard from Telegram yet.", "check the network and the token"),
    "deaf": ("Telegram cannot be heard.", "check the network, the proxy and the token"),
    "deaf-for-long": ("Telegram has not been heard for long.", "tell the coordinators"),
    "sweep-fails": ("Time could not pass for some people.", "look into the log: the database"),
    "sweep-stands": ("Time does not pass any more.", "restart Vigil and report the fault"),
    "undecidable": ("Somebody's state cannot be decided.", "look into the log: row-pushed-on"),
    "outbox-stuck": ("Messages wait for over five minutes.", "check the network"),
    "outbox-stands": ("What is told cannot be written down.", "look into the log: the database"),
    "dead-letters": ("Messages could not be handled and were set aside.", "report the fault"),
    "unsayable": ("A message could not be put into words.", "look into the log and report it"),
    "alarm-untaken": ("An alarm has not been taken.", "call the coordinators"),
    "alarm-untold": ("An alarm could be told to nobody.", "call the coordinators now"),
    "cannot-look": ("The house cannot look at itself.", "look into the log: the database"),
}

#: What was promised when it could be kept, and cannot be any more.
_CANNOT_KEEP: Mapping[Lack, tuple[str, str]] = {
    Lack.NO_CARDS: (
        "Only numbers on paper were agreed to, and none are left: {who}.",
        "vigil cards CODE --out FILE, and hand it over",
    ),
    Lack.HIGH_WITHOUT_HORN: (
        "Level high was agreed to, and nobody can be called over another road: {who}.",
        "set VIGIL_HORN_URLS",
    ),
}


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found: the faults, the gravest first, and what the page is made of."""

    faults: list[Fault]
    page: Shown | None = None  #: None: there is none, or it could not be made


async def examine(environ: Mapping[str, str], file: Path | None = None) -> Examined:
    """Return everything that is wrong, and what the operator compares."""
    try:
        settings = load(environ, file)
    except SettingsError as error:
        faults = [Fault(f"{fault}.", "change the setting") for fault in error.faults]
        return Examined(faults)
    page = None
    faults = [*_about_files(settings, environ), *_about_running(settings)]
    try:
        async with desk(settings, environ) as open_desk:
            faults += await _about_telegram(open_desk)
            faults += await _about_house(open_desk)
            lines = (await open_desk.storage.readings.board()).lines
            faults += await _about_promises(open_desk, lines)
            page, wrong = await _about_page(open_desk, lines)
            faults += wrong
    except (KeyTroubleError, SelfTestFailedError) as error:
        faults.append(Fault(sentence(error), "put the keys back, or run vigil init on a new house"))
    except NotSetUp as error:
        faults.append(Fault(sentence(error), "vigil init"))
    except NoTelegram as error:
        faults.append(Fault(sentence(error), "check the network and VIGIL_TELEGRAM_URL"))
    except (DatabaseUnknownError, SchemaUnknownError, SchemaNotReadyError) as error:
        faults.append(Fault(sentence(error), "check VIGIL_DATABASE_URL"))
    except Exception as error:
        # Whatever keeps the database from opening, the other faults are still told.
        kind = type(error).__name__
        faults.append(Fault(f"The database does not open ({kind}).", "check that it is there"))
    return Examined(sorted(faults, key=lambda fault: not fault.grave), page)


def _about_files(settings: Settings, environ: Mapping[str, str]) -> list[Fault]:
    faults: list[Fault] = []
    if settings.database_file is not None and settings.data_dir.exists():
        free = shutil.disk_usage(settings.data_dir).free
        if free < _ROOM:
            mend = "make room: with a full disk nothing is kept and nothing confirmed"
            faults.append(Fault(f"Only {free // 1_000_000} MB are free for the database.", mend))
        if not os.access(settings.data_dir, os.W_OK):
            faults.append(Fault("The data directory cannot be written to.", "chown it to us"))
    try:
        unlock = find_unlock(settings, environ)
    except UnlockKeyMissingError:
        pass  # said once more, and better, when the keyring is opened
    except KeyTroubleError as error:
        faults.append(Fault(sentence(error), "see docs/operating.md, Keys"))
    else:
        if unlock.path.parent == settings.keyring_file.parent:
            what = "The unlock key lies beside the keyring: one theft takes both."
            mend = "hand it over by systemd or Docker, or set VIGIL_UNLOCK_KEY_FILE"
            faults.append(Fault(what, mend, grave=False))
    if not settings.horn_urls:
        what = "Nobody is called when an alarm is not taken or when we are deaf."
        faults.append(Fault(what, "set VIGIL_HORN_URLS", grave=False))
    if settings.pulse_url is None:
        what = "Nobody outside would notice that Vigil stands still."
        faults.append(Fault(what, "set VIGIL_PULSE_URL", grave=False))
    return faults


def _about_running(settings: Settings) -> list[Fault]:
    said = state.read(settings.state_file)
    if said is None:
        return [Fault("Vigil has never run here.", "vigil run", grave=False)]
    if not said.is_fresh(machine_now()):
        return [Fault("Vigil is not running.", "start it, and look into its log")]
    faults = [
        Fault(what, mend)
        for worry in said.worries
        for name, (what, mend) in _MENDS.items()
        if worry == name or (worry.startswith(f"{name}-") and worry[len(name) + 1 :].isdecimal())
    ]
    offset = said.offset_seconds
    if offset is not None and abs(offset) > _CLOCK_OFF.total_seconds():
        what = f"The clock is off by {abs(offset):.0f} seconds."
        faults.append(Fault(what, "let the machine keep time by NTP"))
    return faults


async def _about_telegram(desk: Desk) -> list[Fault]:
    try:
        faults = await faults_in_profile(desk.bot)
        hooked = await webhook_fault(desk.bot)
    except TelegramError as error:
        return [refusal(error)]
    return [*faults, *([hooked] if hooked is not None else [])]


async def _about_house(desk: Desk) -> list[Fault]:
    storage, now = desk.storage, desk.clock.now()
    faults = _about_roster(await storage.readings.house())
    try:
        await storage.writer.do(lambda _: None, kind="doctor")
    except NotWrittenError as error:
        faults.append(Fault(sentence(error), "check the disk and the rights of the database"))
    dead = await storage.inbox.dead_letters()
    if dead:
        what, mend = _MENDS["dead-letters"]
        faults.append(Fault(f"{what} ({dead})", mend))
    stuck = await storage.journal.undecidable(now)
    if stuck:
        what, mend = _MENDS["undecidable"]
        faults.append(Fault(f"{what} ({len(stuck)})", mend))
    backlog = await storage.outbox.backlog(now)
    if backlog.oldest is not None and now - backlog.oldest > _LATE:
        count = sum(backlog.due.values())
        faults.append(Fault(f"{count} messages wait to be said.", "start Vigil; check the network"))
    keyring = storage.keys.keyring
    if any(len(keyring.all(one)) > _KEPT.get(one, 1) for one in ROTATED):
        faults.append(Fault("Old keys are still held.", "vigil keys rewrap", grave=False))
    if is_too_old(desk.settings, keyring):
        what = (
            "The copy of the keyring lacks keys that were made since, and opens nothing kept now."
        )
        faults.append(Fault(what, "vigil keys copy PLACE, and copy the database at the same time"))
    return faults


async def _about_page(desk: Desk, lines: Sequence[BoardLine]) -> tuple[Shown | None, list[Fault]]:
    office = await desk.storage.dossiers.office_keys()
    return look_at_page(desk.settings, desk.storage.keys, office, lines, desk.clock.now())


async def _about_promises(desk: Desk, lines: Sequence[BoardLine]) -> list[Fault]:
    """Name whoever has agreed to what this house cannot keep any more; of the page it is said."""
    without: dict[Lack, list[str]] = {lack: [] for lack in _CANNOT_KEEP}
    for line in lines:
        if line.routine is None:
            continue
        cards = await desk.storage.readings.cards_left(line.id)
        horn = bool(desk.settings.horn_urls)
        for lack in lacks(line.routine.terms, page=True, horn=horn, cards=cards):
            without[lack].append(line.code)
    return [
        Fault(_CANNOT_KEEP[lack][0].format(who=", ".join(who)), _CANNOT_KEEP[lack][1])
        for lack, who in without.items()
        if who
    ]


def _about_roster(house: House) -> list[Fault]:
    if not house.version:
        return [Fault("Nobody has decided when somebody is awake.", "vigil init")]
    if not house.members:
        return [Fault("There is no coordinator yet.", "vigil invite, and hand over the link")]
    if not any(one.reachable for one in house.members):
        return [Fault("No coordinator can be reached over Telegram.", "call them; vigil invite")]
    if not any(one.on_duty for one in house.members):
        return [Fault("No coordinator is on duty.", "one of them sends /duty on")]
    if len(house.members) == 1:
        what = "There is a single coordinator: nobody stands in, and nothing needs two."
        return [Fault(what, "vigil invite", grave=False)]
    return []
