"""What the operator decides: read once, from the environment and a file; all faults at once.

Secrets come from files only, because an environment is inherited, listed and logged.
"""

import shlex
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from bot import settings_faults as faults_in
from bot.settings_faults import LOOPBACK, Judge, LogFormat

TELEGRAM = "https://api.telegram.org"
#: Behind a proxy that speaks TLS, so that nobody but this machine reaches it.
LISTEN = "127.0.0.1:8080"

#: Every setting, as a person would ask for it.
NAMES: Mapping[str, str] = {
    "VIGIL_TELEGRAM_URL": "where the Bot API answers; Telegram's own by default",
    "VIGIL_TOKEN_FILE": "the file that holds the bot's token",
    "VIGIL_DATA_DIR": "where the database, and keys unless placed elsewhere, are kept",
    "VIGIL_DATABASE_URL": "sqlite:///... or postgresql://... without a password",
    "VIGIL_DATABASE_URL_FILE": "the file that holds the database's URL, with its password",
    "VIGIL_KEYS_DIR": "where the keyring is kept, apart from the database",
    "VIGIL_UNLOCK_KEY_FILE": "the file that opens the keyring",
    "VIGIL_PULSE_URL": "asked each minute while all is well; whoever answers there misses it",
    "VIGIL_PULSE_URL_FILE": "the file that holds it",
    "VIGIL_HORN_URLS": "how to call people over another road (Apprise), separated by spaces",
    "VIGIL_HORN_URLS_FILE": "the file that holds them, one a line",
    "VIGIL_PUBLIC_URL": "where phones reach our page",
    "VIGIL_LISTEN": "the address and port at which vigil run serves that page, or none",
    "VIGIL_LOG_LEVEL": "DEBUG, INFO, WARNING or ERROR",
    "VIGIL_LOG_FORMAT": "plain or json",
}
SETTINGS_FILE = "VIGIL_SETTINGS"


class SettingsError(Exception):
    """One or more settings are missing or wrong. The message names them all."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that is decided outside; nothing secret shows when it is printed."""

    telegram_url: str
    token: str = field(repr=False)
    data_dir: Path
    database_url: str = field(repr=False)
    keyring_file: Path
    unlock_key_file: Path | None  #: None: as systemd or Docker hands it over, else our own
    pulse_url: str | None = field(repr=False)
    horn_urls: tuple[str, ...] = field(repr=False)
    public_url: str | None  #: where phones reach our page; None: there is none
    listen: tuple[str, int] | None  #: address and port; None: the page stands on another host
    log_level: str
    log_format: LogFormat

    @property
    def bot_id(self) -> int:
        """The bot's own number, which stands before the colon of its token."""
        return int(self.token.partition(":")[0])

    @property
    def at_stand_in(self) -> bool:
        """Whether Telegram is a stand-in on this machine, whose time we then live in."""
        return _on_this_machine(self.telegram_url)

    @property
    def database_file(self) -> Path | None:
        """The database's file; None when it is a server."""
        scheme, _, path = self.database_url.partition(":///")
        return Path(path.partition("?")[0]).absolute() if scheme == "sqlite" else None

    @property
    def own_unlock_key_file(self) -> Path:
        """Where the unlock key lies when nobody names another place; one theft takes both."""
        return self.keyring_file.with_name("unlock-key")

    @property
    def state_file(self) -> Path:
        """Where a running Vigil says how it is; holds nothing about anybody."""
        return self.data_dir / "state.json"

    @property
    def export_file(self) -> Path:
        """Where `vigil miniapp export` writes down which page it handed out."""
        return self.data_dir / "page.json"

    @property
    def copy_file(self) -> Path:
        """Where `vigil keys copy` writes down the numbers of the keys that it copied."""
        return self.data_dir / "keys-copied.json"

    @property
    def page_path(self) -> str:
        """The path at which the page is served."""
        return urlsplit(self.public_url or "").path or "/"


