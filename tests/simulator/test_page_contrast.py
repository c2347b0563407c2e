"""Whoever looks at the page can read it: WCAG AA contrast of its colours, light and dark."""

import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "simulator" / "page" / "theme.css"

#: Words on what they stand on; WCAG 2.2, 1.4.3 asks 4.5 of them.
WORDS = [
    ("fg", "bg"),
    ("fg", "card"),
    ("fg", "accent-bg"),
    ("fg", "bubble-in"),
    ("fg", "bubble-out"),
    ("muted", "bg"),
    ("muted", "card"),
    ("muted", "bubble-in"),
    ("muted", "bubble-out"),
    ("accent", "bg"),
    ("accent", "card"),
    ("accent", "accent-bg"),
    ("accent", "bubble-in"),
    ("accent", "bubble-out"),
    ("accent-fg", "accent"),
    ("danger", "bg"),
    ("danger", "card"),
    ("danger", "bubble-in"),
    ("card", "danger"),
    ("good", "bg"),
    ("good", "card"),
    ("warn", "bg"),
    ("warn", "card"),
]
#: Edges of controls, the focus ring and bars of the timeline; 1.4.11 asks 3 of them.
EDGES = [
    (edge, under)
    for edge in ("line", "focus", "accent", "danger", "good", "warn", "muted")
    for under in ("bg", "card")
] + [("focus", "accent-bg"), ("focus", "bubble-in"), ("focus", "bubble-out")]


def blocks():
    """Find the three sets of colours in theme.css, without what belongs to no theme."""
    found = re.findall(r"(:root[^{]*)\{([^}]*)\}", THEME.read_text())
    sets = {
        selector.strip(): dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6});", body))
        for selector, body in found
    }
    assert list(sets) == [":root", ':root:not([data-theme="light"])', ':root[data-theme="dark"]']
    return sets


SETS = blocks()
LIGHT, DARK = SETS[":root"], SETS[':root[data-theme="dark"]']


def luminance(colour):
    """Reckon a colour's relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself_knows_black_on_white_and_a_grey_that_just_fails():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_who_chose_dark_sees_the_same_as_who_has_a_dark_system():
    assert SETS[':root:not([data-theme="light"])'] == DARK


def test_both_themes_name_the_same_colours():
    assert set(LIGHT) == set(DARK)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "under"), WORDS)
def test_words_can_be_read(theme, words, under):
    assert contrast(theme[words], theme[under]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "under"), EDGES)
def test_edges_of_controls_and_the_focus_can_be_seen(theme, edge, under):
    assert contrast(theme[edge], theme[under]) >= 3
