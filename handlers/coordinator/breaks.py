"""A break with the office's yes, and its end (law 19): never at once, never without an end."""

from datetime import datetime

from handlers.context import By, Hearing, Route, button, say
from handlers.coordinator import defender, me, told_of, typed, with_happenings
from handlers.moments import read_moment
from rules.events import ChangeAsked
from rules.notices import Kind
from rules.people import Role
from rules.terms import Change, Pause, Resume
from rules.watch import Sort, Watch
from rules.watching import decide
from storage.deed import Deed, Lived
from storage.persons import Person


async def pause(hearing: Hearing) -> Deed:
    """Say yes to a break: longer than they may take alone, never at once, told to the others."""
    words = typed(hearing)
    if not words:
        return hearing.answer(say("office-form-pause"))
    found = await defender(hearing, words[0])
    if isinstance(found, Deed):
        return found
    text = " ".join(words[1:])
    if text.lower() == "off":
        return await _resume(hearing, found)
    if not text:
        return _ask_until(hearing, found)
    until = _until(hearing, text.removeprefix("until "), found)
    if until is None:
        return hearing.answer(say("office-form-pause"))
    return await _pause(hearing, found, until)


def _ask_until(hearing: Hearing, found: Person) -> Deed:
    spans = ((1, "1d"), (3, "3d"), (7, "7d"))
    row = tuple(
        button("button-office-days", "pause", f"{found.code} {span}", count=days)
        for days, span in spans
    )
    return hearing.answer(say("office-pause-until", code=found.code), buttons=(row,))


def _until(hearing: Hearing, text: str, found: Person) -> datetime | None:
    """Read until when: clock times are those where the person is. "3d" is the same everywhere."""
    for language in ("en", hearing.person.language):
        read = read_moment(text, language, found.zone, hearing.at)
        if read is not None:
            return read
    return None


async def _pause(hearing: Hearing, found: Person, until: datetime) -> Deed:
    routine = await _routine(hearing, found)
    if routine is None:
        return hearing.answer(say("office-not-begun", code=found.code))
    asked = _asked(hearing, Pause(until))
    decision = decide(routine, asked)
    happened = Lived(found.id, asked)
    if any(one.kind is Kind.CHANGE_REFUSED for one in decision.notices):
        # The rules say why, and what would be possible.
        return Deed(happenings=(happened,))
    waiting = (one for one in decision.watch.pending if one.change == asked.change)
    begins = next((one.from_at for one in waiting), hearing.at)
    facts = {"from": begins, "until": until}
    return with_happenings(
        hearing.answer(say("office-pause-noted", code=found.code, **facts)),
        happened,
        notices=told_of(hearing, routine, asked),
    )


async def resume(hearing: Hearing) -> Deed:
    """End a break, or ask for notes again after an alarm that ended badly."""
    words = typed(hearing)
    if not words:
        return hearing.answer(say("office-form-resume"))
    found = await defender(hearing, words[0])
    return found if isinstance(found, Deed) else await _resume(hearing, found)


async def _resume(hearing: Hearing, found: Person) -> Deed:
    routine = await _routine(hearing, found)
    if routine is None:
        return hearing.answer(say("office-not-begun", code=found.code))
    asked = _asked(hearing, Resume())
    woken = decide(routine, asked).watch
    if woken == routine:
        return hearing.answer(say("office-no-break", code=found.code))
    due = {"due": woken.due_at} if woken.due_at is not None else {}
    ending = "" if due else "-no-due"
    return with_happenings(
        hearing.answer(say(f"office-resumed{ending}", code=found.code, **due)),
        Lived(found.id, asked),
    )


async def _routine(hearing: Hearing, found: Person) -> Watch | None:
    life = await hearing.rooms.readings.life(found.id)
    watches = life.watches if life is not None else ()
    begun = (one for one in watches if one.sort is Sort.ROUTINE and one.begun_at is not None)
    return next(begun, None)


def _asked(hearing: Hearing, change: Change) -> ChangeAsked:
    return ChangeAsked(hearing.at, change, by=me(hearing))


_C = Role.COORDINATOR

ROUTES = (
    Route(_C, By.COMMAND, "pause", pause),
    Route(_C, By.BUTTON, "pause", pause),
    Route(_C, By.COMMAND, "resume", resume),
)
