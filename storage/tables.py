"""The tables as data. What could expose somebody is sealed; every plain column gives its reason.

Here stand people and what is promised and done for them; what comes in and goes out stands in
`post_tables`, dossiers in `dossier_tables`. Lock order on PostgreSQL: people (FOR NO KEY UPDATE,
which does not wait for foreign keys), watches, alarms, notices, each by id.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    Table,
    UniqueConstraint,
    text,
)

from storage import dossier_tables, post_tables
from storage.columns import (
    BLIND_SAYS,
    ID,
    ID_SAYS,
    ID_SIZE,
    KEY_SAYS,
    MOMENT,
    PERSON_SAYS,
    ROW_SAYS,
    STUCK_SAYS,
    VERSION_SAYS,
    guarded,
    metadata,
    named,
    numbered,
    of_person,
    only,
    sealed,
    stuck,
)
from storage.dossier_tables import dossier_parts, dossiers, inlets, recipients
from storage.post_tables import dialogues, ears, inbox, invitations, leases, notices

__all__ = [
    "ID_SIZE",
    "ONE_SCOPE",
    "PLAIN",
    "alarms",
    "cards",
    "chats",
    "credentials",
    "dialogues",
    "diary",
    "dossier_parts",
    "dossiers",
    "ears",
    "heads",
    "house",
    "inbox",
    "inlets",
    "invitations",
    "leases",
    "metadata",
    "notices",
    "people",
    "recipients",
    "watches",
]

ONE_SCOPE = 0  #: one house has one scope, until several circles share a database

people = Table(
    "people",
    metadata,
    numbered(),
    named(),
    Column("scope", SmallInteger, nullable=False, server_default=text("0")),
    guarded(),
    Column("blind_code", ID, unique=True),
    Column("key_version", SmallInteger, nullable=False),
    sealed("key"),
    sealed("profile"),
)

chats = Table(
    "chats",
    metadata,
    numbered(),
    named(),
    Column("blind", ID, nullable=False, unique=True),
    Column("index_version", SmallInteger, nullable=False),
    of_person(),
    sealed("chat"),
    sealed("keys", nullable=True),
)

credentials = Table(
    "credentials",
    metadata,
    numbered(),
    named(),
    of_person(unique=True),
    guarded(),
    sealed("credentials"),
)

cards = Table(
    "cards",
    metadata,
    numbered(),
    named(),
    of_person(),
    Column("blind", ID, nullable=False, unique=True),
    sealed("card"),
)

watches = Table(
    "watches",
    metadata,
    numbered(),
    named(),
    of_person(),
    Column("stage", SmallInteger, nullable=False),
    Column("wake_at", MOMENT),
    Column("deaf_at", MOMENT),
    guarded(),
    *stuck(),
    sealed("watch"),
    # Law 2: a promise that runs always has a next moment; only a resting one (0) may have none.
    CheckConstraint("stage = 0 OR wake_at IS NOT NULL", name="wakes"),
    CheckConstraint("stage BETWEEN 0 AND 3", name="stage"),
)
Index("ix_watches_wake_at", watches.c.wake_at, **only(watches.c.wake_at.is_not(None)))
Index("ix_watches_deaf_at", watches.c.deaf_at, **only(watches.c.deaf_at.is_not(None)))
# Asked twice a minute: without it, everybody's row would be read to find that none is stuck.
Index("ix_watches_stuck_since", watches.c.stuck_since, **only(watches.c.stuck_since.is_not(None)))

alarms = Table(
    "alarms",
    metadata,
    numbered(),
    named(),
    of_person(),
    Column("stage", SmallInteger, nullable=False),
    Column("wake_at", MOMENT),
    Column("number", Integer, nullable=False, unique=True),
    guarded(),
    *stuck(),
    # Keyed by person and kind while it is open, so that no second one of that kind opens.
    Column("blind_open", ID, unique=True),
    sealed("alarm"),
    # Law 5: only a closed alarm (2) is quiet.
    CheckConstraint("(stage = 2) = (wake_at IS NULL)", name="wakes"),
    CheckConstraint("(stage = 2) = (blind_open IS NULL)", name="open"),
    CheckConstraint("stage BETWEEN 0 AND 2", name="stage"),
)
Index("ix_alarms_wake_at", alarms.c.wake_at, **only(alarms.c.wake_at.is_not(None)))
Index("ix_alarms_stuck_since", alarms.c.stuck_since, **only(alarms.c.stuck_since.is_not(None)))

diary = Table(
    "diary",
    metadata,
    numbered(),
    named(),
    Column("subject_id", ID, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    sealed("line"),
    UniqueConstraint("subject_id", "seq"),
)

heads = Table(
    "heads",
    metadata,
    numbered(),
    named(),
    Column("made_at", MOMENT, nullable=False, index=True),
    Column("digest", LargeBinary(32), nullable=False),
    Column("mark", LargeBinary, nullable=False),
)

house = Table(
    "house",
    metadata,
    numbered(),
    Column("scope", SmallInteger, nullable=False, unique=True),
    guarded(),
    sealed("house"),
)

#: Why each plain column is plain; a test fails on one that is not listed (DECISIONS.md, 13).
PLAIN: dict[str, str] = {
    **post_tables.PLAIN,
    **dossier_tables.PLAIN,
    "people.row": ROW_SAYS,
    "people.id": ID_SAYS,
    "people.scope": "which circle of the organisation; one number for all until there are several",
    "people.version": VERSION_SAYS,
    "people.blind_code": BLIND_SAYS,
    "people.key_version": KEY_SAYS,
    "chats.row": ROW_SAYS,
    "chats.id": ID_SAYS,
    "chats.blind": BLIND_SAYS,
    "chats.index_version": KEY_SAYS,
    "chats.person_id": PERSON_SAYS,
    "credentials.row": ROW_SAYS,
    "credentials.id": ID_SAYS,
    "credentials.person_id": PERSON_SAYS,
    "credentials.version": VERSION_SAYS,
    "cards.row": ROW_SAYS,
    "cards.id": ID_SAYS,
    "cards.person_id": PERSON_SAYS,
    "cards.blind": BLIND_SAYS,
    "watches.row": ROW_SAYS,
    "watches.id": ID_SAYS,
    "watches.person_id": PERSON_SAYS,
    "watches.stage": "the database itself keeps law 2; a duress check-in does not change it",
    "watches.wake_at": "the sweep asks one indexed question: what is awake?",
    "watches.deaf_at": "the same question for when nothing can be heard",
    "watches.version": VERSION_SAYS,
    "watches.hurdles": STUCK_SAYS,
    "watches.stuck_since": STUCK_SAYS,
    "alarms.row": ROW_SAYS,
    "alarms.id": ID_SAYS,
    "alarms.person_id": PERSON_SAYS,
    "alarms.stage": "the database itself keeps law 5: only a closed alarm is quiet",
    "alarms.wake_at": "the sweep asks one indexed question: what is awake?",
    "alarms.number": "coordinators call an alarm by its number; it counts alarms, not people",
    "alarms.version": VERSION_SAYS,
    "alarms.hurdles": STUCK_SAYS,
    "alarms.stuck_since": STUCK_SAYS,
    "alarms.blind_open": BLIND_SAYS,
    "diary.row": ROW_SAYS,
    "diary.id": ID_SAYS,
    "diary.subject_id": PERSON_SAYS,
    "diary.seq": "the place of a line in its chain",
    "diary.hash": "chains sealed bytes, so that a missing or changed line shows",
    "heads.row": ROW_SAYS,
    "heads.id": ID_SAYS,
    "heads.made_at": "when the diary was signed; every hour, whatever happened",
    "heads.digest": "a hash over all ends of chains, which are hashes of sealed bytes",
    "heads.mark": "a signature over that hash; anybody may read it",
    "house.row": ROW_SAYS,
    "house.scope": "which circle of the organisation; one number for all until there are several",
    "house.version": VERSION_SAYS,
}
