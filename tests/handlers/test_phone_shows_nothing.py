"""Whoever looks at a phone learns nothing: no inner word, no long text, in any language.

Reads every text that can arrive: what is said by itself, every answer, every button.
"""

import tomllib
from pathlib import Path

import pytest

from handlers.inner import inner_words_in
from tests.handlers.phrases import languages, phrases

LIST = Path(__file__).parents[2] / "handlers" / "words" / "inner.toml"
LONGEST = 350  #: signs in one text (law 26)
LONGEST_BUTTON = 40  #: a longer label is cut on a small phone


@pytest.mark.parametrize("language", languages())
def test_a_phone_shows_no_inner_word(language):
    found = {
        name: words
        for name, phrase in phrases(language).items()
        if phrase.outer
        for shape in phrase.shapes
        if (words := inner_words_in(shape, language, "en"))
    }

    assert found == {}


@pytest.mark.parametrize("language", languages())
def test_no_text_is_longer_than_a_small_screen(language):
    lengths = {name: max(map(len, phrase.shapes)) for name, phrase in phrases(language).items()}

    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}
    buttons = {
        name: length
        for name, length in lengths.items()
        if name.startswith(("button-", "key-")) and length > LONGEST_BUTTON
    }
    assert buttons == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "ALARM!"),
        ("en", "your check-in is late"),
        ("en", "a human-rights bot"),
        ("en", "she is missing"),
        ("en", "du\u200bress"),
        ("es", "La alarma sonó"),
        ("es", "coacción"),
        ("fr", "défenseure des droits humains"),
        ("fr", "une alerte"),
        ("ar", "الإنذار الأخير"),
        ("ar", "وخطر"),
        ("ru", "правозащитница"),
        ("ru", "Тревогу подняли"),
        ("fa", "روزنامه\u200cنگار"),  # noqa: RUF001 - a Persian word
        ("fa", "خطرناک است"),
    ],
)
def test_the_list_knows_an_inner_word_when_it_stands_there(language, text):
    assert inner_words_in(text, language)
    assert inner_words_in(f"abc {text}, def", language)
    assert inner_words_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "A note, by 20:00.",
        "Something to read, please, when you are alone.",
        "The office and your people",
        "Отправьте заметку до 20:00.",
        "یادداشت شما هنوز باز است.",
        "ملاحظتك ما زالت مفتوحة.",
        "Votre note est encore ouverte.",
        "Su nota sigue abierta.",
        "Quiet notes",
    ],
)
def test_outer_words_pass(text):
    assert inner_words_in(text) == ()


def test_the_list_covers_all_six_languages():
    listed = set(tomllib.loads(LIST.read_text("utf-8")))
    assert listed == {"en", "es", "fr", "ar", "ru", "fa"}
    assert set(languages()) <= listed
