"""The Bot API over HTTP: finds the bot and the method, lets faults strike, answers."""

import asyncio
import json
import time
from collections.abc import Callable, Coroutine
from typing import Any

from simulator.bots import TOKEN, Bot
from simulator.chatinfo import find_file
from simulator.faults import Fault, Kind
from simulator.gate import Gate
from simulator.hearing import get_updates
from simulator.methods import LIMITED, table
from simulator.reading import Upload
from simulator.refusals import Accepted, Refused, too_many_requests
from simulator.schema import Method
from simulator.sessions import is_out, logged_out
from simulator.town import Town
from simulator.unplayed import NOT_IMPLEMENTED, not_played
from simulator.wire import (
    Lines,
    Receive,
    Scope,
    Send,
    Unreadable,
    read_body,
    read_params,
    until_gone,
)

_JSON = (b"content-type", b"application/json")
_HTML = (b"content-type", b"text/html")
_DOWN = b"""<html>
<head><title>502 Bad Gateway</title></head>
<body>
<center><h1>502 Bad Gateway</h1></center>
<hr><center>nginx</center>
</body>
</html>
"""
_NOT_PROCESSED = {Kind.BLACK_HOLE, Kind.REFUSE, Kind.BAD_GATEWAY, Kind.REFUSAL}
#: Status, body, and a note for the list of calls.
Answer = tuple[int, bytes, str]
#: What a webhook's answer cannot ask for, beside all that only looks.
_NOT_IN_ANSWERS = {"setwebhook", "deletewebhook", "close", "logout"}
#: No answer, in the list of calls.
_SILENCE = 0


