"""What people do in a played life: she, her contacts, the coordinators, and those who may not.

One table says how often each thing is done. Lives differ in mood: in some she is silent for days,
in some the office closes everything, in some we hear nothing.
"""

from dataclasses import replace
from datetime import timedelta
from typing import get_args

from rules.alarm import Alarm
from rules.events import (
    AlarmClosed,
    AlarmEvent,
    Answered,
    Arrived,
    Cause,
    ChangeAsked,
    ChangeTakenBack,
    CheckedIn,
    ClosingAsked,
    Confirmed,
    Deaf,
    Escalated,
    Finding,
    HandedBack,
    Outcome,
    OwnerBack,
    Proof,
    Repeated,
    Reported,
    Started,
    State,
    TimePassed,
    Told,
    Unreachable,
    Verdict,
    WatchEvent,
)
from rules.life import cried
from rules.people import Part
from rules.schedule import Until
from rules.terms import Extend, Leave, NewTerms, Pause, Resume, Spoken, Way
from rules.watch import Sort, Watch
from tests.rules.cast import HOUR, MINUTE, SHE, STRANGER
from tests.rules.strategies import some_state, some_terms

#: Who does what, how often: in a life of every mood.
HABITS = {
    "calm": {"time": 20, "sign": 12, "tell": 12, "trip": 2, "change": 3, "aside": 8, "cry": 0.3},
    "silent": {"time": 16, "sign": 1, "tell": 12, "help": 6, "aside": 6, "trip": 1, "change": 1},
    "busy": {"time": 10, "sign": 3, "tell": 12, "help": 14, "office": 5, "aside": 6, "cry": 1},
    "moving": {"time": 16, "sign": 4, "tell": 9, "trip": 7, "change": 5, "aside": 6, "office": 1},
    "away": {"time": 12, "sign": 4, "tell": 4, "deaf": 3, "help": 3, "aside": 6, "people": 2},
    "resting": {"time": 10, "sign": 2, "tell": 8, "change": 8, "office": 4, "aside": 8, "trip": 2},
}


def act(world):
    """Let one thing happen."""
    habits = HABITS[list(HABITS)[world.seed % len(HABITS)]]
    [deed] = world.chance.choices(list(habits), weights=list(habits.values()))
    DEEDS[deed](world)


def pass_time(world):
    chance, wake = world.chance, world.next_wake()
    spans = [MINUTE * chance.randint(0, 12), HOUR * chance.randint(0, 9)]
    if wake is not None and wake > world.now:
        spans += [wake - world.now + LATER * chance.randint(0, 4)] * 4
    world.passes(chance.choice(spans))


def give_sign(world):
    sign = some_sign(world, Arrived if world.chance.random() < 0.25 else CheckedIn)
    if world.deaf_until is None:
        world.lives(sign)
    else:
        world.unheard.append(sign)


def some_sign(world, sort):
    chance, now = world.chance, world.now
    sent = now if chance.random() < 0.8 else now - MINUTE * chance.randint(0, 600)
    forced = Verdict.FORCED if chance.random() < 0.2 else Verdict.GENUINE
    way = chance.choice(list(Way))
    verdict = Verdict.GENUINE if way is Way.HEARD else forced
    hush = now + timedelta(seconds=chance.randint(20, 120))
    state = State.CALM if way is Way.HEARD else some_state(chance)
    return sort(sent, way, verdict, hush, now + MINUTE * chance.randint(5, 15), state)


def travel(world):
    chance = world.chance
    if sum(one.sort is Sort.JOURNEY for one in world.life.watches) < 2 and chance.random() < 0.7:
        until = Until(world.now + HOUR * chance.randint(1, 9))
        world.opens(replace(terms_now(world), schedule=until, seasons=()))
    world.lives(Started(world.now))


def terms_now(world):
    return world.life.watches[0].terms


def change_mind(world):
    world.lives(some_change(world))
    if world.chance.random() < 0.3:
        # In the same breath, before what the sign meant can be known.
        give_sign(world)


def some_change(world):
    chance, now = world.chance, world.now
    if chance.random() < 0.1:
        return ChangeTakenBack(now)
    leaving = any(isinstance(one.change, Leave) for one in world.life.watches[0].pending)
    if leaving and chance.random() < 0.4:
        return ChangeAsked(now, Spoken(), by=world.life.roster.coordinators[0].id)
    change = chance.choice(
        (
            NewTerms(some_terms(chance)),
            NewTerms(replace(terms_now(world), grace=terms_now(world).grace * 2)),
            Pause(now + HOUR * chance.randint(1, 90)),
            Pause(now + HOUR * chance.randint(20, 120)),
            Resume(),
            Extend(HOUR * chance.choice((1, 1, 2, 5))),
            Extend(HOUR),
            Leave() if chance.random() < 0.7 else Resume(),
            Spoken() if chance.random() < 0.6 else Resume(),
        )
    )
    by = chance.choice([None, None, None, *(one.id for one in world.life.roster.coordinators)])
    return ChangeAsked(now, change, chance.choice(list(Way)[:4]), by)


def call(world):
    world.cries(cried, world.chance.choice(CALLED))


