"""The tables of what comes in and goes out: inbox, outbox, conversations, and who works on them."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    text,
)

from storage.columns import (
    BLIND_SAYS,
    EXPIRY_SAYS,
    ID,
    ID_SAYS,
    MOMENT,
    ROW_SAYS,
    VERSION_SAYS,
    guarded,
    metadata,
    named,
    numbered,
    only,
    sealed,
)

notices = Table(
    "notices",
    metadata,
    numbered(),
    named(),
    Column("alarm_id", ID),
    Column("rank", SmallInteger, nullable=False),
    # A claimed notice falls due again at the end of its lease: claiming moves `try_at` there.
    Column("try_at", MOMENT, nullable=False),
    Column("tries", SmallInteger, nullable=False, server_default=text("0")),
    Column("fence", Integer),
    Column("born_at", MOMENT, nullable=False),
    sealed("notice"),
)
Index("ix_notices_turn", notices.c.rank, notices.c.try_at, notices.c.row)
Index("ix_notices_alarm_id", notices.c.alarm_id, **only(notices.c.alarm_id.is_not(None)))
Index("ix_notices_fence", notices.c.fence, **only(notices.c.fence.is_not(None)))

inbox = Table(
    "inbox",
    metadata,
    numbered(),
    Column("bot", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("state", SmallInteger, nullable=False, server_default=text("0")),
    Column("tries", SmallInteger, nullable=False, server_default=text("0")),
    Column("try_at", MOMENT, nullable=False),
    Column("received_at", MOMENT, nullable=False),
    Column("holds_from", MOMENT),
    Column("lane", ID),
    Column("card", ID),
    sealed("raw", nullable=True),
    UniqueConstraint("bot", "update_id"),
    CheckConstraint("state BETWEEN 0 AND 2", name="state"),
    # Done (1) means that nothing of it is left; anything else can still be read and decided.
    CheckConstraint("(state = 1) = (sealed_raw IS NULL)", name="erased"),
    CheckConstraint("(state = 1) = (lane IS NULL)", name="loosened"),
    CheckConstraint("(state = 1) = (holds_from IS NULL)", name="released"),
)
Index("ix_inbox_waiting", inbox.c.row, **only(inbox.c.state == text("0")))
Index("ix_inbox_received_at", inbox.c.received_at)

ears = Table(
    "ears",
    metadata,
    numbered(),
    Column("bot", BigInteger, nullable=False, unique=True),
    Column("fetched_until", MOMENT),
    Column("next_offset", BigInteger, nullable=False),
    Column("fence", Integer, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    numbered(),
    Column("name", String(64), nullable=False, unique=True),
    Column("fence", Integer, nullable=False),
    Column("until", MOMENT, nullable=False),
)

dialogues = Table(
    "dialogues",
    metadata,
    numbered(),
    Column("blind", ID, nullable=False, unique=True),
    guarded(),
    Column("expires_at", MOMENT, nullable=False, index=True),
    sealed("step"),
)

invitations = Table(
    "invitations",
    metadata,
    numbered(),
    Column("digest", ID, nullable=False, unique=True),
    Column("expires_at", MOMENT, nullable=False, index=True),
    sealed("invitation"),
)

#: Why each plain column of these tables is plain.
PLAIN: dict[str, str] = {
    "notices.row": ROW_SAYS,
    "notices.id": ID_SAYS,
    "notices.alarm_id": "what an alarm has not said yet is dropped with it, without opening it",
    "notices.rank": "who is told first; duress, sos and first alarms share one rank",
    "notices.try_at": "when it is said, said again, or taken over from somebody who died",
    "notices.tries": "how often it was claimed; everybody with one is told the end",
    "notices.fence": "who claimed it, so that a new start takes over from a dead one",
    "notices.born_at": "how long it has been waiting; doctor and pulse watch it",
    "inbox.row": ROW_SAYS,
    "inbox.bot": "our own bot's id, which its name gives away to everybody",
    "inbox.update_id": "Telegram's running number per bot; what came twice is known by it",
    "inbox.state": "waiting, done or dead",
    "inbox.tries": "how often it failed; after five it is set aside",
    "inbox.try_at": "when a failed one is tried again",
    "inbox.received_at": "when the poll that brought it was asked; old ones are erased by it",
    "inbox.holds_from": "until it is done, silence since then proves nothing; erased when done",
    "inbox.lane": "a keyed hash of the chat, for order within it; erased when done",
    "inbox.card": "whose silence waits for it, by the random id of a card; erased when done",
    "ears.row": ROW_SAYS,
    "ears.bot": "our own bot's id, which its name gives away to everybody",
    "ears.fetched_until": "up to when everything said was fetched; the same for everybody",
    "ears.next_offset": "Telegram's running number, from which the next poll goes on",
    "ears.fence": "which poller wrote last; an older one writes nothing",
    "leases.row": ROW_SAYS,
    "leases.name": "a word of ours for work that only one process does at a time",
    "leases.fence": "which holder this is, counted",
    "leases.until": "when it lapses unless kept",
    "dialogues.row": ROW_SAYS,
    "dialogues.blind": BLIND_SAYS,
    "dialogues.version": VERSION_SAYS,
    "dialogues.expires_at": EXPIRY_SAYS,
    "invitations.row": ROW_SAYS,
    "invitations.digest": "a keyed hash of the link's token: enough to know it, not to use it",
    "invitations.expires_at": EXPIRY_SAYS,
}
