"""What Telegram says when it refuses a request, in its own words."""

from dataclasses import dataclass
from typing import Any

CHAT_NOT_FOUND = "chat not found"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
OTHER_POLL = (
    "Conflict: terminated by other getUpdates request;"
    " make sure that only one bot instance is running"
)
WEBHOOK_SET = "Conflict: terminated by setWebhook request"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first"
)


class Refused(Exception):
    """Telegram refuses this request."""

    def __init__(
        self,
        code: int,
        description: str,
        *,
        retry_after: int | None = None,
        migrate_to_chat_id: int | None = None,
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.migrate_to_chat_id = migrate_to_chat_id

    def as_answer(self) -> dict[str, Any]:
        """Give the body of the answer, shaped as `Response` in the Bot API's "Making requests"."""
        answer: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        parameters = {
            "retry_after": self.retry_after,
            "migrate_to_chat_id": self.migrate_to_chat_id,
        }
        given = {name: value for name, value in parameters.items() if value is not None}
        return answer | {"parameters": given} if given else answer


@dataclass(frozen=True, slots=True)
class Accepted:
    """What went well, with a description of what was done."""

    result: object
    words: str


def bad_request(words: str) -> Refused:
    """Refuse with 400.

    As on Telegram's server the words begin small, unless they are a code such as PEER_ID_INVALID.
    """
    code = len(words) > 1 and (words[1] == "_" or "A" <= words[1] <= "Z")
    return Refused(400, f"Bad Request: {words if code else words[:1].lower() + words[1:]}")


def forbidden(words: str) -> Refused:
    """Refuse with 403."""
    return Refused(403, f"Forbidden: {words}")


def too_many_requests(seconds: int) -> Refused:
    """Refuse with 429 and say after how many seconds to come back."""
    words = f"Too Many Requests: retry after {seconds}"
    return Refused(429, words, retry_after=seconds)