def load(environ: Mapping[str, str], file: Path | None = None) -> Settings:
    """Read the settings; the environment wins over the file. Raises SettingsError."""
    faults: list[str] = []
    given = _from_file(file or _path(environ.get(SETTINGS_FILE)), faults)
    faults += [
        f"{name} is not read, because an environment is no place for a secret: set {name}_FILE"
        for name in _MISTAKEN
        if name in environ
    ]
    given |= {name: text for name, text in environ.items() if name in NAMES}
    read = _Reading({name: text for name, text in given.items() if text.strip()}, environ, faults)
    data_dir = read.path("VIGIL_DATA_DIR") or Path("vigil-data").absolute()
    keys_dir = read.path("VIGIL_KEYS_DIR") or data_dir / "keys"
    telegram_url = read.one("VIGIL_TELEGRAM_URL", TELEGRAM, faults_in.telegram).rstrip("/")
    page = faults_in.page(at_stand_in=_on_this_machine(telegram_url))
    settings = Settings(
        telegram_url=telegram_url,
        token=read.secret("VIGIL_TOKEN_FILE", faults_in.token),
        data_dir=data_dir,
        database_url=read.either(
            "VIGIL_DATABASE_URL", faults_in.database, faults_in.without_password
        )
        or f"sqlite:///{data_dir / 'db' / 'vigil.sqlite'}",
        keyring_file=keys_dir / "keyring",
        unlock_key_file=read.path("VIGIL_UNLOCK_KEY_FILE"),
        pulse_url=read.either("VIGIL_PULSE_URL", faults_in.web) or None,
        horn_urls=tuple(read.either("VIGIL_HORN_URLS", faults_in.horns).split()),
        public_url=read.one("VIGIL_PUBLIC_URL", "", page) or None,
        listen=faults_in.address(read.one("VIGIL_LISTEN", LISTEN, faults_in.listen)),
        log_level=read.one("VIGIL_LOG_LEVEL", "INFO", faults_in.log_level).upper(),
        log_format=LogFormat(read.one("VIGIL_LOG_FORMAT", "plain", faults_in.log_format).lower()),
    )
    if faults:
        raise SettingsError(tuple(faults))
    return settings


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads one setting after another and keeps every fault."""

    given: Mapping[str, str]
    environ: Mapping[str, str]
    faults: list[str]

    def one(self, name: str, default: str, *judges: Judge) -> str:
        text = self.given.get(name, default).strip()
        # A wrong one is replaced by the default, so that the reading goes on to the next fault.
        return text if not text or self._passes(name, text, judges) else default

    def path(self, name: str) -> Path | None:
        return _path(self.given.get(name))

    def either(self, name: str, *judges: Judge) -> str:
        """Read what stands in the setting itself or in the file that `<name>_FILE` names.

        The last of several judges is for the setting itself only.
        """
        from_file = f"{name}_FILE"
        if from_file not in self.given:
            return self.one(name, "", *judges)
        if name in self.given:
            self.faults.append(f"{name} and {from_file} are both set: keep one")
        return self.secret(from_file, judges[0])

    def secret(self, name: str, judge: Judge) -> str:
        path = self.path(name)
        if path is None:
            self.faults.append(f"{name} is missing: it names {NAMES[name]}")
            return ""
        try:
            mode, text = path.stat().st_mode, path.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            self.faults.append(f"{name} must name a file that can be read")
            return ""
        # What systemd and Docker hand over is readable inside a place that is closed itself.
        closed = {Path("/run/secrets"), _path(self.environ.get("CREDENTIALS_DIRECTORY"))}
        if stat.S_ISREG(mode) and mode & stat.S_IRWXO and path.parent not in closed:
            self.faults.append(f"{name} names a file that everybody can read: chmod o= it")
        return text if self._passes(name, text, (judge,)) else ""

    def _passes(self, name: str, text: str, judges: tuple[Judge, ...]) -> bool:
        wrong = [why for judge in judges if (why := judge(text)) is not None]
        self.faults.extend(f"{name} {why}" for why in wrong)
        return not wrong


def _on_this_machine(url: str) -> bool:
    return urlsplit(url).hostname in LOOPBACK


def _path(text: str | None) -> Path | None:
    return Path(text.strip()).expanduser().absolute() if text and text.strip() else None


def _from_file(path: Path | None, faults: list[str]) -> dict[str, str]:
    if path is None:
        return {}
    try:
        text = path.read_text("utf-8")
        read = _toml(text) if path.suffix == ".toml" else _lines(text)
    except (OSError, ValueError):
        faults.append("the settings file cannot be read, or is neither TOML nor NAME=value lines")
        return {}
    faults += [f"{name} in the settings file is no setting" for name in read if name not in NAMES]
    return read


def _toml(text: str) -> dict[str, str]:
    read = tomllib.loads(text)
    return {
        name: " ".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in read.items()
    }


def _lines(text: str) -> dict[str, str]:
    read: dict[str, str] = {}
    for line in text.splitlines():
        words = shlex.split(line, comments=True)
        for word in words[1:] if words[:1] == ["export"] else words:
            name, equals, value = word.partition("=")
            if not equals:
                raise ValueError(name)
            read[name] = value
    return read


#: What somebody may set in the belief that it is read.
_MISTAKEN = ("VIGIL_TOKEN", "VIGIL_UNLOCK_KEY")
