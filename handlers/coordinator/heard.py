"""A coordinator records a sign of life: heard by voice or seen, counted from its own time (law 24).

It is shown to the other coordinators, because whoever can vouch for somebody can also lie for them.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from handlers.context import By, Hearing, Route, button, say
from handlers.coordinator import defender, is_note_or_help, me, others, typed, with_happenings
from handlers.moments import read_moment, read_span
from rules.alarm import Kind as AlarmKind
from rules.alarm import Stage
from rules.events import Arrived, CheckedIn, Proof
from rules.life import terms_of
from rules.notices import Fact, Kind, Notice
from rules.people import Role
from rules.schedule import local
from rules.terms import Way
from storage.deed import Deed, Lived
from storage.persons import Person

WAYS = (Proof.VOICE, Proof.SEEN)
OLDEST = timedelta(days=3)  #: what lies further back is not a sign of life any more
_DAY, _SECOND = timedelta(days=1), timedelta(seconds=1)
_THERE = "there"


@dataclass(frozen=True, slots=True)
class _Said:
    """What a coordinator said about a sign of life."""

    way: Proof | None
    at: datetime | None  #: None: it could not be read
    there: bool  #: the person has arrived from a journey


async def heard(hearing: Hearing) -> Deed:
    """Record that somebody was heard or seen; asks how, if that is missing."""
    words = typed(hearing)
    if not words:
        return hearing.answer(say("office-form-heard"))
    found = await defender(hearing, words[0])
    if isinstance(found, Deed):
        return found
    said = _read(hearing, words[1:])
    if said.way is None:
        return _ask_how(hearing, found)
    if said.at is None:
        return hearing.answer(say("office-form-heard-when", code=found.code))
    return await _record(hearing, found, said)


async def heard_on(hearing: Hearing) -> Deed | None:
    """Hear how it was: the answer to the question that is open."""
    if is_note_or_help(hearing):
        return None
    chosen = hearing.choice(*WAYS)
    words = hearing.text.split() if chosen is None else [chosen]
    said = _read(hearing, tuple(words))
    if said.way is None:
        return None
    found = await defender(hearing, hearing.dialogue.data["code"])
    if isinstance(found, Deed):
        return found
    if said.at is None:
        return hearing.answer(say("office-form-heard-when", code=found.code))
    return await _record(hearing, found, said)


def _ask_how(hearing: Hearing, found: Person) -> Deed:
    rows = tuple((button(f"button-office-{one}", "heard", f"{found.code} {one}"),) for one in WAYS)
    return hearing.answer(
        say("office-heard-how", code=found.code),
        buttons=rows,
        changes=(hearing.talk("office-heard", {"code": found.code}),),
    )


async def _record(hearing: Hearing, found: Person, said: _Said) -> Deed:
    assert said.at is not None
    life = await hearing.rooms.readings.life(found.id)
    if life is None or not any(one.begun_at for one in life.watches):
        return hearing.answer(say("office-not-begun", code=found.code))
    sign = Arrived(said.at, Way.HEARD) if said.there else CheckedIn(said.at, Way.HEARD)
    facts: dict[str, Fact] = {"subject": found.id, "by": me(hearing), "at": said.at}
    shown_to = others(hearing, found.id, *terms_of(life).never_tell)
    lines = [say("office-heard-noted", code=found.code, at=said.at)]
    if not shown_to:
        lines.append(say("office-heard-alone"))
    lines += [
        say("office-heard-confirm", number=alarm.number)
        for alarm in life.alarms
        if alarm.kind is AlarmKind.MISSED and alarm.stage is not Stage.CLOSED
    ]
    deed = hearing.answer(*lines, changes=(hearing.end_talk(),))
    return with_happenings(
        deed,
        Lived(found.id, sign),
        notices=tuple(Notice(one.id, Kind.HEARD_TOLD, facts) for one in shown_to),
    )


# --- What was typed ------------------------------------------------------------------------------


def _read(hearing: Hearing, words: tuple[str, ...]) -> _Said:
    way = next((one for one in WAYS if one in {word.lower() for word in words}), None)
    rest = [word for word in words if word.lower() not in {*WAYS, _THERE, "ago", "by", "at"}]
    there = any(word.lower() == _THERE for word in words)
    at = hearing.at if not rest else _past(hearing, " ".join(rest))
    return _Said(way, at, there)


def _past(hearing: Hearing, text: str) -> datetime | None:
    """Return the newest past moment that `text` means: `19:50`, `40m`, `yesterday 19:50`."""
    span = read_span(text.lstrip("-"), "en")
    at = hearing.at - span if span is not None else _clock(hearing, text)
    return at if at is not None and hearing.at - OLDEST <= at <= hearing.at else None


def _clock(hearing: Hearing, text: str) -> datetime | None:
    language, zone = hearing.person.language, hearing.person.zone
    day, _, clock = text.partition(" ")
    if day.lower() != "yesterday":
        # The first that comes after a day ago is the last that has been.
        return read_moment(text, language, zone, hearing.at - _DAY)
    midnight = local(hearing.at, zone).replace(hour=0, minute=0, second=0, microsecond=0)
    before = (midnight - _DAY).astimezone(UTC) - _SECOND
    return read_moment(clock, language, zone, before) if clock else None


_C = Role.COORDINATOR

ROUTES = (
    Route(_C, By.COMMAND, "heard", heard),
    Route(_C, By.BUTTON, "heard", heard),
    Route(_C, By.STEP, "office-heard", heard_on),
)
