"""Trial sheets: whoever holds a key shows every 90 days that what is sealed to it still opens.

They are handed a small file, sealed to their key alone, in which a number stands; they type it in
their chat. The number is made with a key of the house of who they are, of their key and of when
they were asked, and is kept nowhere. Whoever does not answer is asked twice more; then the office
hears of it, once. Nothing of this is urgent: whoever is asked for help is left alone (law 11 holds,
for only alarms in which somebody was asked themselves keep a trial from them).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto

from rules.life import terms_of
from rules.naming import duty
from rules.notices import Kind, Notice
from rules.people import PersonId
from rules.quieting import hears_unasked
from rules.weakening import is_awake
from sealing.agefile import seal_file
from sealing.keyring import Purpose
from sealing.tokens import knows_number, number_for
from storage.agekeys import ASKED_ENOUGH, AgeKey
from storage.asked import asked_in
from storage.house import house_of
from storage.keyholders import holders, keep_key
from storage.lives import read_lives
from storage.moments import to_micros
from storage.people import address_in_use, people_of
from storage.persons import Person, Standing, seized_until
from storage.transactions import Look, Tx
from storage.versions import CompareAndSwapMissed

EVERY = timedelta(days=90)  #: after a key was handed to us, or was last proven
AGAIN_AFTER = timedelta(days=7)

_OFFICE_KNOWS = ASKED_ENOUGH + 1
_DIGITS = 6
#: Bytes; as long as the page fills a short sheet, so that nobody tells one from the other by that.
_FILLED = 2048


class _Step(Enum):
    """What is to be done about a key."""

    REST = auto()
    ASK = auto()
    TELL_OFFICE = auto()


@dataclass(frozen=True, slots=True)
class Trial:
    """A trial sheet before it is sealed."""

    number: str  #: six digits
    public: bytes  #: whose holder alone opens it, 1216 bytes

    def sealed(self, text: str) -> bytes:
        """Return `text` as an age file."""
        return seal_file(text.encode().ljust(_FILLED), [self.public])


@dataclass(frozen=True, slots=True)
class Tried:
    """A number that somebody typed, held against the one in their trial sheet."""

    asked_at: datetime  #: when the sheet was sent to them
    right: bool
    proven: bool  #: whether they had typed it before


# --- Asking ---------------------------------------------------------------------------------------


def trials_due(look: Look, now: datetime) -> tuple[PersonId, ...]:
    """Return about whose key something is to be done now; nobody's while the house sleeps."""
    house = house_of(look)
    if not is_awake(now, house.awake_from, house.awake_to, house.zone):
        return ()
    return tuple(who for who, one in holders(look).items() if _step(one.key, now) is not _Step.REST)


def try_key(tx: Tx, who: PersonId, now: datetime) -> tuple[Notice, ...]:
    """Return what is to be said about somebody's key, and note it; nothing while they may rest."""
    # Read under the lock: what they have just typed, or another process just asked, stays so.
    people_of(tx, [who], locked=True)
    holder = holders(tx, [who]).get(who)
    if holder is None or not _may_be_asked(tx, holder.person, now):
        return ()
    key = holder.key
    match _step(key, now):
        case _Step.ASK:
            keep_key(tx, replace(key, asked_at=now, asked=key.asked + 1))
            return (Notice(who, Kind.TRIAL, {"asked": now}),)
        case _Step.TELL_OFFICE:
            told = _to_office(tx, holder.person)
            if told:
                keep_key(tx, replace(key, asked=_OFFICE_KNOWS))
            return told
        case _Step.REST:
            return ()


def try_anew(tx: Tx, who: PersonId, now: datetime) -> None:
    """Note that somebody is sent one more, which they asked for; how often they were asked stays.

    Raises CompareAndSwapMissed where they hold no key any more.
    """
    people_of(tx, [who], locked=True)
    holder = holders(tx, [who]).get(who)
    if holder is None:
        raise CompareAndSwapMissed
    keep_key(tx, replace(holder.key, asked_at=now))


