"""A coordinator reads what somebody wrote with their notes, and the place that came with one.

Only while something is open about them: what was written on a quiet day is nobody's business. It
may have been written under force, by whoever held the phone; it ends nothing.
"""

from handlers.context import By, Hearing, Route, say
from handlers.coordinator import defender, open_alarms, page_in, shown, typed
from rules.events import Arrived, Cause, CheckedIn
from rules.people import Role
from storage.deed import Cried, Deed, Lived, Words
from storage.diary import Line
from storage.persons import Person

_LINES = 100  #: so far back it is looked for
_NOTES = 5  #: so many are shown, the newest first
_LONGEST = 250  #: characters of one; a sealed note has 200 at most, and a place


async def wrote(hearing: Hearing) -> Deed:
    """Show the last words that came with notes, page by page."""
    words = typed(hearing)
    if not words:
        return hearing.answer(say("office-form-wrote"))
    found = await defender(hearing, words[0])
    if isinstance(found, Deed):
        return found
    if not any(one.alarm.subject == found.id for one in await open_alarms(hearing)):
        return hearing.answer(say("office-wrote-not-open", code=found.code))
    lines = [
        _said(found, line)
        for line in await hearing.rooms.readings.diary(found.id, _LINES)
        if line.words and _is_hers(line)
    ]
    page = page_in(words)
    nothing = say("inner-wrote-nothing", code=found.code)
    return shown(
        hearing, tuple(lines[:_NOTES]) or (nothing,), again=("wrote", found.code), page=page
    )


def _is_hers(line: Line) -> bool:
    """Say whether the words are hers, and no reason that somebody of the office gave."""
    match line.happening:
        case Lived(_, CheckedIn() | Arrived()) | Cried(_, Cause.SOS):
            return True
        case _:
            return False


def _said(found: Person, line: Line) -> Words:
    # Signs that turn a line round, or end it, could make it look like one of ours.
    text = "".join(sign if sign.isprintable() else " " for sign in line.words)
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return say("inner-wrote", code=found.code, at=line.at, text=short)


ROUTES = (
    Route(Role.COORDINATOR, By.COMMAND, "wrote", wrote),
    Route(Role.COORDINATOR, By.BUTTON, "wrote", wrote),
)
