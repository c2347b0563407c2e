"""What somebody sees on their phone, as the control road shows it."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as it stands on somebody's phone."""

    message_id: int
    direction: str
    text: str
    buttons: list[list[str]]
    date: int
    silent: bool
    protected: bool
    edited: bool
    entities: list[dict[str, Any]]
    reaction: list[str]
    deleted_by: str | None
    deleted_at: int | None
    more: dict[str, Any]
    inline: list[list[dict[str, Any]]]
    edit_date: int | None
    #: The bot has taken what the person wrote; what the bot wrote is always read.
    read: bool

    def has_button(self, label: str) -> bool:
        """Tell whether a button with this text is under it."""
        return any(label in row for row in self.buttons)


@dataclass(frozen=True, slots=True)
class Phone:
    """What a chat shows now: messages, those deleted, and the reply keyboard."""

    messages: list[Seen]
    deleted: list[Seen]
    keyboard: list[list[str]]
    placeholder: str
    standing: str
    #: The reply keyboard's buttons as the bot gave them.
    keys: list[list[dict[str, Any]]] = field(default_factory=list)
    keyboard_once: bool = False
    #: What the bot is seen doing, and since when in virtual seconds.
    action: list[Any] | None = None
    pinned: int | None = None
    menu_button: dict[str, Any] = field(default_factory=dict)
    commands: list[dict[str, str]] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """The texts now visible, oldest first."""
        return [message.text for message in self.messages]

    @property
    def from_bot(self) -> list[Seen]:
        """The bot's messages now visible, oldest first."""
        return [message for message in self.messages if message.direction == "out"]
