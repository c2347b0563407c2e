"""Forgets people: what is kept about them goes, and the keys that could open a copy of it with it.

Deleted and rewrapped keys stay in page slack, in the WAL and in backups, so all other people's keys
are wrapped under a new key-encryption key and the old one is destroyed in the keyring. What a thief
or a backup still holds of the forgotten opens with no key that anybody has (DECISIONS.md, 15).
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import partial

from sqlalchemy import select

from rules.people import PersonId
from sealing.keyring import Purpose
from storage.asked import asked_in
from storage.deed import Reply
from storage.erasing import erase, erase_letters
from storage.keychain import Keychain, alone_at_work
from storage.keys import Keys
from storage.leases import Fence
from storage.lives import Found, lock_people, read_lives
from storage.outgoing import write_notices
from storage.people import people_of
from storage.persons import Person, Standing
from storage.reading import Reader
from storage.rewrapping import Progress, Rewrapping
from storage.tables import people
from storage.transactions import Look, Tx
from storage.writing import Writer

_AT_ONCE = 50
_READ_AT_ONCE = 500


class WhyNot(StrEnum):
    """Why somebody is not forgotten yet."""

    ALARM_OPEN = "alarm-open"  #: an alarm about them is open
    JUST_HEARD = "just-heard"  #: what their last sign meant is not known before two minutes
    HOLDS_ALARM = "holds-alarm"  #: they hold an alarm about somebody else
    LEAVING = "leaving"  #: a coordinator has not spoken with them yet
    UNKNOWN = "unknown"  #: nobody of this id is kept


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Who was forgotten, and who was not."""

    gone: tuple[PersonId, ...]
    refused: Mapping[PersonId, WhyNot] = field(default_factory=dict)


#: What is said last to somebody who is forgotten, in the chat they had.
Farewell = Callable[[Person, datetime], Reply | None]


class Forgetting:
    """The door through which people leave."""

    def __init__(
        self,
        writer: Writer,
        reader: Reader,
        keys: Keys,
        clock: Callable[[], datetime],
    ) -> None:
        self._writer = writer
        self._reader = reader
        self._keys = keys
        self._clock = clock

    async def waiting(self) -> tuple[PersonId, ...]:
        """Return who has left and is to be forgotten. Opens everybody: ask once an hour."""
        return await self._reader.ask(_who_left)

    async def forget(
        self,
        who: Iterable[PersonId],
        keychain: Keychain,
        *,
        ours: Collection[Fence] = (),
        farewell: Farewell | None = None,
        progress: Progress | None = None,
    ) -> Forgotten:
        """Forget these people; nobody is forgotten while an alarm or a leaving is open.

        `ours`: the leases that this process holds. Raises OthersAtWorkError. May be repeated after
        a power cut: whoever is gone stays gone, and what was begun with the keys is finished.
        """
        now = self._clock()
        await self._reader.ask(partial(alone_at_work, ours=ours, now=now))
        wanted = list(dict.fromkeys(who))
        rewrapping = Rewrapping(self._writer, self._reader, self._keys, self._clock)
        if wanted:
            # A new key first: whoever joins meanwhile is wrapped under it already. Where there is
            # only something to finish, it was made then.
            rewrapping.rotate(keychain, [Purpose.SUBJECTS])
        done = _Done()
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            done += await self._writer.do(
                partial(_forget, some=some, now=now, farewell=farewell), kind="forget"
            )
            if progress:
                progress("forgotten", min(start + _AT_ONCE, len(wanted)), len(wanted))
        await rewrapping.rewrap(keychain, ours=ours, progress=progress, purposes=[Purpose.SUBJECTS])
        return Forgotten(tuple(person.id for person in done.gone), done.refused)

    @property
    def is_unfinished(self) -> bool:
        """Whether an old key is still held, because a forgetting was cut short: forget again."""
        return len(self._keys.held(Purpose.SUBJECTS)) > 1


@dataclass(frozen=True, slots=True)
class _Done:
    gone: tuple[Person, ...] = ()
    refused: Mapping[PersonId, WhyNot] = field(default_factory=dict)

    def __add__(self, other: "_Done") -> "_Done":
        return _Done(self.gone + other.gone, {**self.refused, **other.refused})


def _forget(tx: Tx, some: Sequence[PersonId], now: datetime, farewell: Farewell | None) -> _Done:
    lock_people(tx, some)
    found = read_lives(tx, some).found
    refused = {who: why for who in some if (why := _why_not(tx, found.get(who))) is not None}
    gone = tuple(found[who].person for who in some if who not in refused)
    if gone:
        ids = {person.id for person in gone}
        erase_letters(tx, ids, {chat.address for person in gone for chat in person.chats})
        erase(tx, gone, now)
        said = (farewell(person, now) for person in gone) if farewell else ()
        write_notices(tx, (), [reply for reply in said if reply is not None], (), now)
    return _Done(gone, refused)


def _why_not(tx: Tx, found: Found | None) -> WhyNot | None:
    if found is None:
        return WhyNot.UNKNOWN
    if found.life.alarms:
        return WhyNot.ALARM_OPEN
    if any(watch.hush is not None for watch in found.life.watches):
        return WhyNot.JUST_HEARD
    if found.person.standing is Standing.LEAVING:
        return WhyNot.LEAVING
    if any(alarm.holder == found.person.id for alarm in asked_in(tx, found.person)):
        return WhyNot.HOLDS_ALARM
    return None


def _who_left(look: Look) -> tuple[PersonId, ...]:
    everybody = [PersonId(one) for one in look.connection.scalars(select(people.c.id))]
    return tuple(
        who
        for start in range(0, len(everybody), _READ_AT_ONCE)
        for who, known in people_of(look, everybody[start : start + _READ_AT_ONCE]).items()
        if known.person.standing is Standing.LEFT
    )
