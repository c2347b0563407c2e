"""What the office reads of a person after "open": what is due, what is asked, what to do."""

from collections.abc import Sequence
from datetime import datetime

from handlers.context import say
from rules.terms import Leave, NewTerms, Pause
from rules.watch import Pending, Sort, Stage, Watch
from storage.deed import Words
from storage.persons import Person, seized_until

#: In the order of rules.notices.CHOSEN.
_CHOSEN = ("inner-codes-first", "inner-codes-changed", "inner-codes-pair")


def about_person(person: Person, watches: Sequence[Watch], at: datetime) -> tuple[Words, ...]:
    """Return where a person's promises stand, by code name, and what somebody should do."""
    lines = []
    for watch in watches:
        lines.append(_journey(watch) if watch.sort is Sort.JOURNEY else _routine(person, watch))
        lines += [_pending(person, one) for one in watch.pending]
    if not watches:
        lines.append(say("inner-person-resting", subject=person.code))
    lapses = seized_until(person, at)
    if lapses is not None:
        lines.append(say("inner-person-seized", subject=person.code, until=lapses))
    if person.chats and not any(one.reachable for one in person.chats):
        lines.append(say("inner-person-unreachable", subject=person.code))
    return tuple(lines)


def about_choice(person: Person, chosen: str) -> tuple[Words, ...]:
    """Return what has been chosen anew, by its place in `CHOSEN`; nothing for any other."""
    place = int(chosen) if chosen.isdecimal() and len(chosen) == 1 else len(_CHOSEN)
    return tuple(say(one, subject=person.code) for one in _CHOSEN[place : place + 1])


def _routine(person: Person, watch: Watch) -> Words:
    code = person.code
    match watch.stage:
        case Stage.WAITING if watch.due_at is not None:
            if watch.last_sign_at is None:
                return say("inner-person-waiting-no-last", subject=code, due=watch.due_at)
            last = watch.last_sign_at
            return say("inner-person-waiting", subject=code, due=watch.due_at, last=last)
        case Stage.LATE if watch.due_at is not None:
            return say("inner-person-late", subject=code, due=watch.due_at)
        case Stage.MISSED if watch.due_at is not None:
            return say("inner-person-missed", subject=code, due=watch.due_at)
        case _ if watch.paused_until is not None:
            return say("inner-person-break", subject=code, until=watch.paused_until)
        case _:
            return say("inner-person-resting", subject=code)


def _journey(watch: Watch) -> Words:
    assert watch.due_at is not None
    return say("inner-person-journey", until=watch.due_at)


def _pending(person: Person, pending: Pending) -> Words:
    match pending.change:
        case Pause(until):
            return say("inner-person-change-pause", **{"from": pending.from_at, "until": until})
        case Leave():
            return say("inner-person-leaving", subject=person.code, until=pending.from_at)
        case NewTerms() | _:
            return say("inner-person-change-terms", **{"from": pending.from_at})
