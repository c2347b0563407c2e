"""Translates what Telegram refuses into an outcome, once; here it is decided what is for good.

BadRequest is a NetworkError in python-telegram-bot, and is sorted out first. A request whose answer
was lost may have been carried out: it is tried again, for twice is a nuisance and never is a death.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from storage.claims import MovedTo, Outcome, Refused, Told, TryAgain, Why
from storage.persons import ChatId

_BACKOFF = (5, 15, 60, 300)  #: seconds before the second, third, ... try

#: What was asked for is so already: the message is as it should be, or is gone.
_DONE = (
    "message is not modified",
    "message to edit not found",
    "message can't be edited",
    "message to delete not found",
    "message can't be deleted",
    "message identifier is not specified",
    "message_id_invalid",
)

_FORBIDDEN = {
    "bot was blocked by the user": Why.BLOCKED,
    "user is deactivated": Why.DEACTIVATED,
    "bot can't initiate conversation": Why.NEVER_STARTED,
}

_NOT_FOUND = ("chat not found", "peer_id_invalid", "user not found")


@dataclass(frozen=True, slots=True)
class HaltUntil(TryAgain):
    """Telegram wants nothing at all to be sent until then (429)."""


def outcome_of(error: TelegramError, tries: int, now: datetime) -> Outcome:
    """Return what came of a request that ended in `error`.

    Source of the texts: https://github.com/tdlib/telegram-bot-api, Client.cpp.
    """
    said = error.message.lower()
    match error:
        case RetryAfter():
            wait = error.retry_after
            seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
            return HaltUntil(now + timedelta(seconds=max(seconds, 1)))
        case ChatMigrated():
            return MovedTo(ChatId(error.new_chat_id))
        case Forbidden():
            whys = (why for text, why in _FORBIDDEN.items() if text in said)
            return Refused(next(whys, Why.BLOCKED))
        case BadRequest() if any(text in said for text in _DONE):
            return Told(now)
        case BadRequest() if any(text in said for text in _NOT_FOUND):
            return Refused(Why.NOT_FOUND)
        case BadRequest():
            return Refused(Why.BAD_REQUEST)
        case _:
            # Timeouts, broken lines, a wrong token, whatever Telegram invents next: later.
            seconds = _BACKOFF[min(max(tries, 1), len(_BACKOFF)) - 1]
            return TryAgain(now + timedelta(seconds=seconds))
