"""What happens to people within one transaction: read, decided by the rules, written once.

The journal's deeds, its sweeps and what the courier learned all go through here, so that a promise
or an alarm never changes without its line in the diary and the notices that follow from it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy import func, select

from rules.events import Arrived, CheckedIn, TimePassed, Told, WatchEvent
from rules.life import Draws, Happened, Life, cried, helped, lived, terms_of
from rules.notices import AlarmId, Notice
from rules.people import PersonId
from storage.deed import Cried, Happening, Helped, Lived, Noted
from storage.diary import Line, Pages, Tip
from storage.house import house_of
from storage.keeping import Changes
from storage.lives import Found, lock_people, read_lives, subject_of, with_alarm
from storage.outgoing import drop_unclaimed
from storage.people import keep_person
from storage.persons import Standing
from storage.tables import alarms
from storage.transactions import Tx

_NEVER_MORE = 3  #: alarms that one event may open (rules.life.Draws)
_HIGHEST_NUMBER = select(func.max(alarms.c.number))


@dataclass(slots=True)
class Story:
    """The lives of some people while a transaction runs."""

    tx: Tx
    at: datetime  #: when it is written down
    notices: list[Notice] = field(default_factory=list)
    ignored: int = 0  #: events for somebody or something that is no longer kept
    broken: dict[PersonId, Exception] = field(default_factory=dict)
    _found: dict[PersonId, Found] = field(default_factory=dict)
    _lives: dict[PersonId, Life] = field(default_factory=dict)
    _subjects: dict[bytes, PersonId] = field(default_factory=dict)  #: of open alarms
    _lines: list[tuple[PersonId, Line]] = field(default_factory=list)
    _gone: set[PersonId] = field(default_factory=set)
    _number: int | None = None

    def read(self, people: Iterable[PersonId]) -> None:
        """Read these people's lives, and let nobody else write about them meanwhile."""
        wanted = set(people) - self._found.keys()
        if not wanted:
            return
        lock_people(self.tx, wanted)
        read = read_lives(self.tx, wanted)
        opened = {**read.found, **read.hurt}
        self._found |= opened
        self._lives |= {person: found.life for person, found in opened.items()}
        for person, found in opened.items():
            self._subjects |= {alarm.id: person for alarm in found.life.alarms}
        self.broken |= read.broken

    def life(self, person: PersonId) -> Life | None:
        """Return how somebody's life stands in this story; None when they are not kept whole."""
        return None if person in self.broken else self._lives.get(person)

    def wakes(self, person: PersonId, what: str, row: bytes) -> tuple[datetime | None, ...]:
        """Return when this promise or alarm wakes as the story stands; nothing once it is over.

        Raises what opening the person raised.
        """
        alarms_of = self._lives[person].alarms if person in self._lives else ()
        found = tuple(one.wake_at for one in alarms_of if one.id == row)
        if found or not self._is_kept(person):
            return found
        watches_of = self._lives[person].watches
        return tuple(
            one.deaf_at if what == "deaf" else one.wake_at for one in watches_of if one.id == row
        )

    def people_in(self, happenings: Iterable[Happening]) -> set[PersonId]:
        """Return about whom these are; an alarm that is not kept is about nobody."""
        people = set()
        for one in happenings:
            who = subject_of(self.tx, one.alarm) if isinstance(one, Helped) else one.person
            if who is not None:
                people.add(who)
        return people

    def tell(self, happening: Happening, words: str = "") -> None:
        """Let something happen to a life that was read. Raises what opening it raised."""
        person = self._about(happening)
        if person is None:
            self.ignored += 1
            return
        life = self._lives[person]
        happening = self._drawn(happening)
        happened = self._decide(life, happening)
        if _changes_nothing(life, happening, happened):
            return
        said = self._without_overtaken(happening, happened)
        said_to = tuple((notice.to, notice.kind) for notice in said)
        self._lines.append((person, Line(self.at, happening, said_to, words)))
        self.notices.extend(said)
        self._lives[person] = happened.life
        if happened.gone and person not in self.broken:
            self._gone.add(person)

    def write(self) -> None:
        """Write what became of everybody, and the diary; the notices are the caller's to write."""
        changes, pages = Changes(self.tx), Pages(self.tx)
        tips: dict[PersonId, Tip] = {}
        for person, line in self._lines:
            found = self._found[person]
            tips[person] = pages.add(found.subject, tips.get(person, found.tip), line)
        for person in tips:
            changes.note(self._found[person], self._lives[person])
        for person in self._gone:
            keep_person(self.tx, replace(self._found[person].person, standing=Standing.LEFT))
        changes.write()
        pages.write()

    def chat_kept(self) -> dict[PersonId, timedelta]:
        """Return how long the terms of those who were read let a chat keep a message."""
        return {
            person: terms_of(life).chat_kept
            for person, life in self._lives.items()
            if person not in self.broken
        }

    def _about(self, happening: Happening) -> PersonId | None:
        if isinstance(happening, Cried) and happening.person in self._lives:
            # Help is called for with whatever opens of a life; what she has promised or done needs
            # all of it.
            return happening.person
        if not isinstance(happening, Helped):
            return happening.person if self._is_kept(happening.person) else None
        alarm = happening.alarm
        if alarm in self._subjects:
            return self._subjects[alarm]
        about = subject_of(self.tx, alarm)
        if about is None or not self._is_kept(about):
            return None
        # It was closed before; its own end is still told to whoever comes late.
        self._found[about] = with_alarm(self.tx, self._found[about], alarm)
        late = next(one for one in self._found[about].life.alarms if one.id == alarm)
        life = self._lives[about]
        self._lives[about] = replace(life, alarms=(*life.alarms, late))
        self._subjects[alarm] = about
        return about

    def _is_kept(self, person: PersonId) -> bool:
        if person in self.broken:
            raise self.broken[person]
        return person in self._lives

    def _drawn(self, happening: Happening) -> Happening:
        """Give a sign of life what only chance can give, whatever it meant (law 7)."""
        if not isinstance(happening, Lived) or not isinstance(happening.event, CheckedIn | Arrived):
            return happening
        event = happening.event
        if event.hush_until is not None:
            return happening
        chance = self.tx.chance
        drawn: WatchEvent = replace(
            event,
            hush_until=min(self.at, self.tx.at_telegram) + chance.hush(),
            words_at=self.at + chance.words_delay(),
        )
        return replace(happening, event=drawn)

    def _decide(self, life: Life, happening: Happening) -> Happened:
        ids = tuple(AlarmId(one) for one in self.tx.chance.ids(_NEVER_MORE))
        happened = _run(life, happening, Draws(ids, self._number or 0), self.at)
        if happened.opened and self._number is None:
            # Numbers are asked for only once one is needed: most events open no alarm.
            self._number = _next_number(self.tx)
            happened = _run(life, happening, Draws(ids, self._number), self.at)
        if happened.opened:
            self._number = (self._number or 0) + len(happened.opened)
        return happened

    def _without_overtaken(self, happening: Happening, happened: Happened) -> tuple[Notice, ...]:
        """Drop what a closed alarm would still have said; whoever heard nothing needs no end."""
        said = happened.notices
        for alarm in happened.closed:
            dropped = drop_unclaimed(self.tx, alarm)
            ended = next(one for one in happened.life.alarms if one.id == alarm)
            unheard = dropped - ended.told.keys() - {_actor(happening)}
            said = tuple(one for one in said if one.alarm != alarm or one.to not in unheard)
        return said


