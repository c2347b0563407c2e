"""Knows the inner words that no phone may show, and finds them in a text (law 13)."""

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

from handlers.understanding import bare

_LIST = Path(__file__).with_name("words") / "inner.toml"
_NON_JOINER = "\u200c"
_BREAKS = re.compile(r"[\W_]+")


def inner_words_in(text: str, *languages: str) -> tuple[str, ...]:
    """Return the inner words that stand in `text`, as the list has them.

    Looks in every language of the list, or in `languages` alone.
    """
    spoken = f" {_flat(text)} "
    chosen = languages or tuple(_listed())
    return tuple(
        word
        for language in chosen
        for word, pattern in _patterns(language)
        if pattern.search(spoken)
    )


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    read = tomllib.loads(_LIST.read_text("utf-8"))
    return {language: tuple(entry["words"]) for language, entry in read.items()}


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((word, _pattern(word)) for word in _listed().get(language, ()))


def _pattern(word: str) -> re.Pattern[str]:
    before = "" if word.startswith("*") else " "
    after = "" if word.endswith("*") else " "
    inside = r"[^ ]*".join(re.escape(_flat(part)) for part in word.strip("*").split("*"))
    return re.compile(f"{before}{inside}{after}")


def _flat(text: str) -> str:
    """Return `text` without capitals, accents and punctuation, its words one space apart."""
    # A Persian non-joiner parts a word as a space does; the other invisible signs part nothing.
    parted = text.replace(_NON_JOINER, " ")
    visible = "".join(sign for sign in parted if unicodedata.category(sign) != "Cf")
    return " ".join(word for word in map(bare, _BREAKS.split(visible)) if word)
