"""What is kept of conversations: where each one stands, and the invitations that are out."""

import logging
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from sealing.fields import Place
from sealing.keyring import Purpose
from storage.moments import to_micros
from storage.people import UNREADABLE
from storage.persons import Address, Dialogue, Invitation
from storage.rows import read_dialogue, read_invitation, write_dialogue, write_invitation
from storage.tables import dialogues, invitations
from storage.transactions import Look, Tx
from storage.versions import CompareAndSwapMissed, taken, wrote

_BUCKET = 512

_log = logging.getLogger(__name__)

_DIALOGUE = select(dialogues.c.blind, dialogues.c.version, dialogues.c.sealed_step).where(
    dialogues.c.blind.in_(bindparam("blinds", expanding=True))
)
_TALK_ON = (
    update(dialogues)
    .where(dialogues.c.blind == bindparam("b_blind"), dialogues.c.version == bindparam("b_version"))
    .values(
        version=bindparam("version"),
        expires_at=bindparam("expires_at"),
        sealed_step=bindparam("sealed_step"),
    )
)
_END = delete(dialogues).where(dialogues.c.blind.in_(bindparam("blinds", expanding=True)))
_INVITATION = select(invitations.c.digest, invitations.c.sealed_invitation).where(
    invitations.c.digest.in_(bindparam("digests", expanding=True))
)
_USE_UP = delete(invitations).where(invitations.c.digest == bindparam("b_digest"))


def dialogue_of(look: Look, address: Address, at: datetime) -> Dialogue | None:
    """Return where the conversation in this chat stands, unless it has expired.

    One that does not open is over: whoever writes there is heard all the same.
    """
    for row in look.connection.execute(_DIALOGUE, {"blinds": _blinds(look, address)}):
        try:
            opened = look.keys.unseal(Purpose.DIALOGUES, _talk(row.blind), row.sealed_step)
            found = read_dialogue(opened, row.version)
        except UNREADABLE as error:
            _log.error("dialogue-unreadable why=%s", type(error).__name__)
            return None
        return found if found.expires_at > at else None
    return None


def talk(tx: Tx, dialogue: Dialogue) -> None:
    """Keep where a conversation stands, new (version 0) or guarded by the version that was read."""
    blind = tx.keys.blind("dialogue", *_named(dialogue.address))
    row = {
        "version": dialogue.version + 1,
        "expires_at": to_micros(dialogue.expires_at),
        "sealed_step": tx.keys.seal(
            Purpose.DIALOGUES, _talk(blind), write_dialogue(dialogue), bucket=_BUCKET
        ),
    }
    if dialogue.version:
        guarded = {"b_blind": blind, "b_version": dialogue.version}
        wrote(tx.connection.execute(_TALK_ON, {**row, **guarded}), 1)
        return
    # A first step may come while an expired conversation still lies there.
    end_talk(tx, dialogue.address)
    try:
        tx.connection.execute(insert(dialogues).values(blind=blind, **row))
    except IntegrityError as error:
        raise taken(error) from error


def end_talk(tx: Tx, address: Address) -> None:
    """Erase where the conversation in this chat stands."""
    tx.connection.execute(_END, {"blinds": _blinds(tx, address)})


def invitation_with(look: Look, digests: tuple[bytes, ...], at: datetime) -> Invitation | None:
    """Return the invitation whose token has one of these digests, unless it has expired.

    One that does not open is none: whoever has the link hears so, and gets another.
    """
    for row in look.connection.execute(_INVITATION, {"digests": digests}):
        try:
            found = open_invitation(look, row.digest, row.sealed_invitation)
        except UNREADABLE as error:
            _log.error("invitation-unreadable why=%s", type(error).__name__)
            return None
        return found if found.expires_at > at else None
    return None


def open_invitation(look: Look, digest: bytes, sealed: bytes) -> Invitation:
    """Return the invitation that this row holds."""
    return read_invitation(look.keys.unseal(Purpose.HOUSE, _link(digest), sealed))


def invite(tx: Tx, invitation: Invitation) -> None:
    """Keep an invitation until it is used up or expires."""
    sealed = tx.keys.seal(
        Purpose.HOUSE, _link(invitation.digest), write_invitation(invitation), bucket=_BUCKET
    )
    row = {
        "digest": invitation.digest,
        "expires_at": to_micros(invitation.expires_at),
        "sealed_invitation": sealed,
    }
    tx.connection.execute(insert(invitations).values(row))


def use_up(tx: Tx, invitation: Invitation) -> None:
    """Erase an invitation. Raises CompareAndSwapMissed for whoever comes second."""
    result = tx.connection.execute(_USE_UP, {"b_digest": invitation.digest})
    if result.rowcount != 1:
        raise CompareAndSwapMissed


def _named(address: Address) -> tuple[int, int]:
    return address.bot, address.chat


def _blinds(look: Look, address: Address) -> tuple[bytes, ...]:
    return look.keys.blinds("dialogue", *_named(address))


def _talk(blind: bytes) -> Place:
    return Place("dialogues", "sealed_step", blind)


def _link(digest: bytes) -> Place:
    return Place("invitations", "sealed_invitation", digest)
