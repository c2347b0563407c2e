"""A person takes a break, ends it, or takes back what has not begun yet.

The rules say from when it holds, how long it may be, and what is refused (law 19).
"""

from datetime import datetime

from handlers.context import By, Hearing, Route, button, say
from handlers.hands import meant
from handlers.moments import read_moment
from handlers.promise import promise_of
from rules.events import ChangeAsked, ChangeTakenBack
from rules.people import Role
from rules.terms import Pause, Resume
from rules.watch import Pending, Watch
from storage.deed import Deed, Lived

_NOTE_OR_HELP = frozenset({"1", "2"})  #: these mean note and help, whatever question is open


async def take_break(hearing: Hearing) -> Deed | None:
    """Ask until when, unless it was said at once; say which break there is already."""
    routine = (await promise_of(hearing)).routine
    if routine is None or routine.begun_at is None:
        return None
    until = _moment(hearing, hearing.rest)
    if until is not None:
        return _ask(hearing, until)
    there_is = _there_is(hearing, routine)
    if there_is is not None:
        return there_is
    asked = hearing.reply(say("break-until"))
    return Deed(replies=(asked,), changes=(hearing.talk("break-until"),))


async def until(hearing: Hearing) -> Deed | None:
    """Read until when."""
    if hearing.text in _NOTE_OR_HELP:
        return None
    if "cancel" in hearing.meant:
        return hearing.answer(say("unchanged"), changes=(hearing.end_talk(),))
    moment = _moment(hearing, hearing.text)
    if moment is not None:
        return _ask(hearing, moment)
    return None if hearing.meant else hearing.answer(say("moment-not-read"))


async def resume(hearing: Hearing) -> Deed | None:
    """End the break now, or drop the one that has not begun."""
    routine = (await promise_of(hearing)).routine
    if routine is None or routine.begun_at is None:
        return None
    resting = routine.paused_until is not None or routine.unwatched_at is not None
    if not resting and _coming(routine) is None:
        return hearing.answer(say("break-none"))
    return Deed(happenings=(Lived(hearing.person.id, ChangeAsked(hearing.at, Resume())),))


async def keep(hearing: Hearing) -> Deed | None:
    """Take back everything that was asked for and has not begun."""
    routine = (await promise_of(hearing)).routine
    if routine is None:
        return None
    if not routine.pending:
        return hearing.answer(say("keep-nothing"))
    return Deed(happenings=(Lived(hearing.person.id, ChangeTakenBack(hearing.at)),))


def _ask(hearing: Hearing, until: datetime) -> Deed:
    if until <= hearing.at:
        return hearing.answer(say("moment-past"))
    asked = ChangeAsked(hearing.at, Pause(until), verdict=meant(hearing))
    return Deed(happenings=(Lived(hearing.person.id, asked),), changes=(hearing.end_talk(),))


def _there_is(hearing: Hearing, routine: Watch) -> Deed | None:
    if routine.paused_until is not None:
        resume = button("button-resume", "resume")
        return hearing.answer(say("break-now", until=routine.paused_until), buttons=((resume,),))
    coming = _coming(routine)
    if coming is not None and isinstance(coming.change, Pause):
        said = say("break-coming", until=coming.change.until, **{"from": coming.from_at})
        return hearing.answer(said, buttons=((button("button-keep", "keep"),),))
    return None


def _coming(routine: Watch) -> Pending | None:
    return next((one for one in routine.pending if isinstance(one.change, Pause)), None)


def _moment(hearing: Hearing, text: str) -> datetime | None:
    return read_moment(text, hearing.language, hearing.person.zone, hearing.at)


ROUTES = (
    Route(Role.DEFENDER, By.WORD, "break", take_break),
    Route(Role.DEFENDER, By.STEP, "break", until),
    Route(Role.DEFENDER, By.WORD, "resume", resume),
    Route(Role.DEFENDER, By.BUTTON, "resume", resume),
    Route(Role.DEFENDER, By.WORD, "keep", keep),
    Route(Role.DEFENDER, By.BUTTON, "keep", keep),
)
