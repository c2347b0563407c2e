"""One-time codes of a printed card: twelve digits that look like a telephone number.

Ten are random, two check them, so that a text is known as the code of a card before anybody looks
it up (ISO 7064, MOD 97-10). Enough is random that a fast keyed index suffices: no slow hash.
"""

import secrets
import unicodedata
from collections.abc import Callable

from sealing.blind import blind
from sealing.key import Key

LENGTH = 12
GROUP = 3  #: digits that are printed together

_CHECKS = 97
_RANDOM_DIGITS = LENGTH - 2
#: What people and phones put between and around digits, signs that turn a line among them.
_BETWEEN = frozenset(
    " -.()+/\n\r\t\u00a0\u2009\u202f\u061c\u200b\u200c\u200e\u200f\u2060\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def new_code(*, draw: Callable[[int], int] = secrets.randbelow) -> str:
    """Return a code of twelve digits; the first is never 0. `draw(n)` gives 0 to n - 1."""
    first = 10 ** (_RANDOM_DIGITS - 1)
    number = str(first + draw(9 * first))
    return number + f"{_CHECKS + 1 - int(number) * 100 % _CHECKS:02d}"


def code_in(text: str) -> str | None:
    """Return the code that a text is, however it was grouped and in whatever digits; else None."""
    bare = "".join(one for one in text if one not in _BETWEEN)
    if len(bare) != LENGTH:
        return None
    values = [unicodedata.decimal(one, None) for one in bare]
    digits = "".join(str(value) for value in values if value is not None)
    if len(digits) != LENGTH or digits[0] == "0" or int(digits) % _CHECKS != 1:
        return None
    return digits


def grouped(code: str) -> str:
    """Return a code as it is printed: "714 228 190 637"."""
    return " ".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def index(key: Key, code: str) -> bytes:
    """Return the 16 bytes by which a code is found; without the key they say nothing."""
    return blind(key, "card", code)
