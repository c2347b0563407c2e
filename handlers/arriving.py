"""Reads what an update brings: what was said, pressed or sent, first hand or not, and by whom.

Edited, forwarded, scheduled and via-bot messages are never a sign of life (law 10). Somebody who
has left is a stranger.
"""

from dataclasses import replace
from datetime import datetime

from telegram import Message, Update

from handlers.context import Attached, Hearing, Rooms
from handlers.understanding import latin, meanings
from storage.persons import Standing
from storage.readings import Visitor


def understood(update: Update, visitor: Visitor, rooms: Rooms, at: datetime) -> Hearing | None:
    """Return what was said or pressed; None for what nobody said, and for a forged button."""
    query, message = update.callback_query, update.effective_message
    hearing = Hearing(update=update, visitor=visitor, rooms=rooms, at=at, now=rooms.now())
    if query is not None:
        data = rooms.stamps.read(visitor.address, query.data or "")
        if data is None or query.message is None:
            return None
        verb, _, arg = data.partition(":")
        return replace(hearing, message_id=query.message.message_id, verb=verb, arg=arg)
    if message is None or message.from_user is None or message.from_user.is_bot:
        return None
    text = latin(message.text or "")
    page = message.web_app_data
    return replace(
        hearing,
        sealed=None if page is None else page.data,
        attached=_attached(message),
        # A date ahead of us is wrong, and would silence somebody for as long as it is.
        at=min(message.date, hearing.now),
        message_id=message.message_id,
        text=text,
        meant=meanings(text, hearing.language),
    )


def _attached(message: Message) -> Attached | None:
    file = message.document
    if file is None:
        return None
    return Attached(file.file_id, file.file_name or "", file.file_size)


def second_hand(update: Update) -> bool:
    """Say whether a message was edited, forwarded, scheduled or sent through another bot."""
    if update.callback_query is not None:
        return False
    message = update.message
    if message is None or message.edit_date is not None:
        return True
    return bool(message.forward_origin or message.via_bot or message.is_from_offline)


# --- Who ------------------------------------------------------------------------------------------


def still_here(visitor: Visitor) -> Visitor:
    """Return who is here: somebody who has left is a stranger, who may come again by a new link."""
    left = visitor.person is not None and visitor.person.standing is Standing.LEFT
    return replace(visitor, person=None) if left else visitor


def is_stranger(visitor: Visitor) -> bool:
    """Say whether nobody is known here, nor somebody in the middle of joining."""
    return visitor.person is None and visitor.dialogue is None
