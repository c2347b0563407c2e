"""Draws a card: one small page of names and numbers, with nothing that says what they are for.

It is handed names and numbers only; which of them are forced it never learns, so neither the page
nor anything else in the file can tell. No title, no author, no program, no time but the day.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from importlib.resources import files
from pathlib import Path

from fpdf import FPDF
from fpdf.fonts import TTFFont

from bot.cards.mixing import Line
from sealing.cards import grouped

LONGEST_NAME = 28  #: characters that fit beside a number
MOST_LINES = 30

_A6 = (105.0, 148.0)  #: millimetres
_MARGIN = 11.0
_NUMBER = 32.0  #: the width of a number
_LARGEST = 5.6  #: the height of a line
_POINTS = 9.0
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


class NotPrintable(Exception):
    """A name cannot be printed: it is too long, or in a script that our letters do not cover."""


def draw(lines: Sequence[Line], day: date) -> bytes:
    """Return the page as PDF. Raises NotPrintable."""
    page = FPDF(format=_A6)
    page.set_margin(_MARGIN)
    page.set_auto_page_break(auto=False)
    latin, arabic = _letters()
    page.set_producer("")
    page.set_creation_date(datetime.combine(day, time(), UTC))
    try:
        page.add_font("latin", fname=latin)
        page.add_font("arabic", fname=arabic)
        _check([one.name for one in lines], page)
        page.set_fallback_fonts(["arabic"])
        page.set_text_shaping(use_shaping_engine=True)
        page.add_page()
        page.set_font("latin", size=_POINTS)
        _fill(page, lines)
        return bytes(page.output())
    finally:
        for one in page.fonts.values():
            if isinstance(one, TTFFont):
                one.close()


def _fill(page: FPDF, lines: Sequence[Line]) -> None:
    height = min(_LARGEST, (_A6[1] - 2 * _MARGIN) / len(lines))
    turned = sum(_turns(one.name) for one in lines) * 2 > len(lines)
    width = _A6[0] - 2 * _MARGIN - _NUMBER
    for line in lines:
        name, number = (width, line.name), (_NUMBER, grouped(line.code))
        for (wide, text), align in zip(
            (number, name) if turned else (name, number), "LR", strict=True
        ):
            page.cell(wide, height, text, align=align)
        page.ln(height)


def _check(names: Iterable[str], page: FPDF) -> None:
    letters = [one for one in page.fonts.values() if isinstance(one, TTFFont)]
    covered = {sign for one in letters for sign in one.cmap}
    for name in names:
        if len(name) > LONGEST_NAME:
            raise NotPrintable(f"{name!r} is longer than {LONGEST_NAME} letters.")
        # Signs that only join or part letters need none of their own.
        if any(
            ord(one) not in covered for one in name if unicodedata.category(one) not in {"Cf", "Mn"}
        ):
            raise NotPrintable(f"{name!r} has letters that cannot be printed here.")


def _letters() -> tuple[Path, Path]:
    """Return where the letters lie: Latin and Cyrillic, then Arabic and Persian."""
    return (
        _font("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
        _font("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
    )


def _font(package: str, name: str) -> Path:
    return Path(str(files(package) / "files" / name))


def _turns(name: str) -> bool:
    return any(unicodedata.bidirectional(one) in _RIGHT_TO_LEFT for one in name)
