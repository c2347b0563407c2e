"""Everybody and everything the stand-in remembers; all of it in memory, gone when it stops."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from simulator import menus
from simulator.bots import TOKEN, Bot
from simulator.chats import Chat, Message, Person, Standing
from simulator.clock import Clock
from simulator.entities import detect
from simulator.faults import Faults
from simulator.groups import Group
from simulator.limits import Limits
from simulator.record import Record
from simulator.refusals import CHAT_NOT_FOUND, Refused, bad_request, forbidden
from simulator.schema import Schema
from simulator.updates import Queue
from simulator.webhooks import Postman


class CannotBeDone(ValueError):
    """A person could not do that in any client."""


class NotThere(LookupError):
    """The stand-in knows nobody and nothing of that name."""


@dataclass(slots=True)
class Town:
    """The people, groups, bots and chats of the stand-in, its clock and its record."""

    clock: Clock
    schema: Schema
    record: Record
    limits: Limits
    faults: Faults
    postman: Postman
    bots: dict[int, Bot] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    groups: dict[int, Group] = field(default_factory=dict)
    chats: dict[tuple[int, int], Chat] = field(default_factory=dict)
    #: The bot that was the last to write, by group.
    spoke_last: dict[int, int] = field(default_factory=dict)
    #: Called with a topic and what it says, whenever something that can be seen changes.
    watchers: list[Callable[[str, dict[str, Any]], None]] = field(default_factory=list)

    def tell(self, topic: str, **what: Any) -> None:
        """Let everybody who watches know."""
        for watcher in self.watchers:
            watcher(topic, what)

    def stirred(self, chat: Chat) -> None:
        """Let everybody who watches know that a chat looks different now."""
        if self.watchers:
            n = len(self.record.entries)
            self.tell("chat", bot=chat.bot_id, chat_id=chat.chat_id, n=n)

    def sounded(self, message: Message, bot_id: int) -> None:
        """Let everybody who watches know what a lock screen would get."""
        if self.watchers:
            self.tell(
                "notify",
                bot=bot_id,
                chat_id=message.chat["id"],
                message_id=message.message_id,
                text=message.text,
                silent=message.silent,
            )

    def admit_bot(self, token: str, username: str = "", first_name: str = "") -> Bot:
        """Register a bot by its token; a known token keeps its bot."""
        if not TOKEN.fullmatch(token):
            raise ValueError("a token is digits, a colon and at least three letters or digits")
        bot_id = int(token.partition(":")[0])
        if bot_id not in self.bots or self.bots[bot_id].token != token:
            bot = self.bots[bot_id] = Bot(
                token,
                username or f"bot{bot_id}_bot",
                first_name or "Notes",
                Queue(self.clock, bot_id),
            )
            bot.launched_at = self.clock.timestamp()
            bot.queue.on_read = lambda update_id: self._taken(bot, update_id)
            self.tell("town")
        return self.bots[bot_id]

    def bot(self, bot_id: int | None) -> Bot:
        """Find a bot; without an id, the only one there is."""
        if bot_id is None:
            if len(self.bots) != 1:
                raise NotThere(f"there are {len(self.bots)} bots; say which")
            return next(iter(self.bots.values()))
        if bot_id not in self.bots:
            raise NotThere(f"no bot {bot_id}")
        return self.bots[bot_id]

    def person(self, person_id: int) -> Person:
        """Find a person."""
        if person_id not in self.people:
            raise NotThere(f"no person {person_id}")
        return self.people[person_id]

    def chat(self, bot: Bot, chat_id: int) -> Chat:
        """Find or open what a bot and a person or group have between them."""
        chat = self.chats.get((bot.id, chat_id))
        if chat is None:
            if chat_id not in self.people and chat_id not in self.groups:
                raise NotThere(f"no person or group {chat_id}")
            chat = self.chats[bot.id, chat_id] = Chat(bot.id, chat_id)
        return chat

    def chat_json(self, chat_id: int) -> dict[str, Any]:
        """Show a person's or group's chat as a `Chat`."""
        whose: Person | Group = (
            self.people[chat_id] if chat_id in self.people else self.groups[chat_id]
        )
        return whose.as_chat()

    def name(self, chat_id: int) -> str:
        """Tell the first name of a person or the title of a group."""
        if chat_id in self.people:
            return self.people[chat_id].first_name
        return self.groups[chat_id].title if chat_id in self.groups else ""

    def named(self, bot: Bot, chat_id: object) -> Chat:
        """Find the chat a request names, whatever may be done there."""
        if chat_id in (None, ""):
            raise bad_request("chat_id is empty")
        if not isinstance(chat_id, int):
            raise bad_request(CHAT_NOT_FOUND)
        group = self.groups.get(chat_id)
        if chat_id not in self.people and group is None:
            raise bad_request(CHAT_NOT_FOUND)
        return self.chat(bot, chat_id)

    def addressed(self, bot: Bot, chat_id: object) -> Chat:
        """Find the chat a request wants to change; raise Refused as Telegram would."""
        chat = self.named(bot, chat_id)
        group = self.groups.get(chat.chat_id)
        if group and group.migrated_to is not None:
            raise Refused(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=group.migrated_to,
            )
        return chat

    def readable(self, bot: Bot, chat_id: object) -> Chat:
        """Find the chat a bot wants to look at; raise Refused where it may not."""
        chat = self.named(bot, chat_id)
        group = self.groups.get(chat.chat_id)
        if group and group.is_super:
            self._inside(chat, group)
        return chat

    def _inside(self, chat: Chat, group: Group) -> None:
        if chat.standing is Standing.OPEN:
            return
        if chat.standing is Standing.NEW:
            raise bad_request(CHAT_NOT_FOUND)
        if chat.standing is Standing.KICKED:
            raise forbidden(f"bot was kicked from the {group.type} chat")
        raise forbidden(f"bot is not a member of the {group.type} chat")

    def writable(self, bot: Bot, chat_id: object) -> Chat:
        """Find the chat a bot wants to write to; raise Refused where it may not."""
        chat = self.addressed(bot, chat_id)
        person = self.people.get(chat.chat_id)
        if person is None:
            self._inside(chat, self.groups[chat.chat_id])
            return chat
        if person.deactivated:
            raise forbidden("user is deactivated")
        if chat.standing is Standing.BLOCKED:
            raise forbidden("bot was blocked by the user")
        if chat.standing is Standing.NEW:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def next_message_id(self, bot: Bot, chat: Chat) -> int:
        """Count on: a bot's private chats and basic groups share numbers, a supergroup has its own.

        Source: https://core.telegram.org/api/updates.
        """
        if chat.chat_id < 0 and self.groups[chat.chat_id].is_super:
            chat.last_message_id += 1
            return chat.last_message_id
        return bot.next_message_id()

    def message_from(
        self, bot: Bot, chat: Chat, person: Person, text: str, more: dict[str, Any]
    ) -> Message:
        """Put a person's message into a chat."""
        message = Message(
            self.next_message_id(bot, chat),
            self.chat_json(chat.chat_id),
            person.as_user(),
            self.clock.seconds(),
            text,
            outgoing=False,
            entities=tuple(detect(text)),
            more=more,
        )
        chat.messages[message.message_id] = message
        return message

    def seen(self, bot: Bot, chat: Chat) -> dict[str, Any]:
        """Show a chat as its person sees it now, the bot's menu included."""
        person = self.people.get(chat.chat_id)
        commands = menus.commands(bot, chat.chat_id, person)
        button = menus.button(bot, chat.chat_id, commands)
        return chat.as_seen() | {"menu_button": button, "commands": commands}

    def await_reading(self, bot: Bot, chat: Chat, message_id: int, update_id: int | None) -> None:
        """Leave a person's message unread until the bot has taken its update."""
        chat.unread.add(message_id)
        if update_id is not None:
            bot.unread[update_id] = (chat.chat_id, message_id)

    def _taken(self, bot: Bot, update_id: int) -> None:
        place = bot.unread.pop(update_id, None)
        chat = self.chats.get((bot.id, place[0])) if place else None
        if place and chat:
            chat.unread.discard(place[1])
            self.stirred(chat)

    def change(self, chat: Chat, message: Message, **changes: Any) -> Message:
        """Replace a message by a changed one."""
        changed = replace(message, **changes)
        chat.messages[message.message_id] = changed
        if changed.deleted_at is not None and chat.keyboard_from == message.message_id:
            chat.keyboard, chat.keyboard_once, chat.keyboard_from = None, False, None
            chat.placeholder = ""
        self.stirred(chat)
        return changed
