"""A card looks like a list that anybody may carry; only who was told the rule can tell it apart."""

import io
import re
from collections import Counter
from datetime import date

import pytest
from pypdf import PdfReader

from bot.cards.making import styles
from bot.cards.mixing import FORCED_LETTERS, Line, NotMixed, Rule, first_letter, mix
from bot.cards.sheet import LONGEST_NAME, MOST_LINES, NotPrintable, draw
from handlers.words import languages
from sealing.cards import code_in, new_code
from tests.bot.printed import NUMBER, names_of, text_of

TODAY = date(2026, 11, 22)


def codes(count):
    return [new_code() for _ in range(count)]


# --- The rule ------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("style", styles())
def test_in_every_language_the_rule_tells_the_forced_ones_and_nothing_else_does(
    style, language, rule
):
    drawn = codes(24)
    mixed = mix(names_of(style, language), drawn, 8, rule)

    assert (len(mixed.genuine), len(mixed.forced)) == (16, 8)
    assert sorted(mixed.genuine + mixed.forced) == sorted(drawn)
    assert sorted(one.code for one in mixed.lines) == sorted(drawn)
    assert {one.code for one in mixed.lines if _is_forced(mixed, one, rule)} == set(mixed.forced)
    if rule is Rule.LETTER:
        letters = Counter(first_letter(one.name) for one in mixed.lines)
        under = {first_letter(one.name) for one in mixed.lines if one.code in mixed.forced}
        assert len(under) <= FORCED_LETTERS
        # No letter stands out: those of the forced have as many names as the others.
        free = {letter: n for letter, n in letters.items() if letter not in under}
        assert max(letters[letter] for letter in under) <= max(free.values())


def _is_forced(mixed, line, rule):
    """What she reckons who was told nothing but the rule."""
    if rule is Rule.LETTER:
        said = mixed.rule.partition("begins with ")[2].rstrip(".")
        return first_letter(line.name) in said.split(" or ")
    begin, every = map(int, re.findall(r"\d+", mixed.rule))
    return mixed.lines.index(line) % every == begin - 1


def test_the_rule_differs_from_card_to_card():
    names = names_of("phones", "en")
    assert len({mix(names, codes(24), 8, Rule.LETTER).rule for _ in range(20)}) > 5
    assert len({mix(names, codes(24), 8, Rule.LINE).rule for _ in range(40)}) == 3


@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize(("count", "forced"), [(1, 0), (6, 2), (6, 3), (30, 6), (24, 1), (24, 0)])
def test_fewer_and_more_can_be_made(rule, count, forced):
    mixed = mix(names_of("phones", "en"), codes(count), forced, rule)
    assert (len(mixed.lines), len(mixed.forced)) == (count, forced)
    found = [one.code for one in mixed.lines if forced and _is_forced(mixed, one, rule)]
    assert sorted(found) == sorted(mixed.forced)
    assert forced or "None" in mixed.rule


@pytest.mark.parametrize(
    ("names", "count", "forced", "rule", "why"),
    [
        (["Anna", "Ben"], 3, 1, Rule.LETTER, "3 names are needed"),
        (["Anna", "Anna", " Anna "], 2, 1, Rule.LETTER, "2 names are needed"),
        (["Anna", "Ada", "Alf"], 3, 1, Rule.LETTER, "too few different letters"),
        (["Anna", "Ben"], 2, 2, Rule.LETTER, "given freely"),
        (["Anna", "Ben"], 2, -1, Rule.LINE, "given freely"),
        (["Anna", "Ben", "Cora", "Dan", "Eva"], 5, 2, Rule.LINE, "24 and 8"),
    ],
)
def test_what_cannot_be_mixed_is_said(names, count, forced, rule, why):
    with pytest.raises(NotMixed, match=why):
        mix(names, codes(count), forced, rule)


# --- The page ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("style", styles())
def test_the_page_holds_names_and_numbers_and_nothing_more(style, language):
    mixed = mix(names_of(style, language), codes(24), 8, Rule.LETTER)
    pdf = draw(mixed.lines, TODAY)

    said = text_of(pdf)
    assert [code_in(one) for one in NUMBER.findall(said)] == [one.code for one in mixed.lines]
    left = NUMBER.sub("", said)
    assert not re.search(r"\d{4}", left)
    if language in ("en", "es", "fr", "ru"):
        assert sorted(left.split()) == sorted(" ".join(one.name for one in mixed.lines).split())
    for letter in ("begins", "forced", "genuine", "line ", "rule"):
        assert letter not in left.lower()


def test_the_file_names_nobody_and_no_time_but_the_day():
    mixed = mix(names_of("phones", "en"), codes(24), 8, Rule.LETTER)
    pdf = draw(mixed.lines, TODAY)

    reader = PdfReader(io.BytesIO(pdf))
    assert {name: str(value) for name, value in (reader.metadata or {}).items() if value} == {
        "/CreationDate": "D:20261122000000Z"
    }
    assert reader.xmp_metadata is None
    for word in (b"vigil", b"fpdf", b"forced", b"genuine", b"python", b"/Title", b"/Author"):
        assert word.lower() not in pdf.lower()
    width, height = reader.pages[0].mediabox[2:]
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (105, 148)


def test_the_page_is_drawn_from_names_and_numbers_alone():
    """The same lines make the same bytes: which of them are forced, the page was never told."""
    lines = [Line(f"Name {letter}", new_code()) for letter in "ABCDEFGH"]
    assert draw(lines, TODAY) == draw(lines, TODAY)
    assert set(Line.__slots__) == {"name", "code"}


def test_as_many_lines_as_may_be_fit_on_one_page():
    lines = [Line("M" * LONGEST_NAME, new_code()) for _ in range(MOST_LINES)]
    found = NUMBER.findall(text_of(draw(lines, TODAY)))
    assert [code_in(one) for one in found] == [one.code for one in lines]


@pytest.mark.parametrize(
    "name", ["M" * (LONGEST_NAME + 1), "\u6c34\u679c\u5e97", "Anna \U0001f33f"]
)
def test_a_name_that_cannot_be_printed_is_refused(name):
    with pytest.raises(NotPrintable):
        draw([Line(name, new_code())], TODAY)
