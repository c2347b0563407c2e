"""Carries updates to a bot's webhook, as Telegram does: in order per chat, again until taken.

Source: `WebhookActor.cpp` of the official server and https://core.telegram.org/bots/webhooks.
"""

import asyncio
import json
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import httpx

from simulator.bots import Bot
from simulator.clock import Clock
from simulator.updates import Waiting

#: How long Telegram waits for an answer, in virtual seconds.
PATIENCE = 60.0
#: Nobody is late before so many real seconds, however fast the clock runs or is pushed.
LEAST_PATIENCE = 1.0
LONGEST_PAUSE = 60
#: What an address may ask for with Retry-After.
LONGEST_RETRY_AFTER = 3600
#: A webhook that says 410 for so long is removed.
GONE_LIFE = 23 * 60 * 60
#: Updates of these kinds wait for one another, by the chat or the person they come from; what is
#: not listed waits for nobody.
_QUEUES: dict[str, tuple[str, tuple[str, ...]]] = {
    "message": ("", ("chat", "id")),
    "edited_message": ("", ("chat", "id")),
    "channel_post": ("", ("chat", "id")),
    "edited_channel_post": ("", ("chat", "id")),
    "callback_query": ("taps", ("from", "id")),
    "my_chat_member": ("bots", ("chat", "id")),
    "chat_member": ("members", ("old_chat_member", "user", "id")),
    "message_reaction": ("reactions", ("chat", "id")),
}

#: Does what a webhook's answer asks for: bot, content type, body.
Answerer = Callable[[Bot, bytes, bytes], Awaitable[None]]


@dataclass(slots=True)
class _Try:
    """An update under way, and what became of it so far."""

    waiting: Waiting
    delay: int = 1
    failures: int = 0


