"""What is wrong with terms, and whether a change makes somebody less safe (law 9, laws 18 and 19).

`faults` says everything at once, as words for machines. Removing a contact is no weakening: the
duty coordinator takes their place.
"""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from rules import schedule_faults
from rules.people import Part, Roster
from rules.schedule import DailyAt, Every, Until, longest_gap, zone_named
from rules.templates import STRONG_WAYS
from rules.terms import Group, Level, Rung, Terms, Way

_COORDINATORS = frozenset({Group.DUTY, Group.SECOND, Group.TWO, Group.ALL})
_LONGEST_GRACE = timedelta(hours=12)
_DAY = timedelta(days=1)
_SOME_DAY = date(2026, 1, 15)


class Fault(StrEnum):
    """What is wrong with terms. A schedule's own faults stand beside these."""

    NO_LADDER = "no-ladder"  #: nobody would ever be told
    EMPTY_RUNG = "empty-rung"  #: a rung without people
    RUNG_WITHOUT_WAIT = "rung-without-wait"  #: it would be over at once
    NO_COORDINATOR = "no-coordinator"  #: the ladder never reaches the organisation
    FAMILY_FIRST = "family-first"  #: family is never on the first rung
    GRACE_TOO_LONG = "grace-too-long"  #: over twelve hours, or longer than the gap it follows
    NO_GRACE = "no-grace"  #: nobody could be reminded
    EARLY_TOO_LONG = "early-too-long"  #: one note could keep two promises
    HIGH_WITHOUT_STRONG_WAY = "high-without-strong-way"  #: a tap can be forced by anybody
    ENDS_ASLEEP = "ends-asleep"  #: the ladder ends when nobody is awake (law 23)
    NO_WAY = "no-way"  #: no agreed way to give a sign of life
    REMINDER_AFTER_GRACE = "reminder-after-grace"  #: it could never be said


def faults(terms: Terms) -> tuple[str, ...]:
    """Return everything wrong with `terms`, each fault once; empty when they may be agreed to."""
    found: list[str] = [str(one) for one in schedule_faults.faults(terms.schedule, terms.seasons)]
    found += [str(one) for one in _faults_of_ladder(terms)]
    if terms.grace <= timedelta(0):
        found.append(Fault.NO_GRACE)
    if terms.grace > _LONGEST_GRACE:
        found.append(Fault.GRACE_TOO_LONG)
    if any(reminder.after >= terms.grace for reminder in terms.reminders if reminder.after):
        found.append(Fault.REMINDER_AFTER_GRACE)
    if not found and _early_reaches_back(terms):
        found.append(Fault.EARLY_TOO_LONG)
    if not terms.ways - {Way.HEARD}:
        found.append(Fault.NO_WAY)
    if terms.level is Level.HIGH and not terms.ways & STRONG_WAYS:
        found.append(Fault.HIGH_WITHOUT_STRONG_WAY)
    return tuple(str(one) for one in dict.fromkeys(found))


def _faults_of_ladder(terms: Terms) -> list[Fault]:
    found = []
    if not terms.ladder:
        return [Fault.NO_LADDER]
    if any(not rung.whom for rung in terms.ladder):
        found.append(Fault.EMPTY_RUNG)
    if any(rung.wait <= timedelta(0) for rung in terms.ladder):
        found.append(Fault.RUNG_WITHOUT_WAIT)
    if not any(_COORDINATORS & set(rung.whom) for rung in terms.ladder):
        found.append(Fault.NO_COORDINATOR)
    if Group.FAMILY in terms.ladder[0].whom:
        found.append(Fault.FAMILY_FIRST)
    return found


def _early_reaches_back(terms: Terms) -> bool:
    """Say whether the early window of one deadline covers the deadline before it."""
    if isinstance(terms.schedule, DailyAt):
        walls = sorted(
            day * 1440 + slot.at.hour * 60 + slot.at.minute
            for slot in terms.schedule.slots
            for day in slot.weekdays
        )
        gaps = [
            (b - a) % 10080 or 10080 for a, b in zip(walls, [*walls[1:], *walls[:1]], strict=True)
        ]
        return terms.early >= min(gaps) * timedelta(minutes=1)
    if isinstance(terms.schedule, Every):
        return terms.early >= terms.schedule.period
    return False


def family_on_first_rung(ladder: tuple[Rung, ...], roster: Roster) -> bool:
    """Say whether somebody marked as family would be asked first, by group or by name."""
    family = {one.id for one in roster.contacts if one.part is Part.FAMILY}
    return bool(ladder) and (Group.FAMILY in ladder[0].whom or bool(family & set(ladder[0].whom)))


def ends_asleep(terms: Terms, awake_from: time, awake_to: time, awake_zone: str) -> bool:
    """Say whether a ladder begun at one of the daily deadlines ends when nobody is awake (law 23).

    Equal times mean that somebody is awake day and night. The zone is that of the hours.
    """
    if awake_from == awake_to or not isinstance(terms.schedule, DailyAt):
        return False
    climb = terms.grace + sum((rung.wait for rung in terms.ladder[:-1]), timedelta(0))
    return any(
        not _within(_shifted(slot.at, climb, terms.schedule.zone, awake_zone), awake_from, awake_to)
        for slot in terms.schedule.slots
    )


def _shifted(at: time, by: timedelta, from_zone: str, to_zone: str) -> time:
    # Any ordinary date serves: what matters is the hour of day on the other clock.
    noon = datetime.combine(_SOME_DAY, at, zone_named(from_zone))
    return (noon.astimezone(UTC) + by).astimezone(zone_named(to_zone)).time()


def _within(at: time, start: time, end: time) -> bool:
    return start <= at < end if start < end else at >= start or at < end


def weakens(old: Terms, new: Terms) -> bool:
    """Say whether `new` makes the person less safe than `old` (law 19)."""
    if isinstance(old.schedule, Until) or isinstance(new.schedule, Until):
        return True
    return (
        _gap(new) > _gap(old)
        or old.schedule.zone != new.schedule.zone
        or new.grace > old.grace
        or new.early > old.early
        or min(new.ways, default=Way.TAP) < min(old.ways, default=Way.TAP)
        or _reach(new) > _reach(old)
        or new.cooling < old.cooling
        or new.pause_alone > old.pause_alone
        or new.journey_longest > old.journey_longest
        or new.journey_grace > old.journey_grace
        or new.confirmers < old.confirmers
        or new.closers < old.closers
        or (old.alarm_when_deaf is not None and new.alarm_when_deaf is None)
        or not _whom(old) <= _whom(new)
    )


def weakens_by_zone_or_way(old: Terms, new: Terms) -> bool:
    """Say whether a change must wait even when it was asked for by code or card (law 19)."""
    if isinstance(old.schedule, Until) or isinstance(new.schedule, Until):
        return True
    return old.schedule.zone != new.schedule.zone or min(new.ways, default=Way.TAP) < min(
        old.ways, default=Way.TAP
    )


def _gap(terms: Terms) -> timedelta:
    if isinstance(terms.schedule, Until):
        return _DAY
    return longest_gap(terms.schedule, terms.seasons)


def _reach(terms: Terms) -> timedelta:
    """Return how long it takes until the last rung is told."""
    return sum((rung.wait for rung in terms.ladder[:-1]), timedelta(0))


def _whom(terms: Terms) -> frozenset[Group]:
    groups = {one for rung in terms.ladder for one in rung.whom if isinstance(one, Group)}
    return frozenset(groups & _COORDINATORS)
