"""Writes down what the machine does, in ids and counts: never a name, a text, a chat or a token.

What others log is cut down to its first line before anything was filled in, and of an exception
only its kind and the places it passed are written: both would carry what people said.
"""

import json
import logging
import re
import sys
import traceback
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO
from urllib.parse import quote

from bot.settings_faults import LogFormat

ROOMS = ("rules", "sealing", "storage", "handlers", "bot")
HIDDEN = "[hidden]"

#: These say, at DEBUG and INFO, what was sent to whom (httpx: the token in every URL).
_TALKATIVE = ("httpx", "httpcore", "sqlalchemy", "alembic", "apscheduler", "asyncio", "psycopg")
#: Telegram's client writes whole updates and answers at its highest levels; its errors reach us as
#: exceptions anyway.
_NEVER = ("telegram",)

_TOKEN = re.compile(r"\d{5,16}(:|%3A)[A-Za-z0-9_-]{30,}")
_PLAIN_FIELDS = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "taskName", "asctime"}
_ROOT = Path(__file__).parents[1]


def set_up(
    level: str, form: LogFormat, secrets: Iterable[str] = (), *, out: TextIO = sys.stderr
) -> None:
    """Let everything that is logged go to `out`, with `secrets` taken out of it."""
    handler = logging.StreamHandler(out)
    handler.setFormatter(Lines(form, secrets))
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    for name in _NEVER:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    logging.captureWarnings(capture=True)
    sys.excepthook = _last_word


class Lines(logging.Formatter):
    """Makes one line of each record."""

    def __init__(self, form: LogFormat, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._form = form
        # The longest first, so that no part of one secret is left beside another.
        written = {way for one in secrets if one for way in (one, quote(one, safe=""))}
        self._secrets = sorted(written, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        fields: dict[str, object] = {"action": _said(record), **_extras(record)}
        if record.exc_info and record.exc_info[1] is not None:
            fields["error"] = trail(record.exc_info[1])
        if self._form is LogFormat.JSON:
            head: dict[str, object] = {"at": at, "level": record.levelname, "from": record.name}
            return self._without_secrets(json.dumps(head | fields, ensure_ascii=False))
        rest = " ".join(f"{name}={value}" for name, value in fields.items() if name != "action")
        line = f"{at} {record.levelname} {record.name}: {fields['action']} {rest}"
        return self._without_secrets(" ".join(line.split()))

    def _without_secrets(self, line: str) -> str:
        for secret in self._secrets:
            line = line.replace(secret, HIDDEN)
        return _TOKEN.sub(HIDDEN, line)


def trail(error: BaseException) -> str:
    """Return what kind of error it is and where of ours it passed; no words of it."""
    kinds = [_kind(error)]
    cause = error.__cause__ or error.__context__
    while cause is not None and len(kinds) < 4:
        kinds.append(_kind(cause))
        cause = cause.__cause__ or cause.__context__
    places = [
        f"{Path(frame.filename).name}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(_ROOT)
    ]
    return " from ".join(kinds) + (f" at {' > '.join(places[-4:])}" if places else "")


def _kind(error: BaseException) -> str:
    home = type(error).__module__.partition(".")[0]
    name = type(error).__qualname__
    return name if home == "builtins" else f"{home}.{name}"


def _said(record: logging.LogRecord) -> str:
    if record.name.partition(".")[0] in ROOMS:
        return record.getMessage()
    first = str(record.msg).partition("\n")[0]
    # A warning arrives filled in: "file:line: Kind: words".
    return ": ".join(first.split(": ")[:2]) if record.name == "py.warnings" else first


def _extras(record: logging.LogRecord) -> dict[str, object]:
    if record.name.partition(".")[0] not in ROOMS:
        return {}
    return {
        name: value if isinstance(value, bool | int | float | None) else str(value)
        for name, value in record.__dict__.items()
        if name not in _PLAIN_FIELDS
    }


def _last_word(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("bot").critical("ended", exc_info=(kind, error, trace))
