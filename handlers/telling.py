"""Says one thing on Telegram and reports what came of it. Does not decide what follows."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    WebAppInfo,
)
from telegram.error import TelegramError

from handlers.errors import outcome_of
from handlers.keys import (
    APART,
    SCREEN_NOTE,
    TAPS,
    keys_for,
    label_of,
    page_url,
    reading_url,
)
from handlers.outer import Called, outside, presses, sentence
from handlers.words import RIGHT_TO_LEFT, Said, SentenceBroken, SentenceMissing, Speech
from rules.notices import FILES, KEYS_COME_WITH, MANNERS, Fact, Notice
from rules.people import PersonId, Role
from storage.claims import Claimed, Fold, Outcome, Refused, Told, Why
from storage.deed import Reply, Unsay, Words
from storage.persons import Address
from storage.stamps import Stamps

#: In the place of words that could not be made: whoever must hear something hears that much.
PLAIN = "notice-plain"
WENT_WRONG = "went-wrong"
#: An argument of outer words that fold back over inner ones: the data of the button "Again".
AGAIN = "again"

_DELETED_AT_ONCE = 100  #: https://core.telegram.org/bots/api#deletemessages
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove
_Shown = TypeVar("_Shown")
Pressed = tuple[str, str]  #: a button's label and its data, not yet stamped
#: The file that a notice hands on, while it may be given; what stands in a trial sheet is told it.
Files = Callable[[Notice, Callable[[str], str]], Awaitable[bytes | None]]


async def _none(_notice: Notice, _inside: Callable[[str], str]) -> None:
    return None


async def tell(
    bot: Bot,
    claimed: Claimed,
    stamps: Stamps,
    now: Callable[[], datetime],
    page: str | None = None,
    files: Files = _none,
) -> Outcome:
    """Say what was claimed to whom it is for.

    `page`: the address that a sealed key opens; without one there are no such keys. `files`: where
    the files are that are handed on. `now` is asked before (for "20:00" or "Fri 20:00") and after
    (when it was told). Never raises for anything that Telegram answers.
    """
    act = claimed.act
    to = act.address if isinstance(act, Unsay) else claimed.to
    if to is None:
        return Refused(Why.NOT_FOUND)
    voice = _Voice(bot, claimed, to, stamps, now, page, files)
    try:
        match act:
            case Notice(kind=kind) if kind in FILES:
                return await voice.hand_on(act)
            case Notice():
                return await voice.notify(act)
            case Reply():
                return await voice.reply(act)
            case Fold():
                return await voice.fold(act)
            case Unsay():
                return await voice.unsay(act)
    except TelegramError as error:
        return outcome_of(error, claimed.tries, now())


def inside(speech: Speech, number: str) -> str:
    """Return what stands in a trial sheet: as in any other, a heading and lines below it."""
    return "\n".join((f"[trial] {speech.say('trial-title')}", speech.say("trial-inside"), number))


class _Voice:
    """One telling: to whom, in which language, through which bot."""

    def __init__(
        self,
        bot: Bot,
        claimed: Claimed,
        to: Address,
        stamps: Stamps,
        now: Callable[[], datetime],
        page: str | None,
        files: Files,
    ) -> None:
        self.bot, self.claimed, self.to, self.stamps, self.now = bot, claimed, to, stamps, now
        self.page, self.files = page, files
        self.speech = Speech(claimed.language, claimed.zone, now())

    async def notify(self, notice: Notice) -> Outcome:
        manner = MANNERS[notice.kind]
        silent = notice.silent if notice.silent is not None else not manner.sound
        try:
            words, markup = self._words_of(notice), self._under(notice)
        except (SentenceMissing, SentenceBroken):
            # A fault in our own words must not keep anybody from hearing that there is something.
            words, markup = self.speech.say(PLAIN), None
        told = await self._send(words, markup, silent=silent, protect=manner.opens)
        if told == Refused(Why.BAD_REQUEST):
            return await self._send(self.speech.say(PLAIN), None, silent=silent, protect=True)
        return told

    async def hand_on(self, notice: Notice) -> Outcome:
        """Send a file under outer words; it may be saved, for its reader alone can open it."""
        file = await self.files(notice, partial(inside, self.speech))
        if file is None:
            # It was withdrawn or replaced since. Whoever waits for it is told nothing of that.
            return Refused(Why.BAD_REQUEST)
        section = notice.facts.get("section")
        name = f"sheet-{section:d}" if isinstance(section, int) and section else "sheet"
        opens = None if self.page is None else reading_url(self.page, self.speech.language)
        message = await self.bot.send_document(
            self.to.chat,
            file,
            caption=self._words_of(notice),
            filename=f"{name}.age",
            disable_content_type_detection=True,
            disable_notification=not MANNERS[notice.kind].sound,
            reply_markup=self._opening(opens),
        )
        return Told(self.now(), message.message_id)

    async def reply(self, reply: Reply) -> Outcome:
        speech = replace(self.speech, language=reply.language or self.speech.language)
        try:
            words = "\n\n".join(self._say(one, speech) for one in reply.words)
            pressed = tuple(
                tuple((self._say(one.label, speech), one.data) for one in line)
                for line in reply.buttons
            )
            markup = self._buttons(pressed) or self._under_reply(reply, speech)
        except (SentenceMissing, SentenceBroken):
            words, markup = speech.say(WENT_WRONG), None
        if reply.edits is None:
            return await self._send(
                words, markup, silent=not reply.sound, protect=bool(reply.folds)
            )
        return await self._edit(reply.edits, words, markup)

    async def fold(self, fold: Fold) -> Outcome:
        speech = replace(self.speech, language=fold.language or self.speech.language)
        words = "\n\n".join(self._say(one, speech) for one in fold.words)
        again = next((str(one.args[AGAIN]) for one in fold.words if AGAIN in one.args), None)
        pressed = () if again is None else (((speech.say("button-again"), again),),)
        return await self._edit(fold.message, words, self._buttons(pressed))

    async def unsay(self, unsay: Unsay) -> Outcome:
        for batch in _batches(unsay.messages):
            await self.bot.delete_messages(unsay.address.chat, batch)
        return Told(self.now())

    async def _send(
        self, words: str, markup: Markup | None, *, silent: bool, protect: bool
    ) -> Outcome:
        try:
            message = await self.bot.send_message(
                self.to.chat,
                words,
                reply_markup=markup,
                disable_notification=silent,
                # Said of the outer words already: an edit cannot protect what it opens.
                protect_content=protect,
                link_preview_options=_NO_PREVIEW,
            )
        except TelegramError as error:
            return outcome_of(error, self.claimed.tries, self.now())
        return Told(self.now(), message.message_id)

    async def _edit(self, message: int, words: str, markup: Markup | None) -> Outcome:
        inline = markup if isinstance(markup, InlineKeyboardMarkup) else None
        await self.bot.edit_message_text(
            words,
            self.to.chat,
            message,
            reply_markup=inline,
            link_preview_options=_NO_PREVIEW,
        )
        return Told(self.now(), message)

    # --- Words -----------------------------------------------------------------------------------

    def _words_of(self, notice: Notice) -> str:
        called = outside(notice).called
        return self.speech.say(sentence(notice), self._named(notice.facts, called, self.speech))

    def _say(self, words: Words, speech: Speech) -> str:
        return speech.say(words.id, self._named(words.args, self._calling(), speech))

    def _calling(self) -> Called:
        office = Role.COORDINATOR in self.claimed.reader_roles
        return Called.BY_CODE if office else Called.BY_NICK

    def _named(self, facts: Mapping[str, Fact], called: Called, speech: Speech) -> dict[str, Said]:
        return {
            name: self._name(PersonId(value), called, speech) if isinstance(value, bytes) else value
            for name, value in facts.items()
        }

    def _name(self, person: PersonId, called: Called, speech: Speech) -> str:
        name = self.claimed.names.get(person)
        if name is None:
            return speech.say("somebody")
        if called is Called.BY_NICK:
            return name.nick or speech.say("somebody")
        return name.code or speech.say("one-of-their-people")

    # --- Buttons ---------------------------------------------------------------------------------

    def _buttons(self, lines: tuple[tuple[Pressed, ...], ...]) -> InlineKeyboardMarkup | None:
        rows = [
            [
                InlineKeyboardButton(label, callback_data=self.stamps.stamp(self.to, data))
                for label, data in self._turned(line)
            ]
            for line in lines
            if line
        ]
        return InlineKeyboardMarkup(rows) if rows else None

    def _opening(self, url: str | None) -> InlineKeyboardMarkup | None:
        if url is None:
            return None
        label = self.speech.say("key-page-read")
        return InlineKeyboardMarkup([[InlineKeyboardButton(label, web_app=WebAppInfo(url))]])

    def _under(self, notice: Notice) -> Markup | None:
        if notice.kind not in KEYS_COME_WITH:
            said = tuple((self.speech.say(label), data) for label, data in presses(notice))
            return self._buttons((said,))
        facts = notice.facts
        ways, challenge, kid = (str(facts.get(one, "")) for one in ("ways", "challenge", "kid"))
        return self._keyboard(ways or TAPS, challenge, kid, SCREEN_NOTE, self.speech)

    def _under_reply(self, reply: Reply, speech: Speech) -> Markup | None:
        if reply.keyboard is not None:
            return ReplyKeyboardRemove()
        if not reply.ways:
            return None
        return self._keyboard(reply.ways, reply.challenge, reply.kid, reply.screen, speech)

    def _keyboard(self, ways: str, challenge: str, kid: str, screen: str, speech: Speech) -> Markup:
        """Return the keys; those that open the page where there is one, all with one challenge."""
        label, apart = (label_of(self.claimed.reader, apart=one) for one in (False, True))
        opens: dict[str, str] = {}
        if self.page is not None and challenge:
            main = SCREEN_NOTE if APART in ways.split() else screen
            for words, where in ((label, main), (apart, screen)):
                opens[words.id] = page_url(
                    self.page, challenge, kid, where, speech.language, ways=ways
                )

        def key(words: Words) -> KeyboardButton:
            url = opens.get(words.id)
            page = None if url is None else WebAppInfo(url)
            return KeyboardButton(self._say(words, speech), web_app=page)

        lines = keys_for(ways, sealed=label if opens else None, apart=apart if opens else None)
        rows = [self._turned([key(one) for one in line]) for line in lines]
        if not rows:
            return ReplyKeyboardRemove()
        return ReplyKeyboardMarkup(rows, resize_keyboard=True, is_persistent=True)

    def _turned(self, line: Iterable[_Shown]) -> list[_Shown]:
        """Telegram lays every row out from the left; whoever reads from the right expects ours."""
        return list(line)[:: -1 if self.speech.language in RIGHT_TO_LEFT else 1]


def _batches(messages: tuple[int, ...]) -> Iterable[tuple[int, ...]]:
    starts = range(0, len(messages), _DELETED_AT_ONCE)
    return (messages[start : start + _DELETED_AT_ONCE] for start in starts)
