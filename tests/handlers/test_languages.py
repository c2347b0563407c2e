"""Every language says everything, with the same facts in it, and nothing turns its lines around."""

import re
import tomllib
from datetime import UTC, datetime

import pytest

from handlers.understanding import meanings
from handlers.words import COPIED, FSI, PDI, RIGHT_TO_LEFT, Speech
from tests.handlers.phrases import HOME, languages, phrases

SIX = {"en", "es", "fr", "ar", "ru", "fa"}
ENGLISH = phrases("en")
OTHERS = [one for one in languages() if one != "en"]
NOW = datetime(2026, 11, 23, 16, 5, tzinfo=UTC)

#: Sentences that may be the same as in English, each with its reason.
SAME = tomllib.loads((HOME / "same.toml").read_text("utf-8"))


def test_all_six_languages_are_spoken():
    assert set(languages()) == SIX


@pytest.mark.parametrize("language", languages())
def test_every_language_says_everything_and_nothing_else(language):
    assert phrases(language).keys() == ENGLISH.keys()


@pytest.mark.parametrize("language", languages())
def test_a_sentence_stands_in_the_same_file_in_every_language(language):
    there = {name: phrase.file for name, phrase in phrases(language).items()}

    assert there == {name: phrase.file for name, phrase in ENGLISH.items()}


@pytest.mark.parametrize("language", languages())
def test_the_same_facts_go_into_a_sentence_in_every_language(language):
    different = {
        name: sorted(phrase.variables ^ ENGLISH[name].variables)
        for name, phrase in phrases(language).items()
        if name in ENGLISH and phrase.variables != ENGLISH[name].variables
    }

    assert different == {}


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_was_left_in_english(language):
    left = [
        name
        for name, phrase in phrases(language).items()
        if name in ENGLISH
        and phrase.source == ENGLISH[name].source
        and re.search(r"[^\W\d_]", phrase.source)
        and name not in SAME.get(language, {})
        and name not in SAME["all"]
    ]

    assert left == []


def test_what_may_be_the_same_exists_and_has_its_reason():
    for listed in SAME.values():
        assert listed.keys() <= ENGLISH.keys()
        assert all(len(reason.split()) >= 3 for reason in listed.values())


@pytest.mark.parametrize("language", languages())
def test_what_goes_into_a_line_read_from_the_right_cannot_turn_it(language):
    speech = Speech(language, "UTC", NOW)
    for name, phrase in phrases(language).items():
        for values in ({}, {"number": "12", "link": "https://t.me/x?start=y"}):
            given = {one: values.get(one, f"Ab{one}") for one in phrase.variables}
            given |= dict.fromkeys(_moments(phrase), NOW)
            said = speech.say(name, given)
            assert said.count(FSI) == said.count(PDI)
            for one, value in given.items():
                if one in COPIED or value is NOW or str(value) not in said:
                    continue
                assert (f"{FSI}{value}{PDI}" in said) == (language in RIGHT_TO_LEFT), name


def _moments(phrase):
    """The variables that are passed to SINCE or DATE, which take moments alone."""
    text = (HOME / phrase.language / phrase.file).read_text("utf-8")
    return phrase.variables & set(re.findall(r"(?:SINCE|DATE)\(\$([\w-]+)\)", text))


QUOTED = re.compile(r'"([^"]*)"')  # also one whose whole content is a variable
OFFICE = ("office-", "inner-", "notice-refused-")  #: the office types commands, in English


@pytest.mark.parametrize("language", languages())
def test_what_is_to_be_typed_is_understood_when_it_is_typed(language):
    unheard = {}
    for name, phrase in phrases(language).items():
        if name not in ENGLISH:
            continue
        quoted = {" ".join(one.split()) for one in QUOTED.findall(phrase.source)}
        meant = {" ".join(one.split()) for one in QUOTED.findall(ENGLISH[name].source)}
        if name.startswith(OFFICE):
            wrong = quoted ^ meant
        elif len(quoted) != len(meant):
            wrong = quoted or meant
        else:
            # What is to be said aloud is no command; it is the only one with a full stop in it.
            wrong = {one for one in quoted if "." not in one and not meanings(one, language)}
        if wrong:
            unheard[name] = sorted(wrong)

    assert unheard == {}


@pytest.mark.parametrize("language", languages())
def test_a_label_that_can_be_typed_is_understood_when_it_is_typed(language):
    """Law 26: what a button says can also be typed. The office has its commands instead.

    Nobody types what opens the page on their phone.
    """
    unheard = {
        name: phrase.source
        for name, phrase in phrases(language).items()
        if name.startswith(("button-", "key-"))
        and not name.startswith(("button-office-", "key-page-"))
        if not any(rest == "" for rest in _meant(phrase, language))
    }

    assert unheard == {}


def _meant(phrase, language):
    label = phrase.source
    if phrase.id.startswith("key-pair-"):
        # One of two equal buttons: nothing else that is said so may come before it.
        pair = phrase.id.removeprefix("key-")
        return [rest for name, rest in meanings(label, language).items() if name == pair]
    if phrase.id.startswith("key-"):
        # "1 note": the digit is understood, and so is the word behind it.
        digit, _, word = label.partition(" ")
        assert meanings(digit, language), label
        label = word
    return meanings(label, language).values()


@pytest.mark.parametrize("language", languages())
def test_every_digit_that_can_be_sent_is_named_in_every_language(language):
    digit = re.compile(r"(?<![\d:+$\w])([0-9])(?=:)")
    for name, phrase in phrases(language).items():
        if name in ENGLISH:
            expected = sorted(set(digit.findall(ENGLISH[name].source)))
            assert sorted(set(digit.findall(phrase.source))) == expected, name