def _step(key: AgeKey, now: datetime) -> _Step:
    if key.asked_at is None or not key.asked:
        last = key.proven_at or key.made_at
        return _Step.ASK if now >= last + EVERY else _Step.REST
    if key.asked == _OFFICE_KNOWS or now < key.asked_at + AGAIN_AFTER:
        return _Step.REST
    return _Step.ASK if key.asked < ASKED_ENOUGH else _Step.TELL_OFFICE


def _may_be_asked(look: Look, person: Person, now: datetime) -> bool:
    """Say whether something may come to somebody's chat that is in no hurry at all."""
    if address_in_use(person) is None or seized_until(person, now) is not None:
        return False
    own = read_lives(look, [person.id]).found.get(person.id)
    if own is None or not hears_unasked(own.life.watches, own.life.alarms):
        return False
    return bool(_answer_for(look, person)) and not any(True for _ in asked_in(look, person))


def _to_office(look: Look, person: Person) -> tuple[Notice, ...]:
    """Return what whoever is on duty hears: of a contact, by whose contact they are."""
    return tuple(
        Notice(one, Kind.KEY_UNPROVEN, {"subject": about})
        for about, hearers in _answer_for(look, person).items()
        for one in hearers
    )


def _answer_for(look: Look, person: Person) -> Mapping[PersonId, tuple[PersonId, ...]]:
    """Return under whose name the office would hear of this person's key, and who would.

    Somebody of the office stands for themselves; a contact under everybody who may seal to them.
    """
    of_office = any(one.id == person.id for one in house_of(look).members)
    about = [person.id] if of_office else [one.id for one in person.owners]
    return {
        who: duty(who, one.life.roster, terms_of(one.life).never_tell)
        for who, one in read_lives(look, about).found.items()
        if of_office or (not _has_left(one.person) and one.life.roster.is_contact(person.id))
    }


def _has_left(person: Person) -> bool:
    return person.standing is Standing.LEFT


# --- The sheet and its number ---------------------------------------------------------------------


def trial_for(look: Look, notice: Notice) -> Trial | None:
    """Return what a notice hands on; None once another was sent, it was answered, or the key went.

    The same notice brings the same number each time.
    """
    holder = holders(look, [notice.to]).get(notice.to)
    if holder is None or not _is_waited_for(holder.key, notice):
        return None
    key = holder.key
    number = number_for(look.keys.newest(Purpose.LINKS), _DIGITS, *_bound(key))
    return Trial(number, key.public)


def still_tried(look: Look, notice: Notice, reader: Person, now: datetime) -> bool:
    """Say whether a trial sheet may still be sent."""
    if seized_until(reader, now) is not None:
        return False
    holder = holders(look, [reader.id]).get(reader.id)
    return holder is not None and _is_waited_for(holder.key, notice)


def tried(look: Look, who: PersonId, number: str, at: datetime) -> Tried | None:
    """Return what a number of six digits is to the trial of whoever typed it; None without one.

    For a week after it was answered, it is answered once more: whoever looks at the answers of a
    phone in other hands, where nothing is proven, sees no difference.
    """
    holder = holders(look, [who]).get(who)
    if holder is None or holder.key.asked_at is None or len(number) != _DIGITS:
        return None
    key, asked_at = holder.key, holder.key.asked_at
    if not key.asked and key.proven_at is not None and at >= key.proven_at + AGAIN_AFTER:
        return None
    right = knows_number(look.keys.held(Purpose.LINKS), number, *_bound(key))
    return Tried(asked_at, right, proven=not key.asked)


def prove_key(tx: Tx, who: PersonId, asked_at: datetime, at: datetime) -> None:
    """Note that somebody showed at `at` that they hold their key.

    Raises CompareAndSwapMissed when another trial or another key has come meanwhile.
    """
    people_of(tx, [who], locked=True)
    holder = holders(tx, [who]).get(who)
    if holder is None or holder.key.asked_at != asked_at:
        raise CompareAndSwapMissed
    keep_key(tx, replace(holder.key, asked=0, proven_at=max(at, asked_at)))


def _is_waited_for(key: AgeKey, notice: Notice) -> bool:
    return key.asked > 0 and key.asked_at == notice.facts["asked"]


def _bound(key: AgeKey) -> tuple[bytes, bytes, int]:
    assert key.asked_at is not None
    return key.person, key.public, to_micros(key.asked_at)
