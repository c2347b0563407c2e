"""Somebody asks where things stand: what is due, what happens if nothing comes, what is pending.

The answer is the same whatever a note meant and whatever others were told (law 7).
"""

from handlers.context import By, Hearing, Route, button, say
from handlers.hands import shown_people
from handlers.keys import ways_for
from handlers.promise import Promise, awake, coming, pages, promise_of
from handlers.words import Speech
from rules.notices import Keep
from rules.people import Role
from rules.terms import Extend, Leave, NewTerms, Pause, Resume, Spoken
from rules.watch import Pending, Stage, Watch
from storage.deed import Deed, Words


async def status(hearing: Hearing) -> Deed | None:
    """Show the first part."""
    return await _show(hearing, 0)


async def status_on(hearing: Hearing) -> Deed | None:
    """Show the next part."""
    dialogue = hearing.visitor.dialogue
    if dialogue is None or not dialogue.step.startswith("status-"):
        return None
    if hearing.text.isdecimal() or hearing.choice("next") is None:
        return None
    return await _show(hearing, int(dialogue.data.get("page", "0")) + 1)


async def menu_of_notes(hearing: Hearing) -> Deed:
    """Name what somebody who sends notes can send."""
    listed = hearing.reply(say("menu-notes"))
    keys = hearing.reply(say("menu-keys"), ways=await ways_for(hearing), keep=Keep.DAY)
    return Deed(replies=(listed, keys))


async def menu_of_asked(hearing: Hearing) -> Deed:
    """Name what somebody who is asked can send."""
    return hearing.answer(say("menu-asked"))


async def _show(hearing: Hearing, page: int) -> Deed | None:
    promise = await promise_of(hearing)
    if promise.routine is None:
        return None
    speech = Speech(hearing.language, hearing.person.zone, hearing.now)
    shown = pages(_lines(hearing, promise, promise.routine), speech)
    page = min(page, len(shown) - 1)
    folds = (say("nothing-to-read"),)
    if page == len(shown) - 1:
        last = hearing.reply(*shown[page], folds=folds)
        return Deed(replies=(last,), changes=(hearing.end_talk(),) if page else ())
    more = button("button-next", "status-more", "next")
    reply = hearing.reply(*shown[page], buttons=((more,),), folds=folds)
    return Deed(replies=(reply,), changes=(hearing.talk("status-more", {"page": str(page)}),))


def _lines(hearing: Hearing, promise: Promise, routine: Watch) -> tuple[Words, ...]:
    person = hearing.person
    lines = [*_state(routine)]
    if promise.journey is not None and promise.journey.due_at is not None:
        lines.append(say("status-trip", until=promise.journey.due_at))
    lines += [one for one in map(_pending, routine.pending) if one is not None]
    if routine.pending:
        lines.append(say("status-keep"))
    expected = coming(routine, shown_people(hearing))
    if expected:
        lines += [*expected, say("preview-found")]
        lines.append(awake(hearing.visitor.house, person.zone, hearing.now))
    practice = routine.practice_until
    if practice is not None and practice > hearing.now:
        lines.append(say("status-practice", until=practice))
    return tuple(lines)


def _state(routine: Watch) -> tuple[Words, ...]:
    """Say what holds where nothing is awaited; what is awaited is said by the preview."""
    match routine.stage:
        case Stage.WAITING | Stage.LATE:
            return ()
        case Stage.MISSED:
            assert routine.due_at is not None
            return (say("status-open", due=routine.due_at),)
        case Stage.RESTING if routine.paused_until is not None:
            return (say("break-now", until=routine.paused_until),)
        case Stage.RESTING if routine.begun_at is None:
            return (say("enrol-later"),)
        case Stage.RESTING:
            return (say("status-resting"),)


def _pending(pending: Pending) -> Words | None:
    match pending.change:
        case Pause(until):
            return say("break-coming", until=until, **{"from": pending.from_at})
        case Leave():
            return say("leaving-asked", until=pending.from_at)
        case NewTerms():
            return say("status-terms", **{"from": pending.from_at})
        case Resume() | Spoken() | Extend():
            return None


ROUTES = (
    Route(Role.DEFENDER, By.WORD, "status", status),
    Route(Role.DEFENDER, By.STEP, "status", status_on),
    Route(Role.DEFENDER, By.BUTTON, "status-more", status_on),
    Route(Role.DEFENDER, By.WORD, "menu", menu_of_notes),
    Route(Role.CONTACT, By.WORD, "menu", menu_of_asked),
)
