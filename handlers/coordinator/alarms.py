"""An alarm as the one on duty sees it: the situation in one screen, and who takes it.

The screen says who has it, since when, who was asked and what not to do. Who was not told may open
it too: every coordinator but the one it is about.
"""

from collections.abc import Iterator
from datetime import datetime

from handlers.context import By, Hearing, Route, button, say
from handlers.coordinator import defender, me, page_in, shown, the_alarm, typed
from rules.alarm import Alarm, Kind, Stage, advice, matter, wants_a_word
from rules.events import Answered, Cause, Escalated, HandedBack, State, Unreachable
from rules.people import Part, PersonId, Role
from rules.watch import Watch
from storage.deed import Button, Cried, Deed, Helped, Words
from storage.persons import Person
from storage.readings import AlarmSeen

# --- The situation -------------------------------------------------------------------------------


async def situation(hearing: Hearing) -> Deed:
    """Show one alarm: who has it, since when, who was asked, and what not to do."""
    words = typed(hearing)
    page = page_in(words)
    seen = await the_alarm(hearing, words[0] if words else None, "alarm")
    if isinstance(seen, Deed):
        return seen
    return shown(
        hearing,
        tuple(_lines(seen)),
        buttons=_presses(seen.alarm, me(hearing)),
        again=("alarm", str(seen.alarm.number)),
        page=page,
        alarm=seen.alarm.id if seen.alarm.stage is not Stage.CLOSED else None,
    )


def _lines(seen: AlarmSeen) -> Iterator[Words]:
    alarm, subject = seen.alarm, seen.subject
    called = f"{alarm.number} · {subject.code}"
    if alarm.stage is Stage.CLOSED:
        outcome = str(alarm.outcome)
        yield say("inner-closed", number=alarm.number, subject=subject.code, outcome=outcome)
        yield from _asked(seen)
        return
    last = max((one.last_sign_at for one in seen.watches if one.last_sign_at), default=None)
    yield _what(alarm, called, last)
    if alarm.state is not State.CALM:
        yield say(f"inner-state-{alarm.state.name.lower()}")
    yield say(f"inner-do-{advice(alarm)}", subject=subject.code)
    yield _who_has_it(seen)
    # Not before everybody hears the same words: until then a sign of life shows nowhere (law 16).
    if wants_a_word(alarm):
        assert alarm.back_at is not None
        yield say("inner-sign-came", at=alarm.back_at, subject=subject.code, number=alarm.number)
    if alarm.confirmed_by:
        by = ", ".join(sorted(_name(seen, one) for one in alarm.confirmed_by))
        yield say("inner-confirming", by=by, number=alarm.number)
    if alarm.closing is not None:
        by_whom, outcome_wanted = alarm.closing
        yield say(
            "inner-closing",
            by=_name(seen, by_whom),
            outcome=str(outcome_wanted),
            number=alarm.number,
        )
    yield from _on_a_trip(subject, seen.watches)
    yield from _who_may_be_asked(alarm, subject)
    yield from _asked(seen)


def _what(alarm: Alarm, called: str, last: datetime | None) -> Words:
    level, word = str(alarm.level), matter(alarm)
    if alarm.kind is not Kind.MISSED:
        return say(f"inner-alarm-{word}", subject=called, level=level, since=alarm.since)
    if last is None:
        return say(f"inner-alarm-{word}-no-last", subject=called, level=level)
    return say(f"inner-alarm-{word}", subject=called, level=level, last=last)


def _who_has_it(seen: AlarmSeen) -> Words:
    alarm = seen.alarm
    if alarm.holder is not None and alarm.turn_at is not None:
        return say("inner-held", holder=_name(seen, alarm.holder), until=alarm.turn_at)
    assert alarm.turn_at is not None
    return say("inner-office-free", at=alarm.turn_at)


def _on_a_trip(subject: Person, watches: tuple[Watch, ...]) -> Iterator[Words]:
    if any(one.owner_unreachable for one in watches):
        yield say("inner-person-unreachable", subject=subject.code)


def _who_may_be_asked(alarm: Alarm, subject: Person) -> Iterator[Words]:
    near = [one.nick for one in subject.contacts if one.part is Part.NEAR and one.is_asked]
    if near and alarm.kind is Kind.MISSED:
        yield say("inner-near", near=near[0])
    for fact in ("publicity", "proxy"):
        if subject.facts.get(fact):
            yield say(f"inner-{fact}", **{fact: subject.facts[fact]})
    never = [one.nick for one in subject.contacts if one.id in alarm.never_tell]
    if never:
        yield say("inner-office-never-tell", who=", ".join(never))


def _asked(seen: AlarmSeen) -> Iterator[Words]:
    alarm = seen.alarm
    for person, at in sorted(alarm.told.items(), key=lambda one: one[1]):
        yield say("inner-office-asked", who=_name(seen, person), at=at)
    for person in sorted(alarm.asked - alarm.told.keys()):
        lost = person in alarm.unreachable
        yield say(
            "inner-office-not-reached" if lost else "inner-office-not-yet", who=_name(seen, person)
        )