@dataclass(slots=True)
class Postman:
    """Delivers for all bots; pauses between tries are on the virtual clock."""

    clock: Clock
    answerer: Answerer | None = None
    _rounds: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    _hurry: asyncio.Event = field(default_factory=asyncio.Event)
    #: Since when a bot's address says that it is gone.
    _gone: dict[int, float] = field(default_factory=dict)

    def begin(self, bot: Bot) -> None:
        """Deliver to the webhook the bot has now."""
        self.end(bot.id)
        self._rounds[bot.id] = asyncio.create_task(self._round(bot))

    def end(self, bot_id: int) -> None:
        """Deliver no more to a bot's webhook."""
        self._gone.pop(bot_id, None)
        round_ = self._rounds.pop(bot_id, None)
        if round_ is not None:
            round_.cancel()

    def end_all(self) -> None:
        """Deliver nothing any more."""
        for bot_id in list(self._rounds):
            self.end(bot_id)

    def hasten(self) -> None:
        """Look at the clock again: it was pushed, or runs at another speed."""
        self._hurry.set()
        self._hurry = asyncio.Event()

    async def _round(self, bot: Bot) -> None:
        carried: dict[object, asyncio.Task[Any]] = {}
        at_once = asyncio.Semaphore(bot.webhook.max_connections)
        # Our own patience is on the virtual clock, and a certificate may be a test's own.
        line = httpx.AsyncClient(timeout=None, trust_env=False, verify=False)  # noqa: S113, S501
        async with line as http:
            try:
                while True:
                    carried = {key: one for key, one in carried.items() if not one.done()}
                    for key, waiting in _firsts(bot.queue.waiting()).items():
                        if key not in carried:
                            carry = self._carry(bot, _Try(waiting), http, at_once)
                            carried[key] = asyncio.create_task(carry)
                    bot.queue.stirred.clear()
                    carried[None] = asyncio.create_task(bot.queue.stirred.wait())
                    await asyncio.wait(carried.values(), return_when=asyncio.FIRST_COMPLETED)
                    carried.pop(None).cancel()
            finally:
                for one in carried.values():
                    one.cancel()

    async def _carry(
        self, bot: Bot, this: _Try, http: httpx.AsyncClient, at_once: asyncio.Semaphore
    ) -> None:
        while bot.queue.holds(this.waiting):
            async with at_once:
                answer = await self._post(bot, this.waiting, http)
            if answer is not None and answer.is_success:
                self._gone.pop(bot.id, None)
                try:
                    await self._do(bot, answer)
                finally:
                    bot.queue.settle(this.waiting)
                return
            if self._is_given_up(bot, answer):
                bot.webhook.url = ""
                self.end(bot.id)
                return
            pause = _pause(this, answer)
            if self.clock.timestamp() + pause > this.waiting.expires:
                bot.queue.give_up(this.waiting)
                return
            await self._until(self.clock.timestamp() + pause)

    async def _post(
        self, bot: Bot, waiting: Waiting, http: httpx.AsyncClient
    ) -> httpx.Response | None:
        """Post an update; None where no answer came, and the webhook remembers why."""
        webhook = bot.webhook
        headers = {"Content-Type": "application/json"}
        if webhook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret_token
        posting = asyncio.create_task(http.post(webhook.url, content=waiting.body, headers=headers))
        try:
            await self._until(self.clock.timestamp() + PATIENCE, posting)
            if not posting.done():
                await asyncio.wait({posting}, timeout=LEAST_PATIENCE)
            if not posting.done():
                webhook.fail(self.clock.timestamp(), "Read timeout expired")
                return None
            answer = posting.result()
        except httpx.ConnectError:
            webhook.fail(self.clock.timestamp(), "Connection refused")
            return None
        except httpx.HTTPError:
            webhook.fail(self.clock.timestamp(), "Connection closed")
            return None
        finally:
            posting.cancel()
        if not answer.is_success:
            phrase = f"{answer.status_code} {answer.reason_phrase}"
            words = f"Wrong response from the webhook: {phrase}"
            webhook.fail(self.clock.timestamp(), words)
        return answer

    async def _do(self, bot: Bot, answer: httpx.Response) -> None:
        """Do what an answer asks for: it may carry one request to the Bot API."""
        if answer.content and self.answerer is not None:
            kind = answer.headers.get("content-type", "").encode()
            await self.answerer(bot, kind, answer.content)

    def _is_given_up(self, bot: Bot, answer: httpx.Response | None) -> bool:
        if answer is None or answer.status_code != 410:
            if answer is not None:
                self._gone.pop(bot.id, None)
            return False
        now = self.clock.timestamp()
        return now - self._gone.setdefault(bot.id, now) > GONE_LIFE

    async def _until(self, moment: float, other: "asyncio.Task[Any] | None" = None) -> None:
        """Wait for a virtual moment, or for something else that may come first."""
        while (left := moment - self.clock.timestamp()) > 0:
            hurry = asyncio.create_task(self._hurry.wait())
            try:
                patience = left / self.clock.speed if self.clock.speed else None
                awaited = {hurry} if other is None else {hurry, other}
                await asyncio.wait(awaited, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
            finally:
                hurry.cancel()
            if other is not None and other.done():
                return


def _pause(this: _Try, answer: httpx.Response | None) -> int:
    """Tell how long to wait: as asked, else not at all, then 2, 4, 8 ... seconds."""
    given = answer.headers.get("retry-after", "") if answer is not None else ""
    asked = min(int(given), LONGEST_RETRY_AFTER) if given.isdecimal() else 0
    if not asked and this.failures:
        # The order of tries is what counts; a run that can be repeated is worth more than chance.
        longest = random.Random(this.waiting.update_id).randint(  # noqa: S311 - no secret
            LONGEST_PAUSE, 2 * LONGEST_PAUSE
        )
        this.delay = min(longest, 2 * this.delay)
        asked = this.delay
    this.failures += 1
    return asked


def _firsts(waiting: list[Waiting]) -> dict[object, Waiting]:
    """Find the oldest update of each queue; what has none stands alone."""
    firsts: dict[object, Waiting] = {}
    for one in waiting:
        firsts.setdefault(_queue(one), one)
    return firsts


def _queue(waiting: Waiting) -> object:
    update = json.loads(waiting.body)
    name, path = _QUEUES.get(waiting.kind, ("", ()))
    found = update.get(waiting.kind) if isinstance(update, dict) else None
    for step in path:
        found = found.get(step) if isinstance(found, dict) else None
    return (name, found) if isinstance(found, int) else ("alone", waiting.update_id)
