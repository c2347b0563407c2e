"""The tables as data. What could expose somebody is sealed; every plain column gives its reason.

Moments are microseconds since 1970 in UTC, ids are 16 random bytes, stages are small numbers. `row`
is for the database alone and never leaves storage. Lock order on PostgreSQL: people (FOR NO KEY
UPDATE, which does not wait for foreign keys), watches, alarms, notices, each by id.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ID_SIZE = 16
ONE_SCOPE = 0  #: one house has one scope, until several circles share a database

# SQLite numbers rows by itself only where the type is exactly INTEGER.
_Row = BigInteger().with_variant(Integer, "sqlite")
_Id = LargeBinary(ID_SIZE)
_Moment = BigInteger


def _row() -> Column[int]:
    return Column("row", _Row, primary_key=True, autoincrement=True)


def _id() -> Column[bytes]:
    return Column("id", _Id, nullable=False, unique=True)


def _of_person() -> Column[bytes]:
    return Column("person_id", _Id, ForeignKey("people.id"), nullable=False, index=True)


def _sealed(name: str, *, nullable: bool = False) -> Column[bytes]:
    return Column(f"sealed_{name}", LargeBinary, nullable=nullable)


def _stuck() -> tuple[Column[int], Column[int]]:
    return (
        Column("hurdles", SmallInteger, nullable=False, server_default=text("0")),
        Column("stuck_since", _Moment),
    )


def _version() -> Column[int]:
    return Column("version", Integer, nullable=False)


def _only(condition: ColumnElement[bool]) -> dict[str, Any]:
    """Return what makes an index cover only the rows for which `condition` holds."""
    return {f"{dialect}_where": condition for dialect in ("sqlite", "postgresql")}


people = Table(
    "people",
    metadata,
    _row(),
    _id(),
    Column("scope", SmallInteger, nullable=False, server_default=text("0")),
    _version(),
    Column("blind_code", _Id, unique=True),
    Column("key_version", SmallInteger, nullable=False),
    _sealed("key"),
    _sealed("profile"),
)

chats = Table(
    "chats",
    metadata,
    _row(),
    _id(),
    Column("blind", _Id, nullable=False, unique=True),
    Column("index_version", SmallInteger, nullable=False),
    _of_person(),
    _sealed("chat"),
    _sealed("keys", nullable=True),
)

credentials = Table(
    "credentials",
    metadata,
    _row(),
    _id(),
    Column("person_id", _Id, ForeignKey("people.id"), nullable=False, unique=True),
    _version(),
    _sealed("credentials"),
)

cards = Table(
    "cards",
    metadata,
    _row(),
    _id(),
    _of_person(),
    Column("blind", _Id, nullable=False, unique=True),
    _sealed("card"),
)

watches = Table(
    "watches",
    metadata,
    _row(),
    _id(),
    _of_person(),
    Column("stage", SmallInteger, nullable=False),
    Column("wake_at", _Moment),
    Column("deaf_at", _Moment),
    _version(),
    *_stuck(),
    _sealed("watch"),
    # Law 2: a promise that runs always has a next moment; only a resting one (0) may have none.
    CheckConstraint("stage = 0 OR wake_at IS NOT NULL", name="wakes"),
    CheckConstraint("stage BETWEEN 0 AND 3", name="stage"),
)
Index("ix_watches_wake_at", watches.c.wake_at, **_only(watches.c.wake_at.is_not(None)))
Index("ix_watches_deaf_at", watches.c.deaf_at, **_only(watches.c.deaf_at.is_not(None)))
# Asked twice a minute: without it, everybody's row would be read to find that none is stuck.
Index("ix_watches_stuck_since", watches.c.stuck_since, **_only(watches.c.stuck_since.is_not(None)))

alarms = Table(
    "alarms",
    metadata,
    _row(),
    _id(),
    _of_person(),
    Column("stage", SmallInteger, nullable=False),
    Column("wake_at", _Moment),
    Column("number", Integer, nullable=False, unique=True),
    _version(),
    *_stuck(),
    # Keyed by person and kind while it is open, so that no second one of that kind opens.
    Column("blind_open", _Id, unique=True),
    _sealed("alarm"),
    # Law 5: only a closed alarm (2) is quiet.
    CheckConstraint("(stage = 2) = (wake_at IS NULL)", name="wakes"),
    CheckConstraint("(stage = 2) = (blind_open IS NULL)", name="open"),
    CheckConstraint("stage BETWEEN 0 AND 2", name="stage"),
)
Index("ix_alarms_wake_at", alarms.c.wake_at, **_only(alarms.c.wake_at.is_not(None)))
Index("ix_alarms_stuck_since", alarms.c.stuck_since, **_only(alarms.c.stuck_since.is_not(None)))

notices = Table(
    "notices",
    metadata,
    _row(),
    _id(),
    Column("alarm_id", _Id),
    Column("rank", SmallInteger, nullable=False),
    # A claimed notice falls due again at the end of its lease: claiming moves `try_at` there.
    Column("try_at", _Moment, nullable=False),
    Column("tries", SmallInteger, nullable=False, server_default=text("0")),
    Column("fence", Integer),
    Column("born_at", _Moment, nullable=False),
    _sealed("notice"),
)
Index("ix_notices_turn", notices.c.rank, notices.c.try_at, notices.c.row)
Index("ix_notices_alarm_id", notices.c.alarm_id, **_only(notices.c.alarm_id.is_not(None)))
Index("ix_notices_fence", notices.c.fence, **_only(notices.c.fence.is_not(None)))

inbox = Table(
    "inbox",
    metadata,
    _row(),
    Column("bot", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("state", SmallInteger, nullable=False, server_default=text("0")),
    Column("tries", SmallInteger, nullable=False, server_default=text("0")),
    Column("try_at", _Moment, nullable=False),
    Column("received_at", _Moment, nullable=False),
    Column("holds_from", _Moment),
    Column("lane", _Id),
    Column("card", _Id),
    _sealed("raw", nullable=True),
    UniqueConstraint("bot", "update_id"),
    CheckConstraint("state BETWEEN 0 AND 2", name="state"),
    # Done (1) means that nothing of it is left; anything else can still be read and decided.
    CheckConstraint("(state = 1) = (sealed_raw IS NULL)", name="erased"),
    CheckConstraint("(state = 1) = (lane IS NULL)", name="loosened"),
    CheckConstraint("(state = 1) = (holds_from IS NULL)", name="released"),
)
Index("ix_inbox_waiting", inbox.c.row, **_only(inbox.c.state == text("0")))
Index("ix_inbox_received_at", inbox.c.received_at)

ears = Table(
    "ears",
    metadata,
    _row(),
    Column("bot", BigInteger, nullable=False, unique=True),
    Column("fetched_until", _Moment),
    Column("next_offset", BigInteger, nullable=False),
    Column("fence", Integer, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    _row(),
    Column("name", String(64), nullable=False, unique=True),
    Column("fence", Integer, nullable=False),
    Column("until", _Moment, nullable=False),
)

dialogues = Table(
    "dialogues",
    metadata,
    _row(),
    Column("blind", _Id, nullable=False, unique=True),
    _version(),
    Column("expires_at", _Moment, nullable=False, index=True),
    _sealed("step"),
)

invitations = Table(
    "invitations",
    metadata,
    _row(),
    Column("digest", _Id, nullable=False, unique=True),
    Column("expires_at", _Moment, nullable=False, index=True),
    _sealed("invitation"),
)

diary = Table(
    "diary",
    metadata,
    _row(),
    _id(),
    Column("subject_id", _Id, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    _sealed("line"),
    UniqueConstraint("subject_id", "seq"),
)

heads = Table(
    "heads",
    metadata,
    _row(),
    _id(),
    Column("made_at", _Moment, nullable=False, index=True),
    Column("digest", LargeBinary(32), nullable=False),
    Column("mark", LargeBinary, nullable=False),
)

house = Table(
    "house",
    metadata,
    _row(),
    Column("scope", SmallInteger, nullable=False, unique=True),
    _version(),
    _sealed("house"),
)

_ROW = "orders rows for the database; never leaves storage, says nothing of anybody"
_ID = "16 random bytes"
_PERSON = "16 random bytes; whose they are stands only inside sealed values"
_GUARD = "counts writes, so that none overrules another; grows alike for every kind of check-in"
_NUMBERED = "says which key opens or finds the row, so that keys can be changed"
_BLIND = "a keyed hash; says nothing to whoever lacks the key"
_STUCK = "counts failed decisions, so that a row nobody can decide is found by the operator"
_EXPIRY = "what has expired is found and erased without opening it"

#: Why each plain column is plain; a test fails on one that is not listed (DECISIONS.md, 13).
PLAIN: dict[str, str] = {
    "people.row": _ROW,
    "people.id": _ID,
    "people.scope": "which circle of the organisation; one number for all until there are several",
    "people.version": _GUARD,
    "people.blind_code": _BLIND,
    "people.key_version": _NUMBERED,
    "chats.row": _ROW,
    "chats.id": _ID,
    "chats.blind": _BLIND,
    "chats.index_version": _NUMBERED,
    "chats.person_id": _PERSON,
    "credentials.row": _ROW,
    "credentials.id": _ID,
    "credentials.person_id": _PERSON,
    "credentials.version": _GUARD,
    "cards.row": _ROW,
    "cards.id": _ID,
    "cards.person_id": _PERSON,
    "cards.blind": _BLIND,
    "watches.row": _ROW,
    "watches.id": _ID,
    "watches.person_id": _PERSON,
    "watches.stage": "the database itself keeps law 2; a duress check-in does not change it",
    "watches.wake_at": "the sweep asks one indexed question: what is awake?",
    "watches.deaf_at": "the same question for when nothing can be heard",
    "watches.version": _GUARD,
    "watches.hurdles": _STUCK,
    "watches.stuck_since": _STUCK,
    "alarms.row": _ROW,
    "alarms.id": _ID,
    "alarms.person_id": _PERSON,
    "alarms.stage": "the database itself keeps law 5: only a closed alarm is quiet",
    "alarms.wake_at": "the sweep asks one indexed question: what is awake?",
    "alarms.number": "coordinators call an alarm by its number; it counts alarms, not people",
    "alarms.version": _GUARD,
    "alarms.hurdles": _STUCK,
    "alarms.stuck_since": _STUCK,
    "alarms.blind_open": _BLIND,
    "notices.row": _ROW,
    "notices.id": _ID,
    "notices.alarm_id": "what an alarm has not said yet is dropped with it, without opening it",
    "notices.rank": "who is told first; duress, sos and first alarms share one rank",
    "notices.try_at": "when it is said, said again, or taken over from somebody who died",
    "notices.tries": "how often it was claimed; everybody with one is told the end",
    "notices.fence": "who claimed it, so that a new start takes over from a dead one",
    "notices.born_at": "how long it has been waiting; doctor and pulse watch it",
    "inbox.row": _ROW,
    "inbox.bot": "our own bot's id, which its name gives away to everybody",
    "inbox.update_id": "Telegram's running number per bot; what came twice is known by it",
    "inbox.state": "waiting, done or dead",
    "inbox.tries": "how often it failed; after five it is set aside",
    "inbox.try_at": "when a failed one is tried again",
    "inbox.received_at": "when the poll that brought it was asked; old ones are erased by it",
    "inbox.holds_from": "until it is done, silence since then proves nothing; erased when done",
    "inbox.lane": "a keyed hash of the chat, for order within it; erased when done",
    "inbox.card": "whose silence waits for it, by the random id of a card; erased when done",
    "ears.row": _ROW,
    "ears.bot": "our own bot's id, which its name gives away to everybody",
    "ears.fetched_until": "up to when everything said was fetched; the same for everybody",
    "ears.next_offset": "Telegram's running number, from which the next poll goes on",
    "ears.fence": "which poller wrote last; an older one writes nothing",
    "leases.row": _ROW,
    "leases.name": "a word of ours for work that only one process does at a time",
    "leases.fence": "which holder this is, counted",
    "leases.until": "when it lapses unless kept",
    "dialogues.row": _ROW,
    "dialogues.blind": _BLIND,
    "dialogues.version": _GUARD,
    "dialogues.expires_at": _EXPIRY,
    "invitations.row": _ROW,
    "invitations.digest": "a keyed hash of the link's token: enough to know it, not to use it",
    "invitations.expires_at": _EXPIRY,
    "diary.row": _ROW,
    "diary.id": _ID,
    "diary.subject_id": _PERSON,
    "diary.seq": "the place of a line in its chain",
    "diary.hash": "chains sealed bytes, so that a missing or changed line shows",
    "heads.row": _ROW,
    "heads.id": _ID,
    "heads.made_at": "when the diary was signed; every hour, whatever happened",
    "heads.digest": "a hash over all ends of chains, which are hashes of sealed bytes",
    "heads.mark": "a signature over that hash; anybody may read it",
    "house.row": _ROW,
    "house.scope": "which circle of the organisation; one number for all until there are several",
    "house.version": _GUARD,
}