def _run(life: Life, happening: Happening, draws: Draws, now: datetime) -> Happened:
    """Return what becomes of a life. The diary keeps when it happened.

    What lay waiting while we were deaf begins when we hear of it: a rung that was asked for hours
    ago would be over at once, and the next told in one breath with it (law 4).
    """
    match happening:
        case Lived(_, event):
            return lived(life, event, draws)
        case Helped(alarm, Told() | TimePassed() as event):
            return helped(life, alarm, event, draws)
        case Helped(alarm, event):
            return helped(life, alarm, replace(event, at=max(event.at, now)), draws)
        case Cried(_, cause, at):
            return cried(life, cause, at, draws, now=max(at, now))
        case Noted():
            return Happened(life)


def _changes_nothing(life: Life, happening: Happening, happened: Happened) -> bool:
    """Say whether there is nothing to write: what somebody did to an alarm is always noted."""
    quiet = isinstance(happening, Lived) or (
        isinstance(happening, Helped) and isinstance(happening.event, TimePassed)
    )
    return quiet and happened.life == life and not happened.notices


def _actor(happening: Happening) -> PersonId | None:
    return getattr(happening.event, "by", None) if isinstance(happening, Helped) else None


def _next_number(tx: Tx) -> int:
    # The house's row is locked so that two who open alarms at once do not take the same number.
    floor = house_of(tx, locked=True).next_alarm
    highest: int | None = tx.connection.scalar(_HIGHEST_NUMBER)
    return max(floor, (highest or 0) + 1)
