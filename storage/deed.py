"""What a handler wants: events, people to keep, things to say. It neither commits nor speaks.

The journal writes a deed together with "done" in one transaction (DECISIONS.md, 1).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from rules.events import AlarmEvent, Cause, WatchEvent
from rules.notices import AlarmId, Fact, Keep, Notice, Rank
from rules.people import PersonId
from rules.watch import Watch
from sealing.contents import Part
from storage.agekeys import AgeKey
from storage.cards import Card
from storage.credentials import Credentials
from storage.persons import Address, Dialogue, House, Invitation, Person


@dataclass(frozen=True, slots=True)
class Lived:
    """Something happened to a person: it reaches every watch of theirs."""

    person: PersonId
    event: WatchEvent


@dataclass(frozen=True, slots=True)
class Cried:
    """Something calls for an alarm by itself: an sos, a concern, a drill."""

    person: PersonId
    cause: Cause
    at: datetime


@dataclass(frozen=True, slots=True)
class Noted:
    """Somebody of the office did something that moves no promise; the diary keeps it."""

    person: PersonId
    by: PersonId
    at: datetime


@dataclass(frozen=True, slots=True)
class Helped:
    """Something happened to an alarm."""

    alarm: AlarmId
    event: AlarmEvent
    reason: str = ""  #: in a person's own words; goes to the diary only


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence by its id in handlers/words, and what goes into it."""

    id: str
    args: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message. What it says is also understood when typed."""

    label: Words
    data: str  #: at most 40 bytes; stamped for the chat when it is said


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer in a conversation."""

    to: Address | PersonId
    words: tuple[Words, ...]  #: joined by empty lines into one message
    buttons: tuple[tuple[Button, ...], ...] = ()
    keyboard: tuple[tuple[Words, ...], ...] | None = None  #: a reply keyboard; (): take it away
    language: str | None = None  #: None: the reader's own
    keep: Keep = Keep.BRIEFLY
    rank: Rank = Rank.REST
    sound: bool = False
    edits: int | None = None  #: the message to change instead of saying something new
    folds: tuple[Words, ...] = ()  #: the outer words that come back when inner words fold away
    alarm: AlarmId | None = None
    #: The ways ("tap", "pair sealed") for which it brings the keys under her chat; "": brings none.
    ways: str = ""
    challenge: str = ""  #: drawn when it is written, for whom a sealed way is agreed
    kid: str = ""  #: the key to which the phone then seals
    screen: str = "n"  #: which screen of the page the sealed key opens; a letter of its address
    #: The chat and the message whose place it takes; said only while that one brings the keys.
    renews: tuple[Address, int] | None = None


@dataclass(frozen=True, slots=True)
class Unsay:
    """Delete these messages: ours, or what somebody sent us (law 14)."""

    address: Address
    messages: tuple[int, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class KeepPerson:
    """Write this person as they now are: new, or guarded by the version that was read."""

    person: Person


@dataclass(frozen=True, slots=True)
class KeepCredentials:
    """Write what somebody proves with as it now is, guarded by the version that was read."""

    credentials: Credentials


@dataclass(frozen=True, slots=True)
class MakeCards:
    """Keep the codes of a new card, found again by keyed hashes only."""

    person: PersonId
    batch: bytes  #: 16 random bytes, the same for all that are printed together
    genuine: tuple[str, ...]
    forced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UseCard:
    """A code has been used; whoever comes second gets nothing."""

    card: Card


@dataclass(frozen=True, slots=True)
class DropCards:
    """Make somebody's codes worthless, all but those of one batch."""

    person: PersonId
    but: bytes


@dataclass(frozen=True, slots=True)
class KeepKey:
    """Write the key of whoever may be handed a dossier, guarded by the version that was read."""

    key: AgeKey


@dataclass(frozen=True, slots=True)
class DropKey:
    """Erase somebody's key: nothing is sealed to it, or handed to them, from now on."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class ProveKey:
    """Somebody showed at `at`, by the trial sheet sent at `asked_at`, that they hold their key."""

    person: PersonId
    asked_at: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class TryKey:
    """A trial sheet is sent at `at` to somebody who let others go by, and asked for one."""

    person: PersonId
    at: datetime


@dataclass(frozen=True, slots=True)
class KeepPart:
    """Keep a piece of a dossier until the others have come."""

    person: PersonId
    part: Part
    at: datetime


@dataclass(frozen=True, slots=True)
class KeepDossier:
    """Keep a dossier that was judged fit, in the place of what stood there."""

    person: PersonId
    section: int  #: 0: all of them
    file: bytes
    at: datetime
    parts: bytes | None = None  #: the name of the file whose pieces it was made of
    seized: bool = False  #: it came from a phone in other hands: what stands there stays


@dataclass(frozen=True, slots=True)
class WithdrawDossier:
    """Release nothing of somebody's from now on; it is erased three days later."""

    person: PersonId
    at: datetime


@dataclass(frozen=True, slots=True)
class RestoreDossier:
    """Take a withdrawal back, as far as nothing is erased yet."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class KeepHouse:
    """Write the house as it now is."""

    house: House


@dataclass(frozen=True, slots=True)
class Invite:
    """Keep an invitation."""

    invitation: Invitation


@dataclass(frozen=True, slots=True)
class UseUp:
    """An invitation has been used; whoever comes second gets nothing."""

    invitation: Invitation


@dataclass(frozen=True, slots=True)
class OpenWatch:
    """A new promise (resting; `Started` or a journey's begin follows as an event)."""

    watch: Watch


@dataclass(frozen=True, slots=True)
class Talk:
    """Keep where the conversation stands."""

    dialogue: Dialogue


@dataclass(frozen=True, slots=True)
class EndTalk:
    """The conversation is over."""

    address: Address


@dataclass(frozen=True, slots=True)
class Forget:
    """Erase what is kept about somebody; the house does it soon after."""

    person: PersonId


Change = (
    KeepPerson
    | KeepCredentials
    | MakeCards
    | UseCard
    | DropCards
    | KeepKey
    | DropKey
    | ProveKey
    | TryKey
    | KeepPart
    | KeepDossier
    | WithdrawDossier
    | RestoreDossier
    | KeepHouse
    | Invite
    | UseUp
    | OpenWatch
    | Talk
    | EndTalk
    | Forget
)
Happening = Lived | Cried | Helped | Noted


@dataclass(frozen=True, slots=True)
class Deed:
    """All that follows from one update. Written whole or not at all."""

    happenings: tuple[Happening, ...] = ()
    changes: tuple[Change, ...] = ()
    notices: tuple[Notice, ...] = ()
    replies: tuple[Reply, ...] = ()
    unsays: tuple[Unsay, ...] = ()
    notes: Mapping[PersonId, str] = field(default_factory=dict)  #: a note sent along, for the diary


NOTHING = Deed()
