"""Who takes part in the stories about the rules, and what they have agreed to.

Everything is told in UTC and on the second of March, unless a story says otherwise.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from rules import alarming, watching
from rules.alarm import Alarm, Kind
from rules.alarm import Stage as AlarmStage
from rules.events import (
    Cause,
    CheckedIn,
    OwnerBack,
    OwnerTold,
    Started,
    State,
    TimePassed,
    Told,
    Verdict,
)
from rules.life import Draws, Life, helped, lived
from rules.notices import AlarmId
from rules.people import Contact, Coordinator, Part, PersonId, Roster
from rules.raising import ladder_for
from rules.schedule import DailyAt, Until, slots_at
from rules.templates import TEMPLATES
from rules.terms import Level, Way
from rules.watch import Sort, Watch, WatchId

SHE = PersonId(b"she".ljust(16, b"."))
ANA = PersonId(b"ana".ljust(16, b"."))  # the coordinator on duty
BEN = PersonId(b"ben".ljust(16, b"."))  # another coordinator
CLEO = PersonId(b"cleo".ljust(16, b"."))  # and one more
NEIGHBOUR = PersonId(b"neighbour".ljust(16, b"."))
FRIEND = PersonId(b"friend".ljust(16, b"."))
LAWYER = PersonId(b"lawyer".ljust(16, b"."))
AUNT = PersonId(b"aunt".ljust(16, b"."))  # family
STRANGER = PersonId(b"stranger".ljust(16, b"."))

ROSTER = Roster(
    contacts=(
        Contact(NEIGHBOUR, Part.NEAR),
        Contact(FRIEND, Part.FRIEND),
        Contact(LAWYER, Part.LAWYER),
        Contact(AUNT, Part.FAMILY),
    ),
    coordinators=(Coordinator(ANA, on_duty=True), Coordinator(BEN), Coordinator(CLEO)),
)

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def at(clock, day=2):
    """The moment at which the clock shows `clock` on that day of March."""
    hour, minute = clock.split(":")
    return datetime.combine(date(2026, 3, day), time(int(hour), int(minute)), UTC)


#: Notes at 09:00 and 20:00, four hours early at most, an hour of grace, reminders at +0 and +30.
TERMS = replace(
    TEMPLATES[Level.MEDIUM],
    schedule=DailyAt(slots_at(time(9), time(20)), "UTC"),
    ways=frozenset({Way.TAP}),
    practice=timedelta(0),
)


def live(watch, *events):
    """Return the watch after these events, and all that was said and ordered meanwhile."""
    said, orders = [], []
    for event in events:
        decision = watching.decide(watch, event)
        watch = decision.watch
        said.extend(decision.notices)
        orders.extend(decision.orders)
    return watch, said, orders


def after(watch, *events):
    """Return the watch after these events."""
    return live(watch, *events)[0]


def routine(terms=TERMS, **state):
    """A watch that rests because it has not begun."""
    own = WatchId(b"routine".ljust(16, b"."))
    return Watch(id=own, owner=SHE, sort=Sort.ROUTINE, terms=terms, **state)


def waiting(terms=TERMS, since="12:00"):
    """A watch that waits for the note of 20:00."""
    return after(routine(terms), Started(at(since)))


def late(terms=TERMS):
    """A watch whose note of 20:00 did not come; the owner has been reminded."""
    return after(waiting(terms), TimePassed(at("20:00")), OwnerTold(at("20:00")))


def missed(terms=TERMS):
    """A watch whose note of 20:00 has not come until its grace was over."""
    return after(late(terms), TimePassed(at("21:00")))


def journey(until="18:30", since="12:00", terms=TERMS):
    """A journey that has begun."""
    watch = Watch(
        id=WatchId(b"journey".ljust(16, b".")),
        owner=SHE,
        sort=Sort.JOURNEY,
        terms=replace(terms, schedule=Until(at(until))),
    )
    return after(watch, Started(at(since)))


def opened(kind=Kind.MISSED, *, terms=TERMS, roster=ROSTER, since="21:00", **frozen):
    """Return a new alarm whose first rung has been decided, and what it says."""
    cause = Cause.FORCED if kind is Kind.DURESS else Cause(kind.value)
    alarm = Alarm(
        id=AlarmId(b"alarm".ljust(16, b".")),
        number=12,
        subject=SHE,
        kind=kind,
        level=terms.level,
        causes=(cause,),
        since=at("09:02"),
        opened_at=at(since),
        ladder=frozen.pop("ladder", ladder_for(kind, terms)),
        hold=terms.hold,
        confirmers=terms.confirmers,
        closers=terms.closers,
        self_confirms=terms.self_confirms,
        never_tell=terms.never_tell,
        **frozen,
    )
    return alarming.begin(alarm, roster)


def play(alarm, *events, roster=ROSTER):
    """Return the alarm after these events, and all that was said and ordered meanwhile."""
    said, orders = [], []
    for event in events:
        decision = alarming.decide(alarm, event, roster)
        alarm = decision.alarm
        said.extend(decision.notices)
        orders.extend(decision.orders)
    return alarm, said, orders


def told(alarm, when, *people):
    """Return the alarm after these people were told."""
    return play(alarm, *(Told(at(when), one) for one in people))[0]


def raised(kind=Kind.MISSED, **frozen):
    """An alarm of which the people on its first rung were told at 21:00."""
    begun = opened(kind, **frozen)
    return told(begun.alarm, "21:00", *(one.to for one in begun.notices))


def back(when, verdict=Verdict.GENUINE, way=Way.TAP, words="22:00"):
    """A sign of life while an alarm is open."""
    return OwnerBack(at(when), verdict, at(words), way)


def heard_by(notices, person):
    """Return what one person hears, in order."""
    return [one.kind for one in notices if one.to == person]


def readers(notices, kind):
    """Return who hears notices of one kind, in order."""
    return [one.to for one in notices if one.kind is kind]


def life(*watches, alarms=(), roster=ROSTER):
    """Everything the rules know about her."""
    return Life(SHE, watches, alarms, roster)


def draws(number=1):
    """What chance and the counter give: ids that begin with the number of the alarm."""
    ids = tuple(AlarmId(bytes([n]).ljust(16, b"#")) for n in range(number, number + 3))
    return Draws(ids, number)


def alarm_of(happened, kind=Kind.MISSED):
    """Return the alarm of one kind that is open after something happened."""
    [alarm] = [
        one
        for one in happened.life.alarms
        if one.kind is kind and one.stage is not AlarmStage.CLOSED
    ]
    return alarm


def lives(one, *events):
    """Return what happened last, and all that was said."""
    said, happened = [], None
    for number, event in enumerate(events):
        happened = lived(one, event, draws(1 + 3 * number))
        one = happened.life
        said.extend(happened.notices)
    return happened, said


def told_of(happened, when="21:01", kind=Kind.MISSED):
    """Let everybody be told whom the alarm asks now."""
    alarm = alarm_of(happened, kind)
    for person in sorted(alarm.asked_now):
        happened = helped(happened.life, alarm.id, Told(at(when), person), draws())
    return happened


def missed_and_told(*watches):
    """She fell silent at 20:00; since 21:01 the coordinator on duty and the neighbour know."""
    first = lives(life(late(), *watches), TimePassed(at("21:00")))[0]
    return told_of(first)


def sign(when, verdict=Verdict.GENUINE, way=Way.TAP, hush=MINUTE, words="21:40", state=State.CALM):
    return CheckedIn(at(when), way, verdict, at(when) + hush, at(words), state)
