"""Who is on Telegram and what stands in their chats, as the stand-in remembers it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

#: What may stand above a text that is then its caption.
CAPTIONED = frozenset(
    {"animation", "audio", "document", "live_photo", "paid_media", "photo", "video", "voice"}
)

#: What a message may be besides a text.
_CARRIED = (*sorted(CAPTIONED), "web_app_data", "contact", "location", "poll", "sticker", "venue")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a Telegram account."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    deactivated: bool = False

    def as_user(self) -> dict[str, Any]:
        """Show them as a `User`."""
        given = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        user = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return user | {name: value for name, value in given.items() if value}

    def as_chat(self) -> dict[str, Any]:
        """Show the private chat with them as a `Chat`."""
        given = {"last_name": self.last_name, "username": self.username}
        chat = {"id": self.id, "type": "private", "first_name": self.first_name}
        return chat | {name: value for name, value in given.items() if value}


@dataclass(frozen=True, slots=True)
class Message:
    """A message as both sides see it; dates are seconds since 1970 on the virtual clock."""

    message_id: int
    chat: dict[str, Any]
    sender: dict[str, Any]
    date: int
    text: str
    outgoing: bool
    entities: tuple[dict[str, Any], ...] = ()
    #: The inline keyboard under it: rows of `InlineKeyboardButton`.
    inline: list[list[dict[str, Any]]] | None = None
    #: Further fields of the Bot API: a document, a reply, a forward's origin.
    more: dict[str, Any] = field(default_factory=dict)
    silent: bool = False
    protected: bool = False
    edit_date: int | None = None
    deleted_at: int | None = None
    deleted_by: str | None = None
    reaction: tuple[dict[str, Any], ...] = ()
    #: The bot cannot change it.
    fixed: bool = False

    @property
    def carries(self) -> str:
        """What it is besides its text, by the Bot API's name; "" where it is nothing but text."""
        return next((one for one in _CARRIED if one in self.more), "")

    def as_json(self) -> dict[str, Any]:
        """Show it as a `Message`."""
        shown: dict[str, Any] = {
            "message_id": self.message_id,
            "from": self.sender,
            "chat": self.chat,
            "date": self.date,
        }
        if self.edit_date is not None:
            shown["edit_date"] = self.edit_date
        if self.protected:
            shown["has_protected_content"] = True
        if self.text or self.entities:
            under = not CAPTIONED.isdisjoint(self.more)
            shown["caption" if under else "text"] = self.text
            if self.entities:
                shown["caption_entities" if under else "entities"] = list(self.entities)
        if self.inline:
            shown["reply_markup"] = {"inline_keyboard": self.inline}
        shown.update(self.more)
        return shown

    def as_seen(self, *, read: bool = True) -> dict[str, Any]:
        """Show it as the person sees it, with what the stand-in knows beside it.

        `read` is the mark under a person's message: the bot has taken it.
        """
        labels = [[button["text"] for button in row] for row in self.inline or []]
        return {
            "message_id": self.message_id,
            "direction": "out" if self.outgoing else "in",
            "date": self.date,
            "text": self.text,
            "buttons": labels,
            "inline": self.inline or [],
            "silent": self.silent,
            "protected": self.protected,
            "edited": self.edit_date is not None,
            "edit_date": self.edit_date,
            "entities": list(self.entities),
            "reaction": [one.get("emoji", "") for one in self.reaction],
            "deleted_by": self.deleted_by,
            "deleted_at": self.deleted_at,
            "more": self.more,
            "read": read,
        }


class Standing(StrEnum):
    """How a chat stands towards a bot."""

    NEW = "new"  #: the person never wrote to the bot, so it cannot write first
    OPEN = "open"  #: both may write
    BLOCKED = "blocked"  #: the person blocked the bot
    LEFT = "left"  #: the bot left the group
    KICKED = "kicked"  #: the bot was removed from the group


@dataclass(slots=True)
class Chat:
    """What one bot and one person or group have between them."""

    bot_id: int
    chat_id: int
    standing: Standing = Standing.NEW
    messages: dict[int, Message] = field(default_factory=dict)
    #: The reply keyboard now shown: rows of `KeyboardButton`, its message and its manner.
    keyboard: list[list[dict[str, Any]]] | None = None
    keyboard_once: bool = False
    #: The message that brought it: a client takes the keys away together with that message
    #: (TDLib's reply_markup_message_id, tdesktop's lastKeyboardId).
    keyboard_from: int | None = None
    placeholder: str = ""
    #: The last chat action ("typing") and when it was asked.
    action: tuple[str, int] | None = None
    #: What the bot is about to say.
    draft: str | None = None
    #: The last number in a supergroup, which counts its messages on its own.
    last_message_id: int = 0
    #: Messages of people that the bot has not taken.
    unread: set[int] = field(default_factory=set)
    #: How people reacted, by message and person.
    reactions: dict[int, dict[int, list[dict[str, Any]]]] = field(default_factory=dict)
    #: Pinned messages, the one shown last.
    pinned: list[int] = field(default_factory=list)

    def visible(self, message_id: int | None) -> Message | None:
        """Find a message that has not been deleted."""
        message = self.messages.get(message_id) if message_id else None
        return message if message and message.deleted_at is None else None

    def as_seen(self) -> dict[str, Any]:
        """Show the chat as the person sees it now, what was deleted apart."""
        messages = self.messages.values()
        return {
            "bot": self.bot_id,
            "chat_id": self.chat_id,
            "standing": self.standing.value,
            "messages": [self._shown(m) for m in messages if m.deleted_at is None],
            "deleted": [self._shown(m) for m in messages if m.deleted_at is not None],
            "keyboard": [[button["text"] for button in row] for row in self.keyboard or []],
            "keys": self.keyboard or [],
            "keyboard_once": self.keyboard_once,
            "placeholder": self.placeholder,
            "action": self.action,
            "draft": self.draft,
            "pinned": next((one for one in reversed(self.pinned) if self.visible(one)), None),
        }

    def _shown(self, message: Message) -> dict[str, Any]:
        return message.as_seen(read=message.message_id not in self.unread)
