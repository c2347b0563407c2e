"""How often a stranger is answered. It lives in memory only and drops answers, never intake."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

SPAN = timedelta(hours=1)
ANSWERS_A_CHAT = 3  #: answers to one chat within the span
ANSWERS_A_SPAN = 300  #: answers to all strangers together within the span
CHATS_KNOWN = 5_000  #: more chats than this are answered as if they were one


@dataclass(slots=True)
class Patience:
    """Counts the answers that strangers were given since the span began."""

    begun_at: datetime | None = None
    answered: int = 0
    by_chat: dict[int, int] = field(default_factory=dict)

    def allows(self, chat: int, now: datetime) -> bool:
        """Say whether one more answer is given to `chat`, and count it."""
        if self.begun_at is None or not self.begun_at <= now < self.begun_at + SPAN:
            self.begun_at, self.answered = now, 0
            self.by_chat.clear()
        key = chat if chat in self.by_chat or len(self.by_chat) < CHATS_KNOWN else 0
        if self.answered >= ANSWERS_A_SPAN or self.by_chat.get(key, 0) >= ANSWERS_A_CHAT:
            return False
        self.answered += 1
        self.by_chat[key] = self.by_chat.get(key, 0) + 1
        return True
