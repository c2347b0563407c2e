"""Understands what a person typed: digits of three scripts, words of their language and English.

What is understood stands in handlers/words/<language>/understood.ftl. Capital letters, accents,
punctuation and invisible signs do not matter; a person in a hurry writes as they can (law 26).
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, TextElement

ENGLISH = "en"

_HOME = Path(__file__).with_name("words")
#: Letters that one Arabic or Persian keyboard writes so and another so; the tatweel says nothing.
_SAME = {
    0x064A: 0x06CC,  # yeh
    0x0649: 0x06CC,  # alef maksura
    0x0626: 0x06CC,  # yeh with hamza
    0x0643: 0x06A9,  # kaf
    0x0629: 0x0647,  # teh marbuta
    0x06C0: 0x0647,  # heh with yeh
    0x0671: 0x0627,  # alef wasla (those with hamza or madda lose it with the accents)
    0x0640: None,  # tatweel
}
#: Cyrillic and Greek capitals that look like those of code names, on the keyboards they stand on.
_LIKE_CODES = str.maketrans("\u0410\u0412\u0391\u0392", "ABAB")
_INVISIBLE = re.compile("[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Command:
    """Something typed like `/take 12` or `take 12`."""

    name: str
    rest: str
    slashed: bool


def latin(text: str) -> str:
    """Return `text` trimmed, every digit as 0 to 9, without signs that turn a line around."""
    return "".join(_digit(sign) for sign in _INVISIBLE.sub("", text)).strip()


def code_name(text: str) -> str:
    """Return what was typed as code names are written: letters and digits, in Latin capitals."""
    said = "".join(sign for sign in text if sign.isalnum())
    return said.upper().translate(_LIKE_CODES)


def meanings(text: str, language: str) -> Mapping[str, str]:
    """Return every id that `text` may mean, the longest match first, with what follows it.

    The reader's own language comes before English where both match equally far.
    """
    words = [word for word in _SPACES.split(latin(text)) if bare(word)]
    keys = [bare(word) for word in words]
    found: dict[str, str] = {}
    languages = (language, ENGLISH) if language != ENGLISH else (ENGLISH,)
    longest = max((_longest(one) for one in languages), default=0)
    for length in range(min(len(keys), longest), 0, -1):
        phrase = " ".join(keys[:length])
        for one in languages:
            for sentence in _phrases(one).get(phrase, ()):
                found.setdefault(sentence, " ".join(words[length:]))
    return found


def command(text: str) -> Command | None:
    """Read `text` as a command; None if it does not begin with a Latin word."""
    head, _, rest = latin(text).partition(" ")
    slashed = head.startswith("/")
    name = head.removeprefix("/").partition("@")[0].lower()
    if not re.fullmatch(r"[a-z0-9_]{1,32}", name):
        return None
    return Command(name, rest.strip(), slashed)


def understood(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of understood.ftl with the phrases that each one lists, as they stand."""
    file = _HOME / language / "understood.ftl"
    if not file.exists():
        return {}
    listed: dict[str, tuple[str, ...]] = {}
    for entry in FluentParser().parse(file.read_text("utf-8")).body:
        if isinstance(entry, Message) and entry.value is not None:
            text = "".join(
                one.value for one in entry.value.elements if isinstance(one, TextElement)
            )
            listed[entry.id.name] = tuple(one.strip() for one in text.split("|"))
    return listed


@cache
def _phrases(language: str) -> Mapping[str, tuple[str, ...]]:
    phrases: dict[str, tuple[str, ...]] = {}
    for sentence, listed in understood(language).items():
        for phrase in listed:
            key = " ".join(word for word in (bare(one) for one in phrase.split()) if word)
            phrases[key] = (*phrases.get(key, ()), sentence)
    return phrases


@cache
def _longest(language: str) -> int:
    return max((len(phrase.split()) for phrase in _phrases(language)), default=0)


def _digit(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    return sign if value is None else str(value)


def bare(word: str) -> str:
    """Return a word without all that does not matter; "" if nothing is left."""
    decomposed = unicodedata.normalize("NFKD", latin(word).casefold())
    kept = (sign for sign in decomposed if unicodedata.category(sign)[0] not in {"M", "P", "C"})
    return "".join(kept).translate(_SAME)
