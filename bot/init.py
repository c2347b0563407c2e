"""Sets a house up: keys, database, when somebody is awake, the first coordinator's link.

It may be run again at any time: what is there already stays as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from zoneinfo import ZoneInfo, available_timezones

from telegram.error import TelegramError

from bot.desk import Desk, Invited, desk, invite_coordinator
from bot.epochs import turn_epochs
from bot.fault import Fault
from bot.keys import find_unlock
from bot.profile import faults_in_profile, refusal, take_menu_away
from bot.settings import Settings
from handlers.stranger import DULL
from handlers.words import languages
from sealing.keyring import Keyring
from sealing.selftest import self_test
from sealing.unlocking import UnlockKeyMissingError, create_unlock_key, keep_apart
from storage.deed import Deed, KeepHouse
from storage.persons import House

ALWAYS = "always"


class WrongAnswer(Exception):
    """An answer makes no sense. The message says which, and what would."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the operator decides about the house."""

    awake: str  #: "07:00-23:00", or "always"
    zone: str
    language: str = "en"
    stranger: str = DULL[0]


@dataclass(slots=True, kw_only=True)
class Made:
    """What was done, and what is still wrong."""

    done: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    invited: Invited | None = None


def read_awake(text: str) -> tuple[time, time]:
    """Return from when to when somebody answers; twice the same: day and night.

    Raises WrongAnswer.
    """
    if text.strip().lower() == ALWAYS:
        return time(0, 0), time(0, 0)
    begin, dash, end = text.replace(" ", "").partition("-")
    try:
        times = time.fromisoformat(_padded(begin)), time.fromisoformat(_padded(end))
    except ValueError:
        times = None
    if not (begin and dash and end) or times is None or times[0] == times[1]:
        raise WrongAnswer('When is somebody awake? For example "07:00-23:00", or "always".')
    return times


def read_zone(text: str) -> str:
    """Return the zone. Raises WrongAnswer."""
    if text not in available_timezones():
        raise WrongAnswer('Which zone? An IANA name such as "Asia/Dushanbe" or "Europe/Berlin".')
    return ZoneInfo(text).key


def read_choice(what: str, text: str, choices: tuple[str, ...]) -> str:
    """Return one of `choices`. Raises WrongAnswer."""
    if text not in choices:
        raise WrongAnswer(f"Which {what}? One of: {', '.join(choices)}.")
    return text


def house_from(answers: Answers) -> House:
    """Return the house as it was decided. Raises WrongAnswer."""
    awake_from, awake_to = read_awake(answers.awake)
    return House(
        awake_from=awake_from,
        awake_to=awake_to,
        zone=read_zone(answers.zone),
        language=read_choice("language", answers.language, languages()),
        stranger=read_choice("answer to strangers", answers.stranger, DULL),
    )


def make_keys(settings: Settings, environ: Mapping[str, str]) -> list[str]:
    """Make the unlock key and the keyring where they are missing; return what was made.

    Raises one of sealing's KeyTroubleErrors.
    """
    self_test()
    done: list[str] = []
    place = settings.unlock_key_file or settings.own_unlock_key_file
    if settings.database_file is not None:
        # Said before anything is written: a key beside the database would be copied with it.
        keep_apart(settings.database_file, settings.keyring_file, place)
    try:
        unlock = find_unlock(settings, environ)
    except UnlockKeyMissingError:
        unlock = create_unlock_key(place)
        done.append(f"made the unlock key: {unlock.path}")
    if not settings.keyring_file.exists():
        Keyring.create(settings.keyring_file, unlock)
        done.append(f"made the keyring: {settings.keyring_file}")
    return done


async def first_run(settings: Settings, environ: Mapping[str, str], answers: Answers) -> Made:
    """Do whatever is still to be done. Raises WrongAnswer, NoTelegram, key and database errors."""
    house = house_from(answers)
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = Made(done=make_keys(settings, environ))
    database = settings.database_file
    if database is not None and not database.exists():
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made.done.append(f"made the database: {database}")
    async with desk(settings, environ, new=True) as open_desk:
        if turn_epochs(
            open_desk.keychain, open_desk.storage.keys, open_desk.clock.now(), sure=False
        ).made:
            made.done.append("made the keys to which phones seal")
        await _decide(open_desk, house, made)
        await _look_at_profile(open_desk, made)
        kept = await open_desk.storage.readings.house()
        if not kept.members:
            made.invited = await invite_coordinator(open_desk, kept.language)
    return made


async def _decide(desk: Desk, house: House, made: Made) -> None:
    kept = await desk.storage.readings.house()
    if kept.version:
        return
    opened = replace(house, opened_on=desk.clock.now().date())
    await desk.storage.journal.record(Deed(changes=(KeepHouse(opened),)))
    made.done.append("wrote down when somebody is awake")


async def _look_at_profile(desk: Desk, made: Made) -> None:
    try:
        if await take_menu_away(desk.bot):
            made.done.append("took the menu of commands away")
        made.faults += await faults_in_profile(desk.bot)
    except TelegramError as error:
        made.faults.append(refusal(error))


def _padded(clock: str) -> str:
    hour, _, minute = clock.partition(":")
    return f"{hour:0>2}:{minute or '00'}"
