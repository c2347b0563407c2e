"""Everything that one sign leaves behind: on the wire, in the database, in the log.

What is compared: every call, every question to the database with the size of all that goes into it,
every line. Never what was sealed, for that is what may differ.
"""

import logging
import re
from dataclasses import dataclass

from sqlalchemy import Engine, event
from telegram.request import HTTPXRequest

PAGE = "https://page.example/n"
HERS, OFFICE, OTHERS = 0, "office", "others"  #: parts in a circle
#: Whatever is drawn at random, or counted, on the way.
_DRAWN = re.compile(r"[A-Za-z0-9_-]{16,}|\d+")
_KNOW_NOTHING_OF_US = ("httpcore", "httpx", "asyncio", "simulator", "aiohttp", "uvicorn")


class Wire(HTTPXRequest):
    """The wire to Telegram, and a record of what goes over it."""

    def __init__(self):
        super().__init__()
        self.calls = []  #: (chat, method, all that was given), the oldest first

    async def do_request(self, url, method, request_data=None, **how):
        given = {} if request_data is None else dict(request_data.parameters)
        chat = given.pop("chat_id", None)
        self.calls.append((chat, url.rpartition("/")[2], _plain(given)))
        return await super().do_request(url, method, request_data=request_data, **how)


class Trace:
    """Everything that is asked of the database, by its shape: never by what is sealed."""

    def __init__(self):
        self.seen = []

    def __call__(self, connection, cursor, statement, parameters, context, executemany):
        self.seen.append((statement, executemany, shape(parameters)))

    def __enter__(self):
        event.listen(Engine, "before_cursor_execute", self)
        return self

    def __exit__(self, *_):
        event.remove(Engine, "before_cursor_execute", self)


class Lines(logging.Handler):
    """Every line that goes to the log, at any level, without what is drawn at random."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        self.seen = []

    def emit(self, record):
        if not record.name.startswith(_KNOW_NOTHING_OF_US):
            said = _DRAWN.sub("#", record.getMessage())
            self.seen.append((record.name, record.levelname, said))

    def __enter__(self):
        self._root = logging.getLogger()
        self._before = self._root.level
        self._root.setLevel(logging.DEBUG)
        self._root.addHandler(self)
        return self

    def __exit__(self, *_):
        self._root.removeHandler(self)
        self._root.setLevel(self._before)


@dataclass(frozen=True)
class Seen:
    """All that one sign has left behind, from the wire to the receipt that is settled."""

    calls: list
    asked: list
    logged: list


def by_part(calls, circle, office):
    """Return what went over the wire, with each chat by its part in this circle.

    `office`: the chats of all coordinators. Of what is said there only her code name is left out,
    and whom the buttons name.
    """
    parts = {one.chats[0].address.chat: n for n, one in enumerate(circle.everybody)}
    parts |= dict.fromkeys(office, OFFICE)
    named = [(parts.get(chat, OTHERS), *rest) for chat, *rest in calls]
    return [_unnamed(one, circle.amina.code) if one[0] == OFFICE else one for one in named]


def _unnamed(call, code):
    part, method, given = call
    said = {key: one for key, one in given.items() if key != "reply_markup"}
    if "text" in said:
        said["text"] = re.sub(rf"\b{code}\b", "#", said["text"])
    return part, method, said


def _plain(given):
    """What was given to a method, without what is drawn at random for every message."""
    if isinstance(given, dict):
        return {
            key: len(one) if key == "message_ids" else _plain(one)
            for key, one in given.items()
            if key != "message_id"
        }
    if isinstance(given, list | tuple):
        return [_plain(one) for one in given]
    if isinstance(given, str) and given.startswith(PAGE):
        return re.sub(r"c=[\w-]{22}&", "c=#&", given)
    return given


def shape(value):
    """Return what shows of a value that is sealed: its kind, and of bytes the length."""
    if isinstance(value, dict):
        return {key: shape(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [shape(one) for one in value]
    # Drivers wrap bytes: SQLite's in a memoryview, PostgreSQL's in an object of its own.
    inner = getattr(value, "obj", value)
    return len(inner) if isinstance(inner, bytes) else type(value).__name__
