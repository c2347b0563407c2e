"""Turns the id of a sentence into the sentence, in the reader's language and zone.

The sentences stand in handlers/words/<language>/*.ftl (Fluent, https://projectfluent.org). What
goes into one is isolated, so that a name in another script cannot turn the line around; digits stay
Latin in every language.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType, fluent_number

ENGLISH = "en"
RIGHT_TO_LEFT = frozenset({"ar", "fa"})
NEAR = timedelta(hours=20)  #: a moment within this of now is said without its day
WEEK = timedelta(days=6)  #: one within this is said with its weekday, else with its date
FSI, PDI = "\u2068", "\u2069"

#: What a reader copies or compares sign by sign stands without isolates.
COPIED = frozenset({"link", "number", "receipt", "recipient"})

_HOME = Path(__file__).with_name("words")
_ISOLATED = re.compile(f"{FSI}([^{FSI}{PDI}]*){PDI}")
#: Signs that turn a line around, or pretend that one has ended.
_TURNING = re.compile("[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]+")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PARTS = ("night", "morning", "afternoon", "evening")  # six hours each

Said = str | int | datetime  #: what may go into a sentence


class SentenceMissing(Exception):
    """There is no such sentence, not even in English."""


class SentenceBroken(Exception):
    """A sentence asks for something that it was not given."""


def languages() -> tuple[str, ...]:
    """Return the languages that can be spoken, by their codes."""
    return tuple(sorted(one.name for one in _HOME.iterdir() if one.is_dir()))


@cache
def _spoken() -> frozenset[str]:
    return frozenset(languages())


@cache
def _bundle(language: str) -> FluentBundle:
    functions: dict[str, Any] = {"SINCE": _since, "DATE": _date}
    bundle = FluentBundle([language], functions=functions)
    for file in sorted((_HOME / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle


@dataclass(frozen=True, slots=True)
class Speech:
    """How one reader is spoken to at one moment."""

    language: str
    zone: str  #: an IANA name
    at: datetime  #: now, in UTC

    def say(self, sentence: str, args: Mapping[str, Said] | None = None) -> str:
        """Return the sentence. Raises SentenceMissing and SentenceBroken.

        One that the language lacks is said in English: better in a foreign tongue than not at all.
        """
        bundle = self._bundle_with(sentence)
        pattern = bundle.get_message(sentence).value
        if pattern is None:
            raise SentenceMissing(sentence)
        given = {name: self._given(value) for name, value in (args or {}).items()}
        said, faults = bundle.format_pattern(pattern, given)
        if faults:
            raise SentenceBroken(sentence)
        copied = [str(args[name]) for name in COPIED if args and name in args]
        return _isolate(str(said), self.language, copied)

    def knows(self, sentence: str) -> bool:
        """Say whether the reader's own language has this sentence."""
        return self.language in _spoken() and _bundle(self.language).has_message(sentence)

    def moment(self, at: datetime) -> str:
        """Return a moment as the reader's clock shows it: `20:00`, `Fri 20:00`, `3 May 20:00`."""
        local = at.astimezone(ZoneInfo(self.zone))
        clock = f"{local:%H:%M}"
        away = abs(at - self.at)
        if away <= NEAR:
            return clock
        if away <= WEEK:
            return self.say("moment-in-week", {"day": _WEEKDAYS[local.weekday()], "clock": clock})
        return self.say("moment-on-date", {"date": self.date(at), "clock": clock})

    def date(self, at: datetime) -> str:
        """Return the reader's date of a moment: `3 May`."""
        local = at.astimezone(ZoneInfo(self.zone))
        return self.say("date", {"day": str(local.day), "month": f"m{local.month}"})

    def since(self, at: datetime) -> str:
        """Return roughly since when, with no hour: `since this morning` (law 11)."""
        local = at.astimezone(ZoneInfo(self.zone))
        days = (self.at.astimezone(ZoneInfo(self.zone)).date() - local.date()).days
        if days > WEEK.days:
            return self.say("since-date", {"date": self.date(at)})
        if days > 1:
            return self.say("since", {"when": _WEEKDAYS[local.weekday()]})
        part = _PARTS[local.hour // 6]
        return self.say("since", {"when": f"{'yesterday' if days == 1 else 'today'}-{part}"})

    def _bundle_with(self, sentence: str) -> FluentBundle:
        for language in (self.language, ENGLISH):
            if language in _spoken() and _bundle(language).has_message(sentence):
                return _bundle(language)
        raise SentenceMissing(sentence)

    def _given(self, value: Said) -> str | FluentType:
        match value:
            case datetime():
                return _Moment(self, value)
            case int():
                return fluent_number(value, useGrouping=False)
            case str():
                return plain(value)


def plain(text: str) -> str:
    """Return `text` without the invisible signs that turn a line around; its lines stay lines."""
    return _CONTROLS.sub(" ", _TURNING.sub("", text))


class _Moment(FluentType):
    """A moment on its way into a sentence, together with the clock on which it is shown."""

    def __init__(self, speech: Speech, at: datetime) -> None:
        self.speech = speech
        self.at = at

    def format(self, locale: Any) -> str:  # noqa: ARG002 - Fluent hands it to every type
        return self.speech.moment(self.at)


def _since(moment: _Moment) -> str:
    return moment.speech.since(moment.at)


def _date(moment: _Moment) -> str:
    return moment.speech.date(moment.at)


def _isolate(said: str, language: str, copied: Collection[str]) -> str:
    """Take away the isolates that do nothing, and those that would be copied along."""
    for value in copied:
        said = said.replace(f"{FSI}{value}{PDI}", value)
    if language in RIGHT_TO_LEFT:
        return said
    before = ""
    while before != said:
        before, said = said, _ISOLATED.sub(_bare_if_left_to_right, said)
    return said


def _bare_if_left_to_right(found: re.Match[str]) -> str:
    inside = found[1]
    turned = any(unicodedata.bidirectional(sign) in {"R", "AL", "AN"} for sign in inside)
    return found[0] if turned else inside
