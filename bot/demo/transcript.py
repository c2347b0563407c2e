"""What was said, as the stand-in recorded it: printed for people, kept as lines of JSON."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

_INVISIBLE = re.compile("[\u2066-\u2069\u200e\u200f]")
_WIDTH = 30
_CARRIED = {"web_app_data": "sealed on the page", "document": "a file"}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said in one chat."""

    at: str  #: virtual UTC, ISO 8601
    chat: str  #: role and name
    direction: str  #: "in": to the bot; "out": from it
    text: str
    buttons: tuple[tuple[str, ...], ...] = ()
    edit: bool = False  #: it replaces a message that stood there

    @property
    def moment(self) -> datetime:
        """When it was said, aware UTC."""
        return datetime.fromisoformat(self.at)


def lines_of(record: Iterable[Mapping[str, Any]], chats: Mapping[int, str]) -> tuple[Line, ...]:
    """Return what was said in the chats that have a name, in order; deletions say nothing."""
    return tuple(
        Line(
            at=entry["at"],
            chat=chats[entry["chat_id"]],
            direction="in" if entry["by"] == "person" else "out",
            text=_told(entry),
            buttons=tuple(tuple(row) for row in entry["buttons"]),
            edit=entry["direction"] == "edit",
        )
        for entry in record
        if entry["chat_id"] in chats and _says(entry)
    )


def _told(entry: Mapping[str, Any]) -> str:
    """Return the text; what has come without words, or besides them, is named in brackets."""
    carried = _CARRIED.get(entry["carries"], entry["carries"])
    words = _INVISIBLE.sub("", entry["text"])
    return " ".join(one for one in (f"({carried})" if carried else "", words) if one)


def _says(entry: Mapping[str, Any]) -> bool:
    if entry["by"] == "person":
        return entry["method"] in {"say", "start", "tap"}
    return entry["direction"] in {"out", "edit"}


def shown(line: Line, zone: str) -> str:
    """Return a line as it is printed: local time, who, what."""
    clock = line.moment.astimezone(ZoneInfo(zone)).strftime("%a %H:%M")
    arrow = ">" if line.direction == "in" else ("~" if line.edit else "<")
    text = line.text.replace("\n\n", "\n")
    text = text.replace("\n", "\n" + " " * (len(clock) + _WIDTH + 4))
    buttons = "".join(f"  [{label}]" for row in line.buttons for label in row)
    return f"{clock} {line.chat:<{_WIDTH}} {arrow} {text}{buttons}"


def write_json(lines: Iterable[Line], file: Path) -> None:
    """Write one JSON object a line. Raises OSError."""
    with file.open("w", encoding="utf-8") as out:
        for line in lines:
            out.write(json.dumps(asdict(line), ensure_ascii=False) + "\n")
