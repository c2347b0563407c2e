"""A small world in which a life is lived: time passes, Telegram tells and refuses, people act.

Everything comes from one seed. What the rules were asked and what they answered is kept, turn by
turn, so that every law can be looked for in all of it. Now and then an event that could happen at
any time is put to the present state aside, without becoming part of the life.
"""

from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from rules import alarming, watching
from rules.alarm import Alarm
from rules.alarm import Stage as AlarmStage
from rules.events import Deaf, OwnerTold, OwnerUnreachable, TimePassed, Told, Unreachable
from rules.life import Draws, Happened, Life, helped, lived
from rules.notices import AlarmId, Kind, Notice
from rules.people import Roster
from rules.watch import Sort, Watch, WatchId
from tests.rules.cast import SHE
from tests.rules.strategies import some_roster, some_terms

BEGIN = datetime(2026, 2, 20, 6, tzinfo=UTC)
LAG = timedelta(seconds=2)  #: how far our hearing lies behind
PATIENCE = timedelta(minutes=5)  #: alarms are told at least this much (DECISIONS.md, 6)
ASKING = {Kind.ALARM, Kind.ASK}
REMINDING = {Kind.REMINDER, Kind.JOURNEY_LATE, Kind.OUTAGE_OVER}


@dataclass(frozen=True)
class Turn:
    """One decision of one machine."""

    before: Watch | Alarm
    event: Any
    roster: Roster | None  #: None: it was a promise that was asked
    decision: Any
    aside: bool  #: True: only asked, not lived
    where: str  #: seed and number, to find it again

    @property
    def cell(self):
        return self.before.stage, type(self.event)

    @property
    def asked(self):
        """Return who is asked for help in this turn."""
        return {one.to for one in self.decision.notices if one.kind in ASKING}

    @property
    def climbed(self):
        """Say whether a rung was told in this turn, a new one or the last again."""
        before, after = self.before, self.decision.alarm
        return (before.rung, before.repeats) != (after.rung, after.repeats) and bool(self.asked)


@dataclass(frozen=True)
class Step:
    """One event in a life."""

    before: Life
    event: Any
    happened: Happened
    heard: datetime
    unheard: tuple[Any, ...]  #: signs that were sent and have not reached us
    where: str


