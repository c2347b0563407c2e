"""The keys under the chat of somebody who sends notes, by the ways they have agreed to.

A sealed key opens the page on their phone. Its label is one of several dull words, the same for one
person and not the same for all: after each note Telegram prints it in the chat (law 13).
"""

import base64
from urllib.parse import urlencode

from handlers.context import Hearing, say
from rules.life import Life
from rules.people import PersonId
from rules.signs import PLACE, ways_of
from rules.terms import Way
from rules.watch import Sort
from storage.deed import Words

SCREEN_NOTE = "n"  #: of the page: a note
SCREEN_CODES = "e"  #: codes are chosen for the first time
SCREEN_CHANGE = "c"  #: codes are changed
SCREEN_PAIR = "p"  #: which of the two buttons is which
SCREEN_DOSSIER = "d"  #: what others should know
SCREEN_READ = "r"  #: what others wrote is opened; nothing is sent from it
SCREEN_KEY = "y"  #: a key of one's own is made

TAPS = "tap"
#: Among the ways of a reply: the screen that it names gets a key of its own, above all others, so
#: that a note can be sent all the while.
APART = "page"
PAIR = (1, 2)  #: two equal buttons, of which the person alone knows the forced one
PAIR_WORDS = tuple(f"pair-{which}" for which in PAIR)  #: what they say, in understood.ftl
PAIR_COUNTS = frozenset({Way.PAIR, Way.TAP})  #: where these were agreed, their words are a sign
_LABELS = 6  #: dull words for a sealed key, key-page-0 and so on

_NOTE, _HELP = say("key-note"), say("key-help")
_LAST = (say("key-break"), say("key-trip"))
_PAIR = tuple(say(f"key-{word}") for word in PAIR_WORDS)


def keys_for(
    ways: str, *, sealed: Words | None, apart: Words | None = None
) -> tuple[tuple[Words, ...], ...]:
    """Return the rows of keys for these ways.

    `sealed`: the label of the key to the page; `apart`: of the one that opens another screen of it.
    Whoever sends no notes has that one alone.
    """
    agreed = ways.split()
    rows: list[tuple[Words, ...]] = []
    if apart is not None and APART in agreed:
        rows.append((apart,))
    if agreed == [APART]:
        return tuple(rows)
    if sealed is not None and "sealed" in agreed:
        rows.append((sealed,))
    if "pair" in agreed and TAPS not in agreed:
        # Whoever may tap has the plain key; both beside each other would only confuse.
        rows.append(_PAIR)
    rows.append((_NOTE, _HELP) if TAPS in agreed else (_HELP,))
    return (*rows, _LAST)


def label_of(person: PersonId | None, *, apart: bool = False) -> Words:
    """Return the dull word on somebody's sealed key; `apart`: on the one that stands above it."""
    first = person[0] if person else 0
    return say(f"key-page-{(first + apart) % _LABELS}")


def with_page(ways: str) -> str:
    """Return these ways with a key of its own for another screen of the page."""
    return f"{ways} {APART}".strip()


def reading_url(page: str, language: str) -> str:
    """Return what opens the screen on which a file is read; nothing is sent from there."""
    return f"{page}?{urlencode({'m': SCREEN_READ, 'l': language})}"


def page_url(
    page: str, challenge: str, kid: str, screen: str, language: str, *, ways: str = ""
) -> str:
    """Return what a sealed key opens. `challenge`, `kid`: in hexadecimal; `ways`: as agreed.

    All of it stands in the query: how clients join a fragment of ours with their own differs.
    """
    written = base64.urlsafe_b64encode(bytes.fromhex(challenge)).decode().rstrip("=")
    asked = {"c": written, "k": kid, "m": screen, "l": language}
    if screen == SCREEN_NOTE and PLACE in ways.split():
        asked["w"] = "1"
    return f"{page}?{urlencode(asked)}"


async def ways_for(hearing: Hearing) -> str:
    """Return the ways of the person who speaks, as a reply that brings the keys names them."""
    return ways_in(await hearing.rooms.readings.life(hearing.person.id))


async def agreed_ways(hearing: Hearing) -> frozenset[Way]:
    """Return the ways that the person who speaks has agreed to; none where nothing was."""
    life = await hearing.rooms.readings.life(hearing.person.id)
    watches = life.watches if life is not None else ()
    terms = next((one.terms for one in watches if one.sort is Sort.ROUTINE), None)
    return frozenset() if terms is None else terms.ways


def ways_in(life: Life | None) -> str:
    """Return the ways of a life; taps where nothing was agreed."""
    watches = life.watches if life is not None else ()
    terms = next((one.terms for one in watches if one.sort is Sort.ROUTINE), None)
    return TAPS if terms is None else ways_of(terms)
