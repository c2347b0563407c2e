"""Says what is wrong with a setting, as the end of a sentence that begins with its name."""

import ipaddress
import re
from collections.abc import Callable
from enum import StrEnum
from urllib.parse import SplitResult, urlsplit

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
NOWHERE = "none"  #: in the place of an address to listen on

#: Returns None for a text that may stand.
Judge = Callable[[str], str | None]


class LogFormat(StrEnum):
    """How a line of the log is written."""

    PLAIN = "plain"  #: for a person
    JSON = "json"  #: for a machine


def telegram(text: str) -> str | None:
    where = _parts(text)
    if where.scheme == "http" and where.hostname not in LOOPBACK:
        return "must begin with https://, for the token stands in every request"
    return web(text)


def web(text: str) -> str | None:
    where = _parts(text)
    right = where.scheme in {"http", "https"} and where.hostname
    return None if right else "must be an address that begins with https://"


def page(*, at_stand_in: bool) -> Judge:
    """Return who judges where phones reach our page; a stand-in's phones are on this machine."""

    def judge(text: str) -> str | None:
        where = _parts(text)
        if not where.hostname or where.scheme not in {"http", "https"}:
            return "must be an address that begins with https://"
        if where.scheme == "http" and not (at_stand_in and where.hostname in LOOPBACK):
            return "must begin with https://, for Telegram opens no other page"
        plain = re.fullmatch(r"[a-z]+://[\w.:\[\]-]+(/[\w.~/-]*)?", text, re.ASCII | re.IGNORECASE)
        if plain is None:
            return "must be a plain address: a host and a path of letters, digits and . _ ~ - /"
        return None

    return judge


def listen(text: str) -> str | None:
    right = text == NOWHERE or address(text) is not None
    return None if right else "must be an address and a port such as 127.0.0.1:8080, or none"


def address(text: str) -> tuple[str, int] | None:
    """Return the IP address and the port that `text` names; None where it names none."""
    host, _, port = text.rpartition(":")
    try:
        found = ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return None
    right = (found.version == 6) is host.startswith("[") and re.fullmatch(r"[0-9]{1,5}", port)
    return (str(found), int(port)) if right and int(port) < 1 << 16 else None


def token(text: str) -> str | None:
    right = re.fullmatch(r"[1-9]\d{0,15}:[A-Za-z0-9_-]{3,}", text)
    return None if right else "must hold one token as BotFather gives it: number:letters"


def database(text: str) -> str | None:
    right = re.match(r"sqlite:///.|postgresql(\+psycopg)?://", text)
    return None if right else "must begin with sqlite:/// or postgresql://"


def without_password(text: str) -> str | None:
    where = _parts(text)
    bare = where.password is None and "password=" not in where.query
    return None if bare else "holds a password: set VIGIL_DATABASE_URL_FILE instead"


def horns(text: str) -> str | None:
    right = all(re.match(r"[a-z][a-z0-9]*://.", one) for one in text.split())
    return None if right else "must hold addresses as Apprise takes them, such as mailto://..."


def log_level(text: str) -> str | None:
    right = text.upper() in {"DEBUG", "INFO", "WARNING", "ERROR"}
    return None if right else "must be DEBUG, INFO, WARNING or ERROR"


def log_format(text: str) -> str | None:
    return None if text.lower() in set(LogFormat) else "must be plain or json"


def _parts(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:  # brackets that do not close, a port that is none
        return urlsplit("")
    return parts
