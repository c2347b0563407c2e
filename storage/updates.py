"""Reads of a raw update the little that storage must know, whatever else is in it.

Nothing here trusts what it reads: an update that makes no sense is kept all the same, and the
handlers decide what to say to it.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, TypeGuard

_INT64 = 1 << 63
#: What is older has long left Telegram's queue (24 h), so such a date is nonsense.
_OLDEST = timedelta(hours=48)
#: A pressed button lives this long in Telegram's queue, and has no date.
_UNDATED = timedelta(seconds=150)


def update_id_of(update: object) -> int | None:
    """Return the running number of an update; None for what cannot be kept apart from others."""
    number = update.get("update_id") if isinstance(update, Mapping) else None
    return number if _is_number(number) and number >= 0 else None


def chat_of(update: Mapping[str, Any]) -> int | None:
    """Return the id of the chat it came from; of a button, of the chat it stands in."""
    for body in _bodies(update):
        for holder in (body, body.get("message")):
            chat = holder.get("chat") if isinstance(holder, Mapping) else None
            if isinstance(chat, Mapping) and _is_number(chat.get("id")):
                return int(chat["id"])
        sender = body.get("from")
        if isinstance(sender, Mapping) and _is_number(sender.get("id")):
            return int(sender["id"])
    return None


def typed_in(update: Mapping[str, Any]) -> str | None:
    """Return what somebody typed; None for what is edited, pressed or no text."""
    body = update.get("message")
    text = body.get("text") if isinstance(body, Mapping) else None
    return text if isinstance(text, str) else None


def dated(update: Mapping[str, Any], asked_at: datetime) -> datetime | None:
    """Return when Telegram received it, if it says so; an edit, when it was edited."""
    for body in _bodies(update):
        for name in ("edit_date", "date"):
            seconds = body.get(name)
            if _is_number(seconds) and _is_near(seconds, asked_at):
                return datetime.fromtimestamp(seconds, UTC)
    return None


def said_after(
    update: Mapping[str, Any], asked_at: datetime, fetched_until: datetime | None
) -> datetime:
    """Return a moment before which it was certainly not said.

    What has no date came after everything that was fetched before, and is at most 150 s old.
    """
    moment = dated(update, asked_at)
    if moment is not None:
        return min(moment, asked_at)
    oldest = asked_at - _UNDATED
    return oldest if fetched_until is None else min(asked_at, max(fetched_until, oldest))


def packed(update: Mapping[str, Any]) -> bytes:
    """Return the update as bytes; half a character, as a broken client sends it, survives."""
    return json.dumps(update, separators=(",", ":")).encode()


def unpacked(text: bytes) -> dict[str, Any]:
    """Return the update that was packed."""
    update: dict[str, Any] = json.loads(text)
    return update


def _bodies(update: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [body for body in update.values() if isinstance(body, Mapping)]


def _is_number(value: object) -> TypeGuard[int]:
    # True is a number to Python, and no chat.
    return isinstance(value, int) and not isinstance(value, bool) and -_INT64 <= value < _INT64


def _is_near(seconds: int, asked_at: datetime) -> bool:
    return abs(seconds - asked_at.timestamp()) <= _OLDEST.total_seconds()
