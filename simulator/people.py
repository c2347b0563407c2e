"""Acts people and time over the control road: for tests, the demo and the bench."""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

import httpx

from simulator.opened import Launch
from simulator.phone import Phone, Seen


class Impossible(Exception):
    """The stand-in says that this cannot be done."""


class NothingHeard(AssertionError):
    """Nothing of the kind was said in time."""


class Stand:
    """The control road of a running stand-in at `url`; use it as a context manager."""

    def __init__(self, url: str, pid: int | None = None) -> None:
        self.url = url
        #: Of the process, where whoever gave this started one.
        self.pid = pid
        # Plain HTTP on loopback: reading the world's certificates would take 25 ms for nothing.
        self._http = httpx.AsyncClient(base_url=url, timeout=90, trust_env=False, verify=False)  # noqa: S501

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._http.aclose()

    @property
    def bot_url(self) -> str:
        """What python-telegram-bot takes as base_url; the token is appended to it."""
        return f"{self.url}/bot"

    @property
    def file_url(self) -> str:
        """What python-telegram-bot takes as base_file_url."""
        return f"{self.url}/file/bot"

    async def ask(self, path: str, **given: Any) -> Any:
        """GET a door of the control road."""
        return _answer(await self._http.get(f"/control/{path}", params=given))

    async def tell(self, path: str, /, *several: dict[str, Any], **given: Any) -> Any:
        """POST to a door; several dicts are done one after the other in one request."""
        body = list(several) if several else given
        return _answer(await self._http.post(f"/control/{path}", json=body))

    async def bot(self, token: str, username: str = "", first_name: str = "") -> int:
        """Register a bot and return its id."""
        shown = await self.tell("bots", token=token, username=username, first_name=first_name)
        bot_id: int = shown["id"]
        return bot_id

    async def person(
        self, person_id: int, first_name: str, language_code: str = "en", **more: Any
    ) -> "Person":
        """Let somebody have a Telegram account."""
        await self.tell(
            "people", id=person_id, first_name=first_name, language_code=language_code, **more
        )
        return Person(self, person_id, first_name)

    async def now(self) -> datetime:
        """Tell the virtual time."""
        return datetime.fromisoformat((await self.ask("clock"))["at"])

    async def push(self, seconds: float) -> datetime:
        """Push the clock forward, once no request is under way."""
        return _moment(await self.tell("clock", push_seconds=seconds))

    async def push_to(self, at: datetime) -> datetime:
        """Set the clock to a moment."""
        return _moment(await self.tell("clock", set=at.isoformat()))

    async def freeze(self, *, frozen: bool = True) -> datetime:
        """Let the clock stand still, or run again."""
        return _moment(await self.tell("clock", frozen=frozen))

    async def run_at(self, speed: float) -> datetime:
        """Let so many virtual seconds pass in a real one."""
        return _moment(await self.tell("clock", speed=speed))

    async def record(self, since: int = 0, *, wait: float = 0.0) -> list[dict[str, Any]]:
        """List everything said and done after entry `since`, to the end."""
        entries: list[dict[str, Any]] = []
        while some := await self.ask("record", since=since, wait=wait):
            entries += some
            since, wait = some[-1]["n"], 0.0
        return entries

    async def calls(self, since: int = 0) -> list[dict[str, Any]]:
        """List the calls of the Bot API after call `since`, to the end."""
        calls: list[dict[str, Any]] = []
        while some := await self.ask("calls", since=since):
            calls += some
            since = some[-1]["n"]
        return calls

    async def violations(self) -> list[dict[str, Any]]:
        """List what broke the Bot API's schema; an honest run has none."""
        found: list[dict[str, Any]] = await self.ask("violations")
        return found

    async def queue(self, bot: int) -> list[dict[str, Any]]:
        """List the updates a bot has not confirmed."""
        pending: list[dict[str, Any]] = (await self.ask("queue"))[str(bot)]["pending"]
        return pending

    async def arm(self, kind: str, **how: Any) -> int:
        """Switch a fault on and return its number."""
        number: int = (await self.tell("faults", kind=kind, **how))["id"]
        return number

    async def disarm(self, number: int | None = None) -> None:
        """Switch one fault off, or all."""
        body = {} if number is None else {"id": number}
        _answer(await self._http.request("DELETE", "/control/faults", json=body))

    async def limits(self, **how: Any) -> dict[str, Any]:
        """Change Telegram's limits: `on=False` switches them off."""
        shown: dict[str, Any] = await self.tell("limits", **how)
        return shown

    async def slots(self) -> dict[str, Any]:
        """Show what stands in the slots of the page."""
        slots: dict[str, Any] = await self.ask("slots")
        return slots

    async def fill(self, name: str, content: Any) -> None:
        """Fill a slot of the page; None empties it."""
        await self.tell("slots", name=name, content=content)

    async def wishes(self, since: int = 0, wait: float = 0.0) -> list[dict[str, Any]]:
        """List the clicks in slots after number `since`; wait real seconds for one."""
        clicks: list[dict[str, Any]] = await self.ask("wishes", since=since, wait=wait)
        return clicks

    async def restart(self) -> None:
        """Break all connections of bots, as a restart of Telegram's server does."""
        await self.tell("restart")

    async def quiet(self, seconds: float = 0.2, within: float = 10.0) -> bool:
        """Wait until every update is confirmed and no request comes; tell whether it got so."""
        answer = await self.ask("quiet", seconds=seconds, within=within)
        still: bool = answer["quiet"]
        return still


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a phone; `bot` is the bot they deal with, where there are several."""

    stand: Stand
    id: int
    first_name: str
    bot: int | None = None

    def with_bot(self, bot: int) -> "Person":
        """Let them turn to another bot."""
        return replace(self, bot=bot)

    async def says(self, text: str, **how: Any) -> dict[str, Any]:
        """Write a message; `how` is anything /control/say takes."""
        return await self._do("say", text=text, **how)

    async def opens_link(self, link: str) -> dict[str, Any]:
        """Open a deep link, or a bare payload, and press Start."""
        payload = parse_qs(urlsplit(link).query).get("start", [""])[0] if "/" in link else link
        return await self._do("start", payload=payload)

    async def taps(self, label: str, message_id: int | None = None) -> dict[str, Any]:
        """Tap an inline button on the newest message that has it."""
        if message_id is None:
            found = [one for one in (await self.sees()).messages if one.has_button(label)]
            if not found:
                raise Impossible(f"{self.first_name} sees no button {label!r}")
            message_id = found[-1].message_id
        return await self._do("tap", message_id=message_id, button=label)

    async def forges_tap(self, message_id: int, data: str) -> dict[str, Any]:
        """Send callback data that no button has, as a modified client can."""
        return await self._do("tap", message_id=message_id, data=data, forged=True)

    async def presses(self, label: str) -> dict[str, Any]:
        """Press a button of the reply keyboard, which writes its label."""
        rows = (await self.sees()).keyboard
        if not any(label in row for row in rows):
            raise Impossible(f"{self.first_name} has no key {label!r}, only {rows}")
        return await self.says(label)

    async def opens_app(self, button: str = "", **how: Any) -> Launch:
        """Open the Mini App behind a key or an inline button; without a label, the menu's.

        `how` is anything /control/launch takes: message_id, theme, platform, version, device.
        """
        by = {"button": button} if button else {"menu": True}
        return Launch.read(self.stand.tell, await self._do("launch", **by, **how))

    async def edits(self, message_id: int, text: str) -> dict[str, Any]:
        """Change a message of one's own."""
        return await self._do("edit", message_id=message_id, text=text)

    async def deletes(self, message_id: int | None = None) -> int:
        """Delete a message, or the whole history; return how many went."""
        gone: int = (await self._do("delete", message_id=message_id))["deleted"]
        return gone

    async def blocks(self) -> None:
        """Block the bot."""
        await self._do("block")

    async def unblocks(self) -> None:
        """Take the block back."""
        await self._do("unblock")

    async def deactivates(self) -> None:
        """Delete one's Telegram account."""
        await self.stand.tell("deactivate", **{"from": self.id})

    async def sees(self) -> Phone:
        """Look at the chat."""
        whose = {} if self.bot is None else {"bot": self.bot}
        seen = await self.stand.ask("chat", person=self.id, **whose)
        return Phone(
            messages=[Seen(**one) for one in seen["messages"]],
            deleted=[Seen(**one) for one in seen["deleted"]],
            keyboard=seen["keyboard"],
            placeholder=seen["placeholder"],
            standing=seen["standing"],
            keys=seen["keys"],
            keyboard_once=seen["keyboard_once"],
            action=seen["action"],
            pinned=seen["pinned"],
            menu_button=seen["menu_button"],
            commands=seen["commands"],
        )

    async def hears(
        self, words: str = "", *, since: int = 0, within: float = 30.0
    ) -> dict[str, Any]:
        """Wait for something the bot says or changes here that holds these words.

        Returns the entry of the record; raises NothingHeard after `within` real seconds.
        """
        try:
            async with asyncio.timeout(within):
                while True:
                    for entry in await self.stand.record(since, wait=within):
                        since = entry["n"]
                        if self._is_told(entry) and words in entry["text"]:
                            return entry
        except TimeoutError:
            heard = [one.text for one in (await self.sees()).from_bot]
            said = f"{self.first_name} did not hear {words!r} but {heard}"
            raise NothingHeard(said) from None

    def _is_told(self, entry: dict[str, Any]) -> bool:
        return (
            entry["chat_id"] == self.id
            and entry["by"] == "bot"
            and entry["direction"] in {"out", "edit"}
            and self.bot in {None, entry["bot"]}
        )

    async def _do(self, act: str, **given: Any) -> dict[str, Any]:
        who = {"from": self.id} | ({} if self.bot is None else {"bot": self.bot})
        done: dict[str, Any] = await self.stand.tell(act, **who, **given)
        return done


def _answer(response: httpx.Response) -> Any:
    if response.is_success:
        return response.json()
    try:
        said = response.json()["error"]
    except ValueError:
        said = response.text
    raise Impossible(f"{response.status_code}: {said}")


def _moment(shown: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(shown["at"])