def go_deaf(world):
    world.cut_off = world.chance.random() < 0.5
    world.deaf_until = world.now + MINUTE * world.chance.choice((3, 20, 90, 400))


def change_people(world):
    """Somebody is removed or marked anew, blocks us, comes back, goes on or off duty."""
    chance, roster = world.chance, world.life.roster
    contacts, members = list(roster.contacts), list(roster.coordinators)
    what = chance.randint(0, 4)
    if what == 0 and contacts:
        contacts.pop(chance.randrange(len(contacts)))
    elif what == 1 and contacts:
        one = chance.randrange(len(contacts))
        contacts[one] = replace(contacts[one], part=chance.choice(list(Part)), reachable=True)
    elif what == 2:
        one = chance.randrange(len(members))
        members[one] = replace(members[one], on_duty=not members[one].on_duty, reachable=True)
    elif what == 3:
        world.blocked ^= {chance.choice([SHE, *(one.id for one in (*contacts, *members))])}
    else:
        world.cut_off = not world.cut_off
    world.life = replace(
        world.life, roster=replace(roster, contacts=tuple(contacts), coordinators=tuple(members))
    )


def help_out(world):
    """A contact or a coordinator does something, seldom one that ends it."""
    alarm = some_alarm(world)
    if alarm is not None:
        world.helps(alarm, some_help(world, alarm, world.chance.choice(HELPS)))


def see_to_it(world):
    """The office ends what is open."""
    alarm = some_alarm(world)
    if alarm is not None:
        world.helps(alarm, some_help(world, alarm, world.chance.choice(ENDS)))


def some_alarm(world):
    known = [*world.life.alarms * 3, *world.closed]
    return world.chance.choice(known) if known else None


def some_help(world, alarm, sort):
    chance, now = world.chance, world.now
    roster = world.life.roster
    office = [one.id for one in roster.coordinators]
    others = [SHE, STRANGER, *(one.id for one in roster.contacts), *office]
    asked = [one.id for one in roster.contacts if one.id in alarm.asked]
    if sort in {Answered, HandedBack} and alarm.holder is not None and chance.random() < 0.5:
        by = alarm.holder
    elif sort is Answered and asked and chance.random() < 0.5:
        by = chance.choice(asked)  # also again, on a rung that they have held
    else:
        by = chance.choice([*sorted(alarm.asked), *office, chance.choice(others)])
    makers = {
        Answered: lambda: Answered(now, by),
        HandedBack: lambda: HandedBack(now, by),
        Reported: lambda: Reported(now, by, chance.choice(list(Finding))),
        Escalated: lambda: Escalated(now, by),
        Confirmed: lambda: Confirmed(now, by, chance.choice(list(Proof))),
        ClosingAsked: lambda: ClosingAsked(now, by, chance.choice(list(Outcome))),
        Told: lambda: Told(now, by),
        Unreachable: lambda: Unreachable(now, by, chance.random() < 0.5),
        Repeated: lambda: Repeated(now, chance.choice(list(Cause))),
        OwnerBack: lambda: OwnerBack(
            now, chance.choice(list(Verdict)), now + 7 * MINUTE, chance.choice(list(Way))
        ),
        TimePassed: lambda: TimePassed(now + HOUR * chance.choice((0, 1, 12))),
    }
    return makers[sort]()


def ask_aside(world):
    """Ask what would become of what stands now, or stood lately, if anything at all happened."""
    for _ in range(6):
        watch = world.some(Watch)
        world.asks_aside(watch, some_event(world, world.chance.choice(TO_WATCH)))
        alarm = world.some(Alarm)
        if alarm is not None:
            event = some_help(world, alarm, world.chance.choice(TO_ALARM))
            world.asks_aside(alarm, event)


def some_event(world, sort):
    chance, now = world.chance, world.now
    makers = {
        CheckedIn: lambda: some_sign(world, CheckedIn),
        Arrived: lambda: some_sign(world, Arrived),
        ChangeAsked: lambda: some_change(world),
        TimePassed: lambda: TimePassed(now + HOUR * chance.choice((0, 1, 30))),
        Deaf: lambda: Deaf(now + HOUR * chance.choice((0, 1, 30))),
        AlarmClosed: lambda: AlarmClosed(now, chance.choice(list(Outcome))),
    }
    return makers.get(sort, lambda: sort(now))()


TO_WATCH = get_args(WatchEvent)
TO_ALARM = get_args(AlarmEvent)
LATER = timedelta(seconds=30)
HELPS = (Answered, Answered, HandedBack, Reported, Reported, Escalated, Unreachable)
ENDS = (Confirmed, Confirmed, ClosingAsked)
CALLED = (Cause.SOS, Cause.CONCERN, Cause.OTHER_HANDS, Cause.LOCKED, Cause.SEIZED, Cause.DRILL)
DEEDS = {
    "time": pass_time,
    "sign": give_sign,
    "tell": lambda world: world.tells(),
    "trip": travel,
    "change": change_mind,
    "aside": ask_aside,
    "cry": call,
    "deaf": go_deaf,
    "people": change_people,
    "help": help_out,
    "office": see_to_it,
}