class BotApi:
    """Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, town: Town, lines: Lines, gate: Gate) -> None:
        self._town = town
        self._lines = lines
        self._gate = gate
        self._methods: dict[str, Callable[[Town, Bot, dict[str, Any]], Any]] = table()
        town.postman.answerer = self._do

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["path"].startswith("/file/"):
            await self._file(scope, send)
            return
        await self._gate.enter()
        held = True
        try:
            token, _, name = scope["path"].removeprefix("/bot").partition("/")
            name = name.lower()
            bot, refusal = self._bot(token)
            params: dict[str, Any] = {}
            try:
                body = await read_body(receive)
                if body is None:
                    return
                params = await read_params(scope, body)
            except Unreadable:
                await self._send(send, 400, b"", _HTML)
                return
            except Refused as refused:
                refusal = refusal or refused
            struck = self._strike(name, bot, params)
            if Kind.LATENCY in struck:
                await asyncio.sleep(struck[Kind.LATENCY].seconds)
            missed = next((kind for kind in struck if kind in _NOT_PROCESSED), None)
            if missed is not None:
                self._note(bot, name, params, _SILENCE, missed.value)
                # A request that is never answered must not hold back a push of the clock.
                self._gate.leave()
                held = False
                await self._fail(struck[missed], scope, receive, send)
                return
            if name == "getupdates" and bot is not None and refusal is None:
                self._gate.leave()
                held = False
            answering = self._answer(bot, refusal, name, params)
            answer = await (answering if held else _unless_gone(answering, receive))
            if answer is None:
                self._note(bot, name, params, _SILENCE, "gone")
                return
            status, content, note = answer
            if Kind.DROP in struck:
                self._note(bot, name, params, _SILENCE, Kind.DROP.value)
                await self._lines.hang_up(scope, receive)
                return
            self._note(bot, name, params, status, note)
            await self._send(send, status, content)
        finally:
            if held:
                self._gate.leave()

    async def _answer(
        self, bot: Bot | None, refusal: Refused | None, name: str, params: dict[str, Any]
    ) -> Answer:
        try:
            if refusal is not None or bot is None:
                raise refusal or Refused(404, "Not Found")
            result = await self._result(bot, name, params)
        except Refused as refused:
            if refused.code == NOT_IMPLEMENTED:
                method = self._town.schema.methods.get(name)
                self._town.record.object_to(method.name if method else name, [refused.description])
            return refused.code, _dump(refused.as_answer()), refused.description
        return 200, b'{"ok":true,"result":' + result + b"}", ""

    async def _result(self, bot: Bot, name: str, given: dict[str, Any]) -> bytes:
        town, method = self._town, self._town.schema.methods.get(name)
        act = self._methods.get(name)
        if method is None:
            raise Refused(404, "Not Found: method not found")
        if act is None:
            raise not_played(method.name)
        if bot.logged_out_at is not None and is_out(town, bot):
            raise logged_out()
        params, faults = town.schema.read_params(method, given)
        if faults:
            town.record.object_to(method.name, faults)
        if name in LIMITED:
            self._limit(bot, params)
        if act is get_updates:
            answer: bytes = await get_updates(town, bot, params)
            return answer
        result = act(town, bot, params)
        if isinstance(result, Accepted):
            self._check(method, result.result)
            return _dump(result.result) + b',"description":' + _dump(result.words)
        self._check(method, result)
        return _dump(result)

    async def _do(self, bot: Bot, kind: bytes, body: bytes) -> None:
        """Do what a webhook's answer asks for; nobody hears how it went."""
        scope = {"type": "http", "query_string": b"", "headers": [(b"content-type", kind)]}
        try:
            params = await read_params(scope, body)
        except (Refused, Unreadable):
            return
        name = str(params.pop("method", "")).lower()
        if not name or name in _NOT_IN_ANSWERS or name.startswith("get"):
            return
        await self._gate.enter()
        try:
            status, _, note = await self._answer(bot, None, name, params)
        finally:
            self._gate.leave()
        self._note(bot, name, params, status, note)

    def _limit(self, bot: Bot, params: dict[str, Any]) -> None:
        chat_id = params.get("chat_id")
        if isinstance(chat_id, int):
            wait = self._town.limits.take(bot.id, chat_id, time.monotonic())
            if wait:
                raise too_many_requests(wait)

    def _check(self, method: Method, result: object) -> None:
        faults = self._town.schema.faults(method.returns or "True", result, "answer")
        if faults:
            self._town.record.object_to(method.name, faults)

    def _bot(self, token: str) -> tuple[Bot | None, Refused | None]:
        if not TOKEN.fullmatch(token):
            return None, Refused(404, "Not Found")
        bot = self._town.bots.get(int(token.partition(":")[0]))
        if bot is None or bot.token != token:
            return None, Refused(401, "Unauthorized")
        return bot, None

    def _strike(self, name: str, bot: Bot | None, params: dict[str, Any]) -> dict[Kind, Fault]:
        faults = self._town.faults
        if not faults.armed:
            if bot is not None:
                bot.queue.twice = False
            return {}
        given = str(params.get("chat_id", ""))
        chat_id = int(given) if given.removeprefix("-").isdecimal() else None
        struck = faults.strike(
            name, bot.id if bot else None, chat_id, self._town.clock.now(), time.monotonic()
        )
        if bot is not None and name == "getupdates":
            bot.queue.twice = Kind.DUPLICATE in struck
        return struck

    async def _fail(self, fault: Fault, scope: Scope, receive: Receive, send: Send) -> None:
        if fault.kind is Kind.BLACK_HOLE:
            await until_gone(receive)
        elif fault.kind is Kind.REFUSE:
            await self._lines.hang_up(scope, receive)
        elif fault.kind is Kind.BAD_GATEWAY:
            await self._send(send, 502, _DOWN, _HTML)
        else:
            refused = Refused(fault.code, fault.description, retry_after=fault.retry_after)
            await self._send(send, fault.code, _dump(refused.as_answer()))

    async def _file(self, scope: Scope, send: Send) -> None:
        token, _, path = scope["path"].removeprefix("/file/bot").partition("/")
        bot, refusal = self._bot(token)
        kept = find_file(bot, path) if bot else None
        if kept is None:
            answer = (refusal or Refused(404, "Not Found: file not found")).as_answer()
            await self._send(send, answer["error_code"], _dump(answer))
            return
        await self._send(send, 200, kept.content, (b"content-type", b"application/octet-stream"))

    def _note(
        self, bot: Bot | None, name: str, params: dict[str, Any], status: int, note: str
    ) -> None:
        method = self._town.schema.methods.get(name)
        shown = {
            key: f"<file {value.name}>" if isinstance(value, Upload) else value
            for key, value in params.items()
        }
        self._town.record.write_call(
            bot.id if bot else None, method.name if method else name, shown, status, note
        )

    async def _send(
        self, send: Send, status: int, content: bytes, kind: tuple[bytes, bytes] = _JSON
    ) -> None:
        headers = [kind, (b"content-length", str(len(content)).encode())]
        if status == 429:
            retry = json.loads(content).get("parameters", {}).get("retry_after", 1)
            headers.append((b"retry-after", str(retry).encode()))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content})


async def _unless_gone(answering: Coroutine[Any, Any, Answer], receive: Receive) -> Answer | None:
    """Wait for the answer to a long poll; None when its bot has died meanwhile."""
    answer = asyncio.create_task(answering)
    gone = asyncio.create_task(until_gone(receive))
    try:
        await asyncio.wait({answer, gone}, return_when=asyncio.FIRST_COMPLETED)
        return answer.result() if answer.done() else None
    finally:
        answer.cancel()
        gone.cancel()


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
