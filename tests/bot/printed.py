"""What stands on a printed card: names, and numbers as nothing else there is."""

import io
import re
import sys
from pathlib import Path

from pypdf import PdfReader

LISTS = Path(sys.modules["bot.cards"].__path__[0]) / "lists"
#: Twelve digits in groups of three, as they are printed and as nothing else here is.
NUMBER = re.compile(r"\d{3} \d{3} \d{3} \d{3}")


def names_of(style, language):
    return (LISTS / style / f"{language}.txt").read_text("utf-8").splitlines()


def text_of(pdf):
    (page,) = PdfReader(io.BytesIO(pdf)).pages
    return page.extract_text()
