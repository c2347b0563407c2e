"""Somebody who has said yes reads their terms in plain words, and begins when they want to."""

from dataclasses import replace
from datetime import timedelta

from handlers.context import By, Hearing, Route, button, say
from handlers.hands import in_other_hands, shown_people
from handlers.keys import SCREEN_CODES
from handlers.promise import awake, pages, preview, promise_of
from handlers.words import Speech
from rules.events import Started
from rules.notices import Keep
from rules.people import Role
from rules.schedule import next_due
from rules.signs import ways_of
from rules.terms import Way
from rules.watch import Watch
from storage.credentials import CredentialsDamagedError
from storage.deed import Deed, Lived, Talk, Words

READING_FOR = timedelta(hours=1)  #: how long the conversation waits for the next answer


async def read_terms(hearing: Hearing) -> Deed | None:
    """Show the first page to somebody who has agreed and not begun."""
    promise = await promise_of(hearing)
    if promise.routine is None or promise.begun:
        return None
    return _show(hearing, promise.routine, 0)


async def read_on(hearing: Hearing) -> Deed | None:
    """Turn the page, or begin."""
    promise = await promise_of(hearing)
    if promise.routine is None or promise.begun:
        return None
    page = int(hearing.dialogue.data.get("page", "-1"))
    last = page == len(_pages(hearing, promise.routine)) - 1
    chosen = hearing.choice(*(("yes", "not-now") if last else ("next",)))
    if chosen == "yes":
        return await _begin(hearing, promise.routine)
    if chosen == "not-now":
        return hearing.answer(say("enrol-later"), changes=(hearing.end_talk(),))
    return _show(hearing, promise.routine, page + (chosen == "next"))


async def pressed(hearing: Hearing) -> Deed | None:
    """Hear a button under one of the pages, also when the conversation is over."""
    dialogue = hearing.visitor.dialogue
    open_here = dialogue is not None and dialogue.step.startswith("begin")
    return await (read_on(hearing) if open_here else read_terms(hearing))


async def _begin(hearing: Hearing, routine: Watch) -> Deed:
    """Begin; whoever has agreed to seal their notes chooses their codes first."""
    ways = ways_of(routine.terms)
    if Way.SEALED in routine.terms.ways:
        try:
            kept = await hearing.rooms.proofs.credentials(hearing.person.id)
        except CredentialsDamagedError:
            return hearing.answer(say("own-key-no-page"), changes=(hearing.end_talk(),))
        if kept is None or kept.has_none(seized=in_other_hands(hearing)):
            choose = hearing.reply(
                say("codes-first"),
                say("codes-choose"),
                ways=ways,
                screen=SCREEN_CODES,
                keep=Keep.DAY,
            )
            return Deed(replies=(choose,), changes=(hearing.end_talk(),))
    keys = hearing.reply(say("menu-keys"), ways=ways, keep=Keep.DAY)
    happened = Lived(hearing.person.id, Started(hearing.at))
    return Deed(happenings=(happened,), replies=(keys,), changes=(hearing.end_talk(),))


def _show(hearing: Hearing, routine: Watch, page: int) -> Deed:
    shown = _pages(hearing, routine)
    page = min(max(page, 0), len(shown) - 1)
    answers = ("yes", "not-now") if page == len(shown) - 1 else ("next",)
    buttons = tuple((button(f"button-{one}", "begin", one),) for one in answers)
    talk = hearing.talk("begin-terms", {"page": str(page)})
    waiting = Talk(replace(talk.dialogue, expires_at=hearing.now + READING_FOR))
    reply = hearing.reply(*shown[page], buttons=buttons, folds=(say("nothing-to-read"),))
    return Deed(replies=(reply,), changes=(waiting,))


def _pages(hearing: Hearing, routine: Watch) -> tuple[tuple[Words, ...], ...]:
    """Return what happens and when, who is awake, what practice means; the question comes last."""
    terms, person = routine.terms, hearing.person
    due = next_due(terms.schedule, hearing.now, terms.seasons)
    assert due is not None
    lines = (
        say("enrol-terms"),
        *preview(terms, due, shown_people(hearing)),
        say("preview-found"),
        awake(hearing.visitor.house, person.zone, hearing.now),
        say("enrol-practice", until=hearing.now + terms.practice),
    )
    speech = Speech(person.language, person.zone, hearing.now)
    return (*pages(lines, speech), (say("enrol-begin"),))


ROUTES = (
    Route(Role.DEFENDER, By.STEP, "begin", read_on),
    Route(Role.DEFENDER, By.BUTTON, "begin", pressed),
)
