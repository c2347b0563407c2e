"""Which message of a chat brings the keys under it: the newest such message is never unsaid alone.

Telegram takes a reply keyboard away together with the message that brought it (TDLib, Telegram
Desktop), and a sealed note can be sent by its key only. So a message that brings keys stays until
the next one stands there, and goes at that moment; after a normal day there is one receipt, and
under it the keys. A message older than 48 hours cannot be unsaid any more: before that, a silent
one takes its place, unless her chat must get nothing that nobody asked for (law 15).
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select, update

from rules.notices import KEYS_COME_WITH, LONGEST, Fact, Keep, Notice
from rules.people import PersonId
from rules.quieting import hears_unasked
from storage.claims import Act
from storage.deed import Reply, Words
from storage.lives import read_lives
from storage.people import UNREADABLE
from storage.persons import Address
from storage.rows import read_noun, write_noun
from storage.subjects import open_subject
from storage.tables import chats, people
from storage.transactions import Look, Tx

#: A message that brings keys is renewed this long after it was told, if nothing took its place.
RENEWED_AFTER = LONGEST - timedelta(hours=1)

_log = logging.getLogger(__name__)

_BUCKET = 64
_APART = "page"  #: among ways: the key of another screen of the page; it is not renewed
_CHAT = (
    select(chats.c.id, chats.c.person_id, chats.c.sealed_keys, people.c.sealed_key)
    .join(people, people.c.id == chats.c.person_id)
    .where(chats.c.blind.in_(bindparam("blinds", expanding=True)))
)
_UPDATE = (
    update(chats).where(chats.c.id == bindparam("b_id")).values(sealed_keys=bindparam("sealed"))
)


@dataclass(frozen=True, slots=True)
class Bearer:
    """The message that brings the keys of a chat; 0 once they were taken away."""

    message: int


def brings_keys(act: Act) -> bool:
    """Say whether a message that says this brings keys, or takes them away."""
    match act:
        case Notice(kind=kind):
            return kind in KEYS_COME_WITH
        case Reply(ways=ways, keyboard=keyboard, edits=edits):
            return edits is None and (bool(ways) or keyboard == ())
        case _:
            return False


def take_over(tx: Tx, chat: Address, act: Act, message: int) -> int | None:
    """Let `message` bring the keys of this chat from now on; return the one that goes instead.

    None where there was none, and where the chat is nobody's any more.
    """
    row = _row(tx, chat)
    if row is None:
        return None
    try:
        subject = open_subject(tx.keys, PersonId(row.person_id), row.sealed_key)
    except UNREADABLE as error:
        _report(row.id, error)
        return None
    before = _bearer(tx, row)
    taken = isinstance(act, Reply) and act.keyboard == ()
    written = write_noun(Bearer(0 if taken else message))
    sealed = subject.seal("chats", "sealed_keys", row.id, written, bucket=_BUCKET)
    tx.connection.execute(_UPDATE, {"b_id": row.id, "sealed": sealed})
    return before or None


def let_go(tx: Tx, chat: Address) -> int | None:
    """Return the message that brings the keys of this chat; whoever asks lets it be unsaid."""
    row = _row(tx, chat)
    return None if row is None else _bearer(tx, row) or None


def renewal(act: Act, chat: Address, message: int, told_at: datetime, to: PersonId) -> Reply | None:
    """Return what takes the place of a message that brings keys before it is too old to be unsaid.

    None where the next receipt comes sooner anyway, or where there are no keys.
    """
    due: Fact | None = None
    match act:
        case Notice(facts=facts):
            ways, due = str(facts.get("ways", "tap")), facts.get("due")
        case Reply(ways=ways):
            pass
        case _:
            return None
    ways = " ".join(one for one in ways.split() if one != _APART)
    words, place = (Words("menu-keys"),), (chat, message)
    if not ways and brings_keys(act):
        # Whoever sends no notes has asked for one key, and has not used it.
        away = (Words("own-key-put-away"),)
        return Reply(to=to, words=away, keyboard=(), keep=Keep.BRIEFLY, renews=place)
    if not ways or (isinstance(due, datetime) and due < told_at + RENEWED_AFTER):
        return None
    return Reply(to=to, words=words, ways=ways, keep=Keep.LONGEST, renews=place)


def is_wanted(look: Look, reply: Reply) -> bool:
    """Say whether a renewal still has something to renew, and may come now."""
    if reply.renews is None:
        return True
    chat, message = reply.renews
    row = _row(look, chat)
    if row is None or _bearer(look, row) != message:
        return False
    if reply.keyboard == ():
        return True
    person = PersonId(row.person_id)
    found = read_lives(look, [person]).found.get(person)
    return found is not None and hears_unasked(found.life.watches, found.life.alarms)


def _row(look: Look, chat: Address) -> Any:
    blinds = look.keys.blinds("chat", chat.bot, chat.chat)
    return look.connection.execute(_CHAT, {"blinds": blinds}).one_or_none()


def _bearer(look: Look, row: Any) -> int:
    if row.sealed_keys is None:
        return 0
    try:
        subject = open_subject(look.keys, PersonId(row.person_id), row.sealed_key)
        opened = subject.unseal("chats", "sealed_keys", row.id, row.sealed_keys)
        return read_noun(Bearer, opened).message
    except UNREADABLE as error:
        # One message stays too long in one chat; what is to be said to everybody else goes on.
        _report(row.id, error)
        return 0


def _report(row: bytes, error: Exception) -> None:
    _log.error("keys-unreadable id=%s why=%s", row.hex(), type(error).__name__)