@dataclass
class World:
    """One life while it is lived."""

    seed: int
    chance: Random
    life: Life
    now: datetime = BEGIN
    heard: datetime = BEGIN
    deaf_until: datetime | None = None
    deaf_from: datetime | None = None
    cut_off: bool = False  #: Telegram takes nothing from us
    to_tell: list[Notice] = field(default_factory=list)
    unheard: list[Any] = field(default_factory=list)
    closed: list[Alarm] = field(default_factory=list)
    blocked: set[bytes] = field(default_factory=set)
    gone: bool = False
    aside: bool = False
    number: int = 0
    steps: list[Step] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    reached: dict[Any, deque[Any]] = field(default_factory=dict)  #: what stood lately, by stage

    def lives(self, event):
        """Let something happen to her."""
        self._note(event, lived(self.life, event, self._draws()))

    def helps(self, alarm, event):
        """Let something happen to an alarm, also to one that is closed."""
        before = self.life
        if alarm.stage is AlarmStage.CLOSED:
            self.life = replace(self.life, alarms=(*self.life.alarms, alarm))
        self._note(event, helped(self.life, alarm.id, event, self._draws()), before)

    def cries(self, cry, cause):
        """Let an alarm be called for directly."""
        self._note(cause, cry(self.life, cause, self.now, self._draws()))

    def passes(self, span):
        """Let time pass, hear what was sent meanwhile, and wake whoever wakes."""
        self.now += span
        if self.deaf_until is not None and self.deaf_until <= self.now:
            self.deaf_until, self.deaf_from = None, self.heard
        if self.deaf_until is None:
            for sign in self.unheard:
                self.lives(sign)
            self.unheard.clear()
            self.heard = self.now - LAG
        self._sweep()
        self.deaf_from = None

    def asks_aside(self, what, event):
        """Ask what would become of a promise or an alarm, and leave the life as it is."""
        self.aside = True
        if isinstance(what, Watch):
            watching.decide(what, event)
        else:
            alarming.decide(what, event, self.life.roster)
        self.aside = False

    def remember(self, what):
        """Keep what stands now, for questions aside."""
        if not self.aside:
            self.reached.setdefault((type(what), what.stage), deque(maxlen=6)).append(what)

    def some(self, sort):
        """Return a promise or an alarm as it stood lately, of any stage that was reached."""
        stages = [key for key in self.reached if key[0] is sort]
        return self.chance.choice(self.reached[self.chance.choice(stages)]) if stages else None

    def opens(self, terms, sort=Sort.JOURNEY):
        """Add a promise that has not begun."""
        self.number += 1
        own = WatchId(self.number.to_bytes(16, "big"))
        watch = Watch(id=own, owner=SHE, sort=sort, terms=terms)
        self.life = replace(self.life, watches=(*self.life.watches, watch))

    def tells(self):
        """Let Telegram tell what is waiting, or refuse it for good, or take its time."""
        if self.cut_off:
            return
        waiting, self.to_tell = self.to_tell, []
        for notice in waiting:
            if self.chance.random() < 0.15:
                self.to_tell.append(notice)
            elif notice.to in self.blocked:
                self._refused(notice)
            else:
                self._told(notice)

    def _told(self, notice):
        if notice.alarm is not None:
            self.helps(self.alarm(notice.alarm), Told(self.now, notice.to))
        elif notice.kind in REMINDING:
            self.lives(OwnerTold(self.now))

    def _refused(self, notice):
        if notice.to == SHE:
            self.lives(OwnerUnreachable(self.now))
        else:
            self.life = replace(self.life, roster=self.life.roster.without(notice.to))
        if notice.alarm is not None:
            self.helps(self.alarm(notice.alarm), Unreachable(self.now, notice.to))

    def alarm(self, id_):
        """Return an alarm of hers, open or closed."""
        return next(one for one in (*self.life.alarms, *self.closed) if one.id == id_)

    def next_wake(self):
        """Return when the rules want to be asked next."""
        wakes = [one.wake_at for one in (*self.life.watches, *self.life.alarms)]
        return min((at for at in wakes if at is not None), default=None)

    def _sweep(self):
        if any(_is_due(one.wake_at, self.heard) for one in self.life.watches):
            self.lives(TimePassed(self.heard, deaf_from=self.deaf_from))
        if any(_is_due(one.deaf_at, self.now) for one in self.life.watches):
            self.lives(Deaf(self.now))
        at = max(self.heard, self.now - PATIENCE)
        for alarm in self.life.alarms:
            if _is_due(alarm.wake_at, at):
                self.helps(alarm, TimePassed(at))

    def _note(self, event, happened, before=None):
        where = f"seed {self.seed}, step {len(self.steps)}"
        life = before or self.life
        self.steps.append(Step(life, event, happened, self.heard, tuple(self.unheard), where))
        known = {one.id for one in happened.life.alarms}
        kept = [one for one in self.closed if one.id not in known]
        over = [one for one in happened.life.alarms if one.stage is AlarmStage.CLOSED]
        self.closed = (kept + over)[-3:]
        alarms = tuple(one for one in happened.life.alarms if one not in over)
        self.life = replace(happened.life, alarms=alarms)
        self.to_tell = [
            one for one in self.to_tell if one.alarm is None or one.alarm in self._known()
        ]
        self.to_tell.extend(happened.notices)
        self.gone = self.gone or happened.gone

    def _known(self):
        return {one.id for one in (*self.life.alarms, *self.closed)}

    def _draws(self):
        self.number += 3
        numbers = range(self.number, self.number + 3)
        return Draws(tuple(AlarmId(n.to_bytes(16, "big")) for n in numbers), self.number)


def _is_due(wake, at):
    return wake is not None and wake <= at


def begun_world(seed):
    """Return a world in which nothing has happened yet."""
    chance = Random(seed)
    world = World(seed, chance, Life(SHE, (), (), some_roster(chance)))
    world.opens(some_terms(chance), Sort.ROUTINE)
    return world


@contextmanager
def recorded(world):
    """Note every question to the two machines, and its answer, while this is open."""
    ask_watch, ask_alarm = watching.decide, alarming.decide

    def watch(one, event):
        decision = ask_watch(one, event)
        where = f"seed {world.seed}, step {len(world.steps)}"
        world.turns.append(Turn(one, event, None, decision, world.aside, where))
        world.remember(decision.watch)
        return decision

    def alarm(one, event, roster):
        decision = ask_alarm(one, event, roster)
        where = f"seed {world.seed}, step {len(world.steps)}"
        world.turns.append(Turn(one, event, roster, decision, world.aside, where))
        world.remember(decision.alarm)
        return decision

    watching.decide, alarming.decide = watch, alarm
    try:
        yield
    finally:
        watching.decide, alarming.decide = ask_watch, ask_alarm
