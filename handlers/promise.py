"""What somebody has promised, and in plain words what happens, and when, if no note comes.

The words name the parts of people, never people: a screen may be looked at (law 13).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from handlers.context import Hearing, say
from handlers.words import Speech
from rules.alarm import Alarm, Kind
from rules.life import Life
from rules.people import Part
from rules.promising import grace_end
from rules.schedule import local, zone_named
from rules.terms import Group, Terms, Whom
from rules.watch import Sort, Stage, Watch
from storage.deed import Words
from storage.persons import ContactLink, House, Standing

PAGE = 330  #: characters; the longest text is 350 (law 26)

_ASKED = frozenset({Standing.AGREED, Standing.PROVEN})
_OFFICE = {
    Group.DUTY: "preview-duty",
    Group.SECOND: "preview-second",
    Group.TWO: "preview-two",
    Group.ALL: "preview-all",
}


@dataclass(frozen=True, slots=True)
class Promise:
    """One person's promises, and the open alarms about them."""

    routine: Watch | None = None
    journey: Watch | None = None  #: one that is running, late or missed
    alarms: tuple[Alarm, ...] = ()

    @property
    def begun(self) -> bool:
        """Whether the first promise has begun."""
        return self.routine is not None and self.routine.begun_at is not None


async def promise_of(hearing: Hearing) -> Promise:
    """Return what the person who speaks has promised."""
    life = await hearing.rooms.readings.life(hearing.person.id)
    if life is None:
        return Promise()
    routine = next((one for one in life.watches if one.sort is Sort.ROUTINE), None)
    running = (one for one in life.watches if one.sort is Sort.JOURNEY)
    journey = next((one for one in running if one.stage is not Stage.RESTING), None)
    return Promise(routine, journey, life.alarms)


def may_hear_unasked(life: Life) -> bool:
    """Say whether something that nobody asked for may come to the owner's chat now (law 15).

    As rules/quieting.py it never looks at what her signs may have turned into duress (law 8).
    """
    missed = any(one.stage is Stage.MISSED for one in life.watches)
    return not missed and not any(one.kind is Kind.SOS for one in life.alarms)


def preview(terms: Terms, due: datetime, contacts: Sequence[ContactLink]) -> tuple[Words, ...]:
    """Return one line for each thing that happens, at the earliest, if nothing comes by `due`.

    Nothing is left out but what one rung says twice. `due` is aware UTC.
    """
    lines = [say("preview-by", due=due)]
    for number, reminder in enumerate(terms.reminders):
        which = "preview-reminder" if number == 0 else "preview-reminder-again"
        lines.append(say(which, at=due + reminder.after))
    return (*lines, *ladder(terms, due + terms.grace, contacts))


def ladder(terms: Terms, begins: datetime, contacts: Sequence[ContactLink]) -> tuple[Words, ...]:
    """Return whom the rungs ask, and when at the earliest, if the first is asked at `begins`."""
    lines: list[Words] = []
    at = begins
    named = [one for one in contacts if one.standing in _ASKED]
    for number, rung in enumerate(terms.ladder):
        asked = [one for whom in rung.whom for one in _asked(whom, named, terms, first=not number)]
        lines += [say(one, at=at) for one in dict.fromkeys(asked)]
        if rung.sections:
            lines.append(say("preview-sheet", at=at))
        at += rung.wait
    return tuple(lines)


def coming(watch: Watch, contacts: Sequence[ContactLink]) -> tuple[Words, ...]:
    """Return what is still to come for a promise that is running. Empty when none is."""
    if watch.due_at is None or watch.stage not in {Stage.WAITING, Stage.LATE}:
        return ()
    if watch.stage is Stage.WAITING:
        return preview(watch.terms, watch.due_at, contacts)
    end = grace_end(watch)
    return (say("status-late", due=watch.due_at, until=end), *ladder(watch.terms, end, contacts))


def awake(house: House, zone: str, at: datetime) -> Words:
    """Say when somebody of the office is awake, on the clock of `zone` (law 23)."""
    if house.awake_from == house.awake_to:
        return say("awake-always")
    clock = {"from": house.awake_from, "to": house.awake_to}
    return Words(
        "awake", {name: _on_clock(one, house.zone, zone, at) for name, one in clock.items()}
    )


def pages(lines: Iterable[Words], speech: Speech) -> tuple[tuple[Words, ...], ...]:
    """Put `lines` on as few pages as the longest text allows."""
    found: list[tuple[Words, ...]] = []
    length = PAGE
    for line in lines:
        added = len(speech.say(line.id, _sayable(line))) + 2
        if length + added > PAGE:
            found.append(())
            length = -2  # nothing stands before the first line
        found[-1] = (*found[-1], line)
        length += added
    return tuple(found)


def _sayable(line: Words) -> dict[str, str | int | datetime]:
    return {name: fact for name, fact in line.args.items() if not isinstance(fact, bytes)}


def _asked(
    whom: Whom, named: Sequence[ContactLink], terms: Terms, *, first: bool
) -> tuple[str, ...]:
    """Return the sentences for one entry of a rung, as rules/naming.py would resolve it today.

    Where nobody was named, whoever is on duty is asked; who cannot be reached is passed over.
    """
    plain = [one for one in named if one.part in {Part.NEAR, Part.FRIEND}]
    duty = (_OFFICE[Group.DUTY],)
    match whom:
        case Group.DUTY | Group.SECOND | Group.TWO | Group.ALL:
            return (_OFFICE[whom],)
        case Group.NEAR:
            near = [one for one in plain if one.part is Part.NEAR]
            return _if_any(near, terms, "preview-near") if near else duty
        case Group.FIRST_CONTACT:
            return _if_any(plain[:1], terms, "preview-first") if plain else duty
        case Group.SECOND_CONTACT:
            return _if_any(plain[1:2], terms, "preview-next") if plain[1:] else duty
        case Group.OTHER_CONTACTS:
            return _if_any(plain[1:], terms, "preview-others")
        case Group.LAWYER:
            lawyers = [one for one in named if one.part is Part.LAWYER]
            return _if_any(lawyers, terms, "preview-lawyer")
        case Group.FAMILY:
            family = [one for one in named if one.part is Part.FAMILY]
            return () if first else _if_any(family, terms, "preview-family")
        case _:
            chosen = [one for one in named if one.id == whom]
            return _if_any(chosen, terms, "preview-one") if chosen else duty


def _if_any(people: Sequence[ContactLink], terms: Terms, sentence: str) -> tuple[str, ...]:
    hears = any(one.reachable and one.id not in terms.never_tell for one in people)
    return (sentence,) if hears else ()


def _on_clock(at: time, from_zone: str, to_zone: str, today: datetime) -> str:
    moment = datetime.combine(local(today, from_zone).date(), at, zone_named(from_zone))
    return f"{local(moment, to_zone):%H:%M}"
