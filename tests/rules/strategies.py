"""Terms, rosters, watches and alarms of every kind, for properties that must hold for all of them.

What is drawn from chance is written once, against `random.Random`: hypothesis drives it and shrinks
what it finds; the played world (tests/rules/world.py) drives it from a seed. Watches and alarms are
never made up: they are reached by living.
"""

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import strategies as st

from rules.events import State
from rules.people import Contact, Coordinator, Part, PersonId, Roster
from rules.schedule import DailyAt, Every, Season, slots_at
from rules.templates import TEMPLATES
from rules.terms import Group, Level, Reminder, Rung, Way
from rules.weakening import Fault, faults
from tests.rules.cast import (
    ANA,
    AUNT,
    BEN,
    CLEO,
    FRIEND,
    HOUR,
    LAWYER,
    MINUTE,
    NEIGHBOUR,
    SHE,
)

ZONES = ("UTC", "Asia/Dushanbe", "Asia/Kathmandu", "America/Havana", "Australia/Lord_Howe")
_TIMES = tuple(time(hour, hour % 2 * 30) for hour in range(5, 23, 2))
_CONTACTS = (
    Contact(NEIGHBOUR, Part.NEAR),
    Contact(FRIEND, Part.FRIEND),
    Contact(PersonId(b"mate".ljust(16, b".")), Part.FRIEND),
    Contact(LAWYER, Part.LAWYER),
    Contact(AUNT, Part.FAMILY),
)
_GRACES = tuple(n * MINUTE for n in (5, 15, 30, 50))  # times stand an hour apart at least


def some_state(chance):
    """Return what a sign says of her situation; mostly nothing."""
    return chance.choice((*[State.CALM] * 9, State.FOLLOWED, State.RAID, State.TAKEN))


def some_terms(chance):
    """Return terms without faults."""
    drawn = _drawn_terms(chance)
    if Fault.EARLY_TOO_LONG in faults(drawn):
        drawn = replace(drawn, early=timedelta(0))
    if drawn.level is Level.HIGH:
        drawn = replace(drawn, ways=drawn.ways | {Way.SEALED})
    assert faults(drawn) == ()
    return drawn


def _drawn_terms(chance):
    template = TEMPLATES[chance.choice(list(Level))]
    grace = chance.choice(_GRACES)
    schedule = some_schedule(chance)
    return replace(
        template,
        level=chance.choice(list(Level)),
        schedule=schedule,
        early=chance.choice((0, 30, 60, 120, 240)) * MINUTE,
        nudge=chance.choice((None, 10 * MINUTE, 30 * MINUTE)),
        grace=grace,
        reminders=chance.choice(
            (
                (),
                (Reminder(timedelta(0), sound=False),),
                (Reminder(timedelta(0)), Reminder(grace / 2), Reminder(grace * 3 / 4)),
                (Reminder(grace / 2),),
            )
        ),
        ladder=chance.choice((template.ladder, some_ladder(chance))),
        hold=chance.choice((10, 30, 60)) * MINUTE,
        ways=frozenset(chance.sample(list(Way)[:4], chance.randint(1, 4))),
        self_confirms=chance.choice((None, 15 * MINUTE)),
        confirmers=chance.randint(1, 2),
        closers=chance.randint(1, 2),
        cooling=chance.choice((timedelta(0), 12 * HOUR, 48 * HOUR)),
        halfway=chance.choice((None, 4 * HOUR)),
        practice=chance.choice((timedelta(0), timedelta(0), 72 * HOUR)),
        seasons=some_seasons(chance) if isinstance(schedule, DailyAt) else (),
        alarm_when_deaf=chance.choice((None, None, timedelta(0), 30 * MINUTE)),
        never_tell=frozenset(chance.sample([BEN, FRIEND, AUNT], chance.choice((0, 0, 1, 2)))),
    )


def some_schedule(chance):
    """Return daily times or a period, in some zone."""
    zone = chance.choice(ZONES)
    if chance.random() < 0.25:
        return Every(chance.randint(2, 24) * HOUR, zone, time(6), time(22, 30))
    times = chance.sample(_TIMES, chance.randint(1, 3))
    days = frozenset(chance.sample(range(7), chance.choice((7, 7, 7, 5))))
    return DailyAt(slots_at(*sorted(times), weekdays=days), zone)


def some_seasons(chance):
    """Return no season, or one in spring with other times or none."""
    if chance.random() < 0.8:
        return ()
    slots = slots_at(chance.choice(_TIMES)) if chance.random() < 0.7 else ()
    first = date(2026, 3, chance.randint(1, 20))
    return (Season(first, first + timedelta(days=chance.randint(0, 12)), slots),)


def some_ladder(chance):
    """Return rungs of groups and names; one of them asks coordinators, none asks family first."""
    whom = [*(group for group in Group if group is not Group.FAMILY), NEIGHBOUR, FRIEND, AUNT, ANA]
    rungs = []
    for _ in range(chance.randint(1, 3)):
        people = tuple(chance.sample(whom, chance.randint(1, 3)))
        rungs.append(_disclosing(people, chance.choice((2, 10, 45))))
        whom.append(Group.FAMILY)
    return (*rungs, _disclosing((Group.ALL,), chance.choice((1, 30, 60))))


def _disclosing(whom, minutes):
    """Return a rung; what it discloses goes by how long it waits, so that nothing more is drawn."""
    sections = {10: (1,), 45: (1, 3), 30: (2, 3), 60: (0,)}.get(minutes, ())
    return Rung(whom, minutes * MINUTE, sections)


def some_roster(chance):
    """Return who takes part; she may be a coordinator herself, and nobody may be left."""
    contacts = chance.sample(_CONTACTS, chance.randint(0, len(_CONTACTS)))
    members = [ANA, BEN, CLEO][: chance.choice((1, 2, 3, 3))]
    if chance.random() < 0.2:
        members.append(SHE)
    on_duty = chance.choice([*members, None])
    return Roster(
        tuple(replace(one, reachable=chance.random() < 0.9) for one in contacts),
        tuple(Coordinator(one, one == on_duty, chance.random() < 0.95) for one in members),
    )


def terms():
    """Terms without faults."""
    return st.randoms(use_true_random=False).map(some_terms)


def rosters():
    """Who takes part."""
    return st.randoms(use_true_random=False).map(some_roster)


def seeds():
    """What a life is played from."""
    return st.integers(min_value=0, max_value=2**32)
