"""Two lives that differ only in what her signs meant, lived side by side (law 7).

Both hear the same events at the same moments. Everybody who is written to is told, at the same
moments, and nobody answers: what responders then do differs for good reasons, and is no part of it.
At the end of a chapter the office may close everything that is open, in both lives alike.
"""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from random import Random

from rules.alarm import Kind as AlarmKind
from rules.alarm import Stage
from rules.events import (
    Arrived,
    Cause,
    ChangeAsked,
    CheckedIn,
    ClosingAsked,
    Deaf,
    Outcome,
    OwnerTold,
    OwnerUnreachable,
    Started,
    TimePassed,
    Told,
    Verdict,
)
from rules.life import Draws, Life, cried, helped, lived
from rules.notices import AlarmId
from rules.schedule import Until
from rules.terms import Extend, Leave, NewTerms, Pause, Resume, Way
from rules.watch import Sort, Watch, WatchId
from tests.rules.cast import HOUR, MINUTE, SHE
from tests.rules.strategies import some_roster, some_state, some_terms
from tests.rules.world import BEGIN, REMINDING


@dataclass
class Twin:
    """One of the two lives."""

    life: Life
    number: int = 0
    said: list = field(default_factory=list)  #: (step, notice)
    to_tell: list = field(default_factory=list)
    step: int = 0
    gone: bool = False
    superseded: int = 0  #: how many missed alarms have become duress
    left_hold: int | None = None  #: at which step a hold that a sign had begun was over

    def notes(self, happened):
        self.number += 3
        self.gone = self.gone or happened.gone
        alarms = tuple(one for one in happened.life.alarms if one.stage is not Stage.CLOSED)
        for alarm in happened.life.alarms:
            was = next((one for one in self.life.alarms if one.id == alarm.id), alarm)
            self.superseded += was.kind is not alarm.kind
            back = was.stage is Stage.HELD and was.back_at is not None
            over = alarm.stage is not Stage.HELD and alarm.kind is AlarmKind.MISSED
            if back and over and self.left_hold is None:
                self.left_hold = self.step
        self.life = replace(happened.life, alarms=alarms)
        self.said.extend((self.step, one) for one in happened.notices)
        self.to_tell.extend(happened.notices)

    def draws(self):
        numbers = range(self.number, self.number + 3)
        return Draws(tuple(AlarmId(n.to_bytes(16, "big")) for n in numbers), self.number)

    def lives(self, event):
        self.notes(lived(self.life, event, self.draws()))

    def opens(self, watch):
        self.life = replace(self.life, watches=(*self.life.watches, watch))

    def cries(self, cause, at):
        self.notes(cried(self.life, cause, at, self.draws()))

    def helps(self, alarm, event):
        self.notes(helped(self.life, alarm, event, self.draws()))

    def passes(self, at, *, heard, telling):
        """Let time pass for her promises, then for the alarms; tell what is said, if it can be."""
        self.lives(TimePassed(at) if heard else Deaf(at))
        for alarm in self.life.alarms:
            self.helps(alarm.id, TimePassed(at))
        if telling:
            self.tells(at)

    def tells(self, at):
        waiting, self.to_tell = self.to_tell, []
        for one in waiting:
            if one.alarm is not None and one.alarm in {alarm.id for alarm in self.life.alarms}:
                self.helps(one.alarm, Told(at, one.to))
            elif one.kind in REMINDING:
                self.lives(OwnerTold(at))

    def closes_all(self, at, outcome):
        for alarm in self.life.alarms:
            for member in self.life.roster.coordinators:
                self.helps(alarm.id, ClosingAsked(at, member.id, outcome))


def born(seed, verdict_of):
    """Return a life and the chance that drives both twins; `verdict_of` is asked for every sign."""
    chance = Random(seed)
    roster = some_roster(chance)
    terms = replace(some_terms(chance), closers=1)
    watch = Watch(id=WatchId(bytes(16)), owner=SHE, sort=Sort.ROUTINE, terms=terms)
    twin = Twin(Life(SHE, (watch,), (), roster))
    twin.lives(Started(BEGIN))
    return twin, chance, verdict_of


def live_through(seed, verdict_of, length=80):
    """Return a life of one seed, in which every sign means what `verdict_of` says."""
    twin, chance, means = born(seed, verdict_of)
    now = BEGIN
    for step in range(length):
        twin.step = step
        small = MINUTE * chance.randint(1, 12)
        now += chance.choice((small, small, HOUR * chance.randint(1, 7)))
        heard, telling = chance.random() < 0.9, chance.random() < 0.8
        act = chance.random()
        drawn = _drawn(chance, now)  # drawn in both lives, whether it is used or not
        twin.passes(now, heard=heard, telling=telling)
        if act < 0.35:
            twin.lives(replace(drawn["sign"], verdict=means(step)))
        elif act < 0.45:
            twin.lives(drawn["change"])
        elif act < 0.52:
            _travel(twin, drawn["until"], step, now)
        elif act < 0.55:
            twin.lives(OwnerUnreachable(now))
        elif act < 0.57:
            twin.cries(Cause.SOS, now)
        elif act < 0.62:
            twin.closes_all(now, drawn["outcome"])
    return twin


def _travel(twin, until, step, now):
    if not any(one.sort is Sort.JOURNEY for one in twin.life.watches):
        terms = replace(twin.life.watches[0].terms, schedule=until, seasons=())
        own = WatchId((step + 1).to_bytes(16, "big"))
        twin.opens(Watch(id=own, owner=SHE, sort=Sort.JOURNEY, terms=terms))
        twin.lives(Started(now))


def _drawn(chance, now):
    sort = chance.choice((CheckedIn, CheckedIn, Arrived))
    hush = now + timedelta(seconds=chance.randint(20, 120))
    words = now + MINUTE * chance.randint(5, 15)
    sent = now - MINUTE * chance.choice((0, 0, 0, 30, 300))
    change = chance.choice(
        (
            NewTerms(replace(some_terms(chance), closers=1)),
            Pause(now + HOUR * chance.randint(1, 90)),
            Resume(),
            Extend(HOUR),
            Leave(),
        )
    )
    return {
        "sign": sort(
            sent, chance.choice(list(Way)[:4]), Verdict.GENUINE, hush, words, some_state(chance)
        ),
        "change": ChangeAsked(now, change, chance.choice(list(Way)[:4])),
        "until": Until(now + HOUR * chance.randint(1, 9)),
        "outcome": chance.choice(list(Outcome)),
    }
