"""A person goes on a trip: until when, an hour more, there again."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from handlers.context import By, Hearing, Route, button, say
from handlers.moments import read_moment, read_span
from handlers.promise import promise_of
from rules.events import ChangeAsked, Started
from rules.people import Role
from rules.schedule import Until
from rules.terms import Extend
from rules.watch import Sort, Stage, Watch, WatchId
from storage.deed import Deed, Lived, OpenWatch

USUAL = timedelta(hours=1)  #: what "+1" and "more time" ask for

_MORE = re.compile(r"\+ ?\d")
_NOTE_OR_HELP = frozenset({"1", "2"})  #: these mean note and help, whatever question is open


async def trip(hearing: Hearing) -> Deed | None:
    """Begin a journey, ask until when, or say which one is running."""
    promise = await promise_of(hearing)
    if not promise.begun or promise.routine is None:
        return None
    if promise.journey is not None:
        return _running(hearing, promise.journey)
    if promise.routine.stage in {Stage.LATE, Stage.MISSED}:
        # A trip does not answer the note that is open, and must not seem to.
        return hearing.answer(say("trip-note-first"))
    until = _moment(hearing, hearing.rest)
    if until is not None:
        return _begin(hearing, promise.routine, until)
    asked = hearing.reply(say("trip-until"))
    return Deed(replies=(asked,), changes=(hearing.talk("trip-until"),))


async def until(hearing: Hearing) -> Deed | None:
    """Read until when, and begin."""
    if hearing.text in _NOTE_OR_HELP:
        return None
    promise = await promise_of(hearing)
    if promise.routine is None:
        return None
    if "cancel" in hearing.meant:
        return hearing.answer(say("unchanged"), changes=(hearing.end_talk(),))
    moment = _moment(hearing, hearing.text)
    if moment is not None:
        return _begin(hearing, promise.routine, moment)
    return None if hearing.meant else hearing.answer(say("moment-not-read"))


async def more_time(hearing: Hearing) -> Deed | None:
    """Extend the journey that is running. Anything else beginning with + is read as a span."""
    by = read_span(hearing.text, hearing.language) or USUAL
    promise = await promise_of(hearing)
    if promise.journey is None:
        return hearing.answer(say("trip-none")) if promise.begun else None
    if promise.journey.stage is Stage.MISSED:
        return hearing.answer(say("trip-too-late"))
    asked = ChangeAsked(hearing.at, Extend(by))
    return Deed(happenings=(Lived(hearing.person.id, asked),))


async def more_time_in_hours(hearing: Hearing) -> Deed | None:
    """Hear `+2` or `+90m`, which stand in no list of words."""
    return await more_time(hearing) if _MORE.match(hearing.text) else None


def _running(hearing: Hearing, journey: Watch) -> Deed:
    assert journey.due_at is not None
    return hearing.answer(
        say("trip-running", until=journey.due_at),
        buttons=((button("button-there", "there"), button("button-more-time", "more-time")),),
    )


def _begin(hearing: Hearing, routine: Watch, until: datetime) -> Deed:
    longest = hearing.at + routine.terms.journey_longest
    if until <= hearing.at:
        return hearing.answer(say("moment-past"))
    if until > longest:
        return hearing.answer(say("trip-too-long", limit=longest))
    terms = replace(routine.terms, schedule=Until(until), seasons=())
    stamps = hearing.rooms.stamps
    journey = Watch(
        id=WatchId(stamps.digest(stamps.new_token())),
        owner=hearing.person.id,
        sort=Sort.JOURNEY,
        terms=terms,
    )
    return Deed(
        happenings=(Lived(hearing.person.id, Started(hearing.at)),),
        changes=(OpenWatch(journey), hearing.end_talk()),
    )


def _moment(hearing: Hearing, text: str) -> datetime | None:
    return read_moment(text, hearing.language, hearing.person.zone, hearing.at)


ROUTES = (
    Route(Role.DEFENDER, By.WORD, "trip", trip),
    Route(Role.DEFENDER, By.STEP, "trip", until),
    Route(Role.DEFENDER, By.WORD, "more-time", more_time),
    Route(Role.DEFENDER, By.BUTTON, "more-time", more_time),
    Route(Role.DEFENDER, By.ANYTHING, "", more_time_in_hours),
)
