"""Carries updates to a bot's webhook, as Telegram does: in order per chat, again until taken.

Source: `WebhookActor.cpp` of the official server and https://core.telegram.org/bots/webhooks.
"""

import asyncio
import contextlib
import json
from dataclasses import dataclass, field

import httpx

from simulator.bots import Bot
from simulator.clock import Clock
from simulator.updates import Waiting

#: How long Telegram waits for an answer.
PATIENCE = 60.0
LONGEST_PAUSE = 60.0
#: A webhook that says 410 for so long is removed.
GONE_LIFE = 23 * 60 * 60


@dataclass(slots=True)
class Postman:
    """Delivers for all bots; pauses between tries end early when the clock is pushed."""

    clock: Clock
    _rounds: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    _hurry: asyncio.Event = field(default_factory=asyncio.Event)

    def begin(self, bot: Bot) -> None:
        """Deliver to the webhook the bot has now."""
        self.end(bot.id)
        self._rounds[bot.id] = asyncio.create_task(self._round(bot))

    def end(self, bot_id: int) -> None:
        """Deliver no more to a bot's webhook."""
        round_ = self._rounds.pop(bot_id, None)
        if round_ is not None:
            round_.cancel()

    def end_all(self) -> None:
        """Deliver nothing any more."""
        for bot_id in list(self._rounds):
            self.end(bot_id)

    def hasten(self) -> None:
        """Try again at once what waits for another try."""
        self._hurry.set()
        self._hurry = asyncio.Event()

    async def _round(self, bot: Bot) -> None:
        under_way: dict[object, asyncio.Task[None]] = {}
        async with httpx.AsyncClient(timeout=PATIENCE, trust_env=False, verify=False) as http:  # noqa: S501 - a test's own certificate
            try:
                while True:
                    under_way = {key: one for key, one in under_way.items() if not one.done()}
                    for key, waiting in _firsts(bot.queue.waiting()).items():
                        if key not in under_way and len(under_way) < bot.webhook.max_connections:
                            under_way[key] = asyncio.create_task(self._carry(bot, waiting, http))
                    bot.queue.stirred.clear()
                    stirred = asyncio.create_task(bot.queue.stirred.wait())
                    await asyncio.wait(
                        {stirred, *under_way.values()}, return_when=asyncio.FIRST_COMPLETED
                    )
                    stirred.cancel()
            finally:
                for one in under_way.values():
                    one.cancel()

    async def _carry(self, bot: Bot, waiting: Waiting, http: httpx.AsyncClient) -> None:
        webhook, pause, gone_since = bot.webhook, 0.0, None
        headers = {"Content-Type": "application/json"}
        if webhook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret_token
        while bot.queue.holds(waiting):
            now = self.clock.timestamp()
            try:
                answer = await http.post(webhook.url, content=waiting.body, headers=headers)
            except httpx.HTTPError as problem:
                webhook.fail(now, f"Connection failed: {type(problem).__name__}")
            else:
                if answer.is_success:
                    bot.queue.settle(waiting)
                    return
                phrase = f"{answer.status_code} {answer.reason_phrase}"
                webhook.fail(now, f"Wrong response from the webhook: {phrase}")
                gone_since = (gone_since or now) if answer.status_code == 410 else None
                if gone_since is not None and now - gone_since > GONE_LIFE:
                    webhook.url = ""
                    self.end(bot.id)
                    return
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause / (self.clock.speed or 1)):
                    await self._hurry.wait()
            pause = min(max(2 * pause, 1.0), LONGEST_PAUSE)


def _firsts(waiting: list[Waiting]) -> dict[object, Waiting]:
    """Find the oldest update of each chat; what has no chat stands alone."""
    firsts: dict[object, Waiting] = {}
    for one in waiting:
        firsts.setdefault(_chat(one), one)
    return firsts


def _chat(waiting: Waiting) -> object:
    update = json.loads(waiting.body)
    content = update.get(waiting.kind) if isinstance(update, dict) else None
    if not isinstance(content, dict):
        return ("alone", waiting.update_id)
    inner = content.get("message")
    holder = content if "chat" in content else inner if isinstance(inner, dict) else {}
    chat = holder.get("chat")
    return chat.get("id") if isinstance(chat, dict) else ("alone", waiting.update_id)
