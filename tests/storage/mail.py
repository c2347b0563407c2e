"""Updates as Telegram hands them over, and a poller that brings them."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from storage.deed import NOTHING
from storage.leases import Fence
from storage.opening import Storage
from storage.tables import inbox
from tests.fakes import Clock
from tests.storage.circle import BOT, Circle

TTL = timedelta(seconds=60)


def text(update_id: int, chat: int, at, words: str = "1") -> dict[str, Any]:
    """A message."""
    return {
        "update_id": update_id,
        "message": {
            "message_id": 100 + update_id,
            "date": int(at.timestamp()),
            "chat": {"id": chat, "type": "private"},
            "from": {"id": chat, "is_bot": False, "first_name": "Somebody"},
            "text": words,
        },
    }


def pressed(update_id: int, chat: int, data: str = "x") -> dict[str, Any]:
    """A button."""
    return {
        "update_id": update_id,
        "callback_query": {
            "id": f"{update_id}",
            "from": {"id": chat, "is_bot": False, "first_name": "Somebody"},
            "message": {"message_id": 7, "date": 1, "chat": {"id": chat, "type": "private"}},
            "chat_instance": "1",
            "data": data,
        },
    }


@dataclass
class Post:
    """A poller that holds the lease."""

    storage: Storage
    clock: Clock
    circle: Circle
    fence: Fence
    stranger: int = 999_999
    brought: list[int] = field(default_factory=list)

    @classmethod
    async def begin(cls, storage, clock, circle):
        fence = await storage.leases.take(f"ear:{BOT}", clock(), TTL)
        assert fence is not None
        return cls(storage, clock, circle, fence)

    @property
    def amina(self) -> int:
        """The chat of the defender."""
        return self.circle.amina.chats[0].address.chat

    @property
    def zora(self) -> int:
        """The chat of her first contact."""
        return self.circle.zora.chats[0].address.chat

    async def brings(self, *updates: dict[str, Any], limit: int = 100) -> None:
        await self.storage.inbox.keep(
            BOT, updates, asked_at=self.clock(), limit=limit, fence=self.fence
        )

    async def heard(self):
        return await self.storage.ear.heard_until(BOT)


async def rows(storage):
    """Return what stands in the inbox, the oldest first."""

    def look(look):
        return look.connection.execute(select(inbox).order_by(inbox.c.row)).all()

    return await storage.reader.ask(look)


async def handle_all(post, deed=NOTHING):
    """Handle everything that waits; return the numbers in the order in which it was handled."""
    handled = []
    while taken := await post.storage.inbox.take(3, post.clock()):
        for waiting in taken:
            await post.storage.inbox.settle(waiting, deed)
            handled.append(waiting.update_id)
    return handled
