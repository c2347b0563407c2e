"""The page says the same in six languages, and nothing that a phone must not show."""

import json
import re
import tomllib

import pytest

from handlers.inner import inner_words_in
from tests.miniapp.conftest import HOME

WORDS = HOME / "src" / "words"
SIX = ("ar", "en", "es", "fa", "fr", "ru")
LONGEST = 160  #: signs in one sentence on a small screen
LONGEST_BUTTON = 44
BUTTONS = ("send", "save", "next", "lock", "parts", "file", "read-open", "key-make", "key-use")
SAME = tomllib.loads((HOME / "src" / "words" / "same.toml").read_text("utf-8"))


def said(language):
    return json.loads((WORDS / f"{language}.json").read_text("utf-8"))


def test_all_six_languages_are_spoken():
    assert sorted(path.stem for path in WORDS.glob("*.json")) == sorted(SIX)


@pytest.mark.parametrize("language", SIX)
def test_every_language_says_everything_in_the_same_order(language):
    assert list(said(language)) == list(said("en"))


@pytest.mark.parametrize("language", SIX)
def test_the_same_facts_go_into_a_sentence(language):
    for name, words in said(language).items():
        facts = re.findall(r"\{\w+\}", words)
        assert sorted(facts) == sorted(re.findall(r"\{\w+\}", said("en")[name])), name


@pytest.mark.parametrize("language", SIX)
def test_the_page_shows_no_inner_word(language):
    found = {
        name: words
        for name, sentence in said(language).items()
        if (words := inner_words_in(sentence, language, "en"))
    }
    assert found == {}


def test_an_inner_word_on_the_page_would_be_found():
    assert inner_words_in("Send the alarm", "en")
    assert inner_words_in("پرونده شما", "fa", "en")


@pytest.mark.parametrize("language", [one for one in SIX if one != "en"])
def test_nothing_was_left_in_english(language):
    english = said("en")
    left = {name for name, words in said(language).items() if words == english[name]}
    assert left == SAME.get(language, {}).keys()


def test_what_may_be_the_same_has_its_reason():
    assert all(len(why.split()) >= 3 for listed in SAME.values() for why in listed.values())


@pytest.mark.parametrize("language", SIX)
def test_everything_is_short(language):
    words = said(language)
    assert {name: text for name, text in words.items() if not 0 < len(text) <= LONGEST} == {}
    assert {one: words[one] for one in BUTTONS if len(words[one]) > LONGEST_BUTTON} == {}


def test_every_sentence_is_used_and_every_used_one_exists():
    sources = [path.read_text("utf-8") for path in (HOME / "src").rglob("*.js")]
    plainly = {name for text in sources for name in re.findall(r'"([a-z][a-z-]*)"', text)}
    patterns = {
        prefix for text in sources for prefix in re.findall(r"say\(\s*`([a-z-]+)\$\{", text)
    }
    asked = {name for text in sources for name in re.findall(r'say\(\s*"([a-z-]+)"', text)}

    assert asked <= said("en").keys()
    assert patterns == {"day-", "fault-", "sheet-", "hint-", "told-", "list-"}
    unused = [
        name for name in said("en") if name not in plainly and not name.startswith(tuple(patterns))
    ]
    assert unused == []
