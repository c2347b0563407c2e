"""Shows terms to a coordinator: the times, the patience, the ladder, each in a short line."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from handlers.context import say
from handlers.words import Speech
from rules.notices import Fact
from rules.people import Part, PersonId
from rules.schedule import DailyAt, Every, Slot
from rules.terms import Group, Level, NewTerms, Rung, Terms, Way, Whom
from rules.watch import Watch
from storage.deed import Words
from storage.persons import House, Person

_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_PARTS: Mapping[Part, str] = {part: f"office-part-{part}" for part in Part}


def shown_terms(speech: Speech, terms: Terms, person: Person, house: House) -> Iterator[Words]:
    """Return the lines that say what these terms are."""
    yield say("inner-terms-level", code=person.code, level=str(terms.level))
    yield say("inner-terms-ways", ways=_ways(speech, terms))
    if terms.level is Level.MEDIUM and Way.TAP in terms.ways:
        yield say("inner-terms-medium")
    schedule = terms.schedule
    if isinstance(schedule, DailyAt):
        times = _slots(speech, schedule.slots)
        yield say("inner-terms-times", times=times, zone=schedule.zone)
    elif isinstance(schedule, Every):
        yield say(
            "inner-terms-every",
            span=span_said(speech, schedule.period),
            wake=f"{schedule.wake:%H:%M}",
            sleep=f"{schedule.sleep:%H:%M}",
            zone=schedule.zone,
        )
    for season in terms.seasons:
        yield say(
            "inner-terms-season",
            first=season.first.isoformat(),
            last=season.last.isoformat(),
            times=_slots(speech, season.slots) or "-",
        )
    yield say(
        "inner-terms-patience",
        early=span_said(speech, terms.early),
        grace=span_said(speech, terms.grace),
        reminders=", ".join(f"+{one.after // timedelta(minutes=1)}" for one in terms.reminders),
    )
    yield from shown_ladder(speech, terms.ladder, person, house)
    if terms.question:
        yield say("inner-terms-question")
    if terms.place:
        yield say("inner-terms-place")
    yield say(
        "inner-terms-hold",
        hold=span_said(speech, terms.hold),
        cooling=span_said(speech, terms.cooling),
    )


def shown_ladder(
    speech: Speech, ladder: Iterable[Rung], person: Person, house: House
) -> Iterator[Words]:
    """Return one line for each rung: whom it asks, and how long it waits."""
    for number, rung in enumerate(ladder, start=1):
        facts: dict[str, Fact] = {
            "number": number,
            "whom": ", ".join(_called(speech, one, person, house) for one in rung.whom),
            "wait": span_said(speech, rung.wait),
        }
        if not rung.sections:
            yield say("inner-terms-rung", **facts)
            continue
        read = ", ".join(speech.say(f"office-sheet-{one}") for one in rung.sections)
        yield say("inner-terms-rung-sheet", sections=read, **facts)


def _ways(speech: Speech, terms: Terms) -> str:
    """Say by what a note may be sent, the weakest first."""
    return ", ".join(speech.say(f"office-way-{one.name.lower()}") for one in sorted(terms.ways))


def pending_changes(watch: Watch) -> Iterator[Words]:
    """Return what has been asked for and has not begun."""
    for one in watch.pending:
        if isinstance(one.change, NewTerms):
            yield say("inner-terms-pending", at=one.from_at)


def span_said(speech: Speech, span: timedelta) -> str:
    """Return a span in the reader's words: `30 min`, `2 h`, `3 d`."""
    if span >= 2 * _DAY and span % _DAY == timedelta(0):
        return speech.say("office-days", {"count": span // _DAY})
    if span >= 2 * _HOUR and span % _HOUR == timedelta(0):
        return speech.say("office-hours", {"count": span // _HOUR})
    return speech.say("office-minutes", {"count": span // timedelta(minutes=1)})


def _slots(speech: Speech, slots: tuple[Slot, ...]) -> str:
    by_days: dict[frozenset[int], list[str]] = {}
    for slot in sorted(slots, key=lambda one: one.at):
        by_days.setdefault(slot.weekdays, []).append(f"{slot.at:%H:%M}")
    return "; ".join(
        ", ".join(times) + (f" ({_days(speech, days)})" if len(days) < 7 else "")
        for days, times in by_days.items()
    )


def _days(speech: Speech, days: frozenset[int]) -> str:
    return ", ".join(speech.say("office-weekday", {"day": _WEEK[day]}) for day in sorted(days))


def _called(speech: Speech, whom: Whom, person: Person, house: House) -> str:
    """Name a group, a coordinator by code, a contact by their part; never a contact by name."""
    if isinstance(whom, Group):
        return speech.say(f"office-group-{whom}")
    return _code(whom, house) or _part(speech, whom, person)


def _code(whom: PersonId, house: House) -> str | None:
    return next((one.code for one in house.members if one.id == whom), None)


def _part(speech: Speech, whom: PersonId, person: Person) -> str:
    part = next((one.part for one in person.contacts if one.id == whom), None)
    return speech.say(_PARTS[part]) if part is not None else speech.say("office-part-gone")