def _name(seen: AlarmSeen, person: PersonId) -> str:
    """Return a coordinator's code, or what the subject calls a contact while the office asks."""
    for link in seen.subject.contacts:
        if link.id == person:
            return link.nick
    known = seen.names.get(person)
    return known.code if known is not None and known.code else "?"


def _presses(alarm: Alarm, mine: PersonId) -> tuple[tuple[Button, ...], ...]:
    if alarm.stage is Stage.CLOSED:
        return ()
    number = alarm.number
    has = button("button-office-hand-back", "handback", number)
    takes = button("button-take", "take", number)
    rows = [
        (has if alarm.holder == mine else takes, button("button-office-next", "escalate", number)),
        (button("button-office-close", "close", number),),
    ]
    if alarm.kind is Kind.MISSED:
        rows[1] = (button("button-office-confirm", "confirm", number), *rows[1])
    return tuple(rows)


# --- Who has it ----------------------------------------------------------------------------------


async def take(hearing: Hearing) -> Deed:
    """Take an alarm, or take it over; those who were told hear who has it."""
    seen = await _open_one(hearing, "take")
    if isinstance(seen, Deed):
        return seen
    return Deed(happenings=(Helped(seen.alarm.id, Answered(hearing.at, me(hearing))),))


async def not_me(hearing: Hearing) -> Deed:
    """Say that one cannot now: when nobody else is asked at this moment, the next people are."""
    seen = await _open_one(hearing, "not-me")
    if isinstance(seen, Deed):
        return seen
    declined = Unreachable(hearing.at, me(hearing), declined=True)
    said = hearing.reply(say("office-not-you", number=seen.alarm.number))
    return Deed(happenings=(Helped(seen.alarm.id, declined),), replies=(said,))


async def hand_back(hearing: Hearing) -> Deed:
    """Give back what one has taken; the next people are asked at once."""
    seen = await _open_one(hearing, "handback")
    if isinstance(seen, Deed):
        return seen
    if seen.alarm.holder != me(hearing):
        return hearing.answer(say("office-not-with-you", number=seen.alarm.number))
    return Deed(happenings=(Helped(seen.alarm.id, HandedBack(hearing.at, me(hearing))),))


async def escalate(hearing: Hearing) -> Deed:
    """Ask the next people now. What they were told cannot be taken back: a button asks again."""
    seen = await _open_one(hearing, "escalate")
    if isinstance(seen, Deed):
        return seen
    number = seen.alarm.number
    if hearing.pressed and typed(hearing)[1:] != ("yes",):
        sure = button("button-office-yes-next", "escalate", f"{number} yes", number=number)
        return hearing.answer(say("office-next-sure", number=number), buttons=((sure,),))
    said = hearing.reply(say("office-next-asked", number=number))
    asked = Helped(seen.alarm.id, Escalated(hearing.at, me(hearing)))
    return Deed(happenings=(asked,), replies=(said,))


async def _open_one(hearing: Hearing, command: str) -> AlarmSeen | Deed:
    words = typed(hearing)
    seen = await the_alarm(hearing, words[0] if words else None, command)
    if isinstance(seen, Deed) or seen.alarm.stage is not Stage.CLOSED:
        return seen
    return hearing.answer(say("office-over", number=seen.alarm.number))


# --- A worry of one's own ------------------------------------------------------------------------


async def worry(hearing: Hearing) -> Deed:
    """Ask the other coordinators to look after somebody, though nothing was missed."""
    words = typed(hearing)
    if not words:
        return hearing.answer(say("office-form-worry"))
    found = await defender(hearing, words[0])
    if isinstance(found, Deed):
        return found
    said = hearing.reply(say("office-worry-noted", code=found.code))
    why = " ".join(words[1:])
    return Deed(
        happenings=(Cried(found.id, Cause.CONCERN, hearing.at),),
        replies=(said,),
        notes={found.id: why} if why else {},
    )


_C = Role.COORDINATOR

ROUTES = (
    Route(_C, By.COMMAND, "alarm", situation),
    Route(_C, By.BUTTON, "alarm", situation),
    Route(_C, By.COMMAND, "take", take, always=True),
    Route(_C, By.WORD, "take", take, always=True),
    Route(_C, By.BUTTON, "take", take),
    Route(_C, By.COMMAND, "notme", not_me),
    Route(_C, By.WORD, "not-me", not_me),
    Route(_C, By.BUTTON, "not-me", not_me),
    Route(_C, By.COMMAND, "handback", hand_back),
    Route(_C, By.WORD, "hand-back", hand_back),
    Route(_C, By.BUTTON, "handback", hand_back),
    Route(_C, By.COMMAND, "escalate", escalate),
    Route(_C, By.COMMAND, "next", escalate),
    Route(_C, By.BUTTON, "escalate", escalate),
    Route(_C, By.COMMAND, "worry", worry),
)
