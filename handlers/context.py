"""What a conversation is handed, and the few shapes in which it answers.

A conversation reads, then returns a Deed; it never commits and never sends (DECISIONS.md, 1). Every
conversation module exports `ROUTES: tuple[Route, ...]`; handlers/router.py concatenates them.
"""

import base64
import binascii
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from telegram import Update

from handlers.patience import Patience
from rules.notices import AlarmId, Fact, Keep
from rules.people import PersonId, Role
from storage.deed import Button, Change, Deed, EndTalk, Reply, Talk, Words
from storage.dossiers import Dossiers
from storage.persons import Dialogue, Invitation, Person
from storage.proofs import Proofs
from storage.readings import Readings, Visitor
from storage.stamps import Stamps

TALK_FOR = timedelta(minutes=30)  #: an unanswered question is forgotten after this
_ID_SIZE = 16


@dataclass(frozen=True, slots=True)
class Rooms:
    """The rooms that a conversation may enter, and the time."""

    readings: Readings
    stamps: Stamps
    bot_username: str  #: without @; links are https://t.me/<bot_username>?start=<token>
    pages_url: str | None
    proofs: Proofs
    now: Callable[[], datetime]  #: aware UTC
    dossiers: Dossiers
    #: The bytes of a file that Telegram has; None once it has it no more, and for a longer one than
    #: a sheet can be. Raises telegram.error.TelegramError while it cannot be asked.
    fetch: Callable[[str], Awaitable[bytes | None]]
    serves_page: bool = False  #: the page comes from this house, not from another host
    horn: bool = False  #: people of the office can be called over another road
    patience: Patience = field(default_factory=Patience)  #: with strangers


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that somebody sent; what is in it has not been fetched yet."""

    id: str  #: by which Telegram hands it out
    name: str = ""
    size: int | None = None  #: bytes, as Telegram says


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """One thing that somebody said or pressed, understood as far as the router can."""

    update: Update
    visitor: Visitor
    rooms: Rooms
    at: datetime  #: when Telegram received it; a button: when the poll that brought it was asked
    now: datetime  #: when we handle it; for expiries and unsaying, never for signs of life
    message_id: int | None = None  #: what they sent; a button: the message it stands under
    sealed: str | None = None  #: what a page on their phone sent
    attached: Attached | None = None  #: the file they sent
    text: str = ""  #: what they typed, trimmed, every digit Latin; "" for a button
    word: str = ""  #: the name of the route that was taken
    rest: str = ""  #: what follows the word, the command, or `/start`
    verb: str = ""  #: a button's data before the first colon
    arg: str = ""  #: a button's data after it
    #: Every id of understood.ftl that the text may mean, longest first, with the rest of each.
    meant: Mapping[str, str] = field(default_factory=dict)
    invitation: Invitation | None = None  #: of a link route: unexpired and unused

    @property
    def args(self) -> tuple[str, ...]:
        """What follows the word, in single words."""
        return tuple(self.rest.split())

    @property
    def person(self) -> Person:
        """Who is speaking. Only where the route asks for a role."""
        assert self.visitor.person is not None
        return self.visitor.person

    @property
    def dialogue(self) -> Dialogue:
        """Where the conversation stands. Only in a step."""
        assert self.visitor.dialogue is not None
        return self.visitor.dialogue

    @property
    def pressed(self) -> bool:
        """Whether this is a button under one of our messages."""
        return self.update.callback_query is not None

    @property
    def language(self) -> str:
        """In which language to answer."""
        if self.visitor.person is not None:
            return self.visitor.person.language
        if self.invitation is not None:
            return self.invitation.language
        if self.visitor.dialogue is not None and "language" in self.visitor.dialogue.data:
            return self.visitor.dialogue.data["language"]
        return self.visitor.house.language

    def choice(self, *ids: str) -> str | None:
        """Return which of `ids` was chosen: by its place (1, 2, ...), its word or its button.

        A button chooses by its verb or by its argument; a word by its id in understood.ftl.
        """
        if self.pressed:
            return next((one for one in (self.arg, self.verb) if one in ids), None)
        if self.text.isdecimal() and len(self.text) == 1:
            place = int(self.text)
            return ids[place - 1] if 1 <= place <= len(ids) else None
        return next((one for one in self.meant if one in ids), None)

    def reply(
        self,
        *words: Words,
        buttons: tuple[tuple[Button, ...], ...] = (),
        keyboard: tuple[tuple[Words, ...], ...] | None = None,
        keep: Keep = Keep.BRIEFLY,
        edits: int | None = None,
        folds: tuple[Words, ...] = (),
        alarm: AlarmId | None = None,
        ways: str = "",
        screen: str = "n",
    ) -> Reply:
        """Say something in this chat. It has buttons or a keyboard; with both, buttons win.

        `ways`: the message brings the keys for them, which open that screen of the page. `folds`:
        outer words that stand there again after half an hour; an argument `again` among theirs is
        the data of a button that brings back what they cover.
        """
        return Reply(
            to=self.visitor.address,
            words=words,
            buttons=buttons,
            keyboard=keyboard,
            language=None if self.visitor.person is not None else self.language,
            keep=keep,
            edits=edits,
            folds=folds,
            alarm=alarm,
            ways=ways,
            screen=screen,
        )

    def answer(
        self,
        *words: Words,
        buttons: tuple[tuple[Button, ...], ...] = (),
        keyboard: tuple[tuple[Words, ...], ...] | None = None,
        keep: Keep = Keep.BRIEFLY,
        changes: tuple[Change, ...] = (),
    ) -> Deed:
        """Return a deed that says one thing and may change something."""
        said = self.reply(*words, buttons=buttons, keyboard=keyboard, keep=keep)
        return Deed(replies=(said,), changes=changes)

    def talk(self, step: str, data: Mapping[str, str] | None = None) -> Talk:
        """Go on to `step`, keeping `data` until it is over."""
        before = self.visitor.dialogue
        return Talk(
            Dialogue(
                address=self.visitor.address,
                step=step,
                data=dict(data or {}),
                expires_at=self.now + TALK_FOR,
                version=before.version if before is not None else 0,
            )
        )

    def end_talk(self) -> EndTalk:
        """End the conversation."""
        return EndTalk(self.visitor.address)


class By(StrEnum):
    """By what a route is taken."""

    WORD = "word"  #: an id in understood.ftl: digits and words of the reader's language
    COMMAND = "command"  #: "/name ..." or "name ..." typed
    BUTTON = "button"  #: the verb of a button's data ("verb" or "verb:argument")
    STEP = "step"  #: the first part of a dialogue's step ("break" for "break-until")
    SEALED = "sealed"  #: a page on their phone sent something
    DOCUMENT = "document"  #: a file was sent
    LINK = "link"  #: a one-time link: a role's value, or "moving" for somebody already here
    ANYTHING = "anything"  #: nothing else was understood


#: Returns None for "not for me": the router then goes on to the next route that fits.
Handler = Callable[[Hearing], Awaitable[Deed | None]]


@dataclass(frozen=True, slots=True)
class Route:
    """One line of the table in handlers/router.py."""

    role: Role | None  #: None: anybody, also somebody in the middle of joining
    by: By
    name: str  #: an id, command, verb, step or role; "" for ANYTHING
    handler: Handler
    #: A word (never a bare digit) that is heard even while a question is open.
    always: bool = False
    #: Unsay what they sent at once, not within minutes: links, calls for help, codes (law 14).
    at_once: bool = False


def say(sentence: str, /, **args: Fact) -> Words:
    """Name a sentence of handlers/words and what goes into it."""
    return Words(sentence, args)


def button(sentence: str, verb: str, arg: str | int = "", **args: Fact) -> Button:
    """Make a button whose label is `sentence`; what it says can also be typed."""
    return Button(Words(sentence, args), f"{verb}:{arg}" if arg != "" else verb)


def short(one: AlarmId | PersonId) -> str:
    """Write an id for a button's data, in 22 characters."""
    return base64.urlsafe_b64encode(one).decode().rstrip("=")


def long(written: str) -> bytes | None:
    """Read what `short` wrote; None if it is nothing of the kind."""
    try:
        read = base64.urlsafe_b64decode(written.encode() + b"==")
    except (binascii.Error, ValueError):
        return None
    return read if len(read) == _ID_SIZE else None
