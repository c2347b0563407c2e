"""What must be heard: a page written by hand, held against what the stand-in recorded.

The page (`expected.txt`) is read by people as the story and by us as the measure. A line is
`HH:MM role name < text` in the defender's local time (`>`: they say it, `~`: a message changes);
`HH:MM-HH:MM` where chance has a say, and `<?` where it decides whether it is said at all; `*` in a
text stands for anything. `== 2026-03-02` begins a day, as `== day 2` does in a story that may be
played on any. Every chat must have heard exactly its lines, in their order: nothing missing,
nothing more.
"""

import re
import sys
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.demo.transcript import Line

#: Machines may be slow: so much later than on its page a line may be said where it is played.
LATE = timedelta(minutes=4)

_DAY = re.compile(r"== (?:(?P<day>\d{4}-\d\d-\d\d)|day (?P<number>\d+))")
_LINE = re.compile(
    r"(?P<first>\d\d:\d\d)(?:-(?P<last>\d\d:\d\d))? +"
    r"(?P<chat>(?:coordinator|defender|contact|stranger) \S+) +(?P<arrow><\??|>|~\??) (?P<text>.*)"
)
_ARROWS = {"<": ("out", False), ">": ("in", False), "~": ("out", True)}


class PageBroken(Exception):
    """The page of expectations cannot be read; the message names the line."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One thing that must be said."""

    number: int  #: the line on the page
    first: datetime
    last: datetime
    chat: str
    direction: str
    edit: bool
    text: str
    maybe: bool = False  #: chance decides whether it is said
    late: timedelta = timedelta(0)  #: how much later it may be said, for machines are slow

    def fits(self, line: Line) -> bool:
        """Say whether `line` is what was expected."""
        at = line.moment.replace(second=0, microsecond=0)
        return (
            (line.direction, line.edit) == (self.direction, self.edit)
            and self.first <= at <= self.last + self.late
            and re.fullmatch(_pattern(self.text), _in_one_line(line)) is not None
        )


def read_page(
    page: Path, zone: str, *, first_day: date = date.min, late: timedelta = timedelta(0)
) -> tuple[Expected, ...]:
    """Return what the page expects, its "day 1" being `first_day`. Raises PageBroken."""
    day: date | None = None
    expected = []
    for number, text in enumerate(page.read_text("utf-8").splitlines(), start=1):
        if not text.strip() or text.startswith("#"):
            continue
        if found := _DAY.match(text):
            number_of_day = int(found["number"] or 1)
            later = first_day + timedelta(days=number_of_day - 1)
            day = date.fromisoformat(found["day"]) if found["day"] else later
            continue
        read = _LINE.fullmatch(text.rstrip())
        if read is None or day is None:
            raise PageBroken(f"line {number}: {text}")
        direction, edit = _ARROWS[read["arrow"][0]]
        first = _moment(day, read["first"], zone)
        last = _moment(day, read["last"], zone) if read["last"] else first
        chat = re.sub(" +", " ", read["chat"])
        maybe = read["arrow"].endswith("?")
        said = read["text"]
        expected.append(Expected(number, first, last, chat, direction, edit, said, maybe, late))
    return tuple(expected)


def faults(expected: Iterable[Expected], said: Iterable[Line]) -> tuple[str, ...]:
    """Return where what was said parts from what was expected: one sentence a chat at most."""
    found = []
    for chat, wanted, heard in _by_chat(expected, said):
        left, fault = _walk(wanted, heard)
        missing = next((one for one in left if not one.maybe), None)
        if fault is not None:
            found.append(f"{chat}: {fault}")
        elif missing is not None:
            found.append(f"{chat}: line {missing.number} was never said: {missing.text}")
    return tuple(found)


def still_to_come(expected: Iterable[Expected], said: Iterable[Line], now: datetime) -> int:
    """Return how many lines should have been said by `now`, before anybody acts again.

    A chat that has parted from the page is waited for no more.
    """
    return len(_waited_for(expected, said, now))


def first_missing(expected: Iterable[Expected], said: Iterable[Line], now: datetime) -> str | None:
    """Return the first line that should have been said by `now` and was not, in words."""
    waited = _waited_for(expected, said, now)
    first = min(waited, key=lambda one: one.number, default=None)
    return None if first is None else f"{first.chat} was to hear: {first.text}"


def _waited_for(
    expected: Iterable[Expected], said: Iterable[Line], now: datetime
) -> list[Expected]:
    walks = [_walk(wanted, heard) for _, wanted, heard in _by_chat(expected, said)]
    left = [one for open_lines, fault in walks if fault is None for one in open_lines]
    next_act = min((one.number for one in left if one.direction == "in"), default=sys.maxsize)
    return [
        one
        for one in left
        if one.direction == "out" and not one.maybe and one.last <= now and one.number < next_act
    ]


def _by_chat(
    expected: Iterable[Expected], said: Iterable[Line]
) -> Iterable[tuple[str, list[Expected], list[Line]]]:
    wanted: dict[str, list[Expected]] = defaultdict(list)
    heard: dict[str, list[Line]] = defaultdict(list)
    for one in expected:
        wanted[one.chat].append(one)
    for line in said:
        heard[line.chat].append(line)
    return ((chat, wanted[chat], heard[chat]) for chat in sorted({*wanted, *heard}))


def _walk(
    wanted: Iterable[Expected], heard: Iterable[Line]
) -> tuple[Sequence[Expected], str | None]:
    """Return what is left of the page after what was heard, and where the two part."""
    left = deque(wanted)
    for line in heard:
        while left and left[0].maybe and not left[0].fits(line):
            left.popleft()
        if not left:
            return (), f"more than expected: {_seen(line)}"
        one = left.popleft()
        if not one.fits(line):
            return left, f"line {one.number} expects {_told(one)}, but it was {_seen(line)}"
    return left, None


def _told(one: Expected) -> str:
    first, last = one.first.astimezone(UTC), one.last.astimezone(UTC)
    return f"{one.direction} {first:%d %H:%M}-{last:%H:%M} UTC «{one.text}»"


def _seen(line: Line) -> str:
    return f"{line.direction} {line.moment:%d %H:%M} UTC «{_in_one_line(line)}»"


def _in_one_line(line: Line) -> str:
    buttons = "".join(f" [{label}]" for row in line.buttons for label in row)
    return re.sub(r"\s+", " ", line.text) + buttons


def _pattern(text: str) -> str:
    return ".*".join(re.escape(part) for part in text.split("*"))


def _moment(day: date, clock: str, zone: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), ZoneInfo(zone))
