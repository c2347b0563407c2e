"""People type as they can: digits of any script, capitals, accents, commas, their own letters."""

import pytest

from handlers.understanding import command, latin, meanings, understood
from handlers.words import languages

WRITTEN_ONE = ["1", " 1 ", "١", "۱", "１", "1.", "1!", "\u20681\u2069", "1\ufe0f\u20e3", "\u200f١"]  # noqa: RUF001 - the digits are the point


@pytest.mark.parametrize("typed", WRITTEN_ONE)
def test_a_one_is_a_note_on_every_keyboard(typed):
    assert meanings(typed, "en")["note"] == ""


@pytest.mark.parametrize("typed", WRITTEN_ONE)
@pytest.mark.parametrize("language", languages())
def test_a_one_is_a_note_in_every_language(typed, language):
    assert "note" in meanings(typed, language)


@pytest.mark.parametrize(
    ("typed", "means", "rest"),
    [
        ("note", "note", ""),
        ("NOTE", "note", ""),
        ("Note: all well here", "note", "all well here"),
        ("Sos!!", "help", ""),
        ("help me", "help", ""),
        ("help me, they are at the door", "help", "they are at the door"),
        ("+1", "more-time", ""),
        ("+۱", "more-time", ""),  # noqa: RUF001 - the digit is the point
        ("Yes, I have.", "seen", ""),
        ("no, but I can help", "can-help", ""),
        ("no, quietly", "no-quietly", ""),
        ("No", "no", ""),
        ("3 fri 20:00", "break", "fri 20:00"),
        ("٣ ١٨:٣٠", "break", "18:30"),
        ("take 12", "take", "12"),
        ("open 12", "open", "12"),
    ],
)
def test_what_was_typed_is_understood(typed, means, rest):
    assert meanings(typed, "en")[means] == rest


@pytest.mark.parametrize(
    "typed", ["", "   ", "...", "\u200b", "10", "11", "1830", "18:30", "noted"]
)
def test_what_only_looks_like_a_word_of_ours_is_none(typed):
    assert not meanings(typed, "en")


def test_the_longest_phrase_comes_first():
    assert next(iter(meanings("no, quietly", "en"))) == "no-quietly"
    assert next(iter(meanings("yes, i have", "en"))) == "seen"


def test_english_is_understood_beside_every_language_and_an_unknown_one_harms_nothing():
    assert "note" in meanings("note", "ru")
    assert "note" in meanings("note", "xx")


@pytest.mark.parametrize(
    ("typed", "name", "rest", "slashed"),
    [
        ("/take 12", "take", "12", True),
        ("/TAKE@Some_Bot ۱۲", "take", "12", True),
        ("take 12", "take", "12", False),
        ("/start abc-DEF_1", "start", "abc-DEF_1", True),
    ],
)
def test_a_command_is_read_with_and_without_its_slash(typed, name, rest, slashed):
    read = command(typed)

    assert read is not None
    assert (read.name, read.rest, read.slashed) == (name, rest, slashed)


@pytest.mark.parametrize("typed", ["", "/", "/да", "привет", "/" + "a" * 33, "+1", "¿que?"])
def test_other_texts_are_no_command(typed):
    assert command(typed) is None


def test_digits_become_latin_and_words_stay_as_they_are():
    assert latin(" Пт ۱۸:۳۰ ") == "Пт 18:30"


@pytest.mark.parametrize("language", languages())
def test_every_language_understands_every_id_by_something(language):
    listed = understood(language)

    assert listed.keys() == understood("en").keys()
    for name, phrases in listed.items():
        assert all(phrases), name
        digits = {one for one in understood("en")[name] if one.strip("+").isdecimal()}
        assert digits <= set(phrases), f"{name} must be heard by digit in {language} as well"


@pytest.mark.parametrize("language", languages())
def test_no_phrase_means_two_things_to_the_same_person(language):
    listed = understood(language)
    #: What one reader may mean at one time: who sends notes, who is asked, an open question.
    circles = [
        [
            "note",
            "help",
            "break",
            "trip",
            "more-time",
            "resume",
            "status",
            "people",
            "stop",
            "menu",
        ],
        ["seen", "can-help", "cannot-now", "hand-back", "worried", "open", "again"],
        ["found-safe", "cannot-reach", "in-danger", "hand-back"],
        ["yes", "no", "no-quietly", "not-now", "alone", "cancel", "next"],
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        ["near", "friend", "lawyer", "family"],
    ]
    for circle in circles:
        said = [phrase.casefold() for name in circle for phrase in listed[name]]
        assert len(said) == len(set(said)), [one for one in said if said.count(one) > 1]
