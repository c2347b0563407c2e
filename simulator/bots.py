"""A bot as Telegram keeps it: its token, its names, its menu, its queue of updates."""

import re
from dataclasses import dataclass, field
from typing import Any

from simulator.files import Kept
from simulator.storages import Storages
from simulator.updates import Queue

TOKEN = re.compile(r"\d{1,18}:[A-Za-z0-9_-]{3,80}")


@dataclass(slots=True)
class Tap:
    """A tap on an inline button; Telegram waits a while for its answer."""

    chat_id: int
    at: float
    answered: bool = False
    #: What the person was shown in answer.
    text: str = ""
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Launch:
    """A Mini App that a person opened; times are in virtual seconds since 1970."""

    id: str
    person: int
    #: keyboard, inline or menu.
    kind: str
    #: What stands on the button it was opened from.
    button: str
    platform: str
    version: str
    #: Which of the person's devices it runs on.
    device: str
    #: What answerWebAppQuery takes; a reply keyboard's app has none.
    query_id: str = ""
    answered: bool = False
    closed_at: float | None = None


@dataclass(slots=True)
class Webhook:
    """Where updates are posted; an empty address means polling."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    #: Its IP address, empty where only a name is known.
    address: str = ""
    failed_at: int | None = None
    failure: str = ""
    #: How often it failed.
    failures: int = 0

    def fail(self, at: float, words: str) -> None:
        """Remember the last failure."""
        self.failed_at, self.failure = int(at), words
        self.failures += 1

    def as_info(self) -> dict[str, Any]:
        """Show it as a part of `WebhookInfo`."""
        if not self.url:
            return {"url": ""}
        info: dict[str, Any] = {
            "url": self.url,
            "max_connections": self.max_connections,
            "ip_address": self.address or "<unknown>",
        }
        if self.failed_at is None:
            return info
        return info | {"last_error_date": self.failed_at, "last_error_message": self.failure}


@dataclass(slots=True)
class Bot:
    """One bot; the number before the colon of the token is its id."""

    token: str
    username: str
    first_name: str
    queue: Queue
    #: Names, descriptions and short descriptions by language code; "" is the default.
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    #: Commands by (scope as JSON, language code).
    commands: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=dict)
    #: Menu buttons by chat; None is the default for all.
    menu_buttons: dict[int | None, dict[str, Any]] = field(default_factory=dict)
    webhook: Webhook = field(default_factory=Webhook)
    taps: dict[str, Tap] = field(default_factory=dict)
    launches: dict[str, Launch] = field(default_factory=dict)
    storages: Storages = field(default_factory=Storages)
    files: dict[str, Kept] = field(default_factory=dict)
    #: Chat and message of each update that brings a person's message and was not taken yet.
    unread: dict[int, tuple[int, int]] = field(default_factory=dict)
    last_message_id: int = 0
    last_album_id: int = 0
    #: In groups it sees only what is meant for it.
    privacy: bool = True
    #: The rights it asks for when it is made an administrator: of groups, of channels.
    default_rights: dict[bool, dict[str, bool]] = field(default_factory=dict)
    #: When it was launched on Telegram's server, in virtual seconds, and logged out of it.
    launched_at: float = 0.0
    logged_out_at: float | None = None
    #: Where its polls stand, by their ids.
    polls: dict[str, Any] = field(default_factory=dict)
    #: How its inline messages are found again: chat and message by their ids.
    inline_messages: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def id(self) -> int:
        """The bot's id."""
        return int(self.token.partition(":")[0])

    def as_user(self) -> dict[str, Any]:
        """Show it as the `User` that others see."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.names.get("", self.first_name),
            "username": self.username,
        }

    def as_itself(self) -> dict[str, Any]:
        """Show it as the `User` that getMe returns."""
        return self.as_user() | {
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    def next_message_id(self) -> int:
        """Count on: a bot's private chats share one sequence."""
        self.last_message_id += 1
        return self.last_message_id
